"""Safekeeping: the history is encrypted, its key is on paper too, and there are copies of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.backups import Backup, backups_in, is_due
from app.documents import Document, Terms
from app.errors import HistoryUnusable
from app.key_place import KeyNote, KeyPlace
from app.recovery_key import is_last_group, recovery_lines
from app.rescue import Rescue
from app.wording import say

Progress = Callable[[float], None]


class Safe(Protocol):
    """The history's file, while it is in use. `progress` is told from 0 to 1; it may raise."""

    @property
    def is_encrypted(self) -> bool: ...

    def encrypt(self, key: bytes, *, progress: Progress) -> None:
        """Of a plain file: a crash leaves the old one or the new. Raises HistoryUnusable."""
        ...

    def back_up(self, folder: Path, *, at: datetime, progress: Progress) -> Backup:
        """A copy that was opened and looked through. Raises HistoryUnusable, HistoryDamaged."""
        ...


@dataclass(frozen=True, slots=True)
class Kept:
    """How the history is kept just now. `note` is of its key; None where it is plain."""

    is_encrypted: bool
    note: KeyNote | None
    backups: tuple[Backup, ...]


@dataclass(frozen=True, slots=True)
class Safekeeping:
    """`encrypt_list` takes the open list along; `copy_to` puts a backup in another folder too.

    `second_folder` is where the clinic wants backups besides `folder`, or None. A plain history
    is never copied there.
    """

    safe: Safe
    keys: KeyPlace
    folder: Path
    second_folder: Path | None
    copy_to: Callable[[Backup, Path], None]
    encrypt_list: Callable[[bytes], None]
    rescue: Rescue
    now: Callable[[], datetime]
    user: str
    pc: str

    def state(self) -> Kept:
        is_encrypted = self.safe.is_encrypted
        note = self.keys.note if is_encrypted else None
        return Kept(is_encrypted, note, backups_in(self.folder))

    def encrypt(self, *, progress: Progress = lambda _: None) -> None:
        """Ends with a backup, so that no plain one is left.

        Raises KeychainUnusable where there is no safe place for the key; all stays plain.
        """
        key = self.keys.key() or self.keys.make(at=self.now())
        if not self.safe.is_encrypted:
            self.safe.encrypt(key, progress=progress)
        self.encrypt_list(key)
        self.back_up()

    def recovery_page(self) -> Document:
        """To be printed or saved once; nothing of it is kept. Raises HistoryLocked."""
        numbers = [say("Rad {number}", number=number) for number in range(1, 5)]
        lines = tuple(zip(numbers, recovery_lines(self._key()), strict=True))
        return Document(
            say("Återställningsnyckel till historiken"),
            _ON_PAPER,
            (
                Terms(say("Nyckeln"), lines),
                Terms("", ((say("Dator"), self.pc), (say("Användare"), self.user))),
            ),
            self.now(),
        )

    def confirm_kept(self, text: str) -> bool:
        """Whether these are the key's last four characters; who wrote them is then noted."""
        is_right = is_last_group(text, key=self._key())
        if is_right:
            self.keys.note_kept(who=self.user, at=self.now())
        return is_right

    def back_up(self, *, progress: Progress = lambda _: None) -> Backup:
        """Raises HistoryUnusable, HistoryDamaged, or what `progress` raises."""
        backup = self.safe.back_up(self.folder, at=self.now(), progress=progress)
        if self.second_folder is not None and backup.fingerprint:
            self.copy_to(backup, self.second_folder)
        return backup

    def back_up_if_due(self, *, progress: Progress = lambda _: None) -> Backup | None:
        """Once a day."""
        if not is_due(backups_in(self.folder), now=self.now()):
            return None
        return self.back_up(progress=progress)

    def _key(self) -> bytes:
        key = self.keys.key() if self.safe.is_encrypted else None
        if key is None:
            raise HistoryUnusable(
                say("Historiken är inte krypterad, så den har ingen nyckel."),
                say("Kryptera den först."),
            )
        return key


_ON_PAPER = (
    say("Med nyckeln kan historiken öppnas på en annan dator, eller om nyckelringen är borta."),
    say("Utan den går en säkerhetskopia inte att läsa. Programmet visar den, men sparar den inte."),
    say("Den som har både nyckeln och en kopia kan läsa allt. Lås in papperet, skilt från datorn."),
)
