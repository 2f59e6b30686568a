"""No booking gets somebody else's name, number or address, or says that it may have."""

from collections.abc import Callable

import pytest

from app.bookings import Batch, Booking
from app.errors import BookingsUnreadable
from app.same_person import compare_persons
from tests.exports import AGFA_EI, PAF, table
from tests.fhir_files import APPOINTMENT, PATIENT, Json, as_bytes
from tests.workbooks import saved, sheet_in, workbook

Read = Callable[[bytes], Batch]

OTHER = {
    "Undersöknings-id": "EI2",
    "Patient-id": "194302129046",
    "Patientnamn": "Nyblåst, Birgitta",
    "Undersökningsdatum": "2026-12-14",
}


def entries(*found: tuple[str, Json]) -> bytes:
    return as_bytes(
        {
            "resourceType": "Bundle",
            "entry": [{"fullUrl": url, "resource": resource} for url, resource in found],
        }
    )


def doubts(booking: Booking) -> list[str]:
    return [doubt.sentence for doubt in booking.doubts]


@pytest.mark.parametrize("url", ["https://b.example/Patient/p1", "urn:uuid:1"])
def test_another_servers_patient_is_not_this_servers(read: Read, url: str):
    content = entries(("https://a.example/Appointment/a1", APPOINTMENT), (url, PATIENT))

    (booking,) = read(content).bookings

    assert booking.patient.name == ""
    assert "Patientens uppgifter finns inte i filen" in booking.problems[0].sentence


def test_a_patient_without_an_address_of_its_own_is_the_files(read: Read):
    content = entries(("https://a.example/Appointment/a1", APPOINTMENT), ("", PATIENT))

    (booking,) = read(content).bookings

    assert booking.patient.name == "Kristoffer Ahlgren"


@pytest.mark.parametrize("column", list(AGFA_EI))
def test_a_cell_that_slides_into_the_next_is_told_of(read: Read, column: str):
    whole = list((AGFA_EI | OTHER).values())
    at = list(AGFA_EI).index(column)
    slid = [*whole[:at], "x", *whole[at:]]
    lost = [*whole[:at], *whole[at + 1 :]]
    header, row = table(AGFA_EI).decode("cp1252").splitlines()

    lines = (header, row, ";".join(slid), ";".join(lost))
    batch = read("\r\n".join(lines).encode("cp1252"))

    assert [bool(booking.problems) for booking in batch.bookings][:2] == [False, True]
    moved = batch.bookings[2]
    same = moved.patient.name == "Birgitta Nyblåst" and moved.patient.id.value == "194302129046"
    assert moved.problems or same


def test_a_quotation_mark_never_joins_two_patients(read: Read):
    header, row, other = table(AGFA_EI, AGFA_EI | OTHER).splitlines(keepends=True)

    for name in (b"Ahlgren, Kristoffer", b"Smedjegatan 43", b"EI1"):
        with pytest.raises(BookingsUnreadable, match="citattecken"):
            read(header + row.replace(name, b'"' + name) + other.replace(b"Ny", b'N"y', 1) * 3)


def test_a_merged_number_over_two_patients_is_shown_first(read: Read):
    made = workbook([list(AGFA_EI), list(AGFA_EI.values()), list((AGFA_EI | OTHER).values())])
    sheet_in(made).merge_cells("B2:B3")

    first, second = compare_persons(read(saved(made)).bookings)

    assert first.patient.id == second.patient.id
    assert "ett annat namn på en annan rad" in doubts(second)[0]
    assert doubts(first) == doubts(second)


@pytest.mark.parametrize(
    ("first", "second", "is_doubtful"),
    [
        ("Ek, Anna", "Ek, Anna Maria", False),
        ("Ek, Anna", "EK, ANNA", False),
        ("Ek-Berg, Anna", "Berg Ek, Anna", False),
        ("Ek, Anna", "Ek, Maria", True),
        ("Ek, Anna Lo", "Ek, Anna Mo", True),
    ],
)
def test_one_number_has_one_name(read: Read, first: str, second: str, *, is_doubtful: bool):
    rows = (AGFA_EI | {"Patientnamn": name} for name in (first, second))

    bookings = compare_persons(read(table(*rows)).bookings)

    assert [bool(booking.doubts) for booking in bookings] == [is_doubtful] * 2


def test_numbers_that_nobody_knows_are_not_one_person(read: Read):
    unknown = {"Patient-id": "saknas"}

    bookings = compare_persons(read(table(AGFA_EI | unknown, AGFA_EI | OTHER | unknown)).bookings)

    assert [booking.doubts for booking in bookings] == [(), ()]


def test_a_name_apart_in_two_cells_is_compared_as_a_whole(read: Read):
    batch = read(table(PAF, PAF | {"Boknings-id": "730115", "Förnamn": "Kerstin"}))
    bookings = compare_persons(batch.bookings)

    assert all("ett annat namn" in doubts(booking)[0] for booking in bookings)
