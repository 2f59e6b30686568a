"""Reading bookings off the window's thread: rows as they are read, then the worklist."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.errors import KallelseError, SettingsUnreadable
from app.findings import Code
from app.layouts import LayoutUnknown, OwnLayout
from app.open_list import Origin
from app.rows import Row
from app.services import Services
from app.worklist import Worklist
from ui.bookings_model import PATIENT, REMARK, ROW_NO, VISIT, Line, lines
from ui.error_dialog import show_error
from ui.task_runner import Lane, Task, TaskRunner, Watch

# What the loading page shows of a row.
_BEGINNING = (VISIT, PATIENT, REMARK, ROW_NO)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Bookings that have been read, with all that is slow to tell of many rows told already.

    `lines` are the rows, ready for the table, `units` the names of their units, and `unchecked`
    the numbers of the rows to be checked. `warning` says what went wrong beside the reading.
    A list that was open when the program ended was `kept_at` then, with its `shown` row.
    """

    origin: Origin
    worklist: Worklist
    lines: dict[int, Line]
    units: tuple[str, ...]
    persons: tuple[str, ...]
    unchecked: tuple[int, ...]
    warning: str = ""
    shown: int | None = None
    kept_at: datetime | None = None

    @classmethod
    def of(cls, origin: Origin, worklist: Worklist, *, warning: str = "") -> "Loaded":
        return cls(
            origin=origin,
            worklist=worklist,
            lines=lines(worklist.rows),
            units=tuple({row.draft.booking.unit.name for row in worklist.rows}),
            persons=worklist.persons(),
            unchecked=tuple(row.row_no for row in worklist.unchecked()),
            warning=warning,
        )


class Loader(QObject):
    """One list at a time: a new one replaces the one that is being read.

    `reading` carries the number of rows so far and the cells of the first ones. `unknown` carries
    the LayoutUnknown of a file that a person must say something of, `reopened` the list that was
    open when the program ended, or None, `not_reopened` why it could not be read.
    """

    reading = Signal(int, object)
    loaded = Signal(object)
    unknown = Signal(object)
    refused = Signal(object)
    stopped = Signal()
    reopened = Signal(object)
    not_reopened = Signal(object)

    def __init__(self, services: Services, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._task: Task | None = None

    def load(self, origin: Origin, *, keep: OwnLayout | None = None) -> None:
        """Reads what there is, of a sample a copy whose visits lie ahead; `keep` is kept first."""
        if self._task is not None:
            self._task.abandon()
        if keep is None:
            self._begin(origin, warning="")
            return
        # What somebody has answered is kept, whether it is waited for that the file is read or not.
        self._task = self._tasks.run(
            Lane.KEEPING,
            lambda: self._keep(keep),
            done=lambda warning: self._begin(origin, warning=warning),
            failed=self._fail,
        )

    def _begin(self, origin: Origin, *, warning: str) -> None:
        def work(watch: Watch) -> Loaded:
            worklist = self._read(origin, watch)
            return Loaded.of(origin, worklist, warning=warning)

        self._task = self._tasks.run_watched(
            Lane.BATCH, work, done=self._finish, failed=self._fail, progress=self.reading.emit
        )

    def reopen(self) -> None:
        """Reads the list that was open when the program ended, if one was.

        In the sender's lane, where what a crash cut off is settled first.
        """
        self._task = self._tasks.run(
            Lane.SENDER, self._read_kept, done=self._finish_reopening, failed=self._fail_reopening
        )

    def cancel(self) -> None:
        if self._task is not None:
            self._task.abandon()
            self._task = None
            self.stopped.emit()

    def _keep(self, layout: OwnLayout) -> str:
        """What went wrong, since the bookings can be read all the same."""
        try:
            self._services.layouts.keep(layout)
        except SettingsUnreadable as error:
            return f"{error.what} {error.todo}"
        return ""

    def _read(self, origin: Origin, watch: Watch) -> Worklist:
        beginning: list[tuple[str, ...]] = []

        def show(rows: Iterable[Row]) -> None:
            beginning.extend(_beginning_of(row) for row in rows)
            watch.report(0, beginning)

        def count(rows: int) -> None:
            watch.stop_if_cancelled()
            watch.report(rows, beginning)

        services, answers = self._services, origin.answers
        if origin.written:
            return services.new_list(origin.written)
        if origin.text:
            return services.load_text(origin.text, answers=answers, progress=count)
        return services.load(
            *map(self._laid_out, origin.paths), answers=answers, progress=count, first=show
        )

    def _read_kept(self) -> Loaded | None:
        kept = self._services.open_list.read()
        if kept is None:
            return None
        loaded = Loaded.of(kept.origin, self._services.reopen(kept))
        return replace(loaded, shown=kept.shown, kept_at=kept.kept_at)

    def _laid_out(self, path: Path) -> Path:
        return self._services.lay_out_sample(path) if path in self._services.samples else path

    def _finish_reopening(self, loaded: Loaded | None) -> None:
        self._task = None
        self.reopened.emit(loaded)

    def _fail_reopening(self, error: Exception) -> None:
        """The window is open for another list all the same."""
        self._task = None
        if isinstance(error, KallelseError):
            self.not_reopened.emit(error)
        else:
            show_error(error)
        self.reopened.emit(None)

    def _finish(self, loaded: Loaded) -> None:
        self._task = None
        self.loaded.emit(loaded)

    def _fail(self, error: Exception) -> None:
        self._task = None
        if isinstance(error, LayoutUnknown):
            self.unknown.emit(error)
        elif isinstance(error, KallelseError):
            self.refused.emit(error)
        else:
            show_error(error)
            self.stopped.emit()


def _beginning_of(row: Row) -> tuple[str, ...]:
    """As the list will show it, where nothing of a protected identity is seen either.

    That 1177 is silent is no remark while nobody has asked it.
    """
    findings = tuple(one for one in row.findings if one.code is not Code.OFFLINE_1177)
    cells = Line.of(replace(row, findings=findings)).cells
    return tuple(cells[column] for column in _BEGINNING)
