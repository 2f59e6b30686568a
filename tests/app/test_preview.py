from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from app.adapters.docbook import DocBookFormat
from app.adapters.pdf_pages import PdfPages
from app.content import Block, Heading, plain_text
from app.draft import Channel
from app.errors import LetterIncomplete
from app.letters import Letter
from app.packed_text import packed
from app.parity import parity_differences
from app.preview import PageText, Previewer, unexpected_in_risk_zone
from tests.fakes import BOTH, LETTER_TYPE, ONLY_LETTER
from tests.sample_letters import (
    BLOCKS,
    LONG_BLOCKS,
    PLACE,
    PROFILE,
    bundled_page_format,
    full_letter,
    said,
)

PAGE_FORMAT = bundled_page_format()
ONLY_A_DATE: tuple[Block, ...] = (said("Tisdag 12 januari 2027. Ring 010-000 00 00."),)


@dataclass
class ReadsAs:
    """A PageReader that finds the same in every page."""

    pages: tuple[str, ...]
    risk_zone: str = ""

    def read(self, _: bytes) -> PageText:
        return PageText(self.pages, self.risk_zone)


@pytest.fixture
def previewer() -> Iterator[Previewer]:
    pages = PdfPages(PROFILE)
    yield Previewer(message_format=DocBookFormat(), page_format=PAGE_FORMAT, page_reader=pages)
    pages.close()


def with_message(letter: Letter, blocks: tuple[Block, ...]) -> Letter:
    return replace(letter, blocks={**letter.blocks, Channel.INBOX_1177: blocks})


def test_a_preview_holds_the_very_message_and_page_and_why_they_go(previewer: Previewer):
    letter = full_letter()

    preview = previewer.preview(letter, BOTH)

    assert preview.letter is letter
    assert preview.route is BOTH
    assert preview.subject == "Kallelse till röntgenundersökning"
    assert preview.content(Channel.INBOX_1177) == DocBookFormat().message(letter).encode()
    assert preview.content(Channel.LETTER) == PAGE_FORMAT.page(letter)


def test_a_letter_that_is_alike_in_both_channels_has_no_differences(previewer: Previewer):
    preview = previewer.preview(full_letter(), BOTH)

    assert preview.differences == ()
    assert preview.risk_zone == ""
    assert preview.page_count == 1


def test_pages_are_counted_in_the_finished_pdf(previewer: Previewer):
    assert previewer.preview(full_letter(blocks=LONG_BLOCKS), ONLY_LETTER).page_count == 2


def test_a_fact_that_only_the_letter_tells_is_named(previewer: Previewer):
    preview = previewer.preview(with_message(full_letter(), ONLY_A_DATE), BOTH)

    assert preview.differences == (
        "tid saknas i 1177-meddelandet",
        "plats saknas i 1177-meddelandet",
    )


def test_a_fact_that_only_the_message_tells_is_named(previewer: Previewer):
    letter = full_letter(blocks=ONLY_A_DATE)

    preview = previewer.preview(with_message(letter, (*BLOCKS[:3], *BLOCKS[7:])), BOTH)

    assert preview.differences == ("tid saknas i brevet", "plats saknas i brevet")


def test_the_letter_type_may_say_why_the_message_lacks_a_fact(previewer: Previewer):
    why = {"place": "Lokalen kan ändras till dagen.", "time": "Står i brevet."}
    excused = LETTER_TYPE.model_copy(update={"message_leaves_out": why})
    letter = with_message(replace(full_letter(), letter_type=excused), ONLY_A_DATE)

    assert previewer.preview(letter, BOTH).differences == ()


def test_no_letter_type_excuses_the_letter_itself(previewer: Previewer):
    excused = LETTER_TYPE.model_copy(update={"message_leaves_out": {"place": "Prov."}})
    letter = replace(full_letter(blocks=ONLY_A_DATE), letter_type=excused)

    preview = previewer.preview(with_message(letter, BLOCKS), BOTH)

    assert "plats saknas i brevet" in preview.differences


def test_a_fact_that_is_neither_required_nor_told_is_no_difference(previewer: Previewer):
    letter = full_letter(blocks=ONLY_A_DATE)

    assert previewer.preview(letter, BOTH).differences == ()


STRAYS = {
    "datum": "Lämna provet den 14 januari.",
    "tid": "Kom redan klockan 08.15.",
    "telefon": "Du kan också ringa 036-99 88 77.",
}


@pytest.mark.parametrize(("what", "text"), STRAYS.items())
def test_another_date_time_or_number_than_the_letters_is_a_difference(
    previewer: Previewer, what: str, text: str
):
    letter = full_letter()

    preview = previewer.preview(with_message(letter, (*BLOCKS, said(text))), BOTH)

    assert preview.differences == (f"{what} i 1177-meddelandet står inte i brevet",)


@pytest.mark.parametrize("step", [1, 2])
@pytest.mark.parametrize(("what", "text"), STRAYS.items())
def test_only_in_step_1_the_letter_may_tell_more_times_than_the_message(
    previewer: Previewer, what: str, text: str, step: int
):
    kind = LETTER_TYPE.model_copy(update={"step": step})
    letter = replace(full_letter(blocks=(*BLOCKS, said(text))), letter_type=kind)

    preview = previewer.preview(with_message(letter, BLOCKS), BOTH)

    told = f"{what} i brevet står inte i 1177-meddelandet"
    assert preview.differences == ((told,) if step == 2 else ())


def test_a_letter_type_for_paper_only_is_not_compared_with_a_message(previewer: Previewer):
    kind = LETTER_TYPE.model_copy(update={"step": 2, "channels": (Channel.LETTER,)})
    letter = with_message(replace(full_letter(), letter_type=kind), ONLY_A_DATE)

    assert previewer.preview(letter, BOTH).differences == ()


def test_a_required_fact_that_neither_channel_tells_is_named(previewer: Previewer):
    strict = LETTER_TYPE.model_copy(update={"required": ("name", "time")})
    letter = replace(full_letter(blocks=ONLY_A_DATE), letter_type=strict)

    assert previewer.preview(letter, BOTH).differences == (
        "tid saknas i 1177-meddelandet",
        "tid saknas i brevet",
    )


def test_line_breaks_and_joined_letters_are_no_difference():
    broken = (
        f"Tisdag 12\njanuari\u00a02027 09.\n40 {PLACE.replace(' ', chr(10))} 010-000 00\u00ad 00"
    )
    letter = full_letter(place="Officersgatan", blocks=(*BLOCKS, said("Officersgatan")))
    reader = ReadsAs((broken, "O\ufb03cersgatan", plain_text(BLOCKS[4:7])))
    previewer = Previewer(
        message_format=DocBookFormat(), page_format=PAGE_FORMAT, page_reader=reader
    )

    assert previewer.preview(letter, BOTH).differences == ()


@pytest.mark.parametrize(
    "found",
    [
        "Röntgen Exempelsjukhuset\nKarin Åberg\nc/o Öberg\nProvgatan 12 lgh 1203\n553 16 Jönköping",
        "Karin Åberg\nc/o Öberg\nProvgatan 12 lgh 1203\n553 16 Jönköping\nDatortomografi",
        "Karin Åberg\nc/o Öberg",
    ],
)
def test_anything_but_the_whole_address_in_the_window_is_reported(found: str):
    previewer = Previewer(
        message_format=DocBookFormat(),
        page_format=PAGE_FORMAT,
        page_reader=ReadsAs(("",), risk_zone=found),
    )

    assert previewer.preview(full_letter(), ONLY_LETTER).risk_zone == found


def test_an_empty_window_is_reported_too():
    assert unexpected_in_risk_zone(full_letter(), "") == "ingen adress"


def test_the_address_may_be_broken_anywhere_in_the_window():
    found = "Karin\nÅberg\nc/o Öberg\nProvgatan 12\nlgh 1203\n553 16 Jönköping"

    assert unexpected_in_risk_zone(full_letter(), found) == ""


def test_equal_letters_have_equal_digests(previewer: Previewer):
    first = previewer.preview(full_letter(), BOTH)
    other = previewer.preview(full_letter(given_name="Annan"), BOTH)

    again = previewer.preview(full_letter(), BOTH)

    assert again.digest == first.digest
    assert other.digest != first.digest


def test_a_change_of_either_content_is_another_digest(previewer: Previewer):
    preview = previewer.preview(full_letter(), BOTH)

    digests = {
        preview.digest,
        replace(preview, message=preview.message + " ").digest,
        replace(preview, page=preview.page + b"\n").digest,
    }

    assert len(digests) == 3


def test_a_letter_that_cannot_be_laid_out_has_no_preview(previewer: Previewer):
    with pytest.raises(LetterIncomplete, match="finns inte i brevets typsnitt"):
        previewer.preview(full_letter(family_name="王"), BOTH)


BRING: tuple[Block, ...] = (*BLOCKS, Heading("Före besöket"), said("Ta med din läkemedelslista."))


@pytest.mark.parametrize("step", [1, 2])
def test_what_to_bring_stands_in_both_channels_from_step_2(previewer: Previewer, step: int):
    kind = LETTER_TYPE.model_copy(update={"step": step})
    letter = replace(full_letter(blocks=BRING), letter_type=kind)

    differences = previewer.preview(with_message(letter, BLOCKS), BOTH).differences

    lacking = ("förberedelserna är inte desamma i 1177-meddelandet",)
    assert differences == (lacking if step == 2 else ())


@pytest.mark.parametrize("step", [1, 2])
def test_the_letter_never_lacks_what_to_bring(previewer: Previewer, step: int):
    kind = LETTER_TYPE.model_copy(update={"step": step})
    letter = with_message(replace(full_letter(), letter_type=kind), BRING)

    differences = previewer.preview(letter, BOTH).differences

    assert differences == ("förberedelserna är inte desamma i brevet",)


def test_a_line_that_goes_on_overleaf_is_no_difference():
    first, *rest = "Ta med din läkemedelslista.".partition("din ")
    kind = LETTER_TYPE.model_copy(update={"step": 2})
    letter = replace(full_letter(blocks=BRING), letter_type=kind)
    told = {
        Channel.INBOX_1177: plain_text(BRING),
        Channel.LETTER: f"{plain_text(BLOCKS)} {first}Sida 1 (2)\n{''.join(rest)}",
    }

    assert parity_differences(letter, told) == ()


def test_the_letter_type_may_say_why_the_message_lacks_what_to_bring(previewer: Previewer):
    why = {"preparations": "Brevet hänvisar till ett blad."}
    kind = LETTER_TYPE.model_copy(update={"step": 2, "message_leaves_out": why})
    letter = replace(full_letter(blocks=BRING), letter_type=kind)

    assert previewer.preview(with_message(letter, BLOCKS), BOTH).differences == ()


def test_what_differs_is_named_by_its_words_so_that_it_can_be_marked(previewer: Previewer):
    lacking = previewer.preview(with_message(full_letter(), ONLY_A_DATE), BOTH)
    stray = previewer.preview(with_message(full_letter(), (*BLOCKS, said(STRAYS["datum"]))), BOTH)
    letter = with_message(full_letter(), BRING)
    unlike = previewer.preview(letter, BOTH)

    assert [one.words for one in lacking.parity] == [("09.40",), (packed(PLACE),)]
    assert [one.words for one in stray.parity] == [("14januari",)]
    assert [one.words for one in unlike.parity] == [("Tameddinläkemedelslista.",)]


def test_the_message_stands_before_the_page_is_laid_out(previewer: Previewer):
    letter = full_letter(family_name="王")

    begun = previewer.begin(letter, BOTH)

    assert begun.message == DocBookFormat().message(letter)
    with pytest.raises(LetterIncomplete):
        begun.finish()


def test_what_was_begun_is_finished_with_the_very_message_that_was_seen(previewer: Previewer):
    begun = previewer.begin(full_letter(), BOTH)

    finished = begun.finish()

    assert finished.message is begun.message
    assert finished.digest == previewer.preview(full_letter(), BOTH).digest
