"""Findings that other bookings give: earlier letters to this one, and rows that look like it."""

from collections.abc import Sequence

from app.bookings import BookingState, row_label
from app.dispatch import Dispatch
from app.draft import Draft
from app.findings import Choice, Code, Finding, Severity
from app.orders import booking_digest
from app.swedish_dates import stamp
from app.triage.choices import (
    APPROVE,
    KEEP_BOTH,
    KEEP_THIS,
    SEND_AGAIN,
    SEND_CANCELLATION,
    SEND_REBOOKING,
    SKIP,
)
from app.triage.situation import Situation


def known_before(draft: Draft, situation: Situation) -> Sequence[Finding]:
    """What has become of a booking since its patient was called, or before anybody was."""
    if draft.booking.state is BookingState.CANCELLED:
        return _cancelled(draft, situation)
    if situation.known.earlier:
        return _moved(draft, situation) or _already_sent(draft, situation)
    return ()


def _cancelled(draft: Draft, situation: Situation) -> Sequence[Finding]:
    """A cancelled booking is asked about each time: most often nobody was called to it yet."""
    earlier = situation.known.earlier
    told = (
        f"Patienten fick en kallelse {stamp(earlier[-1].created_at)}."
        if earlier
        else ("Ingen kallelse har gått härifrån.")
    )
    letter = situation.state_letter(BookingState.CANCELLED)
    choices = (SEND_CANCELLATION, SKIP) if earlier else (SKIP, SEND_CANCELLATION)
    finding = Finding(
        Code.CANCELLED,
        Severity.REVIEW,
        "Avbokad efter kallelsen" if earlier else "Avbokad, ingen kallelse skickad",
        f"Bokningen är avbokad i vårdsystemet. {told} "
        f"Skicka {'avbokning ' if letter else ''}eller hoppa över.",
        choices if letter else (SKIP,),
    )
    return (finding,)


def _moved(draft: Draft, situation: Situation) -> Sequence[Finding]:
    """The booking has another time than the one that its patient was called to."""
    last = _last_to_another_time(draft, situation)
    if last is None:
        return ()
    letter = situation.state_letter(BookingState.REBOOKED)
    sentence = (
        f"Patienten fick en kallelse {stamp(last.created_at)}{_to_visit(last)}. "
        "Bokningen har nu en annan tid."
    )
    if letter == draft.letter_type:
        choices = (APPROVE, SKIP)
    else:
        choices = (*((SEND_REBOOKING,) if letter else ()), SKIP, SEND_AGAIN)
    return (Finding(Code.MOVED, Severity.REVIEW, "Ny tid sedan kallelsen", sentence, choices),)


def _already_sent(draft: Draft, situation: Situation) -> Sequence[Finding]:
    earlier = situation.known.earlier
    last = earlier[-1]
    if any(_tells_otherwise(draft, one) for one in earlier if _is_same_letter(one, last)):
        return (_changed_since(last),)
    finding = Finding(
        Code.ALREADY_SENT,
        Severity.REVIEW,
        f"Redan kallad {stamp(last.created_at)}",
        f"Det finns redan en kallelse till den här bokningen, gjord {stamp(last.created_at)}"
        f"{_to_visit(last)}. Hoppa över, eller skicka igen om något har ändrats.",
        (SKIP, SEND_AGAIN),
    )
    return (finding,)


def _is_same_letter(one: Dispatch, other: Dispatch) -> bool:
    """Through whichever channel."""
    return (one.letter_type, one.revision) == (other.letter_type, other.revision)


def _tells_otherwise(draft: Draft, dispatch: Dispatch) -> bool:
    """Letters of older programs are taken to tell the same."""
    return dispatch.booking_digest not in {"", booking_digest(draft, dispatch.channel)}


def _changed_since(last: Dispatch) -> Finding:
    return Finding(
        Code.ALREADY_SENT,
        Severity.REVIEW,
        "Ändrad sedan utskick",
        f"Bokningen har ändrats i vårdsystemet sedan kallelsen gjordes {stamp(last.created_at)}. "
        "Skicka igen om patienten behöver veta det, annars hoppa över.",
        (SEND_AGAIN, SKIP),
    )


def duplicate(_: Draft, situation: Situation) -> Sequence[Finding]:
    if situation.known.same_id:
        sentence = "Samma boknings-id står på {rows}. Välj vilken bokning som gäller."
        return (_twice(sentence, situation.known.same_id, (KEEP_THIS, SKIP)),)
    if situation.known.same_time:
        sentence = "Samma patient har samma tid på {rows}. Välj vilken som gäller."
        return (_twice(sentence, situation.known.same_time, (KEEP_THIS, SKIP)),)
    if situation.known.same_day:
        sentence = (
            "Samma patient har en annan tid samma dag på {rows}. "
            "Välj vilken som gäller, eller behåll båda."
        )
        return (_twice(sentence, situation.known.same_day, (KEEP_THIS, KEEP_BOTH, SKIP)),)
    return ()


def _twice(sentence: str, rows: tuple[int, ...], choices: tuple[Choice, ...]) -> Finding:
    numbers = ", ".join(map(row_label, rows))
    return Finding(
        Code.DUPLICATE,
        Severity.REVIEW,
        "Samma patient två gånger",
        sentence.format(rows=f"rad {numbers}"),
        choices,
    )


def _last_to_another_time(draft: Draft, situation: Situation) -> Dispatch | None:
    """The latest earlier letter, where it tells another time than the booking has now."""
    last, at = situation.known.earlier[-1], draft.booking.visit.starts_at
    return last if at is not None and last.visit_at not in {None, at} else None


def _to_visit(dispatch: Dispatch) -> str:
    return f" till besök {stamp(dispatch.visit_at)}" if dispatch.visit_at else ""
