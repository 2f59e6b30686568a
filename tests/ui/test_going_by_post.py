"""Byt till brev: what waits for a silent 1177 goes as letters, once somebody says so."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.dispatch import Status
from app.draft import Channel
from app.errors import Unreachable
from app.rows import RowStatus
from app.services import Services
from tests.desk import PATIENCE, Desk, seat
from tests.fakes import ScriptedCarrier
from ui.task_runner import TaskRunner

SILENT = Unreachable("1177 svarar inte.")
# Of PAF's sample: two that are ready and go to 1177 alone.
EXCERPT = (4, 6)


@pytest.fixture
def message_desk(qtbot: QtBot, scripted: Services, tasks: TaskRunner, tmp_path: Path) -> Desk:
    made = seat(qtbot, scripted, tasks)
    sample = next(path for path in scripted.samples if path.name == "paf.csv")
    lines = scripted.lay_out_sample(sample).read_bytes().splitlines(keepends=True)
    (tmp_path / "utdrag.csv").write_bytes(b"".join(lines[no - 1] for no in (1, *EXCERPT)))
    made.open(tmp_path / "utdrag.csv")
    return made


def send(desk: Desk) -> None:
    desk.activate()
    with desk.qtbot.waitSignal(desk.utskick.sent, timeout=PATIENCE):
        desk.confirm().accept()


def by_post(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.utskick.sent, timeout=PATIENCE):
        desk.view.waiting.by_post.click()


def test_messages_that_wait_become_letters_that_are_sent_when_somebody_sends_them(
    message_desk: Desk, inbox: ScriptedCarrier, post: ScriptedCarrier
):
    inbox.answers = [SILENT]
    send(message_desk)

    by_post(message_desk)
    told = message_desk.view.notice.text
    message_desk.wait(message_desk.window.commands.send.isEnabled)
    sent_before = len(post.delivered)
    send(message_desk)

    assert told == "2 kallelser går som brev i stället, när du skickar igen."
    assert sent_before == 0
    assert (len(inbox.delivered), len(post.delivered)) == (1, 2)
    assert message_desk.kept(Status.QUEUED) == 0
    assert {row.status for row in message_desk.worklist.rows} == {RowStatus.SENT}


def test_the_change_to_letters_can_be_undone(message_desk: Desk, inbox: ScriptedCarrier):
    inbox.answers = [SILENT]
    send(message_desk)
    by_post(message_desk)
    changed = {row.route.channels for row in message_desk.worklist.rows}

    message_desk.window.commands.undo.trigger()

    assert changed == {(Channel.LETTER,)}
    assert {row.route.channels for row in message_desk.worklist.rows} == {(Channel.INBOX_1177,)}


def test_a_letter_that_has_gone_already_is_not_sent_again(
    clean_desk: Desk, inbox: ScriptedCarrier, post: ScriptedCarrier
):
    inbox.answers = [SILENT]
    send(clean_desk)

    by_post(clean_desk)

    assert clean_desk.view.notice.text == "3 kallelser hade redan gått som brev."
    assert len(post.delivered) == 3
    assert clean_desk.worklist.ready() == ()
    assert clean_desk.kept(Status.QUEUED) == 0


def test_it_is_not_offered_where_the_post_is_silent_too(
    clean_desk: Desk, inbox: ScriptedCarrier, post: ScriptedCarrier
):
    inbox.answers, post.answers = [SILENT], [Unreachable("Mappen går inte att nå.")]

    send(clean_desk)

    assert clean_desk.view.waiting.isVisible()
    assert not clean_desk.view.waiting.by_post.isVisible()


def test_it_is_not_offered_where_letters_only_wait_to_be_taken_up_again(
    clean_desk: Desk, inbox: ScriptedCarrier
):
    clean_desk.confirm().accept()

    with clean_desk.qtbot.waitSignal(clean_desk.utskick.sent):
        clean_desk.view.sending.stop_wanted.emit()

    assert clean_desk.view.waiting.isVisible()
    assert not clean_desk.view.waiting.by_post.isVisible()
