"""What a row says beside who and when: its state, how the visit is held, birth date, errors."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from app.adapters.booking_files.layout import Layout
from app.adapters.booking_files.readings import read_starts_at
from app.adapters.booking_files.record import Record
from app.adapters.booking_files.rows import RowReader
from app.bookings import Booking, BookingState, Problem, VisitKind
from app.care_systems import CareSystem, load_care_systems
from app.layouts import DateOrder
from app.swedish_dates import STOCKHOLM

SYSTEMS = load_care_systems(Path(__file__).resolve().parents[4] / "resources" / "care_systems")
PAF = next(system for system in SYSTEMS if system.id == "paf")
ROW = {
    "booking_id": "B1",
    "person_id": "19430212-9046",
    "given_name": "Birgitta",
    "family_name": "Nyblåst",
    "date": "2026-12-07",
    "time": "08:15",
    "unit": "Klinfys Vätterhöjden",
}


def layout_of(fields: Mapping[str, str], *, system: CareSystem = PAF) -> Layout:
    return Layout(system, 1, tuple(fields), {name: at for at, name in enumerate(fields)})


def booking(layout: Layout, *cells: str, problems: tuple[Problem, ...] = ()) -> Booking:
    reader = RowReader(layout, width=len(cells), today=date(2026, 11, 23))
    return reader.booking(Record(2, cells, problems))


def row(**changes: str) -> Booking:
    fields = ROW | changes
    return booking(layout_of(fields), *fields.values())


def told(found: Booking) -> dict[str, str]:
    return {problem.field: problem.sentence for problem in found.problems}


def test_a_plain_row_is_a_booked_visit_of_somebody_alive():
    found = row()

    assert (found.state, found.visit.kind) == (BookingState.BOOKED, VisitKind.IN_PERSON)
    assert (found.patient.deceased, found.patient.phone) == (False, "")
    assert found.problems == ()


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("", BookingState.BOOKED),
        ("Bokad", BookingState.BOOKED),
        ("booked", BookingState.BOOKED),
        ("OMBOKAD", BookingState.REBOOKED),
        ("Ändrad", BookingState.REBOOKED),
        ("avbokad", BookingState.CANCELLED),
        ("Inställd", BookingState.CANCELLED),
        ("Avbokad av patienten", BookingState.CANCELLED),
        ("Cancelled", BookingState.CANCELLED),
    ],
)
def test_the_state_of_a_booking_is_read_in_the_words_of_exports(text: str, state: BookingState):
    found = row(state=text)

    assert found.state is state
    assert found.problems == ()


@pytest.mark.parametrize("text", ["Utebliven", "Genomförd", "Bokad av misstag", "Ej avbokad", "3"])
def test_a_state_that_is_nothing_to_call_to_is_told_of(text: str):
    assert told(row(state=text)) == {
        "state": f"Bokningens status «{text}» är varken bokad, ombokad eller avbokad."
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", VisitKind.IN_PERSON),
        ("Besök", VisitKind.IN_PERSON),
        ("Återbesök läkare", VisitKind.IN_PERSON),
        ("Mottagningsbesök", VisitKind.IN_PERSON),
        ("Telefon", VisitKind.PHONE),
        ("Telefonbesök", VisitKind.PHONE),
        ("VIDEO", VisitKind.VIDEO),
        ("Videobesök", VisitKind.VIDEO),
        ("Digitalt vårdmöte", VisitKind.VIDEO),
    ],
)
def test_how_a_visit_is_held_is_read_in_the_words_of_exports(text: str, kind: VisitKind):
    found = row(visit_kind=text)

    assert found.visit.kind is kind
    assert found.problems == ()


@pytest.mark.parametrize("text", ["Telefon/video", "Videobesök, annars telefon"])
def test_a_visit_that_may_be_held_in_two_ways_is_told_of(text: str):
    assert told(row(visit_kind=text)) == {
        "visit_kind": f"Besökstypen «{text}» är både telefon och video."
    }


@pytest.mark.parametrize("text", ["Distansbesök", "Hembesök", "Brev"])
def test_a_visit_held_in_no_way_that_letters_know_is_told_of(text: str):
    assert told(row(visit_kind=text)) == {
        "visit_kind": f"Besökstypen «{text}» är varken besök, telefon eller video."
    }


@pytest.mark.parametrize("text", ["", "1943-02-12", "430212", "12.2.1943", "19430212"])
def test_a_birth_date_that_agrees_with_the_number_is_fine(text: str):
    assert row(birth_date=text).problems == ()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1943-02-13", "Födelsedatumet stämmer inte med personnumret."),
        ("i februari", "Födelsedatumet «i februari» går inte att tolka."),
    ],
)
def test_a_birth_date_that_is_somebody_elses_is_told_of(text: str, sentence: str):
    assert told(row(birth_date=text)) == {"birth_date": sentence}


def test_a_birth_date_tells_which_century_ten_digits_mean():
    assert row(person_id="2001012398", birth_date="1920-01-01").patient.id.value == "192001012398"
    assert row(person_id="2001012398", birth_date="200101").patient.id.value == "202001012398"


def test_a_birth_date_is_no_matter_where_the_number_holds_none():
    assert set(told(row(person_id="", birth_date="1943-02-13"))) == {"person_id"}


@pytest.mark.parametrize("text", ["Ja", "1", "2026-10-01", "okänt"])
def test_all_but_a_plain_no_means_that_somebody_has_died(text: str):
    assert row(deceased=text).patient.deceased


@pytest.mark.parametrize("text", ["", "Nej", "N", "0"])
def test_a_plain_no_means_that_somebody_is_alive(text: str):
    assert not row(deceased=text).patient.deceased


def test_a_phone_number_stands_as_it_is_written():
    assert row(phone="070-174 06 35").patient.phone == "070-174 06 35"


@pytest.mark.parametrize(
    "text", ["#N/A", "#DIV/0!", "#SAKNAS!", "#VÄRDEFEL!", "#DIVISION/0!", "#NAMN?", "########"]
)
def test_a_spreadsheets_own_error_is_told_of_at_its_column(text: str):
    found = row(town=text)

    assert told(found) == {"town": f"Cellen i «town» visar ett fel i kalkylbladet: {text}."}


def test_a_formula_that_nobody_has_calculated_is_told_of():
    assert "inte är uträknad" in told(row(town="#FORMEL!"))["town"]


@pytest.mark.parametrize("text", ["#1", "Rum #3", "Plan 2 #!"])
def test_a_number_sign_alone_is_no_error(text: str):
    assert row(place=text).problems == ()


def test_an_error_where_protection_should_be_told_protects():
    assert row(protected="#N/A").patient.protected


def test_what_only_the_reader_of_the_file_saw_is_told_first():
    seen = Problem("time", "Två starttider skiljer sig.")

    found = booking(layout_of(ROW), *ROW.values(), problems=(seen,))

    assert found.problems == (seen,)


def test_a_letter_without_a_booked_time_needs_none_where_that_is_the_rule():
    untimed = PAF.model_copy(update={"timed": False})
    fields = ROW | {"date": "", "time": ""}

    timeless = booking(layout_of(fields, system=untimed), *fields.values())
    half = booking(layout_of(fields, system=untimed), *(fields | {"time": "08:15"}).values())

    assert timeless.visit.starts_at is None
    assert timeless.problems == ()
    assert told(half) == {"date": "Datumet saknas."}
    assert told(row(date="", time="")) == {"date": "Datumet saknas.", "time": "Tiden saknas."}


def test_a_row_that_tells_no_unit_is_for_the_one_that_the_file_is_for():
    fields = {name: cell for name, cell in ROW.items() if name != "unit"}
    layout = replace(layout_of(fields), unit="SE2321000057-EXEMPEL4")

    assert booking(layout, *fields.values()).unit.name.startswith("Klinisk fysiologi Skogs")
    assert row().unit.hsa_id == "SE2321000057-EXEMPEL3"


@pytest.mark.parametrize(
    ("name", "sentences"),
    [
        (
            "Klinfys Skogsängen",
            {"unit": "Mottagningens namn och HSA-id gäller olika mottagningar."},
        ),
        ("Klinfys Vätterhöjden", {}),
        ("Ett namn som ingen känner", {}),
    ],
)
def test_a_name_and_an_id_of_two_units_are_no_unit(name: str, sentences: dict[str, str]):
    found = row(unit=name, unit_hsa_id="SE2321000057-EXEMPEL3")

    assert told(found) == sentences
    assert found.unit.hsa_id == ("" if sentences else "SE2321000057-EXEMPEL3")


@pytest.mark.parametrize(
    ("both", "day", "clock"),
    [
        ("2026-12-07 08:15", "2026-12-07", "08.15"),
        ("2026-12-07 08:15", "2026-12-07 00:00", ""),
        ("2026-12-07 08:15", "", "08:15"),
        ("", "2026-12-07", "08:15"),
    ],
)
def test_a_moment_may_also_stand_as_a_day_and_a_clock(both: str, day: str, clock: str):
    found = row(starts_at=both, date=day, time=clock)

    assert found.visit.starts_at == datetime(2026, 12, 7, 8, 15, tzinfo=STOCKHOLM)
    assert found.problems == ()


@pytest.mark.parametrize(("day", "clock"), [("2026-12-08", "08:15"), ("", "09:15")])
def test_a_moment_that_a_day_or_a_clock_beside_it_denies_is_no_time(day: str, clock: str):
    found = row(starts_at="2026-12-07 08:15", date=day, time=clock)

    assert found.visit.starts_at is None
    assert told(found) == {"starts_at": "Raden har två starttider som inte är samma."}


def test_a_units_order_of_day_and_month_decides_a_date_that_could_be_two():
    fields = ROW | {"date": "3/12 2026"}
    layout = layout_of(fields)

    day_first = booking(replace(layout, date_order=DateOrder.DAY_FIRST), *fields.values())

    assert day_first.visit.starts_at == datetime(2026, 12, 3, 8, 15, tzinfo=STOCKHOLM)
    assert booking(layout, *fields.values()).visit.starts_at is None
    assert read_starts_at("3/12 2026", "08:15", order=DateOrder.MONTH_FIRST)[0] == datetime(
        2026, 3, 12, 8, 15, tzinfo=STOCKHOLM
    )


def test_a_number_whose_zeros_are_gone_is_read_but_shown_first():
    found = row(person_id="1012384")

    (doubt,) = found.doubts
    assert found.patient.id.value == "200001012384"
    assert found.problems == ()
    assert doubt.sentence.endswith("Det är tolkat som 20000101-2384.")


@pytest.mark.parametrize(
    "text", ['="19430212-9046"', "'194302129046", "194302129046.0", "4302129046,00"]
)
def test_a_number_in_a_spreadsheets_wrapping_is_whole(text: str):
    found = row(person_id=text)

    assert found.patient.id.value == "194302129046"
    assert (found.problems, found.doubts) == ((), ())


@pytest.mark.parametrize("text", ['=""', "'", '="194302129047"', "194302129046.5", "'Birgitta"])
def test_a_wrapping_around_anything_else_is_no_number(text: str):
    assert set(told(row(person_id=text))) == {"person_id"}


def test_zeros_that_do_not_fit_the_check_digit_are_not_put_back():
    found = row(person_id="1012385")

    assert "nollor i början" in told(found)["person_id"]
    assert found.doubts == ()


def test_a_plus_beside_somebody_younger_than_a_hundred_is_shown_first():
    (doubt,) = row(person_id="19430212+9046").doubts

    assert "plustecken" in doubt.sentence
