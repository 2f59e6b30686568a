"""A draft of the templates: what is typed shows in its letters at once, and nowhere else."""

import shutil
from pathlib import Path

import pytest

from app.errors import NotSaved, TemplateBroken
from app.template_draft import ChangedOutside, TemplateDraft, TemplateFile
from tests.rendered_letters import templates_in
from tests.shipped_letters import CATALOGUE, TODAY, full_draft

BODY = TemplateFile("letter_types/rontgen/body.md.j2")
TOML = TemplateFile("letter_types/rontgen/letter.toml")
SENTENCE = "Ta med dig ett glatt humör."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CATALOGUE.folder, tmp_path / "utkast"))


@pytest.fixture
def draft(folder: Path) -> TemplateDraft:
    return opened(folder)


def opened(folder: Path) -> TemplateDraft:
    return TemplateDraft(
        folder,
        press_of=lambda path: templates_in(path).press(),
        in_use=templates_in(CATALOGUE.folder).press,
    )


def add(draft: TemplateDraft, file: TemplateFile = BODY, sentence: str = SENTENCE) -> None:
    draft.write(file, f"{draft.text(file).rstrip()}\n\n{sentence}\n")


def save(draft: TemplateDraft, file: TemplateFile = BODY) -> None:
    saving = draft.saving(file)
    saving.write()
    draft.note_saved(saving)


def save_over(draft: TemplateDraft) -> None:
    saving = draft.saving(BODY)
    saving.write_over()
    draft.note_saved(saving)


def message(draft: TemplateDraft) -> str:
    made = draft.press(draft.sources).letter(full_draft("rontgen"), today=TODAY)
    return str(made.blocks)


@pytest.mark.parametrize(
    ("name", "letter_type", "block", "insert", "language"),
    [
        ("letter_types/rontgen/body.md.j2", "rontgen", "", "", "sv"),
        ("letter_types/arbetsprov/body.en.md.j2", "arbetsprov", "", "", "en"),
        ("letter_types/rontgen/letter.toml", "rontgen", "", "", "sv"),
        ("blocks/avgift.md.j2", "", "avgift", "", "sv"),
        ("blocks/en/avgift.md.j2", "", "avgift", "", "en"),
        ("inserts/arbetsprov/body.md.j2", "", "", "arbetsprov", "sv"),
        ("inserts/arbetsprov/body.en.md.j2", "", "", "arbetsprov", "en"),
    ],
)
def test_a_file_tells_what_it_is(
    name: str, letter_type: str, block: str, insert: str, language: str
):
    file = TemplateFile(name)

    assert (file.letter_type, file.block, file.insert) == (letter_type, block, insert)
    assert file.language == language
    assert file.is_settings == name.endswith(".toml")


def test_the_layout_of_the_page_and_the_rules_are_not_written_here(draft: TemplateDraft):
    names = {file.name for file in draft.files}

    assert {BODY.name, TOML.name, "blocks/avgift.md.j2"} <= names
    assert not {name for name in names if name.startswith(("paper/", "elements"))}


def test_what_is_typed_stands_in_the_letters_before_it_is_saved(draft: TemplateDraft):
    add(draft)

    assert SENTENCE in message(draft)
    assert draft.unsaved == {BODY}


def test_a_shared_block_and_a_letter_type_are_typed_into_alike(draft: TemplateDraft):
    add(draft, TemplateFile("blocks/fragor.md.j2"))
    draft.write(TOML, draft.text(TOML).replace("Kallelse till röntgen", "Röntgen av dig"))

    press = draft.press(draft.sources)

    assert SENTENCE in message(draft)
    assert press.catalogue.get("rontgen").name.startswith("Röntgen av dig")


def test_what_is_typed_reaches_neither_the_folder_nor_the_templates_in_use(
    draft: TemplateDraft, folder: Path
):
    in_use = templates_in(CATALOGUE.folder).press()
    before = in_use.letter(full_draft("rontgen"), today=TODAY)
    add(draft)
    draft.press(draft.sources).letter(full_draft("rontgen"), today=TODAY)

    assert SENTENCE not in (folder / BODY.name).read_text("utf-8")
    assert in_use.letter(full_draft("rontgen"), today=TODAY) == before


def test_a_fault_in_what_is_typed_is_told_by_its_file_and_line(draft: TemplateDraft):
    add(draft, sentence="{{ finns_inte }}")
    line = draft.text(BODY).splitlines().index("{{ finns_inte }}") + 1

    with pytest.raises(TemplateBroken) as told:
        message(draft)

    assert (told.value.file, told.value.line) == (BODY.name, line)


def test_a_fault_that_is_typed_away_again_leaves_nothing_behind(draft: TemplateDraft):
    before = draft.text(BODY)
    draft.write(BODY, "{{ finns_inte }}")

    draft.write(BODY, before)

    assert not draft.unsaved
    assert message(draft)


def test_a_folder_that_cannot_be_read_is_mended_by_typing(folder: Path):
    whole = (folder / TOML.name).read_text("utf-8")
    (folder / TOML.name).write_text("id =", "utf-8")
    draft = opened(folder)
    with pytest.raises(TemplateBroken) as told:
        message(draft)

    draft.write(TOML, whole)

    assert told.value.file == TOML.name
    assert message(draft)


def test_a_file_is_saved_whole_and_is_then_what_the_folder_says(draft: TemplateDraft, folder: Path):
    add(draft)

    save(draft)

    assert (folder / BODY.name).read_text("utf-8") == draft.text(BODY)
    assert not draft.unsaved
    assert SENTENCE in message(draft)
    assert draft.take_in(draft.read()) == frozenset()


def test_what_is_typed_while_it_is_being_saved_is_not_saved_yet(draft: TemplateDraft):
    add(draft)
    saving = draft.saving(BODY)
    add(draft, sentence="Och lite till.")
    saving.write()

    draft.note_saved(saving)

    assert draft.unsaved == {BODY}
    assert "Och lite till." in draft.text(BODY)
    save(draft)
    assert not draft.unsaved


def test_a_reading_that_a_saving_overtook_does_not_bring_the_old_text_back(
    draft: TemplateDraft,
):
    add(draft)
    reading = draft.read()
    save(draft)

    changed = draft.take_in(reading)

    assert changed == frozenset()
    assert SENTENCE in draft.text(BODY)


def test_what_another_program_has_written_is_not_saved_over_unasked(
    draft: TemplateDraft, folder: Path
):
    add(draft)
    (folder / BODY.name).write_text("Något annat.\n", "utf-8")

    with pytest.raises(ChangedOutside, match="har ändrats utanför"):
        draft.saving(BODY).write()

    assert (folder / BODY.name).read_text("utf-8") == "Något annat.\n"
    assert draft.unsaved == {BODY}


def test_a_change_that_the_watch_has_told_of_is_still_not_saved_over_unasked(
    draft: TemplateDraft, folder: Path
):
    add(draft)
    (folder / BODY.name).write_text("Något annat.\n", "utf-8")
    draft.take_in(draft.read())

    with pytest.raises(ChangedOutside):
        draft.saving(BODY).write()


def test_a_file_that_is_gone_is_not_brought_back_unasked(draft: TemplateDraft, folder: Path):
    add(draft)
    (folder / BODY.name).unlink()

    with pytest.raises(ChangedOutside):
        draft.saving(BODY).write()


def test_what_is_typed_in_a_file_that_is_gone_can_only_be_let_go(
    draft: TemplateDraft, folder: Path
):
    block = TemplateFile("blocks/fragor.md.j2")
    add(draft, block)
    (folder / block.name).unlink()
    draft.take_in(draft.read())
    before = block in draft.files

    draft.take_back(block)

    assert before
    assert block not in draft.files


def test_it_is_saved_over_when_a_person_says_so(draft: TemplateDraft, folder: Path):
    add(draft)
    (folder / BODY.name).unlink()

    save_over(draft)

    assert SENTENCE in (folder / BODY.name).read_text("utf-8")


def test_a_folder_that_takes_no_files_is_told_of_and_nothing_is_lost(
    draft: TemplateDraft, folder: Path
):
    add(draft)
    shutil.rmtree(folder)

    with pytest.raises(NotSaved, match="kunde inte sparas"):
        save_over(draft)

    assert SENTENCE in draft.text(BODY)


def test_a_change_from_outside_is_found_and_what_is_typed_stays(draft: TemplateDraft, folder: Path):
    block = TemplateFile("blocks/fragor.md.j2")
    add(draft)
    (folder / BODY.name).write_text("Något annat.\n", "utf-8")
    (folder / block.name).write_text("Annat block.\n", "utf-8")

    changed = draft.take_in(draft.read())

    assert changed == {BODY, block}
    assert SENTENCE in draft.text(BODY)
    assert draft.text(block) == "Annat block.\n"


def test_what_is_typed_can_be_let_go_for_what_stands_in_the_file(
    draft: TemplateDraft, folder: Path
):
    add(draft)
    (folder / BODY.name).write_text("Något annat.\n", "utf-8")
    draft.take_in(draft.read())

    draft.take_back(BODY)

    assert draft.text(BODY) == "Något annat.\n"
    assert not draft.unsaved


def test_the_same_text_written_outside_is_no_longer_unsaved(draft: TemplateDraft, folder: Path):
    add(draft)
    (folder / BODY.name).write_text(draft.text(BODY), "utf-8", newline="")

    draft.take_in(draft.read())

    assert not draft.unsaved
