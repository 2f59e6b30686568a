"""Which care system a file comes from, and what is told where that cannot be known."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from app.adapters.booking_files import BookingFiles
from app.bookings import Batch
from app.care_systems import CareSystem, load_care_systems
from app.errors import BookingsUnreadable
from app.swedish_dates import STOCKHOLM
from tests.app.adapters.booking_files.conftest import RESOURCES
from tests.exports import AGFA_EI, PAF, table
from tests.workbooks import saved, sheet_in, workbook

Read = Callable[[bytes], Batch]


def refusal(read: Read, content: bytes) -> BookingsUnreadable:
    with pytest.raises(BookingsUnreadable) as caught:
        read(content)
    return caught.value


@pytest.mark.parametrize(("row", "system"), [(AGFA_EI, "agfa_ei"), (PAF, "paf")])
def test_a_file_is_recognised_by_its_header(read: Read, row: dict[str, str], system: str):
    assert read(table(row)).care_system == system


def test_headers_match_whatever_their_case_spaces_dashes_order_and_unicode_form(read: Read):
    loose = {f" {header.upper().replace('-', '_')} ": cell for header, cell in AGFA_EI.items()}
    loose = dict(reversed(loose.items()))
    content = table(loose, encoding="utf-8").replace("Ö".encode(), "O\u0308".encode())

    (booking,) = read(content).bookings

    assert booking.visit.care_service == "Röntgen av höger knä"
    assert booking.cells["care_service"].column == "UNDERSÖKNING"


def test_other_names_for_a_column_are_known(read: Read):
    renamed = {
        ("Accessionsnummer" if h == "Undersöknings-id" else h): c for h, c in AGFA_EI.items()
    }

    assert read(table(renamed)).bookings[0].booking_id == "EI1"


def test_columns_that_nobody_knows_are_tolerated_even_twice(read: Read):
    content = table({"Ålder": "37", "": "x", **AGFA_EI, "Notering": "ring"})
    content = content.replace("Notering".encode("cp1252"), "Ålder".encode("cp1252"))

    (booking,) = read(content).bookings

    assert booking.problems == ()
    assert booking.patient.given_name == "Kristoffer"


def test_a_missing_column_is_named_beside_those_that_the_file_has(read: Read):
    without = {header: cell for header, cell in AGFA_EI.items() if header != "Undersökningstid"}

    told = refusal(read, table(without))

    assert told.what == "Kolumnen «Undersökningstid» saknas i filen från Agfa EI."
    assert "«Undersöknings-id», «Patient-id»" in told.todo


def test_several_missing_columns_are_named_together(read: Read):
    without = {
        h: c for h, c in AGFA_EI.items() if not h.startswith(("Patientnamn", "Undersökningst"))
    }

    assert refusal(read, table(without)).what == (
        "Kolumnerna «Patientnamn», «Undersökningstid» saknas i filen från Agfa EI."
    )


def test_a_misspelt_header_is_pointed_out(read: Read):
    misspelt = {
        ("Undersökningsid" if h == "Undersöknings-id" else h): c for h, c in AGFA_EI.items()
    }
    misspelt = {("Patientnman" if h == "Patientnamn" else h): c for h, c in misspelt.items()}

    assert refusal(read, table(misspelt)).todo.endswith("Kanske är «Patientnman» felstavad.")


def test_a_column_of_another_field_is_not_taken_for_a_misspelt_one(read: Read):
    without_id = {header: cell for header, cell in AGFA_EI.items() if header != "Patient-id"}

    assert "felstavad" not in refusal(read, table(without_id)).todo


def test_another_list_is_not_taken_for_bookings(read: Read):
    told = refusal(read, b"phone number,name,favourite colour\n07739 468 050,Pete,Coral\n")

    assert told.what == (
        "Filen känns inte igen som en bokningslista från "
        "Agfa EI, Cosmic, OPT kallelsesystem, PAF, Prosang, RHKS eller T4."
    )
    assert told.todo.endswith("«phone number», «name», «favourite colour».")


def test_a_wide_list_is_not_recited_to_its_end(read: Read):
    told = refusal(read, ";".join(f"Kolumn {chr(65 + n % 26)}{n}" for n in range(200)).encode())

    assert told.todo.endswith("«Kolumn D29» och 170 till.")


def test_plain_text_is_told_to_have_one_column(read: Read):
    told = refusal(read, "Hej Karin! Vi ses på mottagningen.\r\n".encode())

    assert told.todo == "Kontrollera att du valde rätt fil. Den har bara en kolumn."


@pytest.mark.parametrize("content", [b";;;;\r\n;;\r\n", b"sep=;\r\n"])
def test_a_table_of_empty_cells_is_empty(read: Read, content: bytes):
    assert refusal(read, content).what == "Filen är tom."


def test_a_list_without_headers_is_not_recited(read: Read):
    rows = b"".join(table(AGFA_EI).splitlines(keepends=True)[1:])

    told = refusal(read, rows)

    assert told.what == "Filen saknar rubriker."
    assert "Ahlgren" not in str(told)


@pytest.mark.parametrize("second", ["patient_ID", "Personnummer"])
def test_two_columns_for_the_same_field_are_refused(read: Read, second: str):
    told = refusal(read, table(AGFA_EI | {second: "19890212-2392"}))

    assert told.what == f"Två kolumner är samma uppgift: «Patient-id», «{second}»."
    assert "Ta bort eller döp om den ena" in told.todo


def test_a_header_that_fits_two_systems_is_not_guessed(tmp_path: Path):
    system = load_care_systems(RESOURCES / "care_systems")[0]
    twin = CareSystem.model_validate(system.model_dump() | {"id": "twin", "name": "Tvilling"})
    now = datetime(2026, 11, 23, 8, 0, tzinfo=STOCKHOLM)
    path = tmp_path / "bokningar.csv"
    path.write_bytes(table(AGFA_EI))

    with pytest.raises(BookingsUnreadable, match="Filen kan komma från Agfa EI eller Tvilling"):
        BookingFiles((system, twin), now=lambda: now).read(path)


def test_a_header_is_known_under_all_that_a_printed_report_has_above_it(read: Read):
    batch = read(b"Utskrift\r\n" * 29 + table(AGFA_EI, delimiter="\t"))

    assert [booking.row_no for booking in batch.bookings] == [31]


def test_what_is_hidden_in_a_workbook_is_told_where_it_may_be_what_is_wanting(read: Read):
    made = workbook([list(AGFA_EI), list(AGFA_EI.values())])
    sheet_in(made).column_dimensions["B"].hidden = True
    cover = workbook([["Röntgen"]])
    cover.create_sheet("Vecka 50").append(list(AGFA_EI))
    filtered = workbook([["Röntgen vecka 50"], list(AGFA_EI), list(AGFA_EI.values())])
    sheet_in(filtered).row_dimensions[3].hidden = True

    refusals = [refusal(read, saved(one)) for one in (made, cover, filtered)]

    assert [error.what[:30] for error in refusals] == [
        "Kolumnen «Patient-id» saknas i",
        "Filen känns inte igen som en b",
        "Filen har rubriker men inga bo",
    ]
    assert [error.todo.partition(". ")[2].rpartition(". ")[2] for error in refusals] == [
        "Dolda kolumner är inte lästa: B.",
        "Bladet «Bokningar» är läst, men inte «Vecka 50».",
        "Dolda rader är inte lästa: rad 3.",
    ]
