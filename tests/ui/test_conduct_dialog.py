"""The hidden menu of the test mode: reached by its key, and heard by the test inbox at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.adapters.test_inbox import ConductFile
from app.conduct import MIXED, TRAITS, Conduct, Fault, Readers
from app.services import Services
from tests.desk import Desk, seat
from ui.conduct_dialog import ConductDialog
from ui.task_runner import TaskRunner


@pytest.fixture
def shelf(tmp_path: Path) -> ConductFile:
    return ConductFile(tmp_path / "inkorg")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def shown(window: QWidget, shelf: ConductFile) -> ConductDialog:
    dialog = ConductDialog(window, shelf)
    dialog.open()
    return dialog


def press(dialog: ConductDialog, text: str) -> None:
    next(b for b in dialog.findChildren(QPushButton) if b.text() == text).click()


@pytest.mark.parametrize(
    "conduct",
    [
        Conduct(),
        Conduct(MIXED, share=20),
        Conduct((Fault.RESET_AFTER,), left=3, latency_ms=800),
        Conduct((Fault.REFUSED,), readers=Readers.NOBODY),
    ],
)
def test_it_shows_what_was_told_and_tells_the_same(
    window: QWidget, shelf: ConductFile, conduct: Conduct
):
    shelf.keep(conduct)

    dialog = shown(window, shelf)

    assert dialog.conduct == conduct
    assert dialog.sentence == conduct.told()


def test_several_faults_of_a_command_line_are_shown_as_mixed(window: QWidget, shelf: ConductFile):
    shelf.keep(Conduct((Fault.EMPTY, Fault.HTML)))

    assert shown(window, shelf).conduct.faults == MIXED


def test_what_is_chosen_holds_when_it_is_used(window: QWidget, shelf: ConductFile):
    dialog = shown(window, shelf)

    dialog.fault.setCurrentText(TRAITS[Fault.VP009_AFTER].told)
    dialog.range.setCurrentText("En andel av meddelandena")
    dialog.number.setValue(20)
    dialog.latency.setValue(300)
    dialog.readers.setCurrentText("Ingen läser")
    told = dialog.sentence
    press(dialog, "Använd")

    chosen = Conduct((Fault.VP009_AFTER,), share=20, latency_ms=300, readers=Readers.NOBODY)
    assert shelf.conduct() == chosen
    assert told == chosen.told()


def test_nothing_changes_when_it_is_left(window: QWidget, shelf: ConductFile):
    dialog = shown(window, shelf)

    dialog.fault.setCurrentText(TRAITS[Fault.VP007].told)
    press(dialog, "Avbryt")

    assert shelf.conduct() == Conduct()


def test_one_button_makes_the_inbox_behave(window: QWidget, shelf: ConductFile):
    shelf.keep(Conduct(MIXED, left=3, latency_ms=5, readers=Readers.ALL))
    dialog = shown(window, shelf)

    press(dialog, "Återställ")
    press(dialog, "Använd")

    assert shelf.conduct() == Conduct()


def test_every_field_has_a_name_and_is_reached_by_tab(window: QWidget, shelf: ConductFile):
    dialog = shown(window, shelf)
    fields = (dialog.fault, dialog.range, dialog.latency, dialog.readers)

    for field in fields:
        assert field.accessibleName()
        assert field.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_key_opens_it_and_no_menu_names_it(qtbot: QtBot, services: Services, tasks: TaskRunner):
    desk: Desk = seat(qtbot, services, tasks)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    QTest.keyClick(desk.window, Qt.Key.Key_T, keys)

    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ConductDialog)
    assert dialog.conduct == Conduct()
    dialog.reject()
    words = [action.text() for action in desk.window.header.all_actions()]
    assert not any("estinkorg" in word for word in words)
