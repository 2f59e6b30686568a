"""Keeps the open list and all that is decided in it on disk, a moment after each change."""

from collections.abc import Callable, Collection
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import KallelseError
from app.open_list import OpenList
from app.rows import RowStatus
from app.services import Services
from app.wording import say
from app.worklist import Worklist
from ui.error_dialog import show_error
from ui.loading import Loaded
from ui.task_runner import Lane, TaskRunner
from ui.told_list import lately

# Milliseconds that a change may wait for others, so that a key held down is not a write each time.
_SOON = 200

_NOT_KEPT = say("Inte sparat")


class Keeping(QObject):
    """`told` carries what the status bar says, `failed` a sentence where nothing can be kept.

    A list in which all is sent or left out is let go: its letters stand in history.
    """

    told = Signal(str)
    failed = Signal(str)

    def __init__(self, services: Services, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._loaded: Loaded | None = None
        self._is_kept = False
        self._is_failing = False
        self._changed: set[int] = set()
        self._shown: int | None = None
        self._kept_row: int | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.write)

    def show_list(self, loaded: Loaded, *, shown: int | None) -> None:
        """Another list, in place of the one that was kept; it has time to be painted first."""
        self._loaded, self._changed = loaded, set()
        self._shown = self._kept_row = shown
        self._is_kept = loaded.kept_at is not None
        self.told.emit(self._kept_words(loaded.kept_at) if loaded.kept_at else "")
        self._soon.start()

    def note_changed(self, row_nos: Collection[int]) -> None:
        """Rows that a person has decided something of, or whose letters have left."""
        self._changed.update(row_nos)
        self._write_soon()

    def note_shown(self, row_no: int | None) -> None:
        if row_no is not None and row_no != self._shown:
            self._shown = row_no
            self._write_soon()

    def write(self) -> None:
        """What is not on its way to the disk yet; the program's end waits for it."""
        self._soon.stop()
        if self._loaded is None:
            return
        worklist = self._loaded.worklist
        if _is_finished(worklist):
            self._let_go()
        elif not self._is_kept:
            self._keep_all(self._loaded)
        else:
            self._keep_changes(worklist)
        self._changed, self._kept_row = set(), self._shown

    def _write_soon(self) -> None:
        if self._loaded is not None and not self._soon.isActive():
            self._soon.start()

    def _let_go(self) -> None:
        if self._is_kept:
            self._is_kept = False
            self._run(self._services.open_list.let_go, told="")

    def _keep_all(self, loaded: Loaded) -> None:
        worklist, at = loaded.worklist, self._services.now()
        whole = OpenList(
            origin=loaded.origin,
            utskick=worklist.utskick,
            batch=worklist.batch,
            decided=worklist.decided(),
            shown=self._shown,
            kept_at=at,
        )
        self._is_kept = True
        self._run(lambda: self._services.open_list.keep(whole), told=self._kept_words(at))

    def _keep_changes(self, worklist: Worklist) -> None:
        decided, shown = worklist.decided(self._changed), self._shown
        if not decided and shown == self._kept_row:
            return
        at, utskick = self._services.now(), worklist.utskick
        self._run(
            lambda: self._services.open_list.update(utskick, decided=decided, shown=shown, at=at),
            told=self._kept_words(at),
        )

    def _run(self, work: Callable[[], None], *, told: str) -> None:
        self._tasks.run(Lane.KEEPING, work, done=lambda _: self._note_done(told), failed=self._fail)

    def _note_done(self, told: str) -> None:
        self._is_failing = False
        self.told.emit(told)

    def _fail(self, error: Exception) -> None:
        """All of it is kept anew with the next change; whoever goes on deciding is told once."""
        self._is_kept = False
        self.told.emit(_NOT_KEPT)
        if not isinstance(error, KallelseError):
            show_error(error)
        elif not self._is_failing:
            self.failed.emit(str(error))
        self._is_failing = True

    def _kept_words(self, at: datetime) -> str:
        return say("Sparat {at}", at=lately(at, now=self._services.now()))


def _is_finished(worklist: Worklist) -> bool:
    counts = worklist.counts()
    return counts.of(RowStatus.SENT) + counts.of(RowStatus.LEFT_OUT) == counts.total
