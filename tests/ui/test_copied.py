"""What is copied here is plain text and does not stay; what others have copied is left alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from ui.copied import Copied

A_MOMENT = 20
LONG = 3_600_000


@pytest.fixture
def clipboard(qtbot: QtBot) -> Iterator[QClipboard]:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    yield clipboard
    clipboard.clear()


@pytest.fixture
def letter(qtbot: QtBot) -> QTextEdit:
    """A window that has the focus, with a text in bold."""
    letter = QTextEdit()
    qtbot.addWidget(letter)
    letter.setHtml("<b>Karin Testsson</b>")
    letter.show()
    letter.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is letter.windowHandle())
    letter.setFocus()
    return letter


def copy_all(letter: QTextEdit) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(letter, Qt.Key.Key_A, control)
    QTest.keyClick(letter, Qt.Key.Key_C, control)


def is_marked(clipboard: QClipboard) -> bool:
    return "application/x-kallelser" in clipboard.mimeData().formats()


def test_only_plain_text_is_copied(clipboard: QClipboard, letter: QTextEdit, qtbot: QtBot):
    Copied(letter, kept_ms=LONG)

    copy_all(letter)
    qtbot.waitUntil(lambda: is_marked(clipboard))

    assert clipboard.text() == "Karin Testsson"
    assert not clipboard.mimeData().hasHtml()


def test_windows_is_asked_to_keep_it_out_of_its_history_and_of_the_cloud(
    clipboard: QClipboard, letter: QTextEdit, qtbot: QtBot
):
    """F5"""
    Copied(letter, kept_ms=LONG)

    copy_all(letter)
    qtbot.waitUntil(lambda: is_marked(clipboard))

    formats = " ".join(clipboard.mimeData().formats())
    for asked in ("ExcludeClipboardContentFromMonitorProcessing", "CanIncludeInClipboardHistory"):
        assert asked in formats


def test_what_was_copied_is_gone_after_a_while(
    clipboard: QClipboard, letter: QTextEdit, qtbot: QtBot
):
    """F5"""
    Copied(letter, kept_ms=A_MOMENT)

    copy_all(letter)
    qtbot.waitUntil(lambda: is_marked(clipboard))

    qtbot.waitUntil(lambda: clipboard.text() == "")


def test_what_has_been_copied_elsewhere_since_is_kept(
    clipboard: QClipboard, letter: QTextEdit, qtbot: QtBot
):
    copied = Copied(letter, kept_ms=LONG)
    copy_all(letter)
    qtbot.waitUntil(lambda: is_marked(clipboard))

    clipboard.setText("ur ett annat program")
    copied.forget()

    assert clipboard.text() == "ur ett annat program"


def test_what_others_copy_keeps_its_form(clipboard: QClipboard, qtbot: QtBot):
    """While no window of ours has the focus."""
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is None)
    owner = QObject()
    Copied(owner, kept_ms=LONG)
    elsewhere = QMimeData()
    elsewhere.setHtml("<b>rubrik</b>")

    with qtbot.waitSignal(clipboard.dataChanged):
        clipboard.setMimeData(elsewhere)
    QGuiApplication.processEvents()

    assert clipboard.mimeData().hasHtml()


def test_nothing_is_left_behind_when_the_program_ends(
    clipboard: QClipboard, letter: QTextEdit, qtbot: QtBot
):
    copied = Copied(letter, kept_ms=LONG)
    copy_all(letter)
    qtbot.waitUntil(lambda: is_marked(clipboard))

    copied.forget()

    assert clipboard.text() == ""
