import pytest

from app.packed_text import SearchedText, packed


def found(text: str, sought: str) -> list[str]:
    return [text[place.start : place.stop] for place in SearchedText(text).places(sought)]


def test_what_a_page_puts_between_characters_is_no_part_of_a_text():
    assert packed("O\ufb03cers\u00adgatan\u00a03\r\n b\u200b") == "Officersgatan3b"


@pytest.mark.parametrize(
    "text",
    ["Tid 09.40.", "Tid 09.\n40.", "Tid 09\u00ad.40.", "Tid 09.4\u200b0."],
)
def test_words_are_found_wherever_a_line_breaks(text: str):
    (place,) = SearchedText(text).places("09.40")

    assert packed(text[place.start : place.stop]) == "09.40"


def test_every_place_is_found_in_whatever_case():
    assert found("Röntgen och röntgen.", "röntgen") == ["Röntgen", "röntgen"]


def test_a_joined_letter_is_found_by_its_parts():
    assert found("till O\ufb03cersgatan", "Officersgatan") == ["O\ufb03cersgatan"]


@pytest.mark.parametrize("text", ["klockan", "oklock", "110.45", "10.450"])
def test_nothing_is_found_within_a_word_or_a_number(text: str):
    sought = "10.45" if "0" in text else "klock"

    assert not found(text, sought)


def test_nothing_is_nowhere():
    assert not found("Din tid", " \n")
