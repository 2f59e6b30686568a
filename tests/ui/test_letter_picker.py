"""Choosing a letter type, for one booking or for all."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.desk import sure
from ui.letter_picker import LetterPicker


@pytest.fixture
def picker(qtbot: QtBot) -> LetterPicker:
    picker = LetterPicker()
    qtbot.addWidget(picker)
    picker.show()
    picker.offer([("rontgen", "Röntgen"), ("ekg", "Långtids-EKG")])
    picker.show_type("rontgen")
    return picker


def combo(picker: LetterPicker) -> QComboBox:
    return sure(picker.findChild(QComboBox))


def test_it_shows_the_type_of_the_booking(picker: LetterPicker):
    assert combo(picker).currentText() == "Röntgen"


def test_a_choice_at_the_keyboard_is_told_once(picker: LetterPicker, qtbot: QtBot):
    with qtbot.waitSignal(picker.chosen) as chosen:
        QTest.keyClick(combo(picker), Qt.Key.Key_Down)

    assert chosen.args == ["ekg"]


def test_showing_another_booking_chooses_nothing(picker: LetterPicker, qtbot: QtBot):
    with qtbot.assertNotEmitted(picker.chosen):
        picker.show_type("ekg")


def test_a_booking_without_a_type_shows_none_and_can_be_given_one(picker: LetterPicker):
    picker.show_type("")

    assert combo(picker).currentIndex() == -1
    assert combo(picker).isEnabled()
    assert not picker.for_all.isEnabled()


def test_the_shown_type_can_be_used_for_all(picker: LetterPicker, qtbot: QtBot):
    with qtbot.waitSignal(picker.chosen_for_all) as chosen:
        picker.for_all.trigger()

    assert chosen.args == ["rontgen"]


def test_without_a_booking_nothing_can_be_chosen(picker: LetterPicker):
    picker.show_none()

    assert not combo(picker).isEnabled()
    assert not picker.for_all.isEnabled()
