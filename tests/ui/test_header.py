"""In a window of any width and language the header has whole menus and a unit to be read."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QMenuBar, QToolButton
from pytestqt.qtbot import QtBot

from app.wording import Language, speak
from tests.cut import ROUND_A_CHOICE
from tests.desk import sure
from ui.header import Header
from ui.main_window import MainWindow
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
