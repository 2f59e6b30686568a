"""The sample exports, with their dates moved so that the clinic's list is always this week's."""

import re
from datetime import date, timedelta
from pathlib import Path

from app.errors import BookingsUnreadable

# The Monday that the samples' dates were written for.
REFERENCE_MONDAY = date(2026, 11, 23)

_DATE = re.compile(rb"(?<![0-9-])([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9-])")


def samples(folder: Path) -> tuple[Path, ...]:
    """The sample files of a folder, by name."""
    return tuple(sorted(folder.glob("*.csv")))


def lay_out_sample(source: Path, target: Path, *, today: date) -> Path:
    """Writes a copy whose dates lie as far from this week as the sample's from its own.

    Only whole weeks are added, so that every visit keeps its weekday. No other byte changes.
    Raises BookingsUnreadable where the copy cannot be written.
    """
    this_monday = today - timedelta(days=today.weekday())
    shift = this_monday - REFERENCE_MONDAY
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_DATE.sub(lambda match: _moved(match, shift), source.read_bytes()))
    except OSError as error:
        raise BookingsUnreadable(
            "Exempelfilen går inte att lägga fram.",
            "Stäng den i Excel och försök igen.",
            detail=type(error).__name__,
        ) from error
    return target


def _moved(match: re.Match[bytes], shift: timedelta) -> bytes:
    return (date.fromisoformat(match[1].decode()) + shift).isoformat().encode()
