"""The samples: each one's character, which rows are special, and that all others are clean."""

import csv
import json
from collections import defaultdict
from datetime import date, datetime, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from app.adapters.booking_files import BookingFiles
from app.bookings import Batch, Booking
from app.care_systems import load_care_systems
from app.person_id import IdKind
from app.samples import samples
from tests.sample_rows import KINDS, NOW, SPECIAL, USUAL, age, rows_of

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FOLDER = RESOURCES / "samples"
FIRST_CLEAN_DAY = date(2026, 12, 7)


@cache
def batch(name: str) -> Batch:
    care_systems = load_care_systems(RESOURCES / "care_systems")
    return BookingFiles(care_systems, now=lambda: NOW).read(FOLDER / name)


def read(name: str) -> tuple[Booking, ...]:
    return batch(name).bookings


def test_every_care_system_has_a_sample_in_each_of_its_formats():
    names = [path.name for path in samples(FOLDER)]

    assert names == list(SPECIAL)
    assert all(batch(name).care_system == name.partition(".")[0] for name in names)


@pytest.mark.parametrize(
    ("name", "encoding", "delimiter", "line_end"),
    [
        ("agfa_ei.csv", "cp1252", ";", b"\r\n"),
        ("opt.csv", "utf-8", ",", b"\n"),
        ("paf.csv", "cp1252", ";", b"\r\n"),
        ("prosang.csv", "cp1252", "\t", b"\r\n"),
        ("rhks.csv", "utf-8-sig", ";", b"\r\n"),
        ("t4.csv", "cp1252", ";", b"\r\n"),
    ],
)
def test_the_tables_are_saved_in_the_ways_that_programs_save_them(
    name: str, encoding: str, delimiter: str, line_end: bytes
):
    content = (FOLDER / name).read_bytes()

    rows = list(csv.reader(content.decode(encoding).splitlines(), delimiter=delimiter))

    assert content.count(line_end) == content.count(b"\n") == len(rows)
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not content.isascii()
    assert content.startswith(b"\xef\xbb\xbf") == (encoding == "utf-8-sig")


@pytest.mark.parametrize("name", SPECIAL)
def test_the_special_rows_of_a_sample_are_those_that_are_listed(name: str):
    found = {kind: rows_of(read(name), kind) for kind in SPECIAL[name]}

    assert found == SPECIAL[name]


@pytest.mark.parametrize("name", SPECIAL)
def test_the_other_rows_of_a_sample_are_clean(name: str):
    named = set().union(*SPECIAL[name].values())
    clean = [booking for booking in read(name) if booking.row_no not in named]

    assert len(clean) > len(read(name)) / 2
    for booking in clean:
        kinds = {kind for kind, holds in KINDS.items() if holds(booking)}
        assert kinds <= USUAL.get(name, set())
        assert booking.patient.id.kind is IdKind.PERSONNUMMER
        assert booking.visit.starts_at is None or _is_in_opening_hours(booking.visit.starts_at)
        if name != "t4.xml":
            assert booking.problems == ()
            assert booking.patient.address.is_complete


def _is_in_opening_hours(at: datetime) -> bool:
    return at.date() >= FIRST_CLEAN_DAY and at.weekday() < 5 and "07.45" <= f"{at:%H.%M}" <= "18.00"


def test_only_two_rows_of_all_tables_cannot_be_understood():
    told = {
        (name, booking.row_no): [problem.field for problem in booking.problems]
        for name in SPECIAL
        if name.endswith((".csv", ".xlsx"))
        for booking in read(name)
        if booking.problems
    }

    assert told == {("agfa_ei.csv", 43): ["time"], ("paf.csv", 43): ["time"]}


@pytest.mark.parametrize("name", SPECIAL)
def test_every_number_of_a_sample_is_an_official_test_number(name: str, shared_data: Path):
    official = {
        number
        for file in ("allPins.json", "allCoords.json")
        for number in json.loads((shared_data / "identity" / file).read_text("utf-8"))
    }
    invented = {IdKind.RESERVNUMMER, IdKind.NATIONAL_RESERVE, IdKind.INTERIM}

    others = [b.patient.id for b in read(name) if b.patient.id.value not in official]

    assert {person.kind for person in others} <= invented
    assert len(others) <= 2


@pytest.mark.parametrize("name", SPECIAL)
def test_nobody_has_two_names_and_no_booking_comes_twice(name: str):
    names = defaultdict(set)
    for booking in read(name):
        names[booking.patient.id.value].add(booking.patient.name)

    assert {len(found) for found in names.values()} == {1}
    assert len({booking.key for booking in read(name)}) == len(read(name))


def test_cell_samples_are_many_and_of_women_of_the_ages_of_the_programme():
    bookings = read("rhks.csv")

    assert len(bookings) > 290
    assert {_sex(booking) for booking in bookings} <= {"woman", ""}
    assert all(23 <= age(booking) <= 70 for booking in bookings if age(booking) != 99)


def test_mammography_is_of_women_of_forty_to_seventy_four():
    bookings = read("sectra.hl7")

    assert {_sex(booking) for booking in bookings} <= {"woman", ""}
    assert all(40 <= age(booking) <= 74 for booking in bookings if age(booking) != 99)
    assert batch("sectra.hl7").notes == ("Överhoppade meddelanden: 1. Patienten uteblev.",)


def test_prostate_testing_is_offered_to_men_without_a_time():
    bookings = read("opt.csv")
    born = [booking.patient.id.birth_date for booking in bookings]

    assert {_sex(booking) for booking in bookings} <= {"man", ""}
    assert all(50 <= 2026 - day.year <= 74 for day in born if day)
    assert {booking.visit.starts_at for booking in bookings} == {None}


def _sex(booking: Booking) -> str:
    if booking.patient.id.kind is not IdKind.PERSONNUMMER:
        return ""
    return "man" if int(booking.patient.id.value[10]) % 2 else "woman"


def test_blood_donors_are_adults_who_come_back_after_months():
    times = defaultdict(list)
    for booking in read("prosang.csv"):
        assert booking.visit.starts_at is not None
        times[booking.patient.id.value].append(booking.visit.starts_at)
    gaps = [later - earlier for own in times.values() for earlier, later in pairwise(sorted(own))]

    assert all(18 <= age(booking) <= 65 for booking in read("prosang.csv"))
    assert sum(gap >= timedelta(weeks=13) for gap in gaps) > 20
    assert [gap for gap in gaps if timedelta() < gap < timedelta(weeks=13)] == []


@pytest.mark.parametrize("name", ["t4.csv", "t4.xml"])
def test_dental_care_calls_adults_and_children_and_three_year_olds_for_the_first_time(name: str):
    ages = defaultdict(set)
    for booking in read(name):
        ages[booking.visit.examination_code].add(age(booking))

    assert ages["UB1"] == {3}
    assert max(ages["UB"]) < 18
    assert min(ages["UV"]) >= 18


def test_the_workbook_of_cosmic_has_rows_and_columns_that_are_hidden():
    assert 26 not in {booking.row_no for booking in read("cosmic.xlsx")}
    assert len(batch("cosmic.xlsx").notes) >= 3
    assert any("Dolda rader är inte lästa: rad 26" in note for note in batch("cosmic.xlsx").notes)


def test_each_booking_takes_a_letter_type():
    systems = {one.id: one for one in load_care_systems(RESOURCES / "care_systems")}

    without = [
        (name, booking.row_no)
        for name in SPECIAL
        for booking in read(name)
        if not systems[booking.care_system].letter_type_for_booking(booking)
    ]

    assert without == []
