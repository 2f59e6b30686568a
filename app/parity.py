"""Parity: whether the message and the page of a letter tell the same facts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from operator import contains

from app.content import Box, Heading, plain_text
from app.draft import Channel
from app.languages import LANGUAGES
from app.letter_types import PARITY_FACTS, PREPARATIONS
from app.letters import Letter
from app.packed_text import packed
from app.wording import say


@dataclass(frozen=True, slots=True)
class Difference:
    """What only one channel tells, as the words shown to staff.

    `words` are what the other lacks, packed, so that they can be marked where they do stand.
    """

    sentence: str
    words: tuple[str, ...]


def parity_differences(letter: Letter, texts: Mapping[Channel, str]) -> tuple[Difference, ...]:
    """Facts that a channel lacks, unless the letter type says why.

    A fact that the letter type neither requires nor tells, such as the room of a phone visit, is
    none that a channel can lack. What to do before the visit and to bring is told in both, but in
    step 1, where the message only confirms the time.
    """
    if Channel.INBOX_1177 not in letter.letter_type.channels:
        texts = {Channel.LETTER: texts[Channel.LETTER]}
    told = {channel: packed(text) for channel, text in texts.items()}
    lacking = (*_lacking_facts(letter, told), *_lacking_preparations(letter, told))
    return lacking or tuple(_strays(letter, texts))


def _lacking_facts(letter: Letter, told: Mapping[Channel, str]) -> Iterator[Difference]:
    allowed = letter.letter_type.message_leaves_out
    for name, value in _compared(letter):
        # Only what a person writes is so long that a page can end in it.
        stands_in = _stands_in if name == "free_text" else contains
        for channel, text in told.items():
            excused = channel is Channel.INBOX_1177 and name in allowed
            if not stands_in(text, value) and not excused:
                where = _CHANNEL_WORDS[channel]
                told_so = say("{name} saknas i {channel}", name=PARITY_FACTS[name], channel=where)
                yield Difference(told_so, (value,))


def _lacking_preparations(letter: Letter, told: Mapping[Channel, str]) -> Iterator[Difference]:
    kind = letter.letter_type
    due = frozenset().union(*map(partial(_preparations, letter), Channel))
    for channel, text in told.items():
        confirms_only = kind.step == 1 or PREPARATIONS in kind.message_leaves_out
        if confirms_only and channel is Channel.INBOX_1177:
            continue
        if lines := tuple(sorted(line for line in due if not _stands_in(text, line))):
            where = _CHANNEL_WORDS[channel]
            yield Difference(
                say("förberedelserna är inte desamma i {channel}", channel=where), lines
            )


def _compared(letter: Letter) -> Iterator[tuple[str, str]]:
    """Each parity fact that the letter type requires, one body tells or a person has written."""
    due = {*letter.letter_type.required, "free_text"}
    bodies = [packed(plain_text(blocks)) for blocks in letter.blocks.values()]
    for name in PARITY_FACTS:
        value = packed(letter.facts.get(name, ""))
        if name in due or any(value in body for body in bodies):
            yield name, value


def _strays(letter: Letter, texts: Mapping[Channel, str]) -> Iterator[Difference]:
    """Dates, times and phone numbers of one channel only, whatever fact they stand beside.

    The letter alone has a head, a foot and a window, and in step 1 it tells more.
    """
    kind = letter.letter_type
    if Channel.INBOX_1177 not in texts:
        return
    message, page = (texts[channel] for channel in Channel)
    around = around_the_text(letter)
    for name, shape in _SHAPES.items():
        fact = PARITY_FACTS[name]
        in_message, in_page = _shaped(shape, message), _shaped(shape, page)
        if strays := _lacking_in(page, in_message - in_page):
            told_so = say("{name} i 1177-meddelandet står inte i brevet", name=fact)
            yield Difference(told_so, strays)
        if kind.step == 1 or name in kind.message_leaves_out:
            continue
        if strays := _lacking_in(message, in_page - in_message - _shaped(shape, around)):
            told_so = say("{name} i brevet står inte i 1177-meddelandet", name=fact)
            yield Difference(told_so, strays)


def around_the_text(letter: Letter) -> str:
    """What a page says outside of its text: who sends and gets it, and the day of writing."""
    unit = letter.draft.booking.unit
    written_on = LANGUAGES[letter.language].plain_date(letter.written_on)
    sender = (unit.name, unit.phone, unit.phone_hours, unit.street, unit.postal_code, unit.town)
    return "\n".join((*sender, *letter.address_lines, written_on))


def _shaped(shape: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(packed(one).casefold() for one in shape.findall(text))


def _lacking_in(text: str, wanted: frozenset[str]) -> tuple[str, ...]:
    """Most often nothing is wanted; a PDF may have broken what is."""
    whole = packed(text).casefold() if wanted else ""
    return tuple(sorted(one for one in wanted if one not in whole))


def _preparations(letter: Letter, channel: Channel) -> frozenset[str]:
    """The lines of a body under the headings of what to do before the visit and to bring."""
    headings = LANGUAGES[letter.language].preparations
    lines: set[str] = set()
    within = False
    for block in letter.blocks[channel]:
        if isinstance(block, Heading | Box):
            within = isinstance(block, Heading) and block.text.startswith(headings)
        elif within:
            lines.update(map(packed, plain_text((block,)).split("\n")))
    return frozenset(lines)


def _stands_in(text: str, line: str) -> bool:
    """Whether the line is there, whole or broken once, as by the foot of a page."""
    if line in text:
        return True
    return any(line[:at] in text and line[at:] in text for at in range(1, len(line)))


_MONTHS = "|".join(month for one in LANGUAGES.values() for month in one.months)
# Each begins with its first digit, and looks back from there: a search then runs straight to the
# digits, and takes a fifth of the time.
_SHAPES = {
    "date": re.compile(rf"\d(?<!\w\d)(?:\d?\s(?:{_MONTHS})|\d{{3}}-\d\d-\d\d)\b", re.IGNORECASE),
    "time": re.compile(r"\d(?<![\d.:]\d)\d?[.:]\d\d(?![.:]?\d)"),
    "unit_phone": re.compile(r"0(?<!\d0)\d{1,3}-\d{2,3}(?:[ \u00a0]\d{2,3})*"),
}
_CHANNEL_WORDS = {Channel.INBOX_1177: say("1177-meddelandet"), Channel.LETTER: say("brevet")}
