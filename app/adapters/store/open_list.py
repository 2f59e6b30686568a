"""The list that is open, kept in a file of its own that is there only as long as the list is.

Apart from history, which can then neither be damaged by it nor wait for it, and never forgets.
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path

from app.adapters.store.file import HistoryFile
from app.adapters.store.rows import stored_time, told_time
from app.adapters.store.sheaves import (
    bookings_of,
    draft_of,
    list_of,
    shape,
    told_bookings,
    told_draft,
    told_list,
)
from app.adapters.store.sqlcipher import sqlite3
from app.bookings import Booking, is_by_hand
from app.draft import Draft
from app.errors import HistoryUnusable, ListNotKept
from app.open_list import ANOTHER_VERSION, OpenList
from app.wording import say

_PATIENCE_S = 10
# So many bookings are told at a time.
_SHEAF = 50

_NOT_KEPT = (
    say("Det du avgör kan inte sparas just nu, så skicka det som är klart innan du stänger."),
    say("Kontrollera att disken inte är full."),
)
_DAMAGED = say("Listan som var öppen är skadad och går inte att läsa, så öppna filen igen.")
_CLOSED_TO_US = say("Listan som var öppen går inte att läsa just nu, så öppna filen igen.")

# What comes of a text that is not what was written there.
_UNREADABLE = (ValueError, LookupError, TypeError)

_TABLES = (
    """
    CREATE TABLE list (
        utskick TEXT PRIMARY KEY,
        shape TEXT NOT NULL,
        told BLOB NOT NULL,
        shown INTEGER,
        kept_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE TABLE sheaf (place INTEGER PRIMARY KEY, told BLOB NOT NULL) STRICT",
    # `bookings` are the draft's own and what it was read as, where the file has another or none.
    "CREATE TABLE decided (row_no INTEGER PRIMARY KEY, told BLOB NOT NULL, bookings BLOB) STRICT",
)
_NAMES = ("list", "sheaf", "decided")


class SqliteOpenList:
    """Implements `app.open_list.OpenListShelf`; any thread may call it."""

    def __init__(self, path: Path, *, key: bytes | None = None) -> None:
        """Touches no file yet, so that nothing of it can keep the program from starting.

        `key` encrypts it, but for a plain one of before, which can still be read.
        """
        self._path = path
        self._key = key
        self._file: HistoryFile | None = None
        self._one_at_a_time = threading.Lock()

    def keep(self, kept: OpenList) -> None:
        with self._one_at_a_time, _or_not_kept():
            try:
                self._leave_plain()
                self._replace(kept)
            except (HistoryUnusable, sqlite3.Error) as error:
                if not _is_damaged(error):
                    raise
                self._remove()
                self._replace(kept)

    def update(
        self, utskick: str, *, decided: Sequence[Draft], shown: int | None, at: datetime
    ) -> None:
        with self._one_at_a_time, _or_not_kept(), self._opened().writing() as connection:
            known = connection.execute(
                "UPDATE list SET shown = ?, kept_at = ? WHERE utskick = ?",
                (shown, stored_time(at), utskick),
            )
            if not known.rowcount:
                raise ListNotKept(*_NOT_KEPT, detail="another list")
            _write_decided(connection, decided)

    def read(self) -> OpenList | None:
        with self._one_at_a_time:
            if not self._path.exists():
                return None
            try:
                with self._opened().reading() as connection:
                    return _read(connection)
            except ListNotKept:
                self._remove()
                raise
            except (HistoryUnusable, sqlite3.Error, *_UNREADABLE) as error:
                if not _is_damaged(error):
                    raise ListNotKept(_CLOSED_TO_US, detail=type(error).__name__) from error
                self._remove()
                raise ListNotKept(_DAMAGED, detail=type(error).__name__) from error

    def let_go(self) -> None:
        with self._one_at_a_time, _or_not_kept():
            self._remove()

    def encrypt(self, key: bytes) -> None:
        """What is kept from now on, and what is kept already. Raises ListNotKept."""
        with self._one_at_a_time, _or_not_kept():
            self._key = key
            if self._path.exists() and self._opened().key is None:
                self._opened().encrypt(key)

    def close(self) -> None:
        """What was there before is now nowhere, neither in the file nor in SQLite's log beside it.

        The connections must not be used by any thread meanwhile.
        """
        if self._file is not None:
            self._file.close()
            self._file = None

    def _replace(self, kept: OpenList) -> None:
        """In one step: a crash leaves one of the two lists, never half of one."""
        with self._opened().writing() as connection:
            for name in _NAMES:
                connection.execute(f"DROP TABLE IF EXISTS {name}")
            for statement in _TABLES:
                connection.execute(statement)
            at = stored_time(kept.kept_at)
            told = (kept.utskick, shape(), told_list(kept), kept.shown, at)
            connection.execute("INSERT INTO list VALUES (?, ?, ?, ?, ?)", told)
            bookings = iter(kept.batch.bookings)
            while sheaf := tuple(islice(bookings, _SHEAF)):
                connection.execute("INSERT INTO sheaf (told) VALUES (?)", (told_bookings(sheaf),))
            _write_decided(connection, kept.decided)
        self.close()

    def _opened(self) -> HistoryFile:
        if self._file is None:
            self._file = HistoryFile(self._path, patience_s=_PATIENCE_S, key=self._key)
        return self._file

    def _leave_plain(self) -> None:
        """A new list is not kept in a plain file of before."""
        if self._key is not None and self._path.exists() and self._opened().key is None:
            self._remove()

    def _remove(self) -> None:
        """With what SQLite keeps beside the file."""
        with suppress(sqlite3.Error):
            self.close()
        for ending in ("", "-wal", "-shm"):
            self._path.with_name(f"{self._path.name}{ending}").unlink(missing_ok=True)


def _write_decided(connection: sqlite3.Connection, decided: Sequence[Draft]) -> None:
    connection.executemany(
        "INSERT OR REPLACE INTO decided VALUES (?, ?, ?)",
        ((one.booking.row_no, told_draft(one), _told_own(one)) for one in decided),
    )


def _told_own(draft: Draft) -> bytes | None:
    """The bookings that the file does not have: corrected or typed, and what they were before."""
    if draft.as_read is not None:
        return told_bookings((draft.booking, draft.as_read))
    return told_bookings((draft.booking,)) if is_by_hand(draft.booking.row_no) else None


def _read(connection: sqlite3.Connection) -> OpenList | None:
    """None where the program ended before anything was kept."""
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'list'").fetchone():
        return None
    row = connection.execute("SELECT * FROM list").fetchone()
    if row["shape"] != shape():
        raise ListNotKept(ANOTHER_VERSION)
    kept = list_of(row["told"])
    sheaves = connection.execute("SELECT told FROM sheaf ORDER BY place")
    bookings = bookings_of(sheaf["told"] for sheaf in sheaves)
    return replace(
        kept,
        batch=replace(kept.batch, bookings=tuple(bookings)),
        decided=_decided(connection, {one.row_no: one for one in bookings}),
        shown=row["shown"],
        kept_at=told_time(row["kept_at"]),
    )


def _decided(connection: sqlite3.Connection, of_file: dict[int, Booking]) -> tuple[Draft, ...]:
    found = []
    for row_no, told, own in connection.execute("SELECT * FROM decided ORDER BY row_no"):
        booking, *as_read = bookings_of([own]) if own else [of_file[row_no]]
        found.append(draft_of(told, booking, as_read=as_read[0] if as_read else None))
    return tuple(found)


@contextmanager
def _or_not_kept() -> Iterator[None]:
    try:
        yield
    except (HistoryUnusable, sqlite3.Error, OSError) as error:
        raise ListNotKept(*_NOT_KEPT, detail=type(error).__name__) from error


def _is_damaged(error: Exception) -> bool:
    """Whether it will never be read again, rather than not now."""
    if not isinstance(error, HistoryUnusable):
        return True
    code = getattr(error.__cause__, "sqlite_errorcode", 0) & 0xFF
    return code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
