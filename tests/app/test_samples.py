"""The samples: which rows are special and why, that all others are clean, and how dates move."""

import csv
import json
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest

from app.adapters.booking_files import BookingFiles
from app.bookings import Booking
from app.care_systems import load_care_systems
from app.errors import BookingsUnreadable
from app.person_id import IdKind
from app.samples import REFERENCE_MONDAY, lay_out_sample, samples
from app.swedish_dates import STOCKHOLM

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FOLDER = RESOURCES / "samples"
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=STOCKHOLM)
FIRST_CLEAN_DAY, LAST_DAY = date(2026, 12, 7), date(2027, 1, 29)

# Row numbers as in the files. Rows that are not named here are clean.
AGFA_EI = {
    "past": {2},
    "close": {3},
    "care_of": {7, 58},
    "abroad": {10},
    "samordningsnummer": {13},
    "reservnummer": {16},
    "child": {19},
    "thirteen": {22},
    "protected": {25},  # by the flag column
    "same time": {29, 30},
    "same day": {34, 35},
    "no address": {39},
    "no time": {43},  # "25.70"
    "interpreter": {47},
    "long address": {51},
    "long name": {55},
}
PAF = {
    "past": {2},
    "close": {3},
    "care_of": {6, 55},
    "long name": {9},
    "abroad": {12},
    "samordningsnummer": {3, 15},
    "reservnummer": {18},
    "thirteen": {21},
    "child": {24},
    "protected": {28},  # SEKRETESS stands for the name
    "same time": {32, 33},
    "no address": {39},
    "no time": {43},  # a date without a time
    "interpreter": {48},
}


def read(path: Path) -> tuple[Booking, ...]:
    care_systems = load_care_systems(RESOURCES / "care_systems")
    return BookingFiles(care_systems, now=lambda: NOW).read(path).bookings


def test_there_is_one_sample_for_each_care_system():
    found = samples(FOLDER)

    assert [path.stem for path in found] == ["agfa_ei", "paf"]
    assert [{booking.care_system for booking in read(path)} for path in found] == [
        {path.stem} for path in found
    ]


def test_a_folder_without_samples_has_none(tmp_path: Path):
    assert samples(tmp_path) == ()


@pytest.mark.parametrize("path", samples(FOLDER), ids=lambda path: path.stem)
def test_a_sample_is_saved_as_a_swedish_excel_saves_it(path: Path):
    content = path.read_bytes()

    rows = list(csv.reader(content.decode("cp1252").splitlines(), delimiter=";"))

    assert content.count(b"\r\n") == content.count(b"\n") == len(rows) == 61
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not content.isascii()


@pytest.mark.parametrize(
    ("name", "special"), [("agfa_ei", AGFA_EI), ("paf", PAF)], ids=["agfa_ei", "paf"]
)
def test_the_special_rows_of_a_sample_are_those_that_are_listed(
    name: str, special: dict[str, set[int]]
):
    bookings = read(FOLDER / f"{name}.csv")

    found = {kind: _rows(bookings, kind) for kind in special}

    assert found == special


def _rows(bookings: tuple[Booking, ...], kind: str) -> set[int]:
    if kind in {"same time", "same day"}:
        times = Counter((b.patient.id.value, b.visit.starts_at) for b in bookings)
        persons = Counter(b.patient.id.value for b in bookings)
        return {
            b.row_no
            for b in bookings
            if persons[b.patient.id.value] > 1
            and (times[b.patient.id.value, b.visit.starts_at] > 1) == (kind == "same time")
        }
    return {booking.row_no for booking in bookings if kind in _kinds(booking)}


def _kinds(booking: Booking) -> set[str]:
    patient, at = booking.patient, booking.visit.starts_at
    age = booking.age_at_visit(NOW.date())
    address = patient.address
    tests = {
        "past": at is not None and at < NOW,
        "close": at is not None and 0 <= (at - NOW).days <= 4,
        "care_of": bool(address.care_of) and len(address.street) < 40,
        "abroad": address.is_abroad,
        "samordningsnummer": patient.id.kind is IdKind.SAMORDNINGSNUMMER,
        "reservnummer": patient.id.kind is IdKind.RESERVNUMMER,
        "child": age is not None and age < 13,
        "thirteen": age == 13,
        "protected": patient.protected,
        "no address": address.lines() == (),
        "no time": at is None,
        "interpreter": patient.interpreter == "arabiska",
        "long address": len(address.street) > 40,
        "long name": len(patient.name) > 40,
    }
    return {kind for kind, holds in tests.items() if holds}


@pytest.mark.parametrize(
    ("name", "special"), [("agfa_ei", AGFA_EI), ("paf", PAF)], ids=["agfa_ei", "paf"]
)
def test_the_other_rows_of_a_sample_are_clean(name: str, special: dict[str, set[int]]):
    named = set().union(*special.values())
    clean = [b for b in read(FOLDER / f"{name}.csv") if b.row_no not in named]

    assert len(clean) > 40
    for booking in clean:
        assert booking.problems == ()
        assert booking.patient.id.kind is IdKind.PERSONNUMMER
        assert booking.patient.address.is_complete
        assert (booking.age_at_visit(NOW.date()) or 0) >= 18
        assert not booking.patient.interpreter
        assert _is_in_opening_hours(booking.visit.starts_at)


def _is_in_opening_hours(at: datetime | None) -> bool:
    assert at is not None
    in_season = FIRST_CLEAN_DAY <= at.date() <= LAST_DAY
    return in_season and at.weekday() < 5 and "07.45" <= f"{at:%H.%M}" <= "16.30"


@pytest.mark.parametrize("path", samples(FOLDER), ids=lambda path: path.stem)
def test_the_only_rows_that_cannot_be_understood_lack_their_time(path: Path):
    problems = {b.row_no: [p.field for p in b.problems] for b in read(path) if b.problems}

    assert problems == {43: ["time"]}


@pytest.mark.parametrize("path", samples(FOLDER), ids=lambda path: path.stem)
def test_every_number_of_a_sample_is_an_official_test_number(path: Path, shared_data: Path):
    official = {
        number
        for file in ("allPins.json", "allCoords.json")
        for number in json.loads((shared_data / "identity" / file).read_text("utf-8"))
    }

    others = [b.patient.id for b in read(path) if b.patient.id.value not in official]

    assert [person.kind for person in others] == [IdKind.RESERVNUMMER]


@pytest.mark.parametrize("path", samples(FOLDER), ids=lambda path: path.stem)
def test_booking_ids_are_all_different_and_one_person_has_one_number(path: Path):
    bookings = read(path)

    assert len({booking.key for booking in bookings}) == 60
    persons = Counter(b.patient.id.value for b in bookings)
    assert sorted(persons.values())[-2:] == ([2, 2] if path.stem == "agfa_ei" else [1, 2])


@pytest.mark.parametrize("path", samples(FOLDER), ids=lambda path: path.stem)
def test_the_whole_list_moves_by_whole_weeks_to_the_week_of_today(path: Path, tmp_path: Path):
    saturday = date(2027, 3, 13)

    laid_out = lay_out_sample(path, tmp_path / "samples" / path.name, today=saturday)

    before, after = read(path), read(laid_out)
    shifts = {
        (b.visit.starts_at.date() - a.visit.starts_at.date()).days
        for a, b in zip(before, after, strict=True)
        if a.visit.starts_at and b.visit.starts_at
    }
    assert shifts == {(date(2027, 3, 8) - REFERENCE_MONDAY).days} == {15 * 7}


@pytest.mark.parametrize("path", samples(FOLDER), ids=lambda path: path.stem)
def test_in_the_week_it_was_written_for_a_sample_is_copied_byte_for_byte(
    path: Path, tmp_path: Path
):
    for today in (date(2026, 11, 23), date(2026, 11, 29)):
        target = lay_out_sample(path, tmp_path / path.name, today=today)

        assert target.read_bytes() == path.read_bytes()


def test_a_sample_that_cannot_be_laid_out_is_told_of(tmp_path: Path):
    with pytest.raises(BookingsUnreadable, match="Exempelfilen") as caught:
        lay_out_sample(samples(FOLDER)[0], tmp_path, today=NOW.date())

    assert caught.value.todo == "Stäng den i Excel och försök igen."


def test_nothing_but_dates_moves(tmp_path: Path):
    source = tmp_path / "källa.csv"
    source.write_bytes("20261123-2384;2026-12-07;Åsa;2026-12-07-1;12026-12-07\r\n".encode("cp1252"))

    target = lay_out_sample(source, tmp_path / "mål.csv", today=date(2026, 11, 30))

    assert target.read_bytes().decode("cp1252") == (
        "20261123-2384;2026-12-14;Åsa;2026-12-07-1;12026-12-07\r\n"
    )
