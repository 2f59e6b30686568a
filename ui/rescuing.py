"""A history that cannot be opened: what can be done is offered, done, and the start tried again."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.backups import Backup
from app.errors import HistoryDamaged, HistoryLocked, HistoryUnusable, KallelseError
from app.rescue import Rescue
from app.wording import say
from ui.error_dialog import show_error, told_by
from ui.rescue_dialog import RescueDialog
from ui.task_runner import Lane, TaskRunner, stoppable

_NO_BACKUP = say("Det finns ingen säkerhetskopia i programmets mapp. Kontakta it-supporten.")
_ASIDE = say("Den historik som är här nu läggs åt sidan och tas aldrig bort.")


class Rescuing(QObject):
    """One dialog at a time."""

    def __init__(self, rescue: Rescue, tasks: TaskRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._rescue = rescue
        self._tasks = tasks
        self._window = parent

    def offer(self, error: HistoryUnusable, *, again: Callable[[], None]) -> None:
        """What can be done about it, or else only the error; `again` when it has been done."""
        match error:
            case HistoryLocked():
                self._ask_for_key(error, again)
            case HistoryDamaged() if backups := self._rescue.backups():
                self.offer_backup(backups[0], because=error.what, done=again)
            case HistoryDamaged():
                show_error(type(error)(error.what, _NO_BACKUP, detail=error.detail))
            case _:
                show_error(error)

    def offer_backup(self, backup: Backup, *, because: str, done: Callable[[], None]) -> None:
        dialog = RescueDialog(
            self._window,
            title=say("Återställ historiken"),
            sentences=tuple(filter(None, (because, told_of(backup), _ASIDE))),
        )
        dialog.offer(say("Återställ"))
        if self._rescue.needs_recovery_key(backup):
            dialog.ask_for_key()
        restore = partial(self._rescue.restore, backup)
        self._follow(dialog, lambda key, tell: restore(recovery_key=key, progress=tell), done)

    def _ask_for_key(self, error: KallelseError, again: Callable[[], None]) -> None:
        sentences = (error.what, error.todo)
        dialog = RescueDialog(self._window, title=say("Historiken är låst"), sentences=sentences)
        dialog.offer(say("Lås upp"))
        dialog.ask_for_key()
        self._follow(dialog, lambda key, _: self._rescue.unlock(key), again)

    def _follow(
        self,
        dialog: RescueDialog,
        work: Callable[[str, Callable[[float], None]], object],
        done: Callable[[], None],
    ) -> None:
        """`work` gets what was written of the key, and whom to tell how far it has come."""

        def begin(key: str) -> None:
            dialog.show_progress(0.0)
            task = self._tasks.run_watched(
                Lane.SAFEKEEPING,
                lambda watch: work(key, stoppable(watch)),
                done=lambda _: end(),
                failed=told_by(dialog.show_told),
                progress=dialog.show_progress,
            )
            dialog.rejected.connect(task.abandon)

        def end() -> None:
            dialog.accept()
            done()

        dialog.wanted.connect(begin)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def told_of(backup: Backup) -> str:
    """What is got back, what is missing, and what becomes of what waited."""
    return say(
        "Säkerhetskopian är från {when}. Det som har hänt sedan dess saknas i den. Allt som "
        "väntade då blir oklart och skickas inte av sig självt, för det kan ha skickats sedan "
        "dess. Jämför med vårdsystemet innan du skickar listor från tiden efter kopian igen.",
        when=backup.when,
    )
