"""A person at the keyboard: keys go to whatever has the focus, and each press is counted."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

# The keystroke-level model of Card, Moran and Newell: an average typist's key, and one decision.
SECONDS_A_KEY: Final = 0.28
SECONDS_A_DECISION: Final = 1.35


@dataclass
class Keyboard:
    qtbot: QtBot
    presses: int = 0
    decisions: int = 0

    def press(self, *keys: str) -> None:
        """Keys as menus write them in English; keys held together are one press."""
        for key in keys:
            self.presses += 1
            QTest.keySequence(_in_focus(), QKeySequence(key))

    def type(self, text: str) -> None:
        self.presses += len(text)
        QTest.keyClicks(_in_focus(), text)

    def decide(self, *keys: str) -> None:
        """What a person must think about first."""
        self.decisions += 1
        self.press(*keys)

    def wait_for(self, window: QWidget) -> None:
        """Until a window has the focus, which without a window manager nobody gives back."""
        window.activateWindow()
        self.qtbot.waitUntil(lambda: window.isActiveWindow() and _has_focus(window))

    @property
    def seconds(self) -> float:
        return self.presses * SECONDS_A_KEY + self.decisions * SECONDS_A_DECISION


def _in_focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def _has_focus(window: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and focus.window() is window
