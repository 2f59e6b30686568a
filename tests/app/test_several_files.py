"""Several files of one care system become one list."""

from dataclasses import replace

import pytest

from app.errors import BookingsUnreadable
from app.several_files import joined
from tests.fakes import make_batch, make_booking

BOOKING = make_booking(2)


def test_several_files_are_one_list_in_which_no_row_is_lost():
    first = make_batch([BOOKING, replace(BOOKING, row_no=3)])
    second = replace(
        make_batch([make_booking(14)]), file_name="andra.csv", digest="b", notes=("Anmärkt.",)
    )

    both = joined([first, second])

    assert [booking.row_label for booking in both.bookings] == ["2", "3", "2:14"]
    assert both.file_name == f"{first.file_name} + andra.csv"
    assert both.notes == ("andra.csv: Anmärkt.",)
    assert both.digest not in {first.digest, second.digest}
    assert joined([first]) is first


def test_what_two_files_tell_alike_is_there_once_and_told_of():
    both = joined(
        [make_batch([BOOKING, make_booking(3)]), make_batch([replace(BOOKING, row_no=9)])]
    )

    assert [booking.row_label for booking in both.bookings] == ["2", "3"]
    assert both.notes == ("Rader som står likadant i en tidigare fil är med en gång: 1.",)


@pytest.mark.parametrize(
    "other",
    [
        replace(BOOKING, unit=replace(BOOKING.unit, name="Röntgen Skogsängen")),
        replace(BOOKING, patient=replace(BOOKING.patient, protected=True)),
    ],
)
def test_what_two_files_tell_differently_is_there_twice_for_a_person_to_choose(other):
    both = joined([make_batch([BOOKING]), make_batch([other])])

    assert [booking.row_label for booking in both.bookings] == ["2", "2:2"]


def test_an_offer_without_id_and_time_may_be_another_one():
    offer = replace(make_booking(2, at=None), booking_id="")

    both = joined([make_batch([offer]), make_batch([offer])])

    assert [booking.row_label for booking in both.bookings] == ["2", "2:2"]


def test_files_of_different_care_systems_are_not_one_list():
    first = make_batch([BOOKING])

    with pytest.raises(BookingsUnreadable) as caught:
        joined([first, replace(first, care_system_name="Cosmic")])

    assert caught.value.todo == "Öppna dem var för sig."
