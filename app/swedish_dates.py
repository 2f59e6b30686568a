"""Dates and times as lists and sentences of the window write them; letters have their own words."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.wording import say, spoken, translated

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

# In the language of the window, told once: a list has a hundred thousand of them.
_DAYS = tuple(map(translated, DAYS))
_MONTHS = tuple(map(translated, MONTHS))
_POINT = {"sv": ".", "en": ":"}[spoken()]


def long_date(day: date) -> str:
    """`tisdag 12 januari 2027`."""
    return f"{_DAYS[day.weekday()]} {plain_date(day)}"


def plain_date(day: date) -> str:
    """`12 januari 2027`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def clock(at: datetime | time) -> str:
    """`09.40`, with a full stop as Swedish running text has it, and `09:40` in English."""
    return f"{at.hour:02}{_POINT}{at.minute:02}"


def short_moment(at: datetime) -> str:
    """`tis 12 jan 09.40` for a list."""
    day, month = _DAYS[at.weekday()][:3], _MONTHS[at.month - 1][:3]
    return f"{day} {at.day} {month} {clock(at)}"


def spoken_moment(at: datetime) -> str:
    """`Tisdag 12 januari klockan 09.40`, what a screen reader says for a list's short form."""
    return capitalised(moment_in_words(at))


def moment_in_words(at: datetime) -> str:
    """`tisdag 12 januari klockan 09.40` for a sentence."""
    day = f"{_DAYS[at.weekday()]} {at.day} {_MONTHS[at.month - 1]}"
    return say("{day} klockan {clock}", day=day, clock=clock(at))


def capitalised(text: str) -> str:
    """Only its first letter: English months and days have capitals of their own."""
    return text[:1].upper() + text[1:]


def stamp(at: datetime) -> str:
    """`22 nov 08.15` for history."""
    local = at.astimezone(STOCKHOLM)
    return f"{local.day} {_MONTHS[local.month - 1][:3]} {clock(local)}"


def working_days_until(day: date, *, today: date) -> int:
    """Mondays to Fridays after today, the day itself counted too.

    Public holidays count as working days, since no calendar of them has been given.
    """
    days_ahead = range(1, (day - today).days + 1)
    return sum((today + timedelta(days=ahead)).weekday() < _SATURDAY for ahead in days_ahead)


_SATURDAY = 5
