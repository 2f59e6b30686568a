"""One HL7 v2 message as segments of text, read with its own separators and character set.

Sources: HL7 v2.5.1 chapter 2 (separators, escapes, table 0211), and what senders do instead.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache, partial
from typing import NamedTuple

# Raw texts, each at its number, and no end to them: [3] of a PID is PID-3, [5] of that its type.
Fields = list[str]
Components = list[str]


# Compared as the one object that it is: there is one for each kind of message, not one for each.
@dataclass(frozen=True, slots=True, eq=False)
class Notation:
    """The separators of MSH-1 and MSH-2, and the character set of MSH-18."""

    field: str
    component: str
    repetition: str
    escape: str
    subcomponent: str
    character_set: str

    def value(self, raw: str, /) -> str:
        """The text that is meant, escapes undone once; "" where it is empty or deleted.

        Of a component, an & is taken as text: senders forget to escape it.
        """
        if raw == DELETED:
            return ""
        if self.escape in raw:
            raw = _escapes(self.escape).sub(partial(_meant, self), raw)
        return raw.strip()

    def first(self, raw: str) -> str:
        """The text of a field that has no components, or its first repetition's."""
        return self.value(raw.partition(self.repetition)[0]) if raw else ""

    def first_component(self, raw: str) -> str:
        """The text of the first component of a field's first repetition."""
        return self.value(raw.partition(self.repetition)[0].partition(self.component)[0])

    def components(self, raw: str) -> Components:
        """Those of a field's first repetition."""
        return ["", *raw.partition(self.repetition)[0].split(self.component), *_NO_COMPONENTS]

    def repetitions(self, raw: str) -> list[Components]:
        """Those of a field that are not empty."""
        if self.repetition not in raw:
            return [self.components(raw)] if raw else []
        return [
            ["", *text.split(self.component), *_NO_COMPONENTS]
            for text in raw.split(self.repetition, _MOST_REPETITIONS)
            if text
        ]

    def texts(self, raw: str, number: int) -> list[str]:
        """Those of one component in each repetition of a field, where they are not empty."""
        repetitions = raw.split(self.repetition, _MOST_REPETITIONS)
        found = [one.split(self.component, number)[number - 1 : number] for one in repetitions]
        return [text for one in found if one and (text := self.value(one[0]))]

    def parts(self, component: str) -> list[str]:
        """The texts of a component's subcomponents, for the types that have them; never none."""
        if self.subcomponent not in component:
            return [self.value(component)]
        return [self.value(part) for part in component.split(self.subcomponent)]


class PlainNotation(Notation):
    """Of a message without escapes and deleted values, as most are: texts are only trimmed."""

    __slots__ = ()

    value = staticmethod(str.strip)  # no function of ours: each message calls it ten times


class Message(NamedTuple):
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
    fields = [separator, *line.split(separator), *_NO_FIELDS]
    return fields, _notation(separator, fields[2], fields[18])


def read_message(content: bytes, notation: Notation) -> Message:
    """The segments needed for a booking; none of a message that no scheduling system writes."""
    text = _wanted_text(content, notation)
    if text is None:
        return Message(notation, {}, (), is_too_long=True)
    is_plain = notation.escape not in text and DELETED not in text
    return _message(text.split("\r"), _plain(notation) if is_plain else notation)


def decoded(content: bytes, character_set: str) -> str:
    """UTF-8 where the bytes prove it, whatever MSH-18 says; U+FFFD stands for what is lost."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        name = encoding_of(character_set) or "cp1252"
        if name == "cp1252" and len(content.translate(None, _OF_WINDOWS)) == len(content):
            name = "latin-1"  # the same but for those bytes, and decoded at no cost
        return content.decode(name, errors="replace")


@lru_cache(maxsize=200)
def encoding_of(character_set: str) -> str | None:
    """Python's name for what MSH-18 says, or None for a set that is not read here."""
    return _ENCODINGS.get(character_set.upper())


@lru_cache(maxsize=200)
def status_key(raw: str, notation: Notation) -> str:
    """A filler status code of table 0278, however it is written: Noshow, NO SHOW, No-show."""
    _, code, text, *_ = map(notation.value, notation.components(raw))
    return _NO_LETTERS.sub("", (code or text).casefold())


DELETED = '""'
CANCELLED = frozenset({"cancelled", "canceled", "deleted", "dc", "discontinued"})

# A real message has some thousand bytes and ten or twenty needed segments; only a report that is
# sent along can be long. Repetitions beyond these are left as one text, which nothing can mean.
_LONGEST = 1_000_000
_MOST_LINES = 5_000
_LONGEST_WANTED = 20_000
_MOST_WANTED = 200
_MOST_REPETITIONS = 50

_USUAL = "^~\\&"
_NO_SEPARATOR = "\0"
_NO_FIELDS = [""] * 32
_NO_COMPONENTS = [""] * 12
_FRAMING = b" \t\0\x0b\x1c\x1a"  # MLLP's marks, and what ends files the way of MS-DOS

_BOOKED = frozenset({"SCH", "TQ1", "AIS", "AIG", "AIL", "AIP"})
_WANTED = (*_BOOKED, "PID", "PD1", "PV1", "PV2", "ARV")
# Where a service, a location, a person or a resource tells its own status.
_STATUS_AT = {"AIS": 10, "AIL": 12, "AIP": 12, "AIG": 14}
_NO_LETTERS = re.compile(r"[^a-z]")

# Windows-1252 has every letter of ISO 8859-1, and characters where that has only controls. ASCII
# is also what programs say that never thought of it.
_OF_WINDOWS = bytes(range(0x80, 0xA0))
_ENCODINGS = {
    "": "cp1252",
    "ASCII": "cp1252",
    "8859/1": "cp1252",
    "ISO-8859-1": "cp1252",
    "8859/15": "iso8859-15",
    "UNICODE UTF-8": "utf-8",
    "UTF-8": "utf-8",
}


@lru_cache(maxsize=200)
def _notation(separator: str, others: str, character_set: str) -> Notation:
    """Separators that MSH-2 leaves out do not occur in the message."""
    named = (others[: len(_USUAL)] or _USUAL).ljust(len(_USUAL), _NO_SEPARATOR)
    component, repetition, escape, subcomponent = list(named)
    name = character_set.partition(repetition)[0].strip()
    return Notation(separator, component, repetition, escape, subcomponent, name)


@lru_cache(maxsize=200)
def _plain(notation: Notation) -> PlainNotation:
    return PlainNotation(*(getattr(notation, field.name) for field in fields(notation)))


def _wanted_text(content: bytes, notation: Notation) -> str | None:
    """The needed segments as lines, or None where they, or the message, are absurdly long."""
    lines = _lines(content) if len(content) <= _LONGEST else []
    if not 0 < len(lines) <= _MOST_LINES:
        return None
    wanted = _wanted_lines(lines, notation.field.encode())
    text = decoded(b"\r".join(wanted), notation.character_set)
    return text if len(wanted) <= _MOST_WANTED and len(text) <= _LONGEST_WANTED else None


def _lines(content: bytes) -> list[bytes]:
    if b"\n" in content:
        content = content.replace(b"\r\n", b"\r").replace(b"\n", b"\r")
    return content.rstrip(b"\r" + _FRAMING).split(b"\r")


def _wanted_lines(lines: list[bytes], separator: bytes) -> list[bytes]:
    """The needed segments, each with what a line end inside one of its fields has torn off."""
    if [line for line in lines if line[3:4] != separator]:
        lines = _mended(lines, separator)
    wanted = _wanted_names(separator)
    return [line for line in lines if line[:4] in wanted]


@lru_cache(maxsize=200)
def _wanted_names(separator: bytes) -> frozenset[bytes]:
    return frozenset(name.encode() + separator for name in _WANTED)


def _mended(lines: list[bytes], separator: bytes) -> list[bytes]:
    segments: list[list[bytes]] = []
    for line in lines:
        text = line.strip(_FRAMING)
        if text[:3].isupper() and text[3:4] in (separator, b""):
            segments.append([text])
        elif text and segments:
            segments[-1].append(text)
    return [b"\n".join(parts) for parts in segments]


def _message(lines: list[str], notation: Notation) -> Message:
    booking: dict[str, list[Fields]] = {}
    patients: list[dict[str, Fields]] = []
    separator = notation.field
    for line in lines:
        fields = line.split(separator) + _NO_FIELDS
        name = fields[0]
        if name in booking:
            booking[name].append(fields)
        elif name in _BOOKED:
            booking[name] = [fields]
        elif name == "PID":
            patients.append({name: fields})
        elif patients:
            patients[-1].setdefault(name, fields)
    for name, segments in booking.items():
        if len(segments) > 1 and name in _STATUS_AT:
            booking[name] = _standing(segments, _STATUS_AT[name], notation) or segments
    return Message(notation, booking, patients)


def _standing(resources: list[Fields], status_at: int, notation: Notation) -> list[Fields]:
    """Those that are not taken away."""
    return [
        one
        for one in resources
        if one[2] != "D" and status_key(one[status_at], notation) not in CANCELLED
    ]


@lru_cache(maxsize=10)
def _escapes(mark: str) -> re.Pattern[str]:
    mark = re.escape(mark)
    return re.compile(f"{mark}([^{mark}]+){mark}")


def _meant(notation: Notation, match: re.Match[str]) -> str:
    """What one escape stands for; an unknown one stays as it is written."""
    name = match[1]
    separators = {
        "F": notation.field,
        "S": notation.component,
        "T": notation.subcomponent,
        "R": notation.repetition,
        "E": notation.escape,
    }
    if name in separators:
        return separators[name]
    if name in _HIGHLIGHTING:
        return ""
    if name.startswith("."):
        return "\n" if name in _NEW_LINES else " "
    return _from_hexadecimal(name, notation.character_set) or match[0]


_HIGHLIGHTING = frozenset({"H", "N"})
_NEW_LINES = frozenset({".br", ".sp", ".ce"})


def _from_hexadecimal(name: str, character_set: str) -> str:
    if not name.startswith("X"):
        return ""
    try:
        return decoded(bytes.fromhex(name[1:]), character_set)
    except ValueError:
        return ""
