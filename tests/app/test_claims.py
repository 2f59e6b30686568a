"""The name under which a letter is claimed: the same on every PC, and telling nobody anything."""

from dataclasses import replace
from datetime import UTC

import pytest

from app.bookings import Booking
from app.claims import ONLY_PC, claim_name
from app.dispatch import Dispatch
from app.draft import Channel
from app.orders import order
from tests.fakes import (
    NOON,
    SOURCES,
    later,
    make_booking,
    make_draft,
    make_preview,
)

KEY = b"\x17" * 32


def claimed(booking: Booking, *, utskick: str = "utskick-1", revision: int = 1) -> Dispatch:
    preview = make_preview(make_draft(booking, revision=revision))
    made = order(preview, Channel.LETTER, utskick=utskick, sources=SOURCES, user="prov", at=NOON)
    return made.dispatch


def name(booking: Booking, *, utskick: str = "utskick-1", revision: int = 1) -> str:
    return claim_name(claimed(booking, utskick=utskick, revision=revision), key=KEY)


WITHOUT_ID = replace(make_booking(), booking_id="")
OFFER = replace(make_booking(at=None), booking_id="")


@pytest.mark.parametrize("booking", [make_booking(), WITHOUT_ID], ids=["with id", "without id"])
def test_another_export_on_another_pc_gives_the_same_name(booking: Booking):
    elsewhere = replace(booking, row_no=99, doubts=())

    assert name(booking) == name(elsewhere, utskick="utskick-2", revision=3)


@pytest.mark.parametrize("booking", [make_booking(), WITHOUT_ID], ids=["with id", "without id"])
def test_another_letter_has_another_name(booking: Booking):
    letter = claimed(booking)
    others = [
        replace(letter, channel=Channel.INBOX_1177),
        replace(letter, letter_type="annan"),
        replace(letter, person="191212121212"),
        replace(letter, unit_id="SE-EXEMPEL-0002"),
        replace(letter, visit_at=later(days=70)),
        replace(letter, booking_key="annan"),
    ]

    names = {claim_name(other, key=KEY) for other in (letter, *others)}

    assert len(names) == len(others) + 1


def test_a_time_is_the_same_in_every_time_zone():
    letter = claimed(make_booking())
    assert letter.visit_at is not None
    in_utc = replace(letter, visit_at=letter.visit_at.astimezone(UTC))

    assert claim_name(in_utc, key=KEY) == claim_name(letter, key=KEY)


def test_an_offer_without_id_and_time_is_the_same_in_its_own_file_only():
    assert name(OFFER) == name(replace(OFFER, doubts=()))
    assert name(OFFER) != name(OFFER, utskick="next year's")


def test_an_offer_with_an_id_is_the_same_in_every_file():
    offer = make_booking(at=None)

    assert name(offer) == name(offer, utskick="utskick-2")


def test_without_the_key_the_name_cannot_be_found_by_trying_every_person():
    """Every part of it but the key may be known or guessed."""
    letter = claimed(WITHOUT_ID)

    assert claim_name(letter, key=KEY) != claim_name(letter, key=b"\x18" * 32)
    assert len(bytes.fromhex(claim_name(letter, key=KEY))) == 32


def test_a_clinic_with_one_pc_claims_nothing():
    ONLY_PC.take(claimed(make_booking()), at=NOON, who="prov")
