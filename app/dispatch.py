"""Dispatches: where a letter stands on its way, and the one table along which it moves."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from app.draft import Channel
from app.wording import say


class Status(StrEnum):
    QUEUED = "QUEUED"
    SENDING = "SENDING"
    SENT = "SENT"
    REJECTED = "REJECTED"
    UNKNOWN = "UNKNOWN"
    CANCELLED = "CANCELLED"
    CLOSED_RESENT = "CLOSED_RESENT"


# The only moves there are; the history's SQL trigger is made from this table.
ALLOWED: Mapping[Status, frozenset[Status]] = {
    Status.QUEUED: frozenset({Status.SENDING, Status.CANCELLED}),
    Status.SENDING: frozenset({Status.QUEUED, Status.SENT, Status.REJECTED, Status.UNKNOWN}),
    Status.UNKNOWN: frozenset({Status.SENT, Status.QUEUED, Status.CLOSED_RESENT}),
    Status.SENT: frozenset(),
    Status.REJECTED: frozenset(),
    Status.CANCELLED: frozenset(),
    # Only where the letter in its place is taken back.
    Status.CLOSED_RESENT: frozenset({Status.UNKNOWN}),
}

# What lists say and search finds.
STATUS_NAMES: Mapping[Status, str] = {
    Status.QUEUED: say("Köad"),
    Status.SENDING: say("Skickas"),
    Status.SENT: say("Skickad"),
    Status.REJECTED: say("Avvisad"),
    Status.UNKNOWN: say("Oklart"),
    Status.CANCELLED: say("Avbruten"),
    Status.CLOSED_RESENT: say("Skickad på nytt"),
}
NO_VISIT_TIME = say("Ingen bokad tid")


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One letter through one channel.

    `maybe` is true once an attempt may have arrived, until a person has found that none did.
    `explanation` is the sentence of the latest move; `receipt` is the other side's own words.
    `visit_at` is None where the letter tells of no booked time, as an offer of a test does.
    `replaces` is the letter that this one was made in place of, when that had not come to an end.
    `booking_digest` is what the file said of the booking, as far as its letter tells it.
    """

    id: uuid.UUID
    utskick: str
    channel: Channel
    status: Status
    maybe: bool
    attempts: int
    unit_id: str
    unit_name: str
    unit_phone: str
    booking_key: str
    row_no: int
    person: str
    name: str
    visit_at: datetime | None
    letter_type: str
    letter_name: str
    subject: str
    reference: str
    revision: int
    reason: str
    user: str
    template_version: str
    content_digest: str
    created_at: datetime
    changed_at: datetime
    receipt: str = ""
    explanation: str = ""
    replaces: uuid.UUID | None = None
    booking_digest: str = ""


class Waiting(NamedTuple):
    """A letter in the queue; how fast its channel may go is known before it is claimed."""

    id: uuid.UUID
    channel: Channel


class Added(NamedTuple):
    """`changed` are orders whose letter is stored already with other content, or was purged."""

    new: tuple[Dispatch, ...]
    changed: tuple[Dispatch, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """A dispatch that is not stored yet, with all that history keeps of its letter."""

    dispatch: Dispatch
    content: bytes
    data: bytes
    sources: bytes


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a carrier gets: the stored dispatch and the stored bytes."""

    dispatch: Dispatch
    content: bytes


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the other side answered, kept word for word."""

    text: str


class Carrier(Protocol):
    channel: Channel

    def deliver(self, parcel: Parcel) -> Receipt:
        """Takes a letter away.

        Raises Rejected (never will), Unreachable (nothing was taken) or OutcomeUnknown.
        """
        ...

    def find(self, dispatch: Dispatch) -> Receipt | None:
        """After a crash: the receipt if this letter surely was taken, None if it surely was not.

        Raises OutcomeUnknown where that cannot be told.
        """
        ...


class Store(Protocol):
    """Each method is one committed and fsynced transaction, its events included.

    Any of them may raise HistoryUnusable; then nothing of it has happened.
    """

    def add(self, orders: Sequence[Order]) -> Added:
        """Stores new dispatches as QUEUED; those that exist already are left as they are."""
        ...

    def get(self, dispatch_id: uuid.UUID) -> Dispatch:
        """Raises HistoryUnusable where there is no such letter."""
        ...

    def queued(self) -> tuple[Waiting, ...]:
        """What waits, in the order it was queued."""
        ...

    def of_bookings(self, keys: Sequence[str]) -> Mapping[str, tuple[Dispatch, ...]]:
        """All letters by booking key, oldest first."""
        ...

    def protected_among(self, persons: Sequence[str]) -> frozenset[str]:
        """Those whom any file has called protected."""
        ...

    def departures(self, channel: Channel, *, latest: int) -> tuple[datetime, ...]:
        """When the latest letters of a channel began to leave, at most that many, oldest first."""
        ...

    def claim(self, dispatch_id: uuid.UUID, *, owner: str, at: datetime, who: str) -> Parcel | None:
        """Moves QUEUED to SENDING for this owner; None where somebody else was first.

        Raises HistoryUnusable where the kept bytes are no longer those that were queued.
        """
        ...

    def first_broken_event(
        self, *, progress: Callable[[float], None] = lambda _: None
    ) -> int | None:
        """The number of the first event of the log that was tampered with; None for none.

        `progress` is told how much is looked through, from 0 to 1; what it raises ends that.
        """
        ...

    def sending(self) -> tuple[tuple[Dispatch, str], ...]:
        """Everything that stands as SENDING, with its owner."""
        ...

    def take_over(self, dispatch_id: uuid.UUID, *, owner: str, new_owner: str) -> bool:
        """Gives a letter that is SENDING from a dead owner to a new one; False if too late."""
        ...

    def move(
        self,
        dispatch_id: uuid.UUID,
        to: Status,
        *,
        at: datetime,
        who: str,
        text: str,
        receipt: str = "",
        owner: str = "",
    ) -> Dispatch:
        """One step along the table. UNKNOWN sets `maybe`; only UNKNOWN to QUEUED clears it.

        A letter that is taken back leaves the one that it was to replace UNKNOWN again.

        Nobody but its owner moves a letter that is SENDING; any other letter has the owner "".
        Raises AlreadyMoved where the table or the ownership does not allow the step any more.
        """
        ...

    def confirm(
        self, dispatch_ids: Sequence[uuid.UUID], *, at: datetime, who: str, text: str, receipt: str
    ) -> tuple[Dispatch, ...]:
        """Moves UNKNOWN to SENT, all of them or none. Raises AlreadyMoved."""
        ...

    def replace(
        self, dispatch_id: uuid.UUID, order: Order, *, at: datetime, who: str, text: str
    ) -> Dispatch:
        """Stores an order as QUEUED in place of an earlier letter.

        That letter, where it is UNKNOWN, is CLOSED_RESENT; where it is REJECTED it stays so.
        Raises AlreadyMoved where it is neither, or another letter stands in its place already.
        """
        ...
