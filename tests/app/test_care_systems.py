"""Care systems: what their files must say, and how a booking finds its letter."""

from datetime import date
from pathlib import Path

import pytest

from app.bookings import Address, Booking, BookingState, Patient, Unit, Visit, VisitKind
from app.care_systems import CareSystem, load_care_systems, loose_key
from app.errors import SettingsUnreadable
from app.person_id import IdKind, PersonId

SMALL = """
id = "prov"
name = "Prov"
layout_note = "Antagen."
signature = ["booking_id", "person_id"]
columns = { booking_id = ["Id"], person_id = ["Personnummer"] }
letter_types = [{ code = "A", letter_type = "a" }, { code = "AB", letter_type = "ab" }]

[[units]]
hsa_id = "SE2321000057-EXEMPEL9"
name = "Provenheten"
aliases = ["Prov E"]
rollout = [{ step = 1, valid_from = 2023-05-01 }, { step = 2, valid_from = 2025-01-01 }]
"""


@pytest.fixture
def system(tmp_path: Path) -> CareSystem:
    return _load(tmp_path, SMALL)


def _load(folder: Path, text: str) -> CareSystem:
    (folder / "prov.toml").write_text(text, "utf-8")
    (found,) = load_care_systems(folder)
    return found


def test_a_booking_takes_the_letter_type_of_the_longest_code_that_begins_its_own(
    system: CareSystem,
):
    bookings = [
        _booking(code, BookingState.BOOKED, VisitKind.IN_PERSON) for code in ("A1", " abc ", "C")
    ]

    assert list(map(system.letter_type_for_booking, bookings)) == ["a", "ab", ""]


@pytest.mark.parametrize(
    ("state", "kind", "letter_type"),
    [
        (BookingState.BOOKED, VisitKind.IN_PERSON, "ab"),
        (BookingState.BOOKED, VisitKind.PHONE, "ring"),
        (BookingState.BOOKED, VisitKind.VIDEO, "ab"),
        (BookingState.REBOOKED, VisitKind.PHONE, "om"),
        (BookingState.CANCELLED, VisitKind.PHONE, "ring"),
    ],
)
def test_that_a_visit_is_moved_weighs_more_than_how_it_is_held_and_that_more_than_its_code(
    tmp_path: Path, state: BookingState, kind: VisitKind, letter_type: str
):
    rules = """{ state = "ombokad", letter_type = "om" },
        { visit_kind = "telefon", letter_type = "ring" },"""
    system = _load(tmp_path, SMALL.replace("letter_types = [", f"letter_types = [{rules}"))

    assert system.letter_type_for_booking(_booking("ABC", state, kind)) == letter_type


def _booking(code: str, state: BookingState, kind: VisitKind) -> Booking:
    patient = Patient(PersonId(IdKind.UNKNOWN, ""), "Anna", "Prov", Address())
    visit = Visit(None, "Prov", "Rum 1", examination_code=code, kind=kind)
    return Booking(1, "prov", "B1", patient, Unit("", "Provenheten"), visit, state=state)


def test_a_system_without_tables_needs_no_columns(tmp_path: Path):
    lines = [line for line in SMALL.splitlines() if not line.startswith(("signature", "columns"))]
    standard = 'formats = ["hl7v2", "fhir"]\nsenders = ["PROV-1"]\n'

    system = _load(tmp_path, standard + "\n".join(lines))

    assert system.columns == {}


@pytest.mark.parametrize("sender", ["prov_1", "PROV 1", "se2321000057-exempel9"])
def test_a_standard_file_is_a_systems_by_its_senders_name_or_its_units_hsa_id(
    tmp_path: Path, sender: str
):
    system = _load(tmp_path, f'senders = ["PROV-1"]\n{SMALL}')

    assert system.sends_as(sender)
    assert not system.sends_as("PROV-2")
    assert not system.sends_as("")


def test_a_unit_is_found_by_hsa_id_whatever_its_case(system: CareSystem):
    found = system.unit("se2321000057-exempel9")

    assert found is not None
    assert found.as_unit().name == "Provenheten"
    assert system.unit("SE2321000057-EXEMPEL8") is None


@pytest.mark.parametrize("name", ["Provenheten", "PROV E", "prov-e", "Prov\u00a0 e"])
def test_a_unit_is_found_by_the_names_that_exports_use(system: CareSystem, name: str):
    assert system.unit_named(name) is system.units[0]


def test_no_unit_answers_to_another_name(system: CareSystem):
    assert system.unit_named("Provenhet") is None
    assert system.unit_named("") is None


def test_the_step_in_force_is_the_latest_that_has_begun(system: CareSystem):
    unit = system.units[0]

    assert unit.step_on(date(2023, 4, 30)) == 0
    assert unit.step_on(date(2023, 5, 1)) == 1
    assert unit.step_on(date(2025, 1, 1)) == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('person_id = ["Personnummer"]', 'person_id = ["i d"]'),
        ('"person_id"]', '"date"]'),
        ("person_id = [", "personnummer = ["),
        ('signature = ["booking_id", "person_id"]', 'signature = ["booking_id"]'),
        ('name = "Prov"\n', "\n"),
        ("step = 2", "step = 3"),
        ('id = "prov"', "id = "),
        ('id = "prov"', 'id = "prov"\nformats = []'),
        ('id = "prov"', 'id = "prov"\nformats = ["pdf"]'),
        ('letter_type = "a"', 'letter_type = "a", state = "bokad"'),
    ],
)
def test_a_file_that_could_be_misread_is_refused_by_name(tmp_path: Path, old: str, new: str):
    assert old in SMALL

    with pytest.raises(SettingsUnreadable, match=r"prov\.toml") as caught:
        _load(tmp_path, SMALL.replace(old, new))

    assert caught.value.todo == "Meddela den som ansvarar för programmets inställningar."
    assert caught.value.detail


def test_headers_are_the_same_but_for_case_spaces_dashes_and_unicode_form():
    assert loose_key(" Boknings_ID\ufeff") == loose_key("boknings-id") == "bokningsid"
    assert loose_key("Undersökning") == loose_key("Underso\u0308kning")
    assert loose_key("Metod") != loose_key("Metodkod")
