"""The window: painted before its services exist, named for screen readers, safe to close."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.errors import SettingsUnreadable
from app.rows import RowStatus
from app.services import Services
from tests.desk import Desk, sure
from ui.bar import Bar
from ui.error_dialog import ErrorDialog, show_error
from ui.main_window import MainWindow
from ui.parts import Tone
from ui.task_runner import TaskRunner

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("pydantic", "jinja2", "httpx", "sqlite_utils", "typst", "pypdfium2", "lxml")


@pytest.fixture
def bare(qtbot: QtBot) -> MainWindow:
    """As it is first painted, without services."""
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    return window


def test_the_first_paint_waits_for_no_heavy_library():
    """What the window imports before it is attached, in a program of its own."""
    code = (
        "import sys, ui.main_window, ui.theme, ui.task_runner, ui.error_dialog;"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )

    ran = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert ran.stdout.strip() == "[]"


def test_a_window_without_services_says_that_it_starts_and_offers_nothing(bare: MainWindow):
    labels = [label.text() for label in bare.findChildren(QLabel)]

    assert "Startar…" in labels
    assert not bare.commands.open.isEnabled()
    assert not bare.commands.send.isEnabled()
    assert not bare.header.history.isEnabled()


def test_a_start_makes_no_bar_before_there_is_something_to_tell(bare: MainWindow, qtbot: QtBot):
    before = bare.findChildren(Bar)

    bare.utskick_view.reminder.show_notices(["Certifikatet går snart ut."])

    assert before == []
    qtbot.waitUntil(bare.utskick_view.reminder.isVisible)


def test_a_window_has_its_services_when_the_last_step_is_taken(
    bare: MainWindow, services: Services, tasks: TaskRunner
):
    steps = bare.attaching(services, tasks)
    next(steps)
    begun = bare.utskick, bare.header.history.isEnabled()

    list(steps)
    tasks.stop()

    assert begun == (None, False)
    assert bare.utskick is not None
    assert bare.header.history.isEnabled()


def test_a_program_that_cannot_start_says_so_and_stays_closed_for_work(
    bare: MainWindow, qtbot: QtBot
):
    error = SettingsUnreadable("Inställningarna går inte att använda.", "Rätta filen.")
    bare.show_failure(error, tell=show_error)

    dialog = sure(bare.findChild(ErrorDialog))
    words = [label.text() for label in bare.findChildren(QLabel)]
    told = dialog.text()
    dialog.close()
    assert told == "Inställningarna går inte att använda."
    assert any(text.startswith("Programmet kunde inte starta.") for text in words)
    assert not bare.commands.open.isEnabled()


def test_the_test_mode_is_unmistakable(bare: MainWindow):
    bare.resize(1440, 900)

    labels = {label.text(): label for label in bare.findChildren(QLabel)}
    band = sure(labels["TESTLÄGE – inget lämnar den här datorn"].parentWidget())

    assert labels["TESTLÄGE"].isVisible()
    assert band.width() == bare.width()
    assert "TESTLÄGE" in bare.windowTitle()


def test_the_smallest_window_is_what_the_design_allows_and_no_larger_than_the_screen(
    bare: MainWindow,
):
    bare.resize(10, 10)

    screen = bare.screen().availableSize()
    assert (bare.width(), bare.height()) == (min(1024, screen.width()), min(560, screen.height()))


def test_every_focusable_widget_has_a_name_for_a_screen_reader(opened: Desk):
    nameless = [
        widget
        for widget in opened.window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]

    assert nameless == []


def test_no_two_commands_that_can_be_given_at_once_share_a_key(opened: Desk):
    hidden = set(sure(opened.window.history).findChildren(QAction))
    actions = [one for one in opened.window.findChildren(QAction) if one not in hidden]

    keys = Counter(key.toString() for action in actions for key in action.shortcuts())

    assert [key for key, number in keys.items() if number > 1] == []


def test_every_menu_item_does_something(desk: Desk):
    texts = [action.text() for action in desk.window.header.all_actions()]
    menus = [menu.title() for menu in desk.window.header.findChildren(QMenu) if menu.title()]

    assert menus == ["&Arkiv", "&Redigera", "&Visa", "&Kallelse", "&Hjälp"]
    assert len(texts) == len(set(texts))


def test_f6_goes_through_the_panes_and_comes_round(opened: Desk):
    opened.show(RowStatus.READY)
    opened.wait_for_letter()
    opened.activate()
    places = []

    for _ in range(8):
        QTest.keyClick(opened.window, Qt.Key.Key_F6)
        places.append(QApplication.focusWidget())

    assert None not in places
    assert len(set(places)) == 7
    assert places[7] is places[0]


def test_a_bar_that_goes_when_its_button_is_pressed_leaves_the_focus_in_the_list(opened: Desk):
    opened.activate()
    opened.view.notice.show_news("Filen är inläst.", tone=Tone.NEWS)
    close = opened.view.notice.findChildren(QPushButton)[-1]
    close.setFocus()

    QTest.keyClick(close, Qt.Key.Key_Return)

    assert not opened.view.notice.isVisible()
    assert opened.bench.bookings.table.hasFocus()


def test_shift_f6_goes_the_other_way(opened: Desk):
    opened.activate()
    before = QApplication.focusWidget()

    QTest.keyClick(opened.window, Qt.Key.Key_F6)
    QTest.keyClick(opened.window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)

    assert QApplication.focusWidget() is before


def test_history_is_one_key_away_and_keys_of_the_list_sleep_there(opened: Desk):
    opened.bench.bookings.show_row(4)

    QTest.keyClick(opened.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    in_history = sure(opened.window.history).isVisible()
    QTest.keyClick(opened.window, Qt.Key.Key_F8)
    QTest.keyClick(opened.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)

    assert in_history
    assert opened.shown.row_no == 4
    assert opened.view.isVisible()


def test_help_lists_the_keys_of_the_very_commands(desk: Desk):
    QTest.keyClick(desk.window, Qt.Key.Key_F1)

    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    dialog.close()
    assert "F8" in words
    assert "Mellanslag" in words


def test_the_title_and_the_status_bar_name_no_patient(opened: Desk):
    shown = opened.shown.draft.booking.patient.family_name
    labels = [label.text() for label in opened.window.statusBar().findChildren(QLabel)]

    assert opened.window.windowTitle() == "Kallelser – TESTLÄGE"
    assert shown not in "".join(labels)


def test_the_status_bar_tells_file_rows_time_version_and_connection(desk: Desk):
    desk.open_sample()

    line = " ".join(label.text() for label in desk.window.statusBar().findChildren(QLabel))

    version = desk.services.catalogue.version[:8]
    for told in ("agfa_ei.csv", "60 rader", "Agfa EI", "inläst 12.00", version, "Ansluten till"):
        assert told in line


def test_a_window_that_is_not_sending_closes_at_once(bare: MainWindow):
    assert bare.close()
