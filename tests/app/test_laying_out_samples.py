"""How a sample's dates are moved to this week, in each format, and what must not move with them."""

import json
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from app.adapters.booking_files import BookingFiles
from app.bookings import Booking
from app.care_systems import load_care_systems
from app.errors import BookingsUnreadable
from app.samples import REFERENCE_MONDAY, lay_out_sample, samples
from app.swedish_dates import STOCKHOLM

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SAMPLES = samples(RESOURCES / "samples")


def read(path: Path) -> tuple[Booking, ...]:
    now = datetime(2026, 11, 23, 8, 0, tzinfo=STOCKHOLM)
    care_systems = load_care_systems(RESOURCES / "care_systems")
    return BookingFiles(care_systems, now=lambda: now).read(path).bookings


def laid_out(folder: Path, name: str, content: bytes, *, today: date) -> bytes:
    source = folder / "source" / name
    source.parent.mkdir()
    source.write_bytes(content)
    return lay_out_sample(source, folder / name, today=today).read_bytes()


def test_a_folder_without_samples_has_none(tmp_path: Path):
    (tmp_path / "läs mig.txt").touch()

    assert samples(tmp_path) == ()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_whole_list_moves_by_whole_weeks_and_keeps_its_hours(path: Path, tmp_path: Path):
    saturday = date(2027, 6, 12)  # summer time, so that offsets change too

    moved = lay_out_sample(path, tmp_path / "samples" / path.name, today=saturday)

    shifts, changes = set(), set()
    for before, after in zip(read(path), read(moved), strict=True):
        if before.visit.starts_at and after.visit.starts_at:
            shifts.add((after.visit.starts_at.date() - before.visit.starts_at.date()).days)
            changes.add(after.visit.starts_at.time() == before.visit.starts_at.time())
        assert after.patient == before.patient
        assert after.booking_id == before.booking_id
    if path.name != "opt.csv":  # its letters have no times
        assert shifts == {(date(2027, 6, 7) - REFERENCE_MONDAY).days} == {28 * 7}
        assert changes == {True}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_in_the_week_it_was_written_for_a_sample_is_copied_byte_for_byte(
    path: Path, tmp_path: Path
):
    for today in (date(2026, 11, 23), date(2026, 11, 29)):
        target = lay_out_sample(path, tmp_path / path.name, today=today)

        assert target.read_bytes() == path.read_bytes()


def test_a_sample_that_cannot_be_laid_out_is_told_of(tmp_path: Path):
    with pytest.raises(BookingsUnreadable, match="Exempelfilen") as caught:
        lay_out_sample(SAMPLES[0], tmp_path, today=date(2026, 11, 23))

    assert caught.value.todo == "Stäng den i Excel och försök igen."


def test_nothing_but_dates_moves_in_a_table(tmp_path: Path):
    content = "20261123-2384;2026-12-07;Åsa;2026-12-07-1;12026-12-07\r\n".encode("cp1252")

    moved = laid_out(tmp_path, "källa.csv", content, today=date(2026, 11, 30))

    assert moved.decode("cp1252") == ("20261123-2384;2026-12-14;Åsa;2026-12-07-1;12026-12-07\r\n")


@pytest.mark.parametrize("name", ["källa.hl7", "källa.xml"])
def test_a_moment_of_fourteen_digits_moves_but_neither_a_birth_date_nor_a_personnummer(
    name: str, tmp_path: Path
):
    content = b"|20261207081500|20001207|200012072384|SE2321000057-EXEMPEL1|120261207081500|"

    moved = laid_out(tmp_path, name, content, today=date(2026, 11, 30))

    assert moved == b"|20261214081500|20001207|200012072384|SE2321000057-EXEMPEL1|120261207081500|"


def test_a_moment_with_an_offset_keeps_its_swedish_hour_when_it_moves_into_summer(tmp_path: Path):
    told = {"birthDate": "1984-05-09", "start": "2026-12-07T08:15:00+01:00"}

    moved = laid_out(tmp_path, "källa.json", json.dumps(told).encode(), today=date(2027, 6, 7))

    assert json.loads(moved) == {"birthDate": "1984-05-09", "start": "2027-06-21T08:15:00+02:00"}


def test_a_workbooks_dates_move_but_no_other_number(tmp_path: Path):
    book, content = Workbook(), BytesIO()
    days = (46363, 46363.34375)  # 7 December 2026, and a quarter past eight
    book.worksheets[0].append([*days, 0.34375, 33130, 198405092384, "46363"])
    book.save(content)

    moved = laid_out(tmp_path, "källa.xlsx", content.getvalue(), today=date(2026, 11, 30))

    (row,) = load_workbook(BytesIO(moved)).worksheets[0].values
    assert row == (46370, 46370.34375, 0.34375, 33130, 198405092384, "46363")
