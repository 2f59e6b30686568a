"""Sending from the window: queue what was confirmed, send it, and look up where each row stands."""

import uuid
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.dispatch import Dispatch
from app.outbox import Startup
from app.queueing import Queued
from app.rows import Row
from app.services import Services
from app.tally import Tally
from app.wording import say
from app.worklist import Worklist
from ui.error_dialog import show_error
from ui.task_runner import Lane, Task, TaskRunner, Watch, stoppable

# Bookings looked up at a time, so that noting them never keeps the window waiting.
_PORTION = 50

Answer = TypeVar("Answer")
Dispatches = Mapping[str, tuple[Dispatch, ...]]


@dataclass(frozen=True, slots=True)
class Round:
    """How a round ended. `tally` is None where nothing was tried, `waiting` is in letters.

    `failed` tells that an error ended it, which has been shown. `taken_back` are the letters that
    were confirmed and undone. `told` is what else was done instead of sending, as a sentence.
    """

    tally: Tally | None
    waiting: int
    failed: bool = False
    taken_back: int = 0
    told: str = ""


class Sender(QObject):
    """`touched` and `changed` carry row numbers; `changed` are letters that were not sent.

    `queueing` carries rows done and `queued` the ids of what may now be sent. `progressed` carries
    a Progress in letters, `finished` a Round, and `looked` how many letters wait.
    """

    recovered = Signal(object)
    blocked = Signal(str)
    queueing = Signal(int)
    queued = Signal(object)
    progressed = Signal(object)
    touched = Signal(object)
    changed = Signal(object)
    finished = Signal(object)
    looked = Signal(int)

    def __init__(self, services: Services, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._worklist: Worklist | None = None
        self._task: Task | None = None

    @property
    def busy(self) -> bool:
        return self._task is not None

    def start(self) -> None:
        """Settles what an earlier run left half-done; nothing can be sent before that."""
        self._task = self._tasks.run(
            Lane.SENDER, self._services.start, done=self._tell_recovered, failed=self._block
        )

    def show_worklist(self, worklist: Worklist) -> None:
        """The list whose rows are to follow what happens to their letters."""
        self._worklist = worklist

    def look_up_rows(self) -> None:
        """Where the letters of each row stand by now."""
        self._follow(self._keys(), then=lambda: None)

    def queue(self, rows: Sequence[Row], *, utskick: str) -> None:
        """Queues the rows, which stores them; `queued` tells that they may be sent.

        A row can be changed until its list knows that it is queued, so that is told first.
        """
        worklist = self._worklist

        def heed(queued: Queued) -> None:
            lists = (one for one in (worklist, self._worklist) if one and one.utskick == utskick)
            self._heed(_decided_since(rows, lists), queued)

        self._run(
            lambda watch: self._services.queue(rows, utskick=utskick, progress=watch.report),
            done=lambda queued: self._follow(self._keys(), then=lambda: heed(queued)),
            progress=self.queueing.emit,
        )

    def send_waiting(self) -> None:
        """Sends what has been waiting since an earlier round."""

        def work(watch: Watch) -> Round:
            tally = self._services.send(progress=watch.report, cancelled=watch.cancelled)
            waiting = self._services.outbox.waiting()
            return Round(tally, waiting)

        self._run(work, done=self._end, progress=self.progressed.emit)

    def cancel_waiting(self) -> None:
        """Takes back all that waits."""

        def work(_: Watch) -> Round:
            self._services.outbox.cancel_queued()
            return Round(None, self._services.outbox.waiting())

        self._run(work, done=self._end)

    def take_back(self, dispatch_ids: Sequence[uuid.UUID], *, told: str = "") -> None:
        """Takes back these letters, which nobody has begun to send; `told` says it otherwise."""

        def work(_: Watch) -> Round:
            taken_back = self._services.outbox.take_back(dispatch_ids)
            waiting = self._services.outbox.waiting()
            return Round(None, waiting, taken_back=0 if told else taken_back, told=told)

        self._run(work, done=self._end)

    def settle_counted(self, dispatch_ids: Sequence[uuid.UUID], *, why: str) -> None:
        """A stack of printed letters has been counted, and all of them are there."""

        def work(_: Watch) -> Round:
            self._services.decisions.confirm_arrived(dispatch_ids, why=why)
            waiting = self._services.outbox.waiting()
            return Round(
                None,
                waiting,
                told=say("Bunten är räknad: {dispatch_ids} brev.", dispatch_ids=len(dispatch_ids)),
            )

        self._run(work, done=self._end)

    def look_again(self) -> None:
        """History has been changed by a person. A round under way looks by itself at its end."""
        if not self.busy:
            self._tasks.run(
                Lane.SENDER,
                self._services.outbox.waiting,
                done=self._tell_looked,
                failed=show_error,
            )

    def stop(self) -> None:
        """After the letter that is leaving now; the rest stays queued."""
        if self._task is not None:
            self._task.cancel()

    def _run(
        self,
        work: Callable[[Watch], Answer],
        *,
        done: Callable[[Answer], None],
        progress: Callable[..., None] = lambda *_: None,
    ) -> None:
        self._task = self._tasks.run_watched(
            Lane.SENDER, work, done=done, failed=self._fail, progress=progress
        )

    def _tell_recovered(self, startup: Startup) -> None:
        """The log is looked through afterwards: only what is sent meanwhile waits for it.

        Who closes the program does not: the next start looks through all of it again.
        """
        self._task = None
        self.recovered.emit(startup)
        verify = self._services.outbox.verify_log
        self._tasks.run_watched(
            Lane.SENDER,
            lambda watch: verify(progress=stoppable(watch)),
            done=lambda _: None,
            failed=self._tell_broken_log,
        )

    def _tell_broken_log(self, error: Exception) -> None:
        show_error(error)
        self.blocked.emit(say("Historikens händelselogg är skadad, så inget kan skickas"))

    def _block(self, error: Exception) -> None:
        """What an earlier run did cannot be read, so nothing may be sent."""
        self._task = None
        show_error(error)
        self.blocked.emit(say("Historiken kan inte läsas, så inget kan skickas"))

    def _heed(self, otherwise: Collection[int], queued: Queued) -> None:
        """Takes back the letters of rows that were decided otherwise as they were queued."""
        late = [one for one in queued.dispatches if one.row_no in otherwise]
        if not late:
            self._tell_queued(queued)
            return
        kept = tuple(one for one in queued.dispatches if one.row_no not in otherwise)
        changed = (*queued.changed, *sorted({one.row_no for one in late}))
        stopped = self._is_stopped
        self._run(
            lambda _: self._services.outbox.take_back([one.id for one in late]),
            done=lambda _: self._follow(
                self._keys(), then=lambda: self._tell_queued(Queued(kept, changed))
            ),
        )
        if stopped:
            self.stop()

    @property
    def _is_stopped(self) -> bool:
        return self._task is not None and self._task.cancelled()

    def _tell_queued(self, queued: Queued) -> None:
        stopped = self._is_stopped
        self._task = None
        self.changed.emit(queued.changed)
        if stopped:
            self._count_waiting()
        else:
            self.queued.emit(tuple(one.id for one in queued.dispatches))

    def _tell_looked(self, waiting: int) -> None:
        def tell() -> None:
            # What was held may have begun to leave meanwhile.
            if not self.busy:
                self.looked.emit(waiting)

        self._follow(self._keys(), then=tell)

    def _count_waiting(self) -> None:
        self._run(lambda _: Round(None, self._services.outbox.waiting()), done=self._end)

    def _fail(self, error: Exception) -> None:
        """What was queued before the error is still there, so the rows are looked up as usual."""
        show_error(error)
        self._task = self._tasks.run(
            Lane.SENDER,
            lambda: Round(None, self._services.outbox.waiting(), failed=True),
            done=self._end,
            failed=lambda _: self._finish(Round(None, 0, failed=True)),
        )

    def _end(self, ended: Round) -> None:
        self._follow(self._keys(), then=lambda: self._finish(ended))

    def _finish(self, ended: Round) -> None:
        self._task = None
        self.finished.emit(ended)

    def _keys(self) -> tuple[str, ...]:
        bookings = self._worklist.batch.bookings if self._worklist else ()
        return tuple(booking.key for booking in bookings)

    def _follow(self, keys: tuple[str, ...], *, then: Callable[[], None]) -> None:
        """Looks a portion up in history, notes it, and goes on with the rest."""
        worklist, portion = self._worklist, keys[:_PORTION]
        if worklist is None or not portion:
            then()
            return

        def note(found: Dispatches) -> None:
            touched = worklist.note_dispatches(found)
            if worklist is self._worklist:
                self.touched.emit(touched)
            self._follow(keys[_PORTION:], then=then)

        def give_up(error: Exception) -> None:
            show_error(error)
            then()

        self._tasks.run(
            Lane.BATCH,
            lambda: self._services.archive.of_bookings(portion),
            done=note,
            failed=give_up,
        )


def _decided_since(rows: Sequence[Row], lists: Iterable[Worklist]) -> frozenset[int]:
    """Rows of which a person has said something else since, also where their file was read again.

    What revision they are is for history to say.
    """
    pairs = (
        (row.draft, worklist.row(row.row_no).draft)
        for worklist in lists
        for row in rows
        if worklist.has_row(row.row_no)
    )
    return frozenset(
        then.booking.row_no
        for then, now in pairs
        if now is not then and replace(now, revision=then.revision) != then
    )
