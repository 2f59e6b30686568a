"""Reads history in a worker's thread; what is no longer asked for is abandoned."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.access_log import Action
from app.dispatch import Dispatch, Status
from app.errors import KallelseError, ReasonWanted
from app.history import Archive, BatchRecord, NotCalled, Question
from app.services import Services
from app.wording import say
from ui.error_dialog import show_error
from ui.history_model import HistoryModel, PageRequest
from ui.sent_letter import OpenedLetter, open_letter, open_page
from ui.task_runner import Lane, Task, TaskRunner

Answer = TypeVar("Answer")

_UNREADABLE = say("Kallelsen kunde inte öppnas. Välj den igen i listan.")


@dataclass(frozen=True, slots=True)
class Overview:
    """The files of `day`, the units there are, and the work that waits, of whatever day it is."""

    day: date
    batches: tuple[BatchRecord, ...]
    units: tuple[tuple[str, str], ...]
    unclear: int
    rejected: tuple[Dispatch, ...]
    not_called: tuple[NotCalled, ...]


def read_overview(archive: Archive, *, day: date, now: datetime) -> Overview:
    return Overview(
        day=day,
        batches=archive.batches(day=day),
        units=archive.units(),
        unclear=archive.count(Question(status=Status.UNKNOWN)),
        rejected=archive.latest_rejected(visit_after=now),
        not_called=archive.not_called(visit_after=now),
    )


class HistoryReading(QObject):
    """Answers come by signals, in the window's thread, and always to the latest question."""

    overview_read = Signal(Overview)
    unread_read = Signal(tuple)
    counted = Signal(int)
    letter_opened = Signal(OpenedLetter)
    page_opened = Signal(OpenedLetter)
    # A sentence for the receptionist.
    opening_failed = Signal(str)
    # A sentence too: the letter is a protected person's, and is opened only for a reason.
    reason_wanted = Signal(str)

    def __init__(
        self, services: Services, tasks: TaskRunner, *, model: HistoryModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._model = model
        self._opened: OpenedLetter | None = None
        self._asked: Dispatch | None = None
        self._under_way: dict[str, Task] = {}
        model.page_wanted.connect(self._read_page)

    def today(self) -> date:
        return self._services.now().date()

    def read_overview(self, day: date) -> None:
        archive, now = self._services.archive, self._services.now()
        self._run(
            "overview",
            lambda: read_overview(archive, day=day, now=now),
            done=self.overview_read.emit,
            failed=show_error,
        )

    def read_unread(self) -> None:
        """Messages that nobody has opened for so long that a letter is offered."""
        self._run(
            "unread",
            self._services.unread.overdue,
            done=self.unread_read.emit,
            failed=show_error,
        )

    def read_number(self, question: Question) -> None:
        """How many letters a question finds, read or not yet read."""
        self._run(
            "number",
            lambda: self._services.archive.count(question),
            done=self.counted.emit,
            failed=show_error,
        )

    def open(self, dispatch: Dispatch | None, *, dpi: float, why: str = "") -> None:
        """None only forgets the open letter. `why` is asked for where the person is protected."""
        self._opened = None
        self._abandon("letter")
        if dispatch is None:
            return
        action = Action.SEARCH_HIT if self._model.question.words else Action.VIEW

        self._asked = dispatch
        self._run(
            "letter",
            lambda: open_letter(self._services, dispatch.id, dpi=dpi, action=action, why=why),
            done=self._note_opened,
            failed=self._fail,
        )

    def open_because(self, why: str, *, dpi: float) -> None:
        """The letter that a reason was wanted for."""
        self.open(self._asked, dpi=dpi, why=why)

    def open_page(self, page_index: int, dpi: float) -> None:
        """Of the letter that is open."""
        opened = self._opened
        if opened is not None:
            self._run(
                "letter",
                lambda: open_page(self._services, opened, page_index=page_index, dpi=dpi),
                done=self.page_opened.emit,
                failed=self._fail,
            )

    def _read_page(self, request: PageRequest) -> None:
        def fail(error: Exception) -> None:
            self._model.give_up(request)
            show_error(error)

        self._run(
            "page",
            lambda: self._services.archive.page(
                request.question, offset=request.offset, limit=request.limit
            ),
            done=lambda dispatches: self._model.take(request, dispatches),
            failed=fail,
        )

    def _note_opened(self, opened: OpenedLetter) -> None:
        self._opened = opened
        self.letter_opened.emit(opened)

    def _fail(self, error: Exception) -> None:
        self._opened = None
        if isinstance(error, ReasonWanted):
            self.reason_wanted.emit(str(error))
            return
        known = isinstance(error, KallelseError)
        self.opening_failed.emit(str(error) if known else _UNREADABLE)
        if not known:
            show_error(error)

    def _run(
        self,
        what: str,
        work: Callable[[], Answer],
        *,
        done: Callable[[Answer], None],
        failed: Callable[[Exception], None],
    ) -> None:
        # Not the preview's lane: that one drops all but its newest task, and these are of three
        # kinds. What is under way in this one comes in portions, so nothing waits long.
        self._abandon(what)
        self._under_way[what] = self._tasks.run(Lane.BATCH, work, done=done, failed=failed)

    def _abandon(self, what: str) -> None:
        if what in self._under_way:
            self._under_way.pop(what).abandon()
