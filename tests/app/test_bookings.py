"""The values of a booking: its address on an envelope, its names, its identity."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.bookings import (
    ROWS_PER_FILE,
    Address,
    Booking,
    Cell,
    Patient,
    Unit,
    Visit,
    number_by_hand,
    number_in_group,
)
from app.person_id import classify
from app.swedish_dates import STOCKHOLM

TODAY = date(2026, 11, 23)
AT = datetime(2027, 1, 12, 9, 40, tzinfo=STOCKHOLM)

BOOKING = Booking(
    row_no=2,
    care_system="agfa_ei",
    booking_id="",
    patient=Patient(
        id=classify("20131031-2390", today=TODAY),
        given_name="Viggo",
        family_name="Hedén Öhman",
        address=Address(),
    ),
    unit=Unit(hsa_id="SE2321000057-EXEMPEL1", name="Röntgen"),
    visit=Visit(starts_at=AT, care_service="Röntgen av höger fot", place="Plan 2"),
)


def test_an_address_has_its_lines_in_postal_order():
    address = Address("Lindqvist", "Åsgatan 3", "331 30", "Värnamo")

    assert address.lines() == ("c/o Lindqvist", "Åsgatan 3", "331 30 Värnamo")


def test_care_of_is_not_said_twice():
    assert Address(care_of="C/o Lindqvist").lines() == ("C/o Lindqvist",)


def test_a_foreign_address_ends_with_its_country_in_capitals():
    address = Address("", "Kirkegata 7", "7014", "Trondheim", "Norge")

    assert address.lines() == ("Kirkegata 7", "7014 Trondheim", "NORGE")
    assert address.is_abroad


@pytest.mark.parametrize("code", ["NO", "NOR"])
def test_a_country_that_a_file_has_a_code_for_is_written_in_words(code: str):
    address = Address("", "Storgata 1", "0155", "Oslo", code)

    assert address.lines()[-1] == "NORGE"
    assert address.is_abroad


@pytest.mark.parametrize("country", ["", "Sverige", " SVERIGE ", "Sweden", "se", "SWE"])
def test_sweden_is_not_abroad_and_is_not_printed(country: str):
    address = Address("", "Åsgatan 3", "331 30", "Värnamo", country)

    assert not address.is_abroad
    assert address.lines() == ("Åsgatan 3", "331 30 Värnamo")


@pytest.mark.parametrize(
    "address",
    [
        Address("", "Åsgatan 3", "331 30", "Värnamo"),
        Address("", "Main Street 1", "", "Dublin", "Irland"),
    ],
)
def test_a_letter_can_be_delivered_to_a_whole_address(address: Address):
    assert address.is_complete


@pytest.mark.parametrize(
    "address",
    [
        Address("", "Åsgatan 3", "", "Värnamo"),
        Address("", "", "331 30", "Värnamo"),
        Address("", "Åsgatan 3", "331 30", ""),
        Address(),
    ],
)
def test_no_letter_can_be_delivered_to_a_part_of_an_address(address: Address):
    assert not address.is_complete


def test_a_patient_is_named_first_name_first_on_letters_and_last_in_lists():
    assert BOOKING.patient.name == "Viggo Hedén Öhman"
    assert BOOKING.patient.list_name == "Hedén Öhman, Viggo"
    assert replace(BOOKING.patient, given_name="").name == "Hedén Öhman"
    assert replace(BOOKING.patient, given_name="").list_name == "Hedén Öhman"


def test_the_same_booking_in_another_export_has_the_same_key():
    with_id = replace(BOOKING, booking_id="EI7")
    without_time = replace(BOOKING, visit=replace(BOOKING.visit, starts_at=None))

    assert with_id.key == replace(with_id, row_no=9, unit=Unit("", "")).key == "agfa_ei:EI7"
    assert BOOKING.key == replace(BOOKING, row_no=9).key
    assert len({BOOKING.key, with_id.key, without_time.key}) == 3


def test_an_offer_without_id_and_time_is_not_its_reminder():
    offer = replace(BOOKING, visit=Visit(None, "Erbjudande", "", examination_code="PSA-E1"))
    reminder = replace(offer, visit=replace(offer.visit, examination_code="PSA-P1"))

    assert offer.key == replace(offer, row_no=9).key
    assert offer.key != reminder.key


@pytest.mark.parametrize(
    ("booking_id", "starts_at", "known"),
    [("OPT-1", None, True), ("", BOOKING.visit.starts_at, True), ("", None, False)],
)
def test_only_an_id_or_a_time_makes_a_booking_of_another_file_the_same(
    booking_id, starts_at, known
):
    visit = replace(BOOKING.visit, starts_at=starts_at)

    assert replace(BOOKING, booking_id=booking_id, visit=visit).can_be_known_again is known


def test_age_is_counted_on_the_day_of_the_visit_or_today_without_one():
    early = replace(BOOKING, visit=replace(BOOKING.visit, starts_at=None))

    assert BOOKING.age_at_visit(date(2020, 1, 1)) == 13
    assert early.age_at_visit(date(2026, 10, 30)) == 12


def test_two_exports_say_the_same_of_a_booking_wherever_its_row_stands():
    moved = replace(BOOKING, row_no=40, cells={"name": Cell("Namn", "Hedén Öhman, Viggo")})

    assert BOOKING.says_the_same_as(moved)
    assert not BOOKING.says_the_same_as(replace(BOOKING, booking_id="EI7"))


@pytest.mark.parametrize(
    ("row_no", "label"),
    [
        (14, "14"),
        (number_in_group(14, 1), "14/2"),
        (ROWS_PER_FILE + 14, "2:14"),
        (ROWS_PER_FILE + number_in_group(14, 2), "2:14/3"),
        (number_by_hand(3), "H3"),
    ],
)
def test_a_row_is_called_what_its_user_can_find_it_by(row_no: int, label: str):
    assert replace(BOOKING, row_no=row_no).row_label == label


def test_a_visit_is_known_by_person_time_and_unit_where_it_has_all_three():
    timeless = replace(BOOKING, visit=replace(BOOKING.visit, starts_at=None))

    assert BOOKING.visit_key == (BOOKING.patient.id.value, AT, "SE2321000057-EXEMPEL1")
    assert timeless.visit_key is None
