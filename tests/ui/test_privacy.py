"""Dölj personuppgifter: nothing on the screen tells of a person, and the work goes on."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.bookings import Patient
from app.rows import RowStatus
from app.services import Services
from tests.desk import Desk, seat, sure
from tests.told import told_by
from ui.bookings_model import PATIENT
from ui.copied import Copied
from ui.curtain import behind_curtain
from ui.privacy import HIDDEN_PERSON, HIDDEN_SENTENCE
from ui.task_runner import TaskRunner
from ui.unattended import Unattended

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def press_the_key(window: QWidget) -> None:
    QTest.keyClick(window, Qt.Key.Key_H, CONTROL_SHIFT)


def personal(patient: Patient) -> tuple[str, ...]:
    """What must not be told of a person: names, numbers, where they live."""
    address = patient.address
    words = (patient.name, patient.list_name, patient.id.display, patient.phone, address.street)
    return tuple(word for word in words if word)


def leaks(desk: Desk, window: QWidget) -> list[str]:
    told = told_by(window)
    patients = [row.draft.booking.patient for row in desk.worklist.rows]
    return [word for one in patients for word in personal(one) if word in told]


@pytest.fixture
def shown(opened: Desk) -> Desk:
    """With a letter that is ready in both previews."""
    opened.show(RowStatus.READY)
    opened.wait_for_letter()
    opened.qtbot.waitUntil(opened.window.isActiveWindow)
    return opened


def test_before_it_is_pressed_persons_are_told_everywhere(shown: Desk):
    patient = shown.shown.draft.booking.patient

    told = told_by(shown.window)

    assert told.count(patient.name) >= 1
    assert patient.list_name in told


def test_one_key_hides_every_person_in_the_window(shown: Desk):
    press_the_key(shown.window)

    assert leaks(shown, shown.window) == []


def test_the_list_stays_workable_while_persons_are_hidden(shown: Desk):
    model, row = shown.bench.bookings.model, shown.shown
    before = model.cells(sure(model.position(row.row_no)))

    press_the_key(shown.window)

    after = model.cells(sure(model.position(row.row_no)))
    assert after == (*before[:2], HIDDEN_PERSON, *before[3:])
    sentence = model.data(
        model.index(sure(model.position(row.row_no)), 0), Qt.ItemDataRole.AccessibleTextRole
    )
    assert sentence.startswith(f"Klar. {HIDDEN_PERSON}. ")


def test_the_same_key_shows_all_as_it_was(shown: Desk):
    table = shown.bench.bookings.table.viewport()
    told, drawn = told_by(shown.window), table.grab().toImage()

    press_the_key(shown.window)
    hidden = table.grab().toImage()
    press_the_key(shown.window)

    assert hidden != drawn
    assert table.grab().toImage() == drawn
    assert told_by(shown.window) == told


def test_the_button_says_whether_persons_are_hidden(shown: Desk):
    action = shown.window.commands.hide_persons

    press_the_key(shown.window)
    pressed = action.isChecked()
    action.trigger()

    assert pressed
    assert not shown.window.privacy.is_hiding


def test_another_row_and_another_view_are_hidden_too(shown: Desk):
    press_the_key(shown.window)

    QTest.keyClick(shown.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    in_history = leaks(shown, shown.window)
    QTest.keyClick(shown.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    shown.show(RowStatus.REVIEW)

    assert in_history == leaks(shown, shown.window) == []


def test_a_problem_is_decided_with_its_key_while_persons_are_hidden(shown: Desk):
    row = shown.show(RowStatus.BLOCKED, label="Adress saknas")
    press_the_key(shown.window)

    QTest.keyClick(shown.window, Qt.Key.Key_F4)
    told = told_by(shown.bench.fix_panel)
    QTest.keyClick(shown.bench.fix_panel, Qt.Key.Key_H)

    assert "Åtgärda: Adress saknas" in told
    assert HIDDEN_SENTENCE in told
    assert shown.worklist.row(row.row_no).status is RowStatus.LEFT_OUT


def test_what_is_searched_for_becomes_dots_and_still_finds(shown: Desk):
    name = shown.shown.draft.booking.patient.family_name
    shown.view.search.setText(name)
    hits = shown.bench.bookings.model.rowCount()

    press_the_key(shown.window)
    shown.view.search.setText("ingen heter så")

    assert hits >= 1
    assert "ingen heter så" not in told_by(shown.window)
    assert shown.bench.bookings.empty_text == "Inga träffar."


@pytest.fixture
def hidden(shown: Desk) -> Desk:
    press_the_key(shown.window)
    return shown


def open_form(desk: Desk) -> QDialog:
    QTest.keyClick(desk.window, Qt.Key.Key_F2)
    return dialog_over(desk)


def open_free_text(desk: Desk) -> QDialog:
    QTest.keyClick(desk.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    return dialog_over(desk)


def open_address(desk: Desk) -> QDialog:
    desk.show(RowStatus.BLOCKED, label="Adress saknas")
    QTest.keyClick(desk.window, Qt.Key.Key_F4)
    QTest.keyClick(desk.bench.fix_panel, Qt.Key.Key_D)
    return dialog_over(desk)


def dialog_over(desk: Desk) -> QDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    desk.qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


DIALOGS = pytest.mark.parametrize("opens", [open_form, open_free_text, open_address])


@DIALOGS
def test_a_dialog_that_opens_meanwhile_is_covered(hidden: Desk, opens):
    dialog = opens(hidden)

    told, found = told_by(dialog), leaks(hidden, dialog)
    dialog.reject()

    assert HIDDEN_SENTENCE in told
    assert found == []


@DIALOGS
def test_the_key_works_in_a_dialog_and_keeps_what_was_written(shown: Desk, opens):
    dialog = opens(shown)
    before = told_by(dialog)

    press_the_key(dialog)
    covered = leaks(shown, dialog)
    press_the_key(dialog)

    assert covered == []
    assert told_by(dialog) == before
    dialog.reject()


def test_keys_do_not_reach_what_is_behind_the_curtain(shown: Desk):
    dialog = open_form(shown)
    fields = {field: field.text() for field in dialog.findChildren(QLineEdit)}
    press_the_key(dialog)

    QTest.keyClicks(QApplication.focusWidget() or dialog, "abc\t")
    QTest.keyClick(dialog, Qt.Key.Key_Return)

    assert dialog.isVisible()
    assert {field: field.text() for field in fields} == fields
    dialog.reject()


def test_a_letter_that_is_made_while_hidden_is_there_when_shown(hidden: Desk):
    row = hidden.show(RowStatus.REVIEW)

    name = row.draft.booking.patient.name

    press_the_key(hidden.window)

    hidden.wait(lambda: name in told_by(hidden.bench.preview))


def test_the_recent_files_are_hidden_with_the_persons_they_may_be_named_after(
    qtbot: QtBot, own_services: Services, tasks: TaskRunner
):
    desk = seat(qtbot, own_services, tasks)
    desk.view.start_page.show_recent([Path("/bokningar/Karin Testsson.csv")])
    desk.wait(lambda: "Karin Testsson.csv" in told_by(desk.window))
    before = told_by(desk.window)

    press_the_key(desk.window)

    assert "/bokningar" not in before
    assert "Karin Testsson" not in told_by(desk.window)


def test_a_window_that_nobody_touches_covers_itself(shown: Desk):
    """F6"""
    unattended = sure(shown.window.findChild(Unattended))

    unattended.noticed.emit()

    assert leaks(shown, shown.window) == []
    assert shown.window.commands.hide_persons.isChecked()


def test_what_a_window_does_when_nobody_is_there_is_set_in_minutes(shown: Desk):
    unattended = sure(shown.window.findChild(Unattended))

    assert unattended._idle.interval() == 5 * 60_000
    assert unattended._idle.isActive()
    assert shown.services.settings.cover_after_minutes == 5


def test_what_is_copied_from_the_window_is_looked_after(shown: Desk):
    assert shown.window.findChild(Copied) is not None


def test_a_part_without_a_window_of_ours_has_no_curtain_to_draw(qtbot: QtBot):
    alone = QWidget()
    qtbot.addWidget(alone)
    inside = QVBoxLayout(behind_curtain(alone))
    inside.addWidget(QLabel("Karin Testsson"))

    alone.show()

    assert "Karin Testsson" in told_by(alone)


def test_the_open_files_name_is_hidden_with_the_persons_it_may_name(shown: Desk):
    before = told_by(shown.window)
    press_the_key(shown.window)
    hidden = told_by(shown.window)
    press_the_key(shown.window)

    name = shown.worklist.batch.file_name
    assert name in before
    assert name not in hidden
    assert f"{shown.worklist.counts().total} rader" in hidden
    assert name in told_by(shown.window)


def test_the_name_of_a_file_that_cannot_be_read_is_hidden_too(shown: Desk, tmp_path: Path):
    bad = tmp_path / "Karin Testsson.csv"
    bad.write_bytes(b"")
    shown.utskick.open_files(bad)
    shown.wait(lambda: bad.name in told_by(shown.view.error_page))

    press_the_key(shown.window)

    assert bad.name not in told_by(shown.view.error_page)
    press_the_key(shown.window)
    assert bad.name in told_by(shown.view.error_page)


def test_evaluation_and_settings_hold_nothing_of_a_person_even_when_nothing_is_hidden(shown: Desk):
    shown.window.show_evaluation()
    evaluation = sure(shown.window.evaluation)
    leaked = leaks(shown, evaluation)
    shown.window.show_settings()
    settings = sure(shown.window.settings)

    assert leaked + leaks(shown, settings) == []
    assert "Enhet" in told_by(settings)


def test_a_tip_that_tells_a_name_goes_away_with_the_names(shown: Desk):
    table = shown.bench.bookings.table
    cell = table.visualRect(table.model().index(table.currentIndex().row(), PATIENT)).center()
    asked = QHelpEvent(QEvent.Type.ToolTip, cell, table.viewport().mapToGlobal(cell))
    QApplication.sendEvent(table.viewport(), asked)
    told = QToolTip.text()

    press_the_key(shown.window)

    assert shown.shown.draft.booking.patient.list_name in told
    # Of itself it would stay for ten seconds.
    shown.qtbot.waitUntil(lambda: not QToolTip.isVisible())
