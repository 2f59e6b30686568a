"""What became of the visits, as a unit itself has counted it: a small table that it reads in.

No care system's statistics are public, so the columns are the program's own; the file holds sums
only, and no patient.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Protocol

from app.errors import BookingsUnreadable
from app.figures import Counted, Figure, FigureName, Share
from app.spreadsheets import as_table
from app.wording import say

# The header of the file, in this order; the same in every language, as a file's columns are.
COLUMNS = ("från", "till", "kallade", "uteblivna", "avbokade i tid", "returer")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Sums of one period, both days included; `returned` are letters that the post sent back.

    None is what nobody has counted.
    """

    first: date
    last: date
    called: int
    missed: int | None
    cancelled: int | None
    returned: int | None

    @property
    def attended(self) -> int | None:
        if self.missed is None or self.cancelled is None:
            return None
        return self.called - self.missed - self.cancelled


class OutcomeShelf(Protocol):
    """Where a unit's outcomes are kept."""

    def outcomes(self) -> tuple[Outcome, ...]:
        """None where none have been read in. Raises BookingsUnreadable."""
        ...

    def keep(self, path: Path) -> tuple[Outcome, ...]:
        """In place of those before. Raises BookingsUnreadable, and keeps those before then."""
        ...


def figures_of(
    outcomes: Sequence[Outcome], *, paper_by_day: Mapping[date, int]
) -> Iterator[Figure]:
    """`paper_by_day` counts the letters that were sent on paper, against which returns stand."""
    attended = [(one.attended, one.called) for one in outcomes if one.attended is not None]
    missed = [(one.missed, one.called) for one in outcomes if one.missed is not None]
    for name, pairs in ((FigureName.ATTENDED, attended), (FigureName.MISSED, missed)):
        part, called = sum(part for part, _ in pairs), sum(called for _, called in pairs)
        yield Share(part, called).figure(name, of=_CALLED, how=_HOW_TOLD)
    told = [one for one in outcomes if one.returned is not None]
    returned = sum(one.returned or 0 for one in told)
    letters = sum(
        number
        for day, number in paper_by_day.items()
        if any(one.first <= day <= one.last for one in told)
    )
    yield Share(returned, letters).per_hundred(
        FigureName.RETURNED,
        of=_PAPER,
        how=say(
            "Returer i besöksutfallet, av breven som skickades i samma perioder. Visas som "
            "besöksutfallet bara för alla mottagningar och brevtyper."
        ),
    )


_CALLED = Counted(say("1 kallad"), say("kallade"))
_PAPER = Counted(say("1 brev"), say("brev"))
_HOW_TOLD = say(
    "Av besöksutfallet som mottagningen själv har läst in, för de perioder som helt ligger inom "
    "dagarna. Det är summor, så det visas bara för alla mottagningar och brevtyper."
)


def empty_table() -> bytes:
    """What a unit fills in."""
    return as_table([COLUMNS])


def read_outcomes(content: bytes) -> tuple[Outcome, ...]:
    """Raises BookingsUnreadable with the line that is wrong, counted as a spreadsheet does."""
    header, *lines = _table(_text(content)) or [[]]
    names = [cell.strip().casefold() for cell in header]
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        raise BookingsUnreadable(
            say("Kolumnen «{name}» saknas i filen.", name=missing[0]), _BEGIN_ANEW
        )
    numbered = tuple(_rows(lines, names))
    _require_apart(numbered)
    return tuple(outcome for _, outcome in numbered)


_BEGIN_ANEW = say("Spara en tom tabell härifrån och fyll i den.")


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _table(text: str) -> list[list[str]]:
    """By what divides the header's line, for spreadsheets of other countries write other marks."""
    header = text.partition("\n")[0]
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=max(";,\t", key=header.count))
    try:
        return list(lines)
    except csv.Error as error:
        raise BookingsUnreadable(
            say("Filen går inte att läsa som en tabell."), _BEGIN_ANEW, detail=str(error)
        ) from error


def _rows(lines: Sequence[Sequence[str]], header: Sequence[str]) -> Iterator[tuple[int, Outcome]]:
    """Each with the number of its line."""
    for number, cells in enumerate(lines, start=2):
        if any(cell.strip() for cell in cells):
            told = dict(zip(header, map(str.strip, cells), strict=False))
            try:
                yield number, _outcome(told)
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
    called, *parts = (_number(told.get(name, "")) for name in COLUMNS[2:])
    if called is None:
        raise ValueError("nobody is called")
    outcome = Outcome(first, last, called, *parts)
    missed, cancelled = outcome.missed or 0, outcome.cancelled or 0
    if last < first or missed + cancelled > called:
        raise ValueError("sums that cannot be")
    return outcome


def _number(cell: str) -> int | None:
    """`1 200` too, as spreadsheets write thousands."""
    digits = "".join(cell.split())
    if not digits:
        return None
    if not digits.isdecimal():
        raise ValueError("not a number of persons or letters")
    return int(digits)


def _require_apart(numbered: Sequence[tuple[int, Outcome]]) -> None:
    """So that no visit is counted twice."""
    in_order = sorted(numbered, key=lambda pair: pair[1].first)
    for (_, one), (number, other) in pairwise(in_order):
        if other.first <= one.last:
            raise BookingsUnreadable(
                say("Rad {number} i filen har dagar som en annan rad också har.", number=number),
                say("Låt varje dag stå på en enda rad, så räknas inget besök två gånger."),
            )
