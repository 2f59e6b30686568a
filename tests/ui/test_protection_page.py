"""The section on protected identities, in the real window: a mark is lifted by keyboard."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.rows import RowStatus
from app.services import Services
from app.users import Permissions, User
from tests.desk import Desk, seat, sure
from tests.exports import AGFA_EI, table
from tests.ui.conftest import keep_reading
from ui.asked_words import AskedWords
from ui.protection_page import PROTECTION, ProtectionPage
from ui.task_runner import TaskRunner

PERSON = "198902122392"
DAY = {"Undersökningsdatum": "2027-01-12"}
MARKED = AGFA_EI | DAY | {"Skyddade uppgifter": "J"}


@pytest.fixture
def desk(qtbot: QtBot, own_services: Services, tasks: TaskRunner, tmp_path: Path) -> Desk:
    """With the list of a file that lacks the mark that an earlier one had."""
    made = seat(qtbot, own_services, tasks)
    for name, row in (("märkt.csv", MARKED), ("omärkt.csv", AGFA_EI | DAY)):
        (tmp_path / name).write_bytes(table(row))
        made.open(tmp_path / name)
    return made


@pytest.fixture
def page(desk: Desk) -> ProtectionPage:
    QTest.keyClick(desk.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    view = sure(desk.window.settings)
    (item,) = view.sections.findItems(PROTECTION, Qt.MatchFlag.MatchExactly)
    view.sections.setCurrentItem(item)
    return view.protection


def ask(page: ProtectionPage, number: str) -> None:
    page.patient.setFocus()
    QTest.keyClicks(page.patient, number)
    QTest.keyClick(page.patient, Qt.Key.Key_Return)


def sheet() -> AskedWords:
    found = QApplication.activeModalWidget()
    assert isinstance(found, AskedWords)
    return found


def is_noted(desk: Desk) -> bool:
    return desk.services.archive.protected_among([PERSON]) == {PERSON}


def test_a_person_whom_an_earlier_file_protected_is_hidden_in_the_window(desk: Desk):
    model = desk.bench.bookings.model
    cells = [str(model.index(0, column).data()) for column in range(model.columnCount())]

    assert desk.shown.status is RowStatus.BLOCKED
    assert "Ahlgren" not in " ".join(cells)
    assert "tidigare fil" in sure(desk.shown.open_finding).sentence
    assert not desk.window.commands.correct.isEnabled()


def test_a_mark_is_lifted_for_a_reason_and_the_file_read_again_names_the_person(
    desk: Desk, page: ProtectionPage
):
    ask(page, "19890212-2392")
    asked = sheet()
    before = asked.accept_button.isEnabled()
    QTest.keyClicks(asked.field, "Skyddet har tagit slut.")
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    desk.wait(lambda: "hävd" in page.told.text)

    QTest.keyClick(desk.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    with desk.qtbot.waitSignal(desk.utskick.checked):
        desk.window.commands.reload.trigger()

    assert not before
    assert not is_noted(desk)
    assert page.patient.text() == ""
    assert desk.shown.status is not RowStatus.BLOCKED


def test_the_sheet_says_of_whom_so_that_a_wrong_number_is_seen(page: ProtectionPage):
    ask(page, "8902122392")

    assert "19890212-2392" in sheet().field.accessibleName()


def test_a_sheet_that_is_left_lifts_nothing(desk: Desk, page: ProtectionPage):
    ask(page, "19890212-2392")

    QTest.keyClick(sheet(), Qt.Key.Key_Escape)

    assert is_noted(desk)
    assert page.patient.text() == "19890212-2392"


def test_what_is_no_number_is_told(page: ProtectionPage):
    ask(page, "Kristoffer")

    assert "går inte att tolka" in page.told.text


def test_a_person_whom_nobody_has_marked_is_told(desk: Desk, page: ProtectionPage):
    ask(page, "19590711-3178")
    QTest.keyClicks(sheet().field, "Skyddet har tagit slut.")
    QTest.keyClick(sheet().field, Qt.Key.Key_Return)

    desk.wait(lambda: "inte märkt som skyddad" in page.told.text)

    assert is_noted(desk)


def test_tab_goes_from_the_number_to_the_button(desk: Desk, page: ProtectionPage):
    page.patient.setFocus()

    QTest.keyClick(page.patient, Qt.Key.Key_Tab)

    assert page.lift.hasFocus()
    assert page.patient.accessibleName() == "Patientens personnummer"


def test_the_number_is_hidden_with_all_other_personal_data(desk: Desk, page: ProtectionPage):
    QTest.keyClicks(page.patient, PERSON)

    QTest.keyClick(
        desk.window,
        Qt.Key.Key_H,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )

    assert not page.patient.isVisible()


def test_whoever_may_not_lift_sees_why(qtbot: QtBot, own_services: Services, tasks: TaskRunner):
    access = replace(own_services.access, permissions=Permissions(User("anna")))

    page = ProtectionPage(access, tasks)
    qtbot.addWidget(page)

    assert not page.lift.isEnabled()
    assert not page.patient.isEnabled()
    assert "häva markeringen" in page.lift.toolTip()


def test_a_mark_is_lifted_though_the_window_is_closed_at_once(
    desk: Desk, page: ProtectionPage, tasks: TaskRunner
):
    ask(page, "19890212-2392")
    QTest.keyClicks(sheet().field, "Skyddet har tagit slut.")
    keep_reading(tasks)

    QTest.keyClick(sheet().field, Qt.Key.Key_Return)
    desk.window.close()
    tasks.stop()

    assert not is_noted(desk)
