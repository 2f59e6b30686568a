"""What became of the visits, as a unit itself has counted it: a small table that it reads in.

No care system's statistics are public, so the columns are the program's own; the file holds sums
only, and no patient.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from app.errors import BookingsUnreadable
from app.spreadsheets import as_table
from app.wording import say

# The header of the file, in this order; the same in every language, as a file's columns are.
COLUMNS = ("från", "till", "kallade", "uteblivna", "avbokade i tid", "returer")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Sums of one period, both days included; `returned` are letters that the post sent back."""

    first: date
    last: date
    called: int
    missed: int
    cancelled: int
    returned: int

    @property
    def attended(self) -> int:
        return self.called - self.missed - self.cancelled


class OutcomeShelf(Protocol):
    """Where a unit's outcomes are kept."""

    def outcomes(self) -> tuple[Outcome, ...]:
        """None where none have been read in. Raises BookingsUnreadable."""
        ...

    def keep(self, path: Path) -> tuple[Outcome, ...]:
        """In place of those before. Raises BookingsUnreadable, and keeps those before then."""
        ...


def empty_table() -> bytes:
    """What a unit fills in."""
    return as_table([COLUMNS])


def read_outcomes(content: bytes) -> tuple[Outcome, ...]:
    """Raises BookingsUnreadable with the line that is wrong, counted as a spreadsheet does."""
    lines = csv.reader(io.StringIO(_text(content), newline=""), delimiter=";")
    header = [cell.strip().casefold() for cell in next(lines, [])]
    missing = [name for name in COLUMNS if name not in header]
    if missing:
        raise BookingsUnreadable(
            say("Kolumnen «{name}» saknas i filen.", name=missing[0]),
            say("Spara en tom tabell härifrån och fyll i den."),
        )
    return tuple(_rows(lines, header))


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _rows(lines: Iterator[Sequence[str]], header: Sequence[str]) -> Iterator[Outcome]:
    for number, cells in enumerate(lines, start=2):
        if any(cell.strip() for cell in cells):
            told = dict(zip(header, map(str.strip, cells), strict=False))
            try:
                yield _outcome(told)
            except (KeyError, ValueError) as error:
                raise BookingsUnreadable(
                    say("Rad {number} i filen går inte att tolka.", number=number),
                    say(
                        "Skriv datum som 2026-01-31 och antal som hela tal. Uteblivna och "
                        "avbokade kan inte vara fler än de kallade."
                    ),
                ) from error


def _outcome(told: Mapping[str, str]) -> Outcome:
    first, last = (date.fromisoformat(told[name]) for name in COLUMNS[:2])
    numbers = [int(told.get(name) or 0) for name in COLUMNS[2:]]
    outcome = Outcome(first, last, *numbers)
    if min(numbers) < 0 or last < first or outcome.attended < 0:
        raise ValueError("sums that cannot be")
    return outcome
