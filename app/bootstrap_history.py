"""The composition root's part in the history's file: its key, its backups and its rescue."""

import secrets
import socket
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from app.adapters.claim_folder import forget_claims
from app.adapters.store import SqliteOpenList, SqliteStore
from app.adapters.store.copying import copy_to
from app.adapters.store.restoring import (
    bring_in,
    copy_for_restoring,
    forget_copy,
    note_ready,
    readiness_of,
)
from app.adapters.store.sqlcipher import is_plain
from app.adapters.system_keychain import SystemKeychain
from app.adapters.system_user import system_user
from app.backups import Backup, backups_in
from app.errors import HistoryDamaged, HistoryUnusable, KeychainUnusable, SettingsUnreadable
from app.folder_checks import data_folder_problem
from app.key_place import KeyPlace
from app.parking import park_all
from app.rescue import Rescue
from app.safekeeping import Safekeeping
from app.settings import DataFolder, Settings
from app.wording import say


def refuse_unsafe_folder(folder: DataFolder) -> None:
    """Raises SettingsUnreadable where a database would not be safe, in test mode too."""
    if problem := data_folder_problem(folder.root):
        raise SettingsUnreadable(problem, say("Starta med en mapp på datorns egen disk (--data)."))


def refuse_where_replaced(folder: DataFolder) -> None:
    """Raises HistoryUnusable while a backup waits to become the history.

    It knows nothing of what is sent until then, so that would be sent again.
    """
    if readiness_of(folder.history_file) is not None:
        raise HistoryUnusable(
            say("En säkerhetskopia tas i bruk vid nästa start, så inget skickas före den."),
            say("Stäng programmet och starta det igen."),
        )


def key_for_history(folder: DataFolder, *, now: Callable[[], datetime]) -> bytes | None:
    """What the history is, or from now on will be, encrypted with; None for a plain file.

    A backup that was made ready is brought in first. Only a new history without a keychain, and
    one that was plain before, are plain: there is no live mode with either.
    Raises HistoryLocked, HistoryDamaged or HistoryUnusable.
    """
    keys = key_place(folder)
    _bring_in(folder, keys, now=now)
    file = folder.history_file
    is_new = not file.exists() or file.stat().st_size == 0
    if is_new and backups_in(folder.backups):
        # Never begun anew in silence: what was sent before would be sent again.
        raise _damaged(say("Historiken saknas, men det finns säkerhetskopior av den."))
    if not is_new and is_plain(file):
        return None
    key = keys.key()
    if key is None and is_new:
        return _new_key(keys, at=now())
    if key is None:
        raise _damaged(say("Historiken är skadad, så inget kan skickas eller visas."))
    return key


def safekeeping_of(
    folder: DataFolder,
    settings: Settings,
    *,
    store: SqliteStore,
    open_list: SqliteOpenList,
    now: Callable[[], datetime],
) -> Safekeeping:
    return Safekeeping(
        safe=store,
        keys=key_place(folder),
        folder=folder.backups,
        second_folder=Path(settings.backup_folder) if settings.backup_folder else None,
        copy_to=copy_to,
        encrypt_list=open_list.encrypt,
        rescue=rescue_of(folder, now=now),
        now=now,
        user=system_user().login,
        pc=socket.gethostname(),
    )


def rescue_of(folder: DataFolder, *, now: Callable[[], datetime]) -> Rescue:
    return Rescue(
        folder=folder.backups,
        keys=key_place(folder),
        prepare=partial(_prepare, folder, now=now),
        now=now,
    )


def history_problem(folder: DataFolder) -> str:
    """Why the history is no place for real letters, as a sentence, or ""."""
    if problem := data_folder_problem(folder.root):
        return problem
    file, keys = folder.history_file, key_place(folder)
    try:
        if file.exists() and is_plain(file):
            return say("Historiken är inte krypterad.")
        if keys.key() is None:
            # Any name will do: it is asked whether there is a keychain at all.
            SystemKeychain().get("historik")
    except KeychainUnusable as error:
        return say("Historiken är inte krypterad. {why}", why=error)
    except (OSError, HistoryUnusable) as error:
        return str(error)
    if keys.note is not None and keys.note.kept_at is None:
        return say("Ingen har visat att historikens återställningsnyckel finns på papper.")
    return ""


def key_place(folder: DataFolder) -> KeyPlace:
    return KeyPlace(folder.key_note_file, SystemKeychain(), random=secrets.token_bytes)


def _damaged(what: str) -> HistoryDamaged:
    return HistoryDamaged(what, say("Stäng programmet och kontakta it-supporten."))


def _new_key(keys: KeyPlace, *, at: datetime) -> bytes | None:
    try:
        return keys.make(at=at)
    except KeychainUnusable:
        return None


def _prepare(
    folder: DataFolder,
    backup: Backup,
    key: bytes | None,
    *,
    now: Callable[[], datetime],
    progress: Callable[[float], None],
) -> int:
    """How many letters became Oklart in the copy that the next start brings in."""
    try:
        copy = copy_for_restoring(backup, folder.history_file, key=key, progress=progress)
        with SqliteStore(copy, key=key) as store:
            parked = park_all(store, backup_from=backup.when, at=now(), who=system_user().login)
            store.to_one_file()
        # The last moment to think better of it.
        progress(1.0)
    except BaseException:
        forget_copy(folder.history_file)
        raise
    note_ready(copy)
    return parked


def _bring_in(folder: DataFolder, keys: KeyPlace, *, now: Callable[[], datetime]) -> None:
    """Letters that are known to have left since the backup stay claimed, though by nobody here."""
    backup = readiness_of(folder.history_file)
    if backup is None:
        return
    try:
        forget_claims(folder.claim_memory, since=backup.made_at, until=now())
    except OSError as error:
        raise HistoryUnusable(
            say("Säkerhetskopian kunde inte tas i bruk."),
            say("Kontrollera att programmets mapp går att skriva i."),
            detail=type(error).__name__,
        ) from error
    if backup.fingerprint:
        keys.use(backup.fingerprint, at=now())
    bring_in(folder.history_file, backup=backup, now=now())
