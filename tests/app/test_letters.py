from dataclasses import replace
from pathlib import Path

import pytest

from app.content import plain_text
from app.draft import Channel
from app.errors import LetterIncomplete, TemplateBroken
from app.letters import (
    FIELD_NAMES,
    PARITY_FACTS,
    LetterCatalogue,
    canonical_json,
    letter_facts,
    letter_id,
    missing_facts,
    reference,
)
from tests.shipped_letters import CATALOGUE, RULES, TODAY, UNIT, full_draft, letter_of

TYPES = ("rontgen", "langtids_ekg")
LETTER_TOML = CATALOGUE.sources["letter_types/rontgen/letter.toml"]


def folder_of(path: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text, encoding="utf-8")
    return path


def with_visit(draft, **changes):
    visit = replace(draft.booking.visit, **changes)
    return replace(draft, booking=replace(draft.booking, visit=visit))


@pytest.mark.parametrize("letter_type", TYPES)
@pytest.mark.parametrize("channel", Channel)
def test_a_full_booking_gives_date_time_place_and_phone_in_both_channels(letter_type, channel):
    letter = letter_of(full_draft(letter_type))

    text = plain_text(letter.blocks[channel])

    assert "Datum Tisdag 12 januari 2027" in text
    assert "Klockan 09.40" in text
    assert "Plats Hus E, plan 3" in text
    # With no-break spaces: a number that breaks over two lines is hard to dial from.
    assert "Ring Exempelmottagningen på 010-000\u00a000\u00a000." in text


def headings(letter_type: str, channel: Channel) -> list[str]:
    blocks = letter_of(full_draft(letter_type)).blocks[channel]
    return [
        getattr(block, "text", getattr(block, "title", ""))
        for block in blocks
        if hasattr(block, "text") or hasattr(block, "title")
    ]


@pytest.mark.parametrize("letter_type", TYPES)
@pytest.mark.parametrize("channel", Channel)
def test_the_parts_come_in_the_order_of_the_design(letter_type, channel):
    order = [
        "Din tid",
        "Kan du vara gravid?",
        "Så går mätningen till",
        "Du får också ett brev",
        "Före undersökningen",
        "Före besöket",
        "När du kommer",
        "När mätningen är klar",
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


def test_step_1_sends_a_short_message_and_a_full_letter():
    message = headings("rontgen", Channel.INBOX_1177)
    letter = headings("rontgen", Channel.LETTER)

    assert "Du får också ett brev" in message
    assert "Vad det kostar" not in message
    assert {"Kan du vara gravid?", "Vad det kostar", "Hitta hit"} <= set(letter)


def test_step_2_sends_the_whole_summons_in_both_channels():
    message = headings("langtids_ekg", Channel.INBOX_1177)
    letter = headings("langtids_ekg", Channel.LETTER)

    assert message[:-1] == letter[:-1]


@pytest.mark.parametrize("letter_type", TYPES)
def test_a_message_says_who_sends_it_why_where_to_ask_and_that_it_takes_no_reply(letter_type):
    """Source: Inera's rules for messages in 1177 inkorg."""
    text = plain_text(letter_of(full_draft(letter_type)).blocks[Channel.INBOX_1177])

    assert "Meddelandet kommer från Exempelmottagningen, Region Jönköpings län." in text
    assert "bekräftar att du har en bokad tid" in text or "din kallelse" in text
    assert "Om du har frågor" in text
    assert "Det går inte att svara på meddelandet." in text


@pytest.mark.parametrize(
    ("code", "duration"), [("EKG24", "ett dygn"), ("EKG48", "två dygn"), ("EKG144", "sex dygn")]
)
@pytest.mark.parametrize("channel", Channel)
def test_the_examination_decides_how_long_the_recorder_is_worn(code, duration, channel):
    draft = with_visit(full_draft("langtids_ekg"), examination_code=code)

    assert f"på dig i {duration}." in plain_text(letter_of(draft).blocks[channel])


@pytest.mark.parametrize("letter_type", TYPES)
def test_a_booking_with_only_what_is_required_makes_a_letter(letter_type):
    bare = replace(UNIT, phone_hours="", street="", postal_code="", town="", directions="")
    draft = with_visit(full_draft(letter_type, unit=bare), referred_by="")

    texts = [plain_text(blocks) for blocks in letter_of(draft).blocks.values()]

    assert not any(word in text for text in texts for word in ("Hitta hit", "Remiss", "Telefontid"))


def test_directions_alone_are_enough_to_say_the_way():
    bare = replace(UNIT, street="", postal_code="", town="")
    letter = letter_of(full_draft("rontgen", unit=bare))

    assert "Hitta hit\nGå in genom" in plain_text(letter.blocks[Channel.LETTER])


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"starts_at": None}, "datum, tid"),
        ({"place": ""}, "plats"),
        ({"care_service": ""}, "undersökning"),
        ({"examination_code": "OKÄND"}, "mätningens längd"),
    ],
)
def test_a_booking_that_lacks_a_required_fact_makes_no_letter(changes, words):
    draft = with_visit(full_draft("langtids_ekg"), **changes)

    with pytest.raises(LetterIncomplete, match=f"Uppgift saknas: {words}"):
        letter_of(draft)


def test_missing_facts_are_named_in_swedish_and_unknown_ones_by_their_own_name():
    letter_type = CATALOGUE.get("rontgen").model_copy(update={"required": ("unit_phone", "x")})

    assert missing_facts(letter_type, {"unit_phone": ""}) == (FIELD_NAMES["unit_phone"], "x")


def test_every_parity_fact_is_a_fact_of_a_letter():
    draft = full_draft("rontgen")

    facts = letter_facts(draft, letter_type=CATALOGUE.get("rontgen"), rules=RULES, today=TODAY)

    assert set(PARITY_FACTS) <= set(facts)
    assert all(isinstance(value, str) for value in facts.values())


def test_a_letter_remembers_its_day_its_templates_and_its_reference():
    letter = letter_of(full_draft("rontgen"))

    assert letter.written_on == TODAY
    assert letter.template_version == CATALOGUE.version
    assert letter.reference == reference(letter.draft)
    assert letter.facts["written_on"] == "23 november 2026"


def test_the_same_letter_has_the_same_id_everywhere():
    assert letter_id(full_draft("rontgen"), Channel.LETTER) == letter_id(
        full_draft("rontgen"), Channel.LETTER
    )


def test_what_makes_it_another_letter_gives_another_id():
    draft = full_draft("rontgen")
    others = [
        draft,
        replace(draft, revision=2),
        replace(draft, letter_type="annan"),
        replace(draft, booking=replace(draft.booking, booking_id="B2")),
        full_draft("rontgen", unit=replace(UNIT, hsa_id="SE0000000000-0002")),
    ]

    ids = {letter_id(other, channel) for other in others for channel in Channel}

    assert len(ids) == len(others) * len(Channel)


def test_a_reference_is_short_enough_to_read_out():
    assert len(reference(full_draft("rontgen"))) == len("B-3F2A9C1D")


def test_equal_values_have_equal_bytes():
    assert canonical_json({"b": "å", "a": [1]}) == canonical_json({"a": [1], "b": "å"})
    assert canonical_json({"b": "å", "a": [1]}) == '{"a":[1],"b":"å"}'.encode()


def test_each_care_system_offers_its_own_letter_types():
    agfa_ei, paf, unknown = (
        {kind.id for kind in CATALOGUE.for_care_system(name)}
        for name in ("agfa_ei", "paf", "okänt")
    )

    assert "rontgen" in agfa_ei - paf
    assert "langtids_ekg" in paf - agfa_ei
    assert unknown == set()


def test_a_booking_without_a_letter_type_is_asked_for_one():
    with pytest.raises(LetterIncomplete, match="ingen brevtyp"):
        CATALOGUE.get("")


def test_a_changed_word_in_any_template_is_another_version(tmp_path):
    sources = dict(CATALOGUE.sources)
    sources["blocks/fragor.md.j2"] += "Ett ord till.\n"

    changed = LetterCatalogue(folder_of(tmp_path, sources))

    assert changed.version != CATALOGUE.version


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        pytest.param({"letter_types/a/letter.toml": "id ="}, "går inte att använda", id="TOML"),
        pytest.param({"letter_types/a/letter.toml": "id = 'a'"}, "går inte", id="fields"),
        pytest.param({"letter_types/rontgen/letter.toml": LETTER_TOML}, "saknar filen", id="body"),
    ],
)
def test_a_letter_type_that_cannot_be_used_is_explained(tmp_path, files, sentence):
    folder = folder_of(tmp_path, files)

    with pytest.raises(TemplateBroken, match=sentence):
        LetterCatalogue(folder)


def test_a_templates_folder_that_cannot_be_read_is_explained(tmp_path):
    (tmp_path / "blocks.md.j2").write_bytes(b"\xff\xfe\xff")

    with pytest.raises(TemplateBroken, match="Mallarna går inte att läsa"):
        LetterCatalogue(tmp_path)
