"""What people read of a version: whose it is, since when and why."""

from pathlib import Path

import pytest

from app.block_usage import changes
from app.canonical_json import canonical_json
from app.publishing import Publishing
from app.version_words import changes_in_words, in_force, news_of, version_of_letter
from tests.two_logins import KIM, ROBIN, at_work, propose, publish, small_templates


@pytest.fixture
def robin(tmp_path: Path) -> Publishing:
    """After a version of Kim's has been published."""
    shared = small_templates(tmp_path / "mallar")
    robin = at_work(ROBIN, shared)
    publish(robin, propose(at_work(KIM, shared)))
    return robin


def test_what_is_in_force_is_one_sentence(robin: Publishing):
    last = robin.publications.last()
    short = robin.press().catalogue.version[:7]

    assert in_force(last, is_shipped=True) == (
        f"Gäller: version {short}, publicerad 23 november 2026 av robin på förslag av kim: "
        "Gladare ton"
    )
    assert in_force(None, is_shipped=True).startswith("Gäller: de levererade mallarna.")
    assert in_force(None, is_shipped=False).startswith("Gäller: mallmappens filer som de är.")


def test_only_what_has_been_published_is_news(robin: Publishing, tmp_path: Path):
    own = at_work(KIM, small_templates(tmp_path / "egna")).press()

    assert "av robin på förslag av kim" in news_of(robin.press().beside)
    assert news_of(own.beside) == ""
    assert news_of({"publication.json": '{"shipped": "0.3.0"}'}) == ""


def test_a_letter_of_an_older_program_claims_nothing():
    assert version_of_letter(canonical_json({"elements.toml": ""})) == ()


def test_changed_files_are_told_with_whose_letters_they_stand_in():
    before = {
        "blocks/avgift.md.j2": "",
        "elements.toml": "",
        "letter_types/a/letter.toml": "",
        "letter_types/a/body.md.j2": '{% include "blocks/avgift.md.j2" %}',
        "letter_types/b/letter.toml": "",
        "letter_types/b/body.md.j2": '{% include "blocks/avgift.md.j2" %}',
    }
    after = before | {
        "blocks/avgift.md.j2": "Du betalar.",
        "elements.toml": "# nytt",
        "letter_types/a/body.md.j2": "Hej.",
    }

    assert changes_in_words(changes(before, after)) == (
        "blocks/avgift.md.j2: 2 brevtyper",
        "elements.toml: står inte i något brev, så läs ändringen i filen",
        "letter_types/a/body.md.j2: brevtypen a",
    )
