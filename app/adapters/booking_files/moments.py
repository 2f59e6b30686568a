"""Dates and times as Swedish exports write them; what can be read two ways is not read."""

import re
from contextlib import suppress
from datetime import UTC, date, datetime, time
from functools import lru_cache

from app.swedish_dates import STOCKHOLM, plain_date

_MONTHS = tuple(plain_date(date(2000, month, 1)).split()[1] for month in range(1, 13))

# A visit outside these years is a placeholder or damage, such as 0001-01-01 and 9999-12-31.
_YEARS = range(2000, 2100)

_WEEKDAY = re.compile(r"(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag)?(?:en)?(?:\.|,)?\s+(?:den\s+)?")
_YEAR_FIRST = re.compile(r"([0-9]{4})(-?)([0-9]{2})\2([0-9]{2})")
_SHORT_YEAR_FIRST = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{2})")
_DOTTED = re.compile(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?:/|\s+|-)([0-9]{4})")
_IN_WORDS = re.compile(r"([0-9]{1,2})\.?\s+([a-z]{3,9})\.?\s+([0-9]{4})")

_TIME = re.compile(
    r"(?:kl(?:ockan|\.)?\s*)?([0-9]{1,2})(?:[.:]([0-9]{2})(?:[.:][0-9]{2}(?:[.,][0-9]+)?)?)"
    r"|(?:kl(?:ockan|\.)?\s*)?([0-9]{1,2})([0-9]{2})"
)
# The last stretch of white space, or ISO's T, before something that can be a clock.
_DATE_AND_TIME = re.compile(
    r"(.*?[0-9])(?:,?\s+|[Tt])((?:kl(?:ockan|\.)?\s*)?[0-9]{1,2}(?:[.:]?[0-9]{2}){1,2}(?:[.,][0-9]+)?)"
)


# Some hundred days and times make up the thousands of moments of a file.
@lru_cache(maxsize=1_000)
def possible_dates(text: str) -> frozenset[date]:
    """Every day that the text can mean: none, one, or two.

    3/11 2026 can be in March to some programs, but 23/11 2026 and 3.11.2026 are one day each.
    """
    plain = _WEEKDAY.sub("", text.casefold(), count=1)
    if match := _YEAR_FIRST.fullmatch(plain):
        return _days((match[1], match[3], match[4]))
    if match := _SHORT_YEAR_FIRST.fullmatch(plain):
        return _days((f"20{match[1]}", match[2], match[3]))
    if match := _DOTTED.fullmatch(plain):
        return _days((match[3], match[2], match[1]))
    if match := _SLASHED.fullmatch(plain):
        return _days((match[3], match[2], match[1]), (match[3], match[1], match[2]))
    if match := _IN_WORDS.fullmatch(plain):
        return _days((match[3], _month(match[2]), match[1]))
    return frozenset()


@lru_cache(maxsize=1_000)
def parse_time(text: str) -> time | None:
    """08:15, 08.15, 0815 or 8.15, also with seconds, or None."""
    match = _TIME.fullmatch(text.casefold())
    if match is None:
        return None
    hour, minute = match[1] or match[3], match[2] or match[4]
    try:
        return time(int(hour), int(minute))
    except ValueError:
        return None


def split_moment(text: str) -> tuple[str, str] | None:
    """The date's and the time's text of a cell that should hold both, or None for an empty one."""
    match = _DATE_AND_TIME.fullmatch(text)
    if match:
        return match[1], match[2]
    return (text, "") if text else None


def exists(at: datetime) -> bool:
    """False for the hour that is skipped when summer time begins.

    The hour that comes twice in October is taken as its first: a letter prints the same words.
    """
    return at.astimezone(UTC).astimezone(STOCKHOLM).replace(tzinfo=None) == at.replace(tzinfo=None)


def _days(*readings: tuple[str, str, str]) -> frozenset[date]:
    """Those of some years, months and days that are in the calendar, and in our time."""
    found = set()
    for year, month, day in readings:
        with suppress(ValueError):
            found.add(date(int(year), int(month), int(day)))
    return frozenset(day for day in found if day.year in _YEARS)


def _month(word: str) -> str:
    """1 to 12 for a month or the start of its name, else 0, which no date has."""
    numbers = (number for number, name in enumerate(_MONTHS, start=1) if name.startswith(word))
    return str(next(numbers, 0))
