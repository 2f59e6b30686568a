"""Dates and times as Swedish letters and lists write them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")

DAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)


def long_date(day: date) -> str:
    """`tisdag 12 januari 2027`; the same words in both channels."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def plain_date(day: date) -> str:
    """`12 januari 2027`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def clock(at: datetime) -> str:
    """`09.40`, with a full stop as Swedish running text has it."""
    return f"{at.hour:02}.{at.minute:02}"


def short_moment(at: datetime) -> str:
    """`tis 12 jan 09.40` for a list."""
    day, month = DAYS[at.weekday()][:3], MONTHS[at.month - 1][:3]
    return f"{day} {at.day} {month} {clock(at)}"


def spoken_moment(at: datetime) -> str:
    """`Tisdag 12 januari klockan 09.40`, what a screen reader says for a list's short form."""
    return f"{DAYS[at.weekday()].capitalize()} {at.day} {MONTHS[at.month - 1]} klockan {clock(at)}"


def stamp(at: datetime) -> str:
    """`22 nov 08.15` for history."""
    local = at.astimezone(STOCKHOLM)
    return f"{local.day} {MONTHS[local.month - 1][:3]} {clock(local)}"


def working_days_until(day: date, *, today: date) -> int:
    """Mondays to Fridays after today, the day itself counted too.

    Public holidays count as working days, since no calendar of them has been given.
    """
    days_ahead = range(1, (day - today).days + 1)
    return sum((today + timedelta(days=ahead)).weekday() < _SATURDAY for ahead in days_ahead)


_SATURDAY = 5
