"""The choice of a version of the templates: what is in use, another folder, or what was sent."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog

from app.comparison import Version
from app.template_versions import KeptVersion, TemplateVersions
from app.wording import say
from ui.parts import tip

_Wanted = Callable[[], Version]


class VersionChoice(QComboBox):
    """Nothing is read here: `wanted` reads the version when a worker calls it."""

    changed = Signal()

    def __init__(self, name: str, versions: TemplateVersions) -> None:
        super().__init__()
        self._versions = versions
        self.setAccessibleName(name)
        self.setToolTip(tip(name))
        self.setPlaceholderText(say("Välj mallar"))
        self.setMinimumContentsLength(18)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.addItem(say("Gällande mallar"), versions.current)
        self.addItem(say("En annan mapp…"), None)
        self.setCurrentIndex(-1)
        self._before = -1
        self.activated.connect(self._choose)

    @property
    def wanted(self) -> _Wanted | None:
        """None where nothing has been chosen."""
        found: _Wanted | None = self.currentData()
        return found

    def show_kept(self, kept: Sequence[KeptVersion]) -> None:
        """Those that letters have been sent with, each once."""
        known = {self.itemText(index) for index in range(self.count())}
        with QSignalBlocker(self):
            for one in kept:
                if one.name not in known:
                    self._insert(one.name, partial(self._versions.of_kept, one))

    def choose_current(self) -> None:
        self.setCurrentIndex(0)
        self._before = 0

    def choose_folder(self, folder: Path) -> None:
        """A folder of templates, such as a draft's."""
        with QSignalBlocker(self):
            self._insert(
                say("Mappen {folder}", folder=folder.name),
                partial(self._versions.in_folder, folder),
            )
            self._before = self.count() - 2
            self.setCurrentIndex(self._before)
        self.changed.emit()

    def _insert(self, name: str, wanted: _Wanted) -> None:
        """Above the last line, which leads to other folders."""
        self.insertItem(self.count() - 1, name, wanted)

    def _choose(self, index: int) -> None:
        if index == self.count() - 1:
            self.setCurrentIndex(self._before)
            self._ask_for_folder()
        else:
            self._before = index
            self.changed.emit()

    def _ask_for_folder(self) -> None:
        dialog = QFileDialog(self.window(), say("Välj mapp med mallar"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self.choose_folder(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
