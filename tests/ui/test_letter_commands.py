"""Kept letters are made again and compared, held against purging, and put in an archive."""

import threading
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.desk import Desk, sure
from tests.ui.conftest import keep_reading
from tests.ui.test_settling import history, open_first, send
from ui.asked_words import AskedWords
from ui.error_dialog import show_error
from ui.letter_commands import LetterCommands
from ui.task_runner import Lane, TaskRunner


@pytest.fixture
def sent(clean_desk: Desk) -> Desk:
    """Three bookings, each sent both ways, and history open."""
    send(clean_desk)
    clean_desk.window.show_history()
    clean_desk.wait(lambda: history(clean_desk).lists.model.rowCount() == 6)
    return clean_desk


def commands(desk: Desk) -> LetterCommands:
    return sure(history(desk).letter.findChild(LetterCommands))


def give_reason(desk: Desk, text: str) -> str:
    """By keyboard; gives what is said then."""
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, AskedWords)
    history(desk).notice.hide()
    QTest.keyClicks(sheet.field, text)
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    desk.wait(lambda: bool(history(desk).notice.text))
    return history(desk).notice.text


def test_a_sent_letter_is_made_again_byte_for_byte(sent: Desk):
    before = commands(sent).render_again.isEnabled()
    open_first(sent)

    commands(sent).render_again.trigger()
    sent.wait(lambda: bool(history(sent).letter.again.text))

    assert not before
    assert "densamma, byte för byte" in history(sent).letter.again.text


def test_the_answer_goes_with_the_letter_that_it_is_about(sent: Desk):
    open_first(sent)
    commands(sent).render_again.trigger()
    sent.wait(lambda: bool(history(sent).letter.again.text))

    QTest.keyClick(history(sent).lists.table, Qt.Key.Key_Down)

    assert not history(sent).letter.again.text


def test_the_letter_that_is_open_is_held_with_a_reason(sent: Desk):
    open_first(sent)

    commands(sent).hold_letter.trigger()
    told = give_reason(sent, "Tillsyn")

    (hold,) = sent.services.retention.holds()
    assert (hold.letters, hold.person, hold.reason) == (1, "", "Tillsyn")
    assert "Spärrat mot gallring" in told


def test_all_of_a_patients_letters_are_held(sent: Desk):
    open_first(sent)
    person = sure(history(sent)._opened).sent.dispatch.person

    commands(sent).hold_person.trigger()
    give_reason(sent, "Tillsyn")

    (hold,) = sent.services.retention.holds()
    assert (hold.letters, hold.person) == (0, person)


def test_all_that_is_listed_is_held(sent: Desk):
    history(sent).filters._channel.setCurrentText("Brev")

    commands(sent).hold_listed.trigger()
    give_reason(sent, "Tillsyn")

    (hold,) = sent.services.retention.holds()
    assert hold.letters == 3


def test_a_letter_is_held_though_the_window_is_closed_at_once(sent: Desk, tasks: TaskRunner):
    open_first(sent)
    commands(sent).hold_letter.trigger()
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, AskedWords)
    QTest.keyClicks(sheet.field, "Tillsyn")
    keep_reading(tasks)

    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    sent.window.close()
    tasks.stop()

    (hold,) = sent.services.retention.holds()
    assert hold.reason == "Tillsyn"


def test_what_is_listed_is_saved_for_an_archive(sent: Desk, tmp_path: Path):
    history(sent).notice.hide()
    commands(sent).archive.trigger()
    dialog = sure(sent.window.findChild(QFileDialog))
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    sent.wait(lambda: bool(history(sent).notice.text))

    described = ET.parse(tmp_path / "metadata.xml").getroot()  # noqa: S314 - our own file
    letters = described.findall("{*}letter")
    names = {letter.findtext("{*}file") for letter in letters}
    assert len(names) == 6
    assert {path.name for path in tmp_path.glob("*.pdf")} == names
    assert "6 kallelser är sparade" in history(sent).notice.text
    assert history(sent).at_work.isHidden()
    assert commands(sent).archive.isEnabled()


def test_saving_for_an_archive_can_be_stopped_and_describes_what_is_there(
    sent: Desk, tasks: TaskRunner, tmp_path: Path, gate: threading.Event
):
    history(sent).notice.hide()
    tasks.run(Lane.SAFEKEEPING, gate.wait, done=lambda _: None, failed=show_error)
    commands(sent).archive.trigger()
    dialog = sure(sent.window.findChild(QFileDialog))
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    seen = history(sent).at_work.text, commands(sent).archive.isEnabled()

    history(sent).at_work.stop.click()
    gate.set()
    sent.wait(lambda: bool(history(sent).notice.text))

    assert seen == ("Sparar kallelserna för arkiv…", False)
    assert "0 kallelser är sparade" in history(sent).notice.text
    assert not list(tmp_path.glob("*.pdf"))
    assert (tmp_path / "metadata.xml").exists()
    assert history(sent).at_work.isHidden()
