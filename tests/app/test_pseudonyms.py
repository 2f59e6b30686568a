"""Nobody can tell from a pseudonymised booking whose it was."""

from dataclasses import replace

from app.bookings import Address, Patient
from app.draft import Draft
from app.pseudonyms import Pseudonyms
from tests.fakes import NOON
from tests.shipped_letters import PATIENT, full_draft

TODAY = NOON.date()
SENT = "Skriven hand: Testpersonens mamma Ada hämtar"


def drafted(patient: Patient = PATIENT) -> Draft:
    return full_draft("rontgen", patient=patient)


def pseudonymous(draft: Draft) -> Draft:
    return Pseudonyms(today=TODAY).draft(draft)


def test_nothing_of_the_patient_or_the_staff_s_own_words_is_left():
    address = Address("c/o Någon", "Hemliga vägen 3", "563 32", "Gränna")
    named = replace(PATIENT, given_name="Ragnhild", family_name="Verklig", phone="070-1")
    real = replace(named, address=address)
    draft = replace(
        drafted(real).with_free_text(SENT).with_address(address), as_read=drafted(real).booking
    )

    told = repr(pseudonymous(draft))

    hidden = ("Ragnhild", "Verklig", "Hemliga", "563 32", "Gränna", "Någon", "070-1", "Ada", "1912")
    assert [word for word in hidden if word in told] == []


def test_what_decides_the_letter_stays():
    draft = replace(drafted(), language="en")

    hidden = pseudonymous(draft)

    assert (hidden.letter_type, hidden.language, hidden.variant) == (
        draft.letter_type,
        "en",
        draft.variant,
    )
    assert hidden.booking.visit.starts_at == draft.booking.visit.starts_at
    assert hidden.booking.unit == draft.booking.unit


def test_the_same_person_keeps_one_name_and_another_gets_another():
    pseudonyms = Pseudonyms(today=TODAY)
    other = replace(PATIENT, id=replace(PATIENT.id, value="198001022386"))

    names = [pseudonyms.draft(drafted(one)).booking.patient.name for one in (PATIENT, other) * 2]

    assert names[0] == names[2] != names[1] == names[3]


def test_a_long_name_stays_about_as_long():
    long_name = "Wolfeschlegelsteinhausenbergerdorff-Exempelstedt"
    hidden = pseudonymous(drafted(replace(PATIENT, family_name=long_name)))

    assert len(hidden.booking.patient.family_name) >= len(long_name) - 1


def test_what_is_empty_stays_empty():
    bare = replace(PATIENT, given_name="", family_name="", address=Address())

    hidden = pseudonymous(drafted(bare))

    assert (hidden.booking.patient.name, hidden.booking.patient.address) == ("", Address())
    assert (hidden.free_text, hidden.address) == ("", None)


def test_a_letter_abroad_stays_abroad():
    abroad = replace(PATIENT, address=Address("", "Karl Johans gate 1", "0154", "Oslo", "NO"))

    hidden = pseudonymous(drafted(abroad)).booking.patient.address

    assert hidden.is_abroad
    assert (hidden.town, hidden.postal_code) == ("Provstad", "0150")
