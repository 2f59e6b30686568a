"""Whoever changes a shared text is told whose letters it stands in."""

from app.block_usage import Usage, affected, usage_of, usages
from app.template_sources import read_sources
from tests.shipped_letters import ROOT

AVGIFT = "blocks/avgift.md.j2"
NESTED = "blocks/inre.md.j2"
SOURCES = {
    "blocks/avgift.md.j2": 'Du betalar.\n{% include "blocks/inre.md.j2" %}',
    "blocks/inre.md.j2": "Med kort.",
    "blocks/kopia.md.j2": "Du kan ha fått det här redan.",
    "elements.toml": "",
    "inserts/blad/body.md.j2": '## Före\n{% include "blocks/avgift.md.j2" %}',
    "letter_types/arbetsprov/letter.toml": 'inserts = ["blad"]',
    "letter_types/arbetsprov/body.md.j2": "Välkommen.",
    "letter_types/rontgen/letter.toml": "",
    "letter_types/rontgen/body.md.j2": '{% if x %}{% include "blocks/avgift.md.j2" %}{% endif %}',
    "letter_types/samtal/letter.toml": "",
    "letter_types/samtal/body.md.j2": '{# {% include "blocks/avgift.md.j2" %} #} avgift.md.j2',
    "paper/letter.typ": "",
}


def test_a_block_is_used_by_who_includes_it_also_through_a_sheet():
    usage = usage_of(AVGIFT, SOURCES)

    assert usage == Usage(letter_types=("arbetsprov", "rontgen"), inserts=("blad",))


def test_a_block_inside_a_block_is_used_by_the_same():
    assert usage_of(NESTED, SOURCES) == usage_of(AVGIFT, SOURCES)


def test_a_name_in_a_comment_or_in_words_is_no_use():
    assert "samtal" not in usage_of(AVGIFT, SOURCES).letter_types


def test_the_page_and_the_words_of_a_copy_stand_in_every_letter():
    everybody = ("arbetsprov", "rontgen", "samtal")

    assert usage_of("paper/letter.typ", SOURCES).letter_types == everybody
    assert usage_of("blocks/kopia.md.j2", SOURCES).letter_types == everybody


def test_a_file_that_nobody_knows_is_used_by_nobody():
    assert usage_of("blocks/saknas.md.j2", SOURCES) == Usage()


def test_what_cannot_be_read_is_told_and_not_taken_for_unused():
    broken = SOURCES | {
        "letter_types/rontgen/body.md.j2": "{% if %}",
        "letter_types/samtal/letter.toml": "inserts = 3",
    }

    usage = usage_of(AVGIFT, broken)

    assert usage.letter_types == ("arbetsprov",)
    assert usage.unread == ("letter_types/rontgen/body.md.j2", "letter_types/samtal/letter.toml")


def test_every_shipped_block_is_used():
    shipped = read_sources(ROOT / "templates")

    unused = [
        name
        for name, usage in usages(shipped).items()
        if name.startswith("blocks/") and not usage.letter_types
    ]

    assert unused == []


def test_letters_of_other_letter_types_are_not_affected_by_a_change():
    changed = SOURCES | {NESTED: "Med kort eller Swish."}

    assert affected(SOURCES, changed) == {"arbetsprov", "rontgen"}


def test_a_block_that_is_let_go_of_affects_who_used_it():
    without = SOURCES | {"letter_types/rontgen/body.md.j2": "Välkommen."}

    assert affected(SOURCES, without) == {"rontgen"}


def test_what_letters_must_say_changes_no_letter():
    assert affected(SOURCES, SOURCES | {"elements.toml": "# nytt"}) == frozenset()
