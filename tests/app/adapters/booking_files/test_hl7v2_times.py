"""When a visit starts, where a message says so in several places."""

import pytest

from app.adapters.booking_files.readings import read_starts_at
from app.bookings import Problem
from tests.siu import AIS, MSH, PID, SCH, TQ1, booked, field, only, problems, sent


def test_the_places_count_in_this_order():
    places = [
        field("TQ1", 7, "202611030801"),
        field("SCH", 11, "^^^202611030802"),
        field("AIS", 4, "202611030803"),
        field("AIL", 6, "202611030804"),
        field("AIP", 6, "202611030805"),
        field("AIG", 8, "202611030806"),
    ]

    times = [only(MSH, *places[number:])["time"] for number in range(len(places))]

    assert times == ["08:01", "08:02", "08:03", "08:04", "08:05", "08:06"]


def test_the_earliest_service_is_when_the_visit_starts():
    services = [field("AIS", 4, at) for at in ("202611030930", "202611030900", "202611031000")]

    assert only(MSH, SCH, *services)["time"] == "09:00"
    assert problems(MSH, SCH, *services) == ()


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("202511030815", "3 november 2025 klockan 08.15"),
        ("202611030845", "3 november 2026 klockan 08.45"),
        ("20261104", "4 november 2026"),
    ],
)
def test_another_start_anywhere_is_told_and_never_chosen(other: str, told: str):
    segments = (MSH, SCH, TQ1, PID, field("AIS", 4, other))

    texts, (problem,) = only(*segments), problems(*segments)

    assert (texts["date"], texts["time"]) == ("2026-11-03", "08:15")
    assert problem.field == "date"
    assert problem.sentence == (
        "Meddelandet har olika starttider: 3 november 2026 klockan 08.15 (TQ1-7) och "
        f"{told} (AIS-4)."
    )


def test_services_on_two_days_are_told():
    services = [field("AIS", 4, at) for at in ("202611030930", "202611050900")]

    assert [problem.field for problem in problems(MSH, SCH, *services)] == ["date"]


def test_a_place_with_only_the_date_leaves_the_time_to_the_next():
    segments = (MSH, field("SCH", 11, "^^^20261103"), field("AIS", 4, "202611030815"))

    assert only(*segments)["time"] == "08:15"
    assert problems(*segments) == ()


def test_a_date_alone_has_no_time():
    texts = only(MSH, SCH, field("AIS", 4, "20261103"))

    assert (texts["date"], texts["time"]) == ("2026-11-03", "")


def test_no_start_at_all_is_no_date():
    texts = only(MSH, SCH, PID)

    assert (texts["date"], texts["time"]) == ("", "")


@pytest.mark.parametrize(
    ("written", "day", "at"),
    [
        ("202611030815", "2026-11-03", "08:15"),
        ("20261103081530", "2026-11-03", "08:15"),
        ("20261103081530.1234", "2026-11-03", "08:15"),
        ("202611030815+0100", "2026-11-03", "08:15"),
        ("202607030815+0200", "2026-07-03", "08:15"),
        ("202611030715Z", "2026-11-03", "08:15"),
        ("202611030715+0000", "2026-11-03", "08:15"),
        ("202109240930+0215", "2021-09-24", "09:15"),
        ("202611032330-0500", "2026-11-04", "05:30"),
        ("20261103+0100", "2026-11-03", ""),
    ],
)
def test_offsets_become_swedish_time(written: str, day: str, at: str):
    texts = only(MSH, SCH, field("AIS", 4, written))

    assert (texts["date"], texts["time"]) == (day, at)


@pytest.mark.parametrize(
    ("written", "day", "at"),
    [
        ("202611032500", "20261103", "2500"),
        ("202602310815", "20260231", "0815"),
        ("20260231", "20260231", ""),
        ("20261103081575", "20261103", "081575"),
        ("2026110308", "20261103", "08"),
        ("202611", "202611", ""),
        ("202611030815+9900", "20261103", "0815+9900"),
        ("00010101000000+0100", "00010101", "000000+0100"),
        ("3 nov 2026", "3 nov 2026", ""),
        ("2" * 100, "2" * 8, "2" * 92),
    ],
)
def test_an_impossible_time_stays_as_written_and_is_no_moment(written: str, day: str, at: str):
    texts = only(MSH, SCH, field("AIS", 4, written))

    assert (texts["date"], texts["time"]) == (day, at)
    moment, explained = read_starts_at(day, at)
    assert moment is None
    assert explained


def test_an_impossible_time_beside_a_possible_one_is_told():
    segments = (MSH, SCH, field("TQ1", 7, "2" * 50), field("AIS", 4, "202611030815"))

    assert only(*segments)["time"] == "08:15"
    sentence = f"Starttiden «{'2' * 30}…» (TQ1-7) går inte att tolka."
    assert problems(*segments) == (Problem("date", sentence),)


def test_what_is_taken_away_has_no_start():
    segments = (
        *(MSH, SCH, "AIS|1|D|A^Borttagen|202611030800", "AIS|2|A|B^Kvar|202611030900"),
        "AIL|1||Hall|||202611030700||||||Cancelled",
    )

    assert only(*segments, "AIL|2||Rum 4|||202611030900")["care_service"] == "Kvar"
    assert problems(*segments, "AIL|2||Rum 4|||202611030900") == ()


def test_a_cancelled_booking_keeps_the_start_that_is_cancelled():
    cancelled = f"{AIS}||||||Cancelled"

    assert only(sent("S15"), booked("1", status="Cancelled"), PID, cancelled)["time"] == "08:15"


def test_of_absurdly_many_times_some_are_weighed_and_the_rest_told_of():
    many = [
        field("AIS", 4, f"20261103{number // 60 + 8:02}{number % 60:02}") for number in range(60)
    ]

    assert only(MSH, SCH, *many)["time"] == "08:00"
    assert [problem.sentence for problem in problems(MSH, SCH, *many)] == [
        "Meddelandet har orimligt många starttider, så alla är inte jämförda."
    ]
    assert problems(MSH, SCH, *many[:50]) == ()


def test_a_clock_that_summer_time_skips_is_never_moved_to_another():
    segments = (MSH, field("SCH", 11, "^^^20260329023000"))

    texts = only(*segments)

    assert (texts["date"], texts["time"]) == ("2026-03-29", "02:30")
    assert read_starts_at(texts["date"], texts["time"])[0] is None
