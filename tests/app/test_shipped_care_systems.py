"""The eight care systems that ship: what they say, and that they cannot be taken for each other."""

import re
from datetime import date
from pathlib import Path

import pytest

from app.bookings import Address, Booking, BookingState, Patient, Unit, Visit, VisitKind
from app.care_systems import CareSystem, CareUnit, load_care_systems, loose_key
from app.person_id import IdKind, PersonId
from tests.shipped_letters import CATALOGUE, RULES

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "care_systems"
EIGHT = ("agfa_ei", "cosmic", "opt", "paf", "prosang", "rhks", "sectra", "t4")


@pytest.fixture(scope="module")
def shipped() -> dict[str, CareSystem]:
    return {system.id: system for system in load_care_systems(SHIPPED)}


def test_the_eight_shipped_layouts_say_that_they_are_assumed(shipped: dict[str, CareSystem]):
    assert tuple(shipped) == EIGHT
    assert all("ingen enhet har bekräftat" in one.layout_note for one in shipped.values())
    assert all("ASSUMED" in (SHIPPED / f"{id_}.toml").read_text("utf-8") for id_ in EIGHT)


def test_each_shipped_system_gives_the_files_that_it_is_known_for(shipped: dict[str, CareSystem]):
    assert {id_: one.formats for id_, one in shipped.items()} == {
        "agfa_ei": ("tabell", "hl7v2"),
        "cosmic": ("tabell", "fhir"),
        "opt": ("tabell",),
        "paf": ("tabell",),
        "prosang": ("tabell",),
        "rhks": ("tabell",),
        "sectra": ("hl7v2",),
        "t4": ("tabell", "rivta"),
    }


def test_only_prostate_testing_has_no_booked_times(shipped: dict[str, CareSystem]):
    assert [one.id for one in shipped.values() if not one.timed] == ["opt"]


def test_no_table_is_taken_for_two_shipped_systems(shipped: dict[str, CareSystem]):
    tables = [one for one in shipped.values() if "tabell" in one.formats]

    taken = [
        (one.id, other.id)
        for one in tables
        for other in tables
        if one is not other and _could_be_recognised_in(one, _all_headers(other))
    ]

    assert taken == []


def _could_be_recognised_in(system: CareSystem, headers: set[str]) -> bool:
    return all(headers & set(map(loose_key, system.columns[name])) for name in system.signature)


def _all_headers(system: CareSystem) -> set[str]:
    return {loose_key(text) for texts in system.columns.values() for text in texts}


def test_no_sender_stands_for_two_shipped_systems(shipped: dict[str, CareSystem]):
    senders = [loose_key(sender) for one in shipped.values() for sender in one.senders]
    units = [unit.hsa_id for one in shipped.values() for unit in one.units]

    assert len({*senders, *units}) == len(senders) + len(units)


def test_the_shipped_units_are_examples_that_can_reach_nobody(shipped: dict[str, CareSystem]):
    units = [unit for system in shipped.values() for unit in system.units]

    assert all(re.fullmatch(r"SE2321000057-EXEMPEL\d\d?", unit.hsa_id) for unit in units)
    assert all(re.fullmatch(r"040-628 04 \d\d", unit.phone) for unit in units)
    assert len({unit.phone for unit in units}) == len(units)


def test_every_shipped_unit_gives_a_care_that_the_region_has_a_cancelling_rule_for(
    shipped: dict[str, CareSystem],
):
    units = [unit for system in shipped.values() for unit in system.units]

    assert {unit.care_level for unit in units} == set(RULES.cancel_notice)


def test_the_shipped_units_tell_all_that_a_letter_needs(shipped: dict[str, CareSystem]):
    units = [unit for system in shipped.values() for unit in system.units]

    assert all(_tells_all(unit) for unit in units)


def _tells_all(unit: CareUnit) -> bool:
    needed = (unit.phone_hours, unit.street, unit.postal_code, unit.town, unit.directions)
    return all(needed) and "\n" not in unit.directions


@pytest.mark.parametrize(
    ("system", "begins", "steps"),
    [
        ("agfa_ei", date(2023, 5, 1), (1, 1)),
        ("cosmic", date(2024, 1, 1), (1, 1, 0, 0)),  # two of the pilot's units, two others
        ("opt", date(2023, 1, 1), (2,)),
        ("paf", date(2023, 1, 1), (2, 2)),
        ("prosang", date(2024, 4, 1), (2, 2)),
        ("rhks", date(2022, 2, 1), (1, 1, 1)),
        ("sectra", date(2022, 6, 1), (1, 1)),
        ("t4", date(2024, 1, 1), (0, 0)),
    ],
)
def test_each_unit_is_at_the_step_of_the_regions_list(
    shipped: dict[str, CareSystem], system: str, begins: date, steps: tuple[int, ...]
):
    units = shipped[system].units

    assert tuple(unit.step_on(begins) for unit in units) == steps
    assert all(unit.step_on(begins.replace(year=begins.year - 1)) == 0 for unit in units)


@pytest.mark.parametrize(
    ("system", "code", "letter_type"),
    [
        ("agfa_ei", "RTG-LUNG", "rontgen"),
        ("agfa_ei", "DT-BUK", "datortomografi"),
        ("agfa_ei", "MR-KNA-H", "magnetkamera"),
        ("agfa_ei", "UL-HALS", "ultraljud"),
        ("agfa_ei", "PET", ""),
        ("cosmic", "NB", "nybesok"),
        ("cosmic", "ÅB", "aterbesok"),
        ("cosmic", "PROV", "provtagning"),
        ("cosmic", "PÅM", "paminnelse"),
        ("cosmic", "REM", "remissbekraftelse"),
        ("cosmic", "OP", ""),
        ("opt", "PSA-E1", "psa_erbjudande"),
        ("opt", "PSA-P1", "psa_paminnelse"),
        ("paf", "EKG24", "langtids_ekg"),
        ("paf", "EKG48", "langtids_ekg"),
        ("paf", "EKG144", "langtids_ekg"),
        ("paf", "UCG", "ultraljud_hjarta"),
        ("paf", "BAS", "bukaortascreening"),
        ("paf", "ARB", "arbetsprov"),
        ("prosang", "HB", "blodgivning"),
        ("rhks", "", "cellprov"),
        ("sectra", "MAMSCR", "mammografi"),
        ("t4", "UV", "tandvard_vuxen"),
        ("t4", "UB", "tandvard_barn"),
        ("t4", "UB1", "tandvard_barn_forsta"),
    ],
)
def test_the_examination_decides_the_letter_type(
    shipped: dict[str, CareSystem], system: str, code: str, letter_type: str
):
    booking = _booking(code, BookingState.BOOKED, VisitKind.IN_PERSON)

    assert shipped[system].letter_type_for_booking(booking) == letter_type


@pytest.mark.parametrize("system", [id_ for id_ in EIGHT if id_ != "opt"])
def test_a_moved_or_cancelled_booking_takes_a_letter_that_says_so(
    shipped: dict[str, CareSystem], system: str
):
    moved = _booking("X", BookingState.REBOOKED, VisitKind.PHONE)
    cancelled = _booking("X", BookingState.CANCELLED, VisitKind.PHONE)

    told = [shipped[system].letter_type_for_booking(one) for one in (moved, cancelled)]

    assert told == ["blodgivning_ombokning" if system == "prosang" else "ombokning", "avbokning"]


def _booking(code: str, state: BookingState, kind: VisitKind) -> Booking:
    patient = Patient(PersonId(IdKind.UNKNOWN, ""), "Anna", "Prov", Address())
    visit = Visit(None, "Prov", "Rum 1", examination_code=code, kind=kind)
    return Booking(1, "prov", "B1", patient, Unit("", "Provenheten"), visit, state=state)


@pytest.mark.parametrize(
    ("kind", "letter_type"),
    [(VisitKind.PHONE, "telefonbesok"), (VisitKind.VIDEO, "videobesok")],
)
def test_nobody_is_called_to_the_clinic_for_a_call(
    shipped: dict[str, CareSystem], kind: VisitKind, letter_type: str
):
    booking = _booking("NB", BookingState.BOOKED, kind)

    assert shipped["cosmic"].letter_type_for_booking(booking) == letter_type


@pytest.mark.parametrize("system", EIGHT)
def test_every_letter_type_that_a_system_names_is_one_of_its_own(
    shipped: dict[str, CareSystem], system: str
):
    named = {rule.letter_type for rule in shipped[system].letter_types}

    assert named <= {kind.id for kind in CATALOGUE.for_care_system(system)}
