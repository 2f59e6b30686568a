"""The neutral frame of a message: its row in the inbox, the opened text and the notification.

Measures and colours are ux.md 1.5; nothing of 1177's own look is copied. The sheet keeps its
colours in every theme and its Swedish in every language of the window, because it pictures
something that is read elsewhere.
"""

from dataclasses import dataclass
from datetime import date
from math import ceil

from PySide6.QtCore import QByteArray, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QWidget

from app.languages import SWEDISH
from ui.focus_ring import FocusRing
from ui.parts import Label, OneLine
from ui.theme import Colour, shade, sized

# Word for word as Västra Götalandsregionen documents the notifications of 1177 inkorg.
SMS = (
    "Du har ett meddelande i e-tjänsterna på 1177. Meddelandet finns i inkorgen när du loggat in "
    "på 1177. Obs! Du kan inte svara på detta sms"
)
EMAIL = (
    "Du har ett meddelande i e-tjänsterna på 1177. Meddelandet finns i inkorgen när du loggat in "
    "på 1177. Obs! Det här är ett automatiskt meddelande som inte går att besvara."
)

PAPER = Colour.of_paper("#FFFFFF")
INK = Colour.of_paper("#1A1A1A")
FAINT_INK = Colour.of_paper("#40454A")
HAIRLINE = Colour.of_paper("#D8DCDD")
LINK = Colour.of_paper("#00538F")

_BETWEEN_CARDS = 12

# Longer lines are harder to read (ux.md 1.5).
CHARACTERS_A_LINE = 70

_KEYS_OF_THE_SCROLL_AREA = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Space,
    }
)


_PICTURE = QTextDocument.ResourceType.ImageResource.value


@dataclass(frozen=True, slots=True)
class ShownMessage:
    """What the citizen sees. `html` is drawn from the outgoing DocBook and trusted no further."""

    sender: str
    subject: str
    day: date
    html: str


class MessageSheet(QWidget):
    """Three cards, one under the other. It lays itself out at once: no layout asks it again."""

    # The address of the link under the mouse or the keyboard's focus, "" where there is none.
    link_pointed_at = Signal(str)
    # Where that link stands, in this widget's pixels, when the keyboard has moved to it.
    link_focused = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self._row = _InboxRow()
        self._opened = _Opened()
        self._cards = (self._row, self._opened, _Notification())
        for card in self._cards:
            card.setParent(self)
        self.body = self._opened.body
        self.body.highlighted.connect(self._point_at)

    def show_message(self, shown: ShownMessage) -> None:
        """Must be followed by `fit`, since the text decides the height."""
        self._row.show_message(shown)
        self._opened.show_message(shown)

    def fit(self, width: int, *, padding: int) -> None:
        """Takes the height that the text needs at a width; both in logical pixels."""
        top = 0
        for card in self._cards:
            height = card.fit(width, padding=padding)
            card.setGeometry(0, top, width, height)
            top += height + _BETWEEN_CARDS
        self.resize(width, top - _BETWEEN_CARDS)

    def _point_at(self, address: QUrl) -> None:
        self.link_pointed_at.emit(address.toDisplayString())
        if not address.isEmpty() and self.body.hasFocus():
            self.link_focused.emit(self.body.mapTo(self, self.body.cursorRect().center()))


class _Card(QFrame):
    """A white sheet with a hairline and round corners; its text is dark in every theme."""

    def __init__(self, *column: tuple[int, QWidget]) -> None:
        """The widgets from top to bottom, each with the room above it in pixels."""
        super().__init__()
        self._column = column
        for _, widget in column:
            widget.setParent(self)

    def fit(self, width: int, *, padding: int) -> int:
        """Places everything at a width; gives the height that it takes."""
        room, top = width - 2 * padding, padding
        for above, widget in self._column:
            height = max(widget.minimumHeight(), widget.heightForWidth(room))
            widget.setGeometry(padding, top + above, room, height)
            top += above + height
        return top + padding

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(shade(HAIRLINE))
        painter.setBrush(shade(PAPER))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class _InboxRow(_Card):
    """The message before it is opened: the subject is cut where the frame ends."""

    def __init__(self) -> None:
        self._sender = OneLine(sized(14), height=20, colour=INK)
        self._day = _text("", pixels=14, colour=FAINT_INK)
        self._subject = OneLine(sized(16), height=24, colour=INK)
        super().__init__((0, _in_one_row(_unread(), self._sender, self._day)), (4, self._subject))

    def show_message(self, shown: ShownMessage) -> None:
        self._sender.setText(shown.sender)
        self._day.setText(SWEDISH.plain_date(shown.day))
        self._subject.setText(shown.subject)


class _Opened(_Card):
    """The message when its title has been pressed."""

    def __init__(self) -> None:
        self._subject = _words("", pixels=24, weight=QFont.Weight.DemiBold)
        self._sender = _words("", pixels=16)
        self._day = _words("", pixels=14, colour=FAINT_INK)
        self.body = MessageBody()
        super().__init__((0, self._subject), (8, self._sender), (4, self._day), (16, self.body))

    def show_message(self, shown: ShownMessage) -> None:
        self._subject.setText(shown.subject)
        self._sender.setText(f"Från: {shown.sender}")
        self._day.setText(SWEDISH.long_date(shown.day))
        self.body.setHtml(shown.html)


class _Notification(_Card):
    """What the phone says: neither clinic nor time, so the subject carries the first meaning."""

    def __init__(self) -> None:
        super().__init__(
            (0, _words("Avisering", pixels=16, weight=QFont.Weight.DemiBold)),
            (4, _words("Innehåller inte besöket.", pixels=14, colour=FAINT_INK)),
            (12, _words("Sms", pixels=14, weight=QFont.Weight.DemiBold)),
            (4, _words(SMS, pixels=14)),
            (12, _words("E-post", pixels=14, weight=QFont.Weight.DemiBold)),
            (4, _words(EMAIL, pixels=14)),
        )


class MessageBody(QTextBrowser):
    """The text of a message, as tall as it is long: links are seen, but lead nowhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Meddelandets text")
        self.setPalette(_paper_palette())
        self.document().setDefaultFont(sized(16, QFont.Weight.Normal))
        self.document().setDocumentMargin(0)
        FocusRing(self)
        self._no_picture = QImage(1, 1, QImage.Format.Format_ARGB32)
        self._no_picture.fill(Qt.GlobalColor.transparent)
        self.setMaximumWidth(CHARACTERS_A_LINE * self.fontMetrics().averageCharWidth())

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's own name
        # The text is laid out once, at the width it is going to have.
        self.resize(min(width, self.maximumWidth()), self.height())
        return ceil(self.document().size().height())

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is ever fetched, from the network or from this computer.

        A picture is answered with an empty one: to "none" Qt answers by reading the file itself.
        """
        return self._no_picture if kind == _PICTURE else QByteArray()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001, N802 - Qt's own signature
        """Tab goes from link to link; unlike the mouse, Qt does not tell which one it reached."""
        stayed = super().focusNextPrevChild(next)
        self.highlighted.emit(QUrl(self.textCursor().charFormat().anchorHref() if stayed else ""))
        return stayed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The sheet scrolls as a whole, so the keys that move are left to what holds it.
        if event.key() in _KEYS_OF_THE_SCROLL_AREA:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _paper_palette() -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, shade(PAPER))
    palette.setColor(QPalette.ColorRole.Text, shade(INK))
    palette.setColor(QPalette.ColorRole.Link, shade(LINK))
    return palette


def _unread() -> Label:
    dot = _text("●", pixels=14, colour=LINK)
    dot.setAccessibleName("Oläst")
    dot.setToolTip("Oläst")
    return dot


def _in_one_row(dot: QWidget, sender: QWidget, day: QWidget) -> QWidget:
    line = QWidget()
    line.setFixedHeight(20)
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(dot)
    layout.addWidget(sender, 1)
    layout.addWidget(day)
    return line


def _words(
    text: str,
    *,
    pixels: int,
    weight: QFont.Weight = QFont.Weight.Normal,
    colour: Colour = INK,
) -> Label:
    label = _text(text, pixels=pixels, weight=weight, colour=colour)
    label.setWordWrap(True)
    return label


def _text(
    text: str,
    *,
    pixels: int,
    weight: QFont.Weight = QFont.Weight.Normal,
    colour: Colour = INK,
) -> Label:
    return Label(text, colour=colour, font=sized(pixels, weight))
