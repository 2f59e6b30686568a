"""However a file says that an identity is protected, the booking is."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from app.bookings import Batch, Booking
from app.layouts import LayoutUnknown, OwnLayout
from app.same_person import compare_persons
from tests.exports import AGFA_EI, table
from tests.fhir_files import APPOINTMENT, PATIENT, as_bytes, bundle
from tests.siu import AIS, MSH, PID, SCH, TQ1, booked, field, message, sent
from tests.workbooks import saved, sheet_in, workbook

Read = Callable[[bytes], Batch]
ReadRow = Callable[[dict[str, str]], Booking]

CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality"


def renamed(header: str, flag: str) -> dict[str, str]:
    """Agfa EI's row with another header over the flag."""
    return {
        header if name == "Skyddade uppgifter" else name: text for name, text in AGFA_EI.items()
    } | {header: flag}


@pytest.mark.parametrize(
    "header",
    ["Sekretess", "Sekretessmarkerad", "SEKRETESS_FLAGGA", "Skyddad folkbokföring", "Är skyddad"],
)
def test_a_flag_counts_under_a_header_that_nobody_has_listed(read: Read, header: str):
    (protected,) = read(table(renamed(header, "J"))).bookings
    batch = read(table(renamed(header, "N")))

    assert protected.patient.protected
    assert not batch.bookings[0].patient.protected
    assert batch.notes == ()


@pytest.mark.parametrize("header", ["Sekretessmarkering", "Sekretess"])
@pytest.mark.parametrize(("first", "second"), [("J", "N"), ("N", "J")])
def test_one_yes_is_enough_where_several_columns_tell(
    read: Read, header: str, first: str, second: str
):
    (booking,) = read(table(AGFA_EI | {"Skyddade uppgifter": first, header: second})).bookings

    assert booking.patient.protected
    assert booking.problems == ()


def test_a_row_that_ends_before_the_last_of_the_flags_cannot_be_trusted(read: Read):
    header, row = table(AGFA_EI | {"Sekretess": ""}).splitlines(keepends=True)

    (booking,) = read(header + row.rstrip(b";\r\n") + b"\r\n").bookings

    assert [problem.field for problem in booking.problems] == ["protected"]


def test_an_own_layout_that_forgot_the_flag_does_not_lose_it(source: Any, tmp_path: Any):
    path = tmp_path / "egen.csv"
    path.write_bytes(table({"Nr": "1", "Vem": "19890212-2392", "Sekretess": "X"}))
    answers = OwnLayout(
        name="Egen",
        care_system="paf",
        columns={"booking_id": "Nr", "person_id": "Vem"},
        header=("Nr", "Vem", "Sekretess"),
        saved_on=date(2026, 11, 23),
    )

    batch = source.read(path, answers=answers)

    assert batch.bookings[0].patient.protected


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("Patientnamn", "Sekr. mark."),
        ("Gatuadress", "Adressen är skyddad"),
        ("Gatuadress", "Skyddat boende"),
        ("Gatuadress", "Postbox 2820"),
        ("Gatuadress", "Box 28 20"),
        ("Gatuadress", "FORMEDLINGSUPPDRAG"),
        ("C/o-adress", "Skatteverket"),
        ("Postnummer", "Skyddad"),
        ("Land", "Sekretess"),
    ],
)
def test_words_in_place_of_a_name_or_an_address_protect(agfa: ReadRow, column: str, text: str):
    assert agfa({column: text}).patient.protected


@pytest.mark.parametrize("street", ["Naturskyddsvägen 28", "Boxholmsgatan 2820", "Box 2821"])
def test_a_plain_address_does_not_protect(agfa: ReadRow, street: str):
    assert not agfa({"Gatuadress": street}).patient.protected


def test_a_flag_in_a_hidden_column_of_a_workbook_is_read(read: Read):
    made = workbook([list(AGFA_EI), list((AGFA_EI | {"Skyddade uppgifter": "J"}).values())])
    for column in "IR":
        sheet_in(made).column_dimensions[column].hidden = True

    batch = read(saved(made))

    assert batch.bookings[0].patient.protected
    assert batch.bookings[0].visit.referred_by == ""
    assert batch.notes == (
        "Dolda kolumner är inte lästa: R.",
        "Dolda kolumner om skyddade personuppgifter är lästa: I.",
    )


@pytest.mark.parametrize(
    ("label", "protected"),
    [
        ({"code": "SEKRETESSMARKERING"}, True),
        ({"code": "skyddadFolkbokföring"}, True),
        ({"code": "1", "display": "Skyddad folkbokföring"}, True),
        ({"display": "Protected identity"}, True),
        ({"code": "R"}, True),
        ({"code": "N"}, False),
        ({"code": "N", "system": CONFIDENTIALITY}, False),
        ({"code": "R", "system": "https://exempel.se/annat"}, False),
    ],
)
def test_a_label_of_fhir_counts_in_other_words(
    read: Read, label: dict[str, str], *, protected: bool
):
    labelled = PATIENT | {"meta": {"security": [label]}}

    (booking,) = read(as_bytes(bundle(APPOINTMENT, labelled))).bookings

    assert booking.patient.protected is protected


def test_a_name_that_hides_who_somebody_is_protects(read: Read):
    hidden = PATIENT | {"name": [{"use": "anonymous", "family": "Nilsson", "given": ["N"]}]}

    (booking,) = read(as_bytes(bundle(APPOINTMENT, hidden))).bookings

    assert booking.patient.protected


def test_who_is_protected_in_one_row_is_protected_in_all(read: Read):
    other = {"Undersöknings-id": "EI2", "Undersökningsdatum": "2026-12-14"}
    flagged = {"Skyddade uppgifter": "J", "Patient-id": "890212-2392"}
    somebody = {"Patient-id": "194302129046", "Patientnamn": "Nyblåst, Birgitta"}

    batch = read(table(AGFA_EI, AGFA_EI | other | flagged, AGFA_EI | somebody))
    bookings = compare_persons(batch.bookings)

    assert [booking.patient.protected for booking in bookings] == [True, True, False]


def test_who_is_protected_in_one_message_is_protected_in_all(read: Read):
    flagged = (MSH, SCH, TQ1, PID, field("PV1", 16, "VIP"), AIS)

    batch = read(message(*flagged, sent("S12", control_id="M2"), booked("50002"), TQ1, PID, AIS))
    bookings = compare_persons(batch.bookings)

    assert [booking.patient.protected for booking in bookings] == [True, True]


def test_rows_without_a_number_share_nothing(read: Read):
    nobody = AGFA_EI | {"Patient-id": ""}

    batch = read(table(nobody, nobody | {"Skyddade uppgifter": "J", "Undersöknings-id": "EI2"}))

    assert [booking.patient.protected for booking in batch.bookings] == [False, True]


def test_a_flag_is_guessed_by_its_header_so_that_its_rows_are_hidden_from_the_start(read: Read):
    with pytest.raises(LayoutUnknown) as asked:
        read(table({"Nr": "1", "Vem": "19890212-2392", "Sekretess_J_N": "J", "Anm": ""}))

    assert asked.value.sheet.columns == {"person_id": 1, "protected": 2}
