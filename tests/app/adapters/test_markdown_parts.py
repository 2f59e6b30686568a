"""A body is read part by part, so that a text being written need not be read anew as a whole."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token

from app.adapters.templates import JinjaBodyWriter, markdown
from app.adapters.templates.markdown import MarkdownReader
from app.adapters.templates.places import Place
from app.content import Heading
from app.draft import Channel
from app.errors import TemplateBroken
from tests.template_attacks import BODY, FACTS, LETTER_TYPE

PIECES = (
    *(
        "## Rubrik",
        "  ## indragen",
        "##utan",
        "## ",
        "Text.",
        "- punkt",
        "ord\n: värde",
        "text\n---",
    ),
    *(
        "::: mer Se här",
        ":::",
        "::: mer",
        ":::: mer Fyra",
        "::::",
        "  ::: mer Inne",
        " :::",
        "```",
        "> citat",
        "    kod",
    ),
    *("<b>", "<!--", "-->", "[a](https://1177.se)", "**fet**", "\\", "| a |\n|---|", "1. ett"),
)


def reading(text: str, *, whole: bool = False) -> object:
    """The blocks of a text, or what is told of it and where."""
    reader = MarkdownReader(("1177.se",))
    places = [Place(BODY, line) for line, _ in enumerate(text.split("\n"), start=1)]
    read = reader._part if whole else reader.blocks
    try:
        return read(text, places)
    except TemplateBroken as error:
        return (str(error), error.line)


@given(st.lists(st.sampled_from(PIECES), max_size=9), st.sampled_from(("\n", "\n\n")))
def test_parts_say_what_the_whole_says(pieces: list[str], between: str):
    text = between.join(pieces)

    assert reading(text) == reading(text, whole=True)


def test_only_the_part_that_has_changed_is_read_again(monkeypatch: pytest.MonkeyPatch):
    reader, parsed = MarkdownReader(("1177.se",)), list[str]()
    parse = reader._parser.parse

    def noted(text: str) -> Sequence[Token]:
        parsed.append(text)
        return parse(text)

    monkeypatch.setattr(reader._parser, "parse", noted)
    text = "## Ett\n\nFörst.\n\n## Två\n\nSedan.\n"
    places = [Place(BODY, 1)] * 8

    reader.blocks(text, places)
    blocks = reader.blocks(text.replace("Sedan", "Nu"), places)

    assert parsed == ["## Ett\n\nFörst.\n\n", "## Två\n\nSedan.\n", "## Två\n\nNu.\n"]
    assert [block for block in blocks if isinstance(block, Heading)][1] == Heading("Två")


def test_what_is_remembered_has_an_end(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(markdown, "_MOST_PARTS", 3)
    reader = MarkdownReader(())

    for number in range(10):
        reader.blocks(f"Text {number}.", [Place(BODY, 1)])

    assert len(reader._read) <= 3


def test_a_writer_by_other_texts_leaves_this_one_as_it_is():
    writer = JinjaBodyWriter({BODY: "Ett."}, link_domains=())
    before = writer.write(LETTER_TYPE, FACTS, Channel.LETTER)

    other = writer.reading({BODY: "Två."})

    assert other.write(LETTER_TYPE, FACTS, Channel.LETTER) != before
    assert writer.write(LETTER_TYPE, FACTS, Channel.LETTER) == before


def test_a_block_that_one_letter_includes_is_not_taken_for_anothers():
    """What is remembered of a text is only its own: which names its blocks have may differ."""
    body = '{% include "blocks/a.md.j2" %}'
    first = JinjaBodyWriter({BODY: body, "blocks/a.md.j2": "{{ saknas }}"}, link_domains=())
    second = first.reading({BODY: body, "blocks/a.md.j2": "{{ name }}"})

    with pytest.raises(TemplateBroken, match="saknas"):
        first.write(LETTER_TYPE, FACTS, Channel.LETTER)
    blocks = second.write(LETTER_TYPE, FACTS, Channel.LETTER)

    assert "Anna Prov" in str(blocks)
