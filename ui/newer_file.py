"""Watches the folder of bookings and tells when a newer file than those seen has come into it."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

KINDS = ("csv", "txt", "tsv", "xlsx", "hl7", "json", "ndjson", "xml")

# A file on its way in is told of many times; a moment later it is whole.
_CALM_MS = 500


class NewerFile(QObject):
    """`came` carries the path, and when it was written in seconds since 1970."""

    came = Signal(Path, float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._seen = 0.0
        self._watcher = QFileSystemWatcher(self)
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._watcher.directoryChanged.connect(lambda _: self._calm.start())
        self._calm.timeout.connect(self._look)

    def watch(self, folder: Path | None) -> None:
        """This folder and no other; what lies there already is no news."""
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)
        self._calm.stop()
        self._folder = folder
        if folder is not None:
            self._watcher.addPath(str(folder))
            newest = newest_file(folder)
            self._seen = changed_at(newest) if newest else 0.0

    def note_opened(self, paths: Iterable[Path]) -> None:
        """Only what is newer than what is worked with is news."""
        self._seen = max((self._seen, *map(changed_at, paths)))

    def _look(self) -> None:
        newest = newest_file(self._folder) if self._folder else None
        if newest and (written := changed_at(newest)) > self._seen:
            self._seen = written
            self.came.emit(newest, written)


def newest_file(folder: Path) -> Path | None:
    """Of the kinds that bookings come as; None where there is none, or nobody may look."""
    files = (path for kind in KINDS for path in folder.glob(f"*.{kind}") if path.is_file())
    try:
        return max(files, key=changed_at, default=None)
    except OSError:
        return None


def changed_at(path: Path) -> float:
    """Seconds; 0 for a file that has gone since it was listed."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0
