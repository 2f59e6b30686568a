"""What the linter says to an author: of insert sheets, and of templates that nobody can read."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from app.findings import Severity
from app.linter import Remark, remarks_on
from app.swedish_dates import STOCKHOLM
from tests.rendered_letters import templates_in
from tests.shipped_letters import CARE_SYSTEMS, CATALOGUE

VISIT = datetime(2027, 1, 12, 9, 40, tzinfo=STOCKHOLM)
SYSTEMS = {system.id for system in CARE_SYSTEMS}
SHEET = "inserts/arbetsprov/body.md.j2"
FEE = '{% include "blocks/avgift.md.j2" %}'
FEE_EN = '{% include "blocks/en/avgift.md.j2" %}'


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A copy of the shipped templates that a test may spoil."""
    return shutil.copytree(CATALOGUE.folder, tmp_path / "templates")


def change(templates: Path, file: str, old: str, new: str) -> None:
    path = templates / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def lint(templates: Path, letter_type: str) -> list[Remark]:
    """What is said of a letter type besides signals."""
    remarks = remarks_on(
        letter_type, templates=templates_in(templates), care_systems=SYSTEMS, at=VISIT
    )
    return [one for one in remarks if one.severity is not Severity.INFO]


def test_a_sheet_that_the_message_does_not_lead_to_is_told_with_its_line(templates: Path):
    change(templates, SHEET, "## Före besöket", "{# Bladet. #}\n## Inför provet")

    (remark,) = lint(templates, "arbetsprov")

    assert (remark.severity, remark.file, remark.line) == (Severity.BLOCKED, SHEET, 2)
    assert "leder inte till bladet «Inför provet»" in remark.sentence


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{{ okand }}", "uppgiften okand finns inte"),
        ("<b>fet</b>", "HTML är inte tillåtet"),
        ("[här](http://www.1177.se/)", "tillåten webbplats"),
    ],
)
def test_a_slip_in_a_sheet_is_told_with_the_sheets_own_line(templates: Path, text: str, what: str):
    change(templates, SHEET, "## Före besöket", f"## Före besöket\n\n{text}")

    (remark,) = lint(templates, "arbetsprov")

    assert (remark.severity, remark.file, remark.line) == (Severity.BLOCKED, SHEET, 3)
    assert what in remark.sentence


def test_a_sheet_may_not_tell_of_a_fee_for_missing_a_time_either(templates: Path):
    change(templates, SHEET, "## Före besöket", "## Före besöket\n\n{{ missed_visit }}")
    change(templates, "letter_types/arbetsprov/letter.toml", "no_show = true", "no_show = false")
    change(templates, "letter_types/arbetsprov/body.md.j2", FEE, "{{ patient_fee }}")
    change(templates, "letter_types/arbetsprov/body.en.md.j2", FEE_EN, "{{ patient_fee }}")

    found = lint(templates, "arbetsprov")

    assert ["JO 2127-2016" in one.sentence for one in found] == [True]


def test_how_easy_a_sheet_is_to_read_is_a_signal():
    remarks = remarks_on(
        "arbetsprov", templates=templates_in(CATALOGUE.folder), care_systems=SYSTEMS, at=VISIT
    )

    assert {one.file for one in remarks if "LIX" in one.sentence} > {SHEET}


@pytest.mark.parametrize(
    ("file", "text", "what"),
    [
        ("letter_types/rontgen/letter.toml", "id = ", "följer inte reglerna för TOML"),
        ("elements.toml", "elements = 1", "går inte att använda"),
    ],
)
def test_templates_that_cannot_be_read_are_told_of_in_one_remark(
    templates: Path, file: str, text: str, what: str
):
    made = templates_in(templates)
    (templates / file).write_text(text, "utf-8")
    made.read_again()

    (remark,) = remarks_on("rontgen", templates=made, care_systems=SYSTEMS, at=VISIT)

    assert (remark.severity, remark.file) == (Severity.BLOCKED, file)
    assert what in remark.sentence


def test_a_care_system_that_does_not_exist_is_told_with_its_line(templates: Path):
    file = "letter_types/rontgen/letter.toml"
    change(templates, file, '"agfa_ei"', '"agfa_ei", "agfa"')

    (remark,) = lint(templates, "rontgen")

    assert (remark.severity, remark.file, remark.line) == (Severity.BLOCKED, file, 8)
    assert remark.sentence.startswith("agfa i care_systems finns inte.")


def test_a_letter_type_that_is_gone_is_told_of_in_one_remark():
    (remark,) = remarks_on(
        "borta", templates=templates_in(CATALOGUE.folder), care_systems=SYSTEMS, at=VISIT
    )

    assert remark.file == "letter_types/borta"
