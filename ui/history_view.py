"""History: what was sent, what a person must settle, and each letter exactly as it left."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app import not_called
from app.dispatch import Dispatch
from app.queueing import barred_persons
from app.rows import Row
from app.services import Services
from app.swedish_dates import capitalised, long_date
from app.wording import say
from app.worklist import Worklist
from ui.copy_sheet import ask_about
from ui.day_strip import DayStrip
from ui.history_filters import HistoryFilters
from ui.history_lists import HistoryLists
from ui.history_reading import HistoryReading, Overview
from ui.letter_commands import LetterCommands
from ui.notices import FirstOf, Notice, WaitingBar, WorkBar
from ui.parts import Tone, title
from ui.receipt_saving import ReceiptSaving, export_button
from ui.sent_letter import OpenedLetter
from ui.sent_letter_view import SentLetterView
from ui.settling import Settling
from ui.task_runner import TaskRunner
from ui.theme import PANE_TITLE_SIZE
from ui.ways_out import WaysOut, ways_out_of_stack
from ui.work_lists import WorkList

_CHOOSE = say("Välj en kallelse i listan, så visas den här precis som den skickades.")
_GO_TO = say("Ingen kallelse finns att visa. Tryck Enter för att gå till bokningen i Utskick.")
_NOT_OPEN = say("Listan ”{file}” är inte öppen. Öppna den, så går det att gå till raden.")
# Logical pixels; the opened letter gets all that is over.
_NARROWEST_LIST, _LIST, _LETTER = 480, 780, 600
# What the filters ask for themselves, and the work lists that come with the day's sums.
_ASKED = {None, WorkList.UNCLEAR}
_IN_OVERVIEW = {WorkList.REJECTED, WorkList.NOT_CALLED}


class HistoryView(QWidget):
    """What was sent is only read; what is unclear, refused or taken back is settled here."""

    # Something has been decided, so what waits and where each booking stands may have changed.
    settled = Signal()
    # The number of a row in the bookings that are open.
    row_wanted = Signal(int)

    def __init__(self, letter: SentLetterView, *, parent: QWidget | None = None) -> None:
        """`letter` is the half that shows a letter: as much to make as the other half."""
        super().__init__(parent)
        self.lists = HistoryLists()
        self.filters = HistoryFilters()
        self.day = title(say("Idag"), size=PANE_TITLE_SIZE)
        self.strip = DayStrip()
        self.letter = letter
        self.waiting = WaitingBar()
        self.notice = Notice()
        self.at_work = WorkBar()
        self._reading: HistoryReading | None = None
        self._saving: ReceiptSaving | None = None
        self._worklist: Callable[[], Worklist | None] = lambda: None
        self._balanced: date | None = None
        self._opened: OpenedLetter | None = None
        self._top = QHBoxLayout()
        self.save_list = QAction(say("Det som listas…"), self)
        self.save_letter = QAction(say("Kvittens med kallelsen…"), self)
        self.save_letter.setEnabled(False)
        self._lay_out()
        self.letter.show_nothing(_CHOOSE)
        self.setFocusProxy(self.lists)
        self.filters.search.returnPressed.connect(self.lists.take_focus)
        self.lists.numbered.connect(self.filters.show_number)
        self.lists.uncalled_table.row_wanted.connect(self._go_to)
        self.save_list.triggered.connect(self._save_list)
        self.save_letter.triggered.connect(self._save_letter)

    def attach(self, services: Services, tasks: TaskRunner) -> None:
        """From here on it answers what is asked."""
        reading = HistoryReading(services, tasks, model=self.lists.model, parent=self)
        reading.overview_read.connect(self._show_overview)
        reading.unread_read.connect(self._show_unread)
        reading.counted.connect(self._show_number)
        reading.letter_opened.connect(self._show_letter)
        reading.page_opened.connect(self.letter.show_content)
        reading.opening_failed.connect(self.letter.show_failure)
        reading.reason_wanted.connect(self.letter.ask_reason)
        self.letter.reason_given.connect(
            lambda why: reading.open_because(why, dpi=self.letter.wanted_dpi())
        )
        self.letter.page_wanted.connect(reading.open_page)
        self.lists.dispatch_shown.connect(partial(self._open, reading))
        self.lists.table.choice_changed.connect(self._show_ways)
        self.filters.use_clock(reading.today)
        self.filters.changed.connect(self._ask)
        self.lists.use_clock(services.now)
        self.letter.panel.use_clock(services.now)
        self._attach_settling(Settling(services, tasks, self))
        self._attach_commands(LetterCommands(services, tasks, self), reading)
        self._saving = ReceiptSaving(services, tasks, parent=self, notice=self.notice)
        self._reading = reading

    def use_list(self, worklist: Callable[[], Worklist | None]) -> None:
        """The bookings that are open beside it tell more of those without a letter."""
        self._worklist = worklist

    def refresh(self) -> None:
        """Reads everything again: the list, the day's sums, what is unclear and what is unread."""
        if self._reading is not None:
            self._balanced = None
            self._reading.read_unread()
            self._ask()

    def show_unclear(self) -> None:
        """All letters that wait for a decision, whatever day they are from."""
        self.filters.show_only(WorkList.UNCLEAR)

    def show_told(self, text: str, tone: Tone, waiting: int) -> None:
        """What sending has told; letters that wait can be sent or taken back from here too."""
        if waiting:
            self.waiting.show_sentence(text, tone=tone)
        else:
            self.waiting.hide()
            self.notice.show_news(text, tone=tone)

    def hide_persons(self) -> None:
        self.lists.hide_persons()

    def show_persons(self) -> None:
        self.lists.show_persons()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 steps through."""
        return (self.filters, self.lists.listed, self.letter)

    def show_search(self) -> None:
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
        settling.copy_made.connect(lambda copy: ask_about(copy, settling, parent=self.window()))
        settling.settled.connect(self._show_settled)
        settling.failed.connect(self.refresh)
        settling.use_barred(self._barred)

    def _attach_commands(self, commands: LetterCommands, reading: HistoryReading) -> None:
        reading.letter_opened.connect(commands.show_opened)
        self.lists.dispatch_shown.connect(commands.forget)
        self._top.addWidget(commands.button)

    def _barred(self) -> frozenset[str]:
        worklist = self._worklist()
        return barred_persons(worklist.batch.bookings) if worklist else frozenset()

    def _show_settled(self, told: str) -> None:
        self.notice.show_news(told, tone=Tone.DONE)
        self.refresh()
        self.settled.emit()

    def _ask(self) -> None:
        """The day's sums are read anew with each other day, and with what they hold in a list."""
        reading, work_list = self._reading, self.filters.chips.lit
        if reading is None:
            return
        self.lists.begin(work_list)
        if work_list is WorkList.UNREAD:
            reading.read_unread()
        if work_list in _ASKED:
            self.lists.model.ask(self.filters.question())
            reading.read_number(self.filters.question())
        if self.filters.balanced_day != self._balanced or work_list in _IN_OVERVIEW:
            self._balanced = self.filters.balanced_day
            reading.read_overview(self._balanced)

    def _open(self, reading: HistoryReading, dispatch: Dispatch | None) -> None:
        self._opened = None
        self.save_letter.setEnabled(False)
        if dispatch is None:
            is_uncalled = self.filters.chips.lit is WorkList.NOT_CALLED
            self.letter.show_nothing(_GO_TO if is_uncalled else _CHOOSE)
        else:
            self.letter.show_reading(dispatch)
        reading.open(dispatch, dpi=self.letter.wanted_dpi())

    def _show_letter(self, opened: OpenedLetter) -> None:
        self._opened = opened
        self.save_letter.setEnabled(True)
        self.letter.show_letter(opened)
        self._show_ways()

    def _show_ways(self) -> None:
        """Of the letter that is open, or of the stack that is chosen in the list."""
        chosen, panel = self.lists.chosen(), self.letter.panel
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
        is_unread = self.filters.chips.lit is WorkList.UNREAD
        return WaysOut((sent,)) if is_unread else self._opened.ways

    def _show_number(self, number: int) -> None:
        """Of what the filters ask for; a work list that was lit since tells its own."""
        if self.filters.chips.lit in _ASKED:
            self.filters.show_number(number)

    def _show_unread(self, messages: tuple[Dispatch, ...]) -> None:
        self.filters.chips.show_number(WorkList.UNREAD, len(messages))
        if self.filters.chips.lit is WorkList.UNREAD:
            self.lists.show_found(messages)

    def _show_overview(self, overview: Overview) -> None:
        chips = self.filters.chips
        is_today = self._reading is not None and overview.day == self._reading.today()
        self.day.setText(say("Idag") if is_today else capitalised(long_date(overview.day)))
        self.strip.show_batches(overview.batches)
        self.filters.show_units(overview.units)
        chips.show_number(WorkList.UNCLEAR, overview.unclear)
        chips.show_number(WorkList.REJECTED, len(overview.rejected))
        chips.show_number(WorkList.NOT_CALLED, len(overview.not_called))
        if chips.lit is WorkList.REJECTED:
            self.lists.show_found(overview.rejected)
        if chips.lit is WorkList.NOT_CALLED:
            self.lists.show_uncalled(not_called.told(overview.not_called, row_of=self._row_of))

    def _row_of(self, utskick: str, row_no: int) -> Row | None:
        """A row that was typed by hand when the file was open before is in no list."""
        worklist = self._worklist()
        if worklist is None or worklist.utskick != utskick:
            return None
        return worklist.row(row_no) if worklist.has_row(row_no) else None

    def _go_to(self, row: not_called.Uncalled) -> None:
        if self._row_of(row.utskick, row.row_no):
            self.row_wanted.emit(row.row_no)
        else:
            name = self.lists.uncalled.name_of_file(row)
            self.notice.show_news(_NOT_OPEN.format(file=name), tone=Tone.NEWS)

    def _save_list(self) -> None:
        if self._saving:
            self._saving.ask_for_listed(self.filters, self.lists)

    def _save_letter(self) -> None:
        if self._saving and self._opened:
            self._saving.ask_for_receipt(self._opened.sent)

    def _lay_out(self) -> None:
        """From the outside in: to move what has many parts takes long (measured)."""
        beside = QSplitter(Qt.Orientation.Horizontal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(beside)
        left, right = QWidget(), QWidget()
        for half in (left, right):
            beside.addWidget(half)
        self._lay_out_left(left)
        around = QVBoxLayout(right)
        around.setContentsMargins(4, 12, 12, 12)
        around.addWidget(self.letter)
        beside.setChildrenCollapsible(False)
        beside.setHandleWidth(4)
        beside.setStretchFactor(0, 0)
        beside.setStretchFactor(1, 1)
        beside.setSizes([_LIST, _LETTER])

    def _lay_out_left(self, left: QWidget) -> None:
        column = QVBoxLayout(left)
        # Not a least width of the whole, under which the chips' own would be cut.
        column.addStrut(_NARROWEST_LIST)
        column.setContentsMargins(12, 12, 4, 12)
        column.setSpacing(8)
        self._top.addWidget(self.day, 1)
        self._top.addWidget(export_button(self.save_list, self.save_letter))
        column.addWidget(FirstOf(self.waiting, self.notice, margins=(0, 0, 0, 0)))
        column.addWidget(self.at_work)
        column.addLayout(self._top)
        column.addWidget(self.strip)
        column.addWidget(self.filters)
        column.addWidget(self.lists, 1)
