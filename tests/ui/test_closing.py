"""Whoever closes the window is asked about what has not left yet, and gets what they answer."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.dispatch import Parcel, Status
from app.errors import Unreachable
from app.services import Services
from tests.desk import Desk, seat, sure
from tests.exports import table
from tests.fakes import ScriptedCarrier
from tests.ui.conftest import ENTRIES
from ui.closing import ClosingSheet
from ui.holding import Holding
from ui.task_runner import TaskRunner


@pytest.fixture
def held(qtbot: QtBot, scripted: Services, tasks: TaskRunner, tmp_path: Path) -> Desk:
    """Three letters that each go both ways have just been confirmed."""
    desk = seat(qtbot, scripted, tasks, undo_seconds=30)
    (tmp_path / "dagens.csv").write_bytes(table(*ENTRIES))
    desk.open(tmp_path / "dagens.csv")
    desk.confirm().accept()
    desk.wait(desk.view.undoing.isVisible)
    return desk


def close(desk: Desk) -> ClosingSheet:
    """The sheet that asks, in a window that stays for the time being."""
    assert not desk.window.close()
    return sure(desk.window.findChild(ClosingSheet))


def test_closing_while_a_sending_can_be_undone_asks_and_closes_nothing_yet(
    held: Desk, inbox: ScriptedCarrier
):
    sheet = close(held)

    assert sheet.isVisible()
    assert sheet.accessibleDescription().startswith("3 kallelser har inte skickats än. Om de får")
    assert held.window.isVisible()
    assert inbox.delivered == []


def test_send_now_and_close_sends_all_of_it_before_the_window_closes(
    held: Desk, inbox: ScriptedCarrier, post: ScriptedCarrier
):
    sheet = close(held)

    QTest.keyClick(sheet, Qt.Key.Key_Return)
    held.wait(lambda: not held.window.isVisible())

    assert (len(inbox.delivered), len(post.delivered)) == (3, 3)
    assert held.kept(Status.QUEUED) == 0


def test_close_they_wait_closes_at_once_and_the_next_start_tells_of_them(
    held: Desk, scripted: Services, inbox: ScriptedCarrier, tasks: TaskRunner
):
    close(held).wait_button.click()

    after = seat(held.qtbot, scripted, tasks)

    assert not held.window.isVisible()
    assert not sure(held.utskick.findChild(Holding))._ticking.isActive()
    assert inbox.delivered == []
    assert after.view.waiting.text == (
        "6 brev eller meddelanden väntar sedan tidigare. Inget skickas om av sig självt."
    )
    with after.qtbot.waitSignal(after.utskick.sent):
        after.view.waiting.cancel.click()
    assert after.kept(Status.CANCELLED) == 6


def test_whoever_changes_their_mind_about_closing_can_still_undo_the_sending(
    held: Desk, inbox: ScriptedCarrier
):
    QTest.keyClick(close(held), Qt.Key.Key_Escape)

    with held.qtbot.waitSignal(held.utskick.sent):
        held.view.undoing.undo.click()

    assert held.window.isVisible()
    assert inbox.delivered == []
    assert held.kept(Status.CANCELLED) == 6


def test_the_question_goes_away_when_there_is_nothing_left_to_ask_about(held: Desk):
    sheet = close(held)

    with held.qtbot.waitSignal(held.utskick.sent):
        held.view.undoing.send_now_wanted.emit()

    held.wait(lambda: held.window.findChild(ClosingSheet) is None)
    assert held.window.isVisible()
    assert sheet is not held.window.findChild(ClosingSheet)
    assert held.window.close()


def test_closing_again_while_the_question_stands_asks_only_once(held: Desk):
    close(held)

    assert not held.window.close()
    assert len(held.window.findChildren(ClosingSheet)) == 1


def test_a_sending_that_did_not_go_well_keeps_the_window_open_to_tell_it(
    held: Desk, inbox: ScriptedCarrier
):
    inbox.answers = [Unreachable("1177 svarar inte.")]
    sheet = close(held)

    with held.qtbot.waitSignal(held.utskick.sent):
        sheet.send_button.click()

    assert held.window.isVisible()
    assert "1177 svarar inte." in held.view.waiting.text


def test_closing_before_the_letters_are_stored_asks_too_and_sends_without_a_wait(
    qtbot: QtBot, scripted: Services, tasks: TaskRunner, inbox: ScriptedCarrier, tmp_path: Path
):
    desk = seat(qtbot, scripted, tasks, undo_seconds=30)
    (tmp_path / "dagens.csv").write_bytes(table(*ENTRIES))
    desk.open(tmp_path / "dagens.csv")
    desk.confirm().accept()

    close(desk).send_button.click()
    desk.wait(lambda: not desk.window.isVisible())

    assert len(inbox.delivered) == 3


def test_closing_in_the_middle_of_a_sending_asks_and_can_let_all_of_it_leave(
    clean_desk: Desk, inbox: ScriptedCarrier
):
    leaving, gate = threading.Event(), threading.Event()

    def wait(_: Parcel) -> None:
        leaving.set()
        gate.wait()

    inbox.on_delivery = wait
    clean_desk.confirm().accept()
    clean_desk.wait(leaving.is_set)

    close(clean_desk).send_button.click()
    gate.set()
    clean_desk.wait(lambda: not clean_desk.window.isVisible())

    assert len(inbox.delivered) == 3
    assert clean_desk.kept(Status.QUEUED) == 0
