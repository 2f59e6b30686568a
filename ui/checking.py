"""What happens behind the list: 1177 is asked about each person, and each letter is rendered.

In small portions, so that the worklist, which belongs to the window, never keeps it waiting.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal

from app.channels import Reach
from app.check import Check
from app.draft import Draft
from app.rows import Row
from app.services import Services
from app.wording import say
from app.worklist import Worklist
from ui.error_dialog import show_error
from ui.loading import Loaded
from ui.task_runner import Lane, Task, TaskRunner

_PERSONS = 25
_ROWS = 100
_LETTERS = 10

Answers = Mapping[str, Reach]
Checks = tuple[tuple[Draft, Check], ...]


class Checker(QObject):
    """`touched` carries row numbers; `told` one quiet line, "" when all is done."""

    touched = Signal(object)
    told = Signal(str)
    finished = Signal()
    inbox_answered = Signal()
    inbox_silent = Signal()

    def __init__(self, services: Services, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._worklist: Worklist | None = None
        self._persons: tuple[str, ...] = ()
        self._known: set[str] = set()
        self._asked = 0
        self._waiting: dict[int, None] = {}
        self._checked = 0
        self._task: Task | None = None
        self._is_paused = False
        self._held_answer: Callable[[], None] | None = None

    def start(self, loaded: Loaded) -> None:
        """Asks about everybody in the list, then checks every letter that may be sent."""
        self.stop()
        self._worklist = loaded.worklist
        self._persons, self._asked = loaded.persons, 0
        self._known = set(loaded.persons)
        self._waiting = dict.fromkeys(loaded.unchecked)
        self._checked = 0
        # What a person has decided since it was read may have freed a row that was not to be sent.
        self.check_again([draft.booking.row_no for draft in loaded.worklist.decided()])

    def check_again(self, row_nos: Collection[int]) -> None:
        """Rows that have changed; those that lack a check come before all others."""
        worklist = self._worklist
        if worklist is None:
            return
        self._persons += self._strangers(map(worklist.row, row_nos))
        first = (no for no in row_nos if worklist.row(no).awaits_check)
        self._waiting = dict.fromkeys((*first, *self._waiting))
        if self._task is None:
            self._go_on(worklist)

    def begin_anew(self, row_nos: Collection[int]) -> None:
        """As `check_again`, where what is under way was begun with what holds no longer."""
        self._let_go()
        self.check_again(row_nos)

    def pause(self) -> None:
        """While a file is read: what is told of the list before would hold up its reading."""
        self._is_paused = True

    def resume(self) -> None:
        """No other list has come: what was answered meanwhile is told now."""
        self._is_paused = False
        if answer := self._held_answer:
            self._held_answer = None
            answer()

    def stop(self) -> None:
        """Lets go of the list: nothing more is told of it."""
        self._worklist = None
        self._is_paused = False
        self._let_go()

    def _let_go(self) -> None:
        self._held_answer = None
        if self._task is not None:
            self._task.abandon()
            self._task = None

    def _take(self, answer: Callable[[], None]) -> None:
        if self._is_paused:
            self._held_answer = answer
        else:
            answer()

    def _strangers(self, rows: Iterable[Row]) -> tuple[str, ...]:
        """Those whom 1177 has not been asked about, since a person has only just written them."""
        patients = (row.draft.booking.patient for row in rows)
        named = dict.fromkeys(patient.id.value for patient in patients if not patient.protected)
        strangers = tuple(person for person in named if person not in self._known)
        self._known.update(strangers)
        return strangers

    def _go_on(self, worklist: Worklist) -> None:
        self._task = None
        persons = self._persons[self._asked : self._asked + _PERSONS]
        if persons:
            self.told.emit(
                say(
                    "Frågar 1177 om {asked} av {persons} personer",
                    asked=self._asked,
                    persons=len(self._persons),
                )
            )
            self._ask(worklist, persons)
        elif rows := self._next_rows(worklist):
            total = self._checked + len(self._waiting) + len(rows)
            self.told.emit(
                say("Kontrollerar brev {checked} av {total}", checked=self._checked, total=total)
            )
            self._check(worklist, rows)
        else:
            self._checked = 0
            self.told.emit("")
            self.finished.emit()

    def _ask(self, worklist: Worklist, persons: tuple[str, ...]) -> None:
        def note(answers: Answers) -> None:
            self._asked += len(persons)
            if Reach.NOT_ANSWERED in answers.values():
                # One silence speaks for all: the rest would only wait as long, one by one.
                self._asked = len(self._persons)
                self.inbox_silent.emit()
            else:
                self.inbox_answered.emit()
            self._note_heard(worklist, worklist.hear(answers))

        self._task = self._tasks.run_watched(
            Lane.BATCH,
            lambda watch: self._services.ask_reach(persons, cancelled=watch.cancelled),
            done=lambda answers: self._take(partial(note, answers)),
            failed=self._give_up,
        )

    def _note_heard(self, worklist: Worklist, row_nos: tuple[int, ...]) -> None:
        """A portion of the rows at a time: one person may have thousands in a strange file."""
        portion, rest = row_nos[:_ROWS], row_nos[_ROWS:]
        worklist.examine_again(portion)
        # A row that was stopped may have become free to send by another way.
        self._waiting |= dict.fromkeys(no for no in portion if worklist.row(no).awaits_check)
        self.touched.emit(portion)
        if not rest:
            self._go_on(worklist)
            return
        task = self._task
        QTimer.singleShot(
            0, self, lambda: self._note_heard(worklist, rest) if self._task is task else None
        )

    def _next_rows(self, worklist: Worklist) -> tuple[Row, ...]:
        """Takes the next portion off the queue; rows that need no check any more fall out."""
        rows: list[Row] = []
        while self._waiting and len(rows) < _LETTERS:
            portion = tuple(islice(self._waiting, _LETTERS - len(rows)))
            for row_no in portion:
                del self._waiting[row_no]
            rows += [row for row in map(worklist.row, portion) if row.awaits_check]
        return tuple(rows)

    def _check(self, worklist: Worklist, rows: tuple[Row, ...]) -> None:
        def work() -> Checks:
            checks = self._services.check_all(rows)
            return tuple((row.draft, check) for row, check in zip(rows, checks, strict=True))

        def note(checks: Checks) -> None:
            self._checked += len(checks)
            for draft, check in checks:
                worklist.note_check(draft, check)
            self.touched.emit(tuple(row.row_no for row in rows))
            self._go_on(worklist)

        self._task = self._tasks.run(
            Lane.BATCH,
            work,
            done=lambda checks: self._take(partial(note, checks)),
            failed=self._give_up,
        )

    def _give_up(self, error: Exception) -> None:
        self._task = None
        self._waiting.clear()
        self.told.emit("")
        show_error(error)
