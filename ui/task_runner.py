"""The one way off the window's thread: lanes of work whose answers come home by a signal."""

import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from functools import partial
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

Answer = TypeVar("Answer")


class Lane(StrEnum):
    """One thread each, so that a long send never keeps a preview waiting.

    PREVIEW shows letters that are sent and TEMPLATES those that try templates out, so that neither
    throws the other's away. What KEEPING has been given is done, in its order, also when the
    runner stops.
    """

    SENDER = "sender"
    PREVIEW = "preview"
    TEMPLATES = "templates"
    BATCH = "batch"
    KEEPING = "keeping"
    SAFEKEEPING = "safekeeping"


class Cancelled(Exception):
    """Raised by work that stops half-way because it was asked to; nobody is told."""


class Watch(Protocol):
    """What running work sees of the window: where to report, and whether to go on."""

    def report(self, *values: object) -> None:
        """Tells how far the work has come; where reports come too fast, the newest is shown."""
        ...

    def cancelled(self) -> bool: ...

    def stop_if_cancelled(self) -> None:
        """Raises Cancelled, for work that has no better place to stop."""
        ...


def stoppable(watch: Watch) -> Callable[[float], None]:
    """To be told how far work has come, from 0 to 1; ends it where it was asked to stop."""

    def progress(share: float) -> None:
        watch.stop_if_cancelled()
        watch.report(share)

    return progress


class Task:
    """Work under way. `cancel` asks it to stop, `abandon` also throws its answer away."""

    def __init__(
        self,
        work: Callable[["Task"], Callable[[], None]],
        *,
        home: "_Home",
        progress: Callable[..., None],
    ) -> None:
        """`work` gives what then tells the window's thread how it went; it may raise Cancelled."""
        self._work = work
        self._tell: Callable[[], None] = lambda: None
        self._home = home
        self._progress = progress
        self._cancelled = threading.Event()
        self._newest: tuple[object, ...] | None = None
        self._newest_lock = threading.Lock()
        self.abandoned = False

    def cancel(self) -> None:
        self._cancelled.set()

    def abandon(self) -> None:
        self.abandoned = True
        self._cancelled.set()

    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def stop_if_cancelled(self) -> None:
        if self.cancelled():
            raise Cancelled

    def report(self, *values: object) -> None:
        # A report still on its way home takes the newer values along: at most one is in flight.
        with self._newest_lock:
            on_its_way, self._newest = self._newest is not None, values
        if not on_its_way:
            self._home.bring(self._show_newest)

    def carry_out(self) -> None:
        """To be called by the lane's thread."""
        with suppress(Cancelled):
            self._tell = self._work(self)

    def come_home(self) -> None:
        """To be called by the lane's thread when it has carried the task out or passed it by."""
        self._home.bring(self._finish)

    def _finish(self) -> None:
        """Lets go of all that it was given where that may be destroyed: it may own a widget.

        A page that is kept until somebody looks for garbage is memory that the next one lacks.
        """
        tell = self._tell
        del self._work, self._tell
        self._progress = lambda *_: None
        if not self.abandoned:
            tell()

    def _show_newest(self) -> None:
        with self._newest_lock:
            values, self._newest = self._newest, None
        if values is not None and not self.abandoned:
            self._progress(*values)


class TaskRunner:
    """Made in the window's thread. `stop` must be called before the program ends."""

    def __init__(self) -> None:
        self._home = _Home()
        self._lanes = {lane: _LaneThread(lane) for lane in Lane}

    def run(
        self,
        lane: Lane,
        work: Callable[[], Answer],
        *,
        done: Callable[[Answer], None],
        failed: Callable[[Exception], None],
    ) -> Task:
        """Runs `work` in the lane's thread and `done` or `failed` in the window's."""
        return self.run_watched(lane, lambda _: work(), done=done, failed=failed)

    def run_watched(
        self,
        lane: Lane,
        work: Callable[[Watch], Answer],
        *,
        done: Callable[[Answer], None],
        failed: Callable[[Exception], None],
        progress: Callable[..., None] = lambda *_: None,
    ) -> Task:
        """As `run`, for work that reports how far it has come or can be cancelled half-way."""
        outcome = partial(_outcome, work=work, done=done, failed=failed)
        task = Task(outcome, home=self._home, progress=progress)
        self._lanes[lane].put(task)
        return task

    @property
    def idle(self) -> bool:
        """Whether nothing runs or waits in any lane and every answer has been taken in."""
        return all(lane.idle for lane in self._lanes.values()) and not self._home.awaited

    def stop(self) -> None:
        """Cancels all but KEEPING, waits for what is running and drops all answers."""
        for lane in self._lanes.values():
            lane.close()
        for lane in self._lanes.values():
            lane.join()
        self._home.shut()


def _outcome(
    watch: Watch,
    *,
    work: Callable[[Watch], Answer],
    done: Callable[[Answer], None],
    failed: Callable[[Exception], None],
) -> Callable[[], None]:
    """Does the work, and gives the callback that tells how it went. Raises Cancelled."""
    try:
        return partial(done, work(watch))
    except Cancelled:
        raise
    except Exception as error:  # noqa: BLE001 - every error is shown by the window
        return partial(failed, error)


class _Home(QObject):
    """Lives as long as the runner, in the window's thread, and owns the only signal."""

    _arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._on_their_way = deque[None]()
        self._is_shut = False
        self._arrived.connect(self._run, Qt.ConnectionType.QueuedConnection)

    @property
    def awaited(self) -> bool:
        return bool(self._on_their_way)

    def bring(self, callback: Callable[[], None]) -> None:
        self._on_their_way.append(None)
        self._arrived.emit(callback)

    def shut(self) -> None:
        """What is on its way comes to nobody: whom it was for may be gone when it arrives."""
        self._is_shut = True

    @Slot(object)
    def _run(self, callback: Callable[[], None]) -> None:
        try:
            if not self._is_shut:
                callback()
        finally:
            self._on_their_way.pop()


class _LaneThread:
    """One thread that does one task at a time, in order; previews keep only the newest."""

    def __init__(self, lane: Lane) -> None:
        self._does_all = lane is Lane.KEEPING
        self._only_newest = lane in {Lane.PREVIEW, Lane.TEMPLATES}
        self._waiting: deque[Task] = deque()
        self._running: Task | None = None
        self._changed = threading.Condition()
        self._closed = False
        self._thread = threading.Thread(target=self._work, name=f"lane-{lane}", daemon=True)
        self._thread.start()

    @property
    def idle(self) -> bool:
        with self._changed:
            return not self._waiting and self._running is None

    def put(self, task: Task) -> None:
        with self._changed:
            if self._only_newest:
                self._abandon_all()
            self._waiting.append(task)
            self._changed.notify()

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._abandon_all()
            self._changed.notify()

    def join(self) -> None:
        self._thread.join()

    def _abandon_all(self) -> None:
        for task in (*self._waiting, *((self._running,) if self._running else ())):
            task.abandon()
        if not self._does_all:
            self._waiting.clear()

    def _work(self) -> None:
        while task := self._next():
            if self._does_all or not task.abandoned:
                task.carry_out()
            task.come_home()

    def _next(self) -> Task | None:
        with self._changed:
            self._running = None
            self._changed.wait_for(lambda: self._waiting or self._closed)
            if not self._waiting:
                return None
            self._running = self._waiting.popleft()
            return self._running
