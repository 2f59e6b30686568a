"""The preview: the exact message and the exact page of a letter, and whether they agree."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from app.channels import Route
from app.content import Box, Heading, plain_text
from app.draft import Channel
from app.languages import LANGUAGES
from app.letter_types import PARITY_FACTS, PREPARATIONS
from app.letters import Letter


@dataclass(frozen=True, slots=True)
class PageText:
    """What is read back out of a finished PDF. `risk_zone` is text that the window may show."""

    pages: tuple[str, ...]
    risk_zone: str


class MessageFormat(Protocol):
    def message(self, letter: Letter) -> str:
        """The 1177 message as the outgoing DocBook string."""
        ...

    def text(self, message: str) -> str:
        """All words of a finished message, read back out of the DocBook."""
        ...


class PageFormat(Protocol):
    def page(self, letter: Letter) -> bytes:
        """The paper letter as PDF bytes, equal for equal letters.

        Raises LetterIncomplete naming a character that the fonts lack.
        """
        ...


class PageReader(Protocol):
    def read(self, pdf: bytes) -> PageText:
        """The text of every page, and what stands in the window's risk zone of the first."""
        ...


@dataclass(frozen=True, slots=True)
class Raster:
    """A page as pixels: rows of `stride` bytes, four bytes a pixel in the order B, G, R, unused.

    `pixels` is the memory that was drawn in, not a copy: an image over it keeps the raster alive.
    """

    width: int
    height: int
    stride: int
    pixels: bytes | memoryview


class PageRaster(Protocol):
    def page_count(self, pdf: bytes) -> int: ...

    def render(self, pdf: bytes, page_index: int, *, dpi: float) -> Raster:
        """One page of a PDF; `page_index` counts from 0."""
        ...


@dataclass(frozen=True, slots=True)
class Preview:
    """What was shown and, unchanged, what is sent. Only a Previewer should make one."""

    letter: Letter
    route: Route
    message: str
    page: bytes
    page_count: int
    differences: tuple[str, ...]
    risk_zone: str

    @property
    def subject(self) -> str:
        return self.letter.words.subject

    def content(self, channel: Channel) -> bytes:
        """The very bytes that the channel's carrier takes."""
        return self.message.encode() if channel is Channel.INBOX_1177 else self.page

    @property
    def digest(self) -> str:
        """SHA-256 over both contents: equal digests mean that the same letter would be sent."""
        return hashlib.sha256(self.message.encode() + b"\x1f" + self.page).hexdigest()


class Previewer:
    """Lays a letter out for both channels and reads both back to compare them."""

    def __init__(
        self, *, message_format: MessageFormat, page_format: PageFormat, page_reader: PageReader
    ) -> None:
        self._message_format = message_format
        self._page_format = page_format
        self._page_reader = page_reader

    def message_and_page(self, letter: Letter) -> tuple[str, bytes]:
        """What the two channels carry, not yet compared."""
        return self._message_format.message(letter), self._page_format.page(letter)

    def preview(self, letter: Letter, route: Route) -> Preview:
        message, page = self.message_and_page(letter)
        read_back = self._page_reader.read(page)
        texts = {
            Channel.INBOX_1177: self._message_format.text(message),
            Channel.LETTER: "\n".join(read_back.pages),
        }
        return Preview(
            letter=letter,
            route=route,
            message=message,
            page=page,
            page_count=len(read_back.pages),
            differences=parity_differences(letter, texts),
            risk_zone=unexpected_in_risk_zone(letter, read_back.risk_zone),
        )


def parity_differences(letter: Letter, texts: dict[Channel, str]) -> tuple[str, ...]:
    """Facts that a channel lacks, as the words shown to staff, unless the letter type says why.

    A fact that the letter type neither requires nor tells, such as the room of a phone visit, is
    none that a channel can lack. What to do before the visit and to bring is told in both, but in
    step 1, where the message only confirms the time.
    """
    kind, allowed = letter.letter_type, letter.letter_type.message_leaves_out
    if Channel.INBOX_1177 not in kind.channels:
        texts = {Channel.LETTER: texts[Channel.LETTER]}
    told = {channel: _normalised(text) for channel, text in texts.items()}
    lacking = []
    for name, value in _compared(letter):
        for channel, text in told.items():
            excused = channel is Channel.INBOX_1177 and name in allowed
            if value not in text and not excused:
                lacking.append(f"{PARITY_FACTS[name]} saknas i {_CHANNEL_WORDS[channel]}")
    due = frozenset().union(*map(partial(_preparations, letter), Channel))
    for channel, text in told.items():
        confirms_only = kind.step == 1 or PREPARATIONS in allowed
        excused = channel is Channel.INBOX_1177 and confirms_only
        if not excused and not all(_stands_in(text, line) for line in due):
            lacking.append(f"förberedelserna är inte desamma i {_CHANNEL_WORDS[channel]}")
    return tuple(lacking or _strays(letter, texts))


def unexpected_in_risk_zone(letter: Letter, found: str) -> str:
    """What the window may show where it is not the name and whole address; "" where all is well."""
    allowed = _normalised(" ".join(letter.address_lines))
    return "" if _normalised(found) == allowed else found or "ingen adress"


def _compared(letter: Letter) -> Iterator[tuple[str, str]]:
    """Each parity fact that the letter type requires, one body tells or a person has written."""
    due = {*letter.letter_type.required, "free_text"}
    for name in PARITY_FACTS:
        value = _normalised(letter.facts.get(name, ""))
        if name in due or _is_told(letter, value):
            yield name, value


def _strays(letter: Letter, texts: dict[Channel, str]) -> Iterator[str]:
    """Dates, times and phone numbers of one channel only, whatever fact they stand beside.

    The letter alone has a head, a foot and a window, and in step 1 it tells more.
    """
    kind = letter.letter_type
    if Channel.INBOX_1177 not in texts:
        return
    message, page = (texts[channel] for channel in Channel)
    around = _around(letter)
    for name, shape in _SHAPES.items():
        in_message, in_page = _shaped(shape, message), _shaped(shape, page)
        if _lacks(page, in_message - in_page):
            yield f"{PARITY_FACTS[name]} i 1177-meddelandet står inte i brevet"
        confirms_only = kind.step == 1 or name in kind.message_leaves_out
        if not confirms_only and _lacks(message, in_page - in_message - _shaped(shape, around)):
            yield f"{PARITY_FACTS[name]} i brevet står inte i 1177-meddelandet"


def _around(letter: Letter) -> str:
    """What a page says outside of its text: who sends and gets it, and the day of writing."""
    unit = letter.draft.booking.unit
    written_on = LANGUAGES[letter.language].plain_date(letter.written_on)
    sender = (unit.name, unit.phone, unit.phone_hours, unit.street, unit.postal_code, unit.town)
    return "\n".join((*sender, *letter.address_lines, written_on))


def _shaped(shape: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(_normalised(one).casefold() for one in shape.findall(text))


def _lacks(text: str, wanted: frozenset[str]) -> bool:
    """Most often nothing is wanted; a PDF may have broken what is."""
    packed = _normalised(text).casefold() if wanted else ""
    return any(one not in packed for one in wanted)


def _preparations(letter: Letter, channel: Channel) -> frozenset[str]:
    """The lines of a body under the headings of what to do before the visit and to bring."""
    headings = LANGUAGES[letter.language].preparations
    lines: set[str] = set()
    within = False
    for block in letter.blocks[channel]:
        if isinstance(block, Heading | Box):
            within = isinstance(block, Heading) and block.text.startswith(headings)
        elif within:
            lines.update(map(_normalised, plain_text((block,)).split("\n")))
    return frozenset(lines)


def _stands_in(text: str, line: str) -> bool:
    """Whether the line is there, whole or broken once, as by the foot of a page."""
    if line in text:
        return True
    return any(line[:at] in text and line[at:] in text for at in range(1, len(line)))


def _is_told(letter: Letter, value: str) -> bool:
    return any(value in _normalised(plain_text(blocks)) for blocks in letter.blocks.values())


_MONTHS = "|".join(month for one in LANGUAGES.values() for month in one.months)
_SHAPES = {
    "date": re.compile(rf"\b\d{{1,2}}\s(?:{_MONTHS})\b|\b\d{{4}}-\d\d-\d\d\b", re.IGNORECASE),
    "time": re.compile(r"(?<![\d.:])\d{1,2}[.:]\d\d(?![.:]?\d)"),
    "unit_phone": re.compile(r"(?<!\d)0\d{1,3}-\d{2,3}(?:[ \u00a0]\d{2,3})*"),
}
_CHANNEL_WORDS = {Channel.INBOX_1177: "1177-meddelandet", Channel.LETTER: "brevet"}


def _normalised(text: str) -> str:
    """NFKC without any white space: a PDF may break a line anywhere and join ligatures."""
    packed = "".join(unicodedata.normalize("NFKC", text).split())
    return packed.replace("\N{SOFT HYPHEN}", "").replace("\N{ZERO WIDTH SPACE}", "")
