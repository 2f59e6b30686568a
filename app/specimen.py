"""A made-up booking for a letter type, to see its letter before there is a patient."""

from dataclasses import replace
from datetime import datetime

from app.bookings import Address, Booking, Patient, Unit, Visit
from app.care_level import CareLevel
from app.draft import Draft
from app.letter_types import LetterType
from app.person_id import classify

# One of Skatteverket's official test numbers, which nobody has.
_PERSON = "198001022386"

UNIT = Unit(
    hsa_id="SE0000000000-0001",
    name="Exempelmottagningen",
    phone="010-000 00 00",
    phone_hours="måndag–fredag 08.00–16.00",
    street="Sjukhusgatan 1",
    postal_code="551 11",
    town="Provstad",
    directions="Gå in genom huvudentrén och följ gula skyltar.",
    care_level=CareLevel.HOSPITAL,
)


def specimen(letter_type: LetterType, *, at: datetime, unit: Unit = UNIT) -> Draft:
    """A draft whose booking leaves nothing empty, with a visit `at`."""
    visit = Visit(
        starts_at=at,
        care_service="Undersökning enligt överenskommelse",
        place="Hus E, plan 3",
        examination_code=next(iter(letter_type.values), "PROVKOD"),
        referred_by="Exempelhälsans vårdcentral",
    )
    patient = Patient(
        id=classify(_PERSON, today=at.date()),
        given_name="Anna-Karin",
        family_name="Prov",
        address=Address(street="Provgatan 12", postal_code="553 16", town="Jönköping"),
    )
    booking = Booking(2, letter_type.care_systems[0], "PROV-1", patient, unit, visit)
    return Draft(booking, letter_type.id)


def bare(draft: Draft) -> Draft:
    """The same where the booking has no more than a letter type may require."""
    booking = draft.booking
    unit = Unit(booking.unit.hsa_id, booking.unit.name, phone=booking.unit.phone)
    visit = replace(booking.visit, referred_by="")
    return replace(draft, booking=replace(booking, unit=unit, visit=visit))
