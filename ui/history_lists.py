"""The lists of history: letters, or bookings without one, or why there is nothing to list."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTableView

from app.dispatch import STATUS_NAMES, Dispatch
from app.history import Question
from app.not_called import Uncalled
from app.swedish_dates import plain_date
from app.wording import say
from ui.history_model import HistoryModel
from ui.history_table import HistoryTable
from ui.not_called_table import NotCalledModel, NotCalledTable
from ui.preview_states import SentencePage
from ui.privacy import HIDDEN_PERSON
from ui.work_lists import WorkList

_NOTHING_LEFT = {
    WorkList.REJECTED: say("Inget avvisat väntar på en ny kallelse."),
    WorkList.UNREAD: say("Inget meddelande har varit oläst så länge att det behöver ett brev."),
    WorkList.NOT_CALLED: say("Alla kommande besök i de senaste filerna är kallade."),
}


class HistoryLists(QStackedWidget):
    """Which one is seen follows what is listed; `numbered` comes with how much that is."""

    # The letter of the current row, or None.
    dispatch_shown = Signal(object)
    numbered = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.model = HistoryModel()
        self.table = HistoryTable(self.model)
        self.uncalled = NotCalledModel()
        self.uncalled_table = NotCalledTable(self.uncalled)
        self.empty = SentencePage()
        self._now: Callable[[], datetime] = lambda: _LONG_AGO
        self._work_list: WorkList | None = None
        self._hides_words = False
        for page in (self.table, self.uncalled_table, self.empty):
            self.addWidget(page)
        self.setFocusProxy(self.table)
        self.table.dispatch_shown.connect(self.dispatch_shown)
        self.uncalled_table.dispatch_shown.connect(self.dispatch_shown)
        self.model.modelReset.connect(self._show_page)
        self.uncalled.modelReset.connect(self._show_page)

    def use_clock(self, now: Callable[[], datetime]) -> None:
        """Asked each time, since the window may stay open past midnight."""
        self._now = now
        self.model.use_clock(now)

    def take_focus(self) -> None:
        """Where something is listed; a hidden table would take it when one has typed on."""
        if self.listed.isVisible():
            self.listed.setFocus()

    @property
    def listed(self) -> QTableView:
        """The table that has the rows, or would have them."""
        is_uncalled = self._work_list is WorkList.NOT_CALLED
        return self.uncalled_table if is_uncalled else self.table

    def chosen(self) -> tuple[Dispatch, ...]:
        """Several letters can be chosen at once, of bookings without one only the current."""
        return () if self._work_list is WorkList.NOT_CALLED else self.table.chosen()

    def begin(self, work_list: WorkList | None) -> None:
        """What comes from now on is of this work list; None is what the filters ask for."""
        if work_list is not self._work_list:
            self._work_list = work_list
            self.setFocusProxy(self.listed)
            self.dispatch_shown.emit(None)
            if work_list is WorkList.NOT_CALLED:
                self._show_page()

    def show_found(self, letters: tuple[Dispatch, ...]) -> None:
        self.model.show_found(letters)
        self.numbered.emit(len(letters))

    def show_uncalled(self, rows: tuple[Uncalled, ...]) -> None:
        """The same rows again leave the current one where it is."""
        if rows != self.uncalled.rows:
            self.uncalled.show_rows(rows)
        self.numbered.emit(len(rows))

    def hide_persons(self) -> None:
        self._hides_words = True
        self.model.hide_persons()
        self.uncalled.hide_persons()
        self._show_page()

    def show_persons(self) -> None:
        self._hides_words = False
        self.model.show_persons()
        self.uncalled.show_persons()
        self._show_page()

    def _show_page(self) -> None:
        table, question = self.listed, self.model.question
        if self._hides_words and question.words:
            question = replace(question, words=HIDDEN_PERSON)
        left = _NOTHING_LEFT.get(self._work_list) if self._work_list else None
        self.empty.show_calm(left or nothing_found(question, today=self._now().date()))
        self.setCurrentWidget(table if table.model().rowCount() else self.empty)


_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def nothing_found(question: Question, *, today: date) -> str:
    """Why the list is empty, and what else to try."""
    if question.words:
        return say(
            "Inga träffar på ”{words}”. Rensa sökningen, eller sök bland alla dagar.",
            words=question.words,
        )
    if question.status is not None:
        return say("Inget med statusen {status}.", status=STATUS_NAMES[question.status].lower())
    if question.channel is not None or question.unit_id:
        return say("Inget skickat med det här urvalet.")
    if question.since is None:
        return say("Inget skickat än.")
    if question.since != question.until:
        return say("Inget skickat under perioden.")
    return say("Inget skickat idag.") if question.since == today else _on(question.since)


def _on(day: date) -> str:
    return say("Inget skickat {day}.", day=plain_date(day))
