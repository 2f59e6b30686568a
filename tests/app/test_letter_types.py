"""What every shipped letter type promises, in each of the languages it has."""

import re
from collections.abc import Set
from dataclasses import replace

import pytest

from app.bookings import Unit
from app.content import Block, Box, Bullets, Facts, plain_text
from app.draft import Channel, Draft, Variant
from app.errors import LetterIncomplete
from app.letter_types import FIELD_NAMES
from app.specimen import UNIT
from tests.fakes import BOTH
from tests.rendered_letters import PREVIEWER
from tests.shipped_letters import (
    CATALOGUE,
    RULES,
    blocks_of,
    full_draft,
    headings,
    letter_of,
    shipped_renderings,
    shipped_types,
    shipped_versions,
    text_of,
)

OWN_TYPES = {
    "rhks": {"cellprov"},
    "sectra": {"mammografi"},
    "agfa_ei": {"rontgen", "datortomografi", "magnetkamera", "ultraljud"},
    "cosmic": {
        "nybesok",
        "aterbesok",
        "provtagning",
        "paminnelse",
        "telefonbesok",
        "videobesok",
        "remissbekraftelse",
    },
    "paf": {"langtids_ekg", "ultraljud_hjarta", "bukaortascreening", "arbetsprov"},
    "opt": {"psa_erbjudande", "psa_paminnelse"},
    "prosang": {"blodgivning", "blodgivning_ombokning"},
    "t4": {"tandvard_vuxen", "tandvard_barn", "tandvard_barn_forsta"},
}
OF_EVERY_SYSTEM = {"ombokning", "avbokning"}
STEP_1 = (
    *("cellprov", "mammografi", "rontgen", "datortomografi", "magnetkamera", "ultraljud"),
    *("nybesok", "aterbesok", "provtagning", "paminnelse", "telefonbesok", "videobesok"),
)
AT_A_DISTANCE = ("telefonbesok", "videobesok")
WITHOUT_TIME = ("psa_erbjudande", "psa_paminnelse", "remissbekraftelse")
STEP_2 = tuple(name for name in shipped_types() if name not in STEP_1)
COMPLETE = [version for version in shipped_versions() if version[0] in STEP_2]

# What the reader of a letter must be told; a letter without a place is none to a place.
BOOKED = {"name", "date", "time", "place", "care_service", "unit_name", "unit_phone"}
REQUIRED = {
    **{name: BOOKED - {"place"} for name in (*AT_A_DISTANCE, "avbokning")},
    **{name: {"name", "unit_name", "unit_phone"} for name in WITHOUT_TIME},
    "langtids_ekg": BOOKED | {"duration"},
}

# In the order of the design (ux.md, order of elements), each heading with its English words.
HEADINGS = {
    "Du ska inte komma": "Do not come",
    "Din tid": "Your appointment",
    "Din nya tid": "Your new appointment",
    "Barnets tid": "Your child’s appointment",
    "Din remiss": "Your referral",
    "Ditt erbjudande": "Our offer to you",
    "Det här är avbokat": "What is cancelled",
    "Så går det till": "What happens at the visit",
    "Så går mätningen till": "How the measurement is done",
    "Din tidigare tid gäller inte längre": "Your earlier time is no longer valid",
    "Du ska inte komma till mottagningen": "",
    "Har du fått råd inför provet?": "",
    "Vänta inte om du har besvär": "",
    "Vänta inte om du känner en knöl": "",
    "Kan du vara gravid?": "",
    "Ring oss före besöket om du": "Call us before the visit if you",
    "Du får också ett brev": "",
    "Det här gäller fortfarande": "What still applies",
    "Det här händer nu": "What happens now",
    "Fördelar med att testa sig": "Advantages of being tested",
    "Nackdelar med att testa sig": "Disadvantages of being tested",
    "Om ditt PSA-värde är högt": "If your PSA level is high",
    "Om du blir sämre": "If you get worse",
    "Det här behöver du": "",
    "Före samtalet": "",
    "Före undersökningen": "",
    "Före besöket": "Before the visit",
    "Innan du kommer": "Before you come",
    "Om du ska få kontrastmedel": "",
    "Mat, dryck och läkemedel": "",
    "När du kommer": "When you arrive",
    "När ni kommer": "When you arrive",
    "Så går blodgivningen till": "What happens when you give blood",
    "När mätningen är klar": "When the measurement is finished",
    "Svar på undersökningen": "Your result",
    "Om du vill lämna provet": "If you want to take the test",
    "Om du inte vill lämna provet": "If you do not want to take the test",
    "Om tiden inte passar": "If the time does not suit you",
    "Om du behöver tolk eller annat stöd": "If you need an interpreter or other support",
    "Vad det kostar": "What it costs",
    "Hitta hit": "How to find us",
    "Läs mer": "Read more",
    "Om du har frågor": "If you have questions",
    "Om det här meddelandet": "About this message",
    "Vänliga hälsningar": "Kind regards",
    "Välkommen!": "Welcome!",
}

LONG_UNIT = replace(
    UNIT,
    name="Röntgenmottagningen Vätterhöjdens sjukhus",
    phone_hours="måndag, tisdag, torsdag och fredag klockan 08.00–11.30",
    directions="Gå in genom huvudentrén och följ röd linje till plan 2. "
    "Busshållplatsen Vätterhöjdens sjukhus ligger vid entrén.",
)
BARE_UNIT = replace(UNIT, phone_hours="", street="", postal_code="", town="", directions="")
OF_WHAT_IS_ABSENT = (
    *("Hitta hit", "Remiss från", "Telefontid", "Avser"),
    *("How to find us", "Referred by", "Phone hours"),
)

each_type = pytest.mark.parametrize("letter_type", shipped_types())
each_version = pytest.mark.parametrize(("letter_type", "language"), shipped_versions())
each_channel = pytest.mark.parametrize("channel", Channel)


@pytest.mark.parametrize(("care_system", "own"), OWN_TYPES.items())
def test_a_care_system_has_its_own_letter_types_and_can_move_and_cancel_a_time(
    care_system: str, own: set[str]
):
    offered = {kind.id for kind in CATALOGUE.for_care_system(care_system)}

    assert offered == own | OF_EVERY_SYSTEM


def test_an_unknown_care_system_has_no_letter_types():
    assert CATALOGUE.for_care_system("okänt") == ()


@each_type
def test_a_text_is_a_draft_until_a_unit_approves_it(letter_type: str):
    assert CATALOGUE.get(letter_type).status == "utkast"


@pytest.mark.parametrize("letter_type", STEP_2)
def test_every_complete_letter_type_is_there_in_english(letter_type: str):
    assert (letter_type, "en") in shipped_versions()


@each_version
@pytest.mark.parametrize("unit", [UNIT, LONG_UNIT, BARE_UNIT], ids=["full", "long", "bare"])
def test_a_letter_agrees_in_both_channels_on_no_more_pages_than_declared(
    letter_type: str, language: str, unit: Unit
):
    letter = letter_of(full_draft(letter_type, unit=unit, language=language))

    preview = PREVIEWER.preview(letter, BOTH)

    assert preview.differences == ()
    assert preview.risk_zone == ""
    assert preview.page_count <= CATALOGUE.get(letter_type).pages


@pytest.mark.parametrize(("letter_type", "language", "variant"), shipped_renderings())
def test_a_variant_agrees_in_both_channels_on_no_more_pages_than_it_may_take(
    letter_type: str, language: str, variant: Variant
):
    draft = full_draft(letter_type, language=language).with_variant(variant)

    preview = PREVIEWER.preview(letter_of(draft), BOTH)

    assert preview.letter.variant is variant
    assert preview.differences == ()
    assert preview.risk_zone == ""
    assert preview.page_count <= CATALOGUE.get(letter_type).pages_in(variant)


@each_version
def test_no_page_is_declared_that_a_full_letter_does_not_need(letter_type: str, language: str):
    preview = PREVIEWER.preview(letter_of(full_draft(letter_type, language=language)), BOTH)

    assert preview.page_count == CATALOGUE.get(letter_type).pages


@each_version
@each_channel
def test_no_sentence_or_heading_is_said_twice(letter_type: str, language: str, channel: Channel):
    said = re.split(r"\n|(?<=[.!?]) ", text_of(letter_type, channel, language=language))

    assert len(said) == len(set(said))


@each_type
def test_a_letter_type_requires_what_its_reader_must_be_told(letter_type: str):
    assert {*CATALOGUE.get(letter_type).required} == REQUIRED.get(letter_type, BOOKED)


@each_version
def test_a_booking_that_lacks_a_required_fact_makes_no_letter(letter_type: str, language: str):
    for name in CATALOGUE.get(letter_type).required:
        draft = without({name}, full_draft(letter_type, language=language))

        with pytest.raises(LetterIncomplete, match=f"Uppgift saknas: .*{FIELD_NAMES[name]}"):
            letter_of(draft)


def without(names: Set[str], draft: Draft) -> Draft:
    """The same draft where the booking has nothing for some facts."""
    booking = draft.booking
    patient, unit, visit = booking.patient, booking.unit, booking.visit
    if "name" in names:
        patient = replace(patient, given_name="", family_name="")
    if {"date", "time"} & names:
        visit = replace(visit, starts_at=None)
    visit = replace(
        visit,
        place="" if "place" in names else visit.place,
        care_service="" if "care_service" in names else visit.care_service,
        examination_code="OKÄND" if "duration" in names else visit.examination_code,
        referred_by="" if "referred_by" in names else visit.referred_by,
    )
    unit = replace(
        unit,
        name="" if "unit_name" in names else unit.name,
        phone="" if "unit_phone" in names else unit.phone,
    )
    return replace(draft, booking=replace(booking, patient=patient, unit=unit, visit=visit))


@each_version
def test_a_booking_with_only_what_is_required_leaves_nothing_empty(letter_type: str, language: str):
    optional = {*BOOKED, "referred_by"} - {*CATALOGUE.get(letter_type).required}
    draft = full_draft(letter_type, unit=BARE_UNIT, language=language)

    letter = letter_of(without(optional, draft))

    for blocks in letter.blocks.values():
        said = plain_text(blocks)
        assert all(plain_text((block,)).strip() for block in blocks)
        assert all(block.blocks for block in blocks if isinstance(block, Box))
        assert not any(words in said for words in OF_WHAT_IS_ABSENT)


@each_type
@each_channel
def test_the_parts_come_in_the_order_of_the_design(letter_type: str, channel: Channel):
    found = headings(blocks_of(letter_type, channel))

    assert found == [heading for heading in HEADINGS if heading in found]


@pytest.mark.parametrize("letter_type", STEP_2)
@each_channel
def test_a_translation_has_the_same_parts_in_the_same_order(letter_type: str, channel: Channel):
    swedish, english = (blocks_of(letter_type, channel, language=name) for name in ("sv", "en"))

    assert headings(english) == [HEADINGS[heading] for heading in headings(swedish)]
    assert [shape(block) for block in english] == [shape(block) for block in swedish]


def shape(block: Block) -> tuple[object, ...]:
    """The kind of a block and how many rows, items or parts it has."""
    match block:
        case Facts(rows):
            return (Facts, len(rows))
        case Bullets(items):
            return (Bullets, len(items))
        case Box(kind, _, inner):
            return (kind, *map(shape, inner))
        case _:
            return (type(block),)


@each_version
@each_channel
def test_the_free_text_stands_right_after_the_facts(
    letter_type: str, language: str, channel: Channel
):
    draft = full_draft(letter_type, language=language).with_free_text("Ta med dig hörapparaten.")

    blocks = letter_of(draft).blocks[channel]

    (at,) = (number for number, block in enumerate(blocks) if isinstance(block, Facts))
    assert plain_text(blocks[at + 1 : at + 2]).endswith(": Ta med dig hörapparaten.")


def test_every_fact_of_the_region_that_an_english_text_names_is_there_in_english():
    english = "".join(
        text for name, text in CATALOGUE.sources.items() if "/en/" in name or ".en." in name
    )

    named = {name for name in RULES.facts if f"{{{{ {name} }}}}" in english}

    assert "patient_fee" in named
    assert [name for name in sorted(named) if not RULES.facts[name].text_en] == []


@pytest.mark.parametrize("letter_type", STEP_1)
def test_step_1_sends_a_short_message_and_a_full_letter(letter_type: str):
    message = headings(blocks_of(letter_type, Channel.INBOX_1177))
    letter = headings(blocks_of(letter_type, Channel.LETTER))

    assert CATALOGUE.get(letter_type).step == 1
    assert "Du får också ett brev" in message
    assert {"Om du behöver tolk eller annat stöd", "Vad det kostar"} <= {*letter} - {*message}
    assert letter_type in AT_A_DISTANCE or "Hitta hit" in {*letter} - {*message}


@pytest.mark.parametrize(("letter_type", "language"), COMPLETE)
def test_step_2_sends_the_whole_text_in_both_channels(letter_type: str, language: str):
    message = headings(blocks_of(letter_type, Channel.INBOX_1177, language=language))
    letter = headings(blocks_of(letter_type, Channel.LETTER, language=language))

    assert CATALOGUE.get(letter_type).step == 2
    assert message[:-1] == letter[:-1]


@pytest.mark.parametrize("letter_type", WITHOUT_TIME)
def test_a_time_in_the_export_is_not_told_where_nothing_is_booked(letter_type: str):
    letter = letter_of(full_draft(letter_type))

    assert not any("09.40" in plain_text(blocks) for blocks in letter.blocks.values())
    assert PREVIEWER.preview(letter, BOTH).differences == ()
