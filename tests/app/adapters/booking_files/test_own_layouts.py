"""A file that nobody knows is asked about once, and known by its header from then on."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from app.adapters.booking_files import BookingFiles
from app.care_systems import FieldName, load_care_systems
from app.layouts import Gap, LayoutUnknown, OwnLayout, Sheet
from app.swedish_dates import STOCKHOLM
from tests.app.adapters.booking_files.conftest import RESOURCES
from tests.exports import AGFA_EI, table

EXPORT = {
    "Nr": "EI1",
    "Vem": "19890212-2392",
    "Namn": "Ahlgren, Kristoffer",
    "När": "2026-12-07 08:15",
    "Vad": "Röntgen av höger knä",
    "Rum": "Plan 2",
    "Postnr": "331 30",
    "Hemlig": "N",
}
COLUMNS: Mapping[FieldName, str] = {
    "booking_id": "Nr",
    "person_id": "Vem",
    "name": "Namn",
    "starts_at": "När",
    "care_service": "Vad",
    "place": "Rum",
    "protected": "Hemlig",
}
OWN = OwnLayout(
    name="Röntgen Vätterhöjden",
    care_system="agfa_ei",
    columns=dict(COLUMNS),
    header=tuple(EXPORT),
    unit="SE2321000057-EXEMPEL1",
    saved_by="karin",
    saved_on=date(2026, 11, 20),
)
SYSTEMS = load_care_systems(RESOURCES / "care_systems")


def source(*layouts: OwnLayout) -> BookingFiles:
    now = datetime(2026, 11, 23, 8, 0, tzinfo=STOCKHOLM)
    return BookingFiles(SYSTEMS, now=lambda: now, layouts=lambda: layouts)


def saved(folder: Path, *rows: dict[str, str]) -> Path:
    path = folder / "egen.csv"
    path.write_bytes(table(*rows))
    return path


def asked(reader: BookingFiles, path: Path) -> tuple[str, Sheet]:
    with pytest.raises(LayoutUnknown) as caught:
        reader.read(path)
    return str(caught.value), caught.value.sheet


def test_a_file_that_nobody_knows_is_asked_about_with_its_rows_and_guesses(tmp_path: Path):
    sentence, sheet = asked(source(), saved(tmp_path, EXPORT, EXPORT))

    assert "känns inte igen" in sentence
    assert (sheet.file_name, sheet.gap) == ("egen.csv", Gap.COLUMNS)
    assert sheet.header == tuple(EXPORT)
    assert sheet.rows == (tuple(EXPORT.values()),) * 2
    assert sheet.columns is not None
    guessed = {name: sheet.header[index] for name, index in sheet.columns.items()}
    assert guessed["person_id"] == "Vem"
    assert guessed["starts_at"] == "När"
    assert guessed["postal_code"] == "Postnr"


def test_the_answers_are_used_at_once_and_told_as_the_units_own(tmp_path: Path):
    batch = source().read(saved(tmp_path, EXPORT), answers=OWN)

    (booking,) = batch.bookings
    assert booking.problems == ()
    assert booking.patient.list_name == "Ahlgren, Kristoffer"
    assert booking.unit.hsa_id == "SE2321000057-EXEMPEL1"
    assert booking.cells["care_service"].column == "Vad"
    assert batch.layout_note == (
        "Egen exportlayout: Röntgen Vätterhöjden, sparad 2026-11-20 av karin."
    )


def test_a_saved_layout_is_recognised_by_its_header_however_it_is_written(tmp_path: Path):
    renamed = {header.upper(): cell for header, cell in reversed(EXPORT.items())}

    batch = source(OWN).read(saved(tmp_path, renamed))

    assert batch.bookings[0].visit.place == "Plan 2"
    assert batch.notes == ()


def test_a_known_header_with_other_columns_is_read_with_a_warning(tmp_path: Path):
    changed = {h: c for h, c in EXPORT.items() if h != "Postnr"} | {"Telefon": "040-628 04 10"}

    batch = source(OWN).read(saved(tmp_path, changed))

    assert batch.bookings[0].booking_id == "EI1"
    assert batch.notes[0].startswith("Rubrikerna har ändrats sedan layouten Röntgen Vätterhöjden")
    assert "nya: «Telefon»; borta: «Postnr»" in batch.notes[0]


def test_a_known_header_that_lost_a_column_in_use_is_asked_about_again(tmp_path: Path):
    lost = {("Tidpunkt" if h == "När" else h): c for h, c in EXPORT.items()}

    sentence, sheet = asked(source(OWN), saved(tmp_path, lost))

    assert "«När» saknas" in sentence
    assert sheet.earlier == OWN


def test_a_known_header_that_has_a_column_in_use_twice_is_asked_about_again(tmp_path: Path):
    path = tmp_path / "egen.csv"
    path.write_bytes(b"\r\n".join(line + b";Vem" for line in table(EXPORT).splitlines()))

    sentence, sheet = asked(source(OWN), path)

    assert "Röntgen Vätterhöjden sparades: «Vem» finns två gånger." in sentence
    assert sheet.earlier == OWN


def test_a_layout_of_a_care_system_that_is_gone_is_not_blamed_on_the_header(tmp_path: Path):
    gone = OWN.model_copy(update={"care_system": "borta"})

    sentence, _ = asked(source(gone), saved(tmp_path, EXPORT))

    assert "känns inte igen" in sentence


def test_a_missing_column_of_a_known_system_can_be_pointed_out_instead(tmp_path: Path):
    renamed = {("Undersökt" if h == "Undersökning" else h): c for h, c in AGFA_EI.items()}

    sentence, sheet = asked(source(), saved(tmp_path, renamed))

    assert "Kolumnen «Undersökning» saknas" in sentence
    assert "välj vilken kolumn som är vad" in sentence
    assert sheet.care_system == "agfa_ei"


def test_guesses_follow_the_care_system_that_is_chosen(tmp_path: Path):
    _, sheet = asked(source(), saved(tmp_path, EXPORT))

    for_paf = source().guess(sheet, care_system="paf")

    assert {sheet.header[index] for index in for_paf.values()} >= {"Vem", "När"}


def test_a_standard_file_from_nobody_known_asks_only_for_its_care_system(tmp_path: Path):
    path = tmp_path / "okänd.hl7"
    sample = (RESOURCES / "samples" / "sectra.hl7").read_bytes()
    path.write_bytes(sample.replace(b"SECTRA-EXEMPEL", b"NAGON-ANNAN").replace(b"EXEMPEL", b"X"))

    _, sheet = asked(source(), path)
    answers = OwnLayout(name="Bröst", care_system="sectra", senders=sheet.senders)

    assert sheet.gap is Gap.CARE_SYSTEM
    assert source().read(path, answers=answers).care_system == "sectra"
    assert source(answers).read(path).care_system == "sectra"


def test_a_pasted_table_is_read_as_a_file_is():
    text = "\r\n".join(("\t".join(EXPORT), "\t".join(EXPORT.values()), ""))

    batch = source(OWN).read_text(text, name="Inklistrad tabell")

    assert batch.file_name == "Inklistrad tabell"
    assert batch.bookings[0].booking_id == "EI1"


def test_a_booking_typed_by_hand_is_checked_as_a_row_of_a_file_is():
    written = source().write(
        {"person_id": "8902122392", "given_name": "Kristoffer", "date": "31/11 2026"},
        care_system="agfa_ei",
        row_no=7,
    )

    assert written.row_no == 7
    assert written.patient.id.value == "198902122392"
    assert {"date", "unit"} <= {problem.field for problem in written.problems}
