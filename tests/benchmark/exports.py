"""Files of many bookings, like a long export of the clinic whose sample the program comes with."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path

from app.bootstrap import RESOURCES, ROOT
from app.person_id import IdKind, classify

_SAMPLE = RESOURCES / "samples" / "paf.csv"
_OFFICIAL = ROOT.parent / "shared" / "data" / "identity" / "allPins.json"
_BOOKING_ID, _STARTS_AT, _PERSON = 0, 1, 4

# Visits are spread over a quarter: more would hide nothing, fewer would repeat the same times.
_DAYS = 90
_FIRST_BIRTHDAY = date(1930, 1, 1)
_TODAY = date(2026, 11, 23)


def write_export(path: Path, *, rows: int, first: int = 0) -> Path:
    """A table as CSV. `first` is the number of its first booking: another file holds others."""
    told = (";".join(cells) for cells in table(rows, first=first))
    path.write_bytes("".join(f"{line}\r\n" for line in told).encode("cp1252"))
    return path


def table(rows: int, *, first: int = 0) -> Iterator[list[str]]:
    """The sample's header and its rows again and again, each another booking and time.

    Each is another person's too, until there are no more persons: then the same ones come again,
    with the name and address that they had.
    """
    header, *lines = (line.split(";") for line in _SAMPLE.read_text("cp1252").splitlines())
    persons = _persons(rows)
    yield header
    for number in range(rows):
        again, of_person = number // len(lines), number % len(persons)
        cells = list(lines[of_person % len(lines)])
        cells[_BOOKING_ID] = str(10_000_000 + first + number)
        cells[_STARTS_AT] = _moved(cells[_STARTS_AT], days=again % _DAYS)
        cells[_PERSON] = persons[of_person]
        yield cells


def _moved(starts_at: str, *, days: int) -> str:
    day, blank, clock = starts_at.partition(" ")
    return f"{date.fromisoformat(day) + timedelta(days)}{blank}{clock}"


def _persons(number: int) -> Sequence[str]:
    """Official test numbers of adults, 23,000, where they are at hand, else numbers that nobody
    is given."""
    if not _OFFICIAL.exists():
        return list(islice(_never_given(), number))
    adults = sorted({pin for pin in json.loads(_OFFICIAL.read_text()) if "1930" <= pin < "2005"})
    return adults[:number]


def _never_given() -> Iterator[str]:
    """Valid personnummer with the birth numbers that Skatteverket keeps for tests: 980 to 989."""
    for days in count():
        born = f"{_FIRST_BIRTHDAY + timedelta(days):%Y%m%d}"
        for birth_number in range(980, 990):
            tried = (f"{born}{birth_number}{check_digit}" for check_digit in range(10))
            yield next(one for one in tried if classify(one, today=_TODAY).kind is _VALID)


_VALID = IdKind.PERSONNUMMER
