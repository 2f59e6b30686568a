"""Purging by rule: looked at first, confirmed by a second person, never of what is open or held."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from app.retention import Due, RetentionRules
from app.wording import say


class Why(StrEnum):
    """Why a letter stays; the first that holds is told."""

    NO_RULE = "NO_RULE"
    TOO_YOUNG = "TOO_YOUNG"
    OPEN = "OPEN"
    HELD = "HELD"
    KIN_OPEN = "KIN_OPEN"
    NOT_SETTLED = "NOT_SETTLED"


WHY_IT_STAYS = {
    Why.NO_RULE: say("Ingen regel gäller brevtypen"),
    Why.TOO_YOUNG: say("Tiden har inte gått ut"),
    Why.OPEN: say("Väntar, skickas eller är oklar"),
    Why.HELD: say("Spärrad mot gallring"),
    Why.KIN_OPEN: say("En annan kallelse till samma bokning är öppen"),
    Why.NOT_SETTLED: say("Avvisad och inte avgjord"),
}


class PurgeState(StrEnum):
    ASKED = "ASKED"
    CONFIRMED = "CONFIRMED"
    DONE = "DONE"
    WITHDRAWN = "WITHDRAWN"


@dataclass(frozen=True, slots=True)
class Counted:
    """Letters of one kind that were queued in one year. `why` they stay, None where they go."""

    letter_name: str
    year: int
    number: int
    oldest: date
    newest: date
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Purge:
    """One purge, from when it was asked for. `gone` is what it has taken so far."""

    id: uuid.UUID
    rules: RetentionRules
    as_of: date
    state: PurgeState
    asked_by: str
    asked_at: datetime
    confirmed_by: str
    confirmed_at: datetime | None
    ended_at: datetime | None
    gone: tuple[Counted, ...] = ()

    @property
    def number(self) -> int:
        return sum(one.number for one in self.gone)


@dataclass(frozen=True, slots=True)
class Hold:
    """`person` is an identity number, also of letters still to come; "" where letters are held."""

    id: uuid.UUID
    person: str
    letters: int
    reason: str
    who: str
    at: datetime
    lifted_because: str = ""
    lifted_by: str = ""
    lifted_at: datetime | None = None


class PurgeStore(Protocol):
    """Each method is one transaction; all raise HistoryUnusable."""

    def count_for_purge(self, due: Due, *, at: datetime) -> tuple[Counted, ...]:
        """Every letter once, by kind and year and why it stays; the oldest year first."""
        ...

    def purges(self) -> tuple[Purge, ...]:
        """The newest first."""
        ...

    def purged_ids(self, purge: uuid.UUID) -> tuple[uuid.UUID, ...]: ...

    def ask_for_purge(
        self, purge: uuid.UUID, rules: RetentionRules, *, as_of: date, who: str, at: datetime
    ) -> None:
        """Of what is in history now. Raises AlreadyMoved where another is not ended."""
        ...

    def confirm_purge(self, purge: uuid.UUID, *, who: str, at: datetime) -> None:
        """Raises AlreadyMoved where it is not as it was asked for, or the same person asked."""
        ...

    def withdraw_purge(self, purge: uuid.UUID, *, who: str, at: datetime) -> None:
        """Before it is confirmed. Raises AlreadyMoved."""
        ...

    def purge_portion(self, purge: uuid.UUID, *, at: datetime) -> float | None:
        """The next portion: how far it has come, from 0 to 1, None when all is done.

        A crash leaves whole portions, and the next call goes on after the last of them.
        """
        ...

    def add_hold(self, hold: Hold, *, dispatches: Sequence[uuid.UUID]) -> None:
        """On these letters, or on all letters of `hold.person`."""
        ...

    def lift_hold(self, hold: uuid.UUID, *, reason: str, who: str, at: datetime) -> None:
        """Raises AlreadyMoved where it is lifted already."""
        ...

    def holds(self) -> tuple[Hold, ...]:
        """The newest first, those that are lifted last."""
        ...
