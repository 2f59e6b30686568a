"""Keeping the history safe from the settings, and a backup a day behind whatever else is done."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from app.backups import Backup, backup_of
from app.documents import Document
from app.errors import KallelseError
from app.services import Services
from app.wording import say
from ui.error_dialog import show_error, told_by
from ui.parts import Tone
from ui.recovery_dialog import RecoveryDialog
from ui.rescuing import Rescuing
from ui.safekeeping_page import SafekeepingPage
from ui.task_runner import Lane, TaskRunner, Watch, stoppable

# Once the start is long past, and then often enough for a PC that is never switched off.
_FIRST_MS = 60_000
_EVERY_MS = 3_600_000

# Stands in the print queue, where anybody may read it.
_JOB = "Kallelser"

_KINDS = say("Säkerhetskopior (*.sqlite3)")
_ENCRYPTED = say("Historiken är krypterad. Visa nu återställningsnyckeln och skriv ut den.")
_KEPT = say("Det är noterat att du har återställningsnyckeln på papper.")
_PRINTED = say("Utskrivet. Kontrollera att alla fyra raderna går att läsa.")
_READY = say("Säkerhetskopian är kontrollerad. Stäng programmet och starta det igen.")
_NO_BACKUP = say("Filen är ingen säkerhetskopia som programmet har gjort.")


class Safekeeping(QObject):
    """Between the page and the services."""

    def __init__(
        self, services: Services, tasks: TaskRunner, *, page: SafekeepingPage, window: QWidget
    ) -> None:
        super().__init__(page)
        self._services = services
        self._safe = services.safekeeping
        self._tasks = tasks
        self._page = page
        self._tell = told_by(page.show_told)
        self._window = window
        self._rescuing = Rescuing(self._safe.rescue, tasks, window)
        page.encrypt_wanted.connect(self._encrypt)
        page.back_up_wanted.connect(self._back_up)
        page.key_wanted.connect(self._show_key)
        page.restore_wanted.connect(self._choose_backup)
        self._look()

    def _encrypt(self) -> None:
        self._work(lambda watch: self._safe.encrypt(progress=watch.report), lambda _: _ENCRYPTED)

    def _back_up(self) -> None:
        def told(backup: Backup) -> str:
            return say("Säkerhetskopian är klar, {when}.", when=backup.when)

        self._work(lambda watch: self._safe.back_up(progress=stoppable(watch)), told)

    def _work(
        self, work: Callable[[Watch], Backup] | Callable[[Watch], None], told: Callable[..., str]
    ) -> None:
        def done(answer: object) -> None:
            self._page.show_told(told(answer), tone=Tone.DONE)
            self._look()

        self._page.show_progress(0)
        self._tasks.run_watched(
            Lane.SAFEKEEPING,
            work,
            done=done,
            failed=self._tell,
            progress=self._page.show_progress,
        )

    def _look(self) -> None:
        self._tasks.run(
            Lane.SAFEKEEPING, self._safe.state, done=self._page.show_state, failed=self._tell
        )

    def _show_key(self) -> None:
        self._tasks.run(
            Lane.SAFEKEEPING, self._safe.recovery_page, done=self._open_key, failed=self._tell
        )

    def _open_key(self, page: Document) -> None:
        dialog = RecoveryDialog(self._window, page)
        dialog.print_wanted.connect(partial(self._print, dialog, page))
        dialog.confirmed.connect(partial(self._confirm, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _print(self, dialog: RecoveryDialog, page: Document) -> None:
        """Made and drawn in memory: no file ever holds the key."""
        services = self._services

        def work() -> None:
            services.setup.print_page(services.documents.pdf(page), name=_JOB)

        self._in_dialog(dialog, work, lambda _: dialog.show_told(_PRINTED, tone=Tone.DONE))

    def _confirm(self, dialog: RecoveryDialog, text: str) -> None:
        def judge(is_right: object) -> None:
            if not is_right:
                dialog.show_wrong()
                return
            dialog.accept()
            self._page.show_told(_KEPT, tone=Tone.DONE)
            self._look()

        self._in_dialog(dialog, partial(self._safe.confirm_kept, text), judge)

    def _in_dialog(
        self, dialog: RecoveryDialog, work: Callable[[], object], done: Callable[[object], None]
    ) -> None:
        failed = told_by(dialog.show_told)
        self._tasks.run(Lane.SAFEKEEPING, work, done=done, failed=failed)

    def _choose_backup(self) -> None:
        dialog = QFileDialog(self._window, say("Återställ från en kopia"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_KINDS)
        dialog.setDirectory(str(self._safe.second_folder or self._safe.folder))
        dialog.fileSelected.connect(lambda chosen: self.offer_backup(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def offer_backup(self, path: Path) -> None:
        """A file that was chosen."""
        backup = backup_of(path)
        if backup is None:
            self._page.show_told(_NO_BACKUP, tone=Tone.ATTENTION)
            return
        self._rescuing.offer_backup(
            backup, because="", done=lambda: self._page.show_told(_READY, tone=Tone.REVIEW)
        )


class DailyBackup(QObject):
    """One a day, in a lane of its own: neither the window nor a letter waits for it."""

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        *,
        parent: QWidget,
        failed: Callable[[str], None],
    ) -> None:
        """`failed` is told in a sentence; the next hour tries again."""
        super().__init__(parent)
        self._safe = services.safekeeping
        self._tasks = tasks
        self._failed = failed
        self._every = QTimer(self, interval=_EVERY_MS)
        self._every.timeout.connect(self.make)
        self._every.start()
        QTimer.singleShot(_FIRST_MS, self, self.make)

    def make(self) -> None:
        """Where none is from today."""
        self._tasks.run_watched(
            Lane.SAFEKEEPING,
            lambda watch: self._safe.back_up_if_due(progress=stoppable(watch)),
            done=lambda _: None,
            failed=self._tell,
        )

    def _tell(self, error: Exception) -> None:
        if isinstance(error, KallelseError):
            self._failed(str(error))
        else:
            show_error(error)
