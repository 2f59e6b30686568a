"""Messages that nobody opened in time are listed, and each can get a letter beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from app.dispatch import Dispatch, Status
from app.read_status import ONLY_A_TEST, Opened, ReadState
from app.rows import RowStatus
from app.services import Services
from tests.desk import Desk, sure
from tests.fakes import NOON, ONLY_1177, ScriptedCarrier
from tests.ui.test_settling import copy_sheet, history, open_first, press, send
from ui.work_lists import WorkList


class NobodyReads:
    def read_states(self, dispatches: Sequence[Dispatch]) -> Mapping[UUID, ReadState]:
        return {one.id: ReadState(Opened.UNREAD) for one in dispatches}


@pytest.fixture
def scripted(scripted: Services) -> Services:
    """All go to 1177 alone, and three days later somebody asks what is unread."""
    later = NOON + timedelta(days=3)
    unread = replace(scripted.unread, read_status=NobodyReads(), now=lambda: later)
    return replace(scripted, unread=unread, choose_route=lambda _: ONLY_1177)


@pytest.fixture
def unread(clean_desk: Desk, post: ScriptedCarrier) -> Desk:
    """The list of three messages that stand as sent."""
    send(clean_desk)
    clean_desk.window.show_history()
    chip = history(clean_desk).filters.chips.of[WorkList.UNREAD]
    clean_desk.wait(chip.isEnabled)
    chip.trigger()
    clean_desk.wait(lambda: history(clean_desk).lists.model.rowCount() == 3)
    open_first(clean_desk)
    return clean_desk


def test_the_list_has_what_is_unread_and_says_who_answers(unread: Desk):
    view = history(unread)

    assert view.filters.chips.of[WorkList.UNREAD].text() == "Oläst (3)"
    assert ONLY_A_TEST in view.letter.panel.note.text()
    assert ONLY_A_TEST in view.filters.chips.of[WorkList.UNREAD].toolTip()
    assert not view.letter.panel.yes.isVisible()


def test_a_letter_goes_beside_the_message_which_stays_sent(unread: Desk, post: ScriptedCarrier):
    view = history(unread)
    message = sure(view._opened).sent.dispatch
    sheet = copy_sheet(unread, view.letter.panel.paper)

    press(unread, sheet.send_button)
    unread.wait(lambda: view.filters.chips.of[WorkList.UNREAD].text() == "Oläst (2)")
    with unread.qtbot.waitSignal(unread.utskick.sent):
        view.waiting.resume.click()

    assert unread.services.archive.open(message.id).dispatch.status is Status.SENT
    (letter,) = post.delivered
    assert letter.dispatch.reason == "Brev för att meddelandet inte är läst."
    assert letter.dispatch.reference == message.reference
    assert {row.status for row in unread.worklist.rows} == {RowStatus.SENT}


def test_the_chip_and_the_lists_beside_it_say_the_same(unread: Desk):
    filters = history(unread).filters
    lit = (filters._period.currentText(), filters._status.currentText())

    filters.show_only(WorkList.UNCLEAR)

    assert lit == ("Alla dagar", "Skickad")
    assert filters.chips.lit is WorkList.UNCLEAR
    unread.wait(lambda: history(unread).lists.model.rowCount() == 0)


def test_a_list_without_anything_unread_says_so(unread: Desk):
    nobody = history(unread)

    nobody._show_unread(())

    assert nobody.lists.empty._text.text() == (
        "Inget meddelande har varit oläst så länge att det behöver ett brev."
    )
