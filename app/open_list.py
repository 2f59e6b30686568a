"""The list that is open: all that is needed to go on with it after the program has ended."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.bookings import Batch, Booking
from app.draft import Draft
from app.layouts import OwnLayout
from app.wording import say

ANOTHER_VERSION = say(
    "Listan som var öppen är sparad av en annan version av programmet, så öppna filen igen."
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bookings come from: files or samples, a pasted text, or one that a person has written.

    `answers` is what a person has said of their columns; it is the same origin without it.
    """

    paths: tuple[Path, ...] = ()
    text: str = field(default="", repr=False)
    written: Booking | None = field(default=None, repr=False)
    answers: OwnLayout | None = field(default=None, compare=False)

    @property
    def can_be_read_again(self) -> bool:
        return bool(self.paths or self.text)


@dataclass(frozen=True, slots=True)
class OpenList:
    """`batch` is what was read then, since the file may be gone or another by now.

    `decided` are the drafts in which a person has chosen something, those of bookings that they
    typed among them. `shown` is the row that they were at.
    """

    origin: Origin
    utskick: str
    batch: Batch
    decided: tuple[Draft, ...]
    shown: int | None
    kept_at: datetime


class OpenListShelf(Protocol):
    """Holds one list at the most. What a method has kept stays when the power goes."""

    def keep(self, kept: OpenList) -> None:
        """In place of what was there. Raises ListNotKept, and then what was there stays."""
        ...

    def update(
        self, utskick: str, *, decided: Sequence[Draft], shown: int | None, at: datetime
    ) -> None:
        """What has been decided since, in the list of this utskick and no other.

        Raises ListNotKept.
        """
        ...

    def read(self) -> OpenList | None:
        """The list that was kept, or None. Raises ListNotKept where nobody can read it any more.

        It has then been let go.
        """
        ...

    def let_go(self) -> None:
        """Nothing of any list is left. Raises ListNotKept."""
        ...
