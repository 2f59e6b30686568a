"""The product in one test: a sample is loaded, triaged, rendered, sent and found again."""

from pathlib import Path

import pytest

from app.adapters.test_inbox import deliveries
from app.bootstrap import open_services
from app.dispatch import Status
from app.draft import Channel
from app.history import Question
from app.rows import RowStatus
from app.services import Services
from app.settings import DataFolder
from app.worklist import Worklist
from tests.fakes import NOON


@pytest.mark.parametrize("sample", ["agfa_ei.csv", "paf.csv"])
def test_a_file_becomes_letters_that_are_sent_once_and_kept_as_sent(tmp_path: Path, sample: str):
    folder = DataFolder(tmp_path)
    with open_services(folder, now=lambda: NOON) as services:
        worklist = _load(services, sample)
        ready = worklist.ready()

        queued = services.queue(ready, utskick=worklist.utskick)
        tally = services.send()

        assert queued.changed == ()
        assert tally.moved == {Status.SENT: len(queued.dispatches)}
        _assert_received_as_kept(services, folder)
        _assert_balanced(services, worklist, sent=len(ready))
        _assert_nothing_twice(services, sample)


def _load(services: Services, sample: str) -> Worklist:
    path = next(path for path in services.samples if path.name == sample)
    worklist = services.load(services.lay_out_sample(path))
    worklist.examine_again(worklist.hear(services.ask_reach(worklist.persons())))
    for row in worklist.unchecked():
        worklist.note_check(row.draft, services.check(row))
    assert len(worklist.rows) == 60
    assert len(worklist.ready()) > 30
    return worklist


def _assert_received_as_kept(services: Services, folder: DataFolder) -> None:
    """What the inbox and the print house hold is, byte for byte, what history holds."""
    kept: dict[Channel, dict[str | None, bytes]] = {channel: {} for channel in Channel}
    for dispatch in services.archive.page(Question(), offset=0, limit=1000):
        kept[dispatch.channel][str(dispatch.id)] = services.archive.open(dispatch.id).content
    messages = {d.thread_id: d.docbook.encode() for d in deliveries(folder.test_inbox)}
    pages = {
        path.stem: path.read_bytes() for path in folder.print_house(services.settings).glob("*.pdf")
    }
    assert len(deliveries(folder.test_inbox)) == len(messages)
    assert messages == kept[Channel.INBOX_1177]
    assert pages == kept[Channel.LETTER]


def _assert_balanced(services: Services, worklist: Worklist, *, sent: int) -> None:
    keys = [row.draft.booking.key for row in worklist.rows]
    worklist.note_dispatches(services.archive.of_bookings(keys))
    counts = worklist.counts()
    (batch,) = services.archive.batches(day=NOON.date())
    assert (counts.sent, counts.total) == (sent, counts.sent + counts.left)
    assert (batch.rows, batch.sent_rows) == (60, sent)


def _assert_nothing_twice(services: Services, sample: str) -> None:
    """The same file again offers nothing that was sent."""
    path = next(path for path in services.samples if path.name == sample)
    again = services.load(services.lay_out_sample(path))
    assert {row.status for row in again.rows if row.dispatches} == {RowStatus.SENT}
    assert services.outbox.waiting() == 0
