"""Copies of the history that are whole: made while it is in use, and looked through afterwards."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from app.adapters.store import log
from app.adapters.store.file import HistoryFile, explained
from app.adapters.store.sqlcipher import sqlite3, unlock
from app.backups import KEPT, Backup, backup_name, backups_in
from app.errors import HistoryDamaged, HistoryUnusable
from app.recovery_key import fingerprint
from app.whole_files import sync_folder, unfinished
from app.wording import say

Progress = Callable[[float], None]

# Writing is about half of the work, and looking through what was written the rest: first as a file,
# during which SQLite asks whether to go on once for so many of its own instructions, then as a log.
_WRITING, _FILE, _EACH = 0.5, 0.75, 200_000
# Pages copied at a time: 4 MB, between which it can be stopped.
_PAGES = 1000


def write_backup(
    file: HistoryFile, folder: Path, *, at: datetime, progress: Progress = lambda _: None
) -> Backup:
    """A copy under the history's own key, opened anew and compared before it gets its name.

    `progress` is told how much of it is done, from 0 to 1; what it raises ends the copying.
    Raises HistoryUnusable, or HistoryDamaged where the history is not whole.
    """
    key = file.key
    path = folder / backup_name(made_at=at, fingerprint=fingerprint(key))
    with explained(), _saved_in(folder):
        folder.mkdir(parents=True, exist_ok=True)
        beside = unfinished(path)
        _remove(beside)
        beside.touch(mode=0o600)
        try:
            told = _copy(file, beside, key=key, progress=progress)
            if look_through(beside, key=key, progress=progress) != told:
                raise _not_whole("contents")
            beside.replace(path)
        finally:
            _remove(beside)
        sync_folder(folder)
    made = Backup(path, at, fingerprint(key))
    _remove_old(folder, made)
    return made


def copy_to(backup: Backup, folder: Path) -> None:
    """One more of the same, byte for byte, where the clinic wants it. Raises HistoryUnusable."""
    target = folder / backup.path.name
    with _saved_in(folder):
        copy_whole(backup.path, target)
        _remove_old(folder, backup)


def copy_whole(source: Path, target: Path) -> None:
    """The name comes when all of it is there. Raises OSError."""
    beside = unfinished(target)
    try:
        beside.touch(mode=0o600)
        shutil.copyfile(source, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(target.parent)


def look_through(
    path: Path, *, key: bytes | None, progress: Progress = lambda _: None
) -> tuple[int, int, str]:
    """The numbers of letters and events, and the last event's hash, of a file that is whole.

    Every page and the whole log are read. Raises HistoryDamaged, what `progress` has raised, or
    sqlite3.OperationalError in place of that.
    """
    with explained(), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        unlock(connection, key)
        connection.set_progress_handler(lambda: progress(_WRITING), _EACH)
        connection.row_factory = sqlite3.Row
        if key and connection.execute("PRAGMA cipher_integrity_check").fetchone():
            raise _not_whole("pages")
        (told,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if told != "ok":
            raise _not_whole("structure")
        connection.set_progress_handler(None, 0)
        broken = log.first_broken_event(
            connection, progress=lambda share: progress(_FILE + (1 - _FILE) * share)
        )
        if broken is not None:
            raise _not_whole("log")
        return _summary(connection)


def _copy(
    file: HistoryFile, path: Path, *, key: bytes | None, progress: Progress
) -> tuple[int, int, str]:
    with file.reading() as source, closing(sqlite3.connect(path, isolation_level=None)) as copy:
        unlock(copy, key)
        summary = _summary(source)
        source.backup(
            copy,
            pages=_PAGES,
            progress=lambda _, left, whole: progress(_WRITING * (1 - left / max(whole, 1))),
        )
        # One file without a log beside it, which can be carried away.
        copy.execute("PRAGMA journal_mode = DELETE")
    return summary


def _remove_old(folder: Path, newest: Backup) -> None:
    """Also what anybody can read, once there is one that nobody can."""
    found = backups_in(folder)
    plain = [one for one in found if newest.fingerprint and not one.fingerprint]
    for old in (*found[KEPT:], *plain):
        old.path.unlink(missing_ok=True)


def _summary(connection: sqlite3.Connection) -> tuple[int, int, str]:
    (letters,) = connection.execute("SELECT count(*) FROM dispatch").fetchone()
    last = connection.execute("SELECT number, hash FROM event ORDER BY number DESC LIMIT 1")
    number, told = last.fetchone() or (0, "")
    return letters, number, told


def _remove(beside: Path) -> None:
    for ending in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):
            beside.with_name(f"{beside.name}{ending}").unlink(missing_ok=True)


@contextmanager
def _saved_in(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise HistoryUnusable(
            say("Säkerhetskopian kunde inte sparas i {folder}.", folder=folder),
            say("Kontrollera att mappen är ansluten och att disken inte är full."),
            detail=type(error).__name__,
        ) from error


def _not_whole(detail: str) -> HistoryDamaged:
    return HistoryDamaged(
        say("Kopian av historiken är inte hel, så den används inte."),
        say("Kontakta it-supporten: disken eller historiken kan vara skadad."),
        detail=detail,
    )
