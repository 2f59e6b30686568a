"""What keeps the history itself safe: its encryption, and copies of it while it is in use."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from app.adapters.store.copying import write_backup
from app.adapters.store.file import HistoryFile
from app.backups import Backup

Progress = Callable[[float], None]


class KeptSafe:
    """The part of the store that looks after its file: `app.safekeeping.Safe`."""

    _file: HistoryFile

    @property
    def is_encrypted(self) -> bool:
        return self._file.key is not None

    def encrypt(self, key: bytes, *, progress: Progress) -> None:
        self._file.encrypt(key, progress=progress)

    def to_one_file(self) -> None:
        """Without a log of SQLite's beside it, and closed."""
        self._file.to_one_file()

    def back_up(self, folder: Path, *, at: datetime, progress: Progress) -> Backup:
        return write_backup(self._file, folder, at=at, progress=progress)
