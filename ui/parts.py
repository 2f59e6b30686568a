"""The few ready-made parts that the views are put together from; text in them is never markup."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ui.theme import LOOKS, PANE, TEXT, icon, sized


class Kind(StrEnum):
    """What a button looks like; the values are the style sheet's."""

    PLAIN = "plain"
    PRIMARY = "primary"
    SMALL = "small"
    FLAT = "flat"
    CHIP = "chip"
    TAB = "tab"


class Tone(StrEnum):
    """What a bar says before it is read; the values are the style sheet's."""

    ATTENTION = "attention"
    REVIEW = "review"
    NEWS = "news"
    DONE = "done"


class Label(QLabel):
    """A label that shows its text letter by letter, whatever a booking has written into it."""

    def __init__(self, text: str = "", *, colour: str = "", font: QFont | None = None) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if font:
            self.setFont(font)
        if colour:
            self.show_colour(colour)

    def show_colour(self, colour: str) -> None:
        palette = self.palette()
        palette.setColor(self.foregroundRole(), colour)
        self.setPalette(palette)


def title(text: str, *, size: int) -> Label:
    return Label(text, font=sized(size))


def paragraph(text: str = "", *, colour: str = "", font: QFont | None = None) -> Label:
    """A label that wraps."""
    label = Label(text, colour=colour, font=font)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


def copyable(text: str = "", *, colour: str = "") -> Label:
    """A paragraph whose words can be marked and copied."""
    label = paragraph(text, colour=colour)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def push_button(
    text: str, pressed: Callable[[], object], *, icon_name: str = "", kind: Kind = Kind.PLAIN
) -> QPushButton:
    button = _PrimaryButton(text) if kind is Kind.PRIMARY else QPushButton(text)
    button.setProperty("kind", kind.value)
    button.setAutoDefault(False)
    if icon_name:
        button.setIcon(icon(icon_name))
    button.clicked.connect(lambda: pressed())  # noqa: PLW0108 - clicked also carries a flag
    return button


def primary_button(text: str, pressed: Callable[[], object]) -> QPushButton:
    """The one button of a screen that moves the work on."""
    return push_button(text, pressed, kind=Kind.PRIMARY)


def action_button(action: QAction, *, kind: Kind = Kind.PLAIN) -> QPushButton:
    """A button that says and does what an action does, and is grey when that is."""
    button = push_button("", action.trigger, kind=kind)

    def follow() -> None:
        button.setText(action.iconText())
        if kind is not Kind.PRIMARY:
            button.setIcon(action.icon())
        button.setToolTip(action.toolTip())
        button.setEnabled(action.isEnabled())

    action.changed.connect(follow)
    follow()
    return button


def tool_button(action: QAction, *, kind: Kind = Kind.FLAT) -> QToolButton:
    """A button of an action, with its text beside the icon and reachable by Tab."""
    button = QToolButton()
    button.setProperty("kind", kind.value)
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def announce(widget: QWidget, text: str) -> None:
    """Lets a screen reader say what has just happened."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class _PrimaryButton(QPushButton):
    """Dark on dark, so its focus ring needs the white inside that a style sheet cannot draw."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(PANE), 2))
            painter.drawRoundedRect(self.rect().adjusted(3, 3, -3, -3), 2, 2)


class Bar(QFrame):
    """One line across the view: a mark, a sentence and what can be done about it."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = QLabel()
        self._sentence = paragraph()
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 4, 4, 4)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._mark)
        self._layout.addWidget(self._sentence, 1)
        self.hide()

    def add(self, *buttons: QWidget) -> None:
        for button in buttons:
            self._layout.addWidget(button)

    @property
    def text(self) -> str:
        return self._sentence.text() if not self.isHidden() else ""

    def show_words(self, text: str) -> None:
        """Other words in a bar that is seen already, in silence."""
        self._sentence.setText(text)
        self.setAccessibleName(text)

    def show_sentence(self, text: str, *, tone: Tone) -> None:
        """Shows the bar, and lets a screen reader say a sentence that is new."""
        if text == self.text and self.property("bar") == tone.value:
            return
        icon_name, colour = _MARKS[tone]
        self._mark.setPixmap(icon(icon_name, colour=colour).pixmap(16))
        self.show_words(text)
        self.setProperty("bar", tone.value)
        self.style().polish(self)
        self.show()
        announce(self, text)


_MARKS = {
    Tone.ATTENTION: ("triangle-alert", LOOKS["Åtgärda"].colour),
    Tone.REVIEW: ("eye", LOOKS["Granska"].colour),
    Tone.NEWS: ("info", TEXT),
    Tone.DONE: ("circle-check", LOOKS["Klar"].colour),
}
