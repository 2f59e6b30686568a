"""Drafts are copies: they are begun, found again and opened, and never the templates in use."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.bootstrap import open_services
from app.errors import NotPermitted, NotSaved
from app.settings import DataFolder
from app.template_draft import TemplateFile
from app.template_drafts import TemplateDrafts
from app.template_sources import read_sources
from app.users import Permissions
from tests.fakes import NOON


@pytest.fixture
def drafts(tmp_path: Path) -> Iterator[TemplateDrafts]:
    with open_services(DataFolder(tmp_path), now=lambda: NOON) as services:
        yield TemplateDrafts(services)


def test_a_draft_begins_as_what_letters_are_sent_with(drafts: TemplateDrafts):
    draft = drafts.begin()

    assert dict(draft.sources) == read_sources(drafts.services.catalogue.folder)
    assert draft.folder.name == "Utkast 23 november 2026"


def test_a_second_draft_of_a_day_has_a_name_of_its_own_and_stands_first(drafts: TemplateDrafts):
    first, second = drafts.begin(), drafts.begin()

    assert second.folder.name == "Utkast 23 november 2026 (2)"
    assert {*drafts.kept()} == {first.folder, second.folder}


def test_there_are_no_drafts_before_one_is_begun(drafts: TemplateDrafts):
    assert drafts.kept() == ()


def test_a_draft_is_found_again_with_what_was_saved_in_it(drafts: TemplateDrafts):
    begun, file = drafts.begin(), TemplateFile("blocks/fragor.md.j2")
    begun.write(file, "Fråga oss.\n")
    begun.saving(file).write()

    found = drafts.open(drafts.kept()[0])

    assert found.text(file) == "Fråga oss.\n"


def test_the_templates_in_use_are_not_opened_to_be_changed(drafts: TemplateDrafts):
    with pytest.raises(NotSaved, match="som breven skickas med"):
        drafts.open(drafts.services.catalogue.folder)


def test_what_was_published_is_not_opened_to_be_changed(drafts: TemplateDrafts):
    kept = drafts.services.publishing.shelf.folder / ("0" * 64)

    with pytest.raises(NotSaved):
        drafts.open(kept)


def test_only_whom_a_role_lets_changes_templates(drafts: TemplateDrafts, tmp_path: Path):
    access = drafts.services.access
    nobody = replace(access, permissions=Permissions(access.permissions.user))
    shut = TemplateDrafts(replace(drafts.services, access=nobody))

    for wanted in (shut.begin, lambda: shut.open(tmp_path)):
        with pytest.raises(NotPermitted):
            wanted()


def test_a_data_folder_that_takes_no_draft_is_told_of(drafts: TemplateDrafts):
    drafts.services.data_folder.template_drafts.write_text("i vägen", "utf-8")

    with pytest.raises(NotSaved, match="kunde inte sparas"):
        drafts.begin()
