"""The window goes on where it was closed or cut off: same rows, same decisions, same row."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.adapters.store import SqliteStore
from app.bootstrap import open_services
from app.dispatch import Status
from app.draft import Channel, Draft
from app.errors import ListNotKept
from app.findings import Decision
from app.open_list import OpenList, OpenListShelf
from app.rows import RowStatus
from app.services import Services
from app.settings import DataFolder
from tests.desk import Desk, seat
from tests.exports import AGFA_EI, table
from tests.fakes import NOON, ScriptedCarrier, make_outbox
from tests.ui.conftest import DAY, ENTRIES
from ui.task_runner import TaskRunner

NO_ADDRESS = AGFA_EI | {
    "Undersöknings-id": "EI-UTAN-ADRESS",
    "Patient-id": "198001022386",
    "Undersökningsdatum": DAY,
    "Gatuadress": "",
    "Postnummer": "",
    "Postort": "",
}


@dataclass
class Pc:
    """A PC on which the program is opened and ended again and again; its letters stay on it."""

    folder: Path
    qtbot: QtBot
    now: datetime = NOON
    told: list[str] = field(default_factory=list)
    open_things: ExitStack = field(default_factory=ExitStack)

    def start(self) -> Desk:
        folder = DataFolder(self.folder / "data")
        made = self.open_things.enter_context(open_services(folder, now=lambda: self.now))
        store = made.access.archive
        assert isinstance(store, SqliteStore)
        carriers = (ScriptedCarrier(channel) for channel in Channel)
        return self.seat(replace(made, outbox=make_outbox(store, *carriers)))

    def seat(self, services: Services) -> Desk:
        tasks = TaskRunner()
        self.open_things.callback(tasks.stop)
        desk = seat(self.qtbot, services, tasks)
        desk.utskick.file_told.connect(lambda _, line: self.told.append(line))
        return desk

    def end(self, desk: Desk) -> None:
        """As a person closes the window and the program then ends."""
        assert desk.window.close()
        self.open_things.close()

    def restart(self, desk: Desk) -> Desk:
        self.end(desk)
        return self.start()

    def write(self, *entries: dict[str, str]) -> Path:
        path = self.folder / "dagens.csv"
        path.write_bytes(table(*entries))
        return path


@pytest.fixture
def pc(tmp_path: Path, qtbot: QtBot) -> Iterator[Pc]:
    made = Pc(tmp_path, qtbot)
    yield made
    made.open_things.close()


@pytest.fixture
def desk(pc: Pc) -> Desk:
    """Three ready letters and one without an address."""
    made = pc.start()
    made.open(pc.write(*ENTRIES, NO_ADDRESS))
    return made


def test_a_window_that_is_opened_again_is_where_it_was_though_the_file_is_gone(pc: Pc, desk: Desk):
    desk.show(RowStatus.READY)
    desk.utskick._deciding._change((3,), lambda draft: draft.with_free_text("Ta hissen."))
    desk.worklist.decide(2, Decision.SKIP)
    desk.utskick._deciding.changed.emit((2,))
    desk.utskick.show_row(4)
    before = {row.row_no: row.draft for row in desk.worklist.rows}
    (pc.folder / "dagens.csv").unlink()

    again = pc.restart(desk)

    assert {row.row_no: row.draft for row in again.worklist.rows} == before
    assert again.worklist.row(2).status is RowStatus.LEFT_OUT
    assert again.shown.row_no == 4
    assert again.view.shows_list
    again.wait(lambda: not again.worklist.unchecked())


def test_a_list_of_another_day_says_so_before_anything_of_it_is_sent(pc: Pc, desk: Desk):
    same_day = pc.restart(desk)
    told_same_day = not same_day.view.notice.isHidden()
    pc.now = NOON + timedelta(days=7)

    again = pc.restart(same_day)

    assert not told_same_day
    assert again.view.notice.text.startswith("Listan lästes in 23 nov 12.00. Besök kan ha ändrats")
    assert not again.view.notice.isHidden()


def test_a_row_typed_by_hand_and_a_corrected_one_are_there_again(pc: Pc, desk: Desk):
    written = replace(desk.worklist.row(2).draft.booking, booking_id="EI-SKRIVEN")
    desk.utskick._deciding.add(written)
    other = replace(desk.worklist.row(3).draft.booking, booking_id="EI-RÄTTAD")
    touched = desk.worklist.correct(3, other)
    desk.utskick._deciding.changed.emit(touched)

    again = pc.restart(desk)

    (by_hand,) = again.worklist.by_hand
    assert again.worklist.row(by_hand).draft.booking.booking_id == "EI-SKRIVEN"
    assert again.worklist.row(3).draft.booking.booking_id == "EI-RÄTTAD"
    assert again.worklist.row(3).draft.said_by_file.booking_id == ENTRIES[1]["Undersöknings-id"]
    assert again.worklist.next_row_no() == by_hand + 1


def test_the_file_can_be_read_again_after_a_restart_and_every_decision_stays(pc: Pc, desk: Desk):
    desk.worklist.decide(2, Decision.SKIP)
    desk.utskick._deciding.changed.emit((2,))
    again = pc.restart(desk)

    with again.qtbot.waitSignal(again.utskick.checked):
        again.window.commands.reload.trigger()

    assert again.worklist.row(2).draft.left_out
    assert [draft.booking.row_no for draft in again.worklist.decided()] == [2]


def test_a_visit_that_has_been_meanwhile_is_told(pc: Pc, desk: Desk):
    pc.now = NOON + timedelta(days=365)

    again = pc.restart(desk)

    assert {row.status for row in again.worklist.rows} == {RowStatus.BLOCKED}
    assert again.worklist.ready() == ()


def test_what_was_sent_before_the_restart_stands_as_sent_and_is_never_sent_again(
    pc: Pc, desk: Desk
):
    with desk.qtbot.waitSignal(desk.utskick.sent):
        desk.confirm().accept()
    sent = desk.kept(Status.SENT)
    utskick = desk.worklist.utskick

    again = pc.restart(desk)

    assert again.worklist.utskick == utskick
    assert again.worklist.counts().sent == 3
    assert again.worklist.ready() == ()
    assert again.kept(Status.SENT) == sent > 0


def test_the_status_bar_tells_when_it_was_kept_and_of_another_day_which(pc: Pc, desk: Desk):
    desk.wait(lambda: pc.told[-1:] != [] and "  ·  Sparat 12.00  ·  " in pc.told[-1])
    assert "inläst 12.00" in pc.told[-1]
    pc.now = NOON + timedelta(days=1)

    again = pc.restart(desk)

    line = again.window._file_line.text()
    assert "inläst 23 nov 12.00" in line
    assert "  ·  Sparat 23 nov 12.00  ·  " in line


def test_a_list_in_which_all_is_sent_or_left_out_is_let_go(pc: Pc, desk: Desk):
    folder = desk.services.data_folder
    desk.wait(folder.open_list_file.exists)
    desk.worklist.decide(5, Decision.SKIP)
    desk.utskick._deciding.changed.emit((5,))

    with desk.qtbot.waitSignal(desk.utskick.sent):
        desk.confirm().accept()

    desk.wait(lambda: not folder.open_list_file.exists())
    assert not pc.restart(desk).utskick.has_list


def test_a_decision_taken_back_in_a_finished_list_is_kept_again(pc: Pc, desk: Desk):
    folder = desk.services.data_folder
    desk.wait(folder.open_list_file.exists)
    for row_no in (2, 3, 4, 5):
        desk.worklist.change((row_no,), lambda draft: draft.leaving_out("Prov"))
    desk.utskick._deciding.changed.emit((2, 3, 4, 5))
    desk.wait(lambda: not folder.open_list_file.exists())

    desk.utskick._deciding.undo()

    again = pc.restart(desk)
    assert again.worklist.counts().of(RowStatus.LEFT_OUT) == 3


def test_another_list_takes_the_place_of_the_one_that_was_kept(pc: Pc, desk: Desk):
    desk.open_sample("paf.csv")

    again = pc.restart(desk)

    assert again.worklist.batch.care_system == "paf"


def test_a_damaged_list_is_told_in_a_sentence_and_the_file_can_be_opened(pc: Pc, desk: Desk):
    path = desk.services.data_folder.open_list_file
    pc.end(desk)
    path.write_bytes(b"not a database, whatever its name says" * 100)

    again = pc.start()

    assert not again.utskick.has_list
    assert again.view.reminder.text == (
        "Listan som var öppen är skadad och går inte att läsa, så öppna filen igen."
    )
    again.open(pc.folder / "dagens.csv")
    assert again.worklist.counts().total == 4


class FullDisk:
    """A shelf that can keep nothing until there is room."""

    def __init__(self, shelf: OpenListShelf) -> None:
        self._shelf = shelf
        self.is_full = True
        self.refused = 0

    def keep(self, kept: OpenList) -> None:
        self._require_room()
        self._shelf.keep(kept)

    def update(
        self, utskick: str, *, decided: Sequence[Draft], shown: int | None, at: datetime
    ) -> None:
        self._require_room()
        self._shelf.update(utskick, decided=decided, shown=shown, at=at)

    def read(self) -> OpenList | None:
        return self._shelf.read()

    def let_go(self) -> None:
        self._shelf.let_go()

    def _require_room(self) -> None:
        if self.is_full:
            self.refused += 1
            raise ListNotKept("Det du avgör kan inte sparas just nu.", "Frigör plats.")


def test_what_cannot_be_kept_is_told_and_kept_when_it_can_be(pc: Pc, desk: Desk):
    pc.end(desk)
    (pc.folder / "data" / "open_list.sqlite3").unlink()
    folder = DataFolder(pc.folder / "data")
    made = pc.open_things.enter_context(open_services(folder, now=lambda: NOON))
    disk = FullDisk(made.open_list)
    desk = pc.seat(replace(made, open_list=disk))

    desk.open(pc.folder / "dagens.csv")

    desk.wait(lambda: "  ·  Inte sparat  ·  " in pc.told[-1])
    assert desk.view.unsaved.text.startswith("Det du avgör kan inte sparas just nu.")
    disk.is_full = False
    desk.worklist.decide(2, Decision.SKIP)
    desk.utskick._deciding.changed.emit((2,))
    desk.wait(lambda: "  ·  Sparat 12.00  ·  " in pc.told[-1])
    assert desk.view.unsaved.isHidden()
    assert pc.restart(desk).worklist.row(2).draft.left_out


def test_what_cannot_be_kept_goes_on_being_told_whatever_is_decided_meanwhile(pc: Pc, desk: Desk):
    pc.end(desk)
    folder = DataFolder(pc.folder / "data")
    made = pc.open_things.enter_context(open_services(folder, now=lambda: NOON))
    disk = FullDisk(made.open_list)
    desk = pc.seat(replace(made, open_list=disk))
    desk.open(pc.folder / "dagens.csv")
    desk.wait(desk.view.unsaved.isVisible)
    refused = disk.refused

    desk.show(RowStatus.READY)
    desk.utskick._deciding._decide(Decision.SKIP)
    desk.wait(lambda: disk.refused > refused)

    assert desk.view.unsaved.isVisible()
    assert "Inte sparat" in desk.window._file_line.text()


def test_opening_a_list_in_which_all_is_sent_lets_the_earlier_one_go_too(pc: Pc, desk: Desk):
    with desk.qtbot.waitSignal(desk.utskick.sent):
        desk.confirm().accept()
    kept = desk.services.data_folder.open_list_file
    desk.open_sample("paf.csv")
    desk.wait(kept.exists)

    desk.utskick.open_files(pc.write(*ENTRIES))

    desk.wait(lambda: not kept.exists())
    assert not pc.restart(desk).utskick.has_list


def test_the_sheet_before_sending_says_when_a_list_of_another_day_was_read_in(pc: Pc, desk: Desk):
    pc.now = NOON + timedelta(days=7)
    again = pc.restart(desk)
    again.wait(lambda: len(again.worklist.ready()) == 3)

    sheet = again.confirm()
    told = sheet.accessibleDescription()
    sheet.reject()

    assert "Inläst måndag 23 november 2026 klockan 12.00." in told
