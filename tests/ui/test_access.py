"""Whoever sees nothing, or uses only keys, gets everything; and nothing is too small or cut off."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.rows import RowStatus
from tests.announcements import announcements
from tests.cut import fault_of, visible
from tests.desk import Desk, sure
from tests.exports import table
from tests.fakes import ScriptedCarrier
from tests.ui.test_settling import SILENCE, copy_sheet, send, show_unclear, write_why
from ui.bar import Bar
from ui.count_sheet import CountSheet
from ui.mapping_view import MappingView
from ui.parts import Kind, Tone, push_button
from ui.proof_dialog import ProofDialog
from ui.task_runner import TaskRunner
from ui.theme import FOCUS, shade
from ui.writing import write_address

# Logical pixels: the least that is allowed, clinics' screens at 125 and 100 %, and a wide one.
SIZES = ((1024, 560), (1092, 582), (1366, 728), (1920, 1040), (3840, 2100))


def places(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """Every view in turn, and every dialog that is opened with a key."""
    window = desk.window
    for status, label in STATES:
        desk.show(status, label=label)
        QApplication.processEvents()
        yield f"{status.name} {label}", window
    for name, show in (
        ("history", window.show_history),
        ("templates", window.show_templates),
        ("evaluation", window.show_evaluation),
        ("settings", window.show_settings),
    ):
        show()
        QApplication.processEvents()
        yield name, window
    window.show_utskick()
    desk.show(RowStatus.READY)
    for name, action in (
        ("shortcuts", window.header.shortcuts),
        ("about", window.header.about),
        ("free text", window.commands.free_text),
        ("form", window.commands.correct),
        ("confirm", window.commands.send),
    ):
        action.trigger()
        dialog = sure(QApplication.activeModalWidget())
        yield name, dialog
        dialog.close()
    yield from _opened_on_the_way(desk)
    yield from _asked(desk)


def _opened_on_the_way(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """What the work itself opens, when it comes to that."""
    window = desk.window

    def ask_address() -> None:
        write_address(desk.shown, services=desk.services, parent=window, saved=lambda _: None)

    answers = (
        ("address", ask_address),
        ("count", lambda: CountSheet(window, letters=3, sheets=5).open()),
        ("proof", lambda: ProofDialog(window, printer="").open()),
    )
    for name, ask in answers:
        ask()
        dialog = sure(QApplication.activeModalWidget())
        QApplication.processEvents()
        yield name, dialog
        dialog.close()


def _asked(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """Which channel a letter takes, and what the columns of a file are."""
    choice = desk.bench.fix_panel.channel
    choice.open_menu()
    menu = sure(choice.findChild(QMenu))
    yield "channel", menu
    menu.close()
    unknown = desk.services.data_folder.root / "okand.csv"
    unknown.write_bytes(table({"Nummer": "1", "Person": "19890212-2392", "Dag": "2027-01-12"}))
    desk.utskick.open_files(unknown)
    mapping = sure(desk.window.findChild(MappingView))
    desk.wait(mapping.isVisible)
    QApplication.processEvents()
    yield "mapping", desk.window
    mapping.cancel_wanted.emit()


STATES = (
    (RowStatus.READY, ""),
    (RowStatus.BLOCKED, "Adress saknas"),
    (RowStatus.BLOCKED, "Skyddade"),
    (RowStatus.REVIEW, "Samma patient"),
)


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_whatever_tab_reaches_has_a_name_in_every_view_and_dialog(opened: Desk):
    nameless = [
        (place, type(widget).__name__)
        for place, root in places(opened)
        for widget in visible(root)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not name_of(widget).strip()
    ]

    assert nameless == []


def test_no_words_are_cut_off_and_no_target_is_too_small(opened: Desk, tasks: TaskRunner):
    faults = [
        (size, place, fault)
        for size in SIZES
        for place, root in places_at(opened, tasks, size)
        for widget in visible(root)
        if (fault := fault_of(widget))
    ]

    assert faults == []


def test_the_sheet_before_a_copy_is_whole_on_the_smallest_screen(
    clean_desk: Desk, inbox: ScriptedCarrier
):
    inbox.answers = [SILENCE]
    send(clean_desk)
    show_unclear(clean_desk)
    write_why(clean_desk)
    sheet = copy_sheet(clean_desk, sure(clean_desk.window.history).letter.panel.resend)

    sheet.resize(480, 480)
    QApplication.processEvents()
    faults = [fault for widget in visible(sheet) if (fault := fault_of(widget))]
    size = (sheet.width(), sheet.height())
    sheet.close()

    assert faults == []
    assert size == (480, 480)


def places_at(
    desk: Desk, tasks: TaskRunner, size: tuple[int, int]
) -> Iterator[tuple[str, QWidget]]:
    """Each when all that a worker tells of it has come and has been given room."""
    desk.window.resize(*size)
    _lay_out()
    for place, root in places(desk):
        desk.wait(lambda: tasks.idle)
        _lay_out()
        yield place, root


def _lay_out() -> None:
    """What follows the window's room, or a text, asks for a layout of its own a turn later."""
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize("kind", Kind)
def test_a_button_with_the_focus_has_a_ring_of_two_pixels(qtbot: QtBot, kind: Kind):
    button = push_button("Nästa", lambda: None, kind=kind)
    qtbot.addWidget(button)
    button.show()
    qtbot.waitExposed(button)
    button.activateWindow()

    button.setFocus()
    qtbot.waitUntil(button.hasFocus)

    image, middle = button.grab().toImage(), button.width() // 2
    assert [QColor(image.pixel(middle, y)) for y in (0, 1)] == [shade(FOCUS)] * 2


def test_a_row_is_one_sentence_that_names_its_status(opened: Desk):
    table = opened.bench.bookings.table
    model = table.model()

    said = [
        str(model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount())
    ]

    words = tuple(status.value for status in RowStatus)
    assert said
    assert all(any(word in sentence for word in words) for sentence in said)
    assert all(sentence.endswith(".") for sentence in said)


def test_a_screen_reader_reads_the_cell_of_a_row_as_its_sentence(opened: Desk):
    table = opened.bench.bookings.table
    opened.show(RowStatus.READY)

    spoken = QAccessible.queryAccessibleInterface(table)
    cell = next(
        child
        for child in (spoken.child(n) for n in range(spoken.childCount()))
        if child.role() is QAccessible.Role.Cell
    )

    first = table.model().index(0, 0)
    assert cell.text(QAccessible.Text.Name) == table.model().data(
        first, Qt.ItemDataRole.AccessibleTextRole
    )


def test_a_status_that_changes_is_said_aloud_once(qtbot: QtBot):
    bar = Bar()
    qtbot.addWidget(bar)

    with announcements() as heard:
        bar.show_sentence("3 kallelser skickade.", tone=Tone.DONE)
        bar.show_sentence("3 kallelser skickade.", tone=Tone.DONE)
        bar.show_words("3 kallelser skickade nyss.")

    assert heard == ["3 kallelser skickade."]


def test_a_decision_is_said_aloud(opened: Desk):
    row = opened.show(RowStatus.REVIEW, label="Patienten")

    with announcements() as heard:
        opened.window.commands.approve.trigger()
        opened.wait(lambda: opened.worklist.row(row.row_no).status is RowStatus.READY)

    assert RowStatus.READY.value in heard


def test_tab_leaves_every_pane_again_and_comes_round(opened: Desk):
    """No trap: from the list Tab passes other widgets and is back in the list in the end."""
    opened.activate()
    table = opened.bench.bookings.table
    table.setFocus()
    passed = []

    for _ in range(200):
        QTest.keyClick(sure(QApplication.focusWidget()), Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget())
        if passed[-1] is table:
            break

    assert passed[-1] is table
    assert len(passed) > 10
