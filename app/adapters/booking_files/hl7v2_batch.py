"""A file of HL7 v2 messages: where each begins and ends, and whether the file holds them all."""

import re
from collections.abc import Iterator
from itertools import count

from app.adapters.booking_files.content import SHORTER_PERIOD
from app.errors import BookingsUnreadable
from app.values import value
from app.wording import say


@value
class Span:
    """Where a message stands: its number from 1, and its bytes from MSH to the next message."""

    row_no: int
    start: int
    end: int


def begins_as_messages(content: bytes) -> bool:
    """True where a file begins as messages or a batch of them do, MLLP's marks aside."""
    return _OPENING.match(content[:_OPENS_WITHIN].lstrip(_BEFORE)) is not None


def with_one_line_end(content: bytes) -> bytes:
    """The same lines, each ended by CR as the standard has it: what the rest here reads."""
    if b"\n" not in content:
        return content
    return content.replace(b"\r\n", b"\r").replace(b"\n", b"\r")


def read_spans(content: bytes) -> list[Span]:
    """Every message of a file, also those that a lost line end has glued to the one before.

    Raises BookingsUnreadable where there are none, or too many, or far more in them than bookings.
    """
    _refuse_flood(content)
    starts = _starts(content)
    if not starts:
        raise BookingsUnreadable(_NO_MESSAGES, _RIGHT_DATES)
    return [*map(Span, count(1), starts, [*starts[1:], len(content)])]


def batch_notes(content: bytes, spans: list[Span]) -> Iterator[str]:
    """Signs that the file is not whole: its batches' trailers, and MLLP's mark of an end."""
    is_cut_off = _lacks_mllp_end(content, spans[-1])
    if _BATCH.match(content[:_OPENS_WITHIN].lstrip(_BEFORE)):
        trailers = _line_starts(content, b"BTS")
        is_cut_off = is_cut_off or len(trailers) < len(_line_starts(content, b"BHS"))
        promised = sum(_count(content, at) for at in trailers)
        if promised not in {0, len(spans)}:
            yield say(
                "Enligt filens slut skulle den ha {promised} meddelanden, men den har {found}. "
                "{todo}",
                promised=promised,
                found=len(spans),
                todo=_TAKE_OUT_AGAIN,
            )
    if is_cut_off:
        yield say("Filen slutar mitt i sändningen. {todo}", todo=_TAKE_OUT_AGAIN)


MOST_MESSAGES = 50_000  # of a booking's 600 bytes, a file that is read at all has 30,000
_MOST_LINES = 10 * MOST_MESSAGES
_MOST_MENTIONS = 1_000_000
_OPENS_WITHIN = 4096

_NO_MESSAGES = say("Filen har inga HL7-meddelanden.")
_RIGHT_DATES = say("Kontrollera att du valde rätt datum när du tog ut bokningarna.")
_TOO_MANY = say(
    "Filen har fler än {most_messages} 000 meddelanden.", most_messages=MOST_MESSAGES // 1000
)
_TOO_MANY_PATIENTS = say(
    "Filen har fler än {most_messages} 000 patienter.", most_messages=MOST_MESSAGES // 1000
)
TOO_DENSE = say("Filen har orimligt många uppgifter.")
_TAKE_OUT_AGAIN = say("Bokningar kan saknas, så ta ut filen igen.")

_MLLP_BEGINS, _MLLP_ENDS = b"\x0b", b"\x1c"
_BEFORE = b"\xef\xbb\xbf\x0b\x1c\x00 \t\r\n"
_ENDS_A_LINE = b"\r\x0b\x1c\x00\xbf"  # BF ends a byte order mark, in files put together
_MARK = rb"[!-/:-@\[-`{-~]"
_OPENING = re.compile(rb"(?:MSH(%b)%b{2,5}\1)|(?:[FB]HS(%b)(?:%b{2,5}\2|[\r\n]))" % ((_MARK,) * 4))
_BATCH = re.compile(rb"[FB]HS")
_HEADER = re.compile(rb"MSH(%b)" % _MARK)
_TRAILER = re.compile(rb"BTS%b([0-9]{1,9})" % _MARK)


def _refuse_flood(content: bytes) -> None:
    """Counts only: a line of four bytes takes as long to read as one of a hundred."""
    if content.count(b"\r") > _MOST_LINES:
        raise BookingsUnreadable(TOO_DENSE, SHORTER_PERIOD)
    if content.count(b"\rPID") > MOST_MESSAGES:
        raise BookingsUnreadable(_TOO_MANY_PATIENTS, SHORTER_PERIOD)


def _starts(content: bytes) -> list[int]:
    """Where MSH begins a line, or has the first message's separators after it."""
    starts: list[int] = []
    separators = b""
    for at in _mentions(content, b"MSH"):
        is_own = separators and content.startswith(separators, at)
        if is_own or (_begins_line(content, at) and _HEADER.match(content, at)):
            starts.append(at)
            separators = separators or _opening(content, at)
        if len(starts) > MOST_MESSAGES:
            raise BookingsUnreadable(_TOO_MANY, SHORTER_PERIOD)
    return starts


def _mentions(content: bytes, name: bytes) -> list[int]:
    """Every place of three letters; a file that is nothing else would take long to go through.

    Looked for from the end, which takes Python half the time (measured).
    """
    places: list[int] = []
    at = content.rfind(name)
    while at >= 0:
        places.append(at)
        if len(places) > _MOST_MENTIONS:
            raise BookingsUnreadable(_TOO_MANY, SHORTER_PERIOD)
        at = content.rfind(name, 0, at)
    return places[::-1]


def _begins_line(content: bytes, at: int) -> bool:
    return (
        at == 0
        or content[at - 1] in _ENDS_A_LINE
        or (at < _OPENS_WITHIN and not content[:at].strip(_BEFORE))
    )


def _opening(content: bytes, at: int) -> bytes:
    """MSH with all separators, or nothing where they are too few to be told from text."""
    match = _OPENING.match(content, at)
    return match[0] if match else b""


def _line_starts(content: bytes, name: bytes) -> list[int]:
    return [at for at in _mentions(content, name) if _begins_line(content, at)]


def _count(content: bytes, trailer: int) -> int:
    match = _TRAILER.match(content, trailer)
    return int(match[1]) if match else 0


def _lacks_mllp_end(content: bytes, last: Span) -> bool:
    begins = content[last.start - 1 : last.start] == _MLLP_BEGINS
    return begins and content.find(_MLLP_ENDS, last.start) < 0
