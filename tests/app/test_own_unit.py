"""Bookings of other units than the receptionist's are told of, and nothing else."""

from dataclasses import replace

from app.bootstrap import RESOURCES
from app.care_systems import CareUnit, RolloutStep, load_care_systems
from app.own_unit import told_of_other_units, units_of
from tests.fakes import NOON, make_booking

OWN = CareUnit(
    hsa_id="SE-EXEMPEL-0001",
    name="Röntgen",
    rollout=(RolloutStep(step=1, valid_from=NOON.date()),),
)


def of_unit(hsa_id: str, name: str):
    booking = make_booking()
    return replace(booking, unit=replace(booking.unit, hsa_id=hsa_id, name=name))


def test_a_file_of_ones_own_unit_is_not_told_of():
    assert told_of_other_units([of_unit("se-exempel-0001", "Röntgen")], OWN) == ""


def test_one_booking_of_another_unit_is_told_with_its_name():
    told = told_of_other_units([make_booking(), of_unit("SE2", "Klinisk fysiologi")], OWN)

    assert told == "1 bokning är för en annan enhet än Röntgen: Klinisk fysiologi."


def test_other_units_are_told_with_the_most_common_first():
    bookings = [of_unit("SE2", ""), of_unit("SE3", "Labb"), of_unit("SE3", "Labb")]

    told = told_of_other_units(bookings, OWN)

    assert told == "3 bokningar är för andra enheter än Röntgen: Labb, okänd enhet."


def test_several_bookings_of_one_other_unit_are_told_of_that_unit():
    told = told_of_other_units([of_unit("SE3", "Labb"), of_unit("SE3", "Labb")], OWN)

    assert told == "2 bokningar är för en annan enhet än Röntgen: Labb."


def test_without_a_chosen_unit_no_other_is_told_of():
    assert told_of_other_units([make_booking()], None) == ""


def test_each_unit_can_be_chosen_once_by_name():
    systems = load_care_systems(RESOURCES / "care_systems")

    units = units_of((*systems, *systems))

    names = [unit.name for unit in units]
    assert names == sorted(set(names), key=str.casefold)
    assert {unit.hsa_id for unit in units} == {u.hsa_id for s in systems for u in s.units}
