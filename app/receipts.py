"""Receipts: what is known of a letter's way, and the letter itself, to keep outside the program."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime

from app.bookings import row_label
from app.channels import channels_label
from app.dispatch import NO_VISIT_TIME, STATUS_NAMES, Dispatch, Status
from app.documents import Attachment, Document, Table, Terms
from app.draft import Channel
from app.history import Event, SentLetter
from app.spreadsheets import as_table
from app.swedish_dates import STOCKHOLM, capitalised, clock, long_date, stamp
from app.wording import say

_HEADER = (
    say("Brev-id"),
    say("Köad"),
    say("Skickad"),
    say("Kanal"),
    say("Status"),
    say("Kvittens"),
    say("Förklaring"),
    say("Varför"),
    say("Godkänd av"),
    say("Besök"),
    say("Mottagning"),
    say("Brevtyp"),
    say("Mallversion"),
    say("Avtryck (SHA-256)"),
)

_SUFFIXES = {Channel.INBOX_1177: "xml", Channel.LETTER: "pdf"}
_MIME_TYPES = {Channel.INBOX_1177: "application/xml", Channel.LETTER: "application/pdf"}


def receipt_table(letters: Iterable[Dispatch]) -> bytes:
    """For a spreadsheet, a line for each letter; it is known by its id and names no patient."""
    return as_table((_HEADER, *map(_cells, letters)))


def receipt_name(dispatch: Dispatch) -> str:
    """What its file is called, without a suffix: by the letter's id, since many see file names."""
    return f"kvittens-{dispatch.reference}-{dispatch.channel}-{dispatch.revision}"


def receipt(sent: SentLetter, *, now: datetime) -> Document:
    """All that history holds of one letter, with the very bytes that were sent."""
    dispatch = sent.dispatch
    attached = _attached(sent)
    return Document(
        title=say("Kvittens för {reference}", reference=dispatch.reference),
        sentences=(
            f"{dispatch.letter_name}, {visit_time(dispatch)}.",
            say(
                "Kallelsen ligger som bilaga i den här filen, byte för byte: {file}.",
                file=attached.name,
            ),
        ),
        parts=(
            Terms(say("Kallelsen"), (*evidence(sent), *_fingerprints(sent))),
            _happened(sent.events),
        ),
        written_at=now,
        attachment=attached,
    )


def evidence(sent: SentLetter) -> tuple[tuple[str, str], ...]:
    """Terms with their texts: who, when, what and why, and what proves it."""
    dispatch = sent.dispatch
    facts = {
        say("Status"): f"{STATUS_NAMES[dispatch.status]} {stamp(dispatch.changed_at)}",
        say("Kanal"): channels_label((dispatch.channel,)),
        say("Varför"): dispatch.reason,
        say("Patient"): f"{dispatch.name}, {dispatch.person[:-4]}-{dispatch.person[-4:]}",
        say("Besök"): capitalised(visit_time(dispatch)),
        say("Mottagning"): dispatch.unit_name,
        say("Brevtyp"): dispatch.letter_name,
        say("Brev-id"): dispatch.reference,
        say("Bokningsfil"): say("Rad {row}", row=row_label(dispatch.row_no)),
        say("Godkänd av"): dispatch.user,
        say("Kvittens"): dispatch.receipt,
        say("Mallversion"): in_halves(dispatch.template_version),
        say("Avtryck (SHA-256)"): in_halves(dispatch.content_digest),
    }
    return tuple((term, text) for term, text in facts.items() if text)


def visit_time(dispatch: Dispatch) -> str:
    """`tisdag 12 januari 2027 klockan 09.40`, in lower case as inside a sentence."""
    if dispatch.visit_at is None:
        return NO_VISIT_TIME.lower()
    visit = dispatch.visit_at.astimezone(STOCKHOLM)
    return say("{day} klockan {clock}", day=long_date(visit.date()), clock=clock(visit))


def told(event: Event) -> tuple[str, str]:
    """An event's heading and its sentence."""
    return f"{stamp(event.at)} · {STATUS_NAMES[event.status]} · {event.who}", event.text


def in_halves(digest: str) -> str:
    """A long digest on two lines, since nothing in it tells where it may be broken."""
    middle = 32
    return f"{digest[:middle]}\n{digest[middle:]}" if len(digest) > middle else digest


def _cells(dispatch: Dispatch) -> tuple[str, ...]:
    return (
        dispatch.reference,
        _exact(dispatch.created_at),
        _exact(dispatch.changed_at) if dispatch.status is Status.SENT else "",
        channels_label((dispatch.channel,)),
        STATUS_NAMES[dispatch.status],
        dispatch.receipt,
        dispatch.explanation,
        dispatch.reason,
        dispatch.user,
        _exact(dispatch.visit_at) if dispatch.visit_at else "",
        dispatch.unit_name,
        dispatch.letter_name,
        dispatch.template_version,
        dispatch.content_digest,
    )


def _attached(sent: SentLetter) -> Attachment:
    dispatch = sent.dispatch
    channel = dispatch.channel
    return Attachment(
        name=f"{dispatch.reference}.{_SUFFIXES[channel]}",
        mime_type=_MIME_TYPES[channel],
        about=say(
            "Kallelsen {reference}, {channel}, byte för byte",
            reference=dispatch.reference,
            channel=channels_label((channel,)),
        ),
        content=sent.content,
    )


def _fingerprints(sent: SentLetter) -> tuple[tuple[str, str], ...]:
    """What the letter was made from is kept in history, and is known again by these."""
    return (
        (say("Uppgifter (SHA-256)"), in_halves(hashlib.sha256(sent.data).hexdigest())),
        (say("Mallar (SHA-256)"), in_halves(hashlib.sha256(sent.sources).hexdigest())),
    )


def _happened(events: Sequence[Event]) -> Table:
    headers = (say("Tid"), say("Status"), say("Vem"), say("Vad"))
    return Table(say("Händelser"), headers, tuple(map(_line, events)))


def _line(event: Event) -> tuple[str, ...]:
    return _exact(event.at), STATUS_NAMES[event.status], event.who, event.text


def _exact(at: datetime) -> str:
    return f"{at.astimezone(STOCKHOLM):%Y-%m-%d %H:%M:%S}"
