"""Reading a bookings file off the window's thread: rows as they are read, then the worklist."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.errors import KallelseError
from app.services import Services
from app.worklist import Worklist
from ui.bookings_model import Line, lines
from ui.error_dialog import show_error
from ui.task_runner import Lane, Task, TaskRunner, Watch


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file that has been read, with all that is slow to tell of many rows told already.

    `lines` are the rows, ready for the table, `units` the names of their units, and `unchecked`
    the numbers of the rows to be checked.
    """

    path: Path
    worklist: Worklist
    lines: dict[int, Line]
    units: tuple[str, ...]
    persons: tuple[str, ...]
    unchecked: tuple[int, ...]


class Loader(QObject):
    """One file at a time: a new one replaces the one that is being read."""

    reading = Signal(int)
    loaded = Signal(object)
    refused = Signal(object)
    stopped = Signal()

    def __init__(self, services: Services, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._task: Task | None = None

    def load(self, path: Path) -> None:
        self._read(lambda: path)

    def load_sample(self, sample: Path) -> None:
        """A copy of a sample whose visits lie ahead."""
        self._read(lambda: self._services.lay_out_sample(sample))

    def cancel(self) -> None:
        if self._task is not None:
            self._task.abandon()
            self._task = None
            self.stopped.emit()

    def _read(self, find: Callable[[], Path]) -> None:
        if self._task is not None:
            self._task.abandon()

        def work(watch: Watch) -> Loaded:
            def count(rows: int) -> None:
                watch.stop_if_cancelled()
                watch.report(rows)

            path = find()
            worklist = self._services.load(path, progress=count)
            return Loaded(
                path=path,
                worklist=worklist,
                lines=lines(worklist.rows),
                units=tuple({booking.unit.name for booking in worklist.batch.bookings}),
                persons=worklist.persons(),
                unchecked=tuple(row.row_no for row in worklist.unchecked()),
            )

        self._task = self._tasks.run_watched(
            Lane.BATCH, work, done=self._finish, failed=self._fail, progress=self.reading.emit
        )

    def _finish(self, loaded: Loaded) -> None:
        self._task = None
        self.loaded.emit(loaded)

    def _fail(self, error: Exception) -> None:
        self._task = None
        if isinstance(error, KallelseError):
            self.refused.emit(error)
        else:
            show_error(error)
            self.stopped.emit()
