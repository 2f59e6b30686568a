"""The few words of one's own: tidied, looked at when sensitive, and alike in both channels."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.docbook import DocBookFormat
from app.adapters.pdf_pages import PdfPages
from app.bookings import BookingState
from app.channels import Reach
from app.check import Check
from app.content import Paragraph, plain_text
from app.draft import FREE_TEXT_LENGTH, Channel, Draft, tidy_text
from app.errors import LetterIncomplete
from app.findings import Code, Decision, Finding, Severity
from app.parity import parity_differences
from app.preview import Previewer
from app.rows import Row
from app.triage import Known, Situation, examine
from tests.fakes import BOTH, LETTER_TYPE, NOON, make_booking, make_draft
from tests.sample_letters import PROFILE, bundled_page_format
from tests.shipped_letters import CATALOGUE, RULES, full_draft, letter_of, shipped_types

TEXT = "Ta med provröret som du fick av oss. Välkommen!"


@pytest.fixture(scope="module")
def previewer() -> Iterator[Previewer]:
    pages = PdfPages(PROFILE)
    yield Previewer(
        message_format=DocBookFormat(), page_format=bundled_page_format(), page_reader=pages
    )
    pages.close()


def about(draft: Draft, *, check: Check | None = None) -> Situation:
    return Situation(
        now=NOON,
        rules=RULES,
        letter_type=LETTER_TYPE,
        age=None,
        route=BOTH,
        address_problem=lambda _: "",
        known=Known(reach=Reach.NOTIFIED, check=check),
        state_letters=dict.fromkeys(BookingState, ""),
    )


def findings(text: str) -> list[Finding]:
    draft = make_draft().with_free_text(text)
    return [one for one in examine(draft, about(draft)) if one.code is Code.FREETEXT]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Ta med\n\nprovröret.\t", "Ta med provröret."),
        ("A\u030angstrom", "Ångstrom"),
        ("ring\u00a0oss\u2028nu", "ring oss nu"),
        ("dolt\u200b\u202e\u00adslut", "doltslut"),
        ("noll\x00\x1b\ud800\ue000slut", "nollslut"),
        ("\n", ""),
    ],
)
def test_a_free_text_becomes_one_line_of_what_can_be_seen(written: str, kept: str):
    assert tidy_text(written) == kept


@given(st.text(max_size=80))
def test_a_tidy_text_stays_as_it_is(text: str):
    assert tidy_text(tidy_text(text)) == tidy_text(text)


@pytest.mark.parametrize("letter_type", shipped_types())
@pytest.mark.parametrize("channel", Channel)
def test_every_letter_type_tells_the_free_text_once(letter_type: str, channel: Channel):
    letter = letter_of(full_draft(letter_type).with_free_text(TEXT))

    said = [one for one in letter.blocks[channel] if TEXT in plain_text((one,))]
    assert [plain_text((one,)) for one in said] == [f"Meddelande till dig: {TEXT}"]
    assert isinstance(said[0], Paragraph)


@pytest.mark.parametrize("letter_type", shipped_types())
@pytest.mark.parametrize("channel", Channel)
def test_a_letter_without_free_text_shows_no_trace_of_it(letter_type: str, channel: Channel):
    assert "Meddelande till dig" not in plain_text(
        letter_of(full_draft(letter_type)).blocks[channel]
    )


def test_a_free_text_that_is_markup_stays_text(previewer: Previewer):
    text = "**Fet** [länk](https://example.com) {{ name }} <b>&amp;</b> # ::: mer"
    letter = letter_of(full_draft("rontgen").with_free_text(text))

    preview = previewer.preview(letter, BOTH)

    assert text in DocBookFormat().text(preview.message)
    assert preview.differences == ()


@pytest.mark.parametrize("channel", Channel)
def test_a_channel_that_lacks_the_free_text_is_named(channel: Channel):
    letter = letter_of(full_draft("rontgen").with_free_text(TEXT))
    told = {one: plain_text(letter.blocks[one]) for one in Channel}
    told[channel] = told[channel].replace(TEXT, "")

    where = "1177-meddelandet" if channel is Channel.INBOX_1177 else "brevet"
    (difference,) = parity_differences(letter, told)
    assert difference.sentence == f"fritexten saknas i {where}"


def test_the_longest_free_text_makes_a_letter_and_one_more_character_makes_none():
    draft = full_draft("rontgen")

    assert letter_of(draft.with_free_text("å" * FREE_TEXT_LENGTH)).facts["free_text"]
    with pytest.raises(LetterIncomplete, match="Fritexten är längre än 300 tecken"):
        letter_of(draft.with_free_text("å" * (FREE_TEXT_LENGTH + 1)))


def test_a_sign_that_the_page_cannot_show_is_blamed_on_the_free_text(previewer: Previewer):
    letter = letter_of(full_draft("rontgen").with_free_text("Kom 王"))

    with pytest.raises(LetterIncomplete, match=r"i fritexten finns inte.*Ändra fritexten"):
        previewer.preview(letter, BOTH)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Gäller 19121212-1212.", "personnummer"),
        ("Gäller 121212+1212.", "personnummer"),
        ("Gäller 121212 - 1212", "personnummer"),
        ("Gäller 191212121212", "personnummer"),
        ("Gäller 800102-T386", "personnummer"),
        ("Ring 036-12 34 56.", "telefonnummer"),
        ("Ring +46 36 123 456.", "telefonnummer"),
        ("Ring 0701234567.", "telefonnummer"),
        ("Din prostatacancer ska följas upp.", "cancer"),
        ("PROVSVARET har kommit.", "provsvar"),
    ],
)
def test_what_may_be_sensitive_is_to_be_looked_at(text: str, what: str):
    (finding,) = findings(text)

    assert finding.severity is Severity.REVIEW
    assert what in finding.sentence
    assert [choice.decision for choice in finding.choices] == [
        Decision.WRITE_TEXT,
        Decision.APPROVE,
    ]


@pytest.mark.parametrize(
    "text",
    ["", TEXT, "Kom 2027-01-12 klockan 09.40.", "Kom 10 minuter före 08.30, plan 3, hus 12."],
)
def test_an_ordinary_text_raises_nothing(text: str):
    assert findings(text) == []


def test_the_sentence_repeats_no_number_that_was_written():
    (finding,) = findings("Gäller 19121212-1212.")

    assert "1212" not in finding.sentence


def test_other_words_are_to_be_approved_anew():
    approved = frozenset({Code.FREETEXT, Code.OVERFLOW, Code.INTERPRETER})
    draft = make_draft().with_free_text("Provsvar 1").approving(approved)

    assert draft.with_free_text("Provsvar 2").approved == {Code.INTERPRETER}


def test_one_approval_never_serves_the_texts_of_others():
    draft = make_draft().with_free_text("Ditt provsvar")

    assert Row.alone(draft, about(draft)).question is None


def test_another_free_text_is_another_letter():
    draft = make_draft()

    assert not draft.with_free_text(TEXT).makes_the_letter_of(draft)


def test_a_correction_keeps_the_text_of_the_same_patient_only():
    draft = make_draft(make_booking(2)).with_free_text(TEXT)
    same = replace(make_booking(2), booking_id="annan")

    assert draft.correcting(same).free_text == TEXT
    assert draft.correcting(make_booking(3)).free_text == ""


def test_a_letter_of_too_many_pages_can_be_shortened_where_there_is_a_text():
    check = Check(digest="d", page_count=2)
    plain, written = make_draft(), make_draft().with_free_text(TEXT)

    def choices(draft: Draft) -> list[Decision]:
        found = examine(draft, about(draft, check=check))
        (overflow,) = (one for one in found if one.code is Code.OVERFLOW)
        return [choice.decision for choice in overflow.choices]

    assert choices(plain) == [Decision.APPROVE, Decision.SKIP]
    assert choices(written) == [Decision.APPROVE, Decision.WRITE_TEXT, Decision.SKIP]


def test_the_words_are_told_to_be_an_assumption():
    assert "eget antagande" in RULES.free_text.source
    assert all(word == word.casefold() for word in RULES.free_text.sensitive)


def test_a_letter_type_keeps_its_page_with_a_short_text(previewer: Previewer):
    draft = full_draft("avbokning").with_free_text(TEXT)

    assert previewer.preview(letter_of(draft), BOTH).page_count == CATALOGUE.get("avbokning").pages
