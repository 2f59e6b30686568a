"""The status bar says of 1177 what was met last, also by a round of sending."""

from PySide6.QtWidgets import QLabel

from app.errors import Unreachable
from tests.desk import Desk
from tests.fakes import ScriptedCarrier
from tests.ui.test_settling import send

STOPPED = "Sändningen till 1177 testinkorg har stannat"


def words(desk: Desk) -> str:
    return " ".join(label.text() for label in desk.window.statusBar().findChildren(QLabel))


def test_a_round_that_1177_stopped_is_told_beside_the_file(
    clean_desk: Desk, inbox: ScriptedCarrier
):
    before = words(clean_desk)
    inbox.answers = [Unreachable("1177 svarar inte.")]

    send(clean_desk)

    assert "Ansluten till 1177 testinkorg" in before
    assert STOPPED in words(clean_desk)


def test_a_round_that_goes_through_after_it_is_told_too(clean_desk: Desk, inbox: ScriptedCarrier):
    inbox.answers = [Unreachable("1177 svarar inte.")]
    send(clean_desk)

    with clean_desk.qtbot.waitSignal(clean_desk.utskick.sent):
        clean_desk.view.waiting.resume.click()

    assert "Ansluten till 1177 testinkorg" in words(clean_desk)


def test_letters_taken_back_say_nothing_of_1177(clean_desk: Desk, inbox: ScriptedCarrier):
    inbox.answers = [Unreachable("1177 svarar inte.")]
    send(clean_desk)

    with clean_desk.qtbot.waitSignal(clean_desk.utskick.sent):
        clean_desk.view.waiting.cancel.click()

    assert STOPPED in words(clean_desk)
