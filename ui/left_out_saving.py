"""Saves the list of rows that get no letter from here, where a person wants it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.errors import KallelseError
from app.left_out import save_list, without_letter
from app.rows import Row
from app.services import Services
from app.worklist import Worklist
from ui.error_dialog import show_error
from ui.parts import Tone
from ui.task_runner import Lane, TaskRunner
from ui.utskick_view import UtskickView

_NONE = "Alla bokningar i listan får en kallelse, så det finns inget att spara."


class LeftOutSaving(QObject):
    """Asks for a place, and tells on the view's bar how it went."""

    def __init__(self, services: Services, tasks: TaskRunner, *, view: UtskickView) -> None:
        super().__init__(view)
        self._services = services
        self._tasks = tasks
        self._view = view

    def ask(self, worklist: Worklist) -> None:
        rows = without_letter(worklist.rows)
        if not rows:
            self._view.notice.show_news(_NONE, tone=Tone.NEWS)
            return
        dialog = QFileDialog(self._view, "Spara lista över utelämnade")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("Tabell (*.csv)")
        dialog.setDefaultSuffix("csv")
        dialog.setDirectory(str(self._folder()))
        dialog.selectFile(f"utelamnade-{self._services.now():%Y-%m-%d}.csv")
        dialog.fileSelected.connect(lambda chosen: self._save(rows, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _folder(self) -> Path:
        chosen = self._services.settings.bookings_folder
        return Path(chosen) if chosen and Path(chosen).is_dir() else Path.home()

    def _save(self, rows: tuple[Row, ...], path: Path) -> None:
        self._tasks.run(
            Lane.BATCH,
            partial(save_list, rows, path),
            done=lambda _: self._tell(len(rows)),
            failed=self._tell_failure,
        )

    def _tell(self, number: int) -> None:
        bookings = "1 bokning" if number == 1 else f"{number} bokningar"
        told = f"Listan över {bookings} utan kallelse är sparad. Den innehåller personuppgifter."
        self._view.notice.show_news(told, tone=Tone.DONE)

    def _tell_failure(self, error: Exception) -> None:
        if isinstance(error, KallelseError):
            self._view.notice.show_news(str(error), tone=Tone.ATTENTION)
        else:
            show_error(error)
