"""After printing: the stack is counted by a person, and only then are its letters sent."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.dispatch import Status
from app.errors import AwaitsCount
from app.rows import RowStatus
from tests.desk import Desk, sure
from tests.fakes import ScriptedCarrier
from ui.count_sheet import CountSheet


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def sheet(parent: QWidget) -> CountSheet:
    made = CountSheet(parent, letters=3, sheets=5)
    made.open()
    return made


def test_the_right_number_and_enter_is_all_it_takes(sheet: CountSheet, qtbot: QtBot):
    with qtbot.waitSignal(sheet.accepted):
        QTest.keyClicks(sheet.field, "5")
        QTest.keyClick(sheet.field, Qt.Key.Key_Return)


def test_enter_without_a_number_confirms_nothing(sheet: CountSheet):
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)

    assert sheet.isVisible()
    assert sheet.doubt == ""


@pytest.mark.parametrize("counted", ["0", "4", "50"])
def test_another_number_is_told_and_confirms_nothing(sheet: CountSheet, counted: str):
    QTest.keyClicks(sheet.field, counted)
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)

    assert sheet.isVisible()
    assert sheet.doubt == f"{counted} är inte 5. Räkna om, eller välj Räkna senare."


def test_a_number_that_is_being_written_is_not_doubted_yet(sheet: CountSheet):
    QTest.keyClicks(sheet.field, "4")
    assert sheet.doubt == ""

    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert sheet.doubt

    QTest.keyClick(sheet.field, Qt.Key.Key_Backspace)
    assert sheet.doubt == ""


def test_escape_is_to_count_later(sheet: CountSheet, qtbot: QtBot):
    with qtbot.waitSignal(sheet.rejected):
        QTest.keyClick(sheet, Qt.Key.Key_Escape)


def test_a_screen_reader_says_what_is_asked(sheet: CountSheet):
    assert sheet.accessibleDescription().startswith("Räkna bunten: 3 brev, 5 ark.")
    assert sheet.field.accessibleName() == "Antal ark som jag har räknat"


def printed(desk: Desk, post: ScriptedCarrier) -> CountSheet:
    """Sends three letters, each printed on two sheets, and gives the sheet that asks."""
    post.answers = [AwaitsCount("Utskriven – bunten är inte räknad.", sheets=2)] * 3
    with desk.qtbot.waitSignal(desk.utskick.sent, timeout=30_000):
        desk.confirm().accept()
    desk.wait(lambda: isinstance(QApplication.activeModalWidget(), CountSheet))
    found = QApplication.activeModalWidget()
    assert isinstance(found, CountSheet)
    return found


def statuses(desk: Desk) -> set[RowStatus]:
    return {row.status for row in desk.worklist.rows}


def test_printed_letters_are_unclear_until_they_are_counted(
    clean_desk: Desk, post: ScriptedCarrier
):
    sheet = printed(clean_desk, post)

    assert sheet.accessibleDescription().startswith("Räkna bunten: 3 brev, 6 ark.")
    assert statuses(clean_desk) == {RowStatus.UNKNOWN}
    assert "3 brev är utskrivna men inte räknade." in clean_desk.view.notice.text


def test_a_stack_that_matches_is_sent_and_logged_as_counted(
    clean_desk: Desk, post: ScriptedCarrier
):
    sheet = printed(clean_desk, post)

    with clean_desk.qtbot.waitSignal(clean_desk.utskick.sent, timeout=30_000):
        QTest.keyClicks(sheet.field, "6")
        QTest.keyClick(sheet.field, Qt.Key.Key_Return)

    assert statuses(clean_desk) == {RowStatus.SENT}
    assert clean_desk.view.notice.text == "Bunten är räknad: 3 brev. 3 kallelser skickade."
    letter = sure(clean_desk.worklist.rows[0].dispatches[-1])
    assert "Räknad bunt: 3 brev, 6 ark" in letter.explanation


def test_a_stack_that_is_counted_later_stays_unclear(clean_desk: Desk, post: ScriptedCarrier):
    printed(clean_desk, post).later_button.click()

    assert statuses(clean_desk) == {RowStatus.UNKNOWN}
    assert clean_desk.kept(Status.UNKNOWN) == 3
