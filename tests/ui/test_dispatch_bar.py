"""The bar at the bottom: sums that balance, and a send button that says what it does."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.actions import Actions
from ui.dispatch_bar import DispatchBar, Sums
from ui.room import Room
from ui.theme import ALARM, shade

SUMS = Sums(total=60, sent=10, left=50, ready=41, by_inbox=30, by_post=25)


@pytest.fixture
def actions(qapp) -> Actions:
    return Actions(qapp)


@pytest.fixture
def bar(qtbot: QtBot, actions: Actions) -> DispatchBar:
    bar = DispatchBar(actions)
    qtbot.addWidget(bar)
    bar.show_nothing()
    return bar


def test_before_a_file_is_open_nothing_can_be_sent(bar: DispatchBar, actions: Actions):
    assert not actions.send.isEnabled()
    assert bar.send_button.toolTip() == "Öppna en bokningsfil först"


def test_the_button_has_verb_and_count_and_the_bar_has_both_ways(bar: DispatchBar):
    bar.show_sums(SUMS)

    assert bar.send_button.text() == "Skicka 41 kallelser…"
    assert bar.send_button.isEnabled()
    assert bar.ready.text() == "41 klara: 30 till 1177, 25 som brev"
    assert bar.balance.text() == "Inlästa 60 = skickade 10 + kvar 50"


def test_one_letter_is_spoken_of_in_the_singular(bar: DispatchBar):
    bar.show_sums(Sums(total=1, sent=0, left=1, ready=1, by_inbox=1, by_post=0))

    assert bar.send_button.text() == "Skicka 1 kallelse…"


def test_without_a_ready_row_the_button_says_what_is_missing(bar: DispatchBar):
    bar.show_sums(Sums(total=2, sent=0, left=2, ready=0, by_inbox=0, by_post=0))

    assert not bar.send_button.isEnabled()
    assert bar.send_button.toolTip() == "Godkänn minst en bokning först"


def test_sums_that_do_not_balance_are_red_and_say_so(bar: DispatchBar):
    bar.show_sums(Sums(total=60, sent=10, left=49, ready=0, by_inbox=0, by_post=0))

    assert "stämmer inte" in bar.balance.text()
    assert bar.balance.palette().color(bar.balance.foregroundRole()) == shade(ALARM)


def test_an_obstacle_outlives_new_sums_until_it_is_taken_away(bar: DispatchBar, actions: Actions):
    bar.show_obstacle("Ett utskick pågår")
    bar.show_sums(SUMS)
    stopped = actions.send.isEnabled()

    bar.show_obstacle("")

    assert not stopped
    assert actions.send.isEnabled()


def test_the_send_action_has_its_key_also_on_the_number_block(actions: Actions):
    keys = [keys.toString() for keys in actions.send.shortcuts()]

    assert keys == ["Ctrl+Shift+Return", "Ctrl+Shift+Enter"]


def test_why_nothing_can_be_sent_stands_in_words_beside_the_button(bar: DispatchBar):
    bar.show_sums(SUMS)
    free = bar.reason.isHidden()

    bar.show_unseen("Mallarna är nya. Titta på 3 kallelser till innan du skickar.")

    assert free
    assert not bar.reason.isHidden()
    assert bar.reason.text() == "Mallarna är nya. Titta på 3 kallelser till innan du skickar."


def test_while_letters_are_checked_nobody_is_asked_to_approve_one(bar: DispatchBar):
    bar.show_sums(Sums(total=2, sent=0, left=2, ready=0, by_inbox=0, by_post=0))

    bar.show_quiet("Kontrollerar brev 0 av 2")
    meanwhile = bar.reason.text()
    bar.show_quiet("")

    assert meanwhile == "Breven kontrolleras först"
    assert bar.reason.text() == "Godkänn minst en bokning först"


def test_where_all_is_sent_nobody_is_asked_to_approve_more(bar: DispatchBar):
    bar.show_sums(Sums(total=2, sent=2, left=0, ready=0, by_inbox=0, by_post=0))

    assert bar.reason.text() == "Allt är skickat"


def test_what_goes_to_the_next_problem_is_grey_while_there_is_none(
    bar: DispatchBar, actions: Actions
):
    button = next(one for one in bar.findChildren(QPushButton) if one.text() == "Visa nästa  F8")
    before = button.isEnabled()

    actions.next_problem.setEnabled(True)

    assert not before
    assert button.isEnabled()


def test_in_a_low_window_the_reason_stands_where_it_was_told_how_many_are_ready(bar: DispatchBar):
    bar.fit(Room.SNUG)
    bar.show_sums(SUMS)
    free = bar.ready.isHidden(), bar.reason.isHidden()

    bar.show_obstacle("Ett utskick pågår")
    stopped = bar.ready.isHidden(), bar.reason.isHidden()
    bar.fit(Room.AMPLE)

    assert free == (False, True)
    assert stopped == (True, False)
    assert not bar.ready.isHidden()
    assert not bar.reason.isHidden()
    assert not bar.balance.isHidden()
