"""Contracts are data: the shipped ones are as they are labelled, and broken ones are refused."""

import shutil
from pathlib import Path

import pytest

from app.contracts import load_contract
from app.errors import SettingsUnreadable
from tests.portal import ROOT

SHIPPED = ROOT / "resources" / "contracts"
ABSENT = Path("absent")


def test_1_0_is_verified_and_never_live():
    contract = load_contract(SHIPPED / "1.0.toml", own=ABSENT)

    assert (contract.verified, contract.label) == (True, "AddMessageToPatientPortalInbox 1.0")
    assert "stängdes vid årsskiftet 2023–2024" in contract.never_live


def test_2_0_is_labelled_as_not_verified():
    contract = load_contract(SHIPPED / "2.0.toml", own=ABSENT)

    assert (contract.verified, contract.label) == (False, "AddMessage 2.0 (overifierad)")


@pytest.mark.parametrize("version", ["1.0", "2.0"])
def test_the_pace_is_the_contracts_and_outlasts_the_platform(version: str):
    contract = load_contract(SHIPPED / f"{version}.toml", own=ABSENT)
    pace = contract.pace

    assert (pace.per_second, pace.per_round, pace.minutes_between_rounds) == (1, 1000, 5)
    assert pace.source
    assert contract.deadline == 75


def test_a_region_may_correct_the_mapping_that_is_not_verified(tmp_path: Path):
    own = changed(tmp_path, "2.0", '"add:Message/core:text"', '"add:Message/core:body"')

    contract = load_contract(SHIPPED / "2.0.toml", own=own)

    assert contract.mapping.message.fields["add:Message/core:body"] == "docbook"


def test_a_copy_changes_nothing_but_the_mapping(tmp_path: Path):
    own = changed(tmp_path, "2.0", "verified = false", "verified = true")

    assert not load_contract(SHIPPED / "2.0.toml", own=own).verified


def test_a_verified_mapping_is_left_as_it_is(tmp_path: Path):
    own = changed(tmp_path, "1.0", "never_live =", "# never_live =")

    contract = load_contract(SHIPPED / "1.0.toml", own=own)

    assert contract == load_contract(SHIPPED / "1.0.toml", own=ABSENT)


BROKEN = {
    "no person": ('"add:subjectOfCareId" = "person"', ""),
    "nobody to ask about": ('"active:subjectOfCareId" = "person"', ""),
    "no text": ('"add:Message/core:text" = "docbook"', ""),
    "unknown value": ('= "docbook"', '= "html"'),
    "unknown prefix": ("add:Message/core:text", "add:Message/other:text"),
    "no path": ("add:Message/core:text", "add:Message//text"),
    "unknown key": ("verified =", "ny = 1\nverified ="),
    "no pattern": ('"[0-9]{8}', '"([0-9]{8}'),
    "no deadline": ("deadline = 75", "deadline = 0"),
    "no TOML": ("[mapping]", "[mapping"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_contract_is_named(tmp_path: Path, kind: str):
    path = changed(tmp_path, "2.0", *BROKEN[kind])

    with pytest.raises(SettingsUnreadable, match=r"Kontraktet i 2\.0\.toml går inte"):
        load_contract(path, own=ABSENT)


def test_a_contract_that_is_not_shipped_is_named():
    with pytest.raises(SettingsUnreadable, match=r"9\.9\.toml"):
        load_contract(SHIPPED / "9.9.toml", own=ABSENT)


def changed(folder: Path, version: str, old: str, new: str) -> Path:
    path = Path(shutil.copy(SHIPPED / f"{version}.toml", folder))
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return path
