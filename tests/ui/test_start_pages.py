"""What stands where the list will be: the empty state, a file being read, a file refused."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.errors import BookingsUnreadable
from tests.desk import sure
from ui.actions import Actions
from ui.reading_pages import ErrorPage, LoadingPage
from ui.start_page import StartPage


@pytest.fixture
def actions(qapp: QApplication) -> Actions:
    return Actions(qapp)


def words(page: QWidget) -> list[str]:
    labels = (label for label in page.findChildren(QLabel) if not label.isHidden())
    return [label.text() for label in labels]


def button(page: QWidget, text: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text() == text)


def test_the_empty_state_says_what_to_do_and_offers_it(actions: Actions, qtbot: QtBot):
    page = StartPage(actions)
    qtbot.addWidget(page)
    actions.open.setEnabled(True)

    with qtbot.waitSignal(actions.open.triggered):
        button(page, "Öppna bokningar…").click()

    told = "Dra hit en fil eller tryck Ctrl+O. En kopierad tabell klistras in med Ctrl+V."
    assert told in words(page)


def test_a_copied_table_can_be_pasted_with_a_button(actions: Actions, qtbot: QtBot):
    page = StartPage(actions)
    qtbot.addWidget(page)
    actions.paste.setEnabled(True)

    with qtbot.waitSignal(actions.paste.triggered):
        button(page, "Klistra in tabell").click()


def test_before_the_program_is_ready_nothing_can_be_opened(actions: Actions, qtbot: QtBot):
    page = StartPage(actions)
    qtbot.addWidget(page)

    assert not button(page, "Öppna bokningar…").isEnabled()
    assert "Startar…" in words(page)


def test_whoever_has_gone_elsewhere_during_the_start_is_left_there(actions: Actions, qtbot: QtBot):
    window, page, field = QWidget(), StartPage(actions), QLineEdit()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(page)
    layout.addWidget(field)
    window.show()
    actions.open.setEnabled(True)
    page.setEnabled(False)

    field.setFocus()
    page.open_for_work()

    assert window.focusWidget() is field


SAMPLES = [Path(name) for name in ("cosmic.json", "paf.csv", "cosmic.xlsx", "rhks.csv")]
NAMES = {"cosmic": "Cosmic", "paf": "PAF", "rhks": "RHKS"}


@pytest.fixture
def page_with_samples(actions: Actions, qtbot: QtBot) -> StartPage:
    page = StartPage(actions)
    qtbot.addWidget(page)
    page.show_samples(SAMPLES, names=NAMES)
    return page


def test_samples_stand_by_care_system_and_format(page_with_samples: StartPage):
    buttons = page_with_samples.findChildren(QPushButton)
    names = [one.accessibleName() for one in buttons if one.accessibleName()]

    assert names == ["Cosmic – FHIR", "Cosmic – Excel", "PAF – CSV", "RHKS – CSV"]
    assert [words(page_with_samples).count(name) for name in NAMES.values()] == [1, 1, 1]


def test_that_the_samples_layouts_are_assumed_is_said_once(page_with_samples: StartPage):
    assert " ".join(words(page_with_samples)).count("antagen exportlayout") == 1


def test_a_sample_is_one_press_away(page_with_samples: StartPage, qtbot: QtBot):
    with qtbot.waitSignal(page_with_samples.file_wanted) as wanted:
        button(page_with_samples, "FHIR").click()

    assert wanted.args == [Path("cosmic.json")]


def test_every_sample_can_be_reached_with_tab(page_with_samples: StartPage):
    buttons = page_with_samples.findChildren(QPushButton)

    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in buttons)


def test_a_file_being_read_shows_its_rows_and_can_be_left(qtbot: QtBot):
    page = LoadingPage()
    qtbot.addWidget(page)
    page.show_rows(10_500)

    with qtbot.waitSignal(page.cancel_wanted):
        button(page, "Avbryt").click()

    assert "10\N{NO-BREAK SPACE}500 rader lästa" in words(page)


FIRST = (("tis 12 jan 09.40", "Berg, Kim", "Tolk bokad: arabiska", "2"), ("–", "–", "", "3"))


def test_the_first_rows_are_seen_while_the_others_are_read(qtbot: QtBot):
    page = LoadingPage()
    qtbot.addWidget(page)

    page.show_rows(0, FIRST)
    page.show_rows(500, FIRST)

    cells = [[sure(page.beginning.item(row, n)).text() for n in range(4)] for row in range(2)]
    assert cells == [list(row) for row in FIRST]
    assert not page.beginning.isHidden()


def test_rows_of_the_file_before_are_not_seen_while_another_is_read(qtbot: QtBot):
    page = LoadingPage()
    qtbot.addWidget(page)
    page.show_rows(500, FIRST)

    page.show_nothing()

    assert page.beginning.isHidden()
    assert page.beginning.rowCount() == 0
    assert "500 rader lästa" not in words(page)


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


def test_a_refusal_of_a_file_begins_with_its_name(refused: ErrorPage):
    error = BookingsUnreadable("Filen är tom.", "Kontrollera att du valde rätt datum.")
    error.file_name = "måndag.csv"

    refused.show_error(error)

    assert words(refused)[0] == "måndag.csv"
    assert refused.accessibleName().startswith("måndag.csv Filen är tom.")


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
