"""The history's file: its connections, its transactions and its errors in plain Swedish."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from app.adapters.store import encrypting
from app.adapters.store.gate import Gate
from app.adapters.store.sqlcipher import is_plain, sqlite3, unlock
from app.errors import HistoryDamaged, HistoryUnusable
from app.wording import say

_WAL = "PRAGMA journal_mode = WAL"
# How long all who write may wait for those who read, where it can be tried again.
_SHORT_MS = 100
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

# 64 MB of pages at the most stay decrypted for each thread: to decrypt one costs more than to read
# it, and a search reads many of them again with each key.
_DECRYPTED = "PRAGMA cache_size = -64000"

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

    def __init__(self, path: Path, *, patience_s: float, key: bytes | None = None) -> None:
        """Makes the file where there is none, for its owner's eyes only.

        Without a key it is plain; with one a plain file is still read, until `encrypt`.
        """
        self._path = path.absolute()
        self._patience_s = patience_s
        self._connections: dict[int, sqlite3.Connection] = {}
        self._writer = threading.Lock()
        self._gate = Gate()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            encrypting.clear_up(self._path)
            self._path.touch(mode=0o600)
            # Before there is a connection: who closes the file lets go of SQLite's locks on it.
            self._key = None if is_plain(self._path) else key
        except OSError as error:
            raise HistoryUnusable(*_CLOSED_TO_US, detail=str(error)) from error

    @property
    def key(self) -> bytes | None:
        """What the file is encrypted with, or None where anybody can read it."""
        return self._key

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One unchanging view of the file, whatever others write meanwhile."""
        with (
            explained(),
            self._gate.inside(),
            _transaction(self._connection(), "BEGIN") as connection,
        ):
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """All of it is on disk when the block has ended, or none of it ever happened."""
        with (
            explained(),
            self._writer,
            self._gate.inside(),
            _transaction(self._connection(), "BEGIN IMMEDIATE") as connection,
        ):
            yield connection

    @contextmanager
    def purging(self) -> Iterator[sqlite3.Connection]:
        """As `writing`, where bytes go of which nothing is asked but what the caller has asked.

        SQLite itself would look for each of them through all letters.
        """
        with (
            explained(),
            self._writer,
            self._gate.inside(),
            _without_references(self._connection()) as connection,
            _transaction(connection, "BEGIN IMMEDIATE"),
        ):
            yield connection

    def empty_log(self) -> bool:
        """Moves SQLite's own log into the file; False where somebody else still reads there."""
        with explained(), self._writer, self._gate.inside():
            connection = self._connection()
            connection.execute(f"PRAGMA busy_timeout = {_SHORT_MS}")
            try:
                (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            finally:
                connection.execute(f"PRAGMA busy_timeout = {int(self._patience_s * 1000)}")
            return not busy

    def encrypt(self, key: bytes, *, progress: Callable[[float], None] = lambda _: None) -> None:
        """Of a plain file. Who wants to write waits; who reads waits only while names change.

        `progress` is told how much of it is done, from 0 to 1.
        """
        with explained(), self._writer:
            with self._gate.inside():
                connection = self._connection()
                encrypting.write_encrypted(connection, self._path, key=key, progress=progress)
            with self._gate.alone():
                self.to_one_file()
                encrypting.put_in_place(self._path)
                self._key = key

    def to_one_file(self) -> None:
        """Closed, and without a log beside it that could ever be taken for another file's."""
        self.close()
        with closing(self._connect()) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")

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
            unlock(connection, self._key)
            _turn_to_wal(connection)
            for pragma in (*_PRAGMAS, *((_DECRYPTED,) if self._key else ())):
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
def explained() -> Iterator[None]:
    """Raises HistoryUnusable or HistoryDamaged for what SQLite says in its own words."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_MISUSE) & 0xFF
        if code not in _SENTENCES:
            raise
        kind = HistoryDamaged if _SENTENCES[code] is _DAMAGED else HistoryUnusable
        raise kind(*_SENTENCES[code], detail=str(error)) from error


@contextmanager
def _without_references(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        yield connection
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


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
