"""What was sent, word for word, and what needs attention; history is read, never edited."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from app.bookings import Batch, Booking, VisitKey
from app.dispatch import Dispatch, Status
from app.draft import Channel
from app.findings import Code
from app.wording import say

# What a list has in the place of the name of somebody who has been marked as protected.
PROTECTED_NAME = say("Skyddade personuppgifter")


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the append-only log of a dispatch."""

    at: datetime
    status: Status
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class SentLetter:
    """Everything kept of one dispatch. `content` is DocBook or PDF, byte for byte as sent."""

    dispatch: Dispatch
    content: bytes
    data: bytes
    sources: bytes
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What to list: all of `words` begin a word of the row; None and "" leave a question open.

    `since` and `until` are the first and the last Swedish day on which the letter was queued, so
    that a row never changes its day.
    """

    words: str = ""
    status: Status | None = None
    since: date | None = None
    until: date | None = None
    channel: Channel | None = None
    unit_id: str = ""


@dataclass(frozen=True, slots=True)
class BatchRecord:
    """One loaded file in the day strip: its rows, and how many are wholly sent or wait to be.

    A row is sent where every channel of its letter's latest revision has taken it. Its letters
    are those queued from the row itself, even with a time that was corrected here, and those of
    any file that tell its booking's very time. So a booking that came back in a later export is
    not called twice, and one that was given a new time there is not yet called.
    """

    utskick: str
    file_name: str
    care_system_name: str
    rows: int
    sent_rows: int
    read_at: datetime
    waiting_rows: int = 0


@dataclass(frozen=True, slots=True)
class NotCalled:
    """A row of a file whose booking is not wholly sent, as BatchRecord counts it.

    History keeps of a booking without a letter when it is, and not whose: `letter` is the latest
    that was made for it, None where none was. `visit_at` is None where the file told no time.
    """

    utskick: str
    file_name: str
    row_no: int
    visit_at: datetime | None
    letter: Dispatch | None


class Archive(Protocol):
    """Whatever it lists has PROTECTED_NAME for a name where the person has been noted as such."""

    def record_batch(self, utskick: str, *, batch: Batch) -> None:
        """Remembers a file and its bookings; loading the same file again changes nothing."""
        ...

    def record_problems(self, utskick: str, *, problems: Mapping[Code, int]) -> None:
        """How many rows of a file asked for a decision when it was first read; kept once."""
        ...

    def record_rows(self, utskick: str, *, bookings: Sequence[Booking]) -> None:
        """Remembers rows that a file does not have; those it has stay as they are."""
        ...

    def batches(self, *, day: date) -> tuple[BatchRecord, ...]:
        """Files that were first loaded that day, or from which letters were queued that day."""
        ...

    def not_called(self, *, visit_after: datetime) -> tuple[NotCalled, ...]:
        """Rows of the files of the latest day that has any, of visits still to come.

        The earliest visit first. A booking that several files of the day have is told of the
        latest of them.
        """
        ...

    def units(self) -> tuple[tuple[str, str], ...]:
        """HSA-id and name of every unit with a letter, by name; the name is its latest."""
        ...

    def last_of_versions(self) -> tuple[Dispatch, ...]:
        """The latest letter of every version of the templates, the newest version first."""
        ...

    def page(self, question: Question, *, offset: int, limit: int) -> tuple[Dispatch, ...]:
        """Newest first; where only UNKNOWN is asked for, the earliest visit first."""
        ...

    def count(self, question: Question) -> int: ...

    def open(self, dispatch_id: uuid.UUID) -> SentLetter:
        """Raises HistoryUnusable where the kept bytes do not match their digest."""
        ...

    def note_protected(self, persons: Sequence[str], *, at: datetime) -> None:
        """From now on these identity numbers are masked in every list and found by no search.

        Their letters stay and can be opened. Only `lift_protection` takes a mark away again: that
        a later file lacks it does not tell that the person is no longer protected.
        """
        ...

    def lift_protection(self, person: str, *, why: str, who: str, at: datetime) -> None:
        """The person is named in lists and found again; who did it and why goes into the log.

        Raises AlreadyMoved where nobody has noted them as protected.
        """
        ...

    def protected_among(self, persons: Sequence[str]) -> frozenset[str]:
        """Those that have been noted as protected."""
        ...

    def of_bookings(self, keys: Sequence[str]) -> Mapping[str, tuple[Dispatch, ...]]:
        """Dispatches by booking key, oldest first; keys without any are left out."""
        ...

    def latest_messages(
        self, *, sent_before: datetime, visit_after: datetime
    ) -> tuple[Dispatch, ...]:
        """Messages that stand as sent since a time, oldest first, of visits still to come.

        Only the latest word to a booking: none that a letter or another message has followed,
        other than one that was cancelled or refused. A letter without a visit is always to come.
        """
        ...

    def latest_rejected(self, *, visit_after: datetime) -> tuple[Dispatch, ...]:
        """Letters that were refused, of visits still to come, the earliest visit first.

        Only the latest word to a booking, as for `latest_messages`; one that was taken back is no
        word, and a letter's two channels are one word.
        """
        ...

    def of_visits(self, bookings: Sequence[Booking]) -> Mapping[VisitKey, tuple[Dispatch, ...]]:
        """Dispatches to a booking's person, time and unit, whatever booking they were made for.

        Oldest first. Visits without any, and bookings that lack one of the three, are left out.
        """
        ...
