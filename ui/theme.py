"""How everything looks: the colours, the font, the icons and the looks of each status."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QByteArray,
    QDir,
    QLibraryInfo,
    QLocale,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTranslator,
)
from PySide6.QtGui import QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

RESOURCES: Final = Path(__file__).resolve().parent.parent / "resources"

# The design's tokens; each text colour has been measured against the ground it stands on.
WINDOW: Final = "#F5F5F5"
PANE: Final = "#FFFFFF"
TEXT: Final = "#1A1A1A"
SECONDARY: Final = "#40454A"
BORDER: Final = "#646E72"
HAIRLINE: Final = "#D8DCDD"
ACCENT: Final = "#00538F"
FOCUS: Final = "#002D5A"
DISABLED: Final = "#646E72"
ALARM: Final = "#A42700"

# Distances and sizes in logical pixels: 4, 8, 12, 16, 24 and nothing between.
ROW_HEIGHT: Final = 28
BUTTON_HEIGHT: Final = 32

BASE_SIZE: Final = 13
PANE_TITLE_SIZE: Final = 15
VIEW_TITLE_SIZE: Final = 19


@dataclass(frozen=True, slots=True)
class Look:
    """A status on screen: always an icon and a word, never colour alone."""

    icon: str
    word: str
    colour: str
    ground: str


_GREY, _GREY_GROUND = "#40454A", "#F5F5F5"
_RED, _RED_GROUND = "#B21544", "#FAEFF4"
_YELLOW, _YELLOW_GROUND = "#755B00", "#FFF8E3"
_GREEN, _GREEN_GROUND = "#2A4908", "#EDF6DD"
_BLUE, _BLUE_GROUND = "#002D5A", "#D6EBF5"
_ORANGE, _ORANGE_GROUND = "#A42700", "#FCF4E8"

# By the word on screen, which is the value of the list's RowStatus and history's name of a Status.
LOOKS: Final[Mapping[str, Look]] = {
    look.word: look
    for look in (
        Look("octagon-x", "Åtgärda", _RED, _RED_GROUND),
        Look("eye", "Granska", _YELLOW, _YELLOW_GROUND),
        Look("loader-circle", "Kontrolleras", _GREY, _GREY_GROUND),
        Look("circle-check", "Klar", _GREEN, _GREEN_GROUND),
        Look("circle-minus", "Hoppas över", _GREY, _GREY_GROUND),
        Look("clock", "Köad", _BLUE, _BLUE_GROUND),
        Look("send", "Skickas", _BLUE, _BLUE_GROUND),
        Look("mail-check", "Skickad", _BLUE, _BLUE_GROUND),
        Look("circle-question-mark", "Oklart", _ORANGE, _ORANGE_GROUND),
        Look("ban", "Avvisad", _ORANGE, _ORANGE_GROUND),
        Look("triangle-alert", "Delvis skickad", _ORANGE, _ORANGE_GROUND),
        Look("circle-minus", "Avbruten", _GREY, _GREY_GROUND),
        Look("send", "Skickad på nytt", _GREY, _GREY_GROUND),
    )
}


def apply_theme(application: QApplication) -> None:
    """All of it at once."""
    dress(application)
    add_style_sheet(application)


def dress(application: QApplication) -> None:
    """Fusion, Inter and Swedish; in a contrast theme the system's own colours are left alone."""
    application.setStyle("Fusion")
    QDir.addSearchPath("icons", str(RESOURCES / "icons"))
    application.setFont(_inter())
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    _speak_swedish(application)
    if not _wants_contrast(application):
        application.setPalette(light_palette())


def add_style_sheet(application: QApplication) -> None:
    """Comes cheapest after the window is put together: before that every part is styled twice."""
    if not _wants_contrast(application):
        application.setStyleSheet((RESOURCES / "style.qss").read_text("utf-8"))


def light_palette() -> QPalette:
    palette = QPalette()
    for role, colour in _PALETTE.items():
        palette.setColor(role, colour)
        palette.setColor(QPalette.ColorGroup.Disabled, role, _DISABLED.get(role, colour))
    return palette


def sized(size: int, weight: QFont.Weight = QFont.Weight.DemiBold) -> QFont:
    """The program's font for a title, in logical pixels."""
    font = QFont(QApplication.font())
    font.setPixelSize(size)
    font.setWeight(weight)
    return font


@cache
def icon(name: str, *, colour: str = TEXT) -> QIcon:
    """An icon of `resources/icons` in one colour, white on a selection and grey when disabled."""
    source = (RESOURCES / "icons" / f"{name}.svg").read_text("utf-8")
    return QIcon(_TintedIcon(source, colour))


_PALETTE: Final = {
    QPalette.ColorRole.Window: WINDOW,
    QPalette.ColorRole.WindowText: TEXT,
    QPalette.ColorRole.Base: PANE,
    QPalette.ColorRole.AlternateBase: WINDOW,
    QPalette.ColorRole.Text: TEXT,
    QPalette.ColorRole.Button: PANE,
    QPalette.ColorRole.ButtonText: TEXT,
    QPalette.ColorRole.BrightText: PANE,
    QPalette.ColorRole.Highlight: ACCENT,
    QPalette.ColorRole.HighlightedText: PANE,
    QPalette.ColorRole.Link: ACCENT,
    QPalette.ColorRole.LinkVisited: ACCENT,
    QPalette.ColorRole.ToolTipBase: PANE,
    QPalette.ColorRole.ToolTipText: TEXT,
    QPalette.ColorRole.PlaceholderText: BORDER,
    QPalette.ColorRole.Light: PANE,
    QPalette.ColorRole.Midlight: WINDOW,
    QPalette.ColorRole.Mid: HAIRLINE,
    QPalette.ColorRole.Dark: BORDER,
    QPalette.ColorRole.Shadow: BORDER,
    QPalette.ColorRole.Accent: ACCENT,
}

_DISABLED: Final = {
    QPalette.ColorRole.WindowText: DISABLED,
    QPalette.ColorRole.Text: DISABLED,
    QPalette.ColorRole.ButtonText: DISABLED,
    QPalette.ColorRole.Button: WINDOW,
}


def _wants_contrast(application: QApplication) -> bool:
    hints = application.styleHints()
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def _inter() -> QFont:
    """Unhinted and without subpixels, so that the same text gives the same pixels everywhere."""
    for path in sorted((RESOURCES / "fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))
    font = QFont("Inter")
    font.setPixelSize(BASE_SIZE)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    return font


def _speak_swedish(application: QApplication) -> None:
    """Qt's own buttons in Swedish: Avbryt, Stäng, Spara."""
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_sv", folder):
        application.installTranslator(translator)


class _TintedIcon(QIconEngine):
    """Draws a size and a mode when it is first asked for, so that a start draws only what it shows.

    Qt asks in true pixels, so a drawing is as sharp on a screen of double density.
    """

    def __init__(self, source: str, colour: str) -> None:
        super().__init__()
        self._source = source
        self._colour = colour
        self._drawn: dict[tuple[int, QIcon.Mode], QPixmap] = {}

    def clone(self) -> QIconEngine:
        return _TintedIcon(self._source, self._colour)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.drawPixmap(rect, self.pixmap(rect.size(), mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        side = min(size.width(), size.height())
        if (side, mode) not in self._drawn:
            self._drawn[side, mode] = self._draw(side, _TINTS.get(mode, self._colour))
        return self._drawn[side, mode]

    def _draw(self, side: int, tint: str) -> QPixmap:
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        svg = QSvgRenderer(QByteArray(self._source.replace("currentColor", tint).encode()))
        painter = QPainter(pixmap)
        svg.render(painter, QRectF(0, 0, side, side))
        painter.end()
        return pixmap


_TINTS: Final = {QIcon.Mode.Selected: PANE, QIcon.Mode.Disabled: DISABLED}
