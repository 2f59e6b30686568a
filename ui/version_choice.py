"""The choice of a version of the templates: what is in use, was kept, or lies in a folder."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFileDialog

from app.comparison import Version
from app.template_versions import Choice, TemplateVersions
from app.wording import say
from ui.one_line_choice import OneLineChoice

_Wanted = Callable[[], Version]


class VersionChoice(OneLineChoice):
    """Nothing is read here: `wanted` reads the version when a worker calls it."""

    changed = Signal()

    def __init__(self, name: str, versions: TemplateVersions) -> None:
        super().__init__(name)
        self._versions = versions
        self._kept: tuple[Choice, ...] = ()
        self._folders: tuple[Choice, ...] = ()
        self._before = ""
        self.setPlaceholderText(say("Välj mallar"))
        self._fill()
        self.activated.connect(self._choose)

    @property
    def wanted(self) -> _Wanted | None:
        """None where nothing has been chosen."""
        found: _Wanted | None = self.currentData()
        return found

    def show_kept(self, kept: Sequence[Choice]) -> None:
        """Those that wait to be published, or were published or sent with; each once."""
        self._kept = tuple({one.name: one for one in kept}.values())
        self._fill()

    def choose_current(self) -> None:
        self._choose_named(_CURRENT)

    def choose_folder(self, folder: Path) -> None:
        """A folder of templates, such as a draft's."""
        name = say("Mappen {folder}", folder=folder.name)
        chosen = Choice(name, partial(self._versions.in_folder, folder))
        self._folders = (*(one for one in self._folders if one.name != name), chosen)
        self._fill()
        self._choose_named(name)
        self.changed.emit()

    def choose(self, choice: Choice) -> None:
        """One of what is kept."""
        if choice.name not in {one.name for one in self._kept}:
            self._kept = (choice, *self._kept)
            self._fill()
        self._choose_named(choice.name)
        self.changed.emit()

    def _fill(self) -> None:
        """What is chosen stays chosen where it still is among them."""
        with QSignalBlocker(self):
            self.clear()
            self.addItem(_CURRENT, self._versions.current)
            for one in (*self._kept, *self._folders):
                self.addItem(one.name, one.read)
            self.addItem(say("En annan mapp…"), None)
            self.setCurrentIndex(self.findText(self._before) if self._before else -1)

    def _choose_named(self, name: str) -> None:
        self._before = name
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findText(name))

    def _choose(self, index: int) -> None:
        if index == self.count() - 1:
            self.setCurrentIndex(self.findText(self._before) if self._before else -1)
            self._ask_for_folder()
        else:
            self._before = self.currentText()
            self.changed.emit()

    def _ask_for_folder(self) -> None:
        dialog = QFileDialog(self.window(), say("Välj mapp med mallar"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self.choose_folder(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


_CURRENT = say("Gällande mallar")
