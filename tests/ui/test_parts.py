"""The ready-made parts: room for what stands in them, and keys that press them."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from ui.parts import Kind, push_button, tool_button


def test_a_chip_has_room_for_its_words_before_they_are_bold(qtbot: QtBot):
    chip = push_button("Anmärkningar", lambda: None, kind=Kind.CHIP)
    plain = push_button("Anmärkningar", lambda: None)
    for button in (chip, plain):
        qtbot.addWidget(button)
    bold = QFont(chip.font())
    bold.setWeight(QFont.Weight.DemiBold)

    widths = [QFontMetrics(font).horizontalAdvance(chip.text()) for font in (chip.font(), bold)]

    assert widths[0] < widths[1]
    assert chip.sizeHint().width() - plain.sizeHint().width() == widths[1] - widths[0]


@pytest.fixture(params=["push", "tool"])
def button(request: pytest.FixtureRequest, qtbot: QtBot) -> QAbstractButton:
    action = QAction("Visa")
    made = push_button("Visa", action.trigger) if request.param == "push" else tool_button(action)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_as_space_does(button: QAbstractButton, key: Qt.Key):
    pressed: list[int] = []
    button.clicked.connect(lambda: pressed.append(1))

    QTest.keyClick(button, key)

    assert pressed == [1]


@pytest.mark.parametrize(
    "held", [(Qt.KeyboardModifier.ControlModifier, False), (Qt.KeyboardModifier.NoModifier, True)]
)
def test_enter_held_down_or_with_other_keys_presses_nothing(
    button: QAbstractButton, held: tuple[Qt.KeyboardModifier, bool]
):
    """A modifier, and whether the key repeats itself."""
    pressed: list[int] = []
    button.clicked.connect(lambda: pressed.append(1))
    modifier, repeats = held

    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, modifier, "", repeats)
    QApplication.sendEvent(button, event)

    assert pressed == []
