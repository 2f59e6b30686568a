"""Reads the log, a portion at a time, and tells whether its chain is whole."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.access_log import LogEntry, LogQuestion
from app.errors import NotDecided
from app.log_review import LogReview
from app.wording import say
from ui.curtain import behind_curtain
from ui.log_filters import LogFilters
from ui.log_table import LogModel, LogTable
from ui.log_work import LogWork
from ui.notices import WorkBar
from ui.parts import Label, primary_button, push_button
from ui.task_runner import Task, stoppable
from ui.theme import SECONDARY

_PORTION = 200


class LogPage(QWidget):
    def __init__(self, review: LogReview, work: LogWork, filters: LogFilters) -> None:
        super().__init__()
        self._review = review
        self._work = work
        self._question = LogQuestion()
        self.filters = filters
        self.model = LogModel()
        self.table = LogTable(self.model, name=say("Loggen"))
        self.show_button = primary_button(say("Visa loggen"), self._read)
        self.more = push_button(say("Visa fler"), self._read_more)
        self.more.setEnabled(False)
        self.chain = push_button(say("Kontrollera loggens kedja"), self._check_chain)
        self.told = Label(colour=SECONDARY)
        self.at_work = WorkBar()
        self.at_work.stop_wanted.connect(self._stop_checking)
        self._checking: Task | None = None
        self._lay_out()

    def start(self) -> None:
        self._work.run(self._review.users, done=self.filters.show_users)

    def _read(self) -> None:
        try:
            question = self.filters.question()
        except NotDecided as error:
            self._work.tell_failure(error)
            return
        self._question = question
        self._work.run(
            lambda: self._review.read(question, offset=0, limit=_PORTION), done=self._show
        )

    def _read_more(self) -> None:
        question, offset = self._question, self.model.rowCount()
        self._work.run(
            lambda: self._review.read(question, offset=offset, limit=_PORTION), done=self._append
        )

    def _show(self, entries: tuple[LogEntry, ...]) -> None:
        self.model.show_entries(entries)
        self._tell(len(entries))
        self.table.setFocus()

    def _append(self, entries: tuple[LogEntry, ...]) -> None:
        self.model.append(entries)
        self._tell(len(entries))

    def _tell(self, number: int) -> None:
        self.more.setEnabled(number == _PORTION)
        shown = self.model.rowCount()
        self.told.setText(say("{number} poster visas.", number=shown) if shown else _NOTHING)

    def _check_chain(self) -> None:
        look = self._review.first_broken_event
        self.chain.setEnabled(False)
        self.at_work.show_share(_CHECKING, 0.0)
        self._checking = self._work.run_watched(
            lambda watch: look(progress=stoppable(watch)),
            done=self._tell_chain,
            failed=self._tell_unchecked,
            progress=partial(self.at_work.show_share, _CHECKING),
        )

    def _stop_checking(self) -> None:
        if self._checking:
            self._checking.abandon()
        self._end_checking()

    def _end_checking(self) -> None:
        self.at_work.hide()
        self.chain.setEnabled(True)

    def _tell_unchecked(self, error: Exception) -> None:
        self._end_checking()
        self._work.tell_failure(error)

    def _tell_chain(self, broken: int | None) -> None:
        self._end_checking()
        if broken is None:
            self._work.tell_done(say("Loggens kedja är hel: inget är ändrat eller borttaget."))
        else:
            self._work.tell_failure(
                NotDecided(
                    say("Loggen har ändrats utanför programmet, vid post {number}.", number=broken),
                    say("Kontakta it-supporten och den som ansvarar för informationssäkerheten."),
                )
            )

    def _lay_out(self) -> None:
        layout = QVBoxLayout(behind_curtain(self))
        layout.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.filters, 1)
        top.addWidget(self.show_button)
        below = QHBoxLayout()
        below.addWidget(self.told, 1)
        below.addWidget(self.more)
        below.addWidget(self.chain)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.at_work)
        layout.addLayout(below)


_NOTHING = say("Inget i loggen med det här urvalet.")
_CHECKING = say("Kontrollerar loggens kedja…")
