"""The panel under the list: what it says of each kind of row, and its keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.dispatch import Status
from app.findings import Code, Decision, Finding, Severity
from app.rows import Row, RowStatus
from app.triage.choices import APPROVE, CORRECT, KEEP_BOTH, KEEP_THIS, SKIP, WRITE_ADDRESS
from tests.desk import sure
from tests.fakes import BOTH, make_draft, make_order, make_preview
from ui.fix_panel import FixPanel, said_of
from ui.remedy import KeyHint
from ui.room import Room

NO_ADDRESS = Finding(
    Code.NO_ADDRESS, Severity.BLOCKED, "Adress saknas", "Skriv den.", (WRITE_ADDRESS, SKIP)
)
INTERPRETER = Finding(
    Code.INTERPRETER, Severity.REVIEW, "Tolk bokad: arabiska", "Kontrollera.", (APPROVE, SKIP)
)
TWICE = Finding(
    Code.DUPLICATE, Severity.REVIEW, "Samma patient", "Välj.", (KEEP_THIS, KEEP_BOTH, SKIP)
)
BLOCKED = Row(make_draft(), BOTH, (NO_ADDRESS, INTERPRETER), RowStatus.BLOCKED)


@pytest.fixture
def panel(qtbot: QtBot) -> FixPanel:
    panel = FixPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.take_focus()
    return panel


def buttons(panel: FixPanel) -> list[str]:
    found = [b for b in panel.findChildren(QPushButton) if b.isVisibleTo(panel)]
    return [button.text() for button in found if button is not panel.channel]


def test_it_names_the_worst_finding_and_what_comes_after_it():
    said = said_of(BLOCKED)

    assert said.headline == "Åtgärda: Adress saknas"
    assert said.sentence == "Skriv den."
    assert said.also == "Därefter: Tolk bokad: arabiska"


def test_an_approved_finding_is_not_asked_about_again():
    draft = make_draft().approving(frozenset({Code.INTERPRETER}))

    said = said_of(Row(draft, BOTH, (TWICE, INTERPRETER), RowStatus.REVIEW))

    assert said.also == ""


def test_buttons_show_their_keys(panel: FixPanel):
    panel.show_row(BLOCKED)

    assert buttons(panel) == ["Skriv adress   D", "Hoppa över   H"]


@pytest.mark.parametrize(
    ("finding", "keys", "decision"),
    [
        (NO_ADDRESS, "D", Decision.WRITE_ADDRESS),
        (NO_ADDRESS, "H", Decision.SKIP),
        (INTERPRETER, "Space", Decision.APPROVE),
        (TWICE, "B", Decision.KEEP_THIS),
        (TWICE, "Shift+B", Decision.APPROVE),
    ],
)
def test_a_key_decides_as_its_button_says(
    panel: FixPanel, qtbot: QtBot, finding: Finding, keys: str, decision: Decision
):
    status = RowStatus.BLOCKED if finding is NO_ADDRESS else RowStatus.REVIEW
    panel.show_row(Row(make_draft(), BOTH, (finding,), status))

    with qtbot.waitSignal(panel.decided) as decided:
        QTest.keySequence(panel, QKeySequence(keys))

    assert decided.args == [decision]


def test_a_key_that_is_no_choice_does_nothing(panel: FixPanel, qtbot: QtBot):
    panel.show_row(BLOCKED)

    with qtbot.assertNotEmitted(panel.decided):
        QTest.keyClick(panel, Qt.Key.Key_S)


def test_a_button_decides_when_it_is_clicked(panel: FixPanel, qtbot: QtBot):
    panel.show_row(BLOCKED)
    skip = panel.findChildren(QPushButton)[-1]

    with qtbot.waitSignal(panel.decided) as decided:
        QTest.mouseClick(skip, Qt.MouseButton.LeftButton)

    assert decided.args == [Decision.SKIP]


def test_the_panel_keeps_the_focus_when_its_buttons_change(panel: FixPanel, qtbot: QtBot):
    panel.show_row(BLOCKED)
    with qtbot.waitActive(panel):
        panel.activateWindow()
    panel.findChildren(QPushButton)[0].setFocus()

    panel.show_row(Row(make_draft(), BOTH, (TWICE,), RowStatus.REVIEW))

    assert panel.hasFocus()


def test_a_left_out_row_can_be_taken_back(panel: FixPanel, qtbot: QtBot):
    panel.show_row(Row(make_draft().leaving_out("Ring patienten"), BOTH, (), RowStatus.LEFT_OUT))

    with qtbot.waitSignal(panel.decided) as decided:
        QTest.keyClick(panel, Qt.Key.Key_T)

    assert decided.args == [Decision.INCLUDE]


def test_a_ready_row_tells_its_way_and_why():
    said = said_of(Row(make_draft(), BOTH, (), RowStatus.READY))

    assert said.headline == "Klar: 1177 + Brev"
    assert said.sentence == BOTH.reason


def test_a_sent_row_tells_how_it_went_and_offers_nothing():
    queued = make_order(make_preview()).dispatch
    sent = replace(queued, status=Status.SENT, explanation="Skickad.")
    unclear = replace(queued, status=Status.UNKNOWN, explanation="Svaret uteblev.")

    said = said_of(Row(make_draft(), BOTH, (), RowStatus.UNKNOWN, dispatches=(sent, unclear)))

    assert said.sentence == (
        "1177: skickad 23 nov 12.00. 1177: oklart 23 nov 12.00. Svaret uteblev."
    )
    assert said.choices == ()


def test_markup_in_a_finding_is_shown_letter_by_letter(panel: FixPanel):
    finding = replace(NO_ADDRESS, sentence="<b>Skriv</b>")

    panel.show_row(Row(make_draft(), BOTH, (finding,), RowStatus.BLOCKED))

    assert "<b>Skriv</b>" in panel.accessibleName()


def test_it_tells_how_many_more_rows_one_press_can_answer_for():
    said = said_of(Row(make_draft(), BOTH, (INTERPRETER,), RowStatus.REVIEW), alike=9)

    assert said.also == "Gäller 9 till. Gör likadant: Skift+Mellanslag eller Skift+H."


def test_what_is_true_of_one_row_only_is_not_offered_for_many():
    said = said_of(BLOCKED, alike=9)

    assert said.also.startswith("Gäller 9 till. Gör likadant: Skift+H. Därefter:")


@pytest.mark.parametrize(
    ("finding", "keys", "decision"),
    [
        (INTERPRETER, "Shift+Space", Decision.APPROVE),
        (INTERPRETER, "Shift+H", Decision.SKIP),
        (NO_ADDRESS, "Shift+H", Decision.SKIP),
    ],
)
def test_with_shift_a_key_decides_for_all_alike(
    panel: FixPanel, qtbot: QtBot, finding: Finding, keys: str, decision: Decision
):
    panel.show_row(Row(make_draft(), BOTH, (finding,), RowStatus.REVIEW), alike=2)

    with qtbot.waitSignal(panel.decided_alike) as decided, qtbot.assertNotEmitted(panel.decided):
        QTest.keySequence(panel, QKeySequence(keys))

    assert decided.args == [decision]


@pytest.mark.parametrize(
    ("finding", "keys", "alike"),
    [
        (NO_ADDRESS, "Shift+D", 2),
        (replace(NO_ADDRESS, choices=(CORRECT, SKIP)), "Shift+K", 2),
    ],
)
def test_shift_does_nothing_where_a_choice_is_of_one_row(
    panel: FixPanel, qtbot: QtBot, finding: Finding, keys: str, alike: int
):
    panel.show_row(Row(make_draft(), BOTH, (finding,), RowStatus.REVIEW), alike=alike)

    with qtbot.assertNotEmitted(panel.decided_alike), qtbot.assertNotEmitted(panel.decided):
        QTest.keySequence(panel, QKeySequence(keys))


def test_shift_on_a_row_with_none_alike_acts_as_the_plain_key(panel: FixPanel, qtbot: QtBot):
    panel.show_row(Row(make_draft(), BOTH, (INTERPRETER,), RowStatus.REVIEW), alike=0)

    with qtbot.waitSignal(panel.decided) as decided:
        QTest.keySequence(panel, QKeySequence("Shift+Space"))

    assert decided.args == [Decision.APPROVE]


def test_a_key_of_a_choice_that_has_shift_itself_goes_before_all_alike(
    panel: FixPanel, qtbot: QtBot
):
    panel.show_row(Row(make_draft(), BOTH, (TWICE,), RowStatus.REVIEW), alike=2)

    with qtbot.waitSignal(panel.decided) as decided, qtbot.assertNotEmitted(panel.decided_alike):
        QTest.keySequence(panel, QKeySequence("Shift+B"))

    assert decided.args == [Decision.APPROVE]
    assert buttons(panel) == ["Behåll denna   B", "Behåll båda   Skift+B", "Hoppa över   H"]


def test_a_click_with_shift_decides_for_all_alike(panel: FixPanel, qtbot: QtBot):
    panel.show_row(Row(make_draft(), BOTH, (INTERPRETER,), RowStatus.REVIEW), alike=2)
    skip = panel.findChildren(QPushButton)[-1]

    with qtbot.waitSignal(panel.decided_alike) as decided:
        QTest.mouseClick(skip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)

    assert decided.args == [Decision.SKIP]
    assert skip.toolTip() == "Skift+klick: gör likadant med 2 till"


def test_the_panel_is_as_high_for_a_long_sentence_as_for_a_short_one(panel: FixPanel):
    panel.resize(600, 1)
    long = replace(INTERPRETER, sentence="Tolk är bokad. " * 9)

    panel.show_row(Row(make_draft(), BOTH, (), RowStatus.READY))
    short_height = panel.minimumSizeHint().height(), panel.heightForWidth(600)
    panel.show_row(Row(make_draft(), BOTH, (long, NO_ADDRESS), RowStatus.REVIEW), alike=9)

    assert max(short_height) <= panel.minimumHeight()
    assert panel.heightForWidth(600) <= panel.minimumHeight()


def test_the_hint_asks_for_no_key_that_has_been_pressed(panel: FixPanel, qtbot: QtBot):
    panel.show_row(BLOCKED)
    hint = sure(panel.findChild(KeyHint))
    with qtbot.waitActive(panel):
        panel.activateWindow()

    panel.take_focus()
    at_the_panel = hint.text()
    skip = panel.findChildren(QPushButton)[-1]
    skip.setFocus()
    at_a_button = hint.text()
    skip.clearFocus()

    assert at_the_panel == at_a_button == "Tryck bokstaven"
    assert hint.text() == "Tryck F4, sedan bokstaven"


def test_in_a_low_window_a_long_headline_is_one_line_without_the_hint(panel: FixPanel):
    panel.fit(Room.SNUG)
    panel.resize(600, 90)
    hint = sure(panel.findChild(KeyHint))
    panel.show_row(BLOCKED)
    short = hint.isVisible()

    long = replace(NO_ADDRESS, label="Fritexten kan innehålla mycket känsliga personliga uppgifter")
    panel.show_row(Row(make_draft(), BOTH, (long,), RowStatus.BLOCKED))

    assert short
    assert not hint.isVisible()


def test_in_a_low_window_the_panel_is_as_high_for_one_line_as_for_two(panel: FixPanel):
    panel.fit(Room.SNUG)
    panel.resize(600, 1)
    panel.show_row(BLOCKED)
    short = panel.minimumSizeHint().height()

    long = replace(NO_ADDRESS, sentence="Brevet kan inte adresseras alls. " * 3)
    panel.show_row(Row(make_draft(), BOTH, (long,), RowStatus.BLOCKED))

    assert panel.minimumSizeHint().height() == short
