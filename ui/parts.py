"""The few ready-made parts that the views are put together from; text in them is never markup."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QAction, QFont, QIcon, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from ui.named_values import set_named
from ui.room import Room
from ui.theme import PANE, Colour, icon, shade, sized


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

    def __init__(
        self, text: str = "", *, colour: Colour | None = None, font: QFont | None = None
    ) -> None:
        super().__init__(text)
        self._colour: Colour | None = None
        set_named(self, textFormat="PlainText")
        if font:
            self.setFont(font)
        if colour:
            self.show_colour(colour)

    def show_colour(self, colour: Colour) -> None:
        self._colour = colour
        palette = self.palette()
        palette.setColor(self.foregroundRole(), shade(colour))
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """Light has become dark or the other way; the change that is made here says so too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._colour:
            worn = self.palette().color(self.foregroundRole())
            if worn != shade(self._colour):
                self.show_colour(self._colour)


class Mark(QWidget):
    """An icon beside a sentence that says the same in words, so a screen reader passes it over."""

    def __init__(self, *, side: int = 16) -> None:
        super().__init__()
        self._icon = QIcon()
        self.setFixedSize(side, side)

    def show_icon(self, name: str, *, colour: Colour) -> None:
        self._icon = icon(name, colour=colour)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._icon.paint(QtGui.QPainter(self), self.rect())


def title(text: str, *, size: int) -> Label:
    return Label(text, font=sized(size))


def paragraph(text: str = "", *, colour: Colour | None = None, font: QFont | None = None) -> Label:
    """A label that wraps."""
    label = Label(text, colour=colour, font=font)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


class OneLine(Label):
    """A line that ends in an ellipsis where it has no room; the whole is then in its tip."""

    def __init__(self, font: QFont, *, height: int, colour: Colour | None = None) -> None:
        super().__init__(font=font, colour=colour)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.shown_text()
        self.setToolTip("" if shown == self.text() else folded_tip(self.text()))
        if shown:
            QtGui.QPainter(self).drawText(self.rect(), self.alignment(), shown)

    def shown_text(self) -> str:
        """What there is room for."""
        if not self.text():
            return ""
        end = QtCore.Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.text(), end, self.width())


class Folding(Label):
    """A paragraph that is one line in a low window; what has no room is then in its tip."""

    def __init__(self, *, colour: Colour | None = None) -> None:
        super().__init__(colour=colour)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.fit(Room.AMPLE)

    def fit(self, room: Room) -> None:
        wraps, policy = room is Room.AMPLE, self.sizePolicy()
        self.setWordWrap(wraps)
        sideways = QSizePolicy.Policy.Preferred if wraps else QSizePolicy.Policy.Ignored
        policy.setHorizontalPolicy(sideways)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self.setToolTip("")

    def minimumSizeHint(self) -> QSize:
        """Folded it is one line, whatever lines its text has."""
        return super().minimumSizeHint() if self.wordWrap() else self.sizeHint()

    def sizeHint(self) -> QSize:
        return super().sizeHint() if self.wordWrap() else QSize(0, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.wordWrap():
            super().paintEvent(event)
            return
        line = self.text().replace("\n", " ")
        end = QtCore.Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(line, end, self.width())
        self.setToolTip("" if shown == line else folded_tip(line))
        QtGui.QPainter(self).drawText(self.rect(), self.alignment(), shown)


def copyable(text: str = "", *, colour: Colour | None = None) -> Label:
    """A paragraph whose words can be marked and copied."""
    label = paragraph(text, colour=colour)
    label.setTextInteractionFlags(
        QtCore.Qt.TextInteractionFlag.TextSelectableByMouse
        | QtCore.Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


class Button(QPushButton):
    """Enter presses the button that has the focus; Qt would press the dialog's default one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _presses(event):
            self.click()
        else:
            super().keyPressEvent(event)


class ToolButton(QToolButton):
    """Enter presses it, as it does any other button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _presses(event):
            self.click()
        else:
            super().keyPressEvent(event)


def _presses(event: QKeyEvent) -> bool:
    """Enter by itself: not held down, nor part of keys that mean something else."""
    keys, modifiers = QtCore.Qt.Key, QtCore.Qt.KeyboardModifier
    held = event.modifiers() & ~modifiers.KeypadModifier
    is_enter = event.key() in {keys.Key_Return, keys.Key_Enter}
    return is_enter and held == modifiers.NoModifier and not event.isAutoRepeat()


class StillChoice(QtWidgets.QComboBox):
    """Leaves the wheel to the page: scrolling past a choice must never change it."""

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        event.ignore()


def push_button(
    text: str, pressed: Callable[[], object], *, icon_name: str = "", kind: Kind = Kind.PLAIN
) -> QPushButton:
    button = _SHAPES.get(kind, Button)(text)
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
    button = ToolButton()
    button.setProperty("kind", kind.value)
    button.setDefaultAction(action)
    set_named(button, toolButtonStyle="ToolButtonTextBesideIcon", focusPolicy="StrongFocus")
    return button


def spread_row(*first: QWidget, last: Sequence[QWidget] = ()) -> QHBoxLayout:
    """With the room that is left over between the first and the last."""
    row = QHBoxLayout()
    for widget in first:
        row.addWidget(widget)
    row.addStretch(1)
    for widget in last:
        row.addWidget(widget)
    return row


def button_row(*buttons: QWidget) -> QHBoxLayout:
    """What ends a dialog, at its right edge."""
    row = spread_row(last=buttons)
    row.setSpacing(8)
    return row


def tip(text: str) -> str:
    """What a tooltip must be given to show a text letter by letter.

    Qt takes a text that looks like markup for markup, wherever it comes from.
    """
    return folded_tip(text) if {"<", "&"} & set(text) else text


def folded_tip(text: str) -> str:
    """As `tip`, broken into lines where it is long: of markup Qt does so, of plain text never."""
    import html  # noqa: PLC0415 - no start has such a tip, and its table of entities takes 2 ms

    return f"<qt>{html.escape(text)}</qt>" if text else ""


def announce(widget: QWidget, text: str) -> None:
    """Lets a screen reader say what has just happened."""
    # What a start has no use for: Python's types of these take 4 ms to make.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - as said

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class _PrimaryButton(Button):
    """Dark on dark, so its focus ring needs the white inside that a style sheet cannot draw."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QtGui.QPainter(self)
            painter.setPen(QtGui.QPen(shade(PANE), 2))
            painter.drawRoundedRect(self.rect().adjusted(3, 3, -3, -3), 2, 2)


class _Chip(Button):
    """Has room for its words as they are when it is chosen: bolder than Qt reckons with."""

    def sizeHint(self) -> QSize:
        bold, text = QFont(self.font()), self.text()
        bold.setWeight(QFont.Weight.DemiBold)
        more = QtGui.QFontMetrics(bold).horizontalAdvance(text)
        return super().sizeHint() + QSize(more - self.fontMetrics().horizontalAdvance(text), 0)


_SHAPES: dict[Kind, type[Button]] = {Kind.PRIMARY: _PrimaryButton, Kind.CHIP: _Chip}
