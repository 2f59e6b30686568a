"""Support gets what it finds a message by, and nothing of the patient."""

from dataclasses import replace

from app.support import correlation_id, support_text
from tests.fakes import NOON
from tests.parcels import PERSON, parcel

LOST = (
    "Svaret från 1177 uteblev, så det går inte att se om meddelandet kom fram. "
    "Skicka det inte igen förrän 1177:s support har svarat."
)
DISPATCH = replace(parcel(7).dispatch, attempts=2, changed_at=NOON, explanation=LOST)


def test_an_attempt_is_named_by_its_letter_and_number():
    assert correlation_id(DISPATCH) == "00000000-0000-0000-0000-000000000007-2"


def test_the_errand_names_the_message_and_every_attempt():
    text = support_text(DISPATCH)

    assert f"Meddelandets id (messageThreadId): {DISPATCH.id}" in text
    assert all(f"{DISPATCH.id}-{number}" in text for number in (1, 2))
    assert "Svaret från 1177 uteblev, så det går inte att se om meddelandet kom fram" in text
    assert DISPATCH.unit_id in text


def test_the_errand_says_nothing_of_the_patient_or_the_visit():
    text = support_text(DISPATCH)

    for secret in (PERSON, DISPATCH.name, DISPATCH.subject, DISPATCH.letter_name):
        assert secret not in text
