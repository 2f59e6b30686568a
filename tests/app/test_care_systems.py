"""Care systems: what their files must say, and what the two that ship say."""

import re
from datetime import date
from pathlib import Path

import pytest

from app.care_systems import CareSystem, CareUnit, load_care_systems, loose_key
from app.errors import SettingsUnreadable

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "care_systems"

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
    assert system.letter_type_for("A1") == "a"
    assert system.letter_type_for(" abc ") == "ab"
    assert system.letter_type_for("C") == ""


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


def test_the_shipped_layouts_say_that_they_are_assumed():
    systems = load_care_systems(SHIPPED)

    assert [system.id for system in systems] == ["agfa_ei", "paf"]
    assert all("ingen enhet har bekräftat" in system.layout_note for system in systems)


def test_no_header_is_taken_for_both_shipped_systems():
    agfa_ei, paf = load_care_systems(SHIPPED)

    assert not _recognised_by(agfa_ei) <= _all_headers(paf)
    assert not _recognised_by(paf) <= _all_headers(agfa_ei)


def _recognised_by(system: CareSystem) -> set[str]:
    return {loose_key(system.columns[name][0]) for name in system.signature}


def _all_headers(system: CareSystem) -> set[str]:
    return {loose_key(text) for texts in system.columns.values() for text in texts}


def test_the_shipped_units_are_examples_that_can_reach_nobody():
    units = [unit for system in load_care_systems(SHIPPED) for unit in system.units]

    assert all(re.fullmatch(r"SE2321000057-EXEMPEL\d", unit.hsa_id) for unit in units)
    assert all(re.fullmatch(r"040-628 04 \d\d", unit.phone) for unit in units)
    assert len({unit.hsa_id for unit in units}) == len(units)


def test_the_shipped_units_tell_all_that_a_letter_needs():
    units = [unit for system in load_care_systems(SHIPPED) for unit in system.units]

    assert all(_tells_all(unit) for unit in units)


def _tells_all(unit: CareUnit) -> bool:
    needed = (unit.phone_hours, unit.street, unit.postal_code, unit.town, unit.directions)
    return all(needed) and "\n" not in unit.directions


def test_radiology_is_at_step_one_and_clinical_physiology_at_step_two():
    agfa_ei, paf = load_care_systems(SHIPPED)

    assert [unit.step_on(date(2023, 4, 30)) for unit in agfa_ei.units] == [0, 0]
    assert [unit.step_on(date(2023, 5, 1)) for unit in agfa_ei.units] == [1, 1]
    assert [unit.step_on(date(2023, 1, 1)) for unit in paf.units] == [2, 2]


def test_only_plain_x_ray_takes_the_x_ray_letter():
    agfa_ei, paf = load_care_systems(SHIPPED)

    assert agfa_ei.letter_type_for("RTG-LUNG") == "rontgen"
    assert agfa_ei.letter_type_for("DT-BUK") == ""
    assert [paf.letter_type_for(code) for code in ("EKG24", "EKG48", "EKG144")] == [
        "langtids_ekg"
    ] * 3
