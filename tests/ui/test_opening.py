"""From a file to the list: opened, refused, read again, searched; with the real services."""

import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.draft import Channel
from app.recent_files import RecentFiles
from app.rows import RowStatus
from app.services import Services
from tests.desk import PATIENCE, Desk, seat, sure
from tests.exports import AGFA_EI, table
from ui.keeping import Keeping
from ui.mapping_view import MappingView
from ui.task_runner import Lane, TaskRunner

CONTROL = Qt.KeyboardModifier.ControlModifier
ENTRY = AGFA_EI | {"Undersökningsdatum": "2027-01-12"}


def export(path: Path, *rows: dict[str, str]) -> Path:
    path.write_bytes(table(*rows))
    return path


def key(desk: Desk, which: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(desk.bench.bookings.table, which, modifier)


def page_words(desk: Desk) -> str:
    page = sure(desk.view.pages.currentWidget())
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_an_opened_file_is_listed_checked_and_balanced(desk: Desk):
    desk.open_sample()

    counts = desk.worklist.counts()
    bar = desk.view.dispatch_bar

    assert counts.total == 60
    assert counts.of(RowStatus.CHECKING) == 0
    assert bar.balance.text() == "Inlästa 60 = skickade 0 + kvar 60"
    ways = counts.ready_by_channel
    ready = counts.of(RowStatus.READY)
    assert bar.ready.text() == (
        f"{ready} klara: {ways[Channel.INBOX_1177]} till 1177, {ways[Channel.LETTER]} som brev"
    )


def test_enter_asks_for_a_file_as_soon_as_the_window_is_ready(desk: Desk):
    QTest.keyClick(sure(desk.window.focusWidget()), Qt.Key.Key_Return)

    dialog = sure(desk.window.findChild(QFileDialog))
    dialog.close()
    assert dialog.windowTitle() == "Öppna bokningar"


def test_the_first_row_is_the_most_urgent_and_has_the_focus(opened: Desk):
    opened.activate()

    assert opened.shown.status is RowStatus.BLOCKED
    assert opened.bench.bookings.table.hasFocus()


def file_dialog(desk: Desk) -> QFileDialog:
    desk.window.commands.open.trigger()
    return sure(desk.window.findChild(QFileDialog))


def test_the_open_dialog_starts_where_the_samples_are_and_opens_what_is_chosen(desk: Desk):
    dialog = file_dialog(desk)
    folder, chosen = Path(dialog.directory().absolutePath()), desk.services.samples[0]

    dialog.selectFile(str(chosen))
    with desk.qtbot.waitSignal(desk.utskick.checked):
        dialog.accept()

    assert folder == chosen.parent
    assert desk.worklist.batch.file_name == chosen.name


def test_the_open_dialog_has_selected_the_newest_file_of_any_kind(
    qtbot: QtBot, own_services: Services, tasks: TaskRunner, tmp_path: Path
):
    folder = tmp_path / "bokningar"
    folder.mkdir()
    for age, name in enumerate(("nyast.hl7", "äldre.csv", "äldst.xlsx", "annat.pdf")):
        (folder / name).write_bytes(b"")
        hours = -1 if name == "annat.pdf" else age
        os.utime(folder / name, times=(0, 1_000_000 - 3600 * hours))
    own_services.setup.choices.choose("bookings_folder", str(folder))
    desk = seat(qtbot, own_services, tasks)

    dialog = file_dialog(desk)

    assert [Path(path).name for path in dialog.selectedFiles()] == ["nyast.hl7"]
    dialog.reject()


def test_several_files_are_chosen_as_one_list(desk: Desk, tmp_path: Path):
    paths = [export(tmp_path / f"{n}.csv", ENTRY | {"Undersöknings-id": f"EI{n}"}) for n in (1, 2)]
    dialog = file_dialog(desk)

    with desk.qtbot.waitSignal(desk.utskick.checked):
        dialog.filesSelected.emit([str(path) for path in paths])

    assert {row.draft.booking.booking_id for row in desk.worklist.rows} == {"EI1", "EI2"}
    dialog.reject()


def drop(desk: Desk, *paths: Path) -> bool:
    """Whether the view takes files that are dragged over it and let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, CONTROL)
    desk.view.dragEnterEvent(enter)
    desk.view.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, CONTROL))
    return enter.isAccepted()


def test_a_dropped_file_is_opened(desk: Desk, tmp_path: Path):
    path = export(tmp_path / "dagens.csv", ENTRY)

    with desk.qtbot.waitSignal(desk.utskick.checked):
        taken = drop(desk, path)

    assert taken
    assert desk.worklist.batch.file_name == "dagens.csv"


def test_several_dropped_files_are_opened_as_one_list_and_read_again_together(
    desk: Desk, tmp_path: Path
):
    other = ENTRY | {"Undersöknings-id": "EI2", "Patient-id": "194302129046"}
    first, second = export(tmp_path / "a.csv", ENTRY), export(tmp_path / "b.csv", other)

    with desk.qtbot.waitSignal(desk.utskick.checked):
        drop(desk, second, first)
    export(second, other | {"Undersöknings-id": "EI3"})
    with desk.qtbot.waitSignal(desk.utskick.checked):
        desk.window.commands.reload.trigger()

    assert desk.worklist.batch.file_name == "a.csv + b.csv"
    assert {row.draft.booking.booking_id for row in desk.worklist.rows} == {"EI1", "EI3"}


def test_what_is_dropped_beside_files_is_left_alone(desk: Desk):
    data = QMimeData()
    data.setUrls([QUrl("https://exempel.se/a.csv")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton

    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, CONTROL)
    desk.view.dragEnterEvent(enter)

    assert not enter.isAccepted()


def copied(*rows: dict[str, str]) -> str:
    """What a spreadsheet puts on the clipboard."""
    return table(*rows, delimiter="\t", encoding="utf-8").decode()


def paste(desk: Desk, text: str) -> None:
    QApplication.clipboard().setText(text)
    QTest.keyClick(desk.window, Qt.Key.Key_V, CONTROL)


def test_a_copied_table_is_pasted_as_a_list_that_is_named_by_its_time(desk: Desk):
    with desk.qtbot.waitSignal(desk.utskick.checked):
        paste(desk, copied(ENTRY))

    assert desk.worklist.batch.file_name == "Inklistrat 12.00"
    assert [row.draft.booking.booking_id for row in desk.worklist.rows] == ["EI1"]


def test_a_pasted_table_is_read_again_from_memory_with_its_decisions(desk: Desk):
    with desk.qtbot.waitSignal(desk.utskick.checked):
        paste(desk, copied(ENTRY | {"Tolkspråk": "arabiska"}))
    key(desk, Qt.Key.Key_Space)
    QApplication.clipboard().setText("något annat")

    with desk.qtbot.waitSignal(desk.utskick.checked):
        desk.window.commands.reload.trigger()

    assert [row.status for row in desk.worklist.rows] == [RowStatus.READY]


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_clipboard_is_told_and_leaves_the_list(opened: Desk, text: str):
    before = opened.worklist

    paste(opened, text)

    assert opened.view.notice.text.startswith("Det finns ingen tabell att klistra in.")
    assert opened.worklist is before


def test_a_copied_text_that_is_no_table_is_refused(desk: Desk):
    paste(desk, "hej")
    desk.wait(desk.view.error_page.isVisible)

    assert desk.utskick.worklist is None


def test_text_is_pasted_into_the_search_field_when_that_has_the_focus(opened: Desk):
    before = opened.worklist
    opened.activate()
    opened.view.search.setFocus()

    QApplication.clipboard().setText("tall")
    QTest.keyClick(opened.view.search, Qt.Key.Key_V, CONTROL)

    assert opened.view.search.text() == "tall"
    assert opened.worklist is before


def test_a_table_with_headers_of_its_own_is_asked_about_when_pasted(desk: Desk):
    row = {"Ref" if name == "Undersöknings-id" else name: cell for name, cell in ENTRY.items()}
    paste(desk, copied(row))
    view = sure(desk.view.findChild(MappingView))
    desk.wait(view.isVisible)

    choice = view.form.columns["booking_id"]
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_R)
    with desk.qtbot.waitSignal(desk.utskick.checked):
        view.use.click()

    assert [row.draft.booking.booking_id for row in desk.worklist.rows] == ["EI1"]


def test_the_first_rows_of_a_long_file_are_shown_while_it_is_read(desk: Desk, tmp_path: Path):
    rows = [ENTRY | {"Undersöknings-id": f"EI{number}"} for number in range(2000)]
    # Somebody else: where the file is read to its end, history remembers whom it protects.
    protected = {"Skyddade uppgifter": "J", "Patientnamn": "Hemlig, Kim"}
    rows[1] |= protected | {"Patient-id": "194706112234"}
    page = desk.view.loading_page

    desk.utskick.open_files(export(tmp_path / "stor.csv", *rows))
    desk.wait(lambda: page.beginning.rowCount() > 0)

    beginning = [
        [sure(page.beginning.item(row, column)).text() for column in range(4)]
        for row in range(page.beginning.rowCount())
    ]
    assert len(beginning) == 8
    # That 1177 is silent is not said of somebody whom it has not been asked about.
    assert beginning[0] == ["tis 12 jan 08.15", "Ahlgren, Kristoffer", "", "2"]
    assert beginning[1] == ["–", "(skyddade uppgifter)", "Skyddade personuppgifter", "3"]


def test_a_refused_file_is_told_in_two_sentences_and_can_be_left(desk: Desk, tmp_path: Path):
    empty = tmp_path / "tom.csv"
    empty.write_bytes(b"")

    desk.utskick.open_files(empty)
    desk.wait(lambda: "tom" in page_words(desk))
    refused = page_words(desk)
    page = sure(desk.view.pages.currentWidget())
    back = next(b for b in page.findChildren(QPushButton) if b.text() == "Tillbaka")
    back.click()

    assert "tom.csv" in refused
    assert "Öppna dagens bokningar" in page_words(desk)


def test_a_refused_file_leaves_the_open_list_as_it_was(opened: Desk, tmp_path: Path):
    before = opened.worklist

    opened.utskick.open_files(tmp_path / "finns-inte.csv")
    page = opened.view.error_page
    opened.wait(page.isVisible)
    page.back_wanted.emit()

    assert opened.worklist is before
    assert opened.bench.isVisible()


def test_a_file_can_be_left_while_it_is_read(desk: Desk, tmp_path: Path):
    rows = [ENTRY | {"Undersöknings-id": f"EI{number}"} for number in range(2000)]

    desk.utskick.open_files(export(tmp_path / "stor.csv", *rows))
    desk.view.loading_page.cancel_wanted.emit()

    assert desk.utskick.worklist is None
    assert desk.view.start_page.isVisible()


def test_reading_again_keeps_decisions_of_bookings_that_have_not_changed(
    desk: Desk, tmp_path: Path
):
    other = ENTRY | {"Undersöknings-id": "EI2", "Tolkspråk": "arabiska", "Undersökningstid": "9:00"}
    path = export(tmp_path / "dagens.csv", ENTRY, other | {"Patient-id": "194302129046"})
    desk.open(path)
    desk.show(RowStatus.REVIEW, label="Tolk")
    key(desk, Qt.Key.Key_Space)

    with desk.qtbot.waitSignal(desk.utskick.checked):
        desk.window.commands.reload.trigger()

    assert {row.status for row in desk.worklist.rows} == {RowStatus.READY}


def test_reading_again_says_which_decisions_no_longer_hold(desk: Desk, tmp_path: Path):
    path = export(tmp_path / "dagens.csv", ENTRY | {"Tolkspråk": "arabiska"})
    desk.open(path)
    key(desk, Qt.Key.Key_Space)
    export(path, ENTRY | {"Tolkspråk": "somaliska"})

    with desk.qtbot.waitSignal(desk.utskick.checked):
        desk.window.commands.reload.trigger()

    assert "rad 2" in desk.view.notice.text
    assert desk.shown.status is RowStatus.REVIEW


def test_what_was_told_of_a_file_is_not_said_of_the_next(desk: Desk, tmp_path: Path):
    desk.open_sample("cosmic.xlsx")
    assert "Dolda rader" in desk.view.notice.text

    desk.open(export(tmp_path / "dagens.csv", ENTRY))

    assert not desk.view.notice.isVisible()


def test_return_without_a_hit_leaves_the_focus_in_the_search_for_good(opened: Desk):
    field = opened.view.search
    opened.activate()
    key(opened, Qt.Key.Key_F, CONTROL)

    QTest.keyClicks(field, "xyz")
    QTest.keyClick(field, Qt.Key.Key_Return)
    for _ in "xyz":
        QTest.keyClick(sure(QApplication.focusWidget()), Qt.Key.Key_Backspace)

    assert field.text() == ""
    assert field.hasFocus()


def test_a_search_is_typed_cleared_with_escape_and_left_with_return(opened: Desk):
    field = opened.view.search
    opened.activate()
    key(opened, Qt.Key.Key_F, CONTROL)
    focused = field.hasFocus()

    QTest.keyClicks(field, "tall")
    found = opened.bench.bookings.model.rowCount()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    cleared = opened.bench.bookings.model.rowCount()
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert focused
    assert 0 < found < 20 == cleared
    assert opened.bench.bookings.table.hasFocus()


def test_the_way_out_of_an_empty_search_also_empties_the_field(opened: Desk):
    field = opened.view.search
    QTest.keyClicks(field, "finnsinte")

    opened.bench.bookings.show_all()

    assert field.text() == ""
    assert opened.bench.bookings.model.rowCount() == 20


def test_names_with_markup_stay_text_all_over_the_window(desk: Desk, tmp_path: Path):
    path = export(tmp_path / "m.csv", ENTRY | {"Patientnamn": "<b>Berg</b>, <i>Kim</i>"})
    desk.open(path)

    rich = [
        label
        for label in desk.window.findChildren(QLabel)
        if "<b>" in label.text() and label.textFormat() is not Qt.TextFormat.PlainText
    ]

    assert rich == []
    assert desk.bench.bookings.model.index(0, 2).data() == "<b>Berg</b>, <i>Kim</i>"
    assert QApplication.activeModalWidget() is None


def test_another_file_can_be_opened_while_the_letters_of_the_first_are_checked(
    desk: Desk, tmp_path: Path
):
    rows = [ENTRY | {"Undersöknings-id": f"EI{number}"} for number in range(3000)]
    short = export(tmp_path / "kort.csv", ENTRY)
    with desk.qtbot.waitSignal(desk.utskick._checker.touched, timeout=PATIENCE):
        desk.utskick.open_files(export(tmp_path / "stor.csv", *rows))

    desk.open(short)

    assert [row.status for row in desk.worklist.rows] == [RowStatus.READY]


def test_a_refused_file_leaves_the_focus_at_what_can_be_done_about_it(desk: Desk, tmp_path: Path):
    (tmp_path / "trasig.csv").write_bytes(b"\x00\x01\x02 ingen lista \xff")
    desk.activate()

    desk.utskick.open_files(tmp_path / "trasig.csv")
    page = desk.view.error_page
    desk.wait(page.isVisible)

    focus = sure(QApplication.focusWidget())
    assert page.isAncestorOf(focus)
    assert isinstance(focus, QPushButton)


def test_who_returns_to_a_file_finds_what_was_decided_in_it(desk: Desk, tmp_path: Path):
    path = export(tmp_path / "dagens.csv", ENTRY | {"Tolkspråk": "arabiska"})
    desk.open(path)
    key(desk, Qt.Key.Key_Space)
    desk.open(export(tmp_path / "annan.csv", ENTRY | {"Undersöknings-id": "EI2"}))

    desk.open(path)

    assert [row.status for row in desk.worklist.rows] == [RowStatus.READY]


def test_a_change_of_many_rows_goes_on_in_no_other_list(
    desk: Desk, tasks: TaskRunner, tmp_path: Path
):
    """It goes on bit by bit, so another list may come meanwhile."""
    rows = [ENTRY | {"Undersöknings-id": f"EI{number}"} for number in range(900)]
    other = export(tmp_path / "kort.csv", ENTRY | {"Patientnamn": "Nyman, Ada"})
    read = threading.Event()
    desk.open(export(tmp_path / "stor.csv", *rows))
    desk.utskick.open_files(other)
    tasks.run(Lane.BATCH, read.set, done=lambda _: None, failed=lambda _: None)

    types = desk.view.picker.types
    types.setCurrentIndex((types.currentIndex() + 1) % types.count())
    desk.view.picker.for_all.trigger()
    read.wait()
    desk.wait(lambda: len(desk.worklist.rows) == 1)
    desk.wait(lambda: tasks.idle)

    model = desk.bench.bookings.model
    assert model.rowCount() == 1
    assert model.line(0).row is desk.shown


def test_a_file_whose_name_is_no_utf_8_is_opened_kept_and_offered_again(
    qtbot: QtBot, own_services: Services, tasks: TaskRunner, tmp_path: Path
):
    file = export(tmp_path / os.fsdecode(b"p\xe5 v\xe4g.csv"), ENTRY)
    desk = seat(qtbot, own_services, tasks)

    desk.open(file)
    sure(desk.window.findChild(Keeping)).write()
    desk.wait(lambda: tasks.idle)

    assert QApplication.activeModalWidget() is None
    assert len(desk.worklist.rows) == 1
    assert sure(own_services.open_list.read()).batch.file_name == "p? v?g.csv"
    assert RecentFiles(own_services.data_folder.recent_files).newest_first() == (file,)
