"""Dates and times as Swedish letters and lists write them."""

from datetime import date, datetime
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
    return f"{at:%H.%M}"


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
