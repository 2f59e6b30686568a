"""History on screen: listed, searched, and opened exactly as it was sent."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QTableView,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.adapters.store import SqliteStore
from app.adapters.store.sqlcipher import sqlite3
from app.bookings import ROWS_PER_FILE
from app.channels import Route
from app.content import Block
from app.dispatch import Dispatch, Status
from app.draft import Channel
from app.history import BatchRecord
from app.preview import Preview
from tests.fakes import (
    BOTH,
    NOON,
    ONLY_1177,
    ONLY_LETTER,
    bring_to,
    make_batch,
    make_booking,
    make_draft,
    make_previews,
    queue_letters,
)
from tests.rendered_letters import PAGES, letter_services, rendered
from tests.sample_letters import BLOCKS, LONG_BLOCKS
from ui.day_strip import DayStrip, balance
from ui.error_dialog import ErrorDialog, show_error
from ui.history_table import HistoryTable
from ui.history_view import HistoryView
from ui.message_sheet import MessageBody
from ui.message_view import MessageView
from ui.not_called_table import NotCalledTable
from ui.page_paper import Paper, PaperDesk
from ui.page_view import PageView
from ui.panes import focus_next
from ui.sent_letter_view import SentLetterView
from ui.task_runner import Lane, TaskRunner
from ui.work_lists import WorkList

Kind = TypeVar("Kind", bound=QWidget)


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


def one(view: QWidget, kind: type[Kind]) -> Kind:
    (found,) = view.findChildren(kind)
    return found


def texts(view: QWidget) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


def button(view: QWidget, text: str) -> QToolButton:
    return next(found for found in view.findChildren(QToolButton) if found.text() == text)


def chip(view: HistoryView, work_list: WorkList = WorkList.UNCLEAR) -> QAction:
    return view.filters.chips.of[work_list]


def choose(view: HistoryView, name: str, text: str) -> None:
    boxes = view.findChildren(QComboBox)
    next(box for box in boxes if box.accessibleName() == name).setCurrentText(text)


def listed(view: HistoryView) -> list[Dispatch]:
    return [view.lists.model.dispatch(row) for row in range(view.lists.model.rowCount())]


def send(
    store: SqliteStore, preview: Preview, *, status: Status = Status.SENT
) -> tuple[Dispatch, ...]:
    return tuple(bring_to(store, dispatch, status) for dispatch in queue_letters(store, [preview]))


def letter(
    row_no: int = 2, *, route: Route = ONLY_1177, blocks: tuple[Block, ...] = BLOCKS
) -> Preview:
    return rendered(make_draft(make_booking(row_no)), route=route, blocks=blocks)


def damage(history: Path) -> None:
    """Changes what is kept, by way of taking the file's own guards down."""
    with closing(sqlite3.connect(history)) as other:
        guards = other.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in guards:
            other.execute(f'DROP TRIGGER "{name}"')
        other.execute("UPDATE blob SET bytes = X'00'")
        other.commit()


def refresh(view: HistoryView, qtbot: QtBot, *, rows: int) -> None:
    view.refresh()
    qtbot.waitUntil(lambda: view.lists.model.rowCount() == rows)


def open_row(view: HistoryView, qtbot: QtBot, row: int, *, pane: type[QWidget]) -> None:
    view.lists.table.selectRow(row)
    qtbot.waitUntil(one(view, pane).isVisible)


def test_before_anything_is_sent_it_says_so(view, qtbot):
    with qtbot.waitSignal(view.lists.model.modelReset):
        view.refresh()

    assert "Inget skickat idag." in texts(view)
    qtbot.waitUntil(lambda: "Ingen bokningsfil inläst." in texts(view))


def test_todays_letters_are_listed_newest_first(view, store, qtbot):
    first, second = send(store, letter(2)) + send(store, letter(3))

    refresh(view, qtbot, rows=2)

    assert [dispatch.id for dispatch in listed(view)] == [second.id, first.id]


def test_another_days_letters_are_listed_when_they_are_asked_for(view, store, qtbot):
    queue_letters(store, [letter()], now=NOON - timedelta(days=3))
    with qtbot.waitSignal(view.lists.model.modelReset):
        view.refresh()
    today = view.lists.model.rowCount()

    choose(view, "Dag", "Alla dagar")

    qtbot.waitUntil(lambda: view.lists.model.rowCount() == 1)
    assert today == 0


def search_five_letters(view, store, qtbot):
    queue_letters(store, make_previews(5))
    refresh(view, qtbot, rows=5)
    with qtbot.waitActive(view):
        view.activateWindow()
    view.show_search()


def test_return_in_the_search_goes_to_what_was_found(view, store, qtbot):
    search_five_letters(view, store, qtbot)

    QTest.keyClick(view.filters.search, Qt.Key.Key_Return)

    assert view.lists.table.hasFocus()
    assert view.focusProxy() is view.lists


def test_a_list_that_takes_the_focus_opens_no_letter_until_one_is_chosen(view, store, qtbot):
    search_five_letters(view, store, qtbot)
    table = view.lists.table

    with qtbot.assertNotEmitted(table.dispatch_shown):
        QTest.keyClick(view.filters.search, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Down)

    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]


def test_return_without_a_hit_leaves_the_focus_in_the_search(view, store, qtbot):
    search_five_letters(view, store, qtbot)
    field = view.filters.search

    QTest.keyClicks(field, "xyz")
    qtbot.waitUntil(lambda: view.lists.model.rowCount() == 0)
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.clear()
    qtbot.waitUntil(lambda: view.lists.model.rowCount() == 5)

    assert field.hasFocus()


def test_the_list_follows_what_is_typed(view, store, qtbot):
    queue_letters(store, make_previews(5))
    refresh(view, qtbot, rows=5)
    field = view.filters.search

    QTest.keyClicks(field, "ek")

    qtbot.waitUntil(lambda: [d.name for d in listed(view)] == ["Ek, Lo"])


def test_a_search_without_hits_names_what_was_searched_letter_by_letter(view, qtbot):
    view.filters.search.setText("<b>finns inte</b>")

    sentence = "Inga träffar på ”<b>finns inte</b>”. Rensa sökningen, eller sök bland alla dagar."
    qtbot.waitUntil(lambda: sentence in texts(view))


def test_a_status_can_be_listed_alone(view, store, qtbot):
    send(store, letter(2))
    refused = send(store, letter(3), status=Status.REJECTED)
    refresh(view, qtbot, rows=2)

    choose(view, "Status", "Avvisad")

    qtbot.waitUntil(lambda: [d.id for d in listed(view)] == [refused[0].id])


def test_a_status_that_nothing_has_is_said_so(view, qtbot):
    choose(view, "Status", "Avbruten")

    qtbot.waitUntil(lambda: "Inget med statusen avbruten." in texts(view))


def test_what_is_unclear_is_counted_for_every_day_and_one_press_away(view, store, qtbot):
    yesterday = queue_letters(store, [letter(2)], now=NOON - timedelta(days=1))
    bring_to(store, yesterday[0], Status.UNKNOWN)
    send(store, letter(3))
    refresh(view, qtbot, rows=1)
    qtbot.waitUntil(lambda: chip(view).text() == "Oklart (1)")

    QTest.mouseClick(button(view, "Oklart (1)"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [d.id for d in listed(view)] == [yesterday[0].id])
    QTest.mouseClick(button(view, "Oklart (1)"), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: [d.status for d in listed(view)] == [Status.SENT])


def test_the_chip_is_lit_when_the_same_is_chosen_in_the_lists(view, store, qtbot):
    send(store, letter(), status=Status.UNKNOWN)
    refresh(view, qtbot, rows=1)

    choose(view, "Status", "Oklart")
    today = chip(view).isChecked()
    choose(view, "Dag", "Alla dagar")

    assert (today, chip(view).isChecked()) == (False, True)


def test_without_anything_unclear_the_chip_cannot_be_pressed(view, store, qtbot):
    send(store, letter())

    refresh(view, qtbot, rows=1)

    assert not button(view, "Oklart (0)").isEnabled()


def test_a_message_is_opened_from_the_bytes_that_were_sent(view, store, qtbot):
    (sent,) = send(store, letter(route=ONLY_1177))
    refresh(view, qtbot, rows=1)

    open_row(view, qtbot, 0, pane=MessageView)

    facts = store.open(sent.id).dispatch
    body = one(view, MessageBody).toPlainText()
    assert "Tisdag 12 januari 2027" in body
    assert facts.subject in texts(one(view, MessageView))
    assert f"Från: {facts.unit_name}" in texts(one(view, MessageView))
    assert not one(view, PageView).isVisible()


def test_a_letter_is_opened_from_the_bytes_that_were_sent(view, store, qtbot):
    (sent,) = send(store, letter(route=ONLY_LETTER))
    refresh(view, qtbot, rows=1)

    open_row(view, qtbot, 0, pane=PageView)
    with qtbot.waitSignal(view._reading.page_opened):
        one(view, PageView).show_zoom(1.0)

    raster = PAGES.render(store.open(sent.id).content, 0, dpi=96)
    kept = QImage(bytes(raster.pixels), raster.width, raster.height, QImage.Format.Format_RGB32)
    image = one(view, Paper).grab().toImage()
    places = [(x, y) for x in range(5, image.width(), 11) for y in range(5, image.height(), 7)]
    assert (image.width(), image.height()) == (kept.width(), kept.height())
    assert all(image.pixel(x, y) == kept.pixel(x, y) for x, y in places)


def test_the_proof_tells_who_when_what_and_why(view, store, qtbot):
    (sent,) = send(store, letter())
    refresh(view, qtbot, rows=1)
    open_row(view, qtbot, 0, pane=MessageView)

    QTest.mouseClick(button(view, "Händelser och kvittens"), Qt.MouseButton.LeftButton)

    told = texts(view)
    digest = sent.content_digest
    assert f"{digest[:32]}\n{digest[32:]}" in told
    assert "Det som visas är byte för byte det som skickades." in told
    assert {"Kvitto.", sent.reason, sent.reference, "Rad 2", "prov"} <= set(told)
    assert "23 nov 12.00 · Köad · prov\nPatienten har avisering i 1177." in told
    assert "23 nov 12.00 · Skickad · prov\nProv." in told


def test_what_else_bears_the_same_letter_id_is_told_beside_it(view, store, qtbot):
    message, page = send(store, letter(route=BOTH))
    again = rendered(replace(make_draft(), revision=2, copy_of=1), route=ONLY_LETTER)
    queue_letters(store, [again])
    refresh(view, qtbot, rows=3)
    open_row(view, qtbot, 2, pane=MessageView)

    QTest.mouseClick(button(view, "Händelser och kvittens"), Qt.MouseButton.LeftButton)

    assert message.reference == page.reference
    assert "23 nov 12.00 · Brev · Skickad\n23 nov 12.00 · Brev · Köad" in texts(view)


def test_a_letter_without_a_booked_time_says_so(view, store, qtbot):
    send(store, rendered(make_draft(make_booking(at=None)), route=ONLY_1177))
    refresh(view, qtbot, rows=1)

    open_row(view, qtbot, 0, pane=MessageView)
    QTest.mouseClick(button(view, "Händelser och kvittens"), Qt.MouseButton.LeftButton)

    assert any(text.endswith(", ingen bokad tid") for text in texts(view))
    assert "Ingen bokad tid" in texts(view)


def test_the_row_of_a_second_file_is_told_as_the_list_tells_it(view, store, qtbot):
    send(store, letter(ROWS_PER_FILE + 14))
    refresh(view, qtbot, rows=1)
    open_row(view, qtbot, 0, pane=MessageView)

    QTest.mouseClick(button(view, "Händelser och kvittens"), Qt.MouseButton.LeftButton)

    assert "Rad 2:14" in texts(view)


def test_an_unclear_letter_opens_with_its_explanation(view, store, qtbot):
    send(store, letter(), status=Status.UNKNOWN)
    refresh(view, qtbot, rows=1)

    open_row(view, qtbot, 0, pane=MessageView)

    assert "Oklart. Prov. Kallelsen skickas aldrig om av sig själv." in texts(view)


def test_a_refused_letter_opens_with_the_reason(view, store, qtbot):
    send(store, letter(), status=Status.REJECTED)
    refresh(view, qtbot, rows=1)

    open_row(view, qtbot, 0, pane=MessageView)

    assert "Avvisad. Prov." in texts(view)


def test_bytes_that_have_changed_since_are_never_shown(view, store, qtbot, tmp_path):
    send(store, letter())
    refresh(view, qtbot, rows=1)
    damage(tmp_path / "history.sqlite3")

    view.lists.table.selectRow(0)

    sentence = "Ett sparat brev i historiken har ändrats eller skadats."
    qtbot.waitUntil(lambda: any(sentence in text for text in texts(view)))
    assert not one(view, MessageView).isVisible()


def test_another_page_of_a_kept_letter_is_shown_when_it_is_asked_for(view, store, qtbot):
    send(store, letter(route=ONLY_LETTER, blocks=LONG_BLOCKS))
    refresh(view, qtbot, rows=1)
    open_row(view, qtbot, 0, pane=PageView)

    one(view, PaperDesk).turned.emit(1)

    qtbot.waitUntil(lambda: "Sida 2 av 2" in texts(view))


def test_a_refresh_keeps_the_letter_that_is_open(view, store, qtbot):
    send(store, letter(2))
    refresh(view, qtbot, rows=1)
    open_row(view, qtbot, 0, pane=MessageView)

    send(store, letter(3))
    refresh(view, qtbot, rows=2)

    assert view.lists.table.currentIndex().row() == 1
    qtbot.waitUntil(one(view, MessageView).isVisible)


def test_the_letter_before_never_stays_beside_another_row(view, store, qtbot, gate):
    send(store, letter(2))
    send(store, letter(3))
    refresh(view, qtbot, rows=2)
    open_row(view, qtbot, 0, pane=MessageView)
    view._reading._tasks.run(Lane.BATCH, gate.wait, done=lambda _: None, failed=show_error)

    view.lists.table.selectRow(1)
    left = one(view, MessageView).isVisible()
    qtbot.waitUntil(lambda: "Kallelsen hämtas ur historiken." in texts(view))
    gate.set()

    assert not left
    qtbot.waitUntil(one(view, MessageView).isVisible)
    assert "Kallelsen hämtas ur historiken." not in texts(view)


def test_a_letter_stays_while_the_very_same_is_read_again(view, store, qtbot, gate):
    send(store, letter())
    refresh(view, qtbot, rows=1)
    open_row(view, qtbot, 0, pane=MessageView)
    shown = view.lists.model.dispatch(0)
    view._reading._tasks.run(Lane.BATCH, gate.wait, done=lambda _: None, failed=show_error)

    view.lists.dispatch_shown.emit(shown)

    assert one(view, MessageView).isVisible()


def test_a_letter_that_the_list_no_longer_holds_is_closed(view, store, qtbot):
    send(store, letter())
    refresh(view, qtbot, rows=1)
    open_row(view, qtbot, 0, pane=MessageView)

    choose(view, "Status", "Avbruten")

    qtbot.waitUntil(lambda: not one(view, MessageView).isVisible())
    assert any("Välj en kallelse i listan" in text for text in texts(view))


def test_a_long_history_is_read_on_as_it_is_scrolled(view, store, qtbot):
    queue_letters(store, make_previews(230))
    refresh(view, qtbot, rows=200)

    view.lists.table.scrollToBottom()

    qtbot.waitUntil(lambda: view.lists.model.rowCount() == 230)


def test_home_and_end_go_to_the_lists_ends(view, store, qtbot):
    queue_letters(store, make_previews(5))
    refresh(view, qtbot, rows=5)
    view.lists.table.selectRow(2)
    places = []

    for key in (Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Down):
        QTest.keyClick(view.lists.table, key)
        places.append(view.lists.table.currentIndex().row())

    assert places == [4, 4, 0, 1]


def test_a_narrow_list_leaves_the_letter_type_to_the_opened_letter(view, qtbot):
    seen = []

    for width in (1366, 1100):
        view.resize(width, 700)
        hidden = [view.lists.table.isColumnHidden(column) for column in range(7)]
        seen.append(hidden.count(True))

    assert seen == [0, 2]


def test_the_day_strip_balances_what_was_read_in_with_what_is_sent(view, store, qtbot):
    bookings = [make_booking(row_no) for row_no in range(2, 7)]
    store.record_batch("utskick-1", batch=make_batch(bookings, file_name="agfa.csv"))
    send(store, letter(2))

    view.refresh()

    qtbot.waitUntil(lambda: "Inlästa 5 = skickade 1 + kvar 4" in texts(view))
    assert "agfa.csv · Agfa EI · inläst 12.00" in texts(view)


def test_letters_that_wait_to_leave_are_told_by_themselves_in_the_days_sum(view, store, qtbot):
    bookings = [make_booking(row_no) for row_no in range(2, 7)]
    store.record_batch("utskick-1", batch=make_batch(bookings, file_name="agfa.csv"))
    send(store, letter(2))
    queue_letters(store, [letter(3)])

    view.refresh()

    qtbot.waitUntil(lambda: "Inlästa 5 = skickade 1 + väntar 1 + kvar 3" in texts(view))


def test_a_day_without_files_is_not_taken_for_today(view, qtbot):
    choose(view, "Dag", "Vald dag")

    view.filters._day.setDate(QDate(2026, 1, 1))

    qtbot.waitUntil(lambda: "Torsdag 1 januari 2026" in texts(view))
    assert "Ingen bokningsfil inläst." in texts(view)


def test_the_day_strip_names_no_file_while_persons_are_hidden(qtbot):
    strip = DayStrip()
    qtbot.addWidget(strip)
    batch = BatchRecord("u1", "Anna Ek.csv", "Agfa EI", rows=5, sent_rows=5, read_at=NOON)

    strip.hide_persons()
    strip.show_batches([batch])
    hidden = [label.text() for label in strip.findChildren(QLabel)]
    strip.show_persons()

    assert "dolt · Agfa EI · inläst 12.00" in hidden
    assert not any("Anna" in text for text in hidden)
    assert any("Anna" in label.text() for label in strip.findChildren(QLabel))


def test_a_sum_that_does_not_add_up_is_said_so(qtbot):
    strip = DayStrip()
    qtbot.addWidget(strip)
    batch = BatchRecord("u1", "agfa.csv", "Agfa EI", rows=5, sent_rows=6, read_at=NOON)

    strip.show_batches([batch])

    (line,) = [label for label in strip.findChildren(QLabel) if label.text() == balance(batch)]
    assert balance(batch) == "Stämmer inte: inlästa 5, skickade 6"
    assert line.palette().windowText().color().name().upper() == "#A42700"


def test_a_day_of_many_files_scrolls_within_four_lines(qtbot):
    strip = DayStrip()
    qtbot.addWidget(strip)
    batch = BatchRecord("u1", "agfa.csv", "Agfa EI", rows=5, sent_rows=5, read_at=NOON)

    strip.show_batches([batch] * 3)
    three = strip.height()
    strip.show_batches([batch] * 9)

    assert (three, strip.height()) == (72, 96)


def test_a_hostile_name_is_words_everywhere(view, store, qtbot):
    booking = make_booking()
    hostile = replace(booking.patient, family_name="<img src=x>")
    send(store, rendered(make_draft(replace(booking, patient=hostile)), route=ONLY_1177))
    refresh(view, qtbot, rows=1)

    open_row(view, qtbot, 0, pane=MessageView)

    assert "<img src=x>, Märta" in texts(view)
    formats = {label.textFormat() for label in view.findChildren(QLabel) if label.text()}
    assert formats == {Qt.TextFormat.PlainText}


def test_both_channels_of_a_letter_are_rows_of_their_own(view, store, qtbot):
    send(store, letter(route=BOTH))

    refresh(view, qtbot, rows=2)

    assert {dispatch.channel for dispatch in listed(view)} == set(Channel)


def test_search_can_be_reached_by_the_windows_command(view, qtbot):
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)

    view.show_search()

    assert view.filters.search.hasFocus()


def test_every_pane_of_history_can_take_the_focus(view, store, qtbot):
    send(store, letter())
    refresh(view, qtbot, rows=1)
    open_row(view, qtbot, 0, pane=MessageView)
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    taken = []

    for pane in view.panes():
        focus_next([pane], step=1)
        taken.append(pane.isAncestorOf(QApplication.focusWidget() or view) or pane.hasFocus())

    assert taken == [True, True, True]


def test_nothing_in_history_can_be_edited(view, store, qtbot):
    send(store, letter())
    refresh(view, qtbot, rows=1)

    tables = view.findChildren(QTableView)
    lists = [table for table in tables if isinstance(table, HistoryTable | NotCalledTable)]
    assert [table.editTriggers() for table in lists] == [QTableView.EditTrigger.NoEditTriggers] * 2
    assert one(view, MessageBody).isReadOnly()


def test_without_services_nothing_is_asked(qtbot):
    view = HistoryView(SentLetterView())
    qtbot.addWidget(view)

    view.refresh()

    assert view.lists.model.rowCount() == 0


@pytest.fixture
def dialogs(qtbot: QtBot) -> Iterator[Callable[[], list[ErrorDialog]]]:
    """The error dialogs on screen; closed again afterwards."""

    def shown() -> list[ErrorDialog]:
        found = QApplication.topLevelWidgets()
        return [dialog for dialog in found if isinstance(dialog, ErrorDialog)]

    yield shown
    for dialog in shown():
        dialog.close()
        dialog.deleteLater()
    qtbot.waitUntil(lambda: not shown())


def test_a_history_that_cannot_be_read_is_said_so_and_can_be_asked_again(
    view, store, qtbot, tmp_path, dialogs
):
    send(store, letter())
    with closing(sqlite3.connect(tmp_path / "history.sqlite3")) as other:
        other.execute("ALTER TABLE dispatch RENAME TO gone")
    view.refresh()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    empty = view.lists.model.rowCount()

    with closing(sqlite3.connect(tmp_path / "history.sqlite3")) as other:
        other.execute("ALTER TABLE gone RENAME TO dispatch")
    refresh(view, qtbot, rows=1)

    assert empty == 0


def test_a_letter_that_cannot_be_drawn_is_said_so(view, store, qtbot, dialogs, monkeypatch):
    send(store, letter())
    refresh(view, qtbot, rows=1)
    monkeypatch.setattr(view._reading._services, "message_html", lambda _: 1 / 0)

    view.lists.table.selectRow(0)

    sentence = "Kallelsen kunde inte öppnas. Välj den igen i listan."
    qtbot.waitUntil(lambda: sentence in texts(view))
    assert len(dialogs()) == 1


def test_no_page_is_asked_for_where_no_letter_is_open(view, store, qtbot):
    with qtbot.assertNotEmitted(view._reading.page_opened):
        view.letter.page_wanted.emit(1, 96.0)
        refresh(view, qtbot, rows=0)
