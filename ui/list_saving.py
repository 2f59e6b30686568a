"""Saves lists of the day's rows where a person wants them: those left out, and how all went."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.errors import KallelseError
from app.left_out import table, without_letter
from app.result_file import result_table
from app.services import Services
from app.spreadsheets import save_table
from app.worklist import Worklist
from ui.error_dialog import show_error
from ui.parts import Tone
from ui.task_runner import Lane, TaskRunner
from ui.utskick_view import UtskickView

_NONE = "Alla bokningar i listan får en kallelse, så det finns inget att spara."
_PRIVATE = "Den innehåller personuppgifter."


class ListSaving(QObject):
    """Asks for a place, and tells on the view's bar how it went."""

    def __init__(self, services: Services, tasks: TaskRunner, *, view: UtskickView) -> None:
        super().__init__(view)
        self._services = services
        self._tasks = tasks
        self._view = view

    def ask_for_left_out(self, worklist: Worklist) -> None:
        rows = without_letter(worklist.rows)
        if not rows:
            self._view.notice.show_news(_NONE, tone=Tone.NEWS)
            return
        self._ask(
            "Spara lista över utelämnade",
            name=f"utelamnade-{self._services.now():%Y-%m-%d}.csv",
            make=partial(table, rows),
            told=f"Listan över {_bookings(len(rows))} utan kallelse är sparad. {_PRIVATE}",
        )

    def ask_for_result(self, worklist: Worklist) -> None:
        types = self._services.letter_types(worklist.batch.care_system)
        rows = worklist.rows
        self._ask(
            "Spara resultatfil",
            name=f"resultat-{self._services.now():%Y-%m-%d}.csv",
            make=partial(
                result_table,
                worklist.batch,
                rows,
                letter_names={one.id: one.name for one in types},
            ),
            told=f"Resultatfilen med {_bookings(len(rows))} är sparad. {_PRIVATE}",
        )

    def _ask(self, title: str, *, name: str, make: Callable[[], bytes], told: str) -> None:
        dialog = QFileDialog(self._view, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("Tabell (*.csv)")
        dialog.setDefaultSuffix("csv")
        dialog.setDirectory(str(self._folder()))
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self._save(make, Path(chosen), told))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _folder(self) -> Path:
        chosen = self._services.settings.bookings_folder
        return Path(chosen) if chosen and Path(chosen).is_dir() else Path.home()

    def _save(self, make: Callable[[], bytes], path: Path, told: str) -> None:
        self._tasks.run(
            Lane.BATCH,
            lambda: save_table(make(), path),
            done=lambda _: self._view.notice.show_news(told, tone=Tone.DONE),
            failed=self._tell_failure,
        )

    def _tell_failure(self, error: Exception) -> None:
        if isinstance(error, KallelseError):
            self._view.notice.show_news(str(error), tone=Tone.ATTENTION)
        else:
            show_error(error)


def _bookings(number: int) -> str:
    return "1 bokning" if number == 1 else f"{number} bokningar"
