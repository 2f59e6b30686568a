"""Errors on screen: two sentences for the known, a trace without any value for a bug."""

import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from app.errors import BookingsUnreadable, HistoryUnusable
from ui.error_dialog import ErrorDialog, show_error, told_by, trace_without_values
from ui.notices import Notice
from ui.uncaught import install_error_dialog

NAME = "Karin Andersson"


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[[], list[ErrorDialog]]]:
    """The error dialogs on screen; closed again afterwards."""

    def find() -> list[ErrorDialog]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, ErrorDialog)]

    def close_all() -> bool:
        for dialog in find():
            dialog.close()
        return not find()

    yield find
    qtbot.waitUntil(close_all)


@pytest.fixture
def hooks() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


def stumble() -> None:
    patient = NAME
    raise KeyError(patient)


def a_bug() -> Exception:
    try:
        try:
            stumble()
        except KeyError as error:
            raise ValueError(f"fel på {NAME}") from error
    except ValueError as error:
        return error
    raise AssertionError


def test_a_known_error_is_told_in_its_own_words(shown):
    show_error(HistoryUnusable("Historiken går inte att läsa.", "Meddela supporten.", detail="x"))

    dialog = shown()[0]
    assert dialog.text() == "Historiken går inte att läsa."
    assert dialog.informativeText() == "Meddela supporten."
    assert dialog.detailedText() == "x"


def test_a_bug_shows_where_in_the_code_it_was_and_nothing_of_any_patient(
    shown, capsys: pytest.CaptureFixture[str]
):
    """F2, F3"""
    show_error(a_bug())

    dialog, printed = shown()[0], capsys.readouterr().err
    told = dialog.text() + dialog.informativeText() + dialog.detailedText() + printed
    assert "Något oväntat hände." in told
    assert "stumble" in dialog.detailedText()
    assert NAME not in told


@pytest.mark.usefixtures("shown")
def test_a_value_in_an_error_makes_no_line_of_its_own(capsys: pytest.CaptureFixture[str]):
    """F2: what is printed is for support, who must be able to believe every line of it."""
    show_error(ValueError("x\n2026-11-23 12:00 Skickat till 191212121212"))

    printed = capsys.readouterr().err
    assert printed.startswith("ValueError")
    assert "Skickat" not in printed


def test_a_trace_names_every_error_on_the_way_the_first_first():
    trace = trace_without_values(a_bug())

    assert trace.index("KeyError") < trace.index("ValueError")


def test_one_error_at_a_time_is_on_screen(shown):
    show_error(BookingsUnreadable("Filen är tom."))
    show_error(BookingsUnreadable("Filen är borta."))

    assert [dialog.text() for dialog in shown()] == ["Filen är tom."]


def texts(dialogs: list[ErrorDialog]) -> list[str]:
    return [dialog.text() for dialog in dialogs if dialog.isVisible()]


def test_a_known_error_that_came_meanwhile_is_told_when_the_first_has_been_read(shown):
    show_error(a_bug())
    for sentence in ("Filen är borta.", "Listan är inte sparad.", "Filen är borta."):
        show_error(BookingsUnreadable(sentence))

    told = []
    while texts(shown()):
        told += texts(shown())
        next(dialog for dialog in shown() if dialog.isVisible()).accept()

    assert told == ["Något oväntat hände.", "Filen är borta.", "Listan är inte sparad."]


def test_a_known_error_is_told_where_it_belongs_and_a_bug_in_the_dialog(shown, qtbot: QtBot):
    notice = Notice()
    qtbot.addWidget(notice)

    told_by(notice.show_news)(BookingsUnreadable("Filen är tom."))

    assert notice.text == "Filen är tom."
    assert not shown()

    told_by(notice.show_news)(a_bug())

    assert notice.text == "Filen är tom."
    assert [dialog.text() for dialog in shown()] == ["Något oväntat hände."]


def test_markup_in_an_error_is_shown_letter_by_letter(shown, qtbot: QtBot):
    show_error(BookingsUnreadable("<b>fet</b>"))

    assert shown()[0].text() == "<b>fet</b>"
    assert shown()[0].textFormat().name == "PlainText"


@pytest.mark.usefixtures("hooks")
def test_an_error_that_nobody_caught_is_shown_whichever_thread_it_was_in(shown, qtbot: QtBot):
    with capture_exceptions():
        install_error_dialog()

        threading.Thread(target=stumble).start()

        qtbot.waitUntil(lambda: len(shown()) == 1)
    assert "Något oväntat hände." in shown()[0].text()


@pytest.mark.usefixtures("hooks")
def test_an_error_in_the_window_itself_is_shown(shown, qtbot: QtBot):
    with capture_exceptions():
        install_error_dialog()

        sys.excepthook(ValueError, a_bug(), None)

        qtbot.waitUntil(lambda: len(shown()) == 1)
