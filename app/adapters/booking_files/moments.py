"""Dates and times as Swedish exports write them; what can be read two ways is not read."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from app.layouts import DateOrder
from app.swedish_dates import STOCKHOLM, plain_date

_MONTHS = tuple(plain_date(date(2000, month, 1)).split()[1] for month in range(1, 13))

# A visit outside these years is a placeholder or damage, such as 0001-01-01 and 9999-12-31.
_YEARS = range(2000, 2100)

# The same for a birthday; the oldest who have a number were born then.
_BIRTH_YEARS = range(1840, 2100)

_WEEKDAYS = ("mån", "tis", "ons", "tor", "fre", "lör", "sön")
_WEEKDAY = re.compile(rf"({'|'.join(_WEEKDAYS)})s?(?:dag)?(?:en)?(?:\.|,)?\s+(?:den\s+)?")
_ISO_LENGTH = len("ÅÅÅÅ-MM-DD")
_YEAR_FIRST = re.compile(r"([0-9]{4})(-?)([0-9]{2})\2([0-9]{2})")
_SHORT_YEAR_FIRST = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{2})")
_DOTTED = re.compile(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?:/|\s+|-)([0-9]{4})")
_IN_WORDS = re.compile(r"([0-9]{1,2})\.?\s+([a-z]{3,9})\.?\s+([0-9]{4})")

_TIME = re.compile(
    r"(?:kl(?:ockan|\.)?\s*)?([0-9]{1,2})(?:[.:]([0-9]{2})(?:[.:][0-9]{2}(?:[.,][0-9]+)?)?)"
    r"|(?:kl(?:ockan|\.)?\s*)?([0-9]{1,2})([0-9]{2})"
)

# A spreadsheet's number for a day: 46329, and for a part of one: 0.34375. Two decimals are a clock.
_SERIAL_DAY = re.compile(r"[1-7][0-9]{4}")
_SERIAL_CLOCK = re.compile(r"0[.,]([0-9]{3,})")
_SERIAL_MOMENT = re.compile(r"([1-7][0-9]{4})[.,]([0-9]+)")
_SERIAL_ZERO = date(1899, 12, 30)  # Excel counts 29 February 1900, which never was
_MINUTES = 24 * 60
# What databases and spreadsheets write for the day of a clock that has none.
_NO_DAY = frozenset({"", "1899-12-30", "1899-12-31", "1900-01-01", "1904-01-01", "1970-01-01"})

# The last stretch of white space, or ISO's T, before something that can be a clock.
_DATE_AND_TIME = re.compile(
    r"(.*?[0-9])(?:,?\s+|[Tt])((?:kl(?:ockan|\.)?\s*)?[0-9]{1,2}(?:[.:]?[0-9]{2}){1,2}(?:[.,][0-9]+)?)"
)


# Some hundred days and times make up the thousands of moments of a file.
@lru_cache(maxsize=1_000)
def possible_dates(text: str) -> frozenset[date]:
    """Every day that the text can mean for a visit: none, one, or two.

    3/11 2026 can be in March to some programs, but 23/11 2026 and 3.11.2026 are one day each.
    """
    return frozenset(day for day in _days(text, centuries=("20",)) if day.year in _YEARS)


def dates_in_order(text: str, order: DateOrder) -> frozenset[date]:
    """As `possible_dates`, but of two days only the one whose parts come in this order."""
    days = possible_dates(text)
    if len(days) < _BOTH:
        return days
    first = int(_NUMBER.findall(text)[0])
    return frozenset(
        day for day in days if first == (day.day if order is DateOrder.DAY_FIRST else day.month)
    )


@lru_cache(maxsize=1_000)
def orders_of(text: str) -> frozenset[DateOrder]:
    """The orders in which two numbers and a year are a day; none where the text needs no order."""
    days = possible_dates(text)
    if not _SLASHED.fullmatch(_WEEKDAY.sub("", text.casefold(), count=1)) or not days:
        return frozenset()
    first, second = map(int, _NUMBER.findall(text)[:2])
    if first == second:
        return frozenset()
    day_first = any((day.day, day.month) == (first, second) for day in days)
    month_first = any((day.day, day.month) == (second, first) for day in days)
    told = {DateOrder.DAY_FIRST: day_first, DateOrder.MONTH_FIRST: month_first}
    return frozenset(order for order, fits in told.items() if fits)


_BOTH = 2
_NUMBER = re.compile(r"[0-9]+")


def possible_birthdays(text: str) -> frozenset[date]:
    """Every day that the text can mean for a birth; 121212 is in either century."""
    days = _days(text, centuries=("19", "20"))
    return frozenset([day for day in days if day.year in _BIRTH_YEARS])


@lru_cache(maxsize=1_000)
def parse_time(text: str) -> time | None:
    """08:15, 08.15, 0815 or 8.15, also with seconds, or a spreadsheet's 0.34375; else None."""
    if match := _SERIAL_CLOCK.fullmatch(text):
        minutes = round(float(f"0.{match[1]}") * _MINUTES)
        return time(*divmod(minutes, 60)) if minutes < _MINUTES else None
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
    if match := _SERIAL_MOMENT.fullmatch(text):
        return match[1], f"0.{match[2]:0<3}"
    if match := _DATE_AND_TIME.fullmatch(text):
        return match[1], match[2]
    return (text, "") if text else None


def part(day_text: str, clock_text: str) -> tuple[str, str]:
    """A date column's day and a time column's clock, though either may hold both.

    Databases write 2026-12-07 00:00 for a day and 1899-12-30 08:15 for a clock. Where the two
    columns contradict each other their texts stay whole, and so are not read.
    """
    day, clock_of_day = (day_text, "") if possible_dates(day_text) else _split(day_text)
    day_of_clock, clock = ("", clock_text) if parse_time(clock_text) else _split(clock_text)
    also_at = parse_time(clock_of_day)
    one_day = day_of_clock in _NO_DAY or possible_dates(day_of_clock) & possible_dates(day)
    one_clock = not (clock_of_day and clock) or also_at in {time(), parse_time(clock)}
    if not (one_day and one_clock):
        return day_text, clock_text
    return day, clock or ("" if also_at == time() else clock_of_day)


def _split(text: str) -> tuple[str, str]:
    return split_moment(text) or ("", "")


def exists(at: datetime) -> bool:
    """False for the hour that is skipped when summer time begins; `at` is in Swedish time.

    The hour that comes twice in October is taken as its first: a letter prints the same words.
    """
    # Of one time zone, so compared by their clocks. No other hour is ever skipped in Sweden.
    return at.hour != _SKIPPED_HOUR or at.astimezone(UTC).astimezone(STOCKHOLM) == at


_SKIPPED_HOUR = 2


def _days(text: str, *, centuries: tuple[str, ...]) -> Iterable[date]:
    """All readings of the text that are in the calendar, on the weekday that it names, if any."""
    if len(text) == _ISO_LENGTH and text[4] == text[7] == "-":
        return _iso_days(text)  # as most are written, and no pattern needs to be tried
    return _days_in_other_forms(text, centuries)


def _days_in_other_forms(text: str, centuries: tuple[str, ...]) -> Iterator[date]:
    plain = text.casefold()
    named = _WEEKDAY.search(plain)
    for year, month, day in _readings(_WEEKDAY.sub("", plain, count=1), centuries):
        try:
            found = date(int(year), int(month), int(day))
        except ValueError:
            continue
        if named is None or _WEEKDAYS[found.weekday()] == named[1]:
            yield found


def _iso_days(text: str) -> tuple[date, ...]:
    try:
        return (date.fromisoformat(text),)
    except ValueError:
        return ()


def _readings(plain: str, centuries: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Year, month and day as they are written, in each order that the form allows."""
    if match := _YEAR_FIRST.fullmatch(plain):
        yield match[1], match[3], match[4]
    elif match := _SHORT_YEAR_FIRST.fullmatch(plain):
        for century in centuries:
            yield f"{century}{match[1]}", match[2], match[3]
    elif match := _DOTTED.fullmatch(plain):
        yield match[3], match[2], match[1]
    elif match := _SLASHED.fullmatch(plain):
        yield match[3], match[2], match[1]
        yield match[3], match[1], match[2]
    elif match := _IN_WORDS.fullmatch(plain):
        yield match[3], _month(match[2]), match[1]
    elif _SERIAL_DAY.fullmatch(plain):
        year, month, day = f"{_SERIAL_ZERO + timedelta(int(plain))}".split("-")
        yield year, month, day


def _month(word: str) -> str:
    """1 to 12 for a month or the start of its name, else 0, which no date has."""
    numbers = (number for number, name in enumerate(_MONTHS, start=1) if name.startswith(word))
    return str(next(numbers, 0))
