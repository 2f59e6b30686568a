"""The window says who uses it, keeps grey what they may not do, and logs what they see."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.access_log import Access, Action, LogQuestion
from app.adapters.store import SqliteStore
from app.errors import HistoryUnusable
from app.history import PROTECTED_NAME
from app.services import Services
from app.users import Permissions, Right, Role, User
from tests.desk import Desk, sure
from tests.fakes import NOON
from tests.ui.conftest import keep_reading
from tests.ui.test_settling import history, send
from ui.error_dialog import show_error
from ui.log_dialog import LogDialog
from ui.main_window import MainWindow
from ui.parts import Label
from ui.rules_dialog import RulesDialog, told_roles, told_shortly
from ui.task_runner import Lane, TaskRunner

ANNA = User("anna", "uid:1000")
RECEPTIONIST = Permissions(
    ANNA, frozenset({Role.RECEPTIONIST}), frozenset({Right.SEE_PATIENTS, Right.SEND})
)
ADMINISTRATOR = Permissions(
    ANNA, frozenset({Role.ADMINISTRATOR}), frozenset({Right.CHANGE_SETTINGS})
)


def used_by(services: Services, permissions: Permissions) -> Services:
    return replace(services, access=replace(services.access, permissions=permissions))


def store_of(desk: Desk) -> SqliteStore:
    store = desk.services.access.archive
    assert isinstance(store, SqliteStore)
    return store


def logged(desk: Desk, action: Action) -> list[Access]:
    desk.services.access.writer.flush()
    entries = store_of(desk).entries(LogQuestion(action=action), offset=0, limit=-1)
    return [entry.access for entry in entries[::-1]]


def dialog_of(desk: Desk) -> LogDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LogDialog)
    return dialog


@pytest.fixture
def log(clean_desk: Desk) -> Iterator[LogDialog]:
    clean_desk.window.header.log.trigger()
    dialog = dialog_of(clean_desk)
    clean_desk.wait(lambda: dialog.log.filters.who.count() > 1)
    yield dialog
    dialog.reject()


@pytest.mark.parametrize(
    ("permissions", "told"),
    [
        (RECEPTIONIST, "anna, receptionist"),
        (Permissions.open_to(ANNA), "anna, utan roll"),
        (Permissions(ANNA), "anna, ingen behörighet"),
    ],
)
def test_the_window_says_who_uses_it_and_as_what(permissions: Permissions, told: str):
    assert told_roles(permissions) == told


@pytest.mark.parametrize(
    ("permissions", "told"),
    [
        (replace(RECEPTIONIST, user=User("KLINIK\\anna")), "anna"),
        (Permissions.open_to(ANNA), "anna, utan roll"),
        (Permissions(User("KLINIK\\anna")), "KLINIK\\anna, ingen behörighet"),
    ],
)
def test_the_header_says_it_shortly_but_for_what_is_unusual(permissions: Permissions, told: str):
    assert told_shortly(permissions) == told


def test_without_roles_nothing_is_grey_for_lack_of_them(clean_desk: Desk):
    commands, header = clean_desk.window.commands, clean_desk.window.header

    assert header._user.text().endswith("utan roll")
    assert commands.send.isEnabled()
    assert all(action.isEnabled() for action in (header.log, header.rules, header.history))


def test_what_a_role_lacks_is_grey_with_the_reason_whatever_would_enable_it(
    qtbot: QtBot, own_services: Services, tasks: TaskRunner
):
    window = MainWindow(undo_seconds=0)
    qtbot.addWidget(window)
    window.attach(used_by(own_services, ADMINISTRATOR), tasks)
    commands, header = window.commands, window.header

    commands.open.setEnabled(True)
    commands.send.setEnabled(True)

    for action in (commands.open, commands.send, header.history, header.log):
        assert not action.isEnabled()
        assert action.toolTip().startswith("Din behörighet räcker inte")
    assert header.rules.isEnabled()


def test_every_letter_that_is_painted_has_been_seen_however_briefly(clean_desk: Desk):
    seen = [one.booking_key for one in logged(clean_desk, Action.PREVIEW)]
    clean_desk.wait(lambda: len(logged(clean_desk, Action.PREVIEW)) == 1)

    step(clean_desk, 1)
    step(clean_desk, -1)

    keys = [one.booking_key for one in logged(clean_desk, Action.PREVIEW)]
    assert len(keys) == 3
    assert keys[0] == keys[2] != keys[1]
    assert seen in ([], keys[:1])


def step(desk: Desk, number: int) -> None:
    """To a neighbour, and until its letter is painted."""
    before = len(logged(desk, Action.PREVIEW))
    desk.bench.bookings.show_neighbour(number)
    desk.wait(lambda: len(logged(desk, Action.PREVIEW)) > before)


def test_what_is_decided_of_a_booking_stands_in_the_log(clean_desk: Desk):
    clean_desk.wait(lambda: len(logged(clean_desk, Action.PREVIEW)) == 1)
    row = clean_desk.shown

    clean_desk.utskick._deciding.changed.emit([row.row_no])

    (edited,) = logged(clean_desk, Action.EDIT)
    assert edited.booking_key == row.draft.booking.key


def test_where_the_log_cannot_be_written_nothing_more_is_shown(clean_desk: Desk):
    clean_desk.wait(lambda: len(logged(clean_desk, Action.PREVIEW)) == 1)
    writer = clean_desk.services.access.writer
    writer._failure = HistoryUnusable("Disken är full.", "Frigör plats.")

    clean_desk.bench.bookings.show_neighbour(1)

    preview = clean_desk.bench.preview
    clean_desk.wait(lambda: "Disken är full" in shown_sentence(preview))


def shown_sentence(preview: QWidget) -> str:
    return " ".join(label.text() for label in preview.findChildren(Label))


@pytest.fixture
def protected(clean_desk: Desk) -> Desk:
    """Three bookings that were sent, and one of the patients since marked as protected."""
    send(clean_desk)
    person = clean_desk.worklist.rows[0].draft.booking.patient.id.value
    store_of(clean_desk).note_protected([person], at=NOON)
    clean_desk.window.show_history()
    clean_desk.wait(lambda: history(clean_desk).lists.model.rowCount() == 6)
    return clean_desk


def masked_position(desk: Desk) -> int:
    names = [one.name for one in history(desk).lists.model.dispatches]
    return names.index(PROTECTED_NAME)


def test_a_protected_persons_letter_is_listed_without_a_name_and_opened_for_a_reason(
    protected: Desk,
):
    view = history(protected)
    names = [one.name for one in view.lists.model.dispatches]
    position = masked_position(protected)
    view.lists.table.selectRow(position)
    protected.wait(view.letter.reason.isVisible)
    before = view._opened, view.letter.reason.button.isEnabled()

    view.letter.reason.reason.setText("Adressen är ifrågasatt")
    view.letter.reason.button.click()

    protected.wait(lambda: view._opened is not None)
    (seen,) = logged(protected, Action.VIEW)
    assert names.count(PROTECTED_NAME) == 2
    assert before == (None, False)
    assert seen.text == "Adressen är ifrågasatt"


def test_a_hit_of_a_search_that_is_opened_is_called_that_in_the_log(protected: Desk):
    view = history(protected)
    other = next(one for one in view.lists.model.dispatches if one.name != PROTECTED_NAME)
    view.filters.search.setText(other.person)
    protected.wait(lambda: view.lists.model.rowCount() == 2)

    view.lists.table.selectRow(0)

    protected.wait(lambda: view._opened is not None)
    assert [one.person for one in logged(protected, Action.SEARCH_HIT)] == [other.person]


def test_the_log_is_read_filtered_and_its_chain_checked(clean_desk: Desk, log: LogDialog):
    page = log.log
    page.filters.action.setCurrentText("Läste in bokningen")

    page.show_button.click()

    clean_desk.wait(lambda: page.model.rowCount() == 3)
    assert page.told.text() == "3 poster visas."
    assert not page.more.isEnabled()
    page.chain.click()
    clean_desk.wait(lambda: "kedja är hel" in page._work._notice.text)
    assert logged(clean_desk, Action.READ_LOG)


def test_the_look_through_the_log_can_be_stopped(
    clean_desk: Desk, log: LogDialog, tasks: TaskRunner, gate: threading.Event
):
    page = log.log
    tasks.run(Lane.BATCH, gate.wait, done=lambda _: None, failed=show_error)
    page.chain.click()
    seen = page.at_work.text, page.chain.isEnabled()

    page.at_work.stop.click()
    gate.set()
    page.show_button.click()

    clean_desk.wait(lambda: bool(page.told.text()))
    assert seen == ("Kontrollerar loggens kedja…", False)
    assert page.chain.isEnabled()
    assert page.at_work.isHidden()
    assert not page._work._notice.text


def test_what_the_log_answers_when_it_is_closed_comes_to_nobody(
    clean_desk: Desk, tasks: TaskRunner, gate: threading.Event
):
    clean_desk.window.header.log.trigger()
    dialog = dialog_of(clean_desk)
    tasks.run(Lane.BATCH, gate.wait, done=lambda _: None, failed=show_error)
    dialog.log.chain.click()

    dialog.reject()
    clean_desk.wait(lambda: clean_desk.window.findChild(LogDialog) is None)
    gate.set()

    clean_desk.wait(lambda: tasks.idle)


def test_a_wrong_identity_number_asks_nothing_of_the_log(clean_desk: Desk, log: LogDialog):
    log.log.filters.patient.setText("Karin")

    log.log.show_button.click()

    assert "går inte att tolka" in log.log._work._notice.text
    assert logged(clean_desk, Action.READ_LOG) == []


def test_a_sample_is_drawn_judged_signed_and_saved(
    clean_desk: Desk, log: LogDialog, tmp_path: Path
):
    page = log.sample
    log.tabs.setCurrentWidget(page)
    page.seed.setText("417")
    page.size_box.setValue(2)
    page.draw.click()
    clean_desk.wait(lambda: page.model.rowCount() == 2)
    before = page.sign.isEnabled(), page.save.isEnabled()

    page.note.setText("Fråga Anna")
    follow_up, ok = reversed(page.verdicts.values())
    follow_up.click()
    between = page.note.text()
    ok.click()
    page.sign.click()

    clean_desk.wait(page.save.isEnabled)
    (kept,) = logged(clean_desk, Action.SIGN_OFF)
    assert before == (False, False)
    assert between == ""
    assert '"seed":"417"' in kept.text
    assert "Fråga Anna" in kept.text
    assert not ok.isEnabled()


def test_a_sample_is_signed_though_the_window_is_closed_at_once(
    clean_desk: Desk, log: LogDialog, tasks: TaskRunner
):
    page = log.sample
    log.tabs.setCurrentWidget(page)
    page.size_box.setValue(1)
    page.draw.click()
    clean_desk.wait(lambda: page.model.rowCount() == 1)
    next(iter(page.verdicts.values())).click()
    keep_reading(tasks)

    page.sign.click()
    clean_desk.window.close()
    tasks.stop()

    assert len(logged(clean_desk, Action.SIGN_OFF)) == 1


def test_a_patients_extract_is_fetched_and_logged(clean_desk: Desk, log: LogDialog):
    page = log.extract
    log.tabs.setCurrentWidget(page)
    patient = clean_desk.worklist.rows[0].draft.booking.patient.id

    page.patient.setText(patient.display)
    page.ask.click()

    clean_desk.wait(page.save.isEnabled)
    assert {one.access.person for one in page.model.entries} == {patient.value}
    assert [one.person for one in logged(clean_desk, Action.EXTRACT)] == [patient.value]


def test_a_changed_file_of_rules_is_proposed_in_the_window_and_approved_by_another(
    clean_desk: Desk,
):
    clean_desk.window.header.rules.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RulesDialog)

    button_of(dialog).click()
    told = sure(sure(dialog.files.itemAtPosition(0, 0)).widget())
    sentence = told.text() if isinstance(told, Label) else ""
    step = button_of(dialog).text()

    dialog.reject()
    assert "väntar på att någon annan godkänner" in sentence
    assert step == "Godkänn"
    assert logged(clean_desk, Action.PROPOSE_RULES)


def button_of(dialog: RulesDialog) -> QPushButton:
    """Of the first file."""
    found = sure(sure(dialog.files.itemAtPosition(0, 1)).widget())
    assert isinstance(found, QPushButton)
    return found
