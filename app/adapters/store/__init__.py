"""What is kept in SQLite files: the history of letters, and the list that is open."""

from pathlib import Path
from types import TracebackType
from typing import Self

from app.access_log import NO_WORKPLACE, Workplace
from app.adapters.store.accesses import LoggedAccesses
from app.adapters.store.archive import KeptLetters
from app.adapters.store.figures import KeptFigures
from app.adapters.store.file import HistoryFile
from app.adapters.store.files import ReadFiles
from app.adapters.store.holds import KeptHolds
from app.adapters.store.open_list import SqliteOpenList
from app.adapters.store.outgoing import OutgoingLetters
from app.adapters.store.purging import PurgedLetters
from app.adapters.store.safe import KeptSafe
from app.adapters.store.schema import bring_up_to_date

__all__ = ["SqliteOpenList", "SqliteStore"]


class SqliteStore(
    OutgoingLetters,
    KeptLetters,
    ReadFiles,
    KeptFigures,
    LoggedAccesses,
    KeptSafe,
    PurgedLetters,
    KeptHolds,
):
    """Implements every port of the history: each part of it says which, or what of which.

    Any thread may call it. Close it when no other thread uses it any more.
    """

    def __init__(
        self,
        path: Path,
        *,
        patience_s: float = 10,
        workplace: Workplace = NO_WORKPLACE,
        key: bytes | None = None,
    ) -> None:
        """Opens a file or makes one; `patience_s` is how long to wait for another program.

        `key` encrypts it, but for a plain file, which stays so until `encrypt`.
        Raises HistoryUnusable where that cannot be done or a newer program made the file.
        """
        super().__init__(HistoryFile(path, patience_s=patience_s, key=key), workplace=workplace)
        try:
            bring_up_to_date(self._file)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self._file.close()
