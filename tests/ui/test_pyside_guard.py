"""PySide6 6.12.0 drops a reference to True and None at each call until Python 3.11 aborts."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

CALLS = 200
NOISE = CALLS // 2  # other code, too, takes and drops references to True and None meanwhile


class _Bell(QObject):
    rung = Signal()


def test_emitting_a_signal_keeps_the_references_to_true(qapp):
    bell = _Bell()
    before = sys.getrefcount(True)  # noqa: FBT003 - True itself is what is counted

    for _ in range(CALLS):
        bell.rung.emit()

    assert sys.getrefcount(True) > before - NOISE  # noqa: FBT003 - as above


def test_setting_a_text_keeps_the_references_to_none(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)

    for turn in range(CALLS):
        label.setText(str(turn))

    assert sys.getrefcount(None) > before - NOISE
