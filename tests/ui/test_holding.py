"""For half a minute nothing that was confirmed leaves, and a key takes all of it back."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.bookings import Address
from app.dispatch import Parcel, Status
from app.open_list import Origin
from app.rows import Row, RowStatus
from app.services import Services
from tests.desk import Desk, seat, sure
from tests.exports import AGFA_EI, table
from tests.fakes import ScriptedCarrier
from tests.ui.conftest import ENTRIES
from ui.holding import Holding
from ui.loading import Loaded
from ui.parts import Tone
from ui.sending import Sender
from ui.task_runner import TaskRunner

NEW_ADDRESS = Address(street="Nya gatan 9", postal_code="111 22", town="Stockholm")


@pytest.fixture
def held(qtbot: QtBot, scripted: Services, tasks: TaskRunner, tmp_path: Path) -> Desk:
    """Three letters that each go both ways have just been confirmed."""
    desk = seat(qtbot, scripted, tasks, undo_seconds=30)
    (tmp_path / "dagens.csv").write_bytes(table(*ENTRIES))
    desk.open(tmp_path / "dagens.csv")
    desk.confirm().accept()
    desk.wait(desk.view.undoing.isVisible)
    return desk


def tick(desk: Desk, seconds: int) -> None:
    holding = sure(desk.utskick.findChild(Holding))
    for _ in range(seconds):
        holding._ticking.timeout.emit()


def press_undo(desk: Desk) -> None:
    # Without a window manager nobody gives the focus back when a sheet has closed.
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow)
    QTest.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_what_was_confirmed_is_stored_but_does_not_leave_yet(held: Desk, inbox: ScriptedCarrier):
    assert held.kept(Status.QUEUED) == 6
    assert inbox.delivered == []
    assert held.view.undoing.text == "3 kallelser skickas om 30 s."
    assert held.window.commands.send.toolTip() == "Ett utskick pågår"


def test_the_bar_counts_down(held: Desk):
    tick(held, 2)

    assert held.view.undoing.text == "3 kallelser skickas om 28 s."


def test_when_the_time_is_up_they_leave(held: Desk, inbox: ScriptedCarrier):
    with held.qtbot.waitSignal(held.utskick.sent):
        tick(held, 30)

    assert len(inbox.delivered) == 3
    assert held.view.notice.text == "3 kallelser skickade."
    assert held.view.undoing.isHidden()


def test_nobody_has_to_wait(held: Desk, inbox: ScriptedCarrier):
    with held.qtbot.waitSignal(held.utskick.sent):
        held.view.undoing.send_now.click()

    assert len(inbox.delivered) == 3


def test_the_key_takes_all_of_it_back(held: Desk, inbox: ScriptedCarrier):
    """H4"""
    with held.qtbot.waitSignal(held.utskick.sent):
        press_undo(held)

    assert inbox.delivered == []
    assert (held.kept(Status.CANCELLED), held.kept(Status.QUEUED)) == (6, 0)
    assert held.view.notice.text == (
        "Utskicket är ångrat: 3 kallelser togs tillbaka (6 brev eller meddelanden)."
    )
    held.wait(lambda: {row.status for row in held.worklist.rows} == {RowStatus.READY})


def test_nothing_is_counted_down_any_more_when_it_is_taken_back(held: Desk):
    ticking = sure(held.utskick.findChild(Holding))._ticking
    counted_before = ticking.isActive()

    with held.qtbot.waitSignal(held.utskick.sent):
        press_undo(held)

    assert counted_before
    assert not ticking.isActive()


def test_what_is_told_of_an_undone_sending_goes_away_by_itself(held: Desk):
    with held.qtbot.waitSignal(held.utskick.sent):
        press_undo(held)
    told = held.view.notice.text

    held.view.notice._fading.timeout.emit()

    assert told
    assert held.view.notice.isHidden()


def test_what_is_told_after_an_undone_sending_stays(held: Desk):
    with held.qtbot.waitSignal(held.utskick.sent):
        press_undo(held)

    held.view.notice.show_news("En annan lista har öppnats.", tone=Tone.REVIEW)

    assert not held.view.notice._fading.isActive()


def test_the_button_takes_all_of_it_back(held: Desk, inbox: ScriptedCarrier):
    with held.qtbot.waitSignal(held.utskick.sent):
        held.view.undoing.undo.click()

    assert inbox.delivered == []


def test_the_key_works_from_history_too(held: Desk, inbox: ScriptedCarrier):
    held.window.show_history()

    with held.qtbot.waitSignal(held.utskick.sent):
        press_undo(held)

    assert inbox.delivered == []


def test_afterwards_the_key_undoes_decisions_again(held: Desk):
    with held.qtbot.waitSignal(held.utskick.sent):
        press_undo(held)
    held.wait(lambda: {row.status for row in held.worklist.rows} == {RowStatus.READY})
    held.worklist.change((3,), lambda draft: draft.leaving_out("Hoppas över"))

    press_undo(held)

    assert held.worklist.row(3).status is not RowStatus.LEFT_OUT


def write_address(desk: Desk) -> Row:
    """The last that is decided before the letters are confirmed."""
    row = desk.shown
    desk.worklist.change((row.row_no,), lambda draft: draft.with_address(NEW_ADDRESS))
    desk.utskick._deciding.changed.emit((row.row_no,))
    desk.wait(lambda: {row.status for row in desk.worklist.rows} == {RowStatus.READY})
    return row


def address_of(desk: Desk, row: Row) -> str:
    return desk.worklist.row(row.row_no).draft.mailing_address.street


@pytest.fixture
def written(qtbot: QtBot, scripted: Services, tasks: TaskRunner, tmp_path: Path) -> Desk:
    """Letters that have just been confirmed; an address of the shown one was written before."""
    desk = seat(qtbot, scripted, tasks, undo_seconds=30)
    (tmp_path / "dagens.csv").write_bytes(table(*ENTRIES))
    desk.open(tmp_path / "dagens.csv")
    write_address(desk)
    desk.confirm().accept()
    desk.wait(desk.view.undoing.isVisible)
    desk.activate()
    return desk


def test_a_second_press_of_the_key_tells_which_decision_it_took_back(written: Desk):
    row = written.shown
    with written.qtbot.waitSignal(written.utskick.sent):
        press_undo(written)
    told_first = written.view.notice.text

    press_undo(written)

    assert told_first.startswith("Utskicket är ångrat")
    assert address_of(written, row) != NEW_ADDRESS.street
    assert written.view.notice.text == f"Ångrat på rad {row.row_no}: ändra adress."


def test_a_second_press_while_letters_are_taken_back_undoes_nothing_and_loses_no_step(
    written: Desk,
):
    row = written.shown
    with written.qtbot.waitSignal(written.utskick.sent):
        for _ in range(2):
            QTest.keyClick(written.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    after_two = address_of(written, row)

    press_undo(written)

    assert after_two == NEW_ADDRESS.street
    assert address_of(written, row) != NEW_ADDRESS.street


def test_while_letters_wait_and_leave_no_decision_can_be_undone(
    written: Desk, inbox: ScriptedCarrier
):
    commands, row = written.window.commands, written.shown
    leaving, gate = threading.Event(), threading.Event()

    def wait(_: Parcel) -> None:
        leaving.set()
        gate.wait()

    inbox.on_delivery = wait
    could_while_held = commands.undo.isEnabled()
    written.view.undoing.send_now.click()
    written.wait(leaving.is_set)
    could_while_leaving = commands.undo.isEnabled()
    press_undo(written)
    steps_left = len(written.worklist._undo)
    with written.qtbot.waitSignal(written.utskick.sent):
        gate.set()

    assert (could_while_held, could_while_leaving, steps_left) == (False, False, 1)
    assert address_of(written, row) == NEW_ADDRESS.street
    assert commands.undo.isEnabled()
    assert commands.undo.shortcut().toString() == "Ctrl+Z"


def test_another_page_in_between_lets_no_decision_be_undone_before_the_round_has_ended(
    written: Desk,
):
    written.view.show_page(written.view.error_page)

    written.utskick._opening.left.emit()

    assert not written.window.commands.undo.isEnabled()
    assert written.window.commands.undo_sending.isEnabled()


def test_a_second_press_on_send_sends_nothing_more(held: Desk):
    """H1"""
    held.press_send()

    assert held.kept(Status.QUEUED) == 6


def test_another_file_does_not_stop_what_was_confirmed(
    held: Desk, inbox: ScriptedCarrier, tmp_path: Path
):
    other = AGFA_EI | {"Undersöknings-id": "EI99", "Undersökningsdatum": "2027-01-13"}
    (tmp_path / "nästa.csv").write_bytes(table(other))
    held.open(tmp_path / "nästa.csv")

    with held.qtbot.waitSignal(held.utskick.sent):
        tick(held, 30)

    assert len(inbox.delivered) == 3


def test_a_list_that_was_read_before_they_were_stored_learns_that_they_wait(
    qtbot: QtBot, scripted: Services, tasks: TaskRunner, tmp_path: Path
):
    desk, file = seat(qtbot, scripted, tasks, undo_seconds=30), tmp_path / "dagens.csv"
    file.write_bytes(table(*ENTRIES))
    desk.open(file)
    read_again = Loaded.of(Origin((file,)), scripted.load(file))
    desk.confirm().accept()
    desk.wait(desk.view.undoing.isVisible)

    desk.utskick._opening.loaded.emit(read_again)

    desk.wait(lambda: {row.status for row in desk.worklist.rows} == {RowStatus.UNDER_WAY})
    assert desk.worklist is read_again.worklist


def test_what_leaves_while_history_is_looked_at_can_still_be_stopped(
    held: Desk, inbox: ScriptedCarrier
):
    leaving, gate = threading.Event(), threading.Event()

    def wait(_: Parcel) -> None:
        leaving.set()
        gate.wait()

    inbox.on_delivery = wait

    with held.qtbot.waitSignal(sure(held.utskick.findChild(Sender)).touched):
        held.utskick.look_again()
        held.view.undoing.send_now.click()
    held.wait(leaving.is_set)
    held.view.sending.stop_wanted.emit()
    with held.qtbot.waitSignal(held.utskick.sent):
        gate.set()

    assert len(inbox.delivered) == 1
