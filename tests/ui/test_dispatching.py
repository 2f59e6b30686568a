"""Sending from the window: asked once, stored first, and told truly as it went."""

from collections import Counter
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.dispatch import Dispatch, Status
from app.draft import Channel
from app.errors import ClaimedElsewhere, OutcomeUnknown, Rejected, Unreachable
from app.history import Question
from app.pace import Progress
from app.rows import RowStatus
from app.tally import Tally
from tests.desk import Desk, sure
from tests.fakes import ScriptedCarrier
from ui.confirm_sheet import ConfirmSheet
from ui.parts import Tone
from ui.sending import Round, Sender
from ui.sending_words import result_sentences


def send(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.utskick.sent, timeout=30_000):
        desk.confirm().accept()


def statuses(desk: Desk) -> list[RowStatus]:
    return [desk.worklist.row(row_no).status for row_no in (2, 3, 4)]


def test_four_keys_send_a_clean_file(
    clean_desk: Desk, inbox: ScriptedCarrier, post: ScriptedCarrier
):
    clean_desk.press_send()
    with clean_desk.qtbot.waitSignal(clean_desk.utskick.sent):
        QTest.keyClick(sure(QApplication.activeModalWidget()), Qt.Key.Key_Return)

    assert statuses(clean_desk) == [RowStatus.SENT] * 3
    assert (len(inbox.delivered), len(post.delivered)) == (3, 3)
    assert clean_desk.view.notice.text == "3 kallelser skickade."
    assert clean_desk.view.dispatch_bar.balance.text() == "Inlästa 3 = skickade 3 + kvar 0"


def test_a_sheet_that_is_left_sends_and_stores_nothing(clean_desk: Desk, inbox: ScriptedCarrier):
    clean_desk.confirm().reject()

    assert inbox.delivered == []
    assert clean_desk.services.archive.count(Question()) == 0
    assert statuses(clean_desk) == [RowStatus.READY] * 3


def test_a_row_decided_otherwise_while_the_sheet_stood_open_is_not_sent(
    clean_desk: Desk, inbox: ScriptedCarrier
):
    sheet = clean_desk.confirm()
    clean_desk.worklist.change((3,), lambda draft: draft.leaving_out("Hoppas över"))

    with clean_desk.qtbot.waitSignal(clean_desk.utskick.sent):
        sheet.accept()

    assert sorted(parcel.dispatch.row_no for parcel in inbox.delivered) == [2, 4]
    assert "1 kallelse hade ändrats" in clean_desk.view.notice.text


def test_a_letter_that_is_no_longer_what_was_checked_is_held_back_and_checked_again(
    clean_desk: Desk, inbox: ScriptedCarrier
):
    """H6"""
    row = clean_desk.worklist.row(3)
    clean_desk.worklist.note_check(row.draft, replace(sure(row.check), digest="en annan"))

    send(clean_desk)
    clean_desk.wait(lambda: clean_desk.worklist.row(3).status is RowStatus.READY)

    assert sorted(parcel.dispatch.row_no for parcel in inbox.delivered) == [2, 4]
    assert clean_desk.view.notice.text == (
        "2 kallelser skickade. 1 kallelse hade ändrats och kontrolleras igen."
    )


def test_an_unclear_answer_and_a_refusal_stand_on_their_rows(
    clean_desk: Desk, inbox: ScriptedCarrier
):
    inbox.answers = [OutcomeUnknown("Svaret uteblev."), Rejected("Numret finns inte.")]

    send(clean_desk)

    assert Counter(statuses(clean_desk)) == {
        RowStatus.UNKNOWN: 1, RowStatus.REJECTED: 1, RowStatus.SENT: 1,
    }  # fmt: skip
    assert clean_desk.view.notice.text == (
        "1 kallelse skickade. 1 är oklar och står som Oklart tills någon avgör. "
        "1 togs inte emot. Se orsaken på raden."
    )
    remarks = {line.cells[4] for line in map(clean_desk.bench.bookings.model.line, range(3))}
    assert {"Svaret uteblev.", "Numret finns inte."} <= remarks


def test_letters_that_could_not_leave_wait_until_somebody_says_what_to_do(
    clean_desk: Desk, inbox: ScriptedCarrier
):
    inbox.answers = [Unreachable("1177 svarar inte.", "Försök igen om en stund.")]

    send(clean_desk)

    assert "3 brev eller meddelanden väntar. 1177 svarar inte." in clean_desk.view.waiting.text
    assert not clean_desk.window.commands.send.isEnabled()
    assert "väntar redan" in clean_desk.window.commands.send.toolTip()

    with clean_desk.qtbot.waitSignal(clean_desk.utskick.sent):
        clean_desk.view.waiting.resume.click()

    assert statuses(clean_desk) == [RowStatus.SENT] * 3
    assert clean_desk.view.waiting.isHidden()


def test_letters_that_wait_can_be_taken_back_and_be_sent_anew(
    clean_desk: Desk, inbox: ScriptedCarrier
):
    inbox.answers = [Unreachable("1177 svarar inte.")]
    send(clean_desk)

    with clean_desk.qtbot.waitSignal(clean_desk.utskick.sent):
        clean_desk.view.waiting.cancel.click()

    assert clean_desk.kept(Status.CANCELLED) == 3
    assert clean_desk.view.notice.text == "Inget väntar längre på att skickas."
    assert RowStatus.UNDER_WAY not in statuses(clean_desk)


@pytest.mark.parametrize(
    ("tally", "waiting", "told"),
    [
        (Tally(moved={Status.SENT: 1}), 0, "1 brev eller meddelande skickade."),
        (Tally(moved={Status.UNKNOWN: 2}), 0, "2 är oklara och står som Oklart"),
        (None, 0, "Inget väntar längre på att skickas."),
        (None, 7, "7 brev eller meddelanden väntar."),
    ],
)
def test_a_round_without_rows_is_told_in_letters(tally: Tally | None, waiting: int, told: str):
    assert told in result_sentences(Round(tally, waiting), Counter(), held_back=0)


def test_rows_that_another_pc_sends_are_ready_again_and_the_window_says_who_has_them(
    clean_desk: Desk, inbox: ScriptedCarrier
):
    class TakenByBo:
        def take(self, dispatch: Dispatch, *, at: datetime, who: str) -> None:
            raise ClaimedElsewhere("Skickas redan.", holder="RECEPTION-2 av bo")

    clean_desk.services.outbox._claims = TakenByBo()

    send(clean_desk)

    assert inbox.delivered == []
    assert RowStatus.UNDER_WAY not in statuses(clean_desk)
    assert clean_desk.view.notice.text == (
        "6 brev eller meddelanden har tagits på RECEPTION-2 av bo. "
        "Kontrollera där att allt är skickat."
    )
    assert clean_desk.kept(Status.CANCELLED) == 6


def test_letters_that_another_pc_has_are_told_with_its_name():
    tally = Tally(elsewhere={"RECEPTION-2 av bo": 2, "KASSAN av eva": 1})

    told = result_sentences(Round(tally, 0), Counter(), held_back=0)

    assert told == (
        "2 brev eller meddelanden har tagits på RECEPTION-2 av bo. "
        "Kontrollera där att allt är skickat. "
        "1 brev eller meddelande har tagits på KASSAN av eva. "
        "Kontrollera där att allt är skickat."
    )


def test_letters_that_are_outdated_are_told():
    told = result_sentences(Round(Tally(outdated=1), 0), Counter(), held_back=0)

    assert told == "1 brev eller meddelande gällde inte längre och skickades inte."


def test_one_reason_that_stopped_both_channels_is_told_once():
    gone = "Mappen som datorerna delar går inte att nå, så inget skickas."
    tally = Tally(stopped={Channel.INBOX_1177: gone, Channel.LETTER: gone})

    told = result_sentences(Round(tally, 6), Counter(), held_back=0)

    assert told == f"6 brev eller meddelanden väntar. {gone}"


def test_tones_match_what_happened(clean_desk: Desk):
    send(clean_desk)

    assert clean_desk.view.notice.property("bar") == Tone.DONE.value


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (None, "meddelanden…"),
        (59.0, "meddelanden, mindre än en minut kvar…"),
        (61.0, "meddelanden, cirka 2 minuter kvar…"),
    ],
)
def test_where_1177_asks_for_a_pace_the_remaining_time_is_told(
    clean_desk: Desk, seconds: float | None, told: str
):
    sender = clean_desk.window.findChild(Sender)

    sure(sender).progressed.emit(Progress(3, 60, seconds))

    assert clean_desk.view.sending.text.endswith(told)


def test_twenty_presses_in_a_row_send_every_letter_once(clean_desk: Desk, inbox: ScriptedCarrier):
    """H1: on the keys, on the button of the window, and on that of the sheet."""
    sheet = clean_desk.confirm()
    for _ in range(19):
        clean_desk.press_send()
        clean_desk.view.dispatch_bar.send_button.click()

    with clean_desk.qtbot.waitSignal(clean_desk.utskick.sent):
        for _ in range(20):
            sheet.send_button.click()

    assert len(clean_desk.window.findChildren(ConfirmSheet)) <= 1
    assert Counter(parcel.dispatch.row_no for parcel in inbox.delivered) == {2: 1, 3: 1, 4: 1}
    assert clean_desk.kept(Status.SENT) == 6
