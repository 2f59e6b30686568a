"""Pseudonyms: a real booking under an invented name, so that its letter can be shown to anybody."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.bookings import Address, Patient
from app.draft import Draft
from app.person_id import classify

# One of Skatteverket's official test numbers, which nobody has; letters do not say it.
_PERSON = "198001022386"
_GIVEN = ("Ada", "Eva", "Karl", "Agnes", "Ingrid", "Kerstin", "Gunborg", "Anna-Karin")
_FAMILY = ("Alm", "Ask", "Prov", "Test", "Provsson", "Exempelson", "Testersson", "Provanderson")
_STREETS = ("Provgatan", "Testvägen", "Exempelgatan", "Provstadsgatan")
_TOWN = "Provstad"
_POSTAL_CODE = "551 11"
_ELSEWHERE = "0150"
_CARE_OF = "c/o Exempelsson"
_REFERRER = "Exempelhälsans vårdcentral"
_FREE_TEXT = "Ett påhittat meddelande av samma längd som det som står i bokningen. "


class Pseudonyms:
    """The same invented person for the same real one, for as long as this object lives.

    Names are as long as the real ones, so that a line which runs over does so still. Who a person
    is cannot be told from the pseudonym: it follows the order in which they come.
    """

    def __init__(self, *, today: date) -> None:
        self._id = classify(_PERSON, today=today)
        self._numbers: dict[str, int] = {}

    def draft(self, draft: Draft) -> Draft:
        """Without anything of the patient, or that a person has written of them."""
        booking = draft.booking
        number = self._numbers.setdefault(
            booking.patient.id.value or booking.key, len(self._numbers) + 1
        )
        referred_by = _REFERRER if booking.visit.referred_by else ""
        invented = replace(
            booking,
            booking_id=f"PROV-{number}",
            patient=self._patient(booking.patient, number),
            visit=replace(booking.visit, referred_by=referred_by),
            problems=(),
            doubts=(),
            cells={},
            texts=(),
        )
        return replace(
            draft,
            booking=invented,
            address=_address(draft.address, number) if draft.address else None,
            as_read=None,
            free_text=_as_long_as(len(draft.free_text)),
        )

    def _patient(self, patient: Patient, number: int) -> Patient:
        return Patient(
            id=self._id,
            given_name=_name_like(patient.given_name, _GIVEN, number),
            family_name=_name_like(patient.family_name, _FAMILY, number),
            address=_address(patient.address, number),
            interpreter=patient.interpreter,
        )


def _name_like(real: str, names: Sequence[str], number: int) -> str:
    """As many letters, or nearly, and another for the next person where there are several."""
    if not real:
        return ""
    by_nearness = sorted(names, key=lambda name: abs(len(name) - len(real)))
    made = by_nearness[number % 2]
    while len(made) < len(real) - 1:
        made += f" {names[(number + len(made)) % len(names)]}"
    return made


def _address(real: Address, number: int) -> Address:
    """Each line where there is one; the country stays, since the letter follows it."""
    return Address(
        care_of=_CARE_OF if real.care_of else "",
        street=f"{_name_like(real.street[:-3], _STREETS, number)} {number}" if real.street else "",
        postal_code=(_ELSEWHERE if real.is_abroad else _POSTAL_CODE) if real.postal_code else "",
        town=_TOWN if real.town else "",
        country=real.country,
    )


def _as_long_as(length: int) -> str:
    return (_FREE_TEXT * (length // len(_FREE_TEXT) + 1))[:length].strip()
