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
    SEND_ANEW,
    SEND_CANCELLATION,
    SEND_REBOOKING,
    SKIP,
)
from app.triage.situation import Situation
from app.wording import say


def known_before(draft: Draft, situation: Situation) -> Sequence[Finding]:
    """What has become of a booking since its patient was told of it, or before anybody was."""
    if draft.booking.state is BookingState.CANCELLED:
        return _cancelled(situation)
    if not situation.known.earlier:
        return ()
    if _is_called_off(situation):
        return (_booked_again(situation.known.earlier[-1]),)
    return _moved(draft, situation) or _already_sent(draft, situation)


def _cancelled(situation: Situation) -> Sequence[Finding]:
    """A cancelled booking is asked about each time: most often nobody was called to it yet."""
    label, told = _told_before(situation)
    letter = situation.state_letter(BookingState.CANCELLED)
    sentence = say("Bokningen är avbokad i vårdsystemet. {told} Hoppa över.", told=told)
    if letter:
        sentence = say(
            "Bokningen är avbokad i vårdsystemet. {told} Skicka avbokning eller hoppa över.",
            told=told,
        )
    is_awaited = situation.known.earlier and not _is_called_off(situation)
    choices = (SEND_CANCELLATION, SKIP) if is_awaited else (SKIP, SEND_CANCELLATION)
    offered = choices if letter else (SKIP,)
    return (Finding(Code.CANCELLED, Severity.REVIEW, label, sentence, offered),)


def _told_before(situation: Situation) -> tuple[str, str]:
    """What the patient of a cancelled booking knows, as a label and as a sentence."""
    earlier = situation.known.earlier
    if not earlier:
        label = say("Avbokad, ingen kallelse skickad")
        return label, say("Ingen kallelse har gått härifrån.")
    made = stamp(earlier[-1].created_at)
    if _is_called_off(situation):
        label = say("Avbokad, avbokning redan skickad")
        return label, say("Patienten fick en avbokning {moment}.", moment=made)
    return say("Avbokad efter kallelsen"), say("Patienten fick en kallelse {moment}.", moment=made)


def _is_called_off(situation: Situation) -> bool:
    """Whether the latest that the patient got says that the visit is cancelled."""
    latest = [one.letter_type for one in situation.known.earlier[-1:]]
    return latest == [situation.state_letter(BookingState.CANCELLED)]


def _booked_again(last: Dispatch) -> Finding:
    """To leave it out would let a patient stay away who believes that the visit is cancelled."""
    return Finding(
        Code.ALREADY_SENT,
        Severity.REVIEW,
        say("Bokad igen efter avbokningen"),
        say(
            "Patienten fick en avbokning {moment}, men besöket är bokat igen. "
            "Skicka kallelsen, eller hoppa över om patienten redan vet det.",
            moment=stamp(last.created_at),
        ),
        (SEND_ANEW, SKIP),
    )


def _moved(draft: Draft, situation: Situation) -> Sequence[Finding]:
    """The booking has another time than the one that its patient was called to."""
    last = _last_to_another_time(draft, situation)
    if last is None:
        return ()
    letter = situation.state_letter(BookingState.REBOOKED)
    sentence = say(
        "Patienten fick en kallelse {letter}. Bokningen har nu en annan tid.",
        letter=_told_of(last),
    )
    if letter == draft.letter_type:
        choices = (APPROVE, SKIP)
    else:
        choices = (*((SEND_REBOOKING,) if letter else ()), SKIP, SEND_AGAIN)
    return (Finding(Code.MOVED, Severity.REVIEW, say("Ny tid sedan kallelsen"), sentence, choices),)


def _already_sent(draft: Draft, situation: Situation) -> Sequence[Finding]:
    earlier = situation.known.earlier
    last = earlier[-1]
    if any(_tells_otherwise(draft, one) for one in earlier if _is_same_letter(one, last)):
        return (_changed_since(last),)
    finding = Finding(
        Code.ALREADY_SENT,
        Severity.REVIEW,
        say("Redan kallad {moment}", moment=stamp(last.created_at)),
        say(
            "Det finns redan en kallelse till den här bokningen, gjord {letter}. "
            "Hoppa över, eller skicka igen om något har ändrats.",
            letter=_told_of(last),
        ),
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
        say("Ändrad sedan utskick"),
        say(
            "Bokningen har ändrats i vårdsystemet sedan kallelsen gjordes {moment}. "
            "Skicka igen om patienten behöver veta det, annars hoppa över.",
            moment=stamp(last.created_at),
        ),
        (SEND_AGAIN, SKIP),
    )


def duplicate(_: Draft, situation: Situation) -> Sequence[Finding]:
    if situation.known.same_id:
        sentence = say("Samma boknings-id står på rad {rows}. Välj vilken bokning som gäller.")
        return (_twice(sentence, situation.known.same_id, (KEEP_THIS, SKIP)),)
    if situation.known.same_time:
        sentence = say("Samma patient har samma tid på rad {rows}. Välj vilken som gäller.")
        return (_twice(sentence, situation.known.same_time, (KEEP_THIS, SKIP)),)
    if situation.known.same_day:
        sentence = say(
            "Samma patient har en annan tid samma dag på rad {rows}. "
            "Välj vilken som gäller, eller behåll båda."
        )
        return (_twice(sentence, situation.known.same_day, (KEEP_THIS, KEEP_BOTH, SKIP)),)
    return ()


def _twice(sentence: str, rows: tuple[int, ...], choices: tuple[Choice, ...]) -> Finding:
    numbers = ", ".join(map(row_label, rows))
    return Finding(
        Code.DUPLICATE,
        Severity.REVIEW,
        say("Samma patient två gånger"),
        sentence.format(rows=numbers),
        choices,
    )


def _last_to_another_time(draft: Draft, situation: Situation) -> Dispatch | None:
    """The latest earlier letter, where it tells another time than the booking has now."""
    last, at = situation.known.earlier[-1], draft.booking.visit.starts_at
    return last if at is not None and last.visit_at not in {None, at} else None


def _told_of(dispatch: Dispatch) -> str:
    """When it was made, and for which visit."""
    made = stamp(dispatch.created_at)
    if not dispatch.visit_at:
        return made
    return say("{made} till besök {visit}", made=made, visit=stamp(dispatch.visit_at))
