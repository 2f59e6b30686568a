"""What every reader makes of a file: records of text under a header, however the file is built."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.bookings import Problem
from app.care_systems import FieldName
from app.values import value


@value
class Record:
    """One row of a table, one message or one entry.

    `row_no` is the number that its user finds it by: the one that Excel shows beside a row, or
    the message's or entry's place in its file, from 1. `problems` are those that only its reader
    can see, such as two start times that differ.
    """

    row_no: int
    cells: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class StandardFile:
    """A file whose format a standard fixes, so that no header has to be recognised.

    `header` names each cell as the standard does ("SCH-2", "Appointment.start"), and `columns`
    says which cell holds which field of ours. `senders` are the names and HSA-ids by which the
    file may tell the care system it comes from. `records` can be gone through once; `notes` are
    complete when it has been.
    """

    header: tuple[str, ...]
    columns: Mapping[FieldName, int]
    senders: frozenset[str]
    records: Iterator[Record]
    notes: list[str] = field(default_factory=list)
