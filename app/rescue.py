"""Rescue: what can be done while the history cannot be opened, or another is to come in place."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.backups import Backup, backups_in
from app.key_place import KeyPlace, of_another_history
from app.recovery_key import fingerprint, key_of

Progress = Callable[[float], None]


class Preparation(Protocol):
    def __call__(self, backup: Backup, key: bytes | None, *, progress: Progress) -> int: ...


@dataclass(frozen=True, slots=True)
class Rescue:
    """`prepare` makes a backup ready with its key, to be brought in by the next start."""

    folder: Path
    keys: KeyPlace
    prepare: Preparation
    now: Callable[[], datetime]

    def backups(self) -> tuple[Backup, ...]:
        """The newest first."""
        return backups_in(self.folder)

    def needs_recovery_key(self, backup: Backup) -> bool:
        return bool(backup.fingerprint) and self.keys.named(backup.fingerprint) is None

    def restore(
        self, backup: Backup, *, recovery_key: str = "", progress: Progress = lambda _: None
    ) -> int:
        """Made ready beside the history; gives how many letters became Oklart.

        `progress` is told how much of it is done, from 0 to 1; where it raises nothing is ready.
        Raises RecoveryKeyWrong, KeychainUnusable, HistoryUnusable or HistoryDamaged.
        """
        key = self._key_of(backup, recovery_key)
        if key is not None:
            self.keys.keep(key)
        return self.prepare(backup, key, progress=progress)

    def unlock(self, recovery_key: str) -> None:
        """Puts the history's key back into the keychain.

        Raises RecoveryKeyWrong, KeychainUnusable or HistoryUnusable.
        """
        self.keys.take_in(key_of(recovery_key), at=self.now())

    def _key_of(self, backup: Backup, recovery_key: str) -> bytes | None:
        if not backup.fingerprint:
            return None
        known = self.keys.named(backup.fingerprint)
        if known is not None:
            return known
        key = key_of(recovery_key)
        if fingerprint(key) != backup.fingerprint:
            raise of_another_history()
        return key
