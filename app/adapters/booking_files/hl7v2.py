"""Bookings out of a file of HL7 v2 scheduling messages (SIU S12 to S26).

Sources: HL7 v2.5.1 chapters 2, 3 and 10. No Swedish profile is public, so what a sender may do in
its own way is read with tolerance, and told where it can mean two things.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.adapters.booking_files.hl7v2_batch import (
    batch_notes,
    begins_as_messages,
    read_spans,
    with_one_line_end,
)
from app.adapters.booking_files.hl7v2_message import Message, read_message
from app.adapters.booking_files.hl7v2_patient import (
    PATIENT_CELLS,
    is_protected,
    read_patient,
    read_person_id,
)
from app.adapters.booking_files.hl7v2_register import Register, Sent, Standing
from app.adapters.booking_files.hl7v2_visit import (
    SITE_CELLS,
    VISIT_CELLS,
    Visit,
    read_site,
    read_status,
    read_visit,
    sending_site,
    why_left_out,
)
from app.adapters.booking_files.record import Record, StandardFile
from app.bookings import Problem
from app.care_systems import FieldName
from app.errors import BookingsUnreadable
from app.wording import say


def is_hl7v2(content: bytes) -> bool:
    """True for messages and batches of them, also behind MLLP's mark or a byte order mark."""
    return begins_as_messages(content)


def read_hl7v2(content: bytes) -> StandardFile:
    """One record for each patient of each booking, as its newest message has it.

    A record's number is its message's place in the file, which patients of a group share. Raises
    BookingsUnreadable where nobody is to be called or told, also while records are read.
    """
    content = with_one_line_end(content)
    spans = read_spans(content)
    register = Register(content, spans)
    notes = list(batch_notes(content, spans))
    if register.is_foreign:
        raise BookingsUnreadable(_NO_SCHEDULING, " ".join((*register.notes(), _SIU)))
    return StandardFile(
        header=_HEADER,
        columns=_COLUMNS,
        senders=frozenset(register.senders),
        records=_records(content, register, notes),
        notes=notes,
    )


_NO_SCHEDULING = say("Filen har HL7-meddelanden men inga bokningar (SIU).")
_SIU = say("Ta ut bokningarna som SIU-meddelanden eller som CSV.")
_NO_BOOKINGS = say("Filen har inga bokningar att kalla till.")
_RIGHT_DATES = say("Kontrollera att du valde rätt datum när du tog ut bokningarna.")

# The first cell is always filled, so that a record is never taken for a blank row.
_CELLS: tuple[tuple[FieldName | None, str], ...] = (
    (None, "MSH-9"),
    *VISIT_CELLS,
    *SITE_CELLS,
    *PATIENT_CELLS,
)
_HEADER = tuple(header for _, header in _CELLS)
_COLUMNS = {name: index for index, (name, _) in enumerate(_CELLS) if name}


def _records(content: bytes, register: Register, notes: list[str]) -> Iterator[Record]:
    is_empty = True
    for booking in register.standing():
        sent = booking.newest
        message = _message(content, sent)
        status = read_status(message)
        if why := why_left_out(status, event=sent.event):
            register.leave_out(why)
            continue
        sender = sending_site(sent.senders[1], sent.notation)
        visit = read_visit(message, event=sent.event, status=status, sender=sender)
        past = _past(booking, content=content, newest=message) if booking.older else _NO_PAST
        problems = visit.problems + past.problems
        for cells in _of_each_patient(message, visit, f"SIU^{sent.event}"):
            is_empty = False
            yield Record(sent.span.row_no, past.hide(cells), problems)
    if is_empty:
        raise BookingsUnreadable(_NO_BOOKINGS, " ".join((*register.notes(), _RIGHT_DATES)))
    notes.extend(register.notes())


def _message(content: bytes, sent: Sent) -> Message:
    return read_message(content[sent.span.start : sent.span.end], sent.notation)


class _Past(NamedTuple):
    """What a booking's older messages say that its newest must not leave unsaid."""

    is_hidden: bool = False
    problems: tuple[Problem, ...] = ()

    def hide(self, cells: tuple[str, ...]) -> tuple[str, ...]:
        if not self.is_hidden:
            return cells
        return (*cells[:_PROTECTED], "ja", *cells[_PROTECTED + 1 :])


_PROTECTED = _COLUMNS["protected"]
_NO_PAST = _Past()


def _past(booking: Standing, *, content: bytes, newest: Message) -> _Past:
    past, named = _Past(), _people(newest)
    for sent in booking.older:
        older = _message(content, sent)
        if any(is_protected(one, older.notation) for one in older.patients):
            past = past._replace(is_hidden=True)
        if _people(older) - named:
            past = past._replace(problems=(_LOST,))
    return past


_LOST = Problem(
    "row",
    say(
        "En patient i ett tidigare meddelande om bokningen saknas i det senaste. "
        "Kontrollera vem bokningen gäller."
    ),
)


def _people(message: Message) -> set[str]:
    """Numbers without separators and century, as two messages can write them differently."""
    numbers = (read_person_id(one["PID"], message.notation) for one in message.patients)
    return {_SEPARATORS.sub("", number)[-_SHORT_NUMBER:] for number in numbers if number}


_SEPARATORS = re.compile(r"[-+ –]")
_SHORT_NUMBER = 10


def _of_each_patient(message: Message, visit: Visit, kind: str) -> Iterator[tuple[str, ...]]:
    """What is booked without a patient is told too: its row says that the patient is missing."""
    texts, patients, notation = visit.texts, message.patients, message.notation
    if not patients:
        yield (kind, *texts, *read_site(visit, None, notation), *_NO_PATIENT)
    for number, segments in enumerate(patients, start=1):
        patient = read_patient(segments, notation)
        site = read_site(visit, segments.get("PV1"), notation)
        if len(patients) > 1:
            own = _own_booking_id(visit.texts[0], person_id=patient[0], number=number)
            texts = (own, *visit.texts[1:])
        yield (kind, *texts, *site, *patient)


_NO_PATIENT = ("",) * len(PATIENT_CELLS)


def _own_booking_id(booking_id: str, *, person_id: str, number: int) -> str:
    """A group's id with the person's number, for each in it has a letter of their own.

    It is not the place in the group, which changes when somebody before them leaves.
    """
    person = _SEPARATORS.sub("", person_id) or str(number)
    return f"{booking_id}/{person}" if booking_id else ""
