"""Keeps the open list and all that is decided in it on disk, a moment after each change."""

from collections.abc import Callable, Collection
from datetime import datetime
from enum import Enum, auto

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


class _Shelf(Enum):
    """What the shelf holds, as far as this list is concerned."""

    ANOTHER_LIST = auto()
    THIS_LIST = auto()
    NOTHING = auto()


class Keeping(QObject):
    """`told` carries what the status bar says, `failed` why nothing can be kept, "" when it can.

    A list in which all is sent or left out is let go: its letters stand in history.
    """

    told = Signal(str)
    failed = Signal(str)

    def __init__(self, services: Services, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._loaded: Loaded | None = None
        self._shelf = _Shelf.ANOTHER_LIST
        self._changed: set[int] = set()
        self._shown: int | None = None
        self._kept_row: int | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.write)

    def show_list(self, loaded: Loaded, *, shown: int | None) -> None:
        """Another list, in place of the one that was kept; it has time to be painted first."""
        self._loaded, self._changed = loaded, set()
        self._shown = self._kept_row = shown
        self._shelf = _Shelf.THIS_LIST if loaded.kept_at else _Shelf.ANOTHER_LIST
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
        elif self._shelf is _Shelf.THIS_LIST:
            self._keep_changes(worklist)
        else:
            self._keep_all(self._loaded)
        self._changed, self._kept_row = set(), self._shown

    def _write_soon(self) -> None:
        if self._loaded is not None and not self._soon.isActive():
            self._soon.start()

    def _let_go(self) -> None:
        if self._shelf is not _Shelf.NOTHING:
            self._shelf = _Shelf.NOTHING
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
        self._shelf = _Shelf.THIS_LIST
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
        self.failed.emit("")
        self.told.emit(told)

    def _fail(self, error: Exception) -> None:
        """All of it is kept anew with the next change."""
        self._shelf = _Shelf.ANOTHER_LIST
        self.told.emit(_NOT_KEPT)
        if isinstance(error, KallelseError):
            self.failed.emit(str(error))
        else:
            show_error(error)

    def _kept_words(self, at: datetime) -> str:
        return say("Sparat {at}", at=lately(at, now=self._services.now()))


def _is_finished(worklist: Worklist) -> bool:
    counts = worklist.counts()
    return counts.of(RowStatus.SENT) + counts.of(RowStatus.LEFT_OUT) == counts.total
