"""The program dressed: Fusion, Inter and its language, and light or dark as is wanted."""

from enum import Enum, auto
from string import Template
from typing import Final

from PySide6 import QtCore
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from app.appearance import Appearance
from ui import theme
from ui.theme import Colour
from ui.translation import use_language_of_qt

STYLE: Final = "Fusion"

# Where the application remembers what the clinic wants.
_WANTED: Final = "appearance"


class Scheme(Enum):
    """The colours that the program wears; in a contrast theme it has none of its own."""

    LIGHT = auto()
    DARK = auto()
    CONTRAST = auto()


def apply_theme(application: QApplication, *, appearance: Appearance = Appearance.SYSTEM) -> None:
    """All of it at once."""
    application.setStyle(STYLE)
    dress(application, appearance=appearance)
    add_style_sheet(application)
    follow_system(application)


def dress(application: QApplication, *, appearance: Appearance) -> None:
    """All but the style and its sheet, in light or dark."""
    application.setProperty(_WANTED, appearance.value)
    application.setFont(_inter())
    use_language_of_qt(application)
    application.setPalette(_palette(_at_first(application)))


def add_style_sheet(application: QApplication) -> None:
    """Comes cheapest after the window is put together: before that every part is styled twice."""
    application.setStyleSheet(_sheet(_at_first(application)))


def follow_system(application: QApplication) -> None:
    """From now on, and at once where it says more than its colours told: a contrast theme."""
    hints = application.styleHints()
    for changed in (hints.colorSchemeChanged, hints.accessibility().contrastPreferenceChanged):
        changed.connect(lambda _: wear(application, _wanted(application)))
    if _wanted(application) is not _at_first(application):
        wear(application, _wanted(application))


def choose(appearance: Appearance) -> None:
    """Light, dark or as the system from now on, in every open window."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setProperty(_WANTED, appearance.value)
        wear(application, _wanted(application))


def wear(application: QApplication, scheme: Scheme) -> None:
    """Changes the colours of everything that is open."""
    # The sheet goes first, so that its parts are not styled anew for a palette alone.
    application.setStyleSheet("")
    application.setPalette(_palette(scheme))
    application.setStyleSheet(_sheet(scheme))


def scheme_for(
    appearance: Appearance,
    *,
    system: "QtCore.Qt.ColorScheme",
    contrast: "QtCore.Qt.ContrastPreference",
) -> Scheme:
    """A contrast theme is worn by whoever needs it, so it goes before what the clinic wants."""
    if contrast is QtCore.Qt.ContrastPreference.HighContrast:
        return Scheme.CONTRAST
    is_dark = appearance is Appearance.DARK or (
        appearance is Appearance.SYSTEM and system is QtCore.Qt.ColorScheme.Dark
    )
    return Scheme.DARK if is_dark else Scheme.LIGHT


def _at_first(application: QApplication) -> Scheme:
    """Told by the colours that it gave: to ask the system takes `Qt`, see ui.named_values."""
    appearance = Appearance(application.property(_WANTED))
    if appearance is not Appearance.SYSTEM:
        return Scheme.DARK if appearance is Appearance.DARK else Scheme.LIGHT
    ground, ink = (application.palette().color(one) for one in _GROUND_AND_INK)
    return Scheme.DARK if ground.lightness() < ink.lightness() else Scheme.LIGHT


def _wanted(application: QApplication) -> Scheme:
    hints = application.styleHints()
    return scheme_for(
        Appearance(application.property(_WANTED)),
        system=hints.colorScheme(),
        contrast=hints.accessibility().contrastPreference(),
    )


def _palette(scheme: Scheme) -> QPalette:
    """An empty one in a contrast theme: with that Qt takes the system's own again."""
    palette = QPalette()
    if scheme is Scheme.CONTRAST:
        return palette
    for groups, roles in ((QPalette.ColorGroup.All, _ROLES), (_DISABLED, _DISABLED_ROLES)):
        for role, colour in roles.items():
            shade = colour.dark if scheme is Scheme.DARK else colour.light
            palette.setColor(groups, role, QColor(shade))
    return palette


def _sheet(scheme: Scheme) -> str:
    """In a contrast theme none; a token stands in it as `$TEXT`, by its name in ui.theme.

    `$ICONS` is the folder of the icons.
    """
    if scheme is Scheme.CONTRAST:
        return ""
    tokens = {name: one for name, one in vars(theme).items() if isinstance(one, Colour)}
    shades = {name: theme.shade(colour).name() for name, colour in tokens.items()}
    icons = (theme.RESOURCES / "icons").as_posix()
    sheet = Template((theme.RESOURCES / "style.qss").read_text("utf-8"))
    return sheet.substitute(shades, ICONS=icons)


def _inter() -> QFont:
    """Unhinted and without subpixels, so that the same text gives the same pixels everywhere."""
    for path in sorted((theme.RESOURCES / "fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))
    font = QFont("Inter")
    font.setPixelSize(theme.BASE_SIZE)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    return font


_GROUND_AND_INK: Final = (QPalette.ColorRole.Window, QPalette.ColorRole.WindowText)

_ROLES: Final = {
    QPalette.ColorRole.Window: theme.WINDOW,
    QPalette.ColorRole.WindowText: theme.TEXT,
    QPalette.ColorRole.Base: theme.PANE,
    QPalette.ColorRole.AlternateBase: theme.WINDOW,
    QPalette.ColorRole.Text: theme.TEXT,
    QPalette.ColorRole.Button: theme.PANE,
    QPalette.ColorRole.ButtonText: theme.TEXT,
    QPalette.ColorRole.BrightText: theme.PANE,
    QPalette.ColorRole.Highlight: theme.ACCENT,
    QPalette.ColorRole.HighlightedText: theme.PANE,
    QPalette.ColorRole.Link: theme.ACCENT,
    QPalette.ColorRole.LinkVisited: theme.ACCENT,
    QPalette.ColorRole.ToolTipBase: theme.PANE,
    QPalette.ColorRole.ToolTipText: theme.TEXT,
    QPalette.ColorRole.PlaceholderText: theme.BORDER,
    QPalette.ColorRole.Light: theme.PANE,
    QPalette.ColorRole.Midlight: theme.WINDOW,
    QPalette.ColorRole.Mid: theme.HAIRLINE,
    QPalette.ColorRole.Dark: theme.BORDER,
    QPalette.ColorRole.Shadow: theme.BORDER,
    QPalette.ColorRole.Accent: theme.ACCENT,
}

_DISABLED: Final = QPalette.ColorGroup.Disabled

_DISABLED_ROLES: Final = {
    QPalette.ColorRole.WindowText: theme.DISABLED,
    QPalette.ColorRole.Text: theme.DISABLED,
    QPalette.ColorRole.ButtonText: theme.DISABLED,
    QPalette.ColorRole.Button: theme.WINDOW,
}
