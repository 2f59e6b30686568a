"""A backup becomes the history: made ready beside it, and brought in before anything is open."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from app.adapters.store.copying import Progress, copy_whole, look_through
from app.adapters.store.file import explained
from app.adapters.store.sqlcipher import is_plain
from app.backups import Backup, backup_of
from app.errors import HistoryDamaged, HistoryUnusable
from app.whole_files import sync_folder
from app.wording import say

_LOGS = ("-wal", "-shm")


def readiness_of(history: Path) -> Backup | None:
    """The backup that waits to be brought in, if one does."""
    waiting = (backup_of(path) for path in _waiting(history).glob("*"))
    return next(filter(None, waiting), None)


def copy_for_restoring(
    backup: Backup,
    history: Path,
    *,
    key: bytes | None,
    progress: Progress = lambda _: None,
) -> Path:
    """A copy that is whole, to be made ready. Raises HistoryUnusable or HistoryDamaged.

    `progress` is told how much of it is done, from 0 to 1; what it raises ends it.
    """
    folder = _waiting(history)
    try:
        _empty(folder)
        folder.mkdir()
        path = folder / f"{backup.path.name}.making"
        copy_whole(backup.path, path)
        if is_plain(path) != (key is None):
            raise HistoryDamaged(*_NOT_A_BACKUP)
    except OSError as error:
        raise _not_copied(error) from error
    with explained():
        look_through(path, key=key, progress=progress)
    return path


def forget_copy(history: Path) -> None:
    """What was copied is not to be brought in."""
    with suppress(OSError):
        _empty(_waiting(history))


def note_ready(copy: Path) -> None:
    """Everything is done with the copy, so the next start may bring it in."""
    copy.replace(copy.with_suffix(""))
    sync_folder(copy.parent)


def bring_in(history: Path, *, backup: Backup, now: datetime) -> None:
    """The history that was is set aside; the backup takes its place.

    May be cut off anywhere and done again. Raises HistoryUnusable.
    """
    try:
        if history.exists():
            set_aside(history, now=now)
        backup.path.replace(history)
        _empty(_waiting(history))
        sync_folder(history.parent)
    except OSError as error:
        raise _not_copied(error) from error


def set_aside(history: Path, *, now: datetime) -> None:
    """Renamed with the time, together with SQLite's logs of it; never deleted. Raises OSError."""
    aside = history.with_name(f"{history.stem}-{now.astimezone(UTC):%Y%m%dT%H%M%S%fZ}.undan")
    for ending in _LOGS:
        with suppress(FileNotFoundError):
            history.with_name(f"{history.name}{ending}").rename(f"{aside}{ending}")
    history.rename(aside)


def _waiting(history: Path) -> Path:
    return history.with_name("restoring")


def _empty(folder: Path) -> None:
    if folder.is_dir():
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()


_NOT_A_BACKUP = (
    say("Filen är inte en säkerhetskopia som nyckeln passar till."),
    say("Välj en annan kopia, eller skriv den återställningsnyckel som hör till den."),
)


def _not_copied(error: OSError) -> HistoryUnusable:
    return HistoryUnusable(
        say("Säkerhetskopian kunde inte läggas i programmets mapp."),
        say("Kontrollera att disken inte är full och att mappen går att skriva i."),
        detail=type(error).__name__,
    )
