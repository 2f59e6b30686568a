"""History: what was sent, what is unclear, and each letter opened exactly as it left."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.dispatch import STATUS_NAMES, Dispatch
from app.history import Question
from app.services import Services
from ui.day_strip import DayStrip
from ui.history_filters import HistoryFilters
from ui.history_model import HistoryModel
from ui.history_reading import HistoryReading, Overview
from ui.history_table import HistoryTable
from ui.parts import title
from ui.preview_states import SentencePage
from ui.sent_letter_view import SentLetterView
from ui.task_runner import TaskRunner
from ui.theme import PANE_TITLE_SIZE

_CHOOSE = "Välj en kallelse i listan, så visas den här precis som den skickades."
# Logical pixels; the opened letter gets all that is over.
_NARROWEST_LIST, _LIST, _LETTER = 480, 780, 600


class HistoryView(QWidget):
    """Nothing in it changes anything: history is read."""

    def __init__(self) -> None:
        super().__init__()
        self.model = HistoryModel()
        self.filters = HistoryFilters()
        self.strip = DayStrip()
        self.table = HistoryTable(self.model)
        self.letter = SentLetterView()
        self._empty = SentencePage()
        self._list = QStackedWidget()
        self._reading: HistoryReading | None = None
        self._lay_out()
        self.setFocusProxy(self.table)
        self.letter.show_nothing(_CHOOSE)
        self.model.modelReset.connect(self._show_list)

    def attach(self, services: Services, tasks: TaskRunner) -> None:
        """From here on it answers what is asked."""
        reading = HistoryReading(services, tasks, model=self.model, parent=self)
        reading.overview_read.connect(self._show_overview)
        reading.letter_opened.connect(self.letter.show_letter)
        reading.page_opened.connect(self.letter.show_content)
        reading.opening_failed.connect(self.letter.show_failure)
        self.letter.page_wanted.connect(reading.open_page)
        self.table.dispatch_shown.connect(partial(self._open, reading))
        self.filters.use_clock(reading.today)
        self.filters.changed.connect(self._ask)
        self._reading = reading

    def refresh(self) -> None:
        """Reads everything again: the list, the day's sums and what is unclear."""
        if self._reading is not None:
            self._reading.read_overview()
            self._ask()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 steps through."""
        return (self.filters, self.table, self.letter)

    def show_search(self) -> None:
        """Puts the focus where one searches."""
        self.filters.show_search()

    def _ask(self) -> None:
        self.model.ask(self.filters.question())

    def _open(self, reading: HistoryReading, dispatch: Dispatch | None) -> None:
        if dispatch is None:
            self.letter.show_nothing(_CHOOSE)
        reading.open(dispatch, dpi=self.letter.wanted_dpi())

    def _show_overview(self, overview: Overview) -> None:
        self.strip.show_batches(overview.batches)
        self.filters.show_unclear(overview.unclear)

    def _show_list(self) -> None:
        self._empty.show_calm(nothing_found(self.model.question))
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
