"""A kept export layout can be found, changed and taken away; none is lost without a word."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.layouts import DateOrder, OwnLayout
from app.services import Services
from tests.desk import Desk, seat, sure
from tests.exports import AGFA_EI
from tests.ui.conftest import keep_reading
from tests.ui.test_mapping_view import ANSWERS, DAY, OWN, ask, choose, fill, renamed, told
from ui.error_dialog import ErrorDialog
from ui.mapping_view import MappingView
from ui.own_layouts import LayoutsDialog
from ui.task_runner import TaskRunner

HEADER = ("Ref", "Pnr", "Vem", "När", "Vad", "Kod", "Rum")
KEPT = OwnLayout(
    name="Lab, egen lista",
    care_system="agfa_ei",
    columns={
        "booking_id": "Ref",
        "person_id": "Pnr",
        "name": "Vem",
        "starts_at": "När",
        "care_service": "Vad",
        "examination_code": "Kod",
    },
    header=HEADER,
    unit="SE2321000057-EXEMPEL1",
    date_order=DateOrder.MONTH_FIRST,
)
SENDER = OwnLayout(name="Avdelning 9", care_system="sectra", senders=("AVDELNING 9",))


@pytest.fixture
def own_desk(qtbot: QtBot, own_services: Services, tasks: TaskRunner) -> Desk:
    own_services.layouts.keep(KEPT)
    return seat(qtbot, own_services, tasks)


def listed(desk: Desk) -> LayoutsDialog:
    desk.window.commands.own_layouts.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LayoutsDialog)
    return dialog


def reopened(desk: Desk) -> MappingView:
    listed(desk).change.click()
    view = sure(desk.view.findChild(MappingView))
    assert view.isVisible()
    return view


def names(desk: Desk) -> list[str]:
    return sorted(one.name for one in desk.services.layouts.layouts())


def test_every_kept_layout_is_listed_by_its_name(own_desk: Desk):
    own_desk.services.layouts.keep(SENDER)

    dialog = listed(own_desk)

    shown = [dialog.list.item(at).text() for at in range(dialog.list.count())]
    assert sorted(shown) == ["Avdelning 9", "Lab, egen lista"]
    dialog.reject()


def test_where_none_is_kept_the_list_says_how_one_comes_to_be(desk: Desk):
    dialog = listed(desk)

    assert dialog.told.text().startswith("Inga egna exportlayouter är sparade.")
    assert not dialog.change.isEnabled()
    assert not dialog.remove.isEnabled()
    dialog.reject()


def test_a_layout_is_opened_again_with_all_that_was_answered(own_desk: Desk):
    view = reopened(own_desk)

    assert "Ändra exportlayouten" in told(view)
    assert view.name.text() == KEPT.name
    assert view.form.columns["person_id"].currentText() == "Pnr"
    assert view.form.unit.currentData() == KEPT.unit
    assert view.form.date_order.currentText() == "månad först"
    assert not view.use.isVisible()


def test_a_change_is_kept_in_the_old_ones_place_and_nothing_else_of_it_is_lost(own_desk: Desk):
    view = reopened(own_desk)

    choose(view.form.columns["place"], "Rum")
    view.keep.click()
    own_desk.wait(lambda: "är sparad" in own_desk.view.notice.text)

    (kept,) = own_desk.services.layouts.layouts()
    assert kept.columns == KEPT.columns | {"place": "Rum"}
    assert (kept.unit, kept.date_order) == (KEPT.unit, KEPT.date_order)
    assert own_desk.view.start_page.isVisible()


def test_a_change_is_kept_though_the_window_is_closed_at_once(own_desk: Desk, tasks: TaskRunner):
    view = reopened(own_desk)
    choose(view.form.columns["place"], "Rum")
    keep_reading(tasks)

    view.keep.click()
    own_desk.window.close()
    tasks.stop()

    (kept,) = own_desk.services.layouts.layouts()
    assert kept.columns["place"] == "Rum"


def test_a_layout_is_taken_away_though_the_window_is_closed_at_once(
    own_desk: Desk, tasks: TaskRunner
):
    dialog = listed(own_desk)
    keep_reading(tasks)

    dialog.remove.click()
    dialog.reject()
    own_desk.window.close()
    tasks.stop()

    assert names(own_desk) == []


def test_a_layout_that_gets_another_name_is_not_kept_twice(own_desk: Desk):
    view = reopened(own_desk)

    view.name.setText("Nytt namn")
    view.keep.click()
    own_desk.wait(lambda: "är sparad" in own_desk.view.notice.text)

    assert names(own_desk) == ["Nytt namn"]


def test_a_sender_is_opened_again_with_its_care_system(own_desk: Desk):
    own_desk.services.layouts.remove(KEPT)
    own_desk.services.layouts.keep(SENDER)

    view = reopened(own_desk)

    assert "AVDELNING 9" in told(view)
    assert view.form.care_system.currentText() == "Sectra"
    assert view.keep.isEnabled()


def test_a_change_can_be_left(own_desk: Desk):
    view = reopened(own_desk)

    choose(view.form.columns["place"], "Rum")
    view.cancel_wanted.emit()

    assert own_desk.services.layouts.layouts() == (KEPT,)
    assert own_desk.view.start_page.isVisible()


def test_an_open_file_is_read_by_the_changed_layout_when_it_is_read_again(
    own_desk: Desk, tmp_path: Path
):
    own_desk.services.layouts.remove(KEPT)
    view = ask(own_desk, tmp_path / "egen.csv", renamed(OWN, AGFA_EI | DAY))
    fill(view, ANSWERS)
    with own_desk.qtbot.waitSignal(own_desk.utskick.checked):
        view.keep.click()

    choose(reopened(own_desk).form.columns["referred_by"], "– finns inte –")
    view.keep.click()
    own_desk.wait(lambda: "är sparad" in own_desk.view.notice.text)
    with own_desk.qtbot.waitSignal(own_desk.utskick.checked):
        own_desk.window.commands.reload.trigger()

    assert own_desk.worklist.rows[0].draft.booking.visit.referred_by == ""


def test_a_layout_is_taken_away_and_its_files_are_asked_about_again(own_desk: Desk):
    dialog = listed(own_desk)

    dialog.remove.click()
    own_desk.wait(lambda: names(own_desk) == [])

    assert dialog.told.text() == f"Exportlayouten {KEPT.name} är borttagen."
    assert dialog.list.count() == 0
    dialog.reject()


def test_what_was_taken_away_can_be_had_back(own_desk: Desk):
    dialog = listed(own_desk)
    dialog.remove.click()
    own_desk.wait(lambda: names(own_desk) == [])

    dialog.restore.click()
    own_desk.wait(lambda: names(own_desk) == [KEPT.name])

    assert dialog.list.item(0).text() == KEPT.name
    assert not dialog.restore.isVisible()
    dialog.reject()


@pytest.mark.parametrize("name", ["Lab, egen lista", "lab egen LISTA"])
def test_a_second_layout_never_takes_the_place_of_one_with_its_name(
    own_desk: Desk, tmp_path: Path, name: str
):
    view = ask(own_desk, tmp_path / "egen.csv", renamed(OWN, AGFA_EI | DAY))
    fill(view, ANSWERS)

    view.name.clear()
    QTest.keyClicks(view.name, name)
    QTest.keyClick(view.name, Qt.Key.Key_Return)

    assert "En annan exportlayout har redan det namnet." in told(view)
    assert not view.keep.isEnabled()
    assert view.use.isEnabled()
    assert own_desk.services.layouts.layouts() == (KEPT,)


def test_a_broken_layout_is_named_instead_of_a_list(own_desk: Desk):
    folder = own_desk.services.data_folder.layouts
    (folder / "trasig.toml").write_text("name = ")

    own_desk.window.commands.own_layouts.trigger()

    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ErrorDialog)
    assert "trasig.toml" in dialog.text()
    dialog.close()
