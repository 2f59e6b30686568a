"""The sample exports, with their dates moved so that the clinic's list is always this week's."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from app.errors import BookingsUnreadable
from app.swedish_dates import STOCKHOLM
from app.wording import say

# The Monday that the samples' dates were written for.
REFERENCE_MONDAY = date(2026, 11, 23)


def samples(folder: Path) -> tuple[Path, ...]:
    """The sample files of a folder, by name."""
    return tuple(sorted(path for path in folder.glob("*.*") if path.suffix in _MOVERS))


def lay_out_sample(source: Path, target: Path, *, today: date) -> Path:
    """Writes a copy whose visits lie as far from this week as the sample's from its own.

    Only whole weeks are added, so that every visit keeps its weekday and its hour. Nothing else
    changes, dates of birth neither. Raises BookingsUnreadable where the copy cannot be written.
    """
    this_monday = today - timedelta(days=today.weekday())
    shift = this_monday - REFERENCE_MONDAY
    move = _MOVERS[source.suffix]
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        content = source.read_bytes()
        target.write_bytes(move(content, shift) if shift else content)
    except OSError as error:
        raise BookingsUnreadable(
            say("Exempelfilen går inte att lägga fram."),
            say("Stäng den i Excel och försök igen."),
            detail=type(error).__name__,
        ) from error
    return target


_DATE = re.compile(rb"(?<![0-9-])([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9-])")
_DIGITS = re.compile(rb"(?<![0-9])(20[0-9]{6})([0-9]{6})(?![0-9])")
_INSTANT = re.compile(rb'(?<=")[0-9-]{10}T[0-9:]{8}[+-][0-9]{2}:[0-9]{2}(?=")')
_DAY_NUMBER = re.compile(rb"(?<=<v>)([0-9]{5})(?=[.<])")


def _move_dates(content: bytes, shift: timedelta) -> bytes:
    """YYYY-MM-DD. No table of ours has a column for dates of birth."""
    return _DATE.sub(
        lambda match: (date.fromisoformat(match[1].decode()) + shift).isoformat().encode(), content
    )


def _move_digits(content: bytes, shift: timedelta) -> bytes:
    """YYYYMMDDHHMMSS: a date of birth or a personnummer is shorter."""

    def moved(match: re.Match[bytes]) -> bytes:
        day = date.fromisoformat(match[1].decode()) + shift
        return f"{day:%Y%m%d}".encode() + match[2]

    return _DIGITS.sub(moved, content)


def _move_instants(content: bytes, shift: timedelta) -> bytes:
    """A date, a time and an offset, which follows Swedish summer time; a date alone stays."""

    def moved(match: re.Match[bytes]) -> bytes:
        at = datetime.fromisoformat(match[0].decode()).astimezone(STOCKHOLM)
        return (at + shift).isoformat().encode()

    return _INSTANT.sub(moved, content)


def _move_day_numbers(content: bytes, shift: timedelta) -> bytes:
    """Days in a workbook's cells, which Excel counts from 1899; no other number is near them."""
    laid_out = BytesIO()
    with ZipFile(BytesIO(content)) as workbook, ZipFile(laid_out, "w") as copy:
        for part in workbook.infolist():
            text = workbook.read(part)
            if part.filename.startswith("xl/worksheets/"):
                text = _DAY_NUMBER.sub(lambda match: _moved_day_number(match, shift), text)
            copy.writestr(part, text)
    return laid_out.getvalue()


def _moved_day_number(match: re.Match[bytes], shift: timedelta) -> bytes:
    day = int(match[1])
    is_near = abs(day - _REFERENCE_DAY_NUMBER) <= _FARTHEST_VISIT
    return str(day + shift.days).encode() if is_near else match[0]


_REFERENCE_DAY_NUMBER = (REFERENCE_MONDAY - date(1899, 12, 30)).days
_FARTHEST_VISIT = 400  # days; a postal code of the county is thousands away

_MOVERS: Mapping[str, Callable[[bytes, timedelta], bytes]] = {
    ".csv": _move_dates,
    ".hl7": _move_digits,
    ".json": _move_instants,
    ".xlsx": _move_day_numbers,
    ".xml": _move_digits,
}
