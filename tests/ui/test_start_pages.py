"""What stands where the list will be: the empty state, a file being read, a file refused."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.errors import BookingsUnreadable
from ui.actions import Actions
from ui.start_pages import ErrorPage, LoadingPage, StartPage


@pytest.fixture
def actions(qapp: QApplication) -> Actions:
    return Actions(qapp)


def words(page: QWidget) -> list[str]:
    labels = (label for label in page.findChildren(QLabel) if not label.isHidden())
    return [label.text() for label in labels]


def button(page: QWidget, text: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text() == text)


def test_the_empty_state_says_what_to_do_and_offers_it(actions: Actions, qtbot: QtBot):
    page = StartPage(actions.open)
    qtbot.addWidget(page)
    actions.open.setEnabled(True)

    with qtbot.waitSignal(actions.open.triggered):
        button(page, "Öppna bokningar…").click()

    assert "Dra hit en fil eller tryck Ctrl+O." in words(page)


def test_before_the_program_is_ready_nothing_can_be_opened(actions: Actions, qtbot: QtBot):
    page = StartPage(actions.open)
    qtbot.addWidget(page)

    assert not button(page, "Öppna bokningar…").isEnabled()
    assert "Startar…" in words(page)


def test_a_sample_is_one_press_away(actions: Actions, qtbot: QtBot):
    page = StartPage(actions.open)
    qtbot.addWidget(page)
    page.show_samples([Path("paf.csv")])

    with qtbot.waitSignal(page.sample_wanted) as wanted:
        button(page, "paf.csv").click()

    assert wanted.args == [Path("paf.csv")]


def test_a_file_being_read_shows_its_rows_and_can_be_left(qtbot: QtBot):
    page = LoadingPage()
    qtbot.addWidget(page)
    page.show_rows(1200)

    with qtbot.waitSignal(page.cancel_wanted):
        button(page, "Avbryt").click()

    assert "1200 rader lästa" in words(page)


@pytest.fixture
def refused(actions: Actions, qtbot: QtBot) -> ErrorPage:
    page = ErrorPage(actions.open)
    qtbot.addWidget(page)
    page.show_error(
        BookingsUnreadable("Filen är tom.", "Kontrollera att du valde rätt datum.", detail="0 byte")
    )
    return page


def test_a_refused_file_says_what_happened_and_what_to_do(refused: ErrorPage):
    assert words(refused) == ["Filen är tom.", "Kontrollera att du valde rätt datum."]
    assert refused.accessibleName() == "Filen är tom. Kontrollera att du valde rätt datum."


def test_details_are_behind_a_button_and_can_be_put_away_again(refused: ErrorPage):
    button(refused, "Visa detaljer").click()
    opened = "0 byte" in words(refused)
    button(refused, "Dölj detaljer").click()

    assert opened
    assert "0 byte" not in words(refused)


def test_an_error_without_details_offers_none(refused: ErrorPage):
    refused.show_error(BookingsUnreadable("Filen är tom.", "Välj en annan fil."))

    assert button(refused, "Visa detaljer").isHidden()


def test_a_refused_file_can_be_tried_again_or_left(refused: ErrorPage, qtbot: QtBot):
    with qtbot.waitSignals([refused.retry_wanted, refused.back_wanted]):
        button(refused, "Försök igen").click()
        button(refused, "Tillbaka").click()
