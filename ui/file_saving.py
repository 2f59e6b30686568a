"""Saves what the program has made as a file, where a person wants it, and tells how it went."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.choices import Choices
from app.documents import save_file
from app.folder_checks import is_folder
from app.wording import say
from ui.error_dialog import told_by
from ui.notices import Notice
from ui.parts import Tone
from ui.task_runner import Lane, TaskRunner

PDF, CSV = ".pdf", ".csv"

_FILTERS = {PDF: say("PDF, för utskrift (*.pdf)"), CSV: say("Tabell (*.csv)")}
_SUFFIXES = {text: suffix for suffix, text in _FILTERS.items()}


# Makes a file's content, in a worker's thread.
Form = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Offered:
    """A file that may be saved in several forms, by suffix; the first form is the proposed one.

    `name` is the proposed file name without its suffix, and names no patient. A form is made by a
    worker. `told` is what is said when the file stands there.
    """

    title: str
    name: str
    forms: Mapping[str, Form]
    told: str


class FileSaving(QObject):
    """Starts in the chosen folder of bookings, where that still is.

    A PDF is opened when it has been saved, so that it can be read and printed at once.
    """

    def __init__(
        self, tasks: TaskRunner, *, parent: QWidget, notice: Notice, choices: Choices
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._window = parent
        self._notice = notice
        self._choices = choices

    def ask(self, offered: Offered) -> None:
        dialog = QFileDialog(self._window, offered.title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_FILTERS[suffix] for suffix in offered.forms])
        dialog.setDirectory(str(self._start()))
        _propose(dialog, offered, _FILTERS[next(iter(offered.forms))])
        dialog.filterSelected.connect(partial(_propose, dialog, offered))
        dialog.fileSelected.connect(lambda chosen: self._save(offered, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _start(self) -> Path:
        folder = self._choices.chosen.bookings_folder
        return Path(folder) if folder and is_folder(Path(folder)) else Path.home()

    def _save(self, offered: Offered, path: Path) -> None:
        proposed = next(iter(offered.forms.values()))
        make = offered.forms.get(path.suffix.lower(), proposed)
        self._tasks.run(
            Lane.BATCH,
            lambda: save_file(make(), path),
            done=lambda _: self._tell(offered.told, path),
            failed=told_by(self._notice.show_news),
        )

    def _tell(self, told: str, path: Path) -> None:
        self._notice.show_news(told, tone=Tone.DONE)
        if path.suffix.lower() == PDF:
            QDesktopServices.openUrl(QUrl.fromLocalFile(path))


def _propose(dialog: QFileDialog, offered: Offered, name_filter: str) -> None:
    """The name follows the form that is chosen."""
    suffix = _SUFFIXES[name_filter]
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(f"{offered.name}{suffix}")
