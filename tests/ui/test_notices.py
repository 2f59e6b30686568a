"""The bars between toolbar and list: one at a time, the most pressing first."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.services import Services
from tests.desk import seat, sure
from ui.actions import Actions
from ui.notices import FirstOf, Notice, ProblemBar, ReminderBar, SendingBar, WaitingBar
from ui.parts import Folding, Tone, folded_tip
from ui.room import Room
from ui.task_runner import TaskRunner


@pytest.fixture
def actions(qapp: QApplication) -> Actions:
    return Actions(qapp)


@pytest.fixture
def problems(qtbot: QtBot, actions: Actions) -> ProblemBar:
    bar = ProblemBar(actions)
    qtbot.addWidget(bar)
    return bar


def test_blocked_bookings_are_told_before_those_to_review(problems: ProblemBar):
    problems.show_numbers(blocked=14, review=23, total=60, kinds="14 saknar adress")

    told = "14 av 60 bokningar behöver åtgärdas innan de kan skickas: 14 saknar adress."
    assert problems.text == told


def test_without_blocked_ones_those_to_review_are_told(problems: ProblemBar):
    problems.show_numbers(blocked=0, review=1, total=1, kinds="1 har tolk")

    told = "1 av 1 bokning behöver granskas innan de kan skickas: 1 har tolk."
    assert problems.text == told


def test_without_problems_there_is_no_bar(problems: ProblemBar):
    problems.show_numbers(blocked=1, review=0, total=2, kinds="1 saknar adress")
    problems.show_numbers(blocked=0, review=0, total=2, kinds="")

    assert problems.isHidden()


def test_the_bar_leads_to_the_next_problem(problems: ProblemBar, actions: Actions, qtbot: QtBot):
    actions.next_problem.setEnabled(True)

    with qtbot.waitSignal(actions.next_problem.triggered):
        sure(problems.findChild(QPushButton)).click()


def test_only_the_first_bar_that_has_something_to_say_takes_room(qtbot: QtBot):
    pressing, calm = Notice(), Notice()
    both = FirstOf(pressing, calm)
    qtbot.addWidget(both)
    both.show()

    calm.show_news("Lugnt.", tone=Tone.NEWS)
    alone = calm.isVisible()
    pressing.show_news("Bråttom.", tone=Tone.ATTENTION)
    together = (pressing.isVisible(), calm.isVisible())
    pressing.hide()

    assert alone
    assert together == (True, False)
    assert calm.isVisible()


def test_a_notice_can_be_closed_and_a_change_be_taken_back(qtbot: QtBot):
    notice = Notice()
    qtbot.addWidget(notice)

    notice.show_news("46 kallelser skickade.", tone=Tone.DONE)
    plain = notice.undo.isHidden()
    notice.show_change("Brevtypen är ändrad för 58 bokningar.")
    with qtbot.waitSignal(notice.undo_wanted):
        QTest.mouseClick(notice.undo, Qt.MouseButton.LeftButton)

    assert plain
    assert notice.isHidden()


def test_waiting_letters_are_sent_or_taken_back_only_when_somebody_says_so(qtbot: QtBot):
    bar = WaitingBar()
    qtbot.addWidget(bar)

    with qtbot.waitSignals([bar.resume_wanted, bar.cancel_wanted]):
        bar.resume.click()
        bar.cancel.click()


def test_a_send_tells_how_far_it_has_come_and_can_be_stopped_once(qtbot: QtBot):
    bar = SendingBar()
    qtbot.addWidget(bar)
    bar.show_progress("Skickar {} av {} brev", 12, 60)

    with qtbot.waitSignal(bar.stop_wanted):
        bar.stop_button.click()
    bar.show_stopping()

    assert not bar.stop_button.isEnabled()
    assert bar.text == "Stannar efter den kallelse som skickas nu…"


def test_markup_in_a_bar_is_shown_letter_by_letter(qtbot: QtBot):
    notice = Notice()
    qtbot.addWidget(notice)

    notice.show_news("<b>fet.csv</b>", tone=Tone.NEWS)

    assert notice.text == "<b>fet.csv</b>"


def test_in_the_lowest_window_a_bar_is_one_line_and_the_rest_is_in_its_tip(qtbot: QtBot):
    notice, told = Notice(), "Sextio bokningar är för en annan enhet än den som är vald. " * 4
    qtbot.addWidget(notice)
    notice.show_news(told, tone=Tone.REVIEW)
    notice.resize(600, notice.heightForWidth(600))
    wrapped = notice.height()

    notice.fit(Room.TIGHT)
    notice.resize(600, notice.minimumSizeHint().height())
    notice.grab()

    sentence = sure(notice.findChild(Folding))
    assert notice.height() < wrapped
    assert sentence.height() < 2 * sentence.fontMetrics().height()
    assert sentence.toolTip() == folded_tip(told)
    assert notice.accessibleName() == told


def test_a_reminder_stays_until_it_is_closed(qtbot: QtBot):
    bar = ReminderBar()
    qtbot.addWidget(bar)

    bar.show_notices(("Certifikatet går ut om 7 dagar.", "Utfärdarens går ut i dag."))
    told = bar.text
    sure(bar.findChild(QPushButton)).click()

    assert told == "Certifikatet går ut om 7 dagar. Utfärdarens går ut i dag."
    assert bar.isHidden()


def test_without_anything_to_remind_of_there_is_no_bar(qtbot: QtBot):
    bar = ReminderBar()
    qtbot.addWidget(bar)

    bar.show_notices(())

    assert bar.isHidden()


def test_the_window_shows_what_the_services_remind_of(
    qtbot: QtBot, services: Services, tasks: TaskRunner
):
    told = ("Certifikatet för 1177 går ut i morgon.",)

    desk = seat(qtbot, replace(services, notices=told), tasks)

    assert desk.view.reminder.text == told[0]
