"""In a window of any width and language the header has whole menus and a unit to be read."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenuBar, QToolButton
from pytestqt.qtbot import QtBot

from app.wording import Language, speak
from tests.cut import ROUND_A_CHOICE
from tests.desk import sure
from ui.header import Header
from ui.main_window import MainWindow
from ui.parts import Label
from ui.translation import use_language

USER = "root, utan roll"


@pytest.fixture(params=["sv", "en"])
def window(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[MainWindow]:
    language: Language = request.param
    use_language(language)
    made = MainWindow()
    qtbot.addWidget(made)
    made.header.show_user(USER, told=USER)
    made.show()
    yield made
    speak("sv")


def at(window: MainWindow, width: int) -> Header:
    window.resize(width, 800)
    QApplication.processEvents()
    return window.header


def faults_of(header: Header) -> list[str]:
    menus, choice = sure(header.findChild(QMenuBar)), header.unit.choice
    unit = choice.fontMetrics().horizontalAdvance(choice.currentText()) + ROUND_A_CHOICE
    faults = {
        "a menu is cut": menus.width() < menus.sizeHint().width(),
        "the unit is cut": choice.width() < unit,
        "something is cut": header.width() < header.minimumSizeHint().width(),
    }
    return [name for name, is_so in faults.items() if is_so]


def texts_of(header: Header) -> list[str]:
    return [button.text() for button in header.findChildren(QToolButton) if button.isVisible()]


def test_no_width_cuts_a_menu_or_the_unit(window: MainWindow):
    widths = (*range(1024, 1200, 16), *range(1200, 1500, 4))

    cut = {width: faults for width in widths if (faults := faults_of(at(window, width)))}

    assert cut == {}


@pytest.mark.parametrize("view", ["utskick", "settings"])
def test_a_narrow_window_still_shows_which_view_is_shown(window: MainWindow, view: str):
    wide = texts_of(at(window, 1600))
    shown = getattr(window.header, view)

    shown.setChecked(True)
    narrow = texts_of(at(window, 1024))

    assert shown.text() in narrow
    assert len(narrow) < len(wide)
    assert faults_of(window.header) == []


def test_what_has_given_way_comes_back_when_there_is_room(window: MainWindow):
    wide = texts_of(at(window, 1600))
    at(window, 1024)

    header = at(window, 1600)

    assert texts_of(header) == wide
    assert header._user.isVisible()
    assert len(wide) == 6


def views_of(header: Header) -> list[str]:
    """What can be gone to by a tab that is seen, or by the menu of the last one."""
    tabs = [one for one in header.findChildren(QToolButton) if one.isVisible()]
    more = [
        action.text() for tab in tabs if tab.menu() is not None for action in tab.menu().actions()
    ]
    return [tab.text() for tab in tabs] + more


@pytest.mark.parametrize("view", ["utskick", "history", "settings"])
@pytest.mark.parametrize("width", [1024, 1092, 1280, 1366])
def test_at_no_width_is_a_view_without_a_tab_or_a_place_in_the_last(
    window: MainWindow, width: int, view: str
):
    header = at(window, width)
    getattr(header, view).setChecked(True)
    QApplication.processEvents()

    assert {one.text() for one in header._views} <= set(views_of(header))
    assert faults_of(header) == []


def test_the_last_tab_is_opened_by_a_key_and_says_what_is_in_it(window: MainWindow, qtbot: QtBot):
    header = at(window, 1092)
    (more,) = (
        one
        for one in header.findChildren(QToolButton)
        if one.menu() is not None and one.isVisible()
    )
    menu = more.menu()
    opened: list[list[str]] = []

    def close() -> None:
        opened.append([action.text() for action in menu.actions()])
        QTimer.singleShot(0, menu.close)

    menu.aboutToShow.connect(close)
    with qtbot.waitActive(window):
        window.activateWindow()
    more.setFocus()
    QTest.keyClick(more, Qt.Key.Key_Return)

    assert more.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert len(opened) == 1
    assert all(name in more.accessibleName() for name in opened[0])
    assert header.settings.text() in opened[0]


def test_a_view_that_is_chosen_in_the_last_tab_gets_its_own(window: MainWindow):
    header = at(window, 1092)
    (more,) = (
        one
        for one in header.findChildren(QToolButton)
        if one.menu() is not None and one.isVisible()
    )
    header.settings.setEnabled(True)

    more.menu().actions()[-1].trigger()

    assert header.settings.isChecked()
    assert header.settings.text() in texts_of(header)
    assert header.settings not in more.menu().actions()


def test_a_low_window_says_beside_its_mark_that_nothing_leaves_the_computer(window: MainWindow):
    badge = sure(window.header.findChild(Label, "testBadge"))
    window.resize(1366, 900)
    QApplication.processEvents()
    ample = badge.text()

    window.resize(1366, 728)
    QApplication.processEvents()

    assert " – " not in ample
    assert badge.text().startswith(f"{ample} – ")
    assert badge.width() >= badge.sizeHint().width()
    assert faults_of(window.header) == []
