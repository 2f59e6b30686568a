"""Bookings out of a file of HL7 v2 scheduling messages (SIU S12 to S26).

Sources: HL7 v2.5.1 chapters 2, 3 and 10. No Swedish profile is public, so what a sender may do in
its own way is read with tolerance, and told where it can mean two things.
"""

import re
from collections.abc import Iterator
from operator import itemgetter

from app.adapters.booking_files.hl7v2_batch import batch_notes, begins_as_messages, read_spans
from app.adapters.booking_files.hl7v2_message import Message, read_message
from app.adapters.booking_files.hl7v2_patient import read_patient, read_person_id
from app.adapters.booking_files.hl7v2_register import Register, Sent, Standing
from app.adapters.booking_files.hl7v2_visit import (
    Visit,
    read_site,
    read_visit,
    sending_site,
    why_left_out,
)
from app.adapters.booking_files.record import Record, StandardFile
from app.bookings import Problem
from app.care_systems import FieldName
from app.errors import BookingsUnreadable

Texts = dict[FieldName, str]


def is_hl7v2(content: bytes) -> bool:
    """True for messages and batches of them, also behind MLLP's mark or a byte order mark."""
    return begins_as_messages(content)


def read_hl7v2(content: bytes) -> StandardFile:
    """One record for each patient of each booking, as its newest message has it.

    A record's number is its message's place in the file, which patients of a group share. Raises
    BookingsUnreadable where nobody is to be called or told, also while records are read.
    """
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


_NO_SCHEDULING = "Filen har HL7-meddelanden men inga bokningar (SIU)."
_SIU = "Ta ut bokningarna som SIU-meddelanden eller som CSV."
_NO_BOOKINGS = "Filen har inga bokningar att kalla till."
_RIGHT_DATES = "Kontrollera att du valde rätt datum när du tog ut bokningarna."

# The first cell is always filled, so that a record is never taken for a blank row.
_CELLS: tuple[tuple[FieldName | None, str], ...] = (
    (None, "MSH-9"),
    ("booking_id", "SCH-2"),
    ("state", "MSH-9 och SCH-25"),
    ("person_id", "PID-3"),
    ("family_name", "PID-5.1"),
    ("given_name", "PID-5.2"),
    ("birth_date", "PID-7"),
    ("care_of", "PID-11.2"),
    ("street", "PID-11.1"),
    ("postal_code", "PID-11.5"),
    ("town", "PID-11.3"),
    ("country", "PID-11.6"),
    ("phone", "PID-13"),
    ("deceased", "PID-30"),
    ("protected", "PV1-16"),
    ("date", "TQ1-7, SCH-11 eller AIS-4 (datum)"),
    ("time", "TQ1-7, SCH-11 eller AIS-4 (tid)"),
    ("care_service", "AIS-3.2"),
    ("examination_code", "AIS-3.1"),
    ("place", "AIL-3"),
    ("unit", "AIL-3.4"),
    ("unit_hsa_id", "AIL-3.4 (HSA-id)"),
    ("referred_by", "PV1-8"),
)
_HEADER = tuple(header for _, header in _CELLS)
_COLUMNS = {name: index for index, (name, _) in enumerate(_CELLS) if name}
_BLANK: Texts = dict.fromkeys(_COLUMNS, "")
_cells = itemgetter(*_COLUMNS)


def _records(content: bytes, register: Register, notes: list[str]) -> Iterator[Record]:
    is_empty = True
    for booking in register.standing():
        sent = booking.newest
        message = _message(content, sent)
        if why := why_left_out(message, event=sent.event):
            register.leave_out(why)
            continue
        sender = sending_site(sent.senders[1], sent.notation)
        visit = read_visit(message, event=sent.event, sender=sender)
        problems = (*visit.problems, *_lost_patients(content, booking, message))
        hidden = any(_is_hidden(_message(content, one)) for one in booking.older)
        for texts in _of_each_patient(message, visit):
            is_empty = False
            if hidden:
                texts["protected"] = "ja"
            yield Record(sent.span.row_no, (f"SIU^{sent.event}", *_cells(texts)), problems)
    if is_empty:
        raise BookingsUnreadable(_NO_BOOKINGS, " ".join((*register.notes(), _RIGHT_DATES)))
    notes.extend(register.notes())


def _message(content: bytes, sent: Sent) -> Message:
    return read_message(content[sent.span.start : sent.span.end], sent.notation)


def _is_hidden(message: Message) -> bool:
    """Whether a message says that any of its patients is protected; a newer one may be silent."""
    return any(read_patient(segments)["protected"] for segments in message.patients)


def _lost_patients(content: bytes, booking: Standing, message: Message) -> Iterator[Problem]:
    """One sentence where an older message was about somebody whom the newest does not name."""
    if booking.older:
        named = _people(message)
        if any(_people(_message(content, sent)) - named for sent in booking.older):
            yield Problem("row", _LOST)


_LOST = (
    "En patient i ett tidigare meddelande om bokningen saknas i det senaste. "
    "Kontrollera vem bokningen gäller."
)


def _people(message: Message) -> set[str]:
    """Numbers without separators and century, as two messages can write them differently."""
    numbers = map(read_person_id, message.patients)
    return {_SEPARATORS.sub("", number)[-_SHORT_NUMBER:] for number in numbers if number}


_SEPARATORS = re.compile(r"[-+ –]")
_SHORT_NUMBER = 10


def _of_each_patient(message: Message, visit: Visit) -> Iterator[Texts]:
    """What is booked without a patient is told too: its row says that the patient is missing."""
    for number, segments in enumerate(message.patients or [{}], start=1):
        patient = read_patient(segments) if segments else {}
        texts = _BLANK | visit.texts | read_site(visit, segments.get("PV1")) | patient
        if len(message.patients) > 1:
            texts["booking_id"] = _own_booking_id(texts, number)
        yield texts


def _own_booking_id(texts: Texts, number: int) -> str:
    """A group's id with the person's number, for each in it has a letter of their own.

    It is not the place in the group, which changes when somebody before them leaves.
    """
    if not texts["booking_id"]:
        return ""
    person = _SEPARATORS.sub("", texts["person_id"]) or str(number)
    return f"{texts['booking_id']}/{person}"
