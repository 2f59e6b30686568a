"""Claims as files in a folder that all PCs of the clinic share: who makes the file has the letter.

A claim is made before the intent to send is stored, so a crash between the two leaves a claim of
ours and a letter that waits. It is never taken back: who has sent a letter has it for good.
"""

import contextlib
import hashlib
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from app.claims import claim_name
from app.dispatch import Dispatch
from app.errors import ClaimedElsewhere, Unreachable
from app.swedish_dates import stamp
from app.whole_files import create_whole, write_whole
from app.wording import say

KEY_FILE = "nyckel.bin"


class Membership(BaseModel):
    """What this PC remembers of the folder: who it is there, and which key it saw.

    `forgotten` are the times between a backup and the day when it was brought back: what was
    claimed then may have left, and the history that could tell is gone.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    folder: str
    holder: str
    key_digest: str
    forgotten: tuple[tuple[AwareDatetime, AwareDatetime], ...] = ()

    def has_forgotten(self, at: datetime) -> bool:
        return any(since <= at <= until for since, until in self.forgotten)


class Claim(BaseModel):
    """What stands in a claim's file: nothing of the patient's."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    holder: str
    pc: str
    user: str
    since: AwareDatetime


class ClaimFolder:
    """`memory` is a file beside this PC's history, and belongs to that history.

    The folder must exist: one that is made where a share is not connected would be ours alone.
    `random` gives that many random bytes.
    """

    def __init__(
        self, folder: Path, *, memory: Path, pc: str, random: Callable[[int], bytes]
    ) -> None:
        self._folder = folder
        self._memory = memory
        self._pc = pc
        self._random = random

    def take(self, dispatch: Dispatch, *, at: datetime, who: str) -> None:
        with _reachable():
            # Each time, since a share that is gone can leave an empty folder in its place.
            known, key = self._join()
            ours = Claim(holder=known.holder, pc=self._pc, user=who, since=at)
            name = claim_name(dispatch, key=key)
            claim = _claim(self._folder / f"{name}.json", ours)
        # Both, so that a copy of our data folder on another PC is not taken for us.
        is_ours = (claim.holder, claim.pc) == (ours.holder, ours.pc)
        if not is_ours or (claim != ours and known.has_forgotten(claim.since)):
            raise _claimed(claim)

    def key(self) -> bytes:
        """The folder's, the same for all its PCs. Raises Unreachable."""
        with _reachable():
            _, key = self._join()
        return key

    def _join(self) -> tuple[Membership, bytes]:
        """Who we are in the folder, and its key. The first PC there makes the key.

        Raises Unreachable where it is not the folder that this PC knows, though it has its path.
        """
        key_file = self._folder / KEY_FILE
        known = _read(Membership, self._memory) if self._memory.exists() else None
        if known is None or known.folder != str(self._folder):
            holder = known.holder if known else self._random(16).hex()
            create_whole(key_file, self._random(32), beside=_beside(key_file, holder))
            digest = _digest(key_file.read_bytes())
            forgotten = known.forgotten if known else ()
            known = Membership(
                folder=str(self._folder), holder=holder, key_digest=digest, forgotten=forgotten
            )
            write_whole(self._memory, known.model_dump_json().encode())
        key = key_file.read_bytes()
        if _digest(key) != known.key_digest:
            raise _unreachable("another key")
        return known, key


def forget_claims(memory: Path, *, since: datetime, until: datetime) -> None:
    """From here on, what this PC claimed between the two is not its own any more.

    For a history that is brought back from a backup made `since`. Raises OSError.
    """
    try:
        known = _read(Membership, memory)
    except (FileNotFoundError, ValidationError):
        return
    forgotten = (*known.forgotten, (since, until))
    told = known.model_copy(update={"forgotten": forgotten})
    write_whole(memory, told.model_dump_json().encode())


def _claim(path: Path, ours: Claim) -> Claim:
    """The claim that stands: ours where there was none."""
    if not path.exists():
        create_whole(path, ours.model_dump_json().encode(), beside=_beside(path, ours.holder))
    return _read(Claim, path)


def _beside(path: Path, holder: str) -> Path:
    return path.with_suffix(f".{holder}.tmp")


@contextlib.contextmanager
def _reachable() -> Iterator[None]:
    try:
        yield
    except (OSError, ValidationError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise _unreachable(reason or type(error).__name__) from error


_Model = TypeVar("_Model", bound=BaseModel)


def _read(model: type[_Model], path: Path) -> _Model:
    return model.model_validate_json(path.read_bytes())


def _digest(key: bytes) -> str:
    return hashlib.sha256(key).hexdigest()


def _claimed(claim: Claim) -> ClaimedElsewhere:
    """It may still wait there, or have been taken back: a claim stays whatever comes of it."""
    holder = say("{pc} av {user}", pc=claim.pc, user=claim.user)
    return ClaimedElsewhere(
        say("Tagen på {holder} {since}.", holder=holder, since=stamp(claim.since)),
        say("Avbruten här. Kontrollera där att den är skickad."),
        holder=holder,
    )


def _unreachable(detail: str) -> Unreachable:
    return Unreachable(
        say("Mappen som datorerna delar går inte att nå, så inget skickas."),
        say("Kontrollera nätverket och försök igen."),
        detail=detail,
    )
