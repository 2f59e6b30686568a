"""Watches the templates folder and tells when an author has changed something in it."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from app.folder_checks import is_folder
from app.template_sources import tree_of

# An editor writes a file in several steps; a moment later they are all done.
_CALM_MS = 200


class TemplateWatch(QObject):
    """`changed` comes once for changes that follow close upon each other."""

    changed = Signal()

    def __init__(
        self, folder: Callable[[], Path], parent: QObject, *, places: Iterable[Path] = ()
    ) -> None:
        """`folder` is where the templates are now, `places` are where others may come to be."""
        super().__init__(parent)
        self._folder = folder
        self._places = tuple(places)
        self._watcher = QFileSystemWatcher(self)
        self._calm = QTimer(self)
        self._calm.setInterval(_CALM_MS)
        self._calm.setSingleShot(True)
        # A folder tells of files that come and go, but not of a file that is written in place.
        self._watcher.directoryChanged.connect(lambda _: self._calm.start())
        self._watcher.fileChanged.connect(lambda _: self._calm.start())
        self._calm.timeout.connect(self._tell)
        self._watch()

    def _tell(self) -> None:
        self._watch()
        self.changed.emit()

    def _watch(self) -> None:
        """Each time anew: where an editor puts another file in a file's place, the watch is off."""
        folder = self._folder()
        paths = (folder, *tree_of(folder), *filter(is_folder, self._places))
        self._watcher.addPaths([str(path) for path in paths])
