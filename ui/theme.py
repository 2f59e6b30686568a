"""What everything looks like: the colours in light and dark, the icons, each status."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from app.wording import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

RESOURCES: Final = Path(__file__).resolve().parent.parent / "resources"

_Role = QPalette.ColorRole

# The side of every icon of `resources/icons`, in its file.
_DRAWN_FOR: Final = 24


# A dataclass, as values are elsewhere, would cost each start the import of their module: 3 ms.
class Colour(NamedTuple):
    """A colour by what it is for, in light and in dark; `shade` tells which it has now.

    `role` is the system's own colour that stands for it in a contrast theme. What pictures paper
    has none: that is the same everywhere.
    """

    light: str
    dark: str
    role: QPalette.ColorRole | None

    @classmethod
    def of_paper(cls, colour: str) -> "Colour":
        return cls(colour, colour, None)


# The design's tokens; each text colour has been measured against the grounds it stands on.
WINDOW: Final = Colour("#F5F5F5", "#1B1E21", _Role.Window)
PANE: Final = Colour("#FFFFFF", "#25292D", _Role.Base)
TEXT: Final = Colour("#1A1A1A", "#F2F4F5", _Role.WindowText)
SECONDARY: Final = Colour("#40454A", "#C3CACE", _Role.WindowText)
BORDER: Final = Colour("#646E72", "#96A1A6", _Role.WindowText)
HAIRLINE: Final = Colour("#D8DCDD", "#40474C", _Role.WindowText)
ACCENT: Final = Colour("#00538F", "#7CC0EE", _Role.Highlight)
HOVER: Final = Colour("#E7F3F9", "#2C3C49", _Role.Base)
FOCUS: Final = Colour("#002D5A", "#D6EBF5", _Role.WindowText)
DISABLED: Final = Colour("#646E72", "#9AA4A9", _Role.PlaceholderText)
ALARM: Final = Colour("#A42700", "#FFB08A", _Role.WindowText)

GREY: Final = Colour("#40454A", "#C3CACE", _Role.Text)
GREY_GROUND: Final = Colour("#F5F5F5", "#2F3438", _Role.Base)
RED: Final = Colour("#B21544", "#FF9FBA", _Role.Text)
RED_GROUND: Final = Colour("#FAEFF4", "#421A28", _Role.Base)
YELLOW: Final = Colour("#755B00", "#F0D080", _Role.Text)
YELLOW_GROUND: Final = Colour("#FFF8E3", "#362D10", _Role.Base)
GREEN: Final = Colour("#2A4908", "#B7E084", _Role.Text)
GREEN_GROUND: Final = Colour("#EDF6DD", "#22330F", _Role.Base)
BLUE: Final = Colour("#002D5A", "#ABDAF7", _Role.Text)
BLUE_GROUND: Final = Colour("#D6EBF5", "#17405E", _Role.Base)
ORANGE: Final = Colour("#A42700", "#FFB08A", _Role.Text)
ORANGE_GROUND: Final = Colour("#FCF4E8", "#43210F", _Role.Base)

# Distances and sizes in logical pixels: 4, 8, 12, 16, 24 and nothing between.
ROW_HEIGHT: Final = 28
BUTTON_HEIGHT: Final = 32

BASE_SIZE: Final = 13
PANE_TITLE_SIZE: Final = 15
VIEW_TITLE_SIZE: Final = 19


class Look(NamedTuple):
    """A status on screen: always an icon and a word, never colour alone."""

    icon: str
    word: str
    colour: Colour
    ground: Colour


# By the word on screen, which is the value of the list's RowStatus and history's name of a Status.
LOOKS: Final[Mapping[str, Look]] = {
    look.word: look
    for look in (
        Look("octagon-x", say("Åtgärda"), RED, RED_GROUND),
        Look("eye", say("Granska"), YELLOW, YELLOW_GROUND),
        Look("loader-circle", say("Kontrolleras"), GREY, GREY_GROUND),
        Look("circle-check", say("Klar"), GREEN, GREEN_GROUND),
        Look("circle-minus", say("Hoppas över"), GREY, GREY_GROUND),
        Look("clock", say("Köad"), BLUE, BLUE_GROUND),
        Look("send", say("Skickas"), BLUE, BLUE_GROUND),
        Look("mail-check", say("Skickad"), BLUE, BLUE_GROUND),
        Look("circle-question-mark", say("Oklart"), ORANGE, ORANGE_GROUND),
        Look("ban", say("Avvisad"), ORANGE, ORANGE_GROUND),
        Look("triangle-alert", say("Delvis skickad"), ORANGE, ORANGE_GROUND),
        Look("circle-minus", say("Avbruten"), GREY, GREY_GROUND),
        Look("send", say("Skickad på nytt"), GREY, GREY_GROUND),
    )
}


def shade(colour: Colour) -> QColor:
    """What a colour is now; to be asked when something is drawn, since it changes while we run.

    The palette that the program wears tells: its window is ours in light or in dark, or the
    system's own in a contrast theme.
    """
    palette = QGuiApplication.palette()
    worn = palette.color(_Role.Window)
    if colour.role is None or worn == QColor(WINDOW.light):
        return QColor(colour.light)
    return QColor(colour.dark) if worn == QColor(WINDOW.dark) else palette.color(colour.role)


def sized(size: int, weight: QFont.Weight = QFont.Weight.DemiBold) -> QFont:
    """The program's font for a title, in logical pixels."""
    font = QFont(QApplication.font())
    font.setPixelSize(size)
    font.setWeight(weight)
    return font


@cache
def icon(name: str, *, colour: Colour = TEXT) -> QIcon:
    """An icon of `resources/icons` in one colour, another on a selection, grey when disabled."""
    source = (RESOURCES / "icons" / f"{name}.svg").read_text("utf-8")
    return QIcon(_TintedIcon(source, colour))


class _TintedIcon(QIconEngine):
    """Draws a size and a tint when it is first asked for, so that a start draws only what it shows.

    Qt asks in true pixels, so a drawing is as sharp on a screen of double density.
    """

    def __init__(self, source: str, colour: Colour) -> None:
        super().__init__()
        self._source = source
        self._colour = colour
        self._drawn: dict[tuple[int, str], QPixmap] = {}

    def clone(self) -> QIconEngine:
        return _TintedIcon(self._source, self._colour)

    def paint(self, painter: "QPainter", rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        true_size = rect.size() * painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.pixmap(true_size, mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        side = min(size.width(), size.height())
        tint = self._tint(mode)
        if (side, tint) not in self._drawn:
            self._drawn[side, tint] = self._draw(side, tint)
        return self._drawn[side, tint]

    def _tint(self, mode: QIcon.Mode) -> str:
        if mode is QIcon.Mode.Selected:
            return QGuiApplication.palette().color(_Role.HighlightedText).name()
        return shade(DISABLED if mode is QIcon.Mode.Disabled else self._colour).name()

    def _draw(self, side: int, tint: str) -> QPixmap:
        """Qt draws an SVG as large as it says that it is; QSvgRenderer would cost a start 2 ms."""
        svg = self._source.replace("currentColor", tint)
        for length in ("width", "height"):
            svg = svg.replace(f'{length}="{_DRAWN_FOR}"', f'{length}="{side}"')
        pixmap = QPixmap()
        pixmap.loadFromData(svg.encode(), "SVG")
        return pixmap
