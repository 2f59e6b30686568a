"""History keeps what a copy is made of, and knows whether a booking tells the same letter."""

from dataclasses import replace
from datetime import datetime

import pytest

from app.bookings import Address, BookingState, Cell, Problem
from app.canonical_json import canonical_json
from app.draft import Channel, Draft, Variant
from app.errors import LetterIncomplete
from app.findings import Code
from app.orders import booking_digest, kept_draft
from app.swedish_dates import STOCKHOLM
from tests.fakes import ADDRESS, make_booking, make_draft, make_order, make_preview

# The hour that comes twice, the second time.
TWICE = datetime(2026, 10, 25, 2, 30, tzinfo=STOCKHOLM, fold=1)


def kept(draft: Draft) -> Draft:
    return kept_draft(make_order(make_preview(draft)).data)


@pytest.mark.parametrize("at", [TWICE, TWICE.replace(fold=0), None])
def test_a_kept_draft_is_the_draft_that_made_the_letter(at):
    booking = replace(make_booking(at=at), state=BookingState.REBOOKED)
    draft = Draft(
        booking,
        "rontgen",
        address=Address(care_of="c/o Ek", street="Norra Provgatan 1", town="Oslo", country="Norge"),
        revision=3,
        free_text="Ta med hörapparaten åäö.",
        language="en",
        variant=Variant.LARGE,
        copy_of=1,
    )

    again = kept(draft)

    assert again == draft
    visit = again.booking.visit.starts_at
    assert visit is None or (at and visit.utcoffset() == at.utcoffset())


def test_only_what_makes_the_letter_is_kept():
    told = {"name": Cell("Patient", "Ärlig, Märta")}
    booking = replace(make_booking(), cells=told, doubts=(Problem("date", "Kanske."),))
    draft = replace(
        make_draft(booking), as_read=make_booking(3), approved=frozenset({Code.INTERPRETED})
    )

    again = kept(draft)

    assert again == make_draft(make_booking())


def test_a_letter_of_an_older_program_says_that_it_cannot_be_made_again():
    for data in (canonical_json({"facts": {}}), canonical_json({"draft": {"letter_type": "x"}})):
        with pytest.raises(LetterIncomplete, match="äldre version"):
            kept_draft(data)


@pytest.mark.parametrize(
    ("of_visit", "differs"),
    [
        ({}, set()),
        ({"place": "Hus F"}, set(Channel)),
        ({"care_service": "DT thorax"}, set(Channel)),
        ({"starts_at": TWICE}, set(Channel)),
    ],
)
def test_a_booking_that_tells_another_letter_has_another_digest(of_visit, differs):
    booking = make_booking()
    changed = replace(booking, visit=replace(booking.visit, **of_visit))

    assert differing(make_draft(booking), make_draft(changed)) == differs


def test_a_new_address_is_another_letter_on_paper_only():
    booking = make_booking()
    moved = replace(ADDRESS, street="Provgatan 14")
    changed = replace(booking, patient=replace(booking.patient, address=moved))

    assert differing(make_draft(booking), make_draft(changed)) == {Channel.LETTER}


def test_what_no_letter_tells_and_what_was_corrected_here_change_no_digest():
    booking = make_booking()
    elsewhere = replace(booking, row_no=17, patient=replace(booking.patient, phone="070-000 00 00"))
    corrected = make_draft(booking).correcting(make_booking(3))

    assert differing(make_draft(booking), make_draft(elsewhere)) == set()
    assert differing(make_draft(booking), corrected) == set()


def differing(one: Draft, other: Draft) -> set[Channel]:
    return {
        channel
        for channel in Channel
        if booking_digest(one, channel) != booking_digest(other, channel)
    }
