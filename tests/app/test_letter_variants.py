"""One letter in other languages and variants: what changes, and what stays the same."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from app.adapters.docbook import DocBookFormat
from app.adapters.paper_pdf import TypstPageFormat
from app.adapters.pdf_pages import PdfPages
from app.channels import Route
from app.content import plain_text
from app.draft import Channel, Draft, Variant, usual_variant
from app.errors import TemplateBroken
from app.findings import Code
from app.letter_catalogue import LetterCatalogue
from app.letters import Letter, addressee
from app.preview import Preview, Previewer
from tests.sample_letters import PROFILE, bundled_page_format
from tests.shipped_letters import CATALOGUE, PATIENT, full_draft, letter_of, shipped_types

BILINGUAL = tuple(kind for kind in shipped_types() if "en" in CATALOGUE.get(kind).languages)
ROUTE = Route((Channel.LETTER,), "Kallelsen skickas som brev.", "always")


def english(letter_type: str = "langtids_ekg") -> Letter:
    return letter_of(full_draft(letter_type).with_language("en"))


def to_guardian(**address: str) -> Draft:
    patient = replace(PATIENT, address=replace(PATIENT.address, **address))
    return full_draft("tandvard_barn", patient=patient).with_variant(Variant.TO_GUARDIAN)


@pytest.fixture(scope="module")
def page_format() -> TypstPageFormat:
    return bundled_page_format()


@pytest.fixture(scope="module")
def previewer(page_format: TypstPageFormat) -> Iterator[Previewer]:
    pages = PdfPages(PROFILE)
    yield Previewer(message_format=DocBookFormat(), page_format=page_format, page_reader=pages)
    pages.close()


def preview(previewer: Previewer, draft: Draft) -> Preview:
    return previewer.preview(letter_of(draft), ROUTE)


def page_text(previewer: Previewer, draft: Draft) -> str:
    page = preview(previewer, draft).page
    pages = PdfPages(PROFILE)
    text = " ".join(" ".join(pages.read(page).pages).split())
    pages.close()
    return text


def test_an_english_letter_tells_date_time_and_values_in_english():
    text = plain_text(english().blocks[Channel.INBOX_1177])

    assert "Tuesday 12 January 2027" in text
    assert "09:40" in text
    assert "24 hours" in text
    assert "Hus E, plan 3" in text


def test_an_english_letter_has_english_words_at_the_edges_of_its_page(previewer: Previewer):
    text = page_text(previewer, full_draft("langtids_ekg").with_language("en"))

    assert "23 November 2026" in text
    assert "Page 1 (2)" in text
    assert "Phone 010-000 00 00" in text
    assert "Sida" not in text


def test_an_english_letter_has_an_english_subject_in_both_channels(previewer: Previewer):
    shown = preview(previewer, full_draft("langtids_ekg").with_language("en"))

    assert shown.subject == "Your appointment for a long-term ECG"
    assert "<title>Your appointment for a long-term ECG</title>" in shown.message
    with pikepdf.open(BytesIO(shown.page)) as pdf:
        assert pdf.Root.Lang == "en"
        assert pdf.docinfo["/Title"] == "Your appointment for a long-term ECG"


@pytest.mark.parametrize("letter_type", BILINGUAL)
def test_no_english_letter_holds_a_fact_in_swedish(letter_type: str):
    facts = english(letter_type).facts
    swedish = letter_of(full_draft(letter_type)).facts
    same = {name for name, text in facts.items() if text and text == swedish[name]}

    assert not same & {"date", "time", "written_on", "duration", "region_name", "cancel_notice"}


@pytest.mark.parametrize("letter_type", BILINGUAL)
def test_an_english_letter_says_the_same_in_both_channels(letter_type: str, previewer: Previewer):
    shown = preview(previewer, full_draft(letter_type).with_language("en"))

    assert shown.differences == ()
    assert shown.risk_zone == ""


def test_a_letter_type_without_the_language_gives_its_swedish_letter():
    kind = next(one for one in shipped_types() if one not in BILINGUAL)

    letter = letter_of(full_draft(kind).with_language("en"))

    assert letter.language == "sv"
    assert letter.facts["time"] == "09.40"
    assert letter.blocks == letter_of(full_draft(kind)).blocks


@pytest.mark.parametrize("channel", Channel)
def test_a_letter_in_another_language_or_variant_is_still_that_letter(channel: Channel):
    draft = full_draft("tandvard_barn")
    other = draft.with_language("en").with_variant(Variant.LARGE)

    assert letter_of(other).ids[channel] == letter_of(draft).ids[channel]
    assert not other.makes_the_letter_of(draft)


def test_another_language_or_variant_is_another_thing_to_approve():
    approved = full_draft("tandvard_barn").approving(frozenset({Code.CHILD}))

    assert approved.with_language("en").approved == frozenset()
    assert approved.with_variant(Variant.LARGE).approved == frozenset()


@pytest.mark.parametrize(
    ("born", "variant"),
    [
        (date(2014, 1, 12), Variant.STANDARD),
        (date(2014, 1, 13), Variant.TO_GUARDIAN),
        (None, Variant.STANDARD),
    ],
)
def test_a_letter_goes_to_the_guardian_until_the_day_of_a_childs_13th_birthday(
    born: date | None, variant: Variant
):
    patient = replace(PATIENT, id=replace(PATIENT.id, birth_date=born))
    booking = full_draft("tandvard_barn", patient=patient).booking

    assert usual_variant(booking, child_below=13, today=date(2026, 11, 23)) is variant


def test_the_window_says_that_a_childs_letter_is_for_the_guardian(previewer: Previewer):
    shown = preview(previewer, to_guardian(care_of="c/o Öberg"))

    assert shown.letter.address_lines == (
        "Till vårdnadshavare för",
        "Anna-Karin Prov",
        "c/o Öberg",
        "Provgatan 12",
        "553 16 Jönköping",
    )
    assert shown.risk_zone == ""


def test_a_letter_type_for_adults_only_never_names_a_guardian():
    draft = full_draft("mammografi").with_variant(Variant.TO_GUARDIAN)

    assert letter_of(draft).variant is Variant.STANDARD
    assert addressee(draft, CATALOGUE.get("mammografi")) == ("Anna-Karin Prov",)
    assert addressee(draft, None) == ("Anna-Karin Prov",)


def test_a_childs_letter_in_large_type_still_goes_to_the_guardian(previewer: Previewer):
    child = to_guardian(care_of="c/o Öberg")

    large = preview(previewer, child.with_variant(Variant.LARGE_TO_GUARDIAN))

    assert large.letter.variant is Variant.LARGE_TO_GUARDIAN
    assert large.letter.address_lines == letter_of(child).address_lines
    assert large.risk_zone == ""
    assert large.page != preview(previewer, child).page


@pytest.mark.parametrize(
    ("variants", "then"),
    [
        (("standard",), Variant.STANDARD),
        (("standard", "stor_stil"), Variant.LARGE),
        (("standard", "vardnadshavare"), Variant.TO_GUARDIAN),
        (("standard", "stor_stil", "vardnadshavare"), Variant.LARGE_TO_GUARDIAN),
    ],
)
def test_of_two_wishes_at_once_a_letter_type_grants_what_it_can(
    variants: tuple[str, ...], then: Variant
):
    named = tuple(map(Variant, variants))
    kind = CATALOGUE.get("tandvard_barn").model_copy(update={"variants": named})

    assert kind.variant_of(to_guardian().with_variant(Variant.LARGE_TO_GUARDIAN)) is then


def test_of_a_childs_letter_only_the_guardians_forms_can_be_chosen():
    for_children, for_adults = CATALOGUE.get("tandvard_barn"), CATALOGUE.get("mammografi")

    offered = for_children.variants_beside(Variant.TO_GUARDIAN)

    assert offered == (Variant.TO_GUARDIAN, Variant.LARGE_TO_GUARDIAN)
    assert for_children.variants_beside(Variant.STANDARD) == tuple(Variant)
    assert for_adults.variants_beside(Variant.TO_GUARDIAN) == (Variant.STANDARD, Variant.LARGE)


@pytest.mark.parametrize("variant", Variant)
@pytest.mark.parametrize("other", Variant)
def test_to_whom_a_letter_goes_and_the_size_of_its_type_are_two_things(
    variant: Variant, other: Variant
):
    made = variant.addressed_as(other)

    assert (made.is_large, made.is_to_guardian) == (variant.is_large, other.is_to_guardian)


@pytest.mark.parametrize("letter_type", shipped_types())
def test_large_type_keeps_the_words_and_the_window_and_fits_one_page_more(
    letter_type: str, previewer: Previewer
):
    usual = full_draft(letter_type)
    large = preview(previewer, usual.with_variant(Variant.LARGE))

    assert large.letter.blocks == letter_of(usual).blocks
    assert large.risk_zone == ""
    assert large.differences == ()
    assert large.page_count <= large.letter.letter_type.pages_in(Variant.LARGE)


def test_large_type_is_at_least_16_points_and_leaves_the_address_as_it_was():
    large = PROFILE.enlarged

    assert large.body.size >= 16
    assert large.address == PROFILE.address
    assert large.risk_zone == PROFILE.risk_zone
    assert large.body.width == PROFILE.body.width
    assert large.subject.y == PROFILE.subject.y
    assert large.body.size > PROFILE.body.size
    assert large.small.size > PROFILE.small.size


def test_large_type_leaves_the_message_as_it_was():
    draft = full_draft("rontgen")
    messages = [
        DocBookFormat().message(letter_of(draft.with_variant(variant)))
        for variant in (Variant.STANDARD, Variant.LARGE)
    ]

    assert messages[0] == messages[1]


LETTER_TOML = CATALOGUE.sources["letter_types/rontgen/letter.toml"]
ENGLISH = '[languages.en]\nsubject = "X-ray"\ndocument_name = "Appointment"\n'


def catalogue(folder: Path, letter_toml: str, *bodies: str) -> LetterCatalogue:
    of_type = folder / "letter_types" / "rontgen"
    of_type.mkdir(parents=True)
    (of_type / "letter.toml").write_text(letter_toml, encoding="utf-8")
    for body in bodies:
        (of_type / body).write_text("Hej!", encoding="utf-8")
    return LetterCatalogue(folder)


def test_a_language_is_a_file_and_its_words(tmp_path: Path):
    made = catalogue(tmp_path, f"{LETTER_TOML}\n{ENGLISH}", "body.md.j2", "body.en.md.j2")

    assert made.get("rontgen").offered_languages == ("sv", "en")
    assert made.get("rontgen").words("en").subject == "X-ray"


@pytest.mark.parametrize(
    ("added", "bodies", "complaint"),
    [
        (ENGLISH, ("body.md.j2",), "saknar filen body.en.md.j2"),
        ("", ("body.md.j2", "body.en.md.j2"), "har filen body.en.md.j2, men språkets ämne"),
        (ENGLISH.replace("en", "xx", 1), ("body.md.j2", "body.xx.md.j2"), "språket xx finns inte"),
        (
            f'{ENGLISH}[languages.en.values.DTBUK]\nduration = "one day"\n',
            ("body.md.j2", "body.en.md.j2"),
            "values på språket en är inte desamma",
        ),
    ],
)
def test_a_language_without_its_file_words_or_values_is_refused(
    tmp_path: Path, added: str, bodies: tuple[str, ...], complaint: str
):
    with pytest.raises(TemplateBroken, match=complaint):
        catalogue(tmp_path, f"{LETTER_TOML}\n{added}", *bodies)


def test_a_letter_type_that_cannot_be_had_as_standard_is_refused(tmp_path: Path):
    without = LETTER_TOML.replace('variants = ["standard", ', "variants = [")
    assert without != LETTER_TOML

    with pytest.raises(TemplateBroken, match="variants saknar standard"):
        catalogue(tmp_path, without, "body.md.j2")
