"""A plain database becomes an encrypted one, in one step: a crash leaves the old or the new."""

import hashlib
import os
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from app.adapters.store.sqlcipher import sqlite3, unlock
from app.errors import HistoryUnusable
from app.whole_files import sync_folder
from app.wording import say

# Writing is about half of the work, and comparing the rest.
_WRITING = 0.5
# SQLite tells that it still works once for so many of its own instructions.
_EACH = 200_000
_CHUNK = bytes(1 << 20)

_DIFFERS = (
    say("Kopian av historiken är inte hel, så den används inte."),
    say("Kontakta it-supporten: disken eller historiken kan vara skadad."),
)


def write_encrypted(
    connection: sqlite3.Connection,
    path: Path,
    *,
    key: bytes,
    progress: Callable[[float], None] = lambda _: None,
) -> None:
    """All that a plain database holds, in an encrypted file beside `path`, compared row by row.

    Nobody may write meanwhile. `progress` is told how much of it is done, from 0 to 1.
    Raises HistoryUnusable where the copy is not what the plain file holds.
    """
    new, whole = _new(path), max(path.stat().st_size, 1)

    def still_at_it() -> None:
        progress(_WRITING * min(new.stat().st_size / whole, 1))

    _forget(new)
    new.touch(mode=0o600)
    try:
        _export(connection, new, key=key, still_at_it=still_at_it)
        is_the_same = _is_the_same(connection, new, key=key, progress=progress)
    except BaseException:
        _forget(new)
        raise
    if not is_the_same:
        _forget(new)
        raise HistoryUnusable(*_DIFFERS)


def put_in_place(path: Path) -> None:
    """The encrypted file takes the plain one's name, and the plain one is overwritten.

    No connection may be open, and nothing of the plain file may stand in a log beside it. On a
    disk that never writes twice in one place, traces may outlast the overwriting.
    """
    old = _old(path)
    old.unlink(missing_ok=True)
    # Without links on this kind of disk the plain file is only replaced.
    with suppress(OSError):
        old.hardlink_to(path)
    _new(path).replace(path)
    sync_folder(path.parent)
    _wipe(old)


def clear_up(path: Path) -> None:
    """What a crash in the middle left beside the database, which is whole: old or new."""
    _forget(_new(path))
    old = _old(path)
    if not old.exists():
        return
    if path.exists() and old.samefile(path):
        old.unlink()
    elif path.exists():
        _wipe(old)


def _new(path: Path) -> Path:
    return path.with_name(f"{path.name}.encrypting")


def _old(path: Path) -> Path:
    return path.with_name(f"{path.name}.plain")


def _forget(new: Path) -> None:
    for ending in ("", "-journal", "-wal", "-shm"):
        new.with_name(f"{new.name}{ending}").unlink(missing_ok=True)


def _export(
    connection: sqlite3.Connection, new: Path, *, key: bytes, still_at_it: Callable[[], None]
) -> None:
    connection.set_progress_handler(still_at_it, _EACH)
    try:
        connection.execute(f"ATTACH DATABASE ? AS encrypted KEY \"x'{key.hex()}'\"", (str(new),))
        try:
            connection.execute("SELECT sqlcipher_export('encrypted')")
        finally:
            connection.execute("DETACH DATABASE encrypted")
    finally:
        connection.set_progress_handler(None, 0)


def _is_the_same(
    plain: sqlite3.Connection, new: Path, *, key: bytes, progress: Callable[[float], None]
) -> bool:
    with closing(sqlite3.connect(new, isolation_level=None)) as encrypted:
        unlock(encrypted, key)
        is_whole = not encrypted.execute("PRAGMA cipher_integrity_check").fetchone()
        tables = _tables(plain)
        if not is_whole or tables != _tables(encrypted):
            return False
        for done, table in enumerate(tables):
            progress(_WRITING + (1 - _WRITING) * done / len(tables))
            if _digest(plain, table) != _digest(encrypted, table):
                return False
    return True


def _digest(connection: sqlite3.Connection, table: str) -> str:
    """Of its rows, in the order in which they lie."""
    told = hashlib.sha256()
    # A table of our own or of the search index; none of their names is from outside.
    for row in connection.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 - as said
        told.update(repr(tuple(row)).encode())
    return told.hexdigest()


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table'"
        " AND sql NOT LIKE 'CREATE VIRTUAL %' ORDER BY name"
    )
    return [name for (name,) in found]


def _wipe(old: Path) -> None:
    with suppress(FileNotFoundError):
        with old.open("r+b") as file:
            for _ in range(0, os.fstat(file.fileno()).st_size, len(_CHUNK)):
                file.write(_CHUNK)
            file.flush()
            os.fsync(file.fileno())
        old.unlink()
