"""Fortsätt skicka asks first where the open list says otherwise than letters that wait."""

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.dispatch import Status, Store
from app.errors import HistoryUnusable
from app.history import Archive
from app.rows import RowStatus
from app.services import Services
from tests.desk import Desk, look_first, seat, sure
from tests.exports import table
from tests.fakes import ScriptedCarrier, make_outbox
from tests.ui.conftest import ENTRIES, PERSONS
from ui.error_dialog import ErrorDialog
from ui.main_window import MainWindow
from ui.notices import WaitingBar
from ui.resuming import ContradictedSheet
from ui.sending import Sender
from ui.task_runner import TaskRunner

BOOKED = [entry | {"Bokningsstatus": "bokad"} for entry in ENTRIES]
CANCELLED = {"Bokningsstatus": "avbokad"}
MOVED = {"Undersökningsdatum": "2027-01-19"}
ELSEWHERE = {"Lokal": "Röntgen, plan 5, lab 1"}


def newer(tmp_path: Path, *changes: dict[str, str], name: str = "nyare.csv") -> Path:
    """The file of the letters that wait once more, its first rows changed."""
    changed = (row | change for row, change in zip(BOOKED, changes, strict=False))
    path = tmp_path / name
    path.write_bytes(table(*changed, *BOOKED[len(changes) :]))
    return path


@pytest.fixture
def waiting(clean_desk: Desk) -> Desk:
    """Three letters that each go both ways were confirmed, and stopped before any had left."""
    clean_desk.confirm().accept()
    with clean_desk.qtbot.waitSignal(clean_desk.utskick.sent):
        clean_desk.view.sending.stop_wanted.emit()
    assert clean_desk.kept(Status.QUEUED) == 6
    return clean_desk


def bars(desk: Desk) -> dict[str, WaitingBar]:
    return {"utskick": desk.view.waiting, "historik": sure(desk.window.history).waiting}


def asked(desk: Desk) -> ContradictedSheet:
    desk.wait(lambda: isinstance(QApplication.activeModalWidget(), ContradictedSheet))
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, ContradictedSheet)
    return sheet


def resume(desk: Desk, *, bar: str = "utskick") -> ContradictedSheet:
    """Presses the button, and gives the sheet that asks."""
    bars(desk)[bar].resume.click()
    return asked(desk)


def resume_unasked(desk: Desk, *, bar: str = "utskick") -> None:
    """A sheet that asked would keep it from being sent."""
    with desk.qtbot.waitSignal(desk.utskick.sent):
        bars(desk)[bar].resume.click()


def come_to_rest(desk: Desk) -> None:
    """Until nothing that has been asked for is still to happen."""
    desk.wait(lambda: desk.utskick.resuming._tasks.idle and not desk.utskick.sending)


def wait_until_rest_is_sent(desk: Desk) -> None:
    desk.wait(lambda: desk.kept(Status.QUEUED) == 0 and not desk.utskick.sending)


def no_sheet(desk: Desk) -> bool:
    return not any(one.isVisible() for one in desk.window.findChildren(ContradictedSheet))


def words(sheet: ContradictedSheet) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel)]


def persons(*carriers: ScriptedCarrier) -> set[str]:
    return {parcel.dispatch.person for carrier in carriers for parcel in carrier.delivered}


@pytest.mark.parametrize("bar", ["utskick", "historik"])
def test_a_list_that_says_the_same_asks_nothing(
    waiting: Desk, inbox: ScriptedCarrier, tmp_path: Path, bar: str
):
    waiting.open(newer(tmp_path))

    resume_unasked(waiting, bar=bar)

    assert len(inbox.delivered) == 3


def test_a_list_that_lacks_the_bookings_asks_nothing(
    waiting: Desk, inbox: ScriptedCarrier, tmp_path: Path
):
    other = BOOKED[0] | {"Undersöknings-id": "EI99", "Undersökningsdatum": "2027-01-13"}
    (tmp_path / "nyare.csv").write_bytes(table(other))
    waiting.open(tmp_path / "nyare.csv")

    resume_unasked(waiting)

    assert len(inbox.delivered) == 3


@pytest.mark.parametrize("change", [CANCELLED, MOVED, ELSEWHERE])
def test_a_booking_that_the_list_tells_otherwise_of_is_asked_about_and_nothing_leaves_meanwhile(
    waiting: Desk, inbox: ScriptedCarrier, tmp_path: Path, change: dict[str, str]
):
    waiting.open(newer(tmp_path, change))

    sheet = resume(waiting)

    assert words(sheet)[:2] == [
        "1 kallelse som väntar stämmer inte med listan",
        "Enligt nyare.csv är bokningen avbokad, flyttad eller ändrad.",
    ]
    assert inbox.delivered == []
    assert waiting.kept(Status.QUEUED) == 6


@pytest.mark.parametrize("bar", ["utskick", "historik"])
def test_to_cancel_sends_nothing_and_takes_nothing_back(
    waiting: Desk, inbox: ScriptedCarrier, tmp_path: Path, bar: str
):
    waiting.open(newer(tmp_path, CANCELLED))

    resume(waiting, bar=bar).cancel_button.click()
    come_to_rest(waiting)

    assert (inbox.delivered, waiting.kept(Status.QUEUED)) == ([], 6)
    assert bars(waiting)["utskick"].isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
def test_neither_enter_nor_escape_sends_or_takes_back(
    waiting: Desk, inbox: ScriptedCarrier, tmp_path: Path, key: Qt.Key
):
    waiting.open(newer(tmp_path, CANCELLED))
    sheet = resume(waiting)

    QTest.keyClick(sheet.focusWidget(), key)
    come_to_rest(waiting)

    assert no_sheet(waiting)
    assert (inbox.delivered, waiting.kept(Status.QUEUED)) == ([], 6)


def test_enter_means_cancel_wherever_the_focus_is_but_on_a_button(
    waiting: Desk, inbox: ScriptedCarrier, tmp_path: Path
):
    waiting.open(newer(tmp_path, CANCELLED))
    sheet = resume(waiting)

    QTest.keyClick(sheet, Qt.Key.Key_Return)
    come_to_rest(waiting)

    assert no_sheet(waiting)
    assert (inbox.delivered, waiting.kept(Status.QUEUED)) == ([], 6)


@pytest.mark.parametrize("bar", ["utskick", "historik"])
def test_to_take_back_sends_the_others_only(
    waiting: Desk, inbox: ScriptedCarrier, post: ScriptedCarrier, tmp_path: Path, bar: str
):
    waiting.open(newer(tmp_path, MOVED))

    resume(waiting, bar=bar).take_back_button.click()
    wait_until_rest_is_sent(waiting)

    assert persons(inbox, post) == set(PERSONS[1:])
    assert (waiting.kept(Status.SENT), waiting.kept(Status.CANCELLED)) == (4, 2)
    waiting.wait(lambda: waiting.worklist.row(2).status is RowStatus.READY)


def test_what_was_taken_back_can_be_sent_as_the_list_tells_it(
    waiting: Desk, inbox: ScriptedCarrier, tmp_path: Path
):
    waiting.open(newer(tmp_path, MOVED))
    resume(waiting).take_back_button.click()
    wait_until_rest_is_sent(waiting)
    waiting.wait(lambda: waiting.worklist.row(2).status is RowStatus.READY)
    waiting.activate()

    with waiting.qtbot.waitSignal(waiting.utskick.sent):
        waiting.confirm().accept()

    (sent,) = (one.dispatch for one in inbox.delivered if one.dispatch.person == PERSONS[0])
    assert sure(sent.visit_at).date().isoformat() == MOVED["Undersökningsdatum"]


def test_where_all_that_waits_is_taken_back_nothing_is_sent(
    waiting: Desk, inbox: ScriptedCarrier, tmp_path: Path
):
    waiting.open(newer(tmp_path, CANCELLED, MOVED, ELSEWHERE))
    sheet = resume(waiting)
    heading, about = words(sheet)[:2]

    with waiting.qtbot.waitSignal(waiting.utskick.sent):
        sheet.take_back_button.click()

    assert heading == "3 kallelser som väntar stämmer inte med listan"
    assert about == "Enligt nyare.csv är bokningarna avbokade, flyttade eller ändrade."
    assert waiting.view.notice.text == "3 kallelser togs tillbaka."
    assert (inbox.delivered, waiting.kept(Status.CANCELLED)) == ([], 6)
    assert not waiting.utskick.sending


@pytest.mark.parametrize("bar", ["utskick", "historik"])
def test_all_can_be_sent_anyway(
    waiting: Desk, inbox: ScriptedCarrier, post: ScriptedCarrier, tmp_path: Path, bar: str
):
    waiting.open(newer(tmp_path, CANCELLED, MOVED))
    sheet = resume(waiting, bar=bar)

    with waiting.qtbot.waitSignal(waiting.utskick.sent):
        sheet.send_button.click()

    assert (len(inbox.delivered), len(post.delivered)) == (3, 3)
    assert waiting.kept(Status.QUEUED) == 0


def test_a_second_press_asks_once_and_sends_once(
    waiting: Desk, inbox: ScriptedCarrier, tmp_path: Path
):
    waiting.open(newer(tmp_path, MOVED))

    for bar in (*bars(waiting).values(), *bars(waiting).values()):
        bar.resume.click()
    sheet = asked(waiting)
    with waiting.qtbot.waitSignal(waiting.utskick.sent):
        sheet.send_button.click()
        bars(waiting)["historik"].resume.click()

    come_to_rest(waiting)

    assert no_sheet(waiting)
    assert len(inbox.delivered) == 3


def test_who_takes_all_of_it_back_at_once_is_not_asked(
    waiting: Desk, inbox: ScriptedCarrier, tmp_path: Path
):
    waiting.open(newer(tmp_path, MOVED))

    waiting.view.waiting.resume.click()
    waiting.view.waiting.cancel.click()
    come_to_rest(waiting)

    assert no_sheet(waiting)
    assert (inbox.delivered, waiting.kept(Status.CANCELLED)) == ([], 6)


def test_the_answer_of_one_list_is_not_taken_for_that_of_another(
    waiting: Desk, inbox: ScriptedCarrier, tmp_path: Path
):
    waiting.open(newer(tmp_path, MOVED))
    sheet = resume(waiting)
    waiting.open(newer(tmp_path, {}, CANCELLED, name="nyast.csv"))

    sheet.send_button.click()
    again = asked(waiting)

    assert "nyast.csv" in words(again)[1]
    assert inbox.delivered == []


def test_a_list_that_has_come_to_agree_meanwhile_takes_nothing_back(
    waiting: Desk, inbox: ScriptedCarrier, tmp_path: Path
):
    waiting.open(newer(tmp_path, MOVED))
    sheet = resume(waiting)
    waiting.open(newer(tmp_path, name="som förut.csv"))

    with waiting.qtbot.waitSignal(waiting.utskick.sent):
        sheet.take_back_button.click()

    assert len(inbox.delivered) == 3
    assert waiting.kept(Status.CANCELLED) == 0


def test_letters_of_an_earlier_day_are_asked_about_however_early_the_button_is_pressed(
    waiting: Desk, scripted: Services, tasks: TaskRunner, inbox: ScriptedCarrier, tmp_path: Path
):
    """Before the list of last time has been read, nobody knows what it says."""
    waiting.open(newer(tmp_path, CANCELLED))
    waiting.utskick.close()
    waiting.window.hide()
    look_first(scripted)
    window = MainWindow(undo_seconds=0)
    waiting.qtbot.addWidget(window)
    window.show()
    window.attach(scripted, tasks)
    after = Desk(window, scripted, waiting.qtbot)
    had_list = []

    def press() -> None:
        had_list.append(after.utskick.has_list)
        bars(after)["utskick"].resume.click()

    sure(window.findChild(Sender)).recovered.connect(press)
    sheet = asked(after)

    assert had_list == [False]
    assert "nyare.csv" in words(sheet)[1]
    assert inbox.delivered == []


class Failing:
    """A real store, but for one thing that cannot be done while its disk is full."""

    def __init__(self, store: object, what: str) -> None:
        self._store = store
        self._what = what

    def __getattr__(self, name: str) -> object:
        return self._fail if name == self._what else getattr(self._store, name)

    def _fail(self, *_: object, **__: object) -> None:
        raise HistoryUnusable("Disken är full.")


@pytest.fixture
def stuck(scripted: Services, inbox: ScriptedCarrier, post: ScriptedCarrier) -> Services:
    """Nothing can be taken back."""
    store = cast("Store", Failing(scripted.access.archive, "move"))
    return replace(scripted, outbox=make_outbox(store, inbox, post))


@pytest.fixture
def unread(scripted: Services) -> Services:
    """What waits cannot be listed."""
    return replace(scripted, archive=cast("Archive", Failing(scripted.archive, "page")))


def stopped_before_a_newer_file(desk: Desk, tmp_path: Path) -> None:
    desk.open(newer(tmp_path, name="dagens.csv"))
    desk.confirm().accept()
    with desk.qtbot.waitSignal(desk.utskick.sent):
        desk.view.sending.stop_wanted.emit()
    desk.open(newer(tmp_path, MOVED))


def close_error(desk: Desk) -> None:
    desk.wait(lambda: isinstance(QApplication.activeModalWidget(), ErrorDialog))
    sure(QApplication.activeModalWidget()).close()


def test_what_could_not_be_taken_back_does_not_leave_with_the_rest(
    qtbot: QtBot, stuck: Services, tasks: TaskRunner, inbox: ScriptedCarrier, tmp_path: Path
):
    desk = seat(qtbot, stuck, tasks)
    stopped_before_a_newer_file(desk, tmp_path)

    resume(desk).take_back_button.click()
    close_error(desk)
    come_to_rest(desk)

    assert inbox.delivered == []
    assert desk.kept(Status.QUEUED) == 6


def test_where_nobody_can_tell_whether_the_list_agrees_nothing_is_sent(
    qtbot: QtBot, unread: Services, tasks: TaskRunner, inbox: ScriptedCarrier, tmp_path: Path
):
    desk = seat(qtbot, unread, tasks)
    stopped_before_a_newer_file(desk, tmp_path)

    bars(desk)["utskick"].resume.click()
    close_error(desk)
    come_to_rest(desk)

    assert inbox.delivered == []
    assert desk.kept(Status.QUEUED) == 6


def test_a_window_that_is_closed_while_it_takes_back_sends_no_more(
    waiting: Desk, inbox: ScriptedCarrier, tmp_path: Path
):
    waiting.open(newer(tmp_path, MOVED))

    resume(waiting).take_back_button.click()
    waiting.window.close()
    waiting.wait(lambda: not waiting.window.isVisible() and not waiting.utskick.sending)

    assert inbox.delivered == []
    assert (waiting.kept(Status.QUEUED), waiting.kept(Status.CANCELLED)) == (4, 2)


def test_the_sheet_names_no_person_and_its_file_only_while_persons_are_shown(
    waiting: Desk, tmp_path: Path
):
    protected = {"Skyddade uppgifter": "J"} | MOVED
    waiting.open(newer(tmp_path, MOVED, protected, name="Ahlgren.csv"))
    sheet = resume(waiting)

    shown = [*words(sheet), sheet.accessibleDescription()]
    waiting.window.privacy.hide()
    hidden = [sheet.windowTitle(), *words(sheet), sheet.accessibleDescription()]

    # The protected person's letters were taken back as the list was opened.
    assert waiting.kept(Status.QUEUED) == 4
    assert shown[0].startswith("1 kallelse ")
    assert "Ahlgren.csv" in shown[1]
    assert "Enligt dolt är bokningen avbokad, flyttad eller ändrad." in hidden
    for name in ("Ahlgren", "Kristoffer", *PERSONS, PERSONS[1][2:]):
        assert not any(name in text for text in hidden)


def test_a_sheet_that_opens_while_persons_are_hidden_does_not_name_its_file(
    waiting: Desk, tmp_path: Path
):
    waiting.open(newer(tmp_path, MOVED, name="Ahlgren.csv"))
    waiting.window.privacy.hide()

    sheet = resume(waiting)

    assert not any("Ahlgren" in text for text in (*words(sheet), sheet.accessibleDescription()))


def test_a_screen_reader_hears_what_the_sheet_asks(waiting: Desk, tmp_path: Path):
    waiting.open(newer(tmp_path, MOVED))

    sheet = resume(waiting)

    heading, *sentences = words(sheet)
    assert sheet.accessibleDescription() == " ".join((f"{heading}.", *sentences))
    assert sheet.focusWidget() is sheet.cancel_button
