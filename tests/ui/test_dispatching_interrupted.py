"""Sending that is stopped, pressed twice or cut off: nothing is lost, nothing repeated."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.adapters.store import SqliteStore
from app.dispatch import Parcel, Status
from app.draft import Channel
from app.errors import HistoryUnusable
from app.findings import Decision
from app.open_list import Origin
from app.rows import RowStatus
from app.services import Services
from tests.desk import Desk, seat, sure
from tests.exports import AGFA_EI, table
from tests.fakes import ScriptedCarrier, bring_to, make_outbox
from ui.address_dialog import AddressDialog
from ui.closing import ClosingSheet
from ui.loading import Loaded
from ui.task_runner import TaskRunner


class UnreadableStore(SqliteStore):
    def sending(self):
        raise HistoryUnusable("Historiken går inte att läsa.")


def hold(gate: threading.Event, leaving: threading.Event) -> Callable[[Parcel], None]:
    """A delivery that says when it has begun and goes on when the gate opens."""

    def wait(_: Parcel) -> None:
        leaving.set()
        gate.wait()

    return wait


def test_stopping_lets_the_letter_that_is_leaving_go_and_keeps_the_rest(
    clean_desk: Desk, inbox: ScriptedCarrier, gate: threading.Event
):
    leaving = threading.Event()
    inbox.on_delivery = hold(gate, leaving)
    clean_desk.confirm().accept()
    clean_desk.wait(leaving.is_set)

    clean_desk.view.sending.stop_button.click()
    told = clean_desk.view.sending.text
    with clean_desk.qtbot.waitSignal(clean_desk.utskick.sent):
        gate.set()

    assert told == "Stannar efter den kallelse som skickas nu…"
    assert len(inbox.delivered) == 1
    assert clean_desk.kept(Status.QUEUED) == 5
    assert "5 brev eller meddelanden väntar." in clean_desk.view.waiting.text


def test_stopping_before_anything_has_left_keeps_all_of_it(
    clean_desk: Desk, inbox: ScriptedCarrier
):
    clean_desk.confirm().accept()

    with clean_desk.qtbot.waitSignal(clean_desk.utskick.sent):
        clean_desk.view.sending.stop_wanted.emit()

    assert inbox.delivered == []
    assert clean_desk.kept(Status.QUEUED) == 6


def test_nothing_can_be_sent_twice_by_pressing_twice(
    clean_desk: Desk, inbox: ScriptedCarrier, gate: threading.Event
):
    inbox.on_delivery = hold(gate, threading.Event())
    clean_desk.confirm().accept()

    clean_desk.press_send()
    again = QApplication.activeModalWidget()
    with clean_desk.qtbot.waitSignal(clean_desk.utskick.sent):
        gate.set()

    assert again is None
    assert len(inbox.delivered) == 3


def decide_otherwise(desk: Desk) -> None:
    """Leaves row 3 out and gives row 4 another address, with the keys and dialog for it."""
    panel = desk.bench.fix_panel
    desk.bench.bookings.show_row(4)
    panel.decided.emit(Decision.WRITE_ADDRESS)
    dialog = sure(desk.bench.findChild(AddressDialog))
    dialog.fields["street"].setText("Nya gatan 1")
    dialog.accept()
    desk.bench.bookings.show_row(3)
    panel.decided.emit(Decision.SKIP)


@pytest.mark.parametrize("times_read", [1, 2], ids=["as it is", "read again"])
def test_what_is_decided_of_a_row_while_it_is_being_queued_holds(
    clean_desk: Desk,
    inbox: ScriptedCarrier,
    post: ScriptedCarrier,
    tmp_path: Path,
    times_read: int,
):
    file = tmp_path / "dagens.csv"
    again = Loaded.of(Origin((file,)), clean_desk.services.load(file))
    clean_desk.confirm().accept()

    if times_read > 1:
        clean_desk.utskick._opening.loaded.emit(again)
    decide_otherwise(clean_desk)
    clean_desk.qtbot.waitSignal(clean_desk.utskick.sent).wait()
    clean_desk.wait(lambda: clean_desk.worklist.row(4).status is RowStatus.READY)

    left = [parcel.dispatch.row_no for parcel in (*inbox.delivered, *post.delivered)]
    assert left == [2, 2]
    assert clean_desk.worklist.row(3).status is RowStatus.LEFT_OUT
    assert clean_desk.worklist.row(4).draft.mailing_address.street == "Nya gatan 1"
    assert "2 kallelser hade ändrats" in clean_desk.view.notice.text


def test_what_was_decided_of_a_row_as_sending_was_stopped_does_not_wait_with_the_rest(
    clean_desk: Desk, inbox: ScriptedCarrier
):
    clean_desk.confirm().accept()

    decide_otherwise(clean_desk)
    with clean_desk.qtbot.waitSignal(clean_desk.utskick.sent):
        clean_desk.view.sending.stop_wanted.emit()

    assert inbox.delivered == []
    assert (clean_desk.kept(Status.QUEUED), clean_desk.kept(Status.CANCELLED)) == (2, 4)


def test_closing_while_sending_lets_the_letter_go_and_then_closes(
    clean_desk: Desk, inbox: ScriptedCarrier, gate: threading.Event
):
    leaving = threading.Event()
    inbox.on_delivery = hold(gate, leaving)
    clean_desk.confirm().accept()
    clean_desk.wait(leaving.is_set)

    closed_at_once = clean_desk.window.close()
    sure(clean_desk.window.findChild(ClosingSheet)).wait_button.click()
    gate.set()
    clean_desk.wait(lambda: not clean_desk.window.isVisible())

    assert not closed_at_once
    assert (clean_desk.kept(Status.SENDING), clean_desk.kept(Status.QUEUED)) == (0, 5)


def test_another_file_may_be_opened_while_letters_leave(
    clean_desk: Desk, inbox: ScriptedCarrier, gate: threading.Event, tmp_path: Path
):
    inbox.on_delivery = hold(gate, threading.Event())
    clean_desk.confirm().accept()
    other = AGFA_EI | {"Undersöknings-id": "EI99", "Undersökningsdatum": "2027-01-13"}
    (tmp_path / "nästa.csv").write_bytes(table(other))

    clean_desk.open(tmp_path / "nästa.csv")
    with clean_desk.qtbot.waitSignal(clean_desk.utskick.sent):
        gate.set()

    assert clean_desk.worklist.batch.file_name == "nästa.csv"
    assert clean_desk.worklist.row(2).status is RowStatus.READY
    assert clean_desk.view.notice.text == "6 brev eller meddelanden skickade."


def test_what_a_crash_left_is_told_and_moves_only_when_somebody_says_so(
    clean_desk: Desk, scripted: Services, inbox: ScriptedCarrier, tasks: TaskRunner
):
    queued = scripted.queue(clean_desk.worklist.ready(), utskick="u").dispatches
    messages = [one for one in queued if one.channel is Channel.INBOX_1177]
    assert isinstance(scripted.access.archive, SqliteStore)
    bring_to(scripted.access.archive, messages[0], Status.SENDING)

    after = seat(clean_desk.qtbot, scripted, tasks)

    assert after.view.waiting.text == (
        "Programmet stängdes mitt i ett utskick. 1 är oklar, 5 väntar. "
        "Inget skickas om av sig självt."
    )
    assert inbox.delivered == []
    with clean_desk.qtbot.waitSignal(after.utskick.sent):
        after.view.waiting.resume.click()
    assert len(inbox.delivered) == 2


def test_a_history_that_cannot_be_read_blocks_sending(
    qtbot: QtBot, scripted: Services, tasks: TaskRunner
):
    with UnreadableStore(scripted.data_folder.root / "annan.sqlite3") as store:
        blocked = seat(qtbot, replace(scripted, outbox=make_outbox(store)), tasks)

    assert "kan inte läsas" in blocked.window.commands.send.toolTip()
    for widget in QApplication.topLevelWidgets():
        if widget is not blocked.window:
            widget.close()


def test_a_broken_log_is_told_and_blocks_sending(
    qtbot: QtBot, scripted: Services, tasks: TaskRunner
):
    with TamperedStore(scripted.data_folder.root / "annan.sqlite3") as store:
        desk = seat(qtbot, replace(scripted, outbox=make_outbox(store)), tasks)
        desk.wait(lambda: "är skadad" in desk.window.commands.send.toolTip())

    for widget in QApplication.topLevelWidgets():
        if widget is not desk.window:
            widget.close()


class TamperedStore(SqliteStore):
    def first_broken_event(self, **_: object) -> int:
        return 17


def test_who_closes_the_program_does_not_wait_for_the_log_to_be_looked_through(
    qtbot: QtBot, scripted: Services, tasks: TaskRunner
):
    with EndlessStore(scripted.data_folder.root / "annan.sqlite3") as store:
        seat(qtbot, replace(scripted, outbox=make_outbox(store)), tasks)
        qtbot.waitUntil(store.is_looking.is_set)

        tasks.stop()

        assert store.has_ended


class EndlessStore(SqliteStore):
    """Looks through its log until it is told to stop."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.is_looking = threading.Event()
        self.has_ended = False

    def first_broken_event(
        self, *, progress: Callable[[float], None] = lambda _: None
    ) -> int | None:
        try:
            while True:
                progress(0.5)
                self.is_looking.set()
        finally:
            self.has_ended = True


def test_closing_while_sending_says_what_it_waits_for_wherever_one_is(
    clean_desk: Desk, inbox: ScriptedCarrier, gate: threading.Event
):
    leaving = threading.Event()
    inbox.on_delivery = hold(gate, leaving)
    clean_desk.confirm().accept()
    clean_desk.wait(leaving.is_set)
    clean_desk.window.show_history()

    clean_desk.window.close()
    sure(clean_desk.window.findChild(ClosingSheet)).wait_button.click()
    told = clean_desk.view.sending
    seen, text = told.isVisible(), told.text
    gate.set()
    clean_desk.wait(lambda: not clean_desk.window.isVisible())

    assert (seen, text) == (True, "Programmet stängs efter den kallelse som skickas nu…")


def test_a_broken_log_goes_on_blocking_whatever_is_decided_in_history(
    qtbot: QtBot, scripted: Services, tasks: TaskRunner
):
    with TamperedStore(scripted.data_folder.root / "annan.sqlite3") as store:
        desk = seat(qtbot, replace(scripted, outbox=make_outbox(store)), tasks)
        desk.wait(lambda: "är skadad" in desk.window.commands.send.toolTip())

        with qtbot.waitSignal(desk.utskick.freed):
            desk.utskick.look_again()

    assert "är skadad" in desk.window.commands.send.toolTip()
    for widget in QApplication.topLevelWidgets():
        if widget is not desk.window:
            widget.close()
