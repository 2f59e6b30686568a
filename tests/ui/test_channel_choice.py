"""Choosing another way for the shown letter: what the menu offers, locks and does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from app.channels import Route
from app.draft import Channel
from app.rows import RowStatus
from tests.desk import Desk
from tests.fakes import ONLY_LETTER, make_draft
from ui.channel_choice import ChannelChoice

MESSAGE, LETTER, BOTH = (Channel.INBOX_1177,), (Channel.LETTER,), tuple(Channel)
OPEN = Route(MESSAGE, "Patienten får avisering.", "always", (MESSAGE, BOTH, LETTER))


@pytest.fixture
def choice(qtbot: QtBot) -> ChannelChoice:
    choice = ChannelChoice()
    qtbot.addWidget(choice)
    choice.show_route(OPEN)
    return choice


def test_the_menu_names_the_ways_and_marks_what_is_chosen_and_what_the_rule_proposes(
    choice: ChannelChoice,
):
    chosen = OPEN.as_wished(LETTER, user="anna")

    choice.show_route(chosen)

    assert [way.text() for way in choice.ways] == ["1177 (regelns förslag)", "Brev", "1177 + Brev"]
    assert [way.isChecked() for way in choice.ways] == [False, True, False]
    assert "Valt av anna" in choice.accessibleDescription()


def test_a_way_that_the_rule_forbids_is_grey_and_the_reason_is_told(choice: ChannelChoice):
    locked = Route(LETTER, ONLY_LETTER.reason, "no_login", (LETTER,))

    choice.show_route(locked)

    assert [way.isEnabled() for way in choice.ways] == [False, True, False]
    assert choice.accessibleDescription() == "Patienten är inte inloggad på 1177."


def test_a_chosen_way_is_told_once(choice: ChannelChoice, qtbot: QtBot):
    with qtbot.waitSignal(choice.changed) as told:
        choice.ways[2].trigger()

    assert told.args[0](make_draft()).channels_wished == BOTH


def test_choosing_what_the_rule_proposes_leaves_it_to_the_rule(choice: ChannelChoice, qtbot: QtBot):
    choice.show_route(OPEN.as_wished(LETTER, user="anna"))

    with qtbot.waitSignal(choice.changed) as told:
        choice.ways[0].trigger()

    assert told.args[0](make_draft().with_channels(LETTER)).channels_wished == ()


def test_a_letter_that_may_not_be_sent_has_no_way_to_choose(choice: ChannelChoice):
    choice.show_route(Route((), "Personnumret går inte att tolka.", "unknown_id"))

    assert not choice.isEnabled()


def said(desk: Desk) -> str:
    """The sentence above the previews."""
    labels = desk.bench.preview.findChildren(QLabel)
    return next((one.text() for one in labels if one.text().startswith("Skickas ")), "")


def open_menu(desk: Desk) -> QMenu:
    QTest.keyClick(desk.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    menu = desk.bench.fix_panel.channel.findChild(QMenu)
    assert isinstance(menu, QMenu)
    return menu


def test_a_letter_can_be_sent_on_paper_only_with_two_keys(opened: Desk):
    row = opened.show(RowStatus.READY)
    assert row.route.channels == BOTH

    menu = open_menu(opened)
    assert menu.isVisible()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)

    assert opened.shown.route.channels == LETTER
    assert opened.shown.status is RowStatus.READY
    opened.wait(lambda: said(opened).startswith("Skickas som brev. Valt av"))


def test_there_is_no_way_to_choose_for_a_protected_person(opened: Desk):
    opened.show(RowStatus.BLOCKED, label="Skyddade")

    assert not open_menu(opened).isVisible()
    assert not opened.window.commands.channel.isEnabled()
    assert not opened.bench.fix_panel.channel.isEnabled()
