"""Outdated letters: what may no longer be sent, by the visit, a newer letter or the patient."""

from collections.abc import Sequence
from datetime import datetime

from app.dispatch import Dispatch, Status, Store
from app.wording import say

_HAS_BEEN = say("Besöket hann vara innan kallelsen skickades.")
_PROTECTED = say("Personen har skyddade personuppgifter, så kallelsen skickas inte härifrån.")
_NEWER = say("Bokningen har en nyare kallelse, som säger något annat.")


def why_outdated(dispatch: Dispatch, store: Store, *, now: datetime) -> str:
    """A sentence for the receptionist, "" for a letter that still tells what is so."""
    if dispatch.visit_at is not None and dispatch.visit_at <= now:
        return _HAS_BEEN
    # Also of a list that was made before history knew, or a letter that waits once more.
    if store.protected_among([dispatch.person]):
        return _PROTECTED
    of_booking = store.of_bookings([dispatch.booking_key])[dispatch.booking_key]
    return _NEWER if is_overtaken(dispatch, of_booking) else ""


def is_overtaken(letter: Dispatch, of_booking: Sequence[Dispatch]) -> bool:
    """Whether a later letter to the same booking and person tells otherwise.

    `of_booking` are all letters to it, oldest first. Two letters from one file are two rows of it,
    of which a person has seen both.
    """
    last = [one for one in of_booking if one.status is not Status.CANCELLED][-1:]
    return any(
        one.person == letter.person
        and one.utskick != letter.utskick
        and (one.visit_at, one.letter_type) != (letter.visit_at, letter.letter_type)
        for one in last
    )
