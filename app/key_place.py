"""Where the key of the history is: in the system's keychain, with a note of it beside the file."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from app.errors import HistoryLocked, HistoryUnusable, KeychainUnusable, RecoveryKeyWrong
from app.keychain import Keychain
from app.recovery_key import KEY_LENGTH, fingerprint
from app.whole_files import write_whole
from app.wording import say


class KeyNote(BaseModel):
    """What may be known of a key: nothing that opens anything.

    `kept_by` has shown at `kept_at` that the recovery key is on paper; None while nobody has.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    fingerprint: str
    made_at: AwareDatetime
    kept_by: str = ""
    kept_at: AwareDatetime | None = None


class KeyPlace:
    """`random` gives that many random bytes."""

    def __init__(
        self, note_file: Path, keychain: Keychain, *, random: Callable[[int], bytes]
    ) -> None:
        self._note_file = note_file
        self._keychain = keychain
        self._random = random

    @property
    def note(self) -> KeyNote | None:
        """None where no key was ever made. Raises HistoryUnusable where it cannot be read."""
        try:
            return KeyNote.model_validate_json(self._note_file.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValidationError) as error:
            raise _unusable(error) from error

    def key(self) -> bytes | None:
        """None where no key was ever made. Raises HistoryLocked where the keychain lacks it."""
        note = self.note
        if note is None:
            return None
        try:
            kept = self._keychain.get(_name(note.fingerprint))
        except KeychainUnusable as error:
            raise HistoryLocked(error.what, error.todo, detail=error.detail) from error
        key = bytes.fromhex(kept or "")
        if fingerprint(key) != note.fingerprint:
            raise HistoryLocked(
                say("Historikens nyckel finns inte i datorns nyckelring."),
                say("Skriv återställningsnyckeln, eller logga in som den som brukar."),
            )
        return key

    def make(self, *, at: datetime) -> bytes:
        """A new key, safe before anything is written with it. Raises KeychainUnusable."""
        key = self._random(KEY_LENGTH)
        self.keep(key)
        self._write(KeyNote(fingerprint=fingerprint(key), made_at=at))
        return key

    def take_in(self, key: bytes, *, at: datetime) -> None:
        """A recovery key. Where a key was made it must be that one.

        Raises RecoveryKeyWrong or KeychainUnusable.
        """
        note = self.note or KeyNote(fingerprint=fingerprint(key), made_at=at)
        if note.fingerprint != fingerprint(key):
            raise of_another_history()
        self.keep(key)
        self._write(note)

    def named(self, told: str) -> bytes | None:
        """A key by its fingerprint, also one that is not used now; None where it is not here."""
        try:
            key = bytes.fromhex(self._keychain.get(_name(told)) or "")
        except KeychainUnusable:
            return None
        return key if fingerprint(key) == told else None

    def keep(self, key: bytes) -> None:
        """In the keychain only. Raises KeychainUnusable."""
        name = _name(fingerprint(key))
        self._keychain.set(name, key.hex())
        # Read back, since a history under a key that is nowhere could never be opened again.
        if self._keychain.get(name) != key.hex():
            raise KeychainUnusable(
                say("Datorns nyckelring sparade inte nyckeln."), say("Kontakta it-supporten.")
            )

    def use(self, told: str, *, at: datetime) -> None:
        """From here on the history's key is the one with this fingerprint, which is kept."""
        note = self.note
        if note is None or note.fingerprint != told:
            self._write(KeyNote(fingerprint=told, made_at=at))

    def note_kept(self, *, who: str, at: datetime) -> None:
        """Somebody has shown that the recovery key is on paper."""
        note = self.note
        if note is not None:
            self._write(note.model_copy(update={"kept_by": who, "kept_at": at}))

    def _write(self, note: KeyNote) -> None:
        try:
            write_whole(self._note_file, note.model_dump_json(indent=1).encode())
        except OSError as error:
            raise _unusable(error) from error


def of_another_history() -> RecoveryKeyWrong:
    return RecoveryKeyWrong(
        say("Återställningsnyckeln hör till en annan historik."),
        say("Leta fram papperet för den här datorn."),
    )


def _name(told: str) -> str:
    return f"historik {told}"


def _unusable(error: Exception) -> HistoryUnusable:
    return HistoryUnusable(
        say("Uppgifterna om historikens nyckel går inte att läsa eller spara."),
        say("Kontrollera att programmets mapp går att läsa och skriva i."),
        detail=type(error).__name__,
    )
