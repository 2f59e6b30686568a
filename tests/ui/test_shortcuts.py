"""Every key on one page: read off the commands themselves, on the screen and on one A4."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from app.findings import Choice
from app.triage import choices
from tests.desk import Desk, sure
from ui.shortcuts import sections_of, shown
from ui.shortcuts_dialog import AboutDialog, ShortcutsDialog


def keys(desk: Desk) -> dict[str, str]:
    """By the key what it does; of a key with more meanings, the last that is told."""
    return {key: text for section in sections_of(desk.window) for text, key in section.keys}


@pytest.fixture
def page(desk: Desk) -> ShortcutsDialog:
    QTest.keyClick(desk.window, Qt.Key.Key_F1)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ShortcutsDialog)
    return dialog


def test_no_command_with_a_key_is_missing(desk: Desk):
    told = keys(desk)

    commands = [one for one in desk.window.findChildren(QAction) if not one.shortcut().isEmpty()]

    assert len(commands) > 30
    assert {shown(one.shortcut()) for one in commands} - set(told) == set()


def test_the_keys_of_a_view_that_was_never_opened_are_told_as_its_commands_have_them(desk: Desk):
    before = {one.heading: one.keys for one in sections_of(desk.window)}

    QTest.keyClick(desk.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(
        desk.window,
        Qt.Key.Key_E,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )

    commands = sure(desk.window.templates).findChildren(QAction)
    there = {
        (one.text(), shown(one.shortcut())) for one in commands if not one.shortcut().isEmpty()
    }
    assert set(before["Malländring"]) == there
    assert {one.heading: one.keys for one in sections_of(desk.window)} == before


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Question, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_two_keys_ask_for_the_page(desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier):
    QTest.keyClick(desk.window, key, modifier)

    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ShortcutsDialog)
    dialog.reject()


def test_no_key_of_the_panel_is_missing(desk: Desk):
    told = keys(desk)

    panel = [one.key for one in vars(choices).values() if isinstance(one, Choice)]

    assert {key.replace("Shift", "Skift") for key in panel} - set(told) == set()


def test_a_key_with_more_meanings_tells_them_all(desk: Desk):
    assert keys(desk)["S"] == "Skicka ändå, Skicka igen, Skicka kallelsen"


def test_no_key_is_told_twice_under_a_heading(desk: Desk):
    for section in sections_of(desk.window):
        told = [key for _, key in section.keys]
        assert len(told) == len(set(told)), section.heading


def test_a_new_command_is_on_the_page_without_anybody_writing_it_there(desk: Desk):
    command = QAction("Gör något nytt…", desk.window)
    command.setShortcut("Ctrl+Shift+Y")

    assert keys(desk)["Ctrl+Skift+Y"] == "Gör något nytt"


def test_fields_that_a_letter_leads_to_are_on_the_page(desk: Desk):
    told = keys(desk)

    assert (told["Alt+B"], told["Alt+S"]) == ("Välj brevtyp", "Välj språk")


def test_f1_shows_it_all_within_the_smallest_screen(desk: Desk, page: ShortcutsDialog):
    words = {label.text() for label in page.findChildren(QLabel)}
    size = page.sizeHint()
    page.reject()

    assert set(keys(desk)) <= words
    assert size.width() <= 1366
    assert size.height() <= 728


def test_it_is_saved_as_one_a4_with_every_key(desk: Desk, page: ShortcutsDialog, tmp_path: Path):
    page.save(tmp_path / "kortkommandon.pdf")
    page.reject()

    with pypdfium2.PdfDocument(tmp_path / "kortkommandon.pdf") as document:
        pages, size = len(document), document[0].get_size()
        text = document[0].get_textpage().get_text_bounded()
    assert pages == 1
    assert size == pytest.approx((595, 842), abs=1)
    assert [key for key in keys(desk) if key not in text] == []


def test_a_place_that_cannot_be_written_to_is_said(page: ShortcutsDialog, tmp_path: Path):
    page.save(tmp_path / "ingen mapp" / "kortkommandon.pdf")

    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    page.reject()
    assert any(text.startswith("Filen går inte att spara.") for text in words)


def test_it_can_be_printed_and_saved_with_buttons(page: ShortcutsDialog):
    buttons = [button.text() for button in page.findChildren(QPushButton)]
    page.reject()

    assert buttons == ["Skriv ut…", "Spara som PDF…", "Stäng"]


def test_the_buttons_ask_for_a_printer_and_for_a_place(page: ShortcutsDialog):
    buttons = {button.text(): button for button in page.findChildren(QPushButton)}

    buttons["Skriv ut…"].click()
    printing = sure(page.findChild(QPrintDialog))
    is_asking = printing.isVisible()
    printing.reject()
    buttons["Spara som PDF…"].click()
    saving = sure(page.findChild(QFileDialog))
    suggested = [Path(path).name for path in saving.selectedFiles()]
    saving.reject()
    page.reject()

    assert is_asking
    assert suggested == ["kortkommandon.pdf"]


def test_what_the_program_is_can_be_read(desk: Desk):
    dialog = AboutDialog(desk.window)
    desk.qtbot.addWidget(dialog)

    assert "testläge" in " ".join(label.text() for label in dialog.findChildren(QLabel))
