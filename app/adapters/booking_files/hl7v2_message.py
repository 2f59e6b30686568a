"""One HL7 v2 message as segments of text, read with its own separators and character set."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from app.adapters.booking_files.hl7v2_notation import (
    DELETED,
    Notation,
    decoded,
    notation_of,
    plain,
)
from app.values import value

Fields = list[str]  # raw texts, each at its number, and no end to them: [3] of a PID is PID-3


@value
class Message:
    """A scheduling message: what is booked, by segment name, and for whom.

    Services and resources that are taken away are not there, but where nothing else is left.
    `patients` has one mapping for each PID, with the segments that follow it and belong to it.
    """

    notation: Notation
    booking: Mapping[str, Sequence[Fields]]
    patients: Sequence[Mapping[str, Fields]]
    is_too_long: bool = False

    def all(self, name: str) -> Sequence[Fields]:
        return self.booking.get(name, ())

    def first(self, name: str) -> Fields | None:
        segments = self.booking.get(name)
        return segments[0] if segments else None


def read_header(line: str) -> tuple[Fields, Notation]:
    """A message's MSH, which has a separator in its fourth place: that is MSH-1."""
    separator = line[3]
    fields = f"{separator}{line}".split(separator) + _NO_FIELDS
    return fields, notation_of(separator, fields[2], fields[18])


def read_message(content: bytes, notation: Notation) -> Message:
    """The segments needed for a booking; none of a message that no scheduling system writes."""
    lines = content.rstrip(_ENDS).split(b"\r") if len(content) <= _LONGEST else []
    if not 0 < len(lines) <= _MOST_LINES:
        return _too_long(notation)
    separator = notation.field.encode()
    shape = _shape_of(lines, separator)
    if shape.is_torn:
        lines = _mended(lines, separator)
        shape = _shape_of(lines, separator)
    wanted = shape.wanted(lines)
    text = decoded(b"\r".join(wanted), notation.encoding)
    if len(wanted) > _MOST_WANTED or len(text) > _LONGEST_WANTED:
        return _too_long(notation)
    return _message(text, shape, notation)


@lru_cache(maxsize=200)
def status_key(raw: str, notation: Notation) -> str:
    """A filler status code of table 0278, however it is written: Noshow, NO SHOW, No-show."""
    _, code, text, *_ = map(notation.value, notation.components(raw))
    return _NO_LETTERS.sub("", (code or text).casefold())


CANCELLED = frozenset({"cancelled", "canceled", "deleted", "dc", "discontinued"})

# A real message has some thousand bytes and ten or twenty needed segments; only a report that is
# sent along can be long.
_LONGEST = 1_000_000
_MOST_LINES = 5_000
_LONGEST_WANTED = 20_000
_MOST_WANTED = 200

_NO_FIELDS = [""] * 32
_FRAMING = b" \t\0\x0b\x1c\x1a"  # MLLP's marks, and what ends files the way of MS-DOS
_ENDS = b"\r" + _FRAMING

_BOOKED = frozenset({"SCH", "TQ1", "AIS", "AIG", "AIL", "AIP"})
_OF_PATIENT = frozenset({"PID", "PD1", "PV1", "PV2", "ARV"})
# Where a service, a location, a person or a resource tells its own status.
_STATUS_AT = {"AIS": 10, "AIL": 12, "AIP": 12, "AIG": 14}
_NO_LETTERS = re.compile(r"[^a-z]")

_One = TypeVar("_One")
# Takes those that stand at its places out of several.
_Taker = Callable[[list[_One]], Sequence[_One]]


class _Shape(NamedTuple):
    """Where the needed segments stand among a message's lines, and each of them among these.

    `with_several` are the names of services and resources that there are several of, and
    `is_torn` says that some line does not begin as a segment does.
    """

    wanted: _Taker[bytes]
    booking: tuple[tuple[str, _Taker[Fields]], ...]
    patients: tuple[tuple[tuple[str, ...], _Taker[Fields]], ...]
    with_several: tuple[str, ...]
    is_torn: bool


def _too_long(notation: Notation) -> Message:
    return Message(notation, {}, (), is_too_long=True)


def _shape_of(lines: list[bytes], separator: bytes) -> _Shape:
    return _shape(tuple(map(_beginning, lines)), separator)


_beginning = itemgetter(slice(len("SCH|")))


# The messages of a file are built alike. A shape may have thousands of lines, so few are kept.
@lru_cache(maxsize=20)
def _shape(beginnings: tuple[bytes, ...], separator: bytes) -> _Shape:
    """Of lines that begin so; a line is no segment where it has no separator after its name."""
    wanted: list[int] = []
    booking: dict[str, list[int]] = {}
    patients: list[dict[str, int]] = []
    names = _names(separator)
    for at, name in enumerate(map(names.get, beginnings)):
        if name is None:
            continue
        if name in _BOOKED:
            booking.setdefault(name, []).append(len(wanted))
        elif name == "PID":
            patients.append({name: len(wanted)})
        elif patients:
            patients[-1].setdefault(name, len(wanted))
        wanted.append(at)
    return _Shape(
        _taker(wanted),
        tuple((name, _taker(places)) for name, places in booking.items()),
        tuple((tuple(places), _taker([*places.values()])) for places in patients),
        tuple(name for name, places in booking.items() if len(places) > 1 and name in _STATUS_AT),
        is_torn=any(beginning[3:] != separator for beginning in beginnings),
    )


def _taker(places: list[int]) -> _Taker[Any]:
    """Of one place or none too, for which `itemgetter` alone would give no sequence."""
    if len(places) > 1:
        return itemgetter(*places)
    first = next(iter(places), 0)
    return itemgetter(slice(first, first + len(places)))


@lru_cache(maxsize=200)
def _names(separator: bytes) -> dict[bytes, str]:
    """The needed segments by how their lines begin."""
    return {name.encode() + separator: name for name in _BOOKED | _OF_PATIENT}


def _mended(lines: list[bytes], separator: bytes) -> list[bytes]:
    segments: list[list[bytes]] = []
    for line in lines:
        text = line.strip(_FRAMING)
        if text[:3].isupper() and text[3:4] in (separator, b""):
            segments.append([text])
        elif text and segments:
            segments[-1].append(text)
    return [b"\n".join(parts) for parts in segments]


def _message(text: str, shape: _Shape, notation: Notation) -> Message:
    # One character is found thirty times as fast as the two of DELETED (measured).
    if notation.escape not in text and DELETED[0] not in text:
        notation = plain(notation)
    separator = notation.field
    segments = [line.split(separator) + _NO_FIELDS for line in text.split("\r")]
    booking = {name: take(segments) for name, take in shape.booking}
    for name in shape.with_several:
        booking[name] = _standing(booking[name], _STATUS_AT[name], notation) or booking[name]
    patients = [dict(zip(names, take(segments), strict=True)) for names, take in shape.patients]
    return Message(notation, booking, patients)


def _standing(resources: Sequence[Fields], status_at: int, notation: Notation) -> list[Fields]:
    """Those that are not taken away."""
    return [
        one
        for one in resources
        if one[2] != "D" and status_key(one[status_at], notation) not in CANCELLED
    ]
