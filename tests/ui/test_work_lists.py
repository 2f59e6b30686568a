"""The filters of history, and its lists of work that waits whatever day it is from."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateEdit
from pytestqt.qtbot import QtBot

from app.adapters.store import SqliteStore
from app.dispatch import Status
from app.rows import RowStatus
from tests.desk import Desk, sure
from tests.fakes import (
    BOTH,
    NOON,
    ONLY_1177,
    UNIT,
    VISIT,
    bring_to,
    later,
    make_batch,
    make_booking,
    make_draft,
    make_preview,
    queue_letters,
)
from tests.rendered_letters import letter_services, rendered
from ui.history_filters import ALWAYS, MONTH, ONE_DAY, TODAY, WEEK
from ui.history_view import HistoryView
from ui.sent_letter_view import SentLetterView
from ui.task_runner import TaskRunner
from ui.work_lists import WorkList


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore(tmp_path / "history.sqlite3") as store:
        yield store


@pytest.fixture
def view(qtbot: QtBot, store: SqliteStore) -> Iterator[HistoryView]:
    tasks = TaskRunner()
    view = HistoryView(SentLetterView())
    qtbot.addWidget(view)
    view.resize(1366, 700)
    view.attach(letter_services(archive=store), tasks)
    view.show()
    yield view
    tasks.stop()


def choose(view: HistoryView, name: str, text: str) -> None:
    boxes = view.findChildren(QComboBox)
    next(box for box in boxes if box.accessibleName() == name).setCurrentText(text)


def listed(view: HistoryView) -> list[int]:
    return [one.row_no for one in view.lists.model.dispatches]


def number(view: HistoryView) -> str:
    return view.filters._number.text()


@pytest.fixture
def of_many_days(store: SqliteStore) -> SqliteStore:
    """Rows 2 to 5: of today, three days ago, twenty and sixty."""
    for row_no, days in ((2, 0), (3, 3), (4, 20), (5, 60)):
        preview = make_preview(make_draft(make_booking(row_no)))
        queue_letters(store, [preview], now=NOON - timedelta(days=days))
    return store


@pytest.mark.parametrize(
    ("period", "rows"),
    [(TODAY, [2]), (WEEK, [3, 2]), (MONTH, [4, 3, 2]), (ALWAYS, [5, 4, 3, 2])],
)
def test_a_period_lists_its_days(view, of_many_days, qtbot, period, rows):
    choose(view, "Dag", period)
    view.refresh()

    qtbot.waitUntil(lambda: listed(view) == rows)
    hits = "1 träff" if len(rows) == 1 else f"{len(rows)} träffar"
    qtbot.waitUntil(lambda: number(view) == hits)


def test_a_chosen_day_is_listed_and_balanced(view, of_many_days, qtbot):
    day = NOON - timedelta(days=20)
    batch = make_batch([make_booking(4)], read_at=day)
    of_many_days.record_batch("då", batch=batch)

    choose(view, "Dag", ONE_DAY)
    field = view.filters.findChild(QDateEdit)
    field.setDate(QDate(day.year, day.month, day.day))

    qtbot.waitUntil(lambda: listed(view) == [4])
    qtbot.waitUntil(lambda: view.day.text() == "Tisdag 3 november 2026")
    assert field.isVisible()
    assert field.accessibleName() == "Vald dag"


def test_a_day_without_letters_says_which(view, qtbot):
    choose(view, "Dag", ONE_DAY)
    view.filters._day.setDate(QDate(2026, 11, 1))

    sentence = "Inget skickat 1 november 2026."
    qtbot.waitUntil(lambda: view.lists.empty._text.text() == sentence)


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("Dag", WEEK, "Inget skickat under perioden."),
        ("Dag", ALWAYS, "Inget skickat än."),
        ("Kanal", "Brev", "Inget skickat med det här urvalet."),
    ],
)
def test_an_empty_list_says_why(view, qtbot, name, text, sentence):
    choose(view, name, text)

    qtbot.waitUntil(lambda: view.lists.empty._text.text() == sentence)


def test_channel_unit_and_words_narrow_the_list_together(view, store, qtbot):
    unit = replace(UNIT, hsa_id="SE-EXEMPEL-0002", name="Öra, näsa, hals")
    elsewhere = [replace(make_booking(no), unit=unit) for no in (8, 9)]
    for one in (make_booking(2), make_booking(3), *elsewhere):
        queue_letters(store, [make_preview(make_draft(one), route=BOTH)])
    view.refresh()
    qtbot.waitUntil(lambda: number(view) == "8 träffar")

    choose(view, "Kanal", "Brev")
    choose(view, "Mottagning", "Öra, näsa, hals")
    view.filters.search.setText(elsewhere[0].patient.id.value)

    qtbot.waitUntil(lambda: listed(view) == [8])
    qtbot.waitUntil(lambda: number(view) == "1 träff")


def test_a_single_unit_is_no_choice(view, store, qtbot):
    queue_letters(store, [make_preview()])

    view.refresh()

    qtbot.waitUntil(lambda: view.filters._unit.count() == 2)
    assert not view.filters._unit.isVisible()


def chip(view: HistoryView, work_list: WorkList) -> str:
    return view.filters.chips.of[work_list].text()


def press(view: HistoryView, work_list: WorkList) -> None:
    view.filters.chips.of[work_list].trigger()


def test_what_was_refused_is_a_work_list_of_all_days_until_it_is_written_anew(view, store, qtbot):
    preview = rendered(make_draft(make_booking(2)), route=BOTH)
    message, page = queue_letters(store, [preview], now=NOON - timedelta(days=9))
    bring_to(store, message, Status.REJECTED)
    bring_to(store, page, Status.SENT)
    view.refresh()
    qtbot.waitUntil(lambda: chip(view, WorkList.REJECTED) == "Avvisad (1)")

    press(view, WorkList.REJECTED)
    qtbot.waitUntil(lambda: [one.id for one in view.lists.model.dispatches] == [message.id])
    again = make_preview(make_draft(make_booking(2), revision=2))
    bring_to(store, queue_letters(store, [again])[0], Status.SENT)
    view.refresh()

    qtbot.waitUntil(lambda: chip(view, WorkList.REJECTED) == "Avvisad (0)")
    sentence = "Inget avvisat väntar på en ny kallelse."
    qtbot.waitUntil(lambda: view.lists.empty._text.text() == sentence)


def test_another_choice_leaves_the_work_list(view, store, qtbot):
    bring_to(store, queue_letters(store, [make_preview()])[0], Status.REJECTED)
    view.refresh()
    qtbot.waitUntil(lambda: chip(view, WorkList.REJECTED) == "Avvisad (1)")
    press(view, WorkList.REJECTED)
    lit = view.filters.chips.lit

    choose(view, "Dag", TODAY)

    assert (lit, view.filters.chips.lit) == (WorkList.REJECTED, None)
    qtbot.waitUntil(lambda: listed(view) == [2])


@pytest.fixture
def with_file(view: HistoryView, store: SqliteStore, qtbot: QtBot) -> HistoryView:
    """A file of three rows: the first is sent, the second refused, the third never made."""
    bookings = [make_booking(row_no) for row_no in (2, 3, 4)]
    store.record_batch("utskick-1", batch=make_batch(bookings, file_name="agfa.csv"))
    for one, status in zip(bookings, (Status.SENT, Status.REJECTED), strict=False):
        (queued,) = queue_letters(store, [rendered(make_draft(one), route=ONLY_1177)])
        bring_to(store, queued, status)
    view.refresh()
    qtbot.waitUntil(lambda: chip(view, WorkList.NOT_CALLED) == "Bokad men inte kallad (2)")
    press(view, WorkList.NOT_CALLED)
    qtbot.waitUntil(lambda: view.lists.uncalled.rowCount() == 2)
    return view


def cells(view: HistoryView, row: int) -> list[str]:
    model = view.lists.uncalled
    return [model.data(model.index(row, column)) for column in range(model.columnCount())]


def test_booked_but_not_called_is_listed_with_what_is_known(with_file, store):
    name = store.of_bookings([make_booking(3).key])[make_booking(3).key][0].name

    assert cells(with_file, 0) == ["tis 12 jan 09.40", name, "Avvisad", "Prov.", "3", "agfa.csv"]
    assert cells(with_file, 1)[1:4] == [
        "–",
        "Ingen kallelse",
        "Öppna filen för att se vem och varför.",
    ]
    assert number(with_file) == "2 träffar"
    assert with_file.lists.currentWidget() is with_file.lists.uncalled_table


def test_a_screen_reader_hears_each_row_as_one_sentence(with_file):
    model = with_file.lists.uncalled

    spoken = model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == (
        "Ingen kallelse. Okänd patient. Tisdag 12 januari klockan 09.40."
        " Öppna filen för att se vem och varför. Rad 4."
    )
    table = QAccessible.queryAccessibleInterface(with_file.lists.uncalled_table)
    assert table.text(QAccessible.Text.Name) == "Bokade men inte kallade"


def test_the_letter_of_a_row_is_shown_and_of_one_without_a_letter_where_to_go(with_file, qtbot):
    table = with_file.lists.uncalled_table

    QTest.keyClick(table, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: with_file._opened is not None)
    QTest.keyClick(table, Qt.Key.Key_End)

    qtbot.waitUntil(lambda: with_file._opened is None)
    assert "Tryck Enter" in with_file.letter._sentence._text.text()


def test_a_first_row_with_a_letter_is_not_opened_until_somebody_chooses_it(with_file, qtbot):
    table = with_file.lists.uncalled_table
    with_file.filters.search.setFocus()

    with qtbot.assertNotEmitted(with_file.lists.dispatch_shown):
        table.setFocus()
    was_current = table.currentIndex().isValid()
    QTest.keyClick(table, Qt.Key.Key_Down)

    assert not was_current
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]
    qtbot.waitUntil(lambda: with_file._opened is not None)


@pytest.fixture
def never_made(view: HistoryView, store: SqliteStore, qtbot: QtBot) -> HistoryView:
    """A file of two rows that no letter has been made for, and the list of them."""
    store.record_batch("utskick-1", batch=make_batch([make_booking(2), make_booking(3)]))
    view.refresh()
    qtbot.waitUntil(view.filters.chips.of[WorkList.NOT_CALLED].isEnabled)
    press(view, WorkList.NOT_CALLED)
    qtbot.waitUntil(lambda: view.lists.uncalled.rowCount() == 2)
    return view


def test_the_first_row_without_a_letter_is_current_from_the_start(never_made, qtbot):
    table = never_made.lists.uncalled_table
    place = table.currentIndex().row()

    with qtbot.waitSignal(table.row_wanted) as wanted:
        QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Down)

    assert (place, table.currentIndex().row()) == (0, 1)
    assert wanted.args[0].row_no == 2


def test_the_current_row_stays_when_the_list_is_read_anew(never_made, store, qtbot):
    table = never_made.lists.uncalled_table
    QTest.keyClick(table, Qt.Key.Key_End)

    (queued,) = queue_letters(store, [rendered(make_draft(make_booking(2)), route=ONLY_1177)])
    bring_to(store, queued, Status.SENT)
    never_made.refresh()

    qtbot.waitUntil(lambda: never_made.lists.uncalled.rowCount() == 1)
    assert table.currentIndex().row() == 0


def test_a_letter_made_since_for_the_current_row_is_not_opened_by_itself(never_made, store, qtbot):
    table = never_made.lists.uncalled_table
    lists = never_made.lists

    queue_letters(store, [make_preview(make_draft(make_booking(2)))])
    never_made.refresh()

    qtbot.waitUntil(lambda: lists.uncalled.rows[0].letter is not None)
    assert not table.currentIndex().isValid()
    assert never_made._opened is None


def test_a_row_whose_file_is_not_open_says_so(with_file, qtbot):
    table = with_file.lists.uncalled_table
    table.selectRow(1)

    with qtbot.assertNotEmitted(with_file.row_wanted):
        QTest.keyClick(table, Qt.Key.Key_Return)

    assert with_file.notice.text.startswith("Listan ”agfa.csv” är inte öppen.")


def test_hidden_persons_are_hidden_there_too(with_file):
    before = cells(with_file, 0)[1]

    with_file.hide_persons()
    hidden = cells(with_file, 0)[1]
    with_file.show_persons()

    assert (hidden, cells(with_file, 0)[1]) == ("dolt", before)


def test_a_protected_identity_is_told_there_as_in_the_list_of_its_file(opened: Desk):
    history = sure(opened.window.history)
    opened.window.show_history()
    opened.wait(history.filters.chips.of[WorkList.NOT_CALLED].isEnabled)
    press(history, WorkList.NOT_CALLED)
    opened.wait(lambda: history.lists.uncalled.rowCount() > 0)
    rows = history.lists.uncalled.rows
    (place,) = (n for n, one in enumerate(rows) if one.is_masked)
    told = cells(history, place)
    history.hide_persons()

    assert told[:4] == ["–", "(skyddade uppgifter)", "Åtgärda", "Skyddade personuppgifter"]
    assert cells(history, place)[:4] == told[:4]
    model = history.lists.uncalled
    spoken = model.data(model.index(place, 0), Qt.ItemDataRole.AccessibleTextRole)
    row = f"Rad {rows[place].row_no}."
    assert spoken == f"Åtgärda. skyddade uppgifter. Skyddade personuppgifter. {row}"


def test_when_all_are_called_it_says_so(view, qtbot):
    view.filters.show_only(WorkList.NOT_CALLED)

    sentence = "Alla kommande besök i de senaste filerna är kallade."
    qtbot.waitUntil(lambda: view.lists.empty._text.text() == sentence)


def test_an_open_row_is_gone_to_whatever_the_list_leaves_out(opened: Desk):
    history = sure(opened.window.history)
    opened.window.show_history()
    opened.wait(history.filters.chips.of[WorkList.NOT_CALLED].isEnabled)
    press(history, WorkList.NOT_CALLED)
    opened.wait(lambda: history.lists.uncalled.rowCount() > 0)
    rows = history.lists.uncalled.rows
    place = next(n for n, one in enumerate(rows) if one.status == RowStatus.REVIEW.value)
    opened.view.search.setText("ingen heter så")

    history.lists.uncalled_table.selectRow(place)
    QTest.keyClick(history.lists.uncalled_table, Qt.Key.Key_Return)

    assert opened.shown.row_no == rows[place].row_no
    assert opened.bench.isVisible()
    assert opened.view.search.text() == ""


def test_a_late_visit_stands_last_and_one_that_has_been_is_gone(view, store, qtbot):
    bookings = [make_booking(2, at=None), make_booking(3), make_booking(4, at=later(hours=-1))]
    store.record_batch("utskick-1", batch=make_batch(bookings))
    view.refresh()
    qtbot.waitUntil(view.filters.chips.of[WorkList.NOT_CALLED].isEnabled)

    press(view, WorkList.NOT_CALLED)

    qtbot.waitUntil(lambda: view.lists.uncalled.rowCount() == 2)
    assert [one.visit_at for one in view.lists.uncalled.rows] == [VISIT, None]
    assert cells(view, 1)[0] == "Ingen bokad tid"
