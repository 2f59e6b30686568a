"""A newer file in the bookings' folder is told of once, and opened with the usual key."""

import os
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.services import Services
from app.swedish_dates import STOCKHOLM
from tests.desk import Desk, seat, sure
from tests.exports import table
from tests.ui.conftest import ENTRIES
from ui.file_saving import FileSaving
from ui.newer_file import NewerFile, newest_file
from ui.notices import NewFileBar
from ui.settings_keeping import SettingsKeeping
from ui.task_runner import TaskRunner

EARLIER = datetime(2026, 11, 23, 7, 5, tzinfo=STOCKHOLM)
LATER = datetime(2026, 11, 23, 8, 12, tzinfo=STOCKHOLM)


def put(folder: Path, name: str, *, at: datetime) -> Path:
    """A file of bookings that was written at a time."""
    path = folder / name
    beside = folder.parent / name
    beside.write_bytes(table(*ENTRIES))
    os.utime(beside, (at.timestamp(), at.timestamp()))
    beside.rename(path)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "bokningar"
    folder.mkdir()
    put(folder, "i går.csv", at=EARLIER)
    return folder


@pytest.fixture
def watching(qtbot: QtBot, own_services: Services, tasks: TaskRunner, folder: Path) -> Desk:
    own_services.setup.choices.choose("bookings_folder", str(folder))
    return seat(qtbot, own_services, tasks)


@pytest.fixture
def out_of_reach(own_services: Services, tmp_path: Path) -> Path:
    """The chosen folder, of which the operating system tells nothing but an error.

    As of one that may not be entered; but who runs the tests may perhaps enter any.
    """
    folder = tmp_path / ("x" * 300)
    choices = own_services.setup.choices
    choices.chosen = choices.chosen.model_copy(update={"bookings_folder": str(folder)})
    return folder


def recent_button(desk: Desk) -> QPushButton:
    buttons = desk.view.start_page.findChildren(QPushButton)
    return next(one for one in buttons if one.text() == "i går.csv")


def bar(desk: Desk) -> NewFileBar:
    return desk.view.new_file


def test_what_lies_there_already_is_no_news(watching: Desk):
    assert not bar(watching).isVisible()


def test_a_newer_file_is_told_of_with_its_time(watching: Desk, folder: Path):
    put(folder, "i dag.csv", at=LATER)

    watching.wait(bar(watching).isVisible)

    assert bar(watching).text == "Ny bokningsfil från 08.12."


def test_an_older_file_and_one_of_another_kind_are_no_news(
    qtbot: QtBot, qapp: QApplication, folder: Path
):
    newer = NewerFile(qapp)
    newer.watch(folder)
    put(folder, "äldre.csv", at=EARLIER.replace(hour=6))
    put(folder, "protokoll.pdf", at=LATER)

    with qtbot.assertNotEmitted(newer.came):
        newer._look()


def test_it_is_told_of_once(watching: Desk, folder: Path):
    put(folder, "i dag.csv", at=LATER)
    watching.wait(bar(watching).isVisible)
    bar(watching).hide()

    newer = sure(watching.window.findChild(NewerFile))
    with watching.qtbot.assertNotEmitted(newer.came):
        newer._look()


def test_it_goes_when_the_file_has_been_opened(watching: Desk, folder: Path):
    path = put(folder, "i dag.csv", at=LATER)
    watching.wait(bar(watching).isVisible)

    watching.open(path)

    assert not bar(watching).isVisible()


def test_its_button_opens_the_dialog_that_has_the_newest_selected(watching: Desk, folder: Path):
    put(folder, "i dag.csv", at=LATER)
    watching.wait(bar(watching).isVisible)

    with watching.qtbot.waitSignal(watching.window.commands.open.triggered):
        bar(watching).open.click()


def test_an_opened_file_is_offered_the_next_time_by_its_name(
    watching: Desk, qtbot: QtBot, own_services: Services, tasks: TaskRunner, folder: Path
):
    watching.open(folder / "i går.csv")

    again = seat(qtbot, own_services, tasks)

    with qtbot.waitSignal(again.view.start_page.file_wanted) as wanted:
        recent_button(again).click()
    assert wanted.args == [folder / "i går.csv"]


def test_a_sample_is_not_among_the_files_that_were_opened_last(
    watching: Desk, own_services: Services
):
    watching.open_sample()

    assert not own_services.data_folder.recent_files.exists()


def choose_folder(desk: Desk, folder: Path | None) -> None:
    """As in Inställningar."""
    keeping = sure(desk.window.findChild(SettingsKeeping))
    with desk.qtbot.waitSignal(keeping.kept):
        keeping.choose("bookings_folder", str(folder or ""))


def test_a_folder_that_is_chosen_while_the_window_is_open_is_watched_in_place_of_the_first(
    watching: Desk, folder: Path, tmp_path: Path
):
    other = tmp_path / "andra"
    other.mkdir()
    put(other, "även i går.csv", at=EARLIER)
    choose_folder(watching, other)
    put(folder, "i dag.csv", at=LATER)

    sure(watching.window.findChild(NewerFile))._look()
    told_of_the_first = bar(watching).isVisible()
    put(other, "även i dag.csv", at=LATER)
    watching.wait(bar(watching).isVisible)

    assert not told_of_the_first


def test_what_is_told_of_a_folder_goes_when_none_is_chosen_any_more(watching: Desk, folder: Path):
    put(folder, "i dag.csv", at=LATER)
    watching.wait(bar(watching).isVisible)

    choose_folder(watching, None)

    assert not bar(watching).isVisible()


def test_lists_and_receipts_are_saved_where_the_folder_is_now(watching: Desk, tmp_path: Path):
    other = tmp_path / "andra"
    other.mkdir()
    choose_folder(watching, other)

    savings = watching.window.findChildren(FileSaving)

    assert len(savings) == 2
    assert {saving._start() for saving in savings} == {other}


@pytest.mark.usefixtures("out_of_reach")
def test_a_folder_that_may_not_be_entered_keeps_nobody_from_opening_bookings(
    qtbot: QtBot, own_services: Services, tasks: TaskRunner
):
    desk = seat(qtbot, own_services, tasks)

    desk.window.commands.open.trigger()

    dialog = sure(desk.view.findChild(QFileDialog))
    assert Path(dialog.directory().path()) == own_services.samples[0].parent
    dialog.reject()


@pytest.mark.usefixtures("out_of_reach")
def test_where_the_folder_may_not_be_entered_files_are_saved_at_home(
    qtbot: QtBot, own_services: Services, tasks: TaskRunner
):
    desk = seat(qtbot, own_services, tasks)

    savings = desk.window.findChildren(FileSaving)

    assert {saving._start() for saving in savings} == {Path.home()}


def test_a_folder_that_is_closed_while_it_is_watched_has_no_newest_file(out_of_reach: Path):
    assert newest_file(out_of_reach) is None
