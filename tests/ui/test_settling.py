"""What is unclear, refused or taken back is settled in history, with a reason, and all follows."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.adapters.store import SqliteStore
from app.decisions import QUIET_PERIODS
from app.dispatch import Dispatch, Status
from app.draft import Channel
from app.errors import AwaitsCount, OutcomeUnknown, Rejected
from app.rows import RowStatus
from app.services import Services
from tests.desk import Desk, seat, sure
from tests.fakes import NOON, ScriptedCarrier, bring_to
from tests.ui.conftest import keep_reading
from ui.copy_sheet import CopySheet
from ui.error_dialog import ErrorDialog
from ui.history_view import HistoryView
from ui.holding import Holding
from ui.message_sheet import MessageBody
from ui.page_view import PageView
from ui.sending import Sender
from ui.settling import Settling
from ui.task_runner import TaskRunner
from ui.work_lists import WorkList

SILENCE = OutcomeUnknown("Svaret uteblev. Det går inte att se om meddelandet kom fram.")
REFUSED = Rejected("Numret finns inte i 1177.")
WHY = "Ringde patienten"
AFTER_THE_QUIET = NOON + QUIET_PERIODS[Channel.INBOX_1177]


class Clock:
    """Stands still until a test lets time pass."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock(scripted: Services) -> Clock:
    """Only that of the decisions and of the window."""
    made = Clock()
    scripted.decisions._now = made
    return made


def history(desk: Desk) -> HistoryView:
    return sure(desk.window.history)


def send(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.utskick.sent, timeout=30_000):
        desk.confirm().accept()


def show_unclear(desk: Desk) -> None:
    """By the notice's own button, and down to the first letter."""
    desk.view.notice.unclear.click()
    desk.wait(lambda: history(desk).lists.model.rowCount() > 0)
    open_first(desk)


def open_first(desk: Desk) -> None:
    QTest.keyClick(history(desk).lists.table, Qt.Key.Key_Home)
    desk.wait(lambda: history(desk)._opened is not None)


def list_status(desk: Desk, status: str) -> None:
    desk.window.show_history()
    history(desk).filters._status.setCurrentText(status)
    desk.wait(lambda: history(desk).lists.model.rowCount() > 0)
    open_first(desk)


def write_why(desk: Desk, why: str = WHY) -> None:
    QTest.keyClicks(history(desk).letter.panel.why, why)


def press(desk: Desk, button: QPushButton) -> None:
    sender = sure(desk.utskick.findChild(Sender))
    with desk.qtbot.waitSignals([history(desk).settled, sender.looked]):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def copy_sheet(desk: Desk, button: QPushButton) -> CopySheet:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.wait(lambda: isinstance(QApplication.activeModalWidget(), CopySheet))
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, CopySheet)
    return sheet


def opened(desk: Desk) -> Dispatch:
    return sure(history(desk)._opened).sent.dispatch


def statuses(desk: Desk) -> list[RowStatus]:
    return sorted(row.status for row in desk.worklist.rows)


@pytest.fixture
def unclear(clean_desk: Desk, inbox: ScriptedCarrier, clock: Clock) -> Desk:
    """One message of three is unclear, and the work list stands open at it."""
    inbox.answers = [SILENCE]
    send(clean_desk)
    show_unclear(clean_desk)
    return clean_desk


def test_the_notice_after_a_round_leads_to_the_work_list(unclear: Desk):
    view = history(unclear)

    assert view.lists.model.rowCount() == 1
    assert opened(unclear).status is Status.UNKNOWN
    assert view.letter.panel.isVisible()
    assert view.filters.chips.of[WorkList.UNCLEAR].text() == "Oklart (1)"


def test_a_notice_without_anything_unclear_leads_nowhere(clean_desk: Desk):
    send(clean_desk)

    assert not clean_desk.view.notice.unclear.isVisible()


def test_what_is_unclear_since_another_day_is_told_at_the_start(
    unclear: Desk, scripted: Services, tasks: TaskRunner
):
    after = seat(unclear.qtbot, scripted, tasks)

    assert after.view.notice.text == "1 är oklar sedan tidigare och väntar på att någon avgör."
    after.view.notice.unclear.click()
    after.wait(lambda: history(after).lists.model.rowCount() == 1)


def test_the_panel_tells_when_and_the_correlation_id(unclear: Desk):
    told = history(unclear).letter.panel.about.text()

    assert told == f"Senast ändrad 23 nov 12.00. Korrelations-id: {opened(unclear).id}-1"


def test_the_text_to_the_support_is_copied_and_names_no_patient(unclear: Desk):
    panel, letter = history(unclear).letter.panel, opened(unclear)

    QTest.mouseClick(panel.support, Qt.MouseButton.LeftButton)

    text = QGuiApplication.clipboard().text()
    assert str(letter.id) in text
    assert not any(word in text for word in (letter.person, *letter.name.split(", ")))
    assert panel.note.text() == "Texten är kopierad. Den nämner ingen patient."


def test_nothing_can_be_decided_without_a_reason(unclear: Desk):
    panel = history(unclear).letter.panel
    before = [button.isEnabled() for button in (panel.yes, panel.resend, panel.paper)]

    write_why(unclear)

    assert before == [False] * 3
    assert all(button.isEnabled() for button in (panel.yes, panel.resend, panel.paper))


def test_a_message_that_arrived_is_sent_by_whom_and_why(unclear: Desk):
    letter = opened(unclear)
    write_why(unclear)

    press(unclear, history(unclear).letter.panel.yes)

    kept = unclear.services.archive.open(letter.id)
    assert kept.dispatch.status is Status.SENT
    assert kept.events[-1].text == f"Kom fram: {WHY}"
    assert kept.events[-1].who == unclear.services.decisions._user
    assert statuses(unclear) == [RowStatus.SENT] * 3
    assert history(unclear).notice.text == "Kallelsen kom fram."
    chip = history(unclear).filters.chips.of[WorkList.UNCLEAR]
    unclear.wait(lambda: chip.text() == "Oklart (0)")
    unclear.wait(lambda: history(unclear).lists.model.rowCount() == 0)


def test_that_it_did_not_arrive_can_be_said_only_after_the_quiet_period(
    unclear: Desk, clock: Clock
):
    panel = history(unclear).letter.panel
    write_why(unclear)
    before = (panel.no.isEnabled(), panel.note.text())

    clock.at = AFTER_THE_QUIET
    panel.use_clock(clock)
    panel._quiet.timeout.emit()

    assert before == (
        False,
        "”Kom inte fram” kan väljas från 23 nov 12.10. Till dess kan den vara på väg.",
    )
    assert panel.no.isEnabled()
    assert panel.note.isHidden()


def test_a_message_that_did_not_arrive_waits_and_is_sent_when_somebody_says_so(
    unclear: Desk, clock: Clock, inbox: ScriptedCarrier
):
    view = history(unclear)
    clock.at = AFTER_THE_QUIET
    view.letter.panel.use_clock(clock)
    write_why(unclear)

    press(unclear, view.letter.panel.no)
    waited = (view.waiting.text, unclear.view.waiting.text, len(inbox.delivered))
    with unclear.qtbot.waitSignal(unclear.utskick.sent):
        view.waiting.resume.click()

    told = "1 brev eller meddelande väntar."
    assert waited == (told, told, 3)
    assert len(inbox.delivered) == 4
    assert statuses(unclear) == [RowStatus.SENT] * 3
    assert view.waiting.isHidden()


def test_a_message_to_a_person_who_is_barred_by_the_open_file_does_not_wait_again(
    unclear: Desk, clock: Clock
):
    view = history(unclear)
    (settling,) = view.findChildren(Settling)
    settling.use_barred(lambda: {opened(unclear).person})
    clock.at = AFTER_THE_QUIET
    view.letter.panel.use_clock(clock)
    write_why(unclear)

    press(unclear, view.letter.panel.no)

    assert (unclear.kept(Status.QUEUED), unclear.kept(Status.CANCELLED)) == (0, 1)
    assert "enligt en senare fil" in view.notice.text
    assert view.waiting.isHidden()


def test_a_copy_is_looked_at_first_and_left_without_a_trace(unclear: Desk):
    panel = history(unclear).letter.panel
    write_why(unclear)

    sheet = copy_sheet(unclear, panel.resend)
    words = sheet.copy.preview.message
    sheet.cancel_button.click()

    assert sheet.copy.channel is Channel.INBOX_1177
    assert "Om du redan fått det här brevet kan du bortse från det." in words
    assert unclear.kept(Status.UNKNOWN) == 1
    assert unclear.kept(Status.QUEUED) == 0


def test_a_copy_that_is_accepted_closes_the_old_letter_and_waits(
    unclear: Desk, inbox: ScriptedCarrier
):
    letter = opened(unclear)
    write_why(unclear)
    sheet = copy_sheet(unclear, history(unclear).letter.panel.resend)

    press(unclear, sheet.send_button)

    assert unclear.services.archive.open(letter.id).dispatch.status is Status.CLOSED_RESENT
    assert RowStatus.UNDER_WAY in statuses(unclear)
    assert "väntar redan" in unclear.window.commands.send.toolTip()
    with unclear.qtbot.waitSignal(unclear.utskick.sent):
        history(unclear).waiting.resume.click()
    assert inbox.delivered[-1].content == sheet.copy.preview.message.encode()
    assert statuses(unclear) == [RowStatus.SENT] * 3


def test_an_unclear_message_can_go_as_a_letter(unclear: Desk):
    write_why(unclear)

    sheet = copy_sheet(unclear, history(unclear).letter.panel.paper)
    press(unclear, sheet.send_button)

    assert sheet.copy.channel is Channel.LETTER
    assert unclear.kept(Status.QUEUED) == 1


def test_a_refused_message_can_only_go_as_a_letter(
    clean_desk: Desk, inbox: ScriptedCarrier, post: ScriptedCarrier, clock: Clock
):
    inbox.answers = [REFUSED]
    send(clean_desk)
    list_status(clean_desk, "Avvisad")
    panel = history(clean_desk).letter.panel
    offered = [one.isVisible() for one in (panel.yes, panel.no, panel.resend, panel.paper)]
    write_why(clean_desk)

    press(clean_desk, copy_sheet(clean_desk, panel.paper).send_button)

    assert offered == [False, False, False, True]
    assert clean_desk.kept(Status.QUEUED) == 1
    assert clean_desk.kept(Status.REJECTED) == 1
    clean_desk.wait(lambda: history(clean_desk)._opened is not None)
    assert not panel.isVisible()


def test_paper_that_was_taken_back_though_its_message_went_can_go_without_more_words(
    clean_desk: Desk, scripted: Services, clock: Clock
):
    queued = scripted.queue(clean_desk.worklist.ready()[:1], utskick="u").dispatches
    assert isinstance(scripted.access.archive, SqliteStore)
    for one in queued:
        is_paper = one.channel is Channel.LETTER
        bring_to(scripted.access.archive, one, Status.CANCELLED if is_paper else Status.SENT)
    list_status(clean_desk, "Avbruten")
    panel = history(clean_desk).letter.panel
    seen = panel.paper.text(), panel.why.isVisible(), panel.note.isVisible()

    press(clean_desk, copy_sheet(clean_desk, panel.paper).send_button)

    assert seen == ("Skicka brev också…", False, False)
    assert clean_desk.kept(Status.QUEUED) == 1


def test_a_letter_whose_copy_was_taken_back_is_to_be_settled_again(unclear: Desk):
    write_why(unclear)
    press(unclear, copy_sheet(unclear, history(unclear).letter.panel.resend).send_button)
    with unclear.qtbot.waitSignal(unclear.utskick.sent):
        history(unclear).waiting.cancel.click()

    list_status(unclear, "Oklart")

    panel = history(unclear).letter.panel
    assert panel.paper.isVisible()
    assert panel.yes.isVisible()


def test_a_decision_that_comes_too_late_is_told_and_the_list_follows(unclear: Desk):
    write_why(unclear)
    letter = opened(unclear)
    unclear.services.decisions.confirm_arrived([letter.id], why=WHY)

    QTest.mouseClick(history(unclear).letter.panel.yes, Qt.MouseButton.LeftButton)

    def dialogs() -> list[ErrorDialog]:
        found = QApplication.topLevelWidgets()
        return [one for one in found if isinstance(one, ErrorDialog) and one.isVisible()]

    unclear.wait(lambda: len(dialogs()) == 1)
    unclear.wait(lambda: history(unclear).lists.model.rowCount() == 0)
    for dialog in dialogs():
        dialog.close()


def test_a_copy_that_was_accepted_just_before_the_window_was_closed_waits_at_the_next_start(
    unclear: Desk, tasks: TaskRunner
):
    write_why(unclear)
    sheet = copy_sheet(unclear, history(unclear).letter.panel.resend)
    keep_reading(tasks)

    sheet.send_button.click()
    closed = unclear.window.close()
    tasks.stop()

    assert closed
    assert unclear.kept(Status.QUEUED) == unclear.services.outbox.waiting() == 1


def test_what_was_settled_just_before_the_window_was_closed_is_settled(
    unclear: Desk, tasks: TaskRunner
):
    write_why(unclear)
    keep_reading(tasks)

    QTest.mouseClick(history(unclear).letter.panel.yes, Qt.MouseButton.LeftButton)
    unclear.window.close()
    tasks.stop()

    assert unclear.kept(Status.UNKNOWN) == 0


@pytest.fixture
def uncounted(clean_desk: Desk, post: ScriptedCarrier, clock: Clock) -> Desk:
    """Three letters were printed and nobody has counted them yet."""
    post.answers = [AwaitsCount("Utskriven – bunten är inte räknad.", sheets=1)] * 3
    send(clean_desk)
    clean_desk.wait(lambda: QApplication.activeModalWidget() is not None)
    sure(QApplication.activeModalWidget()).close()
    show_unclear(clean_desk)
    return clean_desk


def test_a_stack_that_is_counted_later_is_confirmed_with_one_reason(uncounted: Desk):
    view = history(uncounted)
    view.lists.table.setFocus()
    QTest.keyClick(view.lists.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    panel = view.letter.panel
    told, offered = panel.about.text(), (panel.no.isVisible(), panel.resend.isVisible())
    write_why(uncounted, "Buntens tre ark stod i skrivaren")

    press(uncounted, panel.yes)

    assert (told, offered) == ("3 brev är valda.", (False, False))
    assert view.notice.text == "3 brev kom fram."
    assert statuses(uncounted) == [RowStatus.SENT] * 3


def test_messages_are_never_settled_several_at_once(
    clean_desk: Desk, inbox: ScriptedCarrier, clock: Clock
):
    inbox.answers = [SILENCE, SILENCE]
    send(clean_desk)
    show_unclear(clean_desk)
    view = history(clean_desk)

    QTest.keyClick(view.lists.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    assert not view.letter.panel.yes.isVisible()
    assert "kan avgöras tillsammans" in view.letter.panel.about.text()
    assert not view.letter.panel.note.isVisible()


def test_who_is_to_be_called_stands_out_in_the_list_and_over_the_letter(
    unclear: Desk, clock: Clock
):
    visit = sure(opened(unclear).visit_at)
    view = history(unclear)
    clock.at = visit - timedelta(days=1)
    view.lists.model.use_clock(clock)
    view.letter.panel.use_clock(clock)

    view.refresh()
    unclear.wait(lambda: view.lists.model.index(0, 4).data() == "Ring patienten")

    assert (
        view.lists.model.index(0, 4)
        .data(Qt.ItemDataRole.AccessibleTextRole)
        .startswith("Oklart. Ring patienten.")
    )
    unclear.wait(view.letter.panel.call.isVisible)
    assert view.letter.panel.call.text().startswith("Ring patienten. Besöket är tisdag 12 januari")


def test_a_page_of_a_copy_can_be_turned_before_it_is_accepted(unclear: Desk):
    write_why(unclear)
    sheet = copy_sheet(unclear, history(unclear).letter.panel.paper)
    page = sure(sheet.findChild(PageView))

    sheet.page_wanted.emit(1, page.wanted_dpi())

    unclear.wait(lambda: page._page_index() == 1)
    sheet.cancel_button.click()


def test_a_message_of_a_copy_can_be_read_in_the_sheet(unclear: Desk):
    write_why(unclear)

    sheet = copy_sheet(unclear, history(unclear).letter.panel.resend)

    body = sure(sheet.findChild(MessageBody))
    assert body.height() >= body.document().size().height() > 100
    sheet.cancel_button.click()


def test_a_decision_while_others_are_held_leaves_their_bar_alone(unclear: Desk):
    bar = unclear.view.undoing
    sure(unclear.utskick.findChild(Holding))._held = (opened(unclear).id,)
    bar.show_time("1 kallelse", 20)
    write_why(unclear)

    press(unclear, history(unclear).letter.panel.yes)

    assert bar.text == "1 kallelse skickas om 20 s."
    assert unclear.view.waiting.isHidden()


@pytest.fixture
def sent(clean_desk: Desk, clock: Clock) -> Desk:
    """All is sent, and history stands open at the first letter on paper."""
    send(clean_desk)
    clean_desk.window.show_history()
    history(clean_desk).filters._channel.setCurrentText("Brev")
    clean_desk.wait(lambda: history(clean_desk).lists.model.rowCount() == 3)
    open_first(clean_desk)
    return clean_desk


def test_a_sent_letter_has_one_quiet_button_until_somebody_wants_it_again(sent: Desk):
    panel = history(sent).letter.panel
    parts = (panel.again, panel.why, panel.resend, panel.paper, panel.yes, panel.no, panel.about)
    before = [part.isVisible() for part in parts]

    QTest.mouseClick(panel.again, Qt.MouseButton.LeftButton)

    assert before == [True, False, False, False, False, False, False]
    assert [part.isVisible() for part in parts] == [False, True, True, True, False, False, False]
    assert sent.window.focusWidget() is panel.why
    assert not panel.paper.isEnabled()
    assert panel.paper.toolTip() == panel.why.placeholderText()


def test_a_letter_that_was_lost_is_looked_at_and_sent_as_a_new_one(
    sent: Desk, post: ScriptedCarrier
):
    old, panel = opened(sent), history(sent).letter.panel
    QTest.mouseClick(panel.again, Qt.MouseButton.LeftButton)
    write_why(sent, "Patienten har tappat den")

    sheet = copy_sheet(sent, panel.paper)
    said = [label.text() for label in sheet.findChildren(QLabel)]
    press(sent, sheet.send_button)
    told = history(sent).waiting.text
    with sent.qtbot.waitSignal(sent.utskick.sent):
        history(sent).waiting.resume.click()

    assert "Uppgifterna är från 23 november 2026. Stäm av dem mot vårdsystemet." in said
    assert told == "1 brev eller meddelande väntar."
    assert sent.services.archive.open(old.id).dispatch == old
    copy = post.delivered[-1].dispatch
    assert (copy.reference, copy.revision, copy.channel) == (old.reference, 2, Channel.LETTER)
    assert copy.reason == "Kopia av en skickad kallelse: Patienten har tappat den"
    assert post.delivered[-1].content == sheet.copy.preview.page


def test_a_person_who_is_barred_by_the_open_file_gets_no_copy(sent: Desk):
    view = history(sent)
    (settling,) = view.findChildren(Settling)
    settling.use_barred(lambda: {opened(sent).person})
    QTest.mouseClick(view.letter.panel.again, Qt.MouseButton.LeftButton)
    write_why(sent)

    with sent.qtbot.waitSignal(settling.failed):
        QTest.mouseClick(view.letter.panel.paper, Qt.MouseButton.LeftButton)

    (dialog,) = error_dialogs()
    assert "får den här personen ingen kallelse härifrån" in dialog.findChildren(QLabel)[1].text()
    dialog.close()


def error_dialogs() -> list[ErrorDialog]:
    found = QApplication.topLevelWidgets()
    return [one for one in found if isinstance(one, ErrorDialog) and one.isVisible()]


def test_another_letter_begins_without_the_reason_of_the_first(sent: Desk):
    panel = history(sent).letter.panel
    QTest.mouseClick(panel.again, Qt.MouseButton.LeftButton)
    write_why(sent)
    first = opened(sent)

    QTest.keyClick(history(sent).lists.table, Qt.Key.Key_Down)
    sent.wait(lambda: history(sent)._opened is not None and opened(sent) != first)

    assert panel.again.isVisible()
    assert panel.why.text() == ""
