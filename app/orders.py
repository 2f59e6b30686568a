"""Orders: what history keeps of a letter, and the draft that it gives back to make a copy of."""

import hashlib
import json
from dataclasses import replace
from datetime import datetime
from functools import cache

from pydantic import TypeAdapter, ValidationError

from app.canonical_json import canonical_json
from app.dispatch import Dispatch, Order, Status
from app.draft import Channel, Draft
from app.errors import LetterIncomplete
from app.letters import Letter
from app.preview import Preview
from app.swedish_dates import STOCKHOLM
from app.wording import say


def order(
    preview: Preview, channel: Channel, *, utskick: str, sources: bytes, user: str, at: datetime
) -> Order:
    """What history is to keep of one letter through one channel. Raises LetterIncomplete."""
    letter, content = preview.letter, preview.content(channel)
    booking = letter.draft.booking
    if booking.visit.starts_at is None and "date" in letter.letter_type.required:
        raise LetterIncomplete(say("Bokningen har ingen tid."), say("Komplettera i vårdsystemet."))
    dispatch = Dispatch(
        id=letter.ids[channel],
        utskick=utskick,
        channel=channel,
        status=Status.QUEUED,
        maybe=False,
        attempts=0,
        unit_id=booking.unit.hsa_id,
        unit_name=booking.unit.name,
        unit_phone=booking.unit.phone,
        booking_key=booking.key,
        row_no=booking.row_no,
        person=booking.patient.id.value,
        name=booking.patient.list_name,
        visit_at=booking.visit.starts_at,
        letter_type=letter.letter_type.id,
        letter_name=letter.letter_type.name,
        subject=preview.subject,
        reference=letter.reference,
        revision=letter.draft.revision,
        reason=preview.route.reason,
        user=user,
        template_version=letter.template_version,
        content_digest=hashlib.sha256(content).hexdigest(),
        created_at=at,
        changed_at=at,
        booking_digest=booking_digest(letter.draft, channel),
    )
    return Order(dispatch=dispatch, content=content, data=_kept_data(letter), sources=sources)


def booking_digest(draft: Draft, channel: Channel) -> str:
    """Equal for two exports that tell the letter's words alike, whatever else they tell.

    Of what the file said, not of what was corrected here: the same file must say it again.
    """
    booking = draft.said_by_file
    patient, visit = booking.patient, booking.visit
    told = (
        patient.name,
        patient.address.lines() if channel is Channel.LETTER else (),
        visit.starts_at.isoformat() if visit.starts_at else "",
        booking.unit.hsa_id,
        visit.place,
        visit.care_service,
        visit.examination_code,
        visit.referred_by,
        visit.kind,
    )
    return hashlib.sha256(canonical_json(told)).hexdigest()


def kept_draft(data: bytes) -> Draft:
    """The draft of a kept letter. Raises LetterIncomplete where an older program kept none."""
    try:
        draft = _drafts().validate_python(json.loads(data)["draft"])
    except (KeyError, ValidationError) as error:
        raise LetterIncomplete(
            say("Brevet är gjort i en äldre version av programmet och kan inte göras på nytt."),
            say("Läs in filen med bokningen och skicka därifrån, eller ring patienten."),
            detail=type(error).__name__,
        ) from error
    at = draft.booking.visit.starts_at
    if at is None:
        return draft
    # JSON tells an offset; a letter is written by Sweden's own clock.
    visit = replace(draft.booking.visit, starts_at=at.astimezone(STOCKHOLM))
    return replace(draft, booking=replace(draft.booking, visit=visit))


def _kept_data(letter: Letter) -> bytes:
    """What the letter was made from as JSON, besides templates and print profile."""
    draft = letter.draft
    booking = replace(draft.booking, cells={}, problems=(), doubts=())
    kept = replace(draft, booking=booking, as_read=None, approved=frozenset(), left_out="")
    return canonical_json(
        {
            "facts": dict(letter.facts),
            "variant": letter.variant,
            "language": letter.language,
            "written_on": letter.written_on.isoformat(),
            "draft": _drafts().dump_python(kept, mode="json"),
        }
    )


@cache
def _drafts() -> TypeAdapter[Draft]:
    """Made at the first letter and not as the window opens."""
    return TypeAdapter(Draft)
