"""A measured envelope gives the zones on the sheet, or a sentence at the number that is wrong."""

from pathlib import Path

import pytest

from app.adapters.own_envelope import TomlEnvelopeShelf
from app.bootstrap import RESOURCES
from app.envelope import (
    OWN_ENVELOPE,
    Envelope,
    measured_of,
    own_profile,
    problems,
    read_envelope,
    told,
)
from app.errors import NotSaved, SettingsUnreadable
from app.print_profile import Sides, Zone, load_print_profile

SHEET = load_print_profile(RESOURCES / "print_profiles" / "c5_fonster.toml")
# As the shipped profile assumes it: 105 mm wide, 35 high, 18 from the right edge, 44 down.
C5 = Envelope(
    width=229,
    height=162,
    window_left=106,
    window_top=44,
    window_width=105,
    window_height=35,
    fold=148.5,
    margin_left=25,
    margin_right=20,
    margin_top=15,
    margin_bottom=20,
)


def changed(**numbers: float) -> Envelope:
    return C5.model_copy(update=numbers)


def test_the_window_always_shows_what_it_shows_wherever_the_sheet_slides():
    """19 mm across and 13.5 mm down are what an A4 sheet folded once can slide in a C5."""
    assert C5.shown(SHEET) == Zone(x=106, y=44, width=86, height=21.5)


def test_the_window_may_show_as_much_more_as_the_sheet_slides():
    assert C5.may_show(SHEET) == Zone(x=87, y=30.5, width=123, height=48.5)


def test_the_own_profile_keeps_all_but_the_window_clear_of_words():
    profile = own_profile(C5, SHEET)

    assert profile.id == OWN_ENVELOPE
    assert profile.address.max_lines == 5
    assert profile.risk_zone == C5.may_show(SHEET)
    assert profile.subject.y > profile.risk_zone.bottom
    assert profile.sides is Sides.ONE


def test_a_window_on_the_left_leaves_the_printers_strip_alone():
    left = changed(window_left=10, window_width=100)

    profile = own_profile(left, SHEET)

    assert problems(left, SHEET) == {}
    assert profile.address.x == SHEET.production_width


def test_wide_margins_make_the_lines_shorter():
    profile = own_profile(changed(margin_left=40, margin_right=50), SHEET)

    assert profile.body.width == 120


@pytest.mark.parametrize(
    ("numbers", "field", "sentence"),
    [
        ({"width": 200}, "width", "smalare än arket"),
        ({"fold": 300}, "fold", "297 mm högt"),
        ({"height": 140}, "height", "lägre än det vikta arket"),
        ({"window_width": 130}, "window_width", "högra kant"),
        ({"window_height": 130}, "window_height", "nedre kant"),
        ({"margin_left": 10}, "margin_left", "Minst 18 mm"),
        ({"margin_right": 90}, "margin_right", "100 mm kvar"),
        ({"window_width": 60}, "window_width", "glida 19 mm i sidled"),
        ({"window_height": 28}, "window_height", "glida 13,5 mm i höjdled"),
        ({"window_height": 10}, "window_height", "4 rader"),
        ({"height": 324, "fold": 297}, "window_height", "glida 27 mm i höjdled"),
        ({"margin_top": 20}, "margin_top", "högst 15,"),
        ({"window_top": 20}, "margin_top", "ovanför"),
        ({"window_left": 70}, "window_left", "Avsändaren"),
    ],
)
def test_an_envelope_that_fits_no_letter_is_told_at_its_number(
    numbers: dict[str, float], field: str, sentence: str
):
    assert sentence in problems(changed(**numbers), SHEET)[field]


def test_a_window_that_shows_nothing_for_certain_makes_no_profile():
    with pytest.raises(ValueError, match="nothing"):
        own_profile(changed(window_height=10), SHEET)


def test_measuring_begins_with_what_the_shipped_profile_says():
    envelope, wrong = read_envelope(measured_of(SHEET), SHEET)

    assert wrong == {}
    assert envelope
    address = own_profile(envelope, SHEET).address
    assert (address.x, address.y, address.width, address.height) == (121, 44, 70, 21)


def test_numbers_are_read_as_one_writes_them():
    texts = measured_of(SHEET) | {"fold": "148,5 mm", "sides": "dubbelsidigt"}

    envelope, _ = read_envelope(texts, SHEET)

    assert envelope
    assert (envelope.fold, envelope.sides) == (148.5, Sides.BOTH)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("", "Skriv ett tal"), ("fyra", "Skriv ett tal"), ("-4", "för litet"), ("nan", "för litet")],
)
def test_what_is_no_length_is_told_at_its_field(text: str, sentence: str):
    envelope, wrong = read_envelope(measured_of(SHEET) | {"window_top": text}, SHEET)

    assert envelope is None
    assert sentence in wrong["window_top"]


@pytest.mark.parametrize(("number", "text"), [(44.0, "44"), (13.5, "13,5"), (0.0, "0")])
def test_numbers_are_told_as_one_writes_them(number: float, text: str):
    assert told(number) == text


def test_the_envelope_is_kept_whole(tmp_path: Path):
    shelf = TomlEnvelopeShelf(tmp_path / "profiler")

    before = shelf.envelope()
    shelf.keep(C5)

    assert before is None
    assert shelf.envelope() == C5


def test_a_broken_file_of_the_envelope_is_named(tmp_path: Path):
    (tmp_path / f"{OWN_ENVELOPE}.toml").write_text("width = 'bred'")

    with pytest.raises(SettingsUnreadable, match=OWN_ENVELOPE):
        TomlEnvelopeShelf(tmp_path).envelope()


def test_an_envelope_that_cannot_be_kept_is_told(tmp_path: Path):
    (tmp_path / "fil").write_text("")

    with pytest.raises(NotSaved, match="inte sparade"):
        TomlEnvelopeShelf(tmp_path / "fil").keep(C5)
