"""A start is read as it was meant, or not at all."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest

from app.bookings import Batch, Booking
from app.swedish_dates import STOCKHOLM
from tests.exports import AGFA_EI, PAF
from tests.workbooks import saved, sheet_in, unzoned, workbook

Read = Callable[[bytes], Batch]
ReadRow = Callable[[dict[str, str]], Booking]


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-07 08:15 PM",
        "12/7/2026 8:15 PM",
        "2026-12-07 24:00",
        "2026-12-07 08:60",
        "2026-12-07T08:15:00Z",
        "2026-12-07T08:15:00+01:00",
        "2026-12-07 08:15 +0100",
        "2026-12-07 08:15 09:00",
        "2026-12-07 08:15-09:00",
        "7/12/26 08:15",
        "2026-02-29 08:15",
        "2027-03-28 02:30",
        "tis 7 december 2026 08:15",
        "söndag den 7 december 2026 kl. 08.15",
    ],
)
def test_a_moment_that_could_be_another_is_not_read(paf: ReadRow, text: str):
    booking = paf({"Starttid": text})

    assert booking.visit.starts_at is None
    assert booking.problems


@pytest.mark.parametrize("clock", ["08:15 PM", "8.15 em", "24:00", "0,5", "08:15Z", "08.15–08.30"])
def test_a_clock_that_could_be_another_is_not_read(agfa: ReadRow, clock: str):
    booking = agfa({"Undersökningstid": clock})

    assert booking.visit.starts_at is None
    assert booking.problems


@pytest.mark.parametrize(
    "text",
    [
        "mån 7 december 2026 08:15",
        "måndag den 7 dec 2026, kl. 08.15",
        "måndagen den 7 december 2026 08:15",
        "mån 7/12 2026 08:15",
    ],
)
def test_a_weekday_that_agrees_is_read_and_tells_the_order(paf: ReadRow, text: str):
    booking = paf({"Starttid": text})

    assert booking.visit.starts_at == datetime(2026, 12, 7, 8, 15, tzinfo=STOCKHOLM)
    assert booking.problems == ()


@pytest.mark.parametrize("decimals", [5, 6, 7, 15])
def test_no_start_in_a_workbook_is_a_minute_early(read: Read, decimals: int):
    minutes = range(0, 24 * 60, 5)
    rows = [
        list(
            (PAF | {"Boknings-id": f"{n}", "Starttid": round(46363 + n / 1440, decimals)}).values()
        )
        for n in minutes
    ]
    made = workbook([list(PAF), *rows])
    for (cell,) in sheet_in(made).iter_rows(min_row=2, min_col=2, max_col=2):
        cell.number_format = "yyyy-mm-dd hh:mm"

    batch = read(saved(made))

    starts = [booking.visit.starts_at for booking in batch.bookings]
    midnight = datetime(2026, 12, 7, tzinfo=STOCKHOLM)
    assert starts == [midnight + timedelta(minutes=n) for n in minutes]


@pytest.mark.parametrize(
    ("clock", "number_format", "read_as"),
    [
        (0.402777, "hh:mm", "09:40"),
        (0.84375, "h:mm AM/PM", "20:15"),
        (timedelta(hours=9, minutes=39, seconds=59, milliseconds=990), "[h]:mm", "09:40"),
        (time(9, 40), "hh:mm", "09:40"),
        (unzoned("1900-01-01 09:39:59.990000"), "hh:mm", "09:40"),
    ],
)
def test_a_clock_in_a_workbook_is_the_one_that_it_shows(
    read: Read, clock: object, number_format: str, read_as: str
):
    made = workbook([list(AGFA_EI), list((AGFA_EI | {"Undersökningstid": clock}).values())])
    sheet_in(made)["L2"].number_format = number_format

    (booking,) = read(saved(made)).bookings

    assert booking.visit.starts_at is not None
    assert f"{booking.visit.starts_at:%H:%M}" == read_as


def test_a_day_counted_from_1904_is_told_of_where_it_is_a_plain_number(read: Read):
    made = workbook([list(AGFA_EI), list((AGFA_EI | {"Undersökningsdatum": 44901}).values())])
    made.epoch = datetime(1904, 1, 1)  # noqa: DTZ001 - as openpyxl has it

    batch = read(saved(made))

    assert any("räknar dagar från 1904" in note for note in batch.notes)
