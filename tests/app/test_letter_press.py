"""The templates folder while an author works in it: letters are of one reading, or not made."""

import shutil
from pathlib import Path

import pytest

from app.draft import Channel
from app.errors import TemplateBroken
from app.letter_press import Templates
from tests.fakes import BOTH
from tests.rendered_letters import templates_in
from tests.shipped_letters import CATALOGUE, TODAY, full_draft

BODY = "letter_types/rontgen/body.md.j2"
TOML = "letter_types/rontgen/letter.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(CATALOGUE.folder, tmp_path / "templates")


@pytest.fixture
def templates(folder: Path) -> Templates:
    return templates_in(folder)


def test_a_letter_is_of_the_text_that_was_read_last(folder: Path, templates: Templates):
    before = templates.press().preview(full_draft("rontgen"), BOTH, today=TODAY)
    (folder / BODY).write_text(f"Ny text först.\n\n{(folder / BODY).read_text('utf-8')}", "utf-8")

    anything_new = templates.read_again()
    after = templates.press().preview(full_draft("rontgen"), BOTH, today=TODAY)

    assert anything_new
    assert after.digest != before.digest
    assert after.letter.template_version != before.letter.template_version
    assert "Ny text först." in after.message


def test_a_press_goes_on_with_the_text_that_it_has_read(folder: Path, templates: Templates):
    press = templates.press()
    before = press.letter(full_draft("rontgen"), today=TODAY)
    (folder / BODY).write_text("Ny text.", "utf-8")
    templates.read_again()

    assert press.letter(full_draft("rontgen"), today=TODAY) == before


def test_while_a_file_cannot_be_read_no_letter_is_made_and_its_author_is_told_where(
    folder: Path, templates: Templates
):
    (folder / TOML).write_text('id = "rontgen"\nname = \n', "utf-8")

    assert templates.read_again()

    with pytest.raises(TemplateBroken, match=f"{TOML}, rad 2") as told:
        templates.press()
    assert (told.value.file, told.value.line) == (TOML, 2)
    assert told.value.todo
    assert templates.catalogue.get("rontgen").name


def test_the_same_slip_is_nothing_new_and_mending_it_is(folder: Path, templates: Templates):
    right = (folder / TOML).read_text("utf-8")
    (folder / TOML).write_text("id = ", "utf-8")
    templates.read_again()

    again = templates.read_again()
    (folder / TOML).write_text(right, "utf-8")
    mended = templates.read_again()

    assert (again, mended) == (False, True)
    assert templates.press().letter(full_draft("rontgen"), today=TODAY).blocks[Channel.LETTER]


@pytest.mark.parametrize("name", [".body.md.j2.swp", "body.md.j2~", "#body.md.j2#", "4913"])
def test_what_an_editor_puts_beside_an_open_file_changes_nothing(
    folder: Path, templates: Templates, name: str
):
    (folder / "letter_types" / "rontgen" / name).write_bytes(b"\xff\x00b0VIM")

    assert not templates.read_again()
    assert templates.catalogue.version == CATALOGUE.version
