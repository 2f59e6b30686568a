"""The shipped letter types for RHKS, Sectra, Agfa EI, PAF and T4."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.adapters.docbook import DocBookFormat
from app.adapters.pdf_pages import PdfPages
from app.bookings import Unit
from app.content import Block, Box, Facts, plain_text
from app.draft import Channel, Draft
from app.errors import LetterIncomplete
from app.letters import FIELD_NAMES
from app.preview import Preview, Previewer
from tests.fakes import BOTH
from tests.sample_letters import PROFILE, bundled_page_format
from tests.shipped_letters import CATALOGUE, UNIT, full_draft, letter_of

OWN_TYPES = {
    "rhks": {"cellprov"},
    "sectra": {"mammografi"},
    "agfa_ei": {"rontgen", "datortomografi", "magnetkamera", "ultraljud"},
    "paf": {"langtids_ekg", "ultraljud_hjarta", "bukaortascreening", "arbetsprov"},
    "t4": {"tandvard_vuxen", "tandvard_barn", "tandvard_barn_forsta"},
}
STEP_1 = ("cellprov", "mammografi", "rontgen", "datortomografi", "magnetkamera", "ultraljud")
REFERRED_STEP_2 = ("ultraljud_hjarta", "arbetsprov")
TO_A_GUARDIAN = ("tandvard_barn", "tandvard_barn_forsta")
STEP_2 = (*REFERRED_STEP_2, *TO_A_GUARDIAN, "bukaortascreening", "tandvard_vuxen")
TYPES = (*STEP_1, *STEP_2)
# Nobody has asked for these times, so nobody has agreed to come.
UNASKED = ("cellprov", "mammografi", "bukaortascreening", "tandvard_barn_forsta")

REQUIRED = ("name", "date", "time", "place", "care_service", "unit_name", "unit_phone")

LONG_UNIT = replace(
    UNIT,
    name="Röntgenmottagningen Vätterhöjdens sjukhus",
    phone_hours="måndag, tisdag, torsdag och fredag klockan 08.00–11.30",
    directions="Gå in genom huvudentrén och följ röd linje till plan 2. "
    "Busshållplatsen Vätterhöjdens sjukhus ligger vid entrén.",
)
BARE_UNIT = replace(UNIT, phone_hours="", street="", postal_code="", town="", directions="")


@pytest.fixture(scope="module")
def previewer() -> Iterator[Previewer]:
    pages = PdfPages(PROFILE)
    yield Previewer(
        message_format=DocBookFormat(), page_format=bundled_page_format(), page_reader=pages
    )
    pages.close()


def preview_of(previewer: Previewer, letter_type: str, *, unit: Unit = UNIT) -> Preview:
    return previewer.preview(letter_of(full_draft(letter_type, unit=unit)), BOTH)


def body_of(letter_type: str, channel: Channel) -> tuple[Block, ...]:
    return letter_of(full_draft(letter_type)).blocks[channel]


def text_of(letter_type: str, channel: Channel) -> str:
    return plain_text(body_of(letter_type, channel))


def headings(letter_type: str, channel: Channel) -> list[str]:
    blocks = body_of(letter_type, channel)
    named = (getattr(block, "text", getattr(block, "title", "")) for block in blocks)
    return [text for text in named if text]


@pytest.mark.parametrize(("care_system", "own"), OWN_TYPES.items())
def test_a_care_system_has_its_own_letter_types(care_system: str, own: set[str]):
    offered = CATALOGUE.for_care_system(care_system)

    assert {kind.id for kind in offered if len(kind.care_systems) == 1} == own


@pytest.mark.parametrize("letter_type", TYPES)
@pytest.mark.parametrize("unit", [UNIT, LONG_UNIT], ids=["full", "long"])
def test_a_letter_agrees_in_both_channels_on_as_many_pages_as_declared(
    previewer: Previewer, letter_type: str, unit: Unit
):
    preview = preview_of(previewer, letter_type, unit=unit)

    assert preview.differences == ()
    assert preview.risk_zone == ""
    assert preview.page_count == CATALOGUE.get(letter_type).pages


@pytest.mark.parametrize("letter_type", TYPES)
@pytest.mark.parametrize("channel", Channel)
def test_no_sentence_or_heading_is_said_twice(letter_type: str, channel: Channel):
    said = re.split(r"\n|(?<=[.!?]) ", text_of(letter_type, channel))

    assert len(said) == len(set(said))


@pytest.mark.parametrize("letter_type", TYPES)
@pytest.mark.parametrize("name", REQUIRED)
def test_a_booking_that_lacks_a_required_fact_makes_no_letter(letter_type: str, name: str):
    draft = lacking(name, full_draft(letter_type))

    with pytest.raises(LetterIncomplete, match=f"Uppgift saknas: .*{FIELD_NAMES[name]}"):
        letter_of(draft)


def lacking(name: str, draft: Draft) -> Draft:
    """The same draft where the booking has nothing for a fact."""
    booking = draft.booking
    patient, unit, visit = booking.patient, booking.unit, booking.visit
    match name:
        case "name":
            patient = replace(patient, given_name="", family_name="")
        case "date" | "time":
            visit = replace(visit, starts_at=None)
        case "place":
            visit = replace(visit, place="")
        case "care_service":
            visit = replace(visit, care_service="")
        case "unit_name":
            unit = replace(unit, name="")
        case _:
            unit = replace(unit, phone="")
    return replace(draft, booking=replace(booking, patient=patient, unit=unit, visit=visit))


@pytest.mark.parametrize("letter_type", TYPES)
def test_a_booking_with_only_what_is_required_leaves_nothing_empty(letter_type: str):
    draft = full_draft(letter_type, unit=BARE_UNIT)
    visit = replace(draft.booking.visit, referred_by="")

    letter = letter_of(replace(draft, booking=replace(draft.booking, visit=visit)))

    for blocks in letter.blocks.values():
        assert all(plain_text((block,)).strip() for block in blocks)
        assert all(block.blocks for block in blocks if isinstance(block, Box))
        said = plain_text(blocks)
        assert not any(word in said for word in ("Hitta hit", "Remiss från", "Telefontid"))


@pytest.mark.parametrize("letter_type", TYPES)
@pytest.mark.parametrize("channel", Channel)
def test_the_parts_come_in_the_order_of_the_design(letter_type: str, channel: Channel):
    order = [
        "Din tid",
        "Barnets tid",
        "Så går det till",
        "Vänta inte om du har besvär",
        "Vänta inte om du känner en knöl",
        "Kan du vara gravid?",
        "Ring oss före besöket om du",
        "Du får också ett brev",
        "Före undersökningen",
        "Före besöket",
        "Om du ska få kontrastmedel",
        "Mat, dryck och läkemedel",
        "När du kommer",
        "När ni kommer",
        "Svar på undersökningen",
        "Om tiden inte passar",
        "Om du behöver tolk eller annat stöd",
        "Vad det kostar",
        "Hitta hit",
        "Om du har frågor",
        "Om det här meddelandet",
        "Välkommen!",
    ]

    found = headings(letter_type, channel)

    assert found == [heading for heading in order if heading in found]


@pytest.mark.parametrize("letter_type", STEP_1)
def test_step_1_sends_a_short_message_and_a_full_letter(letter_type: str):
    message = headings(letter_type, Channel.INBOX_1177)
    letter = headings(letter_type, Channel.LETTER)

    assert CATALOGUE.get(letter_type).step == 1
    assert "Du får också ett brev" in message
    assert {"När du kommer", "Vad det kostar", "Hitta hit"} <= set(letter) - set(message)


@pytest.mark.parametrize("letter_type", STEP_2)
def test_step_2_sends_the_whole_text_in_both_channels(letter_type: str):
    message = headings(letter_type, Channel.INBOX_1177)
    letter = headings(letter_type, Channel.LETTER)

    assert CATALOGUE.get(letter_type).step == 2
    assert message[:-1] == letter[:-1]


@pytest.mark.parametrize("letter_type", TYPES)
def test_a_message_says_who_sends_it_why_where_to_ask_and_that_it_takes_no_reply(letter_type: str):
    """Source: Inera's rules for messages in 1177 inkorg."""
    text = text_of(letter_type, Channel.INBOX_1177)

    purposes = (
        "bekräftar att du har en bokad tid",
        "Det här är din kallelse till",
        "Det här är en kallelse till tandundersökning för ditt barn.",
        "Vi har reserverat en tid för ditt barns första besök hos oss.",
    )
    assert "Meddelandet kommer från Exempelmottagningen, Region Jönköpings län." in text
    assert any(purpose in text for purpose in purposes)
    assert "Ring Exempelmottagningen på 010-000\u00a000\u00a000." in text
    assert "Det går inte att svara på meddelandet." in text


@pytest.mark.parametrize("letter_type", ["rontgen", "datortomografi", "magnetkamera"])
def test_who_may_be_pregnant_is_asked_to_ring_before_the_pictures(letter_type: str):
    blocks = body_of(letter_type, Channel.LETTER)

    boxes = plain_text(tuple(block for block in blocks if isinstance(block, Box)))
    assert "är gravid eller tror att du kan vara det" in boxes


@pytest.mark.parametrize("letter_type", ["rontgen", "ultraljud"])
def test_the_referring_unit_stands_in_the_full_letter_only(letter_type: str):
    assert "Remiss från Exempelhälsans vårdcentral" in text_of(letter_type, Channel.LETTER)
    assert "Remiss från" not in text_of(letter_type, Channel.INBOX_1177)


@pytest.mark.parametrize("letter_type", UNASKED)
@pytest.mark.parametrize("channel", Channel)
def test_nobody_is_told_to_pay_for_missing_a_time_they_never_asked_for(
    letter_type: str, channel: Channel
):
    """Source: JO 2127-2016, on a child's first visit to the dentist."""
    text = text_of(letter_type, channel)

    assert not any(word in text for word in ("uteblir", "faktura", "avbokas för sent", "senast"))


@pytest.mark.parametrize("letter_type", [name for name in TYPES if name not in UNASKED])
def test_a_missed_visit_costs_where_the_visit_was_agreed(letter_type: str):
    assert "uteblir" in text_of(letter_type, Channel.LETTER)


@pytest.mark.parametrize("letter_type", TO_A_GUARDIAN)
@pytest.mark.parametrize("channel", Channel)
def test_a_childs_letter_speaks_to_its_guardian_of_the_child(letter_type: str, channel: Channel):
    blocks = body_of(letter_type, channel)

    assert plain_text(blocks[:1]) == "Till dig som är vårdnadshavare för Anna-Karin Prov"
    facts = next(block for block in blocks if isinstance(block, Facts))
    assert [term for term, _ in facts.rows] == ["Datum", "Klockan", "Plats", "Besök", "Gäller"]
    assert "Din tid" not in plain_text(blocks)


@pytest.mark.parametrize(
    ("letter_type", "fee"),
    [("cellprov", "Cellprovet är avgiftsfritt"), ("mammografi", "Mammografin är avgiftsfri")],
)
def test_screening_that_is_free_by_law_says_so(letter_type: str, fee: str):
    text = text_of(letter_type, Channel.LETTER)

    assert fee in text
    assert "patientavgift" not in text


@pytest.mark.parametrize("letter_type", TYPES)
def test_a_text_is_a_draft_until_a_unit_approves_it(letter_type: str):
    assert CATALOGUE.get(letter_type).status == "utkast"
