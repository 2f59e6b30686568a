"""The first letters of a template version are looked at before they are sent from the window."""

from copy import copy
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.draft import Channel
from app.first_look import FirstLook
from app.letter_press import Templates
from app.services import Services
from tests.announcements import announcements
from tests.desk import Desk, seat_newcomer
from tests.exports import table
from tests.ui.conftest import ENTRIES
from ui.confirm_sheet import ConfirmSheet
from ui.task_runner import TaskRunner

CONTROL = Qt.KeyboardModifier.ControlModifier
PROTECTED = {"Skyddade uppgifter": "J"}


@pytest.fixture
def newcomer(qtbot: QtBot, scripted: Services, tasks: TaskRunner, tmp_path: Path) -> Desk:
    """Three ready letters that each go both ways; the first of them is in view."""
    made = seat_newcomer(qtbot, scripted, tasks)
    (tmp_path / "dagens.csv").write_bytes(table(*ENTRIES))
    made.open(tmp_path / "dagens.csv")
    made.wait_for_letter()
    return made


def look_at_next(desk: Desk) -> None:
    QTest.keyClick(desk.bench.bookings.table, Qt.Key.Key_Down, CONTROL)
    desk.wait_for_letter()


def may_send(desk: Desk) -> bool:
    return desk.window.commands.send.isEnabled()


def test_new_letters_are_not_sent_before_three_of_them_have_been_looked_at(newcomer: Desk):
    at_first, told = may_send(newcomer), newcomer.view.dispatch_bar.send_button.toolTip()
    look_at_next(newcomer)
    after_two = may_send(newcomer)
    look_at_next(newcomer)

    assert (at_first, after_two) == (False, False)
    assert told == "Mallarna är nya. Titta på 2 kallelser till innan du skickar."
    assert may_send(newcomer)
    assert newcomer.view.unseen.isHidden()


def test_the_keys_that_send_open_no_sheet_until_then(newcomer: Desk):
    newcomer.press_send()

    assert not isinstance(QApplication.activeModalWidget(), ConfirmSheet)


def test_what_is_left_to_look_at_is_seen_and_said_and_a_press_away(newcomer: Desk):
    seen = {newcomer.shown.row_no}

    with announcements() as heard:
        for _ in range(2):
            newcomer.view.unseen.next.click()
            newcomer.wait_for_letter()
            seen.add(newcomer.shown.row_no)

    assert seen == {2, 3, 4}
    assert "Mallarna är nya. Titta på en kallelse till innan du skickar." in heard
    assert may_send(newcomer)


def test_one_that_goes_as_letter_is_among_them_where_there_is_one(
    qtbot: QtBot, scripted: Services, tasks: TaskRunner, tmp_path: Path
):
    """Three were seen that went to 1177 only; the row that the list begins with shows nothing."""
    earlier = FirstLook(scripted.data_folder.first_look)
    for booking in ("en", "två", "tre"):
        earlier.note(booking, version=scripted.catalogue.version, on_paper=False)
    (tmp_path / "dagens.csv").write_bytes(table(ENTRIES[0] | PROTECTED, *ENTRIES[1:]))
    desk = seat_newcomer(qtbot, scripted, tasks)
    desk.open(tmp_path / "dagens.csv")
    told = desk.view.dispatch_bar.send_button.toolTip()

    desk.view.unseen.next.click()
    desk.wait_for_letter()

    assert told == "Mallarna är nya. Titta på en kallelse som går som brev innan du skickar."
    assert Channel.LETTER in desk.shown.route.channels
    assert may_send(desk)


def test_it_is_remembered_when_the_program_is_started_again(
    newcomer: Desk, qtbot: QtBot, tasks: TaskRunner, tmp_path: Path
):
    look_at_next(newcomer)
    look_at_next(newcomer)
    newcomer.window.close()

    again = seat_newcomer(qtbot, newcomer.services, tasks)
    again.open(tmp_path / "dagens.csv")

    assert may_send(again)


def test_other_templates_are_looked_at_anew(
    newcomer: Desk, qtbot: QtBot, tasks: TaskRunner, tmp_path: Path
):
    look_at_next(newcomer)
    look_at_next(newcomer)
    press = newcomer.services.templates.press()
    other = copy(press.catalogue)
    other.version = "f" * 64
    templates = Templates(lambda: replace(press, catalogue=other))
    newcomer.window.close()

    again = seat_newcomer(qtbot, replace(newcomer.services, templates=templates), tasks)
    again.open(tmp_path / "dagens.csv")

    assert not may_send(again)


def test_a_letter_behind_hidden_personal_data_has_not_been_looked_at(newcomer: Desk):
    newcomer.window.privacy.hide()

    look_at_next(newcomer)
    look_at_next(newcomer)

    assert not may_send(newcomer)


def test_what_is_queued_by_other_means_is_not_asked_about(newcomer: Desk):
    queued = newcomer.services.queue(newcomer.worklist.ready(), utskick="annat")

    assert len(queued.dispatches) == 6
