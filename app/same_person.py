"""What a person's other bookings say of one: that the identity is protected, or not the same."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from app.bookings import Booking, Problem
from app.person_id import IdKind
from app.wording import say


def compare_persons(bookings: tuple[Booking, ...]) -> tuple[Booking, ...]:
    """The bookings, all of a person's protected where one is, and in doubt where names differ.

    A number with two names is how a row looks whose cells have slid into another's.
    """
    rows = Counter(booking.patient.id.value for booking in bookings)
    several = {person for person, number in rows.items() if number > 1}
    if not several:
        return bookings
    shared = [one for one in bookings if _is_known(one) and one.patient.id.value in several]
    protected = {one.patient.id.value for one in shared if one.patient.protected}
    doubtful = _with_two_names(shared)
    return tuple(_compared(one, protected, doubtful) for one in bookings)


def known_persons(bookings: Iterable[Booking]) -> tuple[str, ...]:
    """Their identity numbers, once each; without what is no number, which many may share."""
    return tuple({one.patient.id.value for one in bookings if _is_known(one)})


def as_remembered(
    bookings: Sequence[Booking], *, protected: Collection[str]
) -> tuple[Booking, ...]:
    """The bookings, also those persons protected whom history remembers as such.

    Who was protected only by history, and no longer is, is so no more.
    """
    if protected or any(one.patient.protected_before for one in bookings):
        return tuple(_as_remembered(one, protected) for one in bookings)
    return tuple(bookings)


_TWO_NAMES = Problem(
    "name",
    say(
        "Samma personnummer har ett annat namn på en annan rad i filen. "
        "Kontrollera vem bokningen gäller."
    ),
)


def _is_known(booking: Booking) -> bool:
    return booking.patient.id.kind is not IdKind.UNKNOWN


def _with_two_names(bookings: Iterable[Booking]) -> set[str]:
    """Persons of whom no one name has all parts of the others, as Anna Maria Ek has of Anna Ek."""
    names: dict[str, set[str]] = {}
    for booking in bookings:
        names.setdefault(booking.patient.id.value, set()).add(booking.patient.name)
    return {person for person, found in names.items() if len(found) > 1 and _differ(found)}


def _differ(names: Iterable[str]) -> bool:
    parts = {frozenset(name.casefold().replace("-", " ").split()) for name in names}
    return frozenset().union(*parts) not in parts


def _compared(booking: Booking, protected: set[str], doubtful: set[str]) -> Booking:
    person = booking.patient.id.value
    if person in protected and not booking.patient.protected:
        booking = replace(booking, patient=replace(booking.patient, protected=True))
    if person in doubtful and _TWO_NAMES not in booking.doubts:
        booking = replace(booking, doubts=(*booking.doubts, _TWO_NAMES))
    return booking


def _as_remembered(booking: Booking, protected: Collection[str]) -> Booking:
    patient = booking.patient
    said_here = patient.protected and not patient.protected_before
    before = not said_here and _is_known(booking) and patient.id.value in protected
    if before == patient.protected_before:
        return booking
    return replace(booking, patient=replace(patient, protected=before, protected_before=before))
