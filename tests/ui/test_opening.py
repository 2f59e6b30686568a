"""From a file to the list: opened, refused, read again, searched; with the real services."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from app.draft import Channel
from app.rows import RowStatus
from tests.desk import Desk, sure
from tests.exports import AGFA_EI, table

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


def test_the_first_row_is_the_most_urgent_and_has_the_focus(opened: Desk):
    opened.qtbot.waitActive(opened.window)

    assert opened.shown.status is RowStatus.BLOCKED
    assert opened.bench.bookings.table.hasFocus()


def test_the_open_dialog_starts_with_the_newest_file_and_opens_what_is_chosen(desk: Desk):
    desk.window.commands.open.trigger()
    dialog = sure(desk.window.findChild(QFileDialog))
    folder = Path(dialog.directory().absolutePath())

    dialog.selectFile(str(desk.services.samples[1]))
    dialog.accept()

    assert folder == desk.services.samples[0].parent
    desk.wait(lambda: desk.utskick.worklist is not None)
    assert desk.worklist.batch.file_name == desk.services.samples[1].name


def test_a_dropped_file_is_opened(desk: Desk, tmp_path: Path):
    view, path = desk.view, export(tmp_path / "dagens.csv", ENTRY)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, CONTROL

    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    view.dragEnterEvent(enter)
    view.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))

    assert enter.isAccepted()
    desk.wait(lambda: desk.utskick.worklist is not None)
    assert desk.worklist.batch.file_name == "dagens.csv"


def test_several_dropped_files_are_left_alone(desk: Desk, tmp_path: Path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.csv", "b.csv")])

    enter = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, CONTROL
    )
    desk.view.dragEnterEvent(enter)

    assert not enter.isAccepted()


def test_a_refused_file_is_told_in_two_sentences_and_can_be_left(desk: Desk, tmp_path: Path):
    empty = tmp_path / "tom.csv"
    empty.write_bytes(b"")

    desk.utskick.open_file(empty)
    desk.wait(lambda: "tom" in page_words(desk))
    page = sure(desk.view.pages.currentWidget())
    back = next(b for b in page.findChildren(QPushButton) if b.text() == "Tillbaka")
    back.click()

    assert "Öppna dagens bokningar" in page_words(desk)


def test_a_refused_file_leaves_the_open_list_as_it_was(opened: Desk, tmp_path: Path):
    before = opened.worklist

    opened.utskick.open_file(tmp_path / "finns-inte.csv")
    page = opened.view.error_page
    opened.wait(page.isVisible)
    page.back_wanted.emit()

    assert opened.worklist is before
    assert opened.bench.isVisible()


def test_a_file_can_be_left_while_it_is_read(desk: Desk, tmp_path: Path):
    rows = [ENTRY | {"Undersöknings-id": f"EI{number}"} for number in range(2000)]

    desk.utskick.open_file(export(tmp_path / "stor.csv", *rows))
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


def test_a_search_is_typed_cleared_with_escape_and_left_with_return(opened: Desk):
    field = opened.view.search
    opened.qtbot.waitActive(opened.window)
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
