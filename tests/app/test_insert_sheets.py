"""Insert sheets: pages of their own after the letter, told in the step-2 message too."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.adapters.templates import JinjaBodyWriter
from app.content import (
    Box,
    BoxKind,
    Bullets,
    Facts,
    Heading,
    Link,
    Paragraph,
    Text,
    plain_text,
)
from app.draft import Channel
from app.errors import TemplateBroken
from app.insert_sheets import untold_inserts
from app.letter_catalogue import LetterCatalogue
from app.letters import Letter
from tests.rendered_letters import PAGES, PREVIEWER
from tests.sample_letters import BLOCKS, full_letter, said
from tests.shipped_letters import (
    CATALOGUE,
    full_draft,
    letter_of,
    shipped_types,
    shipped_versions,
)

SHEET = (Heading("Inför provet"), said("Ät inget."), Bullets(((Text("Ta med skor"),),)))


def with_sheet(*message: Heading | Paragraph | Box | Facts | Bullets, step: int = 2) -> Letter:
    letter = full_letter()
    return replace(
        letter,
        letter_type=letter.letter_type.model_copy(update={"step": step}),
        blocks={Channel.LETTER: BLOCKS, Channel.INBOX_1177: message},
        inserts=(SHEET,),
    )


def test_a_sheet_is_a_page_of_its_own_with_heading_number_and_reference():
    letter = replace(full_letter(), inserts=(SHEET, (Heading("Hitta hit"), said("Gå rakt fram."))))

    _, first, second = texts(letter)

    assert first.startswith("Inför provet Ät inget. • Ta med skor Röntgen Exempelsjukhuset")
    assert first.endswith(f"{letter.reference} Sida 2 (3)")
    assert second.startswith("Hitta hit Gå rakt fram.")
    assert second.endswith(f"{letter.reference} Sida 3 (3)")


def texts(letter: Letter) -> list[str]:
    page = PREVIEWER.page(letter)
    return [" ".join(text.split()) for text in PAGES.read(page).pages]


@pytest.mark.parametrize(
    "message",
    [
        (Heading("Inför provet"), said("Ät inget.")),
        (Box(BoxKind.COLLAPSIBLE, "Inför provet", (said("Ät inget."),)),),
        (Paragraph((Text("Läs "), Link("Inför provet", "https://www.1177.se/"), Text("."))),),
        (
            Box(
                BoxKind.INFORMATION, "Läs", (Paragraph((Link("Inför provet", "https://1177.se"),)),)
            ),
        ),
    ],
    ids=["section", "box", "link", "link in a box"],
)
def test_a_message_tells_of_a_sheet_by_a_section_a_box_or_a_link(message):
    assert untold_inserts(with_sheet(*message)) == ()


@pytest.mark.parametrize(
    "message",
    [
        (said("Inför provet"),),
        (Bullets(((Text("Inför provet"),),)), Facts((("Inför provet", (Text("Ät inget"),)),))),
        (Heading("Inför provet och annat"),),
    ],
)
def test_a_sheet_that_a_step_2_message_does_not_lead_to_is_named(message):
    assert untold_inserts(with_sheet(*message)) == ("Inför provet",)


def test_a_short_step_1_message_need_not_tell_of_sheets():
    assert untold_inserts(with_sheet(said("Du får ett brev."), step=1)) == ()


@pytest.mark.parametrize(("letter_type", "language"), shipped_versions())
def test_every_shipped_sheet_is_told_in_its_message(letter_type: str, language: str):
    letter = letter_of(full_draft(letter_type, language=language))

    assert untold_inserts(letter) == ()
    assert len(letter.inserts) == len(CATALOGUE.get(letter_type).inserts)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_how_to_prepare_stands_on_the_sheet_and_in_the_message_under_one_heading(language: str):
    assert "arbetsprov" in shipped_types()
    letter = letter_of(full_draft("arbetsprov", language=language))

    ((heading, *rest),) = letter.inserts

    message = letter.blocks[Channel.INBOX_1177]
    start = message.index(heading)
    bullets, medicines = message[start + 1 : start + 3]
    assert isinstance(bullets, Bullets)
    assert len(bullets.items) == 4
    assert bullets in rest
    assert medicines in rest
    assert letter.printed == (*letter.blocks[Channel.LETTER], heading, *rest)


def test_a_sheet_that_has_come_loose_tells_when_and_where_it_is_for():
    letter = letter_of(full_draft("arbetsprov"))

    (sheet,) = letter.inserts

    said = plain_text(sheet)
    assert all(letter.facts[name] in said for name in ("date", "time", "place", "unit_phone"))


@pytest.mark.parametrize("text", ["Ingen rubrik.\n", "", "- punkt\n\n## Rubrik\n"])
def test_a_sheet_begins_with_a_heading_or_its_author_is_told(text: str):
    writer = JinjaBodyWriter({"inserts/blad/body.md.j2": text}, link_domains=())

    with pytest.raises(TemplateBroken, match=r"inserts/blad/body\.md\.j2, rad 1: bilagan börjar"):
        writer.write_insert("blad", {})


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_sheet_that_does_not_exist_is_told_when_the_templates_are_read(
    tmp_path: Path, language: str
):
    for name, source in CATALOGUE.sources.items():
        if language == "sv" or not name.startswith("inserts/arbetsprov/body.en"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(source, "utf-8")
    if language == "sv":
        (tmp_path / "inserts" / "arbetsprov" / "body.md.j2").unlink()

    with pytest.raises(
        TemplateBroken, match=r"letter\.toml, rad 13 .* filen inserts/arbetsprov/body.* saknas"
    ):
        LetterCatalogue(tmp_path)
