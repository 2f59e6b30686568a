"""History: what was sent, what a person must settle, and each letter exactly as it left."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.dispatch import STATUS_NAMES, Dispatch
from app.history import Question
from app.services import Services
from ui.copy_sheet import CopySheet
from ui.day_strip import DayStrip
from ui.history_filters import HistoryFilters
from ui.history_model import HistoryModel
from ui.history_reading import HistoryReading, Overview
from ui.history_table import HistoryTable
from ui.notices import FirstOf, Notice, WaitingBar
from ui.parts import Tone, title
from ui.preview_states import SentencePage
from ui.sent_letter import OpenedLetter
from ui.sent_letter_view import SentLetterView
from ui.settling import Settling, ShownCopy
from ui.task_runner import TaskRunner
from ui.theme import PANE_TITLE_SIZE
from ui.ways_out import WaysOut, ways_out_of_stack

_CHOOSE = "Välj en kallelse i listan, så visas den här precis som den skickades."
_ALL_READ = "Inget meddelande har varit oläst så länge att det behöver ett brev."
# Logical pixels; the opened letter gets all that is over.
_NARROWEST_LIST, _LIST, _LETTER = 480, 780, 600


class HistoryView(QWidget):
    """What was sent is only read; what is unclear, refused or taken back is settled here."""

    # Something has been decided, so what waits and where each booking stands may have changed.
    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = HistoryModel()
        self.filters = HistoryFilters()
        self.strip = DayStrip()
        self.table = HistoryTable(self.model)
        self.letter = SentLetterView()
        self.waiting = WaitingBar()
        self.notice = Notice()
        self._empty = SentencePage()
        self._list = QStackedWidget()
        self._reading: HistoryReading | None = None
        self._opened: OpenedLetter | None = None
        self._lay_out()
        self.setFocusProxy(self.table)
        self.letter.show_nothing(_CHOOSE)
        self.model.modelReset.connect(self._show_list)

    def attach(self, services: Services, tasks: TaskRunner) -> None:
        """From here on it answers what is asked."""
        reading = HistoryReading(services, tasks, model=self.model, parent=self)
        reading.overview_read.connect(self._show_overview)
        reading.unread_read.connect(self._show_unread)
        reading.letter_opened.connect(self._show_letter)
        reading.page_opened.connect(self.letter.show_content)
        reading.opening_failed.connect(self.letter.show_failure)
        self.letter.page_wanted.connect(reading.open_page)
        self.table.dispatch_shown.connect(partial(self._open, reading))
        self.table.choice_changed.connect(self._show_ways)
        self.filters.use_clock(reading.today)
        self.filters.changed.connect(self._ask)
        self.model.use_clock(services.now)
        self.letter.panel.use_clock(services.now)
        self._attach_settling(Settling(services, tasks, self))
        self._reading = reading

    def refresh(self) -> None:
        """Reads everything again: the list, the day's sums, what is unclear and what is unread."""
        if self._reading is not None:
            self._reading.read_overview()
            self._reading.read_unread()
            self._ask()

    def show_unclear(self) -> None:
        """All letters that wait for a decision, whatever day they are from."""
        self.filters.show_only_unclear()

    def show_told(self, text: str, tone: Tone, waiting: int) -> None:
        """What sending has told; letters that wait can be sent or taken back from here too."""
        if waiting:
            self.waiting.show_sentence(text, tone=tone)
        else:
            self.waiting.hide()
            self.notice.show_news(text, tone=tone)

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 steps through."""
        return (self.filters, self.table, self.letter)

    def show_search(self) -> None:
        """Puts the focus where one searches."""
        self.filters.show_search()

    def _attach_settling(self, settling: Settling) -> None:
        panel = self.letter.panel
        panel.arrived.connect(settling.confirm_arrived)
        panel.not_arrived.connect(settling.confirm_not_arrived)
        panel.copy_wanted.connect(
            lambda letters, channel, why: settling.make_copy(
                letters, channel, why, dpi=self.letter.wanted_dpi()
            )
        )
        settling.copy_made.connect(partial(self._show_copy, settling))
        settling.settled.connect(self._show_settled)
        settling.failed.connect(self.refresh)

    def _show_copy(self, settling: Settling, copy: ShownCopy) -> None:
        sheet = CopySheet(self.window(), copy)
        sheet.page_wanted.connect(
            lambda page, dpi: settling.make_page(copy, page_index=page, dpi=dpi)
        )
        settling.page_made.connect(sheet.show_copy)
        sheet.accepted.connect(lambda: settling.send_copy(copy))
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _show_settled(self, told: str) -> None:
        self.notice.show_news(told, tone=Tone.DONE)
        self.refresh()
        self.settled.emit()

    def _ask(self) -> None:
        if not self.filters.asks_unread:
            self.model.ask(self.filters.question())
        elif self._reading is not None:
            self._reading.read_unread()

    def _open(self, reading: HistoryReading, dispatch: Dispatch | None) -> None:
        self._opened = None
        if dispatch is None:
            self.letter.show_nothing(_CHOOSE)
        reading.open(dispatch, dpi=self.letter.wanted_dpi())

    def _show_letter(self, opened: OpenedLetter) -> None:
        self._opened = opened
        self.letter.show_letter(opened)
        self._show_ways()

    def _show_ways(self) -> None:
        """Of the letter that is open, or of the stack that is chosen in the list."""
        chosen, panel = self.table.chosen(), self.letter.panel
        if len(chosen) <= 1:
            panel.show_ways(self._ways_of_opened())
        elif stack := ways_out_of_stack(chosen):
            panel.show_ways(stack)
        else:
            panel.show_not_one_stack()

    def _ways_of_opened(self) -> WaysOut | None:
        """A message is offered a letter only in the list of what is unread."""
        if self._opened is None:
            return None
        sent = self._opened.sent.dispatch
        return WaysOut((sent,)) if self.filters.asks_unread else self._opened.ways

    def _show_unread(self, messages: tuple[Dispatch, ...]) -> None:
        self.filters.show_unread(len(messages))
        if self.filters.asks_unread:
            self.model.show_found(messages)

    def _show_overview(self, overview: Overview) -> None:
        self.strip.show_batches(overview.batches)
        self.filters.show_unclear(overview.unclear)

    def _show_list(self) -> None:
        question = self.model.question
        nothing = _ALL_READ if self.filters.asks_unread else nothing_found(question)
        self._empty.show_calm(nothing)
        self._list.setCurrentIndex(0 if self.model.rowCount() else 1)

    def _lay_out(self) -> None:
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.addWidget(self._left())
        beside.addWidget(self._right())
        beside.setChildrenCollapsible(False)
        beside.setHandleWidth(4)
        beside.setStretchFactor(0, 0)
        beside.setStretchFactor(1, 1)
        beside.setSizes([_LIST, _LETTER])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(beside)

    def _left(self) -> QWidget:
        self._list.addWidget(self.table)
        self._list.addWidget(self._empty)
        left = QWidget()
        left.setMinimumWidth(_NARROWEST_LIST)
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 4, 12)
        column.setSpacing(8)
        column.addWidget(FirstOf(self.waiting, self.notice, margins=(0, 0, 0, 0)))
        column.addWidget(title("Idag", size=PANE_TITLE_SIZE))
        column.addWidget(self.strip)
        column.addWidget(self.filters)
        column.addWidget(self._list, 1)
        return left

    def _right(self) -> QWidget:
        right = QWidget()
        around = QVBoxLayout(right)
        around.setContentsMargins(4, 12, 12, 12)
        around.addWidget(self.letter)
        return right


def nothing_found(question: Question) -> str:
    """Why the list is empty, and what else to try."""
    if question.words:
        return f"Inga träffar på ”{question.words}”. Rensa sökningen, eller sök bland alla dagar."
    if question.status is not None:
        return f"Inget med statusen {STATUS_NAMES[question.status].lower()}."
    return "Inget skickat idag." if question.day else "Inget skickat än."
