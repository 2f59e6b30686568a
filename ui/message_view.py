"""The 1177 message as the patient reads it, at the width of a phone or of a computer."""

from enum import Enum

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.wording import say
from ui.bar import Bar
from ui.focus_ring import FocusRing
from ui.message_marks import MessageMarks
from ui.message_sheet import MessageSheet, ShownMessage
from ui.parts import Kind, OneLine, Tone, paragraph, tip, title, tool_button
from ui.theme import BASE_SIZE, PANE_TITLE_SIZE, SECONDARY, sized

CAVEAT = say("Förhandsvisning – så läses texten. Utseendet i 1177 kan avvika.")


class FrameWidth(Enum):
    """Width of the frame and its padding, in logical pixels (ux.md 1.5)."""

    MOBILE = (390, 16)
    DESKTOP = (720, 24)


_LABELS = {
    FrameWidth.MOBILE: (say("Mobil"), say("Så brett som på en mobil: 390 pixlar")),
    FrameWidth.DESKTOP: (say("Dator"), say("Så brett som på en dator: 720 pixlar")),
}


class MessageView(QWidget):
    """The pane with the message. Nothing in it can be edited, followed or fetched."""

    # Logical pixels that the pane needs for the width that was chosen.
    room_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: ShownMessage | None = None
        self.title = title(say("1177-meddelande"), size=PANE_TITLE_SIZE)
        self._choices = {width: self._choice(width) for width in FrameWidth}
        self._note = Bar()
        self._desk = _Desk()
        self._narrower = paragraph(colour=SECONDARY)
        self._link = _link_line(self)
        self._lay_out()
        self.marks = MessageMarks(self._desk.sheet.body)
        self.marks.chosen_at.connect(self._desk.show_in_text)
        self._desk.sheet.link_pointed_at.connect(self._show_link)
        self.setFocusProxy(self._desk)
        self.setMinimumWidth(FrameWidth.MOBILE.value[0] + self._desk.beside())
        self.show_width(FrameWidth.MOBILE)

    @property
    def wanted_width(self) -> int:
        """Logical pixels in which the message has the width that is chosen."""
        return self._desk.wanted_width() + self._desk.beside()

    def show_message(self, shown: ShownMessage, *, note: str = "") -> None:
        """Replaces all that is shown; `note` says why the message is not sent, or ""."""
        self._note.setVisible(bool(note))
        if note:
            self._note.show_sentence(note, tone=Tone.NEWS)
        self._show_link("")
        if shown != self._shown:
            self._shown = shown
            self._desk.show_message(shown)

    def show_top(self) -> None:
        self._desk.verticalScrollBar().setValue(0)

    def show_width(self, width: FrameWidth) -> None:
        self._choices[width].setChecked(True)
        self._desk.show_width(width)
        self._tell_width()
        self.room_wanted.emit(self.wanted_width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_width()

    def _choice(self, width: FrameWidth) -> QAction:
        label, hint = _LABELS[width]
        action = QAction(label, self)
        action.setCheckable(True)
        action.setToolTip(tip(hint))
        action.triggered.connect(lambda: self.show_width(width))
        return action

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._header())
        layout.addWidget(self._note)
        layout.addWidget(self._desk, 1)
        for line in (paragraph(CAVEAT, colour=SECONDARY), self._narrower):
            layout.addWidget(line)

    def _header(self) -> QHBoxLayout:
        group = QActionGroup(self)
        header = QHBoxLayout()
        header.setSpacing(4)
        header.addWidget(self.title)
        header.addStretch(1)
        for action in self._choices.values():
            group.addAction(action)
            header.addWidget(tool_button(action, kind=Kind.TAB))
        return header

    def _show_link(self, address: str) -> None:
        """Over the sheet's lower edge, as a web browser tells where a link leads."""
        self._link.setText(say(" Länk: {address}", address=address))
        below, width = self._desk.geometry().bottom(), self._desk.width()
        wanted = self._link.fontMetrics().horizontalAdvance(self._link.text()) + 8
        self._link.setGeometry(0, below - self._link.height(), min(wanted, width), 24)
        self._link.setVisible(bool(address))
        self._link.raise_()

    def _tell_width(self) -> None:
        room, wanted = self._desk.room(), self._desk.wanted_width()
        self._narrower.setText(
            say(
                "Rutan rymmer {room} av {wanted} pixlar, så raderna blir kortare.",
                room=room,
                wanted=wanted,
            )
        )
        self._narrower.setVisible(room < wanted)


class _Desk(QScrollArea):
    """What the sheet lies on: it is centred, and never wider than there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._width = FrameWidth.MOBILE
        self._top = QWidget()
        self.sheet = MessageSheet()
        self.sheet.setParent(self._top)
        self.setWidget(self._top)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(say("1177-meddelande"))
        # Always there, so that a short message does not move the sheet sideways.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sheet.link_focused.connect(self._scroll_to)
        FocusRing(self)

    def wanted_width(self) -> int:
        width, _ = self._width.value
        return width

    def room(self) -> int:
        """Logical pixels for the sheet."""
        return self.viewport().width() - _BEFORE_SCROLL_BAR

    def beside(self) -> int:
        """Logical pixels that the sheet never gets."""
        return self.verticalScrollBar().sizeHint().width() + _BEFORE_SCROLL_BAR

    def show_message(self, shown: ShownMessage) -> None:
        self.sheet.show_message(shown)
        self._fit()

    def show_width(self, width: FrameWidth) -> None:
        self._width = width
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fit(self) -> None:
        wanted, padding = self._width.value
        self.sheet.fit(min(wanted, self.room()), padding=padding)
        self.sheet.move((self.room() - self.sheet.width()) // 2, 0)
        self._top.resize(self.viewport().width(), self.sheet.height())

    def show_in_text(self, place: QPoint) -> None:
        """Scrolls to a place in the text, in its own pixels."""
        self._scroll_to(self.sheet.body.mapTo(self.sheet, place))

    def _scroll_to(self, place: QPoint) -> None:
        at = self.sheet.mapTo(self._top, place)
        self.ensureVisible(at.x(), at.y())


_BEFORE_SCROLL_BAR = 8


def _link_line(parent: QWidget) -> OneLine:
    line = OneLine(sized(BASE_SIZE, QFont.Weight.Normal), height=24)
    line.setParent(parent)
    line.setBackgroundRole(QPalette.ColorRole.Base)
    line.setAutoFillBackground(True)
    line.hide()
    return line
