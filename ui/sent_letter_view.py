"""The opened letter of history: at left what was sent, at right what is known of its way."""

import uuid

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.dispatch import Dispatch
from app.history import SentLetter
from app.receipts import told, visit_time
from app.wording import say
from ui.bar import Bar
from ui.curtain import behind_curtain
from ui.focus_ring import FocusRing
from ui.message_sheet import ShownMessage
from ui.message_view import MessageView
from ui.page_view import PageView
from ui.pane_pair import PanePair
from ui.parts import Label, Tone, copyable, paragraph, title
from ui.preview_states import SentencePage
from ui.reason_page import ReasonPage
from ui.sent_letter import OpenedLetter, proof, warning
from ui.theme import PANE_TITLE_SIZE, SECONDARY, VIEW_TITLE_SIZE, sized
from ui.ways_out_panel import WaysOutPanel

# Milliseconds before it is said that a letter is being read.
_PATIENCE = 150

_BEING_READ = say("Kallelsen hämtas ur historiken.")


class SentLetterView(QWidget):
    """What was sent cannot be edited; what is not settled can be decided in the panel over it."""

    # Page, counted from 0, and dots per inch of the raster that is wanted.
    page_wanted = Signal(int, float)
    # Why a protected person's letter must be opened.
    reason_given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._name = title("", size=VIEW_TITLE_SIZE)
        self._visit = paragraph(colour=SECONDARY)
        self._warning = Bar()
        # What came of making the letter once more.
        self.again = Bar()
        self.panel = WaysOutPanel()
        self._message = MessageView()
        self._page = PageView()
        self._letter = QStackedWidget()
        for pane in (self._message, self._page):
            self._letter.addWidget(pane)
        self._evidence = _Evidence()
        self._panes = PanePair(
            (say("Det som skickades"), self._letter),
            (say("Händelser och kvittens"), self._evidence),
            titles=(self._message.title, self._page.title, self._evidence.title),
        )
        self._sentence = SentencePage()
        self._opened = QWidget()
        self.reason = ReasonPage()
        self._stack = QStackedWidget()
        self._shown: uuid.UUID | None = None
        self._slow = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._slow.timeout.connect(lambda: self._sentence.show_calm(_BEING_READ))
        self._lay_out()
        self._page.page_wanted.connect(self.page_wanted)
        self.reason.given.connect(self.reason_given)
        self.setFocusProxy(self._panes)

    def wanted_dpi(self) -> float:
        return self._page.wanted_dpi()

    def show_nothing(self, sentence: str) -> None:
        self._sentence.show_calm(sentence)
        self._show_page(self._sentence)

    def show_failure(self, sentence: str) -> None:
        self._sentence.show_alarm(sentence)
        self._show_page(self._sentence)

    def ask_reason(self, sentence: str) -> None:
        self.reason.ask(sentence)
        self._show_page(self.reason)

    def show_reading(self, dispatch: Dispatch) -> None:
        """A letter on its way; that of another never stays beside its row.

        An ordinary answer comes before words about it could be read, so at first nothing is said.
        """
        if dispatch.id != self._shown:
            self.show_nothing("")
            self._slow.start()

    def show_letter(self, opened: OpenedLetter) -> None:
        self._show_heading(opened.sent)
        self._evidence.show_letter(opened)
        self.show_content(opened)
        self._message.show_top()
        self._page.show_top()
        self._show_page(self._opened, of=opened.sent.dispatch.id)

    def show_content(self, opened: OpenedLetter) -> None:
        """Only the message or the page, where the rest is shown already."""
        if isinstance(opened.shown, ShownMessage):
            self._message.show_message(opened.shown)
            self._letter.setCurrentWidget(self._message)
        else:
            self._page.show_page(opened.shown)
            self._letter.setCurrentWidget(self._page)

    def _show_page(self, page: QWidget, *, of: uuid.UUID | None = None) -> None:
        self._slow.stop()
        self._shown = of
        self._stack.setCurrentWidget(page)

    def _show_heading(self, sent: SentLetter) -> None:
        dispatch = sent.dispatch
        self._name.setText(dispatch.name)
        self._visit.setText(f"{dispatch.letter_name}, {visit_time(dispatch)}")
        said = warning(dispatch)
        self._warning.setVisible(bool(said))
        if said:
            self._warning.show_sentence(said, tone=Tone.ATTENTION)

    def _lay_out(self) -> None:
        """From the outside in: to move what has many parts takes long (measured)."""
        layout = QVBoxLayout(behind_curtain(self))
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        for page in (self._sentence, self._opened, self.reason):
            self._stack.addWidget(page)
        inside = QVBoxLayout(self._opened)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for widget in (self._name, self._visit, self._warning, self.again, self.panel):
            inside.addWidget(widget)
        inside.addWidget(self._panes, 1)


class _Evidence(QWidget):
    """Everything as words that can be marked and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.title = title(say("Händelser och kvittens"), size=PANE_TITLE_SIZE)
        self.title.setFixedHeight(32)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(say("Händelser och kvittens"))
        FocusRing(self._area)
        self.setFocusProxy(self._area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self._area, 1)

    def show_letter(self, opened: OpenedLetter) -> None:
        words = QWidget()
        grid = QGridLayout(words)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for term, text in proof(opened):
            row = grid.rowCount()
            grid.addWidget(Label(term, colour=SECONDARY), row, 0, top)
            grid.addWidget(copyable(text), row, 1)
        grid.addWidget(
            Label(say("Händelser"), font=sized(PANE_TITLE_SIZE)), grid.rowCount(), 0, 1, 2
        )
        for event in opened.sent.events:
            heading, sentence = told(event)
            grid.addWidget(copyable(f"{heading}\n{sentence}".strip()), grid.rowCount(), 0, 1, 2)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(words)
