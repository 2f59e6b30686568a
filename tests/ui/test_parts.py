"""The ready-made parts have room for what stands in them, however it looks just then."""

from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from ui.parts import Kind, push_button


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
