"""What the shipped letters say and never say, where the words themselves are the promise."""

from dataclasses import replace

import pytest

from app.care_level import CareLevel
from app.content import Box, BoxKind, plain_text
from app.draft import Channel
from app.region import Fact
from app.specimen import UNIT
from tests.shipped_letters import (
    CATALOGUE,
    RULES,
    blocks_of,
    full_draft,
    headings,
    letter_of,
    shipped_types,
    shipped_versions,
    terms_of,
    text_of,
)

AT_A_DISTANCE = ("telefonbesok", "videobesok")
WITHOUT_TIME = ("remissbekraftelse", "psa_erbjudande", "psa_paminnelse")
MOVED = ("ombokning", "blodgivning_ombokning")
DONATION = ("blodgivning", "blodgivning_ombokning")
PSA = ("psa_erbjudande", "psa_paminnelse")
TO_A_GUARDIAN = ("tandvard_barn", "tandvard_barn_forsta")
# Nobody has asked for these times, so nobody has agreed to come.
UNASKED = ("cellprov", "mammografi", "bukaortascreening", "tandvard_barn_forsta")
AGREED = (
    *("rontgen", "datortomografi", "magnetkamera", "ultraljud"),
    *("ultraljud_hjarta", "arbetsprov", "langtids_ekg", "tandvard_vuxen", "tandvard_barn"),
)
ELSEWHERE = (*AT_A_DISTANCE, *WITHOUT_TIME, "avbokning")

PURPOSES = {
    "cellprov": "bekräftar att du har en bokad tid",
    "mammografi": "bekräftar att du har en bokad tid",
    "rontgen": "bekräftar att du har en bokad tid",
    "datortomografi": "bekräftar att du har en bokad tid",
    "magnetkamera": "bekräftar att du har en bokad tid",
    "ultraljud": "bekräftar att du har en bokad tid",
    "nybesok": "bekräftar att du har en bokad tid för ett första besök",
    "aterbesok": "bekräftar att du har en bokad tid för ett återbesök",
    "provtagning": "bekräftar att du har en bokad tid för provtagning",
    "paminnelse": "är en påminnelse om din bokade tid",
    "telefonbesok": "bekräftar att Exempelmottagningen ringer dig",
    "videobesok": "bekräftar att du har en bokad tid för ett videobesök",
    "langtids_ekg": "Det här är din kallelse till ett långtids-EKG",
    "ultraljud_hjarta": "Det här är din kallelse till ett ultraljud av hjärtat",
    "arbetsprov": "Det här är din kallelse till ett arbetsprov",
    "bukaortascreening": "Det här är din kallelse till en undersökning av den stora",
    "tandvard_vuxen": "Det här är din kallelse till en tandundersökning",
    "tandvard_barn": "Det här är en kallelse till tandundersökning för ditt barn.",
    "tandvard_barn_forsta": "Vi har reserverat en tid för ditt barns första besök hos oss.",
    "remissbekraftelse": "är en bekräftelse på att remissen har kommit fram",
    "ombokning": "är din kallelse till den nya tiden",
    "avbokning": "har du inte längre någon tid hos Exempelmottagningen",
    "psa_erbjudande": "Exempelmottagningen erbjuder dig att lämna ett PSA-prov",
    "psa_paminnelse": "Det här är en påminnelse",
    "blodgivning": "Välkommen att ge blod hos Exempelmottagningen",
    "blodgivning_ombokning": "en ny tid för att ge blod hos Exempelmottagningen",
}
IN_ENGLISH = {
    "langtids_ekg": "This is your appointment for a long-term ECG.",
    "ultraljud_hjarta": "This is your appointment for an ultrasound examination of your heart.",
    "arbetsprov": "This is your appointment for an exercise test.",
    "bukaortascreening": "This is your appointment for an examination of the main artery",
    "tandvard_vuxen": "This is your appointment for a dental check-up.",
    "tandvard_barn": "This is an appointment for a dental check-up for your child.",
    "tandvard_barn_forsta": "We have reserved a time for your child’s first visit to us.",
    "remissbekraftelse": "This confirms that Exempelmottagningen has received a referral",
    "ombokning": "This is your appointment for the new time.",
    "avbokning": "You no longer have an appointment at Exempelmottagningen on Tuesday 12 January",
    "psa_erbjudande": "Exempelmottagningen offers you a PSA test",
    "psa_paminnelse": "This is a reminder.",
    "blodgivning": "Welcome to give blood at Exempelmottagningen",
    "blodgivning_ombokning": "You have a new time to give blood at Exempelmottagningen",
}

each_channel = pytest.mark.parametrize("channel", Channel)
each_language = pytest.mark.parametrize("language", ["sv", "en"])


@pytest.mark.parametrize("letter_type", shipped_types())
def test_a_message_says_who_sends_it_why_where_to_ask_and_that_it_takes_no_reply(letter_type: str):
    """Source: Inera's rules for messages in 1177 inkorg."""
    text = text_of(letter_type, Channel.INBOX_1177)

    assert "Meddelandet kommer från Exempelmottagningen, Region Jönköpings län." in text
    assert PURPOSES[letter_type] in text
    # With no-break spaces: a number that breaks over two lines is hard to dial from.
    assert "Ring Exempelmottagningen på 010-000\u00a000\u00a000." in text
    assert "Det går inte att svara på meddelandet." in text


@pytest.mark.parametrize("letter_type", IN_ENGLISH)
def test_a_message_in_english_says_the_same_four_things(letter_type: str):
    text = text_of(letter_type, Channel.INBOX_1177, language="en")

    assert "This message is from Exempelmottagningen, Region Jönköping County." in text
    assert IN_ENGLISH[letter_type] in text
    assert "Call Exempelmottagningen on 010-000\u00a000\u00a000." in text
    assert "You cannot reply to it." in text


@pytest.mark.parametrize(
    ("letter_type", "language"),
    [version for version in shipped_versions() if version[0] not in ELSEWHERE],
)
@each_channel
def test_a_visit_is_told_by_its_day_its_time_and_its_place(
    letter_type: str, language: str, channel: Channel
):
    told = {
        "sv": "Datum Tisdag 12 januari 2027\nKlockan 09.40\nPlats Hus E, plan 3\n",
        "en": "Date Tuesday 12 January 2027\nTime 09:40\nPlace Hus E, plan 3\n",
    }

    assert told[language] in text_of(letter_type, channel, language=language)


@pytest.mark.parametrize("letter_type", AT_A_DISTANCE)
@each_channel
def test_nobody_is_sent_to_a_room_for_a_visit_at_a_distance(letter_type: str, channel: Channel):
    """Bookings of such visits may name a room all the same."""
    blocks = blocks_of(letter_type, channel)

    assert "Plats" not in terms_of(blocks)
    assert "Hus E" not in plain_text(blocks)
    assert "Du ska inte komma till mottagningen" in headings(blocks)


@pytest.mark.parametrize(
    ("language", "title", "moment"),
    [
        ("sv", "Du ska inte komma", "Tisdag 12 januari 2027 klockan 09.40"),
        ("en", "Do not come", "Tuesday 12 January 2027 at 09:40"),
    ],
)
@each_channel
def test_a_cancelled_time_cannot_be_read_as_a_booked_one(
    language: str, title: str, moment: str, channel: Channel
):
    warning, *others = blocks_of("avbokning", channel, language=language)

    assert isinstance(warning, Box)
    assert (warning.kind, warning.title) == (BoxKind.OBSERVE, title)
    assert moment in plain_text((warning,))
    assert terms_of((*others,)) in (["Besök", "Gäller"], ["Visit", "For"])
    rest = plain_text((*others,))
    assert not any(words in rest for words in ("Tisdag", "Tuesday", "Välkommen", "Welcome"))


def test_the_subject_of_a_cancellation_says_so():
    assert CATALOGUE.get("avbokning").subject == "Din tid är avbokad"


@pytest.mark.parametrize("letter_type", MOVED)
@each_channel
def test_a_moved_time_ends_the_earlier_one(letter_type: str, channel: Channel):
    blocks = blocks_of(letter_type, channel)

    assert headings(blocks)[:2] == ["Din nya tid", "Din tidigare tid gäller inte längre"]


@pytest.mark.parametrize("letter_type", WITHOUT_TIME)
@pytest.mark.parametrize(
    ("language", "words"),
    [("sv", "Du har ingen bokad tid"), ("en", "You do not have a booked appointment")],
)
@each_channel
def test_a_letter_without_a_booked_time_says_so(
    letter_type: str, language: str, words: str, channel: Channel
):
    blocks = blocks_of(letter_type, channel, language=language)

    assert words in plain_text(blocks)
    assert not {"Datum", "Klockan", "Plats", "Date", "Time", "Place"} & {*terms_of(blocks)}


@pytest.mark.parametrize("letter_type", PSA)
@each_language
@each_channel
def test_a_man_decides_himself_with_both_sides_before_him(
    letter_type: str, language: str, channel: Channel
):
    said = {
        "sv": ("Du bestämmer själv.", "Då behöver du inte göra något."),
        "en": ("You decide yourself.", "Then you do not need to do anything."),
    }
    sides = {
        "sv": {"Fördelar med att testa sig", "Nackdelar med att testa sig"},
        "en": {"Advantages of being tested", "Disadvantages of being tested"},
    }
    blocks = blocks_of(letter_type, channel, language=language)

    assert all(sentence in plain_text(blocks) for sentence in said[language])
    assert sides[language] <= {*headings(blocks)}
    assert "screening" not in plain_text(blocks).casefold()


@pytest.mark.parametrize("letter_type", DONATION)
@each_language
@each_channel
def test_a_donor_is_no_patient_and_pays_nothing(letter_type: str, language: str, channel: Channel):
    said = {"sv": ("giltig legitimation", "Ät och drick"), "en": ("valid ID", "Eat and drink")}

    text = text_of(letter_type, channel, language=language)

    assert all(words in text for words in said[language])
    assert not any(words in text for words in ("patient", "faktura", "invoice"))


@pytest.mark.parametrize("letter_type", ["rontgen", "datortomografi", "magnetkamera"])
def test_who_may_be_pregnant_is_asked_to_ring_before_the_pictures(letter_type: str):
    blocks = blocks_of(letter_type, Channel.LETTER)

    boxes = plain_text(tuple(block for block in blocks if isinstance(block, Box)))
    assert "är gravid eller tror att du kan vara det" in boxes


@pytest.mark.parametrize("letter_type", ["rontgen", "ultraljud"])
def test_the_referring_unit_stands_in_the_full_letter_only(letter_type: str):
    assert "Remiss från Exempelhälsans vårdcentral" in text_of(letter_type, Channel.LETTER)
    assert "Remiss från" not in text_of(letter_type, Channel.INBOX_1177)


@pytest.mark.parametrize(
    ("letter_type", "language"),
    [version for version in shipped_versions() if version[0] in UNASKED],
)
@each_channel
def test_nobody_is_told_to_pay_for_missing_a_time_they_never_asked_for(
    letter_type: str, language: str, channel: Channel
):
    """Source: JO 2127-2016, on a child's first visit to the dentist."""
    threats = {
        "sv": ("uteblir", "faktura", "avbokas för sent", "senast"),
        "en": ("do not come", "invoice", "too late", "no later than"),
    }

    text = text_of(letter_type, channel, language=language)

    assert not any(words in text for words in threats[language])


@pytest.mark.parametrize("letter_type", AGREED)
def test_a_missed_visit_costs_where_the_visit_was_agreed(letter_type: str):
    assert "uteblir" in text_of(letter_type, Channel.LETTER)


@pytest.mark.parametrize("letter_type", TO_A_GUARDIAN)
@each_language
@each_channel
def test_a_childs_letter_speaks_to_its_guardian_of_the_child(
    letter_type: str, language: str, channel: Channel
):
    greeting = {
        "sv": "Till dig som är vårdnadshavare för Anna-Karin Prov",
        "en": "To the guardian of Anna-Karin Prov",
    }
    terms = {
        "sv": ["Datum", "Klockan", "Plats", "Besök", "Gäller"],
        "en": ["Date", "Time", "Place", "Visit", "For"],
    }

    blocks = blocks_of(letter_type, channel, language=language)

    assert plain_text(blocks[:1]) == greeting[language]
    assert terms_of(blocks) == terms[language]
    assert not any(own in plain_text(blocks) for own in ("Din tid", "Your appointment"))


@pytest.mark.parametrize(
    ("letter_type", "fee"),
    [("cellprov", "Cellprovet är avgiftsfritt"), ("mammografi", "Mammografin är avgiftsfri")],
)
def test_screening_that_is_free_by_law_says_so(letter_type: str, fee: str):
    text = text_of(letter_type, Channel.LETTER)

    assert fee in text
    assert "patientavgift" not in text


@pytest.mark.parametrize(
    ("code", "swedish", "english"),
    [
        ("EKG24", "ett dygn", "24 hours"),
        ("EKG48", "två dygn", "48 hours"),
        ("EKG144", "sex dygn", "six days and nights"),
    ],
)
@each_channel
def test_the_examination_decides_how_long_the_recorder_is_worn(
    code: str, swedish: str, english: str, channel: Channel
):
    draft = full_draft("langtids_ekg")
    visit = replace(draft.booking.visit, examination_code=code)
    draft = replace(draft, booking=replace(draft.booking, visit=visit))

    texts = [
        plain_text(letter_of(replace(draft, language=name)).blocks[channel])
        for name in ("sv", "en")
    ]

    assert f"på dig i {swedish}." in texts[0]
    assert f"You wear a small device for {english}." in texts[1]


def test_directions_alone_are_enough_to_say_the_way():
    bare = replace(UNIT, street="", postal_code="", town="")
    letter = letter_of(full_draft("rontgen", unit=bare))

    assert "Hitta hit\nGå in genom" in plain_text(letter.blocks[Channel.LETTER])


@pytest.mark.parametrize(
    ("care_level", "swedish", "english"),
    [
        (CareLevel.HOSPITAL, "senast tre hela vardagar (72 timmar) före", "three full working"),
        (CareLevel.OTHER, "senast en hel vardag (24 timmar) före", "one full working day (24"),
        (CareLevel.DENTAL, "senast 24 timmar före", "no later than 24 hours before"),
    ],
)
@each_channel
def test_the_care_that_a_unit_gives_decides_until_when_a_visit_may_be_cancelled(
    care_level: CareLevel, swedish: str, english: str, channel: Channel
):
    draft = full_draft("langtids_ekg", unit=replace(UNIT, care_level=care_level))

    letters = [letter_of(draft.with_language(language)) for language in ("sv", "en")]

    assert swedish in plain_text(letters[0].blocks[channel])
    assert english in plain_text(letters[1].blocks[channel])
    assert "avbokningstid" in letters[0].unconfirmed


@each_channel
def test_a_unit_that_has_not_told_what_care_it_gives_states_no_hours(channel: Channel):
    letter = letter_of(full_draft("nybesok", unit=replace(UNIT, care_level=None)))

    assert "Gör det så snart du kan." in plain_text(letter.blocks[channel])
    assert "avbokningstid" not in letter.unconfirmed


@pytest.mark.parametrize(
    "fact", [RULES.facts["psa_fee"], *RULES.cancel_notice.values()], ids=lambda fact: fact.text
)
def test_a_fact_from_an_old_page_is_shown_as_unconfirmed(fact: Fact):
    assert fact.source
    assert not fact.confirmed


def test_what_old_pages_say_of_giving_blood_and_of_the_psa_test_is_unconfirmed():
    assert {"blodgivningen", "förberedelser"} <= {*letter_of(full_draft("blodgivning")).unconfirmed}
    assert "fördelar och nackdelar" in letter_of(full_draft("psa_erbjudande")).unconfirmed


def test_no_text_hides_its_source_in_a_comment():
    """What has a source is a fact of the region, so that it can be shown as unconfirmed."""
    texts = {name: text for name, text in CATALOGUE.sources.items() if name.endswith(".j2")}

    assert [name for name, text in texts.items() if "Källa:" in text or "Source:" in text] == []
