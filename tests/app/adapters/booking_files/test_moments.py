"""Dates and times: every Swedish way to write them, and none that means two things."""

from datetime import date, datetime, time

import pytest

from app.adapters.booking_files.moments import (
    dates_in_order,
    exists,
    parse_time,
    part,
    possible_birthdays,
    possible_dates,
    split_moment,
)
from app.layouts import DateOrder
from app.swedish_dates import STOCKHOLM


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-03",
        "20261103",
        "261103",
        "3.11.2026",
        "03.11.2026",
        "3. 11. 2026",
        "3 nov 2026",
        "3 NOV. 2026",
        "3 november 2026",
        "3. november 2026",
        "tis 3 november 2026",
        "Tisdag den 3 november 2026",
        "tisdagen den 3 november 2026",
        "tis. 2026-11-03",
        "46329",
    ],
)
def test_one_day_is_read_however_it_is_written(text: str):
    assert possible_dates(text) == {date(2026, 11, 3)}


@pytest.mark.parametrize("text", ["23/11 2026", "23/11/2026", "11/23/2026", "23/11-2026"])
def test_day_and_month_in_any_order_are_read_where_only_one_can_be_the_month(text: str):
    assert possible_dates(text) == {date(2026, 11, 23)}


def test_the_same_number_for_day_and_month_is_one_day():
    assert possible_dates("11/11 2026") == {date(2026, 11, 11)}


def test_a_date_that_can_be_two_days_is_two_days():
    assert possible_dates("3/11 2026") == {date(2026, 11, 3), date(2026, 3, 11)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-02-30",
        "2026-13-01",
        "2026-1103",
        "31/31 2026",
        "3 brumaire 2026",
        "3 mars",
        "0001-01-01",
        "9999-12-31",
        "1912-12-12",
        "２０２６-11-03",
        "46329,34375",
        "36525",
        "73051",
        "i morgon",
    ],
)
def test_what_is_no_date_in_our_time_is_no_day(text: str):
    assert possible_dates(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "08:15",
        "08.15",
        "0815",
        "8.15",
        "8:15",
        "815",
        "08:15:00",
        "08.15.30",
        "kl. 8.15",
        "klockan 08.15",
        "08:15:00.000",
        "0.34375",
        "0,34375",
        "0.343749999999999",
    ],
)
def test_a_time_is_read_however_it_is_written(text: str):
    assert parse_time(text) == time(8, 15)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "25.70",
        "24:00",
        "08.60",
        "8",
        "8.5",
        "0.5",
        "0.9999",
        "1.34375",
        "8:15 AM",
        "０８:15",
        "efter lunch",
    ],
)
def test_what_is_no_time_is_not_read(text: str):
    assert parse_time(text) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2026-12-07 08:15", ("2026-12-07", "08:15")),
        ("2026-12-07T08:15:00", ("2026-12-07", "08:15:00")),
        ("2026-12-07 08:15:00.000", ("2026-12-07", "08:15:00.000")),
        ("20261207 0815", ("20261207", "0815")),
        ("7/12 2026 8.15", ("7/12 2026", "8.15")),
        ("mån 7 december 2026 kl. 08.15", ("mån 7 december 2026", "kl. 08.15")),
        ("46363.34375", ("46363", "0.34375")),
        ("46363,5", ("46363", "0.500")),
        ("2026-12-07", ("2026-12-07", "")),
        ("när som helst", ("när som helst", "")),
    ],
)
def test_a_moment_in_one_cell_is_a_date_and_a_time(text: str, parts: tuple[str, str]):
    assert split_moment(text) == parts


def test_an_empty_cell_holds_no_moment():
    assert split_moment("") is None


@pytest.mark.parametrize(
    ("order", "text", "day"),
    [
        (DateOrder.DAY_FIRST, "3/11 2026", date(2026, 11, 3)),
        (DateOrder.MONTH_FIRST, "3/11/2026", date(2026, 3, 11)),
        (DateOrder.DAY_FIRST, "tis 3/11 2026", date(2026, 11, 3)),
        (DateOrder.MONTH_FIRST, "23/11 2026", date(2026, 11, 23)),
        (DateOrder.MONTH_FIRST, "2026-11-03", date(2026, 11, 3)),
    ],
)
def test_an_order_that_a_person_has_told_decides_where_two_are_possible(
    order: DateOrder, text: str, day: date
):
    assert dates_in_order(text, order) == {day}


@pytest.mark.parametrize(
    ("day", "clock", "parted"),
    [
        ("2026-12-07", "08:15", ("2026-12-07", "08:15")),
        ("2026-12-07 00:00:00", "08:15", ("2026-12-07", "08:15")),
        ("2026-12-07 08:15", "08:15:00", ("2026-12-07", "08:15:00")),
        ("2026-12-07 08:15", "", ("2026-12-07", "08:15")),
        ("2026-12-07 00:00", "", ("2026-12-07", "")),
        ("2026-12-07", "1899-12-30 08:15:00", ("2026-12-07", "08:15:00")),
        ("2026-12-07", "2026-12-07 08:15", ("2026-12-07", "08:15")),
        ("2026-12-07 08:15", "2026-12-07 08:15", ("2026-12-07", "08:15")),
        ("7/12 2026", "08:15", ("7/12 2026", "08:15")),
        ("", "", ("", "")),
    ],
)
def test_a_column_of_dates_may_hold_clocks_and_the_other_way_round(
    day: str, clock: str, parted: tuple[str, str]
):
    assert part(day, clock) == parted


@pytest.mark.parametrize(
    ("day", "clock"),
    [
        ("2026-12-07 09:00", "08:15"),
        ("2026-12-07", "2026-12-08 08:15"),
        ("", "2026-12-07 08:15"),
        ("i morgon", "y"),
    ],
)
def test_columns_that_contradict_each_other_stay_as_they_are(day: str, clock: str):
    assert part(day, clock) == (day, clock)


def test_a_birthday_is_of_either_century_and_of_our_time():
    assert possible_birthdays("1912-12-12") == {date(1912, 12, 12)}
    assert possible_birthdays("121212") == {date(1912, 12, 12), date(2012, 12, 12)}
    assert possible_birthdays("12.12.1912") == {date(1912, 12, 12)}
    assert possible_birthdays("20000") == {date(1954, 10, 3)}
    assert possible_birthdays("0001-01-01") == set()


def test_the_hour_that_summer_time_skips_does_not_exist():
    assert not exists(datetime(2027, 3, 28, 2, 30, tzinfo=STOCKHOLM))
    assert exists(datetime(2027, 3, 28, 3, 0, tzinfo=STOCKHOLM))


def test_the_hour_that_comes_twice_in_october_exists():
    assert exists(datetime(2026, 10, 25, 2, 30, tzinfo=STOCKHOLM))
