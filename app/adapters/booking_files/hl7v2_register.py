"""Which messages of an HL7 v2 file count: no copies, and of each booking only the newest."""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from functools import lru_cache
from operator import attrgetter

from app.adapters.booking_files.content import SHORTER_PERIOD
from app.adapters.booking_files.hl7v2_batch import TOO_DENSE, Span
from app.adapters.booking_files.hl7v2_message import Fields, read_header
from app.adapters.booking_files.hl7v2_notation import DELETED, Notation, decoded
from app.adapters.booking_files.hl7v2_times import read_instant
from app.adapters.booking_files.hl7v2_visit import NO_PATIENT, STATES
from app.errors import BookingsUnreadable
from app.values import value
from app.wording import say


@value
class BookingIds:
    """Of SCH: the ids that filler and placer give with their namespaces, and which of a series."""

    filler: str = ""
    placer: str = ""
    occurrence: str = ""


@value
class Sent:
    """A scheduling message, by what its first two segments tell; `senders` are MSH-3 and MSH-4."""

    span: Span
    event: str
    at: str
    control_id: str
    senders: tuple[str, str]
    ids: BookingIds
    notation: Notation


@value
class Standing:
    """A booking as its newest message has it, and the messages that no longer count."""

    newest: Sent
    older: tuple[Sent, ...] = ()


_Fillers = dict[tuple[tuple[str, str], str], str]


class Register:
    """Goes through the headers of a file; its messages are read later, one by one.

    `senders` are the names and identifiers of MSH-3 and MSH-4.
    """

    def __init__(self, content: bytes, spans: Iterable[Span]) -> None:
        self.senders: set[str] = set()
        self._content = content
        self._known_senders: dict[tuple[str, str], tuple[str, str]] = {}
        self._sent: list[Sent] = []
        self._repetitions = 0
        self._left_out: Counter[str] = Counter()
        self._other_kinds: Counter[str] = Counter()
        self._unknown_sets: Counter[str] = Counter()
        for span in spans:
            self._enter(span)

    @property
    def is_foreign(self) -> bool:
        """True where no message is about scheduling."""
        return not (self._sent or self._left_out)

    def leave_out(self, why: str) -> None:
        self._left_out[why] += 1

    def standing(self) -> list[Standing]:
        """Every booking, in the order that their newest messages stand in the file."""
        groups: defaultdict[Hashable, list[Sent]] = defaultdict(list)
        fillers = self._fillers()
        for sent in self._sent:
            groups[self._booking(sent, fillers)].append(sent)
        bookings = [self._standing(group) for group in groups.values()]
        return sorted(bookings, key=attrgetter("newest.span.row_no"))

    def notes(self) -> Iterator[str]:
        """Everything that is no booking to call to, and why."""
        for why, number in self._left_out.items():
            yield say("Överhoppade meddelanden: {number}. {why}", number=number, why=why)
        if self._other_kinds:
            kinds = ", ".join(sorted(self._other_kinds)[:_KINDS_SHOWN])
            number = self._other_kinds.total()
            yield say(
                "Överhoppade meddelanden: {number}. De gäller inte bokade tider ({kinds}).",
                number=number,
                kinds=kinds,
            )
        if self._unknown_sets:
            # A shifted field may hold a patient; only what can be a set's name is repeated.
            names = sorted(filter(_SET_NAME.fullmatch, self._unknown_sets))[:_KINDS_SHOWN]
            told = f" ({', '.join(names)})" if names else ""
            yield say(
                "Meddelanden med okänd teckenuppsättning{names}: {number}. "
                "Kontrollera att å, ä och ö är rätt.",
                names=told,
                number=self._unknown_sets.total(),
            )

    def _enter(self, span: Span) -> None:
        line = _line(self._content, span.start)
        header, notation = read_header(decoded(line))
        self._refuse_flood(span, notation.repetition.encode())
        kind, event = _kind_and_event(header[9], notation)
        if kind == "SIU" and event in _OF_NO_PATIENT:
            self.leave_out(NO_PATIENT)
        elif kind == "SIU" and (event in _OF_BOOKINGS or not _EVENT.fullmatch(event)):
            ids = _booking_ids(self._content, span.start + len(line), span.end, notation)
            self._enter_booking(header, notation, span=span, event=event, ids=ids)
        else:
            self._other_kinds[_shown_kind(kind, event)] += 1

    def _refuse_flood(self, span: Span, repetition: bytes) -> None:
        """Two bytes are enough for one, and each may be a time or an address of its own."""
        self._repetitions += self._content.count(repetition, span.start, span.end)
        if self._repetitions > _MOST_REPETITIONS:
            raise BookingsUnreadable(TOO_DENSE, SHORTER_PERIOD)

    def _enter_booking(
        self, header: Fields, notation: Notation, *, span: Span, event: str, ids: BookingIds
    ) -> None:
        names = header[3], header[4]
        senders = self._known_senders.setdefault(names, names)
        if senders is names:
            self.senders.update(_names(names, notation))
        self._sent.append(Sent(span, event, header[7], header[10], senders, ids, notation))
        if notation.encoding is None:
            self._unknown_sets[notation.character_set[:_SHOWN]] += 1

    def _fillers(self) -> _Fillers:
        """The filler's id for each placer's, or "" where the placer's has become several."""
        found: _Fillers = {}
        if all(sent.ids.filler for sent in self._sent):
            return found  # no message needs another's
        for sent in self._sent:
            if sent.ids.filler and sent.ids.placer:
                placer = (sent.senders, sent.ids.placer)
                if found.setdefault(placer, sent.ids.filler) != sent.ids.filler:
                    found[placer] = ""
        return found

    def _booking(self, sent: Sent, fillers: _Fillers) -> Hashable:
        """What the messages about one booking have in common; without its id, only copies have."""
        ids = sent.ids
        filler = ids.filler or fillers.get((sent.senders, ids.placer))
        if filler or ids.placer:
            return sent.senders, filler or "", "" if filler else ids.placer, ids.occurrence
        if sent.control_id:
            content = self._content[sent.span.start : sent.span.end]
            return sent.senders, sent.control_id, hash(content.strip(_BETWEEN))
        return sent.span

    def _standing(self, group: list[Sent]) -> Standing:
        if len(group) == 1:
            return Standing(group[0])
        newest = _newest(group)
        different = len({sent.control_id or sent.span for sent in group})
        for why, number in ((_COPY, len(group) - different), (_OLDER, different - 1)):
            if number:
                self._left_out[why] += number
        return Standing(newest, tuple(sent for sent in group if sent is not newest))


_OF_NO_PATIENT = frozenset({"S23", "S24"})
_OF_BOOKINGS = frozenset({*STATES, "S26"})
_EVENT = re.compile(r"S[0-9]{2}")
_KIND = re.compile(r"[A-Z0-9]{3}")

_COPY = say("De är kopior av ett meddelande som också finns i filen.")
_OLDER = say("Ett nyare meddelande i filen gäller samma bokning.")

_MOST_REPETITIONS = 400_000  # messages have some ten each
_SET_NAME = re.compile(r"[A-Z][A-Z0-9/ -]{1,19}")
_KINDS_SHOWN = 5
_SHOWN = 30
_LONGEST_LINE = 4_000
_BETWEEN = b"\x0b\x1c\r"


def _line(content: bytes, start: int) -> bytes:
    longest = start + _LONGEST_LINE
    end = content.find(b"\r", start, longest)
    return content[start : end if end >= 0 else longest]


def _shown_kind(kind: str, event: str) -> str:
    """Never a text that could be anything else."""
    if not _KIND.fullmatch(kind):
        return say("okänt slag")
    return f"{kind} {event}" if kind == "SIU" else kind


@lru_cache(maxsize=200)
def _kind_and_event(raw: str, notation: Notation) -> tuple[str, str]:
    _, kind, event, *_ = map(notation.value, notation.components(raw))
    return kind, event


def _names(senders: Iterable[str], notation: Notation) -> Iterator[str]:
    """Names and universal ids, but not what kind of id each is."""
    for sender in senders:
        yield from filter(None, map(notation.value, notation.components(sender)[1:3]))


def _booking_ids(content: bytes, start: int, end: int, notation: Notation) -> BookingIds:
    before = content.find(b"\rSCH", start, end)
    if before < 0:
        return BookingIds()
    line = decoded(_line(content, before + 1))
    fields = line.split(notation.field, _IDS) + _NO_IDS
    return BookingIds(_whole(fields[2], notation), _whole(fields[1], notation), fields[3])


_IDS = 4  # SCH-1 to SCH-3 and all that follows them
_NO_IDS = [""] * _IDS


def _whole(identifier: str, notation: Notation) -> str:
    """With its namespace, which is part of it; some senders write the empty parts too."""
    return "" if identifier == DELETED else identifier.rstrip(notation.component)


def _newest(group: list[Sent]) -> Sent:
    """By the time that each was sent, else the last in the file, as also of two at one time."""
    instants = [read_instant(sent.notation.components(sent.at)[1]) for sent in group]
    known = [instant for instant in instants if instant]
    if len(known) < len(group):
        return group[-1]
    return max(zip(known, group, strict=True), key=lambda pair: (pair[0], pair[1].span.row_no))[1]
