"""How an HL7 v2 message writes texts: its separators, its escapes and its character set.

Sources: HL7 v2.5.1 chapter 2 (separators, escapes, table 0211), and what senders do instead.
"""

import re
from dataclasses import dataclass, fields
from functools import lru_cache, partial

Components = list[str]  # raw texts, each at its number, and no end to them


# Compared as the one object that it is: there is one for each kind of message, not one for each.
@dataclass(frozen=True, slots=True, eq=False)
class Notation:
    """The separators of MSH-1 and MSH-2, and the character set of MSH-18.

    `encoding` is Python's name for that set, or None for one that is not read here.
    """

    field: str
    component: str
    repetition: str
    escape: str
    subcomponent: str
    character_set: str
    encoding: str | None

    def value(self, raw: str, /) -> str:
        """The text that is meant, escapes undone once; "" where it is empty or deleted.

        Of a component, an & is taken as text: senders forget to escape it.
        """
        if raw == DELETED:
            return ""
        if self.escape in raw:
            raw = _escapes(self.escape).sub(partial(_meant, self), raw, count=_MOST_ESCAPES)
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
            return [["", *raw.split(self.component), *_NO_COMPONENTS]] if raw else []
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


@lru_cache(maxsize=200)
def notation_of(separator: str, others: str, character_set: str) -> Notation:
    """What MSH-1, MSH-2 and MSH-18 say. Separators that MSH-2 leaves out are not in the message."""
    named = (others[: len(_USUAL)] or _USUAL).ljust(len(_USUAL), _NO_SEPARATOR)
    component, repetition, escape, subcomponent = list(named)
    name = character_set.partition(repetition)[0].strip()
    encoding = _ENCODINGS.get(name.upper())
    return Notation(separator, component, repetition, escape, subcomponent, name, encoding)


@lru_cache(maxsize=200)
def plain(notation: Notation) -> PlainNotation:
    """The same separators, where nothing in a message is escaped or deleted."""
    return PlainNotation(*(getattr(notation, field.name) for field in fields(notation)))


def decoded(content: bytes, encoding: str | None = None) -> str:
    """UTF-8 where the bytes prove it, whatever MSH-18 says; U+FFFD stands for what is lost."""
    if content.isascii():
        return content.decode("ascii")
    encoding = encoding or "cp1252"
    if encoding == "cp1252" and len(content.translate(None, _NOT_LATIN)) == len(content):
        return content.decode("latin-1")  # a third of the time of an attempt at UTF-8
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode(encoding, errors="replace")


DELETED = '""'

_USUAL = "^~\\&"
_NO_SEPARATOR = "\0"
_NO_COMPONENTS = [""] * 12
# What is beyond these is left as it is written, which nothing can mean: only a file made to harm
# has as many, and would take minutes.
_MOST_REPETITIONS = 50
_MOST_ESCAPES = 500

# Windows-1252 has every letter of ISO 8859-1, and characters where that has only controls, which
# are among the bytes that every letter of UTF-8 needs one of. ASCII is also what programs say that
# never thought of it.
_NOT_LATIN = bytes(range(0x80, 0xC0))
_ENCODINGS = {
    "": "cp1252",
    "ASCII": "cp1252",
    "8859/1": "cp1252",
    "ISO-8859-1": "cp1252",
    "8859/15": "iso8859-15",
    "UNICODE UTF-8": "utf-8",
    "UTF-8": "utf-8",
}


@lru_cache(maxsize=10)
def _escapes(mark: str) -> re.Pattern[str]:
    mark = re.escape(mark)
    return re.compile(f"{mark}([^{mark}]+){mark}")


def _meant(notation: Notation, match: re.Match[str]) -> str:
    """What one escape stands for; an unknown one stays as it is written."""
    name = match[1]
    plainly = _plainly_meant(notation).get(name)
    if plainly is not None:
        return plainly
    if name.startswith("."):
        return "\n" if name in _NEW_LINES else " "
    return _from_hexadecimal(name, notation.encoding) or match[0]


@lru_cache(maxsize=200)
def _plainly_meant(notation: Notation) -> dict[str, str]:
    """The separators, and the marks that highlighting begins and ends, which mean nothing here."""
    return {
        "F": notation.field,
        "S": notation.component,
        "T": notation.subcomponent,
        "R": notation.repetition,
        "E": notation.escape,
        "H": "",
        "N": "",
    }


_NEW_LINES = frozenset({".br", ".sp", ".ce"})


def _from_hexadecimal(name: str, encoding: str | None) -> str:
    if not name.startswith("X"):
        return ""
    try:
        return decoded(bytes.fromhex(name[1:]), encoding)
    except ValueError:
        return ""
