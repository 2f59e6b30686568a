"""The history's file: its connections, its transactions and its errors in plain Swedish."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import HistoryUnusable
from app.wording import say

_WAL = "PRAGMA journal_mode = WAL"
# How often to try to turn a new file into a WAL one.
_TURNS = 20

# FULL, since with NORMAL a power cut forgets letters that have already left.
_PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",  # macOS: fsync alone stops at the drive's own cache
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # else REPLACE would slip past the triggers
    "PRAGMA secure_delete = ON",
)

_DAMAGED = (
    say("Historiken är skadad, så inget kan skickas eller visas."),
    say("Stäng programmet och kontakta it-supporten."),
)
_CLOSED_TO_US = (
    say("Historiken går inte att öppna eller skriva i, så inget kan skickas."),
    say("Kontrollera att du får skriva i programmets mapp, eller kontakta it-supporten."),
)
# By SQLite's primary result codes. Any other code is a bug of ours and stays as it is.
_SENTENCES = {
    sqlite3.SQLITE_BUSY: (
        say("Historiken används av ett annat program."),
        say("Vänta en stund och försök igen. Stäng annars det andra fönstret."),
    ),
    sqlite3.SQLITE_FULL: (
        say("Disken är full, så inget kan sparas eller skickas."),
        say("Frigör plats på disken och försök igen."),
    ),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_CANTOPEN: _CLOSED_TO_US,
    sqlite3.SQLITE_IOERR: _CLOSED_TO_US,
    sqlite3.SQLITE_PERM: _CLOSED_TO_US,
    sqlite3.SQLITE_READONLY: _CLOSED_TO_US,
}


class HistoryFile:
    """One connection for each thread, and one writer at a time.

    Connections are kept by the thread's number and not in a `threading.local`, which would be
    emptied each time a thread that Qt owns comes back to Python.
    """

    def __init__(self, path: Path, *, patience_s: float) -> None:
        """Makes the file where there is none, for its owner's eyes only."""
        self._path = path.absolute()
        self._patience_s = patience_s
        self._connections: dict[int, sqlite3.Connection] = {}
        self._writer = threading.Lock()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.touch(mode=0o600)
        except OSError as error:
            raise HistoryUnusable(*_CLOSED_TO_US, detail=str(error)) from error

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One unchanging view of the file, whatever others write meanwhile."""
        with _explained(), _transaction(self._connection(), "BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """All of it is on disk when the block has ended, or none of it ever happened."""
        with (
            _explained(),
            self._writer,
            _transaction(self._connection(), "BEGIN IMMEDIATE") as connection,
        ):
            yield connection

    def close(self) -> None:
        while self._connections:
            _, connection = self._connections.popitem()
            connection.close()

    def _connection(self) -> sqlite3.Connection:
        thread = threading.get_ident()
        if thread not in self._connections:
            self._connections[thread] = self._connect()
        return self._connections[thread]

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            # Never makes a file: a history that was taken away must not come back empty.
            f"{self._path.as_uri()}?mode=rw",
            uri=True,
            timeout=self._patience_s,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _turn_to_wal(connection)
            for pragma in _PRAGMAS:
                connection.execute(pragma)
        except BaseException:
            connection.close()
            raise
        connection.row_factory = sqlite3.Row
        return connection


def _turn_to_wal(connection: sqlite3.Connection) -> None:
    """SQLite waits for nobody here, where several programs open a new file; a transaction waits."""
    for _ in range(_TURNS):
        if _is_turned(connection):
            return
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    connection.execute(_WAL)


def _is_turned(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute(_WAL)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_MISUSE) & 0xFF
        if code not in _SENTENCES:
            raise
        raise HistoryUnusable(*_SENTENCES[code], detail=str(error)) from error


@contextmanager
def _transaction(connection: sqlite3.Connection, begin: str) -> Iterator[sqlite3.Connection]:
    connection.execute(begin)
    try:
        yield connection
        connection.execute("COMMIT")
    finally:
        # Some errors, such as a full disk, have already rolled it back.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
