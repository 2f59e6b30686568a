"""Choosing a letter type, for one booking or for all, and its language and variant."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.draft import Draft, Variant
from app.letter_types import LetterType, LetterWords
from tests.fakes import LETTER_TYPE, make_draft
from ui.letter_picker import LetterPicker

ENGLISH = {"en": LetterWords(subject="Your appointment", document_name="Appointment")}
BILINGUAL = LETTER_TYPE.model_copy(update={"languages": ENGLISH, "variants": tuple(Variant)})


@pytest.fixture
def picker(qtbot: QtBot) -> LetterPicker:
    picker = LetterPicker()
    qtbot.addWidget(picker)
    picker.show()
    picker.offer([("rontgen", "Röntgen"), ("ekg", "Långtids-EKG")])
    show(picker, make_draft(), BILINGUAL)
    return picker


def show(picker: LetterPicker, draft: Draft, letter_type: LetterType | None) -> None:
    variants = letter_type.offered_variants if letter_type else ()
    picker.show_letter(draft, letter_type, variants=variants)


def changed(picker: LetterPicker, qtbot: QtBot, key: Qt.Key, *, at: str) -> Draft:
    """The draft after a key in one of the picker's fields."""
    with qtbot.waitSignal(picker.changed) as told:
        QTest.keyClick(getattr(picker, at), key)
    draft: Draft = told.args[0](make_draft())
    return draft


def test_it_shows_the_type_the_language_and_the_variant_of_the_booking(picker: LetterPicker):
    wished = replace(make_draft(), language="en", variant=Variant.LARGE)

    show(picker, wished, BILINGUAL)

    assert picker.types.currentText() == "Röntgen"
    assert picker.languages.currentText() == "Engelska"
    assert picker.variants.currentText() == "Stor stil"


def test_a_type_chosen_at_the_keyboard_is_told_once(picker: LetterPicker, qtbot: QtBot):
    draft = changed(picker, qtbot, Qt.Key.Key_Down, at="types")

    assert draft.letter_type == "ekg"


def test_a_language_can_be_chosen_at_the_keyboard(picker: LetterPicker, qtbot: QtBot):
    draft = changed(picker, qtbot, Qt.Key.Key_Down, at="languages")

    assert draft.language == "en"


def test_a_variant_can_be_chosen_at_the_keyboard(picker: LetterPicker, qtbot: QtBot):
    draft = changed(picker, qtbot, Qt.Key.Key_Down, at="variants")

    assert draft.variant is Variant.LARGE


@pytest.mark.parametrize(
    ("key", "field"),
    [(Qt.Key.Key_B, "types"), (Qt.Key.Key_S, "languages"), (Qt.Key.Key_I, "variants")],
)
def test_each_field_has_a_key_of_its_own(
    picker: LetterPicker, qtbot: QtBot, key: Qt.Key, field: str
):
    picker.activateWindow()
    qtbot.waitUntil(picker.isActiveWindow)

    QTest.keyClick(picker, key, Qt.KeyboardModifier.AltModifier)

    assert getattr(picker, field).hasFocus()


def test_a_screen_reader_hears_what_each_field_is_for(picker: LetterPicker):
    names = [box.accessibleName() for box in (picker.types, picker.languages, picker.variants)]

    assert names == [
        "Brevtyp för vald bokning",
        "Språk för vald bokning",
        "Variant för vald bokning",
    ]


def test_a_letter_type_in_one_language_says_so_and_offers_no_other(picker: LetterPicker):
    show(picker, replace(make_draft(), language="en"), LETTER_TYPE)

    assert picker.languages.currentText() == "Svenska"
    assert not picker.languages.isEnabled()
    assert picker.languages.toolTip() == "Svenska\nFinns bara på svenska"
    assert picker.languages.accessibleDescription() == "Finns bara på svenska"


def test_a_variant_that_the_letter_type_has_not_is_shown_as_the_standard(picker: LetterPicker):
    show(picker, replace(make_draft(), variant=Variant.TO_GUARDIAN), LETTER_TYPE)

    assert picker.variants.currentText() == "Standard"
    assert picker.variants.count() == 2


def test_showing_another_booking_chooses_nothing(picker: LetterPicker, qtbot: QtBot):
    with qtbot.assertNotEmitted(picker.changed):
        show(picker, replace(make_draft(), language="en", letter_type="ekg"), BILINGUAL)


def test_a_booking_without_a_type_shows_none_and_can_be_given_one(picker: LetterPicker):
    show(picker, replace(make_draft(), letter_type=""), None)

    assert picker.types.currentIndex() == -1
    assert picker.types.isEnabled()
    assert not picker.for_all.isEnabled()
    assert not picker.languages.isEnabled()
    assert not picker.variants.isEnabled()


def test_the_shown_type_can_be_used_for_all(picker: LetterPicker, qtbot: QtBot):
    with qtbot.waitSignal(picker.chosen_for_all) as chosen:
        picker.for_all.trigger()

    assert chosen.args == ["rontgen"]


def test_without_a_booking_nothing_can_be_chosen(picker: LetterPicker):
    picker.show_none()

    assert not picker.types.isEnabled()
    assert not picker.languages.isEnabled()
    assert not picker.variants.isEnabled()
    assert not picker.for_all.isEnabled()
