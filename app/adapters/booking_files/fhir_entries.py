"""The resources of a FHIR file in JSON, one at a time, so that no file becomes a big tree.

A Bundle, an array, one resource, and resources or Bundles one after the other (NDJSON).
"""

import io
import json
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from app.adapters.booking_files.content import SHORTER_PERIOD
from app.adapters.booking_files.fhir_values import Resource, item, text
from app.errors import BookingsUnreadable
from app.wording import say


class Entry(NamedTuple):
    """One resource, and the URL that the file gives it, "" for none.

    `place` is which in the file it is, from 1; a Bundle comes as itself without its entries, and
    its place is 0. `resource` is None where there is none that can be understood, and empty in
    an entry that needs none.
    """

    place: int
    full_url: str
    resource: Resource | None


def read_entries(content: bytes) -> Iterator[Entry]:
    """Raises BookingsUnreadable, also between two entries.

    JSON is UTF-8 by its standard; with a mark or NUL characters it can be UTF-16 or UTF-32. What
    cannot be decoded becomes U+FFFD, which is told at its row.
    """
    stream = io.TextIOWrapper(
        io.BytesIO(content), json.detect_encoding(content[:4]), errors="replace"
    )
    entries = _Entries(_Values(stream))
    try:
        yield from entries.all()
    except RecursionError as error:
        raise BookingsUnreadable(_TOO_DEEP, _FETCH_AGAIN) from error
    except ValueError as error:
        raise BookingsUnreadable(_DAMAGED, _FETCH_AGAIN, detail=type(error).__name__) from error


MOST_ENTRIES = 40_000  # a file that is read at all holds 30,000 bookings and patients
_MOST_BUNDLES = 20_000
_MOST_BAD_LINES = 1_000
_MOST_KEYS = 100  # a Bundle has twelve
_READ_AT_A_TIME = 1 << 17
_LARGEST_VALUE = 2_000_000  # characters; a photograph or a letter as PDF inside a resource fits
_MOST_PARTS = 500_000  # objects and lists; a booking with its patient has about thirty

_FETCH_AGAIN = say("Hämta bokningarna på nytt och öppna den nya filen.")
_DAMAGED = say("Filen är skadad eller avbruten, så en del av bokningarna kan saknas.")
_TOO_DEEP = say("Filen är byggd i orimligt många nivåer.")
_TOO_LARGE = say("En post i filen är orimligt stor.")
TOO_DENSE = say("Filen har orimligt många uppgifter.")
_TOO_MANY = say("Filen har fler än {most_entries} 000 poster.", most_entries=MOST_ENTRIES // 1000)


class _Entries:
    """Opens Bundles, and counts what it gives."""

    def __init__(self, values: "_Values") -> None:
        self._values = values
        self._place = 0
        self._bundles = 0
        self._bad_lines = 0

    def all(self) -> Iterator[Entry]:
        if self._values.peek() == "[":
            yield from self._elements(self._document)
        while self._values.peek():
            yield from self._document_or_line()

    def _document_or_line(self) -> Iterator[Entry]:
        """A line that is no JSON among others that are is one bad entry, not a bad file."""
        if self._values.starts_with(_BUNDLE):
            yield from self._bundle()
            return
        try:
            value = self._values.next()
        except json.JSONDecodeError:
            self._bad_lines += 1
            in_lines = self._values.skip_line(is_first=self._place == 0)
            if not in_lines or self._bad_lines > _MOST_BAD_LINES:
                raise
            value = None
        yield from self._opened(value)

    def _document(self) -> Iterator[Entry]:
        if self._values.starts_with(_BUNDLE):
            yield from self._bundle()
        else:
            yield from self._opened(self._values.next())

    def _elements(self, read: Callable[[], Iterator[Entry]]) -> Iterator[Entry]:
        self._values.take("[")
        if self._values.peek() == "]":
            self._values.take("]")
            return
        while True:
            yield from read()
            if self._values.take(",]") == "]":
                return

    def _bundle(self) -> Iterator[Entry]:
        head: Resource = {}
        self._values.take("{")
        while True:
            key = self._values.next()
            self._values.take(":")
            if not isinstance(key, str) or key in head or len(head) > _MOST_KEYS:
                raise ValueError("no such keys in a Bundle")
            head[key] = None
            if key == "entry" and self._values.peek() == "[":
                yield from self._elements(lambda: self._opened(self._values.next()))
            else:
                head[key] = self._values.next()
            if self._values.take(",}") == "}":
                break
        yield self._head(head)

    def _head(self, bundle: Resource) -> Entry:
        self._bundles += 1
        if self._bundles > _MOST_BUNDLES:
            raise BookingsUnreadable(_TOO_MANY, SHORTER_PERIOD)
        return Entry(0, "", {key: bundle[key] for key in bundle if key != "entry"})

    def _opened(self, value: object) -> Iterator[Entry]:
        """The entry, or those of the Bundle that it is: an answer to several questions has such."""
        resource = _resource_of(value)
        if resource is None or not _is_bundle(resource):
            yield self._entry(value, resource)
            return
        entries = resource.get("entry")
        for inner in entries if isinstance(entries, list) else ():
            within = _resource_of(inner)
            yield self._entry(inner, None if within and _is_bundle(within) else within)
        yield self._head(resource)

    def _entry(self, value: object, resource: Resource | None) -> Entry:
        self._place += 1
        if self._place > MOST_ENTRIES:
            raise BookingsUnreadable(_TOO_MANY, SHORTER_PERIOD)
        return Entry(self._place, text(item(value).get("fullUrl")), resource)


# Written by keys in any order, an alphabetical one would begin with the entries.
_BUNDLE = re.compile(r'\{\s*(?:"resourceType"\s*:\s*"Bundle"|"entry"\s*:\s*\[)')


def _resource_of(value: object) -> Resource | None:
    """The resource that is, or is in, what stands in a file; empty where an entry has none."""
    if not isinstance(value, dict):
        return None
    if "resourceType" not in value and not _ENTRY_PARTS.isdisjoint(value):
        value = value.get("resource", {})
    if value == {}:
        return {}
    if isinstance(value, dict) and text(value.get("resourceType")):
        return value
    return None


def _is_bundle(resource: Resource) -> bool:
    return resource.get("resourceType") == "Bundle"


_ENTRY_PARTS = frozenset({"resource", "fullUrl", "link", "search", "request", "response", "item"})


class _Values:
    """JSON values of a stream, one by one. Raises ValueError and RecursionError."""

    def __init__(self, stream: io.TextIOBase) -> None:
        self._stream = stream
        self._text = ""
        self._at = 0
        self._parts = 0
        self._has_doubled_key = False
        # Numbers stay text, so that none is too long, rounded or not a number.
        self._decoder = json.JSONDecoder(
            parse_int=str,
            parse_float=str,
            parse_constant=lambda _: None,
            object_pairs_hook=self._object,
        )

    def peek(self) -> str:
        """The next character that is no white space, "" at the end."""
        while (sign := self._text[self._at : self._at + 1]) in _NOTHING:
            if sign:
                self._at = self._after_space()
            elif not self._read_more():
                break
        return sign

    def take(self, signs: str) -> str:
        sign = self.peek()
        if not sign or sign not in signs:
            raise json.JSONDecodeError(f"none of {signs}", self._text, self._at)
        self._at += 1
        return sign

    def starts_with(self, pattern: re.Pattern[str]) -> bool:
        self.peek()
        return pattern.match(self._text, self._at) is not None

    def next(self) -> object:
        """The next value, or None where a key comes twice: nobody can say which was meant."""
        self.peek()
        while True:
            self._has_doubled_key = False
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if not (self._is_cut(error) and self._read_more()):
                    raise
                continue
            # A number that ends with what is read so far may go on.
            if end < len(self._text) or not self._read_more():
                self._at = end
                return None if self._has_doubled_key else value

    def skip_line(self, *, is_first: bool) -> bool:
        """Past the next line end, if what follows can be one more line of a file of lines."""
        while (end := self._text.find("\n", self._at)) < 0:
            if not self._read_more():
                self._at = len(self._text)
                return not is_first
        self._at = end + 1
        return self._at == len(self._text) or self._text[self._at] == "{"

    def _object(self, pairs: list[tuple[str, object]]) -> Resource:
        made = dict(pairs)
        if len(made) != len(pairs):
            self._has_doubled_key = True
        return made

    def _after_space(self) -> int:
        match = _SPACE.match(self._text, self._at)
        return match.end() if match else self._at

    def _is_cut(self, error: json.JSONDecodeError) -> bool:
        """Whether the value only ends too early, so that more text may complete it."""
        near_end = error.pos > len(self._text) - _LONGEST_SIGN
        return near_end or error.msg.startswith("Unterminated string")

    def _read_more(self) -> bool:
        if len(self._text) - self._at > _LARGEST_VALUE:
            raise BookingsUnreadable(_TOO_LARGE, _FETCH_AGAIN)
        # What did not suffice is doubled: a long value is not tried again and again.
        rest = self._text[self._at :]
        more = self._stream.read(max(_READ_AT_A_TIME, len(rest)))
        self._parts += more.count("{") + more.count("[")
        if self._parts > _MOST_PARTS:
            raise BookingsUnreadable(TOO_DENSE, SHORTER_PERIOD)
        self._text = rest + more
        self._at = 0
        return bool(more)


_SPACE = re.compile(r"[ \t\r\n\ufeff]*")
_NOTHING = frozenset({"", *" \t\r\n\ufeff"})
_LONGEST_SIGN = len("\\ud83d\\ude00")  # what can be cut in two, beside strings and numbers
