"""When a visit starts, out of all the places in a scheduling message that say so."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from app.adapters.booking_files.hl7v2_message import Message
from app.adapters.booking_files.hl7v2_notation import Notation
from app.bookings import Problem
from app.swedish_dates import STOCKHOLM, clock, plain_date
from app.wording import say


class Start(NamedTuple):
    """A date and a time as texts, and what is wrong; unreadable texts stay as they are written."""

    date: str = ""
    time: str = ""
    problems: tuple[Problem, ...] = ()


class Moment(NamedTuple):
    """Swedish local time. Some senders fill only the date in one of the places."""

    day: date
    at: time | None


def read_start(message: Message) -> Start:
    """The first place that tells a date and a time; another date or time anywhere is a problem.

    Places disagree in real messages, by a year even: a person must see that, never a rule.
    """
    said = "\r".join(
        [
            name + fields[_TIME_AT[name]]
            for name, segments in message.booking.items()
            for fields in segments
        ]
    )
    agreed = _agreed(said, message.notation) if len(said) <= _LONGEST_SHARED else None
    return agreed or _weighed(_texts(said, message.notation))


def read_moment(text: str) -> Moment | None:
    """ÅÅÅÅMMDD[HHMM[SS[.S]]][±ZZZZ] in Swedish time, or None where there is no such moment."""
    return _moment(text) if len(text) <= _LONGEST else None


def read_instant(text: str) -> datetime | None:
    """A date and a time of day in UTC, or None where there is no such instant."""
    at = _written(text)
    if at is None:
        return None
    try:
        return (at if at.tzinfo else at.replace(tzinfo=STOCKHOLM)).astimezone(UTC)
    except OverflowError:
        return None


_Told = tuple[str, Moment]

_OFFSET = r"([+-][0-9]{2}[0-5][0-9]|Z)?"
_DAY_ALONE = re.compile(rf"([0-9]{{8}}){_OFFSET}")
_MOMENT = re.compile(rf"([0-9]{{8}})([0-9]{{4}})(?:([0-9]{{2}})(?:\.[0-9]{{1,6}})?)?{_OFFSET}")
_LONGEST = len("20261103081500.000000+0100")
_LONGEST_SHARED = 200  # what many messages say alike is short, and a cache must stay small
_DAY_DIGITS = 8
_MOST_TIMES = 50  # ten services with places, persons and resources; to weigh more would take long
_TOO_MANY = Problem(
    "date", say("Meddelandet har orimligt många starttider, så alla är inte jämförda.")
)
_SHOWN = 30
# The place that counts most first; a segment's time is in a field, and that in a component.
_PLACES = (
    ("TQ1-7", "TQ1", 7, 1),
    ("SCH-11", "SCH", 11, 4),
    ("AIS-4", "AIS", 4, 1),
    ("AIL-6", "AIL", 6, 1),
    ("AIP-6", "AIP", 6, 1),
    ("AIG-8", "AIG", 8, 1),
)
_TIME_AT = {name: number for _, name, number, _ in _PLACES}
_COMPONENTS = {name: component for _, name, _, component in _PLACES}


# Thousands of messages tell one of some hundred times, and each tells it in the same places.
@lru_cache(maxsize=5_000)
def _agreed(said: str, notation: Notation) -> Start | None:
    """What all places of `_texts` say, or None where that is not one moment."""
    # Nearly all messages write one time into all places: each way to write it is read once.
    fields = {(line[3:], _COMPONENTS[line[:3]]) for line in said.split("\r") if line}
    texts = {text for field, component in fields for text in notation.texts(field, component)}
    moment = read_moment(texts.pop()) if len(texts) == 1 else None
    return _plain_start(moment) if moment else None


def _texts(said: str, notation: Notation) -> list[tuple[str, str]]:
    """Every place with what it says, the one that counts most first.

    `said` has a line for each segment: its name, and right behind it the field of its time.
    """
    raw = [(line[:3], line[3:]) for line in said.split("\r")]
    return [
        (place, text)
        for place, name, _, component in _PLACES
        for segment, field in raw
        if segment == name
        for text in notation.texts(field, component)
    ]


def _weighed(texts: list[tuple[str, str]]) -> Start:
    """The first place of several that do not all say the same, with what is wrong."""
    if len(texts) > _MOST_TIMES:
        start = _weighed(texts[:_MOST_TIMES])
        return start._replace(problems=(*start.problems, _TOO_MANY))
    told = [(place, moment) for place, text in texts if (moment := read_moment(text))]
    if not told:
        return _as_written(texts[0][1]) if texts else Start()
    chosen = _first_of_first_place(told)
    problems = (*islice(_unread(texts), 1), *islice(_disagreements(chosen, told), 1))
    return _plain_start(chosen[1])._replace(problems=problems)


# Where places do not agree, each is read by itself, and many messages share its time.
@lru_cache(maxsize=5_000)
def _moment(text: str) -> Moment | None:
    if match := _DAY_ALONE.fullmatch(text):
        return _day(match[1])
    at = _written(text)
    if at is None:
        return None
    try:
        local = at.astimezone(STOCKHOLM) if at.tzinfo else at
    except OverflowError:
        return None
    return Moment(local.date(), time(local.hour, local.minute))


def _written(text: str) -> datetime | None:
    """A date and a time of day, in Swedish time where no offset is told."""
    match = _MOMENT.fullmatch(text)
    if match is None:
        return None
    day, minutes, seconds, offset = match.groups("")
    try:
        return datetime.fromisoformat(f"{day}T{minutes}{seconds}{offset}")
    except ValueError:
        return None


def _day(text: str) -> Moment | None:
    try:
        return Moment(date.fromisoformat(text), None)
    except ValueError:
        return None


def _as_written(text: str) -> Start:
    """The reader of rows says what is wrong with these, each in its own sentence."""
    if text[:_DAY_DIGITS].isdigit():
        return Start(text[:_DAY_DIGITS], text[_DAY_DIGITS:])
    return Start(text)


def _plain_start(moment: Moment) -> Start:
    return Start(moment.day.isoformat(), moment.at.isoformat("minutes") if moment.at else "")


def _first_of_first_place(told: list[_Told]) -> _Told:
    """Services of one visit follow on each other: the first of them is when the visit starts."""
    starts = _earliest(told)
    return next((one for one in starts if one[1].at), starts[0])


def _earliest(told: list[_Told]) -> list[_Told]:
    """The earliest moment of each place, in the places' order."""
    earliest: dict[str, Moment] = {}
    for place, moment in told:
        earliest[place] = min(earliest.get(place, moment), moment, key=_order)
    return list(earliest.items())


def _order(moment: Moment) -> tuple[date, bool, time]:
    return moment.day, moment.at is None, moment.at or time()


def _unread(texts: list[tuple[str, str]]) -> Iterator[Problem]:
    for place, text in texts:
        if read_moment(text) is None:
            shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
            yield Problem(
                "date",
                say("Starttiden «{shown}» ({place}) går inte att tolka.", shown=shown, place=place),
            )


def _disagreements(chosen: _Told, told: list[_Told]) -> Iterator[Problem]:
    """First those with another date, then places that begin at another time."""
    day, at = chosen[1]
    other_days = (one for one in told if one[1].day != day)
    other_times = (one for one in _earliest(told) if one[1].at not in {None, at})
    for other in chain(other_days, other_times):
        sentence = say(
            "Meddelandet har olika starttider: {chosen} och {other}.",
            chosen=_in_words(chosen),
            other=_in_words(other),
        )
        yield Problem("date", sentence)


def _in_words(told: _Told) -> str:
    place, (day, at) = told
    moment = plain_date(day)
    if at:
        moment = say("{day} klockan {clock}", day=moment, clock=clock(at))
    return f"{moment} ({place})"
