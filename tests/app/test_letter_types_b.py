"""The shipped letter types for Cosmic, OPT and Prosang, and those of every care system."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.adapters.docbook import DocBookFormat
from app.adapters.pdf_pages import PdfPages
from app.bookings import Unit
from app.content import Block, Box, BoxKind, Facts, plain_text
from app.draft import Channel, Draft
from app.errors import LetterIncomplete
from app.letters import FIELD_NAMES, LetterType
from app.preview import Preview, Previewer
from tests.fakes import BOTH
from tests.sample_letters import PROFILE, bundled_page_format
from tests.shipped_letters import CATALOGUE, RULES, UNIT, full_draft, letter_of

ON_SITE = ("nybesok", "aterbesok", "provtagning", "paminnelse")
AT_A_DISTANCE = ("telefonbesok", "videobesok")
MOVED = ("ombokning", "blodgivning_ombokning")
WITHOUT_TIME = ("remissbekraftelse", "psa_erbjudande", "psa_paminnelse")
TYPES = (*ON_SITE, *AT_A_DISTANCE, *MOVED, *WITHOUT_TIME, "avbokning", "blodgivning")
STEP_1 = (*ON_SITE, *AT_A_DISTANCE)
STEP_2 = tuple(name for name in TYPES if name not in STEP_1)

CARE_SYSTEMS = ("rhks", "sectra", "agfa_ei", "cosmic", "paf", "opt", "prosang", "t4")
LONG_UNIT = replace(
    UNIT,
    name="Ortopedmottagningen Vätterhöjdens sjukhus",
    phone_hours="måndag, tisdag, torsdag och fredag klockan 08.00–11.30",
)
BARE_UNIT = replace(UNIT, phone_hours="", street="", postal_code="", town="", directions="")


def draft_of(letter_type: str, *, unit: Unit = UNIT) -> Draft:
    """A draft whose booking has all that such a booking may have, and a time only where due."""
    booking = full_draft("rontgen", unit=unit).booking
    visit = replace(booking.visit, care_service="Läkarbesök")
    if letter_type in WITHOUT_TIME:
        visit = replace(visit, starts_at=None, place="")
    (care_system, *_) = CATALOGUE.get(letter_type).care_systems
    return Draft(replace(booking, care_system=care_system, visit=visit), letter_type)


def body_of(letter_type: str, channel: Channel) -> tuple[Block, ...]:
    return letter_of(draft_of(letter_type)).blocks[channel]


def text_of(letter_type: str, channel: Channel) -> str:
    return plain_text(body_of(letter_type, channel))


def terms_of(blocks: tuple[Block, ...]) -> list[str]:
    return [term for block in blocks if isinstance(block, Facts) for term, _ in block.rows]


@pytest.fixture(scope="module")
def previewer() -> Iterator[Previewer]:
    pages = PdfPages(PROFILE)
    yield Previewer(
        message_format=DocBookFormat(), page_format=bundled_page_format(), page_reader=pages
    )
    pages.close()


def preview_of(previewer: Previewer, letter_type: str, *, unit: Unit = UNIT) -> Preview:
    return previewer.preview(letter_of(draft_of(letter_type, unit=unit)), BOTH)


@pytest.mark.parametrize("letter_type", TYPES)
@pytest.mark.parametrize("unit", [UNIT, LONG_UNIT, BARE_UNIT], ids=["full", "long", "bare"])
def test_a_letter_agrees_in_both_channels_on_as_many_pages_as_declared(
    previewer: Previewer, letter_type: str, unit: Unit
):
    preview = preview_of(previewer, letter_type, unit=unit)

    assert preview.differences == ()
    assert preview.risk_zone == ""
    assert preview.page_count <= CATALOGUE.get(letter_type).pages


@pytest.mark.parametrize("letter_type", TYPES)
def test_no_page_is_declared_that_a_full_letter_does_not_need(
    previewer: Previewer, letter_type: str
):
    assert preview_of(previewer, letter_type).page_count == CATALOGUE.get(letter_type).pages


@pytest.mark.parametrize("letter_type", TYPES)
@pytest.mark.parametrize("channel", Channel)
def test_no_sentence_or_heading_is_said_twice(letter_type: str, channel: Channel):
    said = re.split(r"\n|(?<=[.!?]) ", text_of(letter_type, channel))

    assert len(said) == len(set(said))


@pytest.mark.parametrize("letter_type", TYPES)
def test_every_required_fact_that_is_empty_makes_no_letter(letter_type: str):
    for name in CATALOGUE.get(letter_type).required:
        with pytest.raises(LetterIncomplete, match=FIELD_NAMES[name]):
            letter_of(lacking(draft_of(letter_type), name))


def lacking(draft: Draft, name: str) -> Draft:
    """The same draft where the booking has nothing for a fact."""
    booking = draft.booking
    match name:
        case "name":
            patient = replace(booking.patient, given_name="", family_name="")
            booking = replace(booking, patient=patient)
        case "date" | "time":
            booking = replace(booking, visit=replace(booking.visit, starts_at=None))
        case "place":
            booking = replace(booking, visit=replace(booking.visit, place=""))
        case "care_service":
            booking = replace(booking, visit=replace(booking.visit, care_service=""))
        case "unit_name":
            booking = replace(booking, unit=replace(booking.unit, name=""))
        case _:
            booking = replace(booking, unit=replace(booking.unit, phone=""))
    return replace(draft, booking=booking)


@pytest.mark.parametrize("letter_type", TYPES)
def test_a_booking_with_only_what_is_required_leaves_nothing_empty(letter_type: str):
    required = CATALOGUE.get(letter_type).required
    draft = draft_of(letter_type, unit=BARE_UNIT)
    visit = draft.booking.visit
    bare = replace(
        visit,
        place=visit.place if "place" in required else "",
        care_service=visit.care_service if "care_service" in required else "",
        referred_by="",
    )

    letter = letter_of(replace(draft, booking=replace(draft.booking, visit=bare)))

    for blocks in letter.blocks.values():
        assert all(plain_text((block,)).strip() for block in blocks)
        assert not any(word in plain_text(blocks) for word in ("Hitta hit", "Remiss från", "Avser"))


@pytest.mark.parametrize("letter_type", TYPES)
def test_the_parts_come_in_the_order_of_the_design(letter_type: str):
    order = [
        "Du ska inte komma",
        "Din tid",
        "Din nya tid",
        "Din remiss",
        "Ditt erbjudande",
        "Det här är avbokat",
        "Din tidigare tid gäller inte längre",
        "Du ska inte komma till mottagningen",
        "Har du fått råd inför provet?",
        "Du får också ett brev",
        "Det här gäller fortfarande",
        "Det här händer nu",
        "Fördelar med att testa sig",
        "Nackdelar med att testa sig",
        "Om ditt PSA-värde är högt",
        "Om du blir sämre",
        "Det här behöver du",
        "Före samtalet",
        "Före besöket",
        "Innan du kommer",
        "När du kommer",
        "Så går det till",
        "Om du vill lämna provet",
        "Om du inte vill lämna provet",
        "Om tiden inte passar",
        "Om du behöver tolk eller annat stöd",
        "Vad det kostar",
        "Hitta hit",
        "Läs mer",
        "Om du har frågor",
        "Om det här meddelandet",
        "Vänliga hälsningar",
        "Välkommen!",
    ]

    for channel in Channel:
        found = headings(body_of(letter_type, channel))
        assert found == [heading for heading in order if heading in found]


def headings(blocks: tuple[Block, ...]) -> list[str]:
    named = (getattr(block, "text", getattr(block, "title", "")) for block in blocks)
    return [text for text in named if text]


@pytest.mark.parametrize("letter_type", TYPES)
def test_a_message_says_who_sends_it_where_to_ask_and_that_it_takes_no_reply(letter_type: str):
    """Source: Inera's rules for messages in 1177 inkorg."""
    text = text_of(letter_type, Channel.INBOX_1177)

    assert "Meddelandet kommer från Exempelmottagningen, Region Jönköpings län." in text
    assert "Ring Exempelmottagningen på 010-000\u00a000\u00a000." in text
    assert "Det går inte att svara på meddelandet." in text


@pytest.mark.parametrize(
    ("letter_type", "purpose"),
    [
        ("nybesok", "bekräftar att du har en bokad tid för ett första besök"),
        ("aterbesok", "bekräftar att du har en bokad tid för ett återbesök"),
        ("provtagning", "bekräftar att du har en bokad tid för provtagning"),
        ("paminnelse", "är en påminnelse om din bokade tid"),
        ("telefonbesok", "bekräftar att Exempelmottagningen ringer dig"),
        ("videobesok", "bekräftar att du har en bokad tid för ett videobesök"),
        ("remissbekraftelse", "är en bekräftelse på att remissen har kommit fram"),
        ("ombokning", "är din kallelse till den nya tiden"),
        ("avbokning", "har du inte längre någon tid hos Exempelmottagningen"),
        ("psa_erbjudande", "Exempelmottagningen erbjuder dig att lämna ett PSA-prov"),
        ("psa_paminnelse", "Det här är en påminnelse"),
        ("blodgivning", "Välkommen att ge blod hos Exempelmottagningen"),
        ("blodgivning_ombokning", "en ny tid för att ge blod hos Exempelmottagningen"),
    ],
)
def test_a_message_says_why_it_comes(letter_type: str, purpose: str):
    assert purpose in text_of(letter_type, Channel.INBOX_1177)


@pytest.mark.parametrize("letter_type", STEP_1)
def test_step_1_sends_a_short_message_and_a_full_letter(letter_type: str):
    message = headings(body_of(letter_type, Channel.INBOX_1177))
    letter = headings(body_of(letter_type, Channel.LETTER))

    assert CATALOGUE.get(letter_type).step == 1
    assert "Du får också ett brev" in message
    assert {"Om du behöver tolk eller annat stöd", "Vad det kostar"} <= set(letter) - set(message)


@pytest.mark.parametrize("letter_type", STEP_2)
def test_a_complete_letter_type_says_the_same_in_both_channels(letter_type: str):
    message = headings(body_of(letter_type, Channel.INBOX_1177))
    letter = headings(body_of(letter_type, Channel.LETTER))

    assert CATALOGUE.get(letter_type).step == 2
    assert message[:-1] == letter[:-1]


@pytest.mark.parametrize("letter_type", AT_A_DISTANCE)
@pytest.mark.parametrize("channel", Channel)
def test_nobody_is_sent_to_a_room_for_a_visit_at_a_distance(letter_type: str, channel: Channel):
    """Bookings of such visits may name a room all the same."""
    blocks = body_of(letter_type, channel)

    assert "Plats" not in terms_of(blocks)
    assert "Hus E" not in plain_text(blocks)
    assert "Du ska inte komma till mottagningen" in headings(blocks)


@pytest.mark.parametrize("channel", Channel)
def test_a_cancelled_time_cannot_be_read_as_a_booked_one(channel: Channel):
    blocks = body_of("avbokning", channel)

    warning = blocks[0]
    assert isinstance(warning, Box)
    assert warning.kind is BoxKind.OBSERVE
    assert warning.title == "Du ska inte komma"
    assert "Tisdag 12 januari 2027 klockan 09.40" in plain_text((warning,))
    assert terms_of(blocks) == ["Besök", "Gäller"]
    assert "Välkommen" not in plain_text(blocks)
    assert "Tisdag" not in plain_text(blocks[1:])
    assert CATALOGUE.get("avbokning").subject == "Din tid är avbokad"


@pytest.mark.parametrize("letter_type", MOVED)
@pytest.mark.parametrize("channel", Channel)
def test_a_moved_time_ends_the_earlier_one(letter_type: str, channel: Channel):
    blocks = body_of(letter_type, channel)

    assert headings(blocks)[:2] == ["Din nya tid", "Din tidigare tid gäller inte längre"]


@pytest.mark.parametrize("letter_type", WITHOUT_TIME)
@pytest.mark.parametrize("channel", Channel)
def test_a_letter_without_a_booked_time_says_so(letter_type: str, channel: Channel):
    blocks = body_of(letter_type, channel)

    assert "Du har ingen bokad tid" in plain_text(blocks)
    assert not {"Datum", "Klockan", "Plats"} & set(terms_of(blocks))


@pytest.mark.parametrize("letter_type", WITHOUT_TIME)
def test_a_time_in_the_export_is_not_told_where_nothing_is_booked(
    previewer: Previewer, letter_type: str
):
    draft = draft_of(letter_type)
    booked = full_draft("rontgen").booking.visit
    visit = replace(draft.booking.visit, starts_at=booked.starts_at, place=booked.place)

    letter = letter_of(replace(draft, booking=replace(draft.booking, visit=visit)))

    assert previewer.preview(letter, BOTH).differences == ()
    assert not any("09.40" in plain_text(blocks) for blocks in letter.blocks.values())


@pytest.mark.parametrize("letter_type", ["psa_erbjudande", "psa_paminnelse"])
@pytest.mark.parametrize("channel", Channel)
def test_a_man_decides_himself_with_both_sides_before_him(letter_type: str, channel: Channel):
    text = text_of(letter_type, channel)

    assert "Du bestämmer själv." in text
    assert "Fördelar med att testa sig" in text
    assert "Nackdelar med att testa sig" in text
    assert "Då behöver du inte göra något." in text
    assert "screening" not in text.casefold()


@pytest.mark.parametrize("letter_type", ["blodgivning", "blodgivning_ombokning"])
@pytest.mark.parametrize("channel", Channel)
def test_a_donor_is_no_patient_and_pays_nothing(letter_type: str, channel: Channel):
    text = text_of(letter_type, channel)

    assert "giltig legitimation" in text
    assert "Ät och drick" in text
    assert "patient" not in text
    assert "faktura" not in text


@pytest.mark.parametrize("care_system", CARE_SYSTEMS)
def test_every_care_system_can_move_and_cancel_a_time(care_system: str):
    offered = {kind.id for kind in CATALOGUE.for_care_system(care_system)}

    assert {"ombokning", "avbokning"} <= offered


@pytest.mark.parametrize(
    ("care_system", "letter_types"),
    [
        ("cosmic", {*STEP_1, "remissbekraftelse"}),
        ("opt", {"psa_erbjudande", "psa_paminnelse"}),
        ("prosang", {"blodgivning", "blodgivning_ombokning"}),
    ],
)
def test_a_care_system_has_its_own_letter_types(care_system: str, letter_types: set[str]):
    own = [kind.id for kind in CATALOGUE.for_care_system(care_system) if is_of_one(kind)]

    assert set(own) == letter_types


def is_of_one(letter_type: LetterType) -> bool:
    return len(letter_type.care_systems) == 1


@pytest.mark.parametrize("letter_type", TYPES)
def test_a_text_is_a_draft_until_a_unit_approves_it(letter_type: str):
    assert CATALOGUE.get(letter_type).status == "utkast"


@pytest.mark.parametrize("name", ["cancel_notice_other", "psa_fee"])
def test_a_fact_from_an_old_page_is_shown_as_unconfirmed(name: str):
    fact = RULES.facts[name]

    assert fact.source
    assert not fact.confirmed
