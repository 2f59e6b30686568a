"""The section on purging by keyboard: looked at, laid forth, confirmed by another, stopped."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.access_desk import AccessDesk
from app.access_log import NO_WORKPLACE
from app.access_writer import AccessWriter
from app.adapters.store import SqliteStore
from app.dispatch import Status
from app.documents import Documents
from app.purge import PurgeState
from app.retention import RetentionRules, Rule, load_retention
from app.retention_desk import RetentionDesk
from app.services import Services
from app.users import Permissions, User
from tests.fakes import bring_to, later, make_draft, make_preview, make_previews, queue_letters
from tests.rendered_letters import DOCUMENTS
from tests.ui.conftest import keep_reading
from ui.asked_words import AskedWords
from ui.retaining import Retaining
from ui.retention_page import RetentionPage
from ui.task_runner import TaskRunner

DECIDED = RetentionRules(rules=(Rule(letter_types=("*",), keep_years=1, decision="Dnr PROV 1"),))
ASSUMED = RetentionRules(rules=(Rule(letter_types=("*",), keep_years=1),))
LATER = later(days=3 * 366)


@dataclass
class RetentionServices:
    """The part of `app.services.Services` that is asked for."""

    retention: RetentionDesk
    setup: SimpleNamespace
    documents: Documents = DOCUMENTS


@dataclass
class Counter:
    """Where one sits: somebody who is logged in, with the section open."""

    page: RetentionPage
    desk: RetentionDesk
    qtbot: QtBot
    tasks: TaskRunner

    def wait(self, condition: Callable[[], bool] = lambda: True) -> None:
        self.qtbot.waitUntil(lambda: self.tasks.idle and condition())

    def press(self, button: QPushButton) -> None:
        """By keyboard, as Tab comes to it."""
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    def sheet(self) -> AskedWords:
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, AskedWords)
        return sheet

    def state(self) -> PurgeState:
        return self.desk.purges()[0].state


Seat = Callable[..., Counter]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore(tmp_path / "history.sqlite3") as made:
        yield made


@pytest.fixture
def seat(
    qtbot: QtBot,
    store: SqliteStore,
    tasks: TaskRunner,
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> Seat:
    def made(login: str, *, rules: RetentionRules = DECIDED) -> Counter:
        writer = AccessWriter(store, who=login, workplace=NO_WORKPLACE, now=lambda: LATER)
        request.addfinalizer(writer.close)
        access = AccessDesk(Permissions.open_to(User(login)), writer, store, lambda: LATER)
        desk = RetentionDesk(store, lambda: rules, access=access, now=lambda: LATER)
        chosen = SimpleNamespace(bookings_folder=str(tmp_path))
        setup = SimpleNamespace(choices=SimpleNamespace(chosen=chosen))
        page = RetentionPage()
        qtbot.addWidget(page)
        page.resize(1100, 900)
        page.show()
        Retaining(cast("Services", RetentionServices(desk, setup)), tasks, page)
        counter = Counter(page, desk, qtbot, tasks)
        counter.wait(page.look.isEnabled)
        return counter

    return made


def sent(store: SqliteStore, count: int = 3) -> None:
    for one in queue_letters(store, make_previews(count)):
        bring_to(store, one, Status.SENT)


def cells(table) -> list[list[str]]:
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_a_table_without_lines_says_so_in_words(store, seat):
    page = seat("anna").page

    tables = [page.going, page.staying, page.purges, page.holds]

    assert [table.accessibleDescription() for table in tables] == [
        "Ingen kallelse gallras nu.",
        "Ingen kallelse blir kvar.",
        "Ingen gallring har lagts fram.",
        "Ingen spärr har lagts.",
    ]


def test_a_table_with_lines_says_nothing_else(store, seat):
    sent(store)

    page = seat("anna").page

    assert page.going.accessibleDescription() == ""


def test_assumed_rules_are_shown_and_cannot_be_carried_out(store, seat):
    sent(store)

    page = seat("anna", rules=ASSUMED).page

    assert "Antagen, inget beslut." in page.rules.text()
    assert "3 kallelser skulle gallras" in page.told.text
    assert "bara förhandsgranskas" in page.told.text
    assert not page.ask.isEnabled()


def test_what_goes_and_what_stays_is_told_by_kind_and_year(store, seat):
    sent(store)
    queue_letters(store, [make_preview(make_draft(revision=2))])

    page = seat("anna").page

    assert [line[:3] for line in cells(page.going)] == [["Kallelse till röntgen", "2026", "2"]]
    assert [(line[2], line[5]) for line in cells(page.staying)] == [
        ("1", "En annan kallelse till samma bokning är öppen"),
        ("1", "Väntar, skickas eller är oklar"),
    ]


def test_one_lays_forth_another_writes_the_number_and_it_is_purged(store, seat):
    sent(store)
    anna = seat("anna")
    anna.press(anna.page.ask)
    anna.wait(anna.page.withdraw.isEnabled)
    own = anna.page.confirm.isEnabled()
    bo = seat("bo")

    bo.press(bo.page.confirm)
    sheet = bo.sheet()
    QTest.keyClicks(sheet.field, "2")
    wrong = sheet.accept_button.isEnabled()
    QTest.keyClick(sheet.field, Qt.Key.Key_Backspace)
    QTest.keyClicks(sheet.field, "3")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    bo.wait(lambda: "klar" in bo.page.notice.text)

    assert (own, wrong) == (False, False)
    assert bo.state() is PurgeState.DONE
    assert cells(bo.page.purges)[0][1:] == ["anna", "bo", "3", "Klar"]


def test_a_purge_that_was_cut_off_is_gone_on_with_by_its_button(store, seat):
    sent(store)
    anna, bo = seat("anna"), seat("bo")
    anna.desk.ask(anna.desk.look())
    purge = bo.desk.under_way()
    assert purge
    bo.desk.confirm(purge)
    bo.desk.take_portion(purge)

    again = seat("cia")
    told = again.page.told.text
    again.press(again.page.go_on)
    again.wait(lambda: "klar" in again.page.notice.text)

    assert "bekräftad men inte klar" in told
    assert again.state() is PurgeState.DONE


def test_a_purge_can_be_stopped_and_gone_on_with(store, seat):
    sent(store)
    bo = seat("bo")
    seat("anna").desk.ask(bo.desk.look())
    purge = bo.desk.under_way()
    assert purge
    bo.desk.confirm(purge)
    bo.press(bo.page.look)
    bo.wait(bo.page.go_on.isEnabled)

    bo.press(bo.page.go_on)
    bo.press(bo.page.stop)
    bo.wait(lambda: "stoppad" in bo.page.notice.text)

    assert bo.state() is PurgeState.CONFIRMED
    bo.wait(bo.page.go_on.isEnabled)


def test_what_was_laid_forth_can_be_withdrawn(store, seat):
    sent(store)
    anna = seat("anna")
    anna.press(anna.page.ask)
    anna.wait(anna.page.withdraw.isEnabled)

    anna.press(anna.page.withdraw)
    anna.wait(anna.page.ask.isEnabled)

    assert anna.state() is PurgeState.WITHDRAWN


def test_the_protocol_is_saved_as_a_pdf_with_the_ids(store, seat, tmp_path, reader):
    sent(store)
    bo = seat("bo")
    seat("anna").desk.ask(bo.desk.look())
    purge = bo.desk.under_way()
    assert purge
    bo.desk.confirm(purge)
    while bo.desk.take_portion(purge) is not None:
        pass
    bo.press(bo.page.look)
    bo.wait(lambda: bo.page.purges.rowCount() == 1)
    bo.page.purges.selectRow(0)

    bo.press(bo.page.protocol)
    dialog = bo.page.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "protokoll.pdf"))
    dialog.reject()
    bo.wait(lambda: "sparat" in bo.page.notice.text)

    with pikepdf.open(tmp_path / "protokoll.pdf") as pdf:
        (attached,) = pdf.attachments.values()
        assert attached.get_file().read_bytes().count(b"-") == 3 * 4
    assert reader.opened


def test_a_hold_is_lifted_with_a_reason(store, seat):
    bo = seat("bo")
    bo.desk.hold_person("198001022386", why="Tillsyn pågår.")
    bo.press(bo.page.look)
    bo.wait(lambda: bo.page.holds.rowCount() == 1)
    bo.page.holds.selectRow(0)

    bo.press(bo.page.lift)
    sheet = bo.sheet()
    before = sheet.accept_button.isEnabled()
    QTest.keyClicks(sheet.field, "Klar.")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    bo.wait(lambda: "hävd" in bo.page.notice.text)

    assert not before
    assert cells(bo.page.holds)[0] == [
        "En patients alla kallelser",
        "Tillsyn pågår.",
        "bo",
        cells(bo.page.holds)[0][3],
        "bo",
        "Klar.",
    ]
    assert not bo.page.lift.isEnabled()


def test_a_rule_file_that_is_wrong_is_told_where_one_looks(store, seat, tmp_path):
    bo = seat("bo")
    own = tmp_path / "gallring.toml"
    own.write_text("rules = 3", "utf-8")
    bo.desk._read_rules = lambda: load_retention(shipped=own, own=own)

    bo.press(bo.page.look)
    bo.wait(lambda: "gallring.toml går inte att använda" in bo.page.told.text)

    assert bo.page.look.isEnabled()


def test_what_is_laid_forth_just_before_the_window_is_closed_is_laid_forth(store, seat):
    sent(store)
    bo = seat("bo")
    keep_reading(bo.tasks)

    bo.press(bo.page.ask)
    bo.tasks.stop()

    assert bo.state() is PurgeState.ASKED


def test_a_purge_that_is_confirmed_just_before_the_window_is_closed_can_be_gone_on_with(
    store, seat
):
    sent(store)
    bo = seat("bo")
    bo.press(bo.page.ask)
    bo.wait(lambda: bool(bo.desk.purges()))
    eva = seat("eva")
    eva.press(eva.page.confirm)
    QTest.keyClicks(eva.sheet().field, "3")
    keep_reading(eva.tasks)

    QTest.keyClick(eva.sheet().field, Qt.Key.Key_Return)
    eva.tasks.stop()

    assert eva.state() is PurgeState.CONFIRMED
