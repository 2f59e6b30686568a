"""A cell's value as text, in the forms that exported tables have: ÅÅÅÅ-MM-DD, HH:MM, digits."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from openpyxl.utils.escape import unescape


def text_of(value: object, number_format: str) -> str:
    """The text of what openpyxl gives for a cell; a truth is `ja` or `nej`."""
    match value:
        case str():
            return unescape(value)
        case bool():
            return "ja" if value else "nej"
        case int() | float():
            return _number(value, number_format)
        case datetime():
            return _moment(value, number_format)
        case time() | timedelta():
            return _span(value)
        case _:
            return str(value)


_UNSEEN_IN_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


def _moment(value: datetime, number_format: str) -> str:
    """Midnight is a day alone, unless the format shows a clock."""
    value = _whole_seconds(value)
    shows_clock = "h" in _UNSEEN_IN_FORMAT.sub("", number_format).casefold()
    day = f"{value:%Y-%m-%d}"
    return f"{day} {_clock(value)}" if shows_clock or value.time() != time() else day


def _span(value: time | timedelta) -> str:
    """A clock, or how long something takes, which may be more than a day."""
    if isinstance(value, time):
        return _clock(_whole_seconds(datetime.combine(date.min, value)))
    return str(timedelta(seconds=round(value.total_seconds())))


def _clock(at: datetime | time) -> str:
    return f"{at:%H:%M:%S}" if at.second else f"{at:%H:%M}"


def _whole_seconds(at: datetime) -> datetime:
    """09:40 is 0.402777 to programs that keep six decimals, which is 09:39:59.933."""
    return (at + timedelta(microseconds=500_000)).replace(microsecond=0)


def _number(value: float, number_format: str) -> str:
    """Whole numbers with the zeros and hyphens that Excel shows, others to Excel's 15 digits.

    A part of a day such as 0.25 gets three decimals at least, so that it is no clock: 00.25.
    """
    if value != value // 1:
        text = f"{value:.15g}"
        return f"{text:0<5}" if 0 < value < 1 else text
    digits = f"{value:.0f}"
    return _padded(digits, _places(number_format)) if value >= 0 else digits


def _padded(digits: str, places: tuple[str, ...]) -> str:
    """The digits in their places, from the last; what is over stands before the first."""
    shown = []
    for place in reversed(places):
        if place == _DIGIT:
            shown.append(digits[-1:] or "0")
            digits = digits[:-1]
        else:
            shown.append(place)
    return digits + "".join(reversed(shown))


@lru_cache
def _places(number_format: str) -> tuple[str, ...]:
    """The digits and what stands between them in a format such as 000000-0000, else ()."""
    positive = _IN_BRACKETS.sub("", number_format).partition(";")[0]
    if not _ONLY_PLACES.fullmatch(positive) or positive.count("0") < _FEWEST_DIGITS:
        return ()
    return tuple(_DIGIT if one == "0" else one.strip('\\"') for one in _PLACE.findall(positive))


_DIGIT = "0"
_FEWEST_DIGITS = 2  # the format 0 is every whole number's
_IN_BRACKETS = re.compile(r"\[[^\]]*\]")  # a colour, a language
_PLACE = re.compile(r"""0|[-+ ]|\\[^0]|"[^"0]*\"""")
_ONLY_PLACES = re.compile(f"(?:{_PLACE.pattern})+")
