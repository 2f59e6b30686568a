from datetime import UTC, date, datetime, timedelta

from app.swedish_dates import (
    STOCKHOLM,
    clock,
    long_date,
    plain_date,
    short_moment,
    spoken_moment,
    stamp,
    working_days_until,
)

VISIT = datetime(2027, 1, 12, 9, 5, tzinfo=STOCKHOLM)


def test_a_letter_names_weekday_day_month_and_year():
    assert long_date(date(2027, 1, 12)) == "tisdag 12 januari 2027"
    assert plain_date(date(2027, 1, 12)) == "12 januari 2027"


def test_every_weekday_has_its_own_name():
    days = {long_date(date(2027, 1, 4) + timedelta(days=n)).split()[0] for n in range(7)}

    assert days == {"måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"}


def test_every_month_has_its_own_name():
    months = " ".join(plain_date(date(2027, month, 1)).split()[1] for month in range(1, 13))

    assert months == (
        "januari februari mars april maj juni juli augusti september oktober november december"
    )


def test_a_clock_has_a_full_stop_and_two_digits():
    assert clock(VISIT) == "09.05"


def test_a_list_shows_a_short_moment_and_speaks_it_in_full():
    assert short_moment(VISIT) == "tis 12 jan 09.05"
    assert spoken_moment(VISIT) == "Tisdag 12 januari klockan 09.05"


def test_a_stamp_is_swedish_time_whatever_zone_it_was_taken_in():
    assert stamp(datetime(2026, 11, 22, 7, 15, tzinfo=UTC)) == "22 nov 08.15"
    assert stamp(datetime(2026, 7, 22, 7, 15, tzinfo=UTC)) == "22 jul 09.15"


def test_working_days_are_counted_from_tomorrow_and_without_weekends():
    friday = date(2026, 11, 27)
    days = [date(2026, 11, 27), date(2026, 11, 30), date(2026, 12, 2), date(2026, 11, 26)]

    assert [working_days_until(day, today=friday) for day in days] == [0, 1, 3, 0]
