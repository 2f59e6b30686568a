"""Retention rules as a unit writes them, and that nothing is purged by what nobody has decided."""

from datetime import date, datetime
from pathlib import Path

import pytest

from app.errors import SettingsUnreadable
from app.retention import LEAST_LOG_YEARS, load_retention
from app.swedish_dates import STOCKHOLM
from tests.shipped_letters import ROOT

SHIPPED = ROOT / "resources" / "retention.toml"
OWN = """
[[rules]]
letter_types = ["rontgen", "mammografi"]
keep_years = 3
decision = "Dnr PROV 1, 2026-11-01"

[[rules]]
letter_types = ["*"]
keep_years = 10
decision = "Dnr PROV 1, 2026-11-01"

[log]
keep_years = 6
decision = "Dnr PROV 2, 2026-11-01"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "gallring.toml"
    path.write_text(OWN, "utf-8")
    return path


def midnight(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, tzinfo=STOCKHOLM)


def test_the_shipped_rules_are_assumed_and_rest_on_no_decision(tmp_path: Path):
    rules = load_retention(shipped=SHIPPED, own=tmp_path / "gallring.toml")

    assert not rules.is_decided
    assert all("Antagen, inget beslut" in rule.note for rule in rules.rules)


def test_a_units_own_rules_come_in_place_of_the_shipped_ones(own: Path):
    rules = load_retention(shipped=SHIPPED, own=own)

    due = rules.due(date(2030, 5, 2))

    assert rules.is_decided
    assert due.of_kinds == dict.fromkeys(("rontgen", "mammografi"), midnight(2027, 5, 2))
    assert (due.of_others, due.log) == (midnight(2020, 5, 2), midnight(2024, 5, 2))


def test_without_a_rule_for_the_rest_or_the_log_they_are_never_due(own: Path):
    own.write_text('[[rules]]\nletter_types = ["rontgen"]\nkeep_years = 3\ndecision = "A"', "utf-8")

    rules = load_retention(shipped=SHIPPED, own=own)

    due = rules.due(date(2030, 5, 2))
    assert rules.is_decided
    assert (due.of_others, due.log) == (None, None)


@pytest.mark.parametrize("decision", ['decision = ""', 'decision = "  "', ""])
def test_one_rule_without_a_decision_is_enough_to_stop_all(own: Path, decision: str):
    own.write_text(OWN.replace('decision = "Dnr PROV 2, 2026-11-01"', decision), "utf-8")

    assert not load_retention(shipped=SHIPPED, own=own).is_decided


def test_no_rules_at_all_are_no_decision(own: Path):
    own.write_text("rules = []", "utf-8")

    assert not load_retention(shipped=SHIPPED, own=own).is_decided


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("keep_years = 3", "keep_years = 0"),
        ("keep_years = 6", f"keep_years = {LEAST_LOG_YEARS - 1}"),
        ('"mammografi"]', '"*"]'),
        ('["*"]', "[]"),
        ("[log]", "[logg]"),
    ],
)
def test_a_file_that_does_not_follow_the_form_is_refused_in_a_sentence(
    own: Path, text: str, instead: str
):
    own.write_text(OWN.replace(text, instead), "utf-8")

    with pytest.raises(SettingsUnreadable, match=r"Gallringsreglerna i gallring\.toml"):
        load_retention(shipped=SHIPPED, own=own)


def test_a_leap_day_becomes_the_day_before(own: Path):
    due = load_retention(shipped=SHIPPED, own=own).due(date(2028, 2, 29))

    assert due.of_kinds["rontgen"] == midnight(2025, 2, 28)
