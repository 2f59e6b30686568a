"""Cleaned text, and the names and rows that no letter may carry."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.booking_files.text import clean, is_garbled, is_plain, name_flaw


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        (" Åsa ", "Åsa"),
        ("\u00a0Åsa\u00a0Öberg\u200b", "Åsa Öberg"),
        ("A\u030asa", "Åsa"),
        ("Anna\x00-\x1bLena\x7f", "Anna-Lena"),
        ("Storgatan 1\r\nlgh 1102\t", "Storgatan 1 lgh 1102"),
        ("\ufeffÅsa", "Åsa"),
        ("An\u200bna", "Anna"),
        ("\u202eannA", "annA"),
        ("=1+1", "=1+1"),
        ("<b>Anna</b>", "<b>Anna</b>"),
        ("Анна", "Анна"),
    ],
)
def test_text_is_trimmed_composed_and_free_of_what_cannot_be_seen(raw: str, cleaned: str):
    assert clean((raw, "Öberg")) == (cleaned, "Öberg")


@given(st.lists(st.text(), max_size=5).map(tuple))
def test_cleaned_text_is_printable_and_clean_already(cells: tuple[str, ...]):
    found = clean(cells)

    assert clean(found) == found
    for text in found:
        assert unicodedata.is_normalized("NFC", text)
        assert not {unicodedata.category(character) for character in text} & {"Cc", "Cf", "Cs"}


@pytest.mark.parametrize(
    "name",
    [
        "Åsa",
        "Désirée Sjöberg-Norén",
        "O’Connor",
        "D'Artagnan",
        "Şahin",
        "Nguyễn",
        "Анна",
        "محمد",
        "Flicka 2 Öberg",
        "<b>Anna</b>",
        "\u00a0Åsa\u200b",
        "",
    ],
)
def test_names_of_every_alphabet_are_names(name: str):
    assert name_flaw(name, clean((name,))[0]) == ""


@pytest.mark.parametrize(
    ("name", "flaw"),
    [
        ("Anna \u202eanaJ", "osynliga"),
        ("Anna\u2066Berg\u2069", "osynliga"),
        ("An\u200bna", "osynliga"),
        ("\u0410nna", "olika alfabet"),
        ("Ann\u03b1 Berg", "olika alfabet"),
        ("Ａnna", "olika alfabet"),
        ("A\u0300\u0301\u0302\u0303nna", "staplade accenter"),
        ("Anna \U0001f600", "inte hör till ett namn"),
        ("Anna \ue000", "inte hör till ett namn"),
    ],
)
def test_a_name_that_can_deceive_is_no_name(name: str, flaw: str):
    assert flaw in name_flaw(name, clean((name,))[0])


@pytest.mark.parametrize(
    "row", ["Sj\ufffdberg", "SjÃ¶berg", "HÃ¤gg", "BlÃ¥", "Ã…sa", "Sj\x94berg", "Sj”berg", "H„gg"]
)
def test_swedish_letters_in_the_wrong_encoding_are_noticed(row: str):
    assert is_garbled(row)


@pytest.mark.parametrize("row", ["Sjöberg", "JOÃO SILVA", "Ân", "”Lillan”", "20 † 21", "Škoda"])
def test_letters_of_other_languages_are_not_taken_for_damage(row: str):
    assert not is_garbled(row)


def test_a_plain_row_is_one_that_no_closer_look_would_find_fault_with():
    plain = "".join(character for character in map(chr, range(0x3000)) if is_plain(character))
    cells = tuple(f"a{character}a" for character in plain)

    assert is_plain("Åsa O’Shea-Öberg; Smedjegatan 43 – 4 tr")
    assert clean(cells) == cells
    assert not is_garbled(plain)
    assert not name_flaw(plain, plain)


@pytest.mark.parametrize("row", ["Ã…sa", "\u00a0Åsa", "A\u030asa", "An\u200bna", "Анна", "☂", "\t"])
def test_a_row_with_anything_unusual_is_looked_at_more_closely(row):
    assert not is_plain(row)
