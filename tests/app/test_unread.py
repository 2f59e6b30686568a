"""A message that nobody opens is offered as a letter, in time and only where that helps."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.adapters.store import SqliteStore
from app.adapters.test_inbox import ConductFile, ReadTimes
from app.bootstrap import open_services
from app.channels import Route
from app.conduct import Conduct, Readers
from app.dispatch import Dispatch, Status
from app.draft import Channel
from app.history import Question
from app.read_status import NOT_KNOWN, Opened, ReadState
from app.region import UnreadRule
from app.settings import DataFolder
from app.unread import UnreadMessages
from tests.fakes import (
    BOTH,
    NOON,
    ONLY_1177,
    ONLY_LETTER,
    VISIT,
    bring_to,
    later,
    make_booking,
    make_draft,
    make_order,
    make_preview,
    queue_letters,
)
from tests.misbehaving_inbox import line_to, previews, send_all
from tests.portal import LivingInbox, start_inbox
from tests.shipped_letters import RULES

RULE = UnreadRule(hours=48, source="prov", confirmed=False)
UNREAD = ReadState(Opened.UNREAD)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore(tmp_path / "history.sqlite3") as opened:
        yield opened


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[LivingInbox]:
    living = start_inbox(tmp_path / "inkorg")
    yield living
    living.end()


@dataclass(frozen=True)
class Answering:
    """As an inbox that says the same of every message."""

    state: ReadState

    def read_states(self, dispatches: Sequence[Dispatch]) -> Mapping[uuid.UUID, ReadState]:
        return dict.fromkeys((one.id for one in dispatches), self.state)


def kept(
    store: SqliteStore,
    *,
    route: Route = ONLY_1177,
    status: Status = Status.SENT,
    visit_at: datetime | None = VISIT,
) -> Dispatch:
    """Queued at noon."""
    draft = make_draft(make_booking(at=visit_at))
    (queued,) = queue_letters(store, [make_preview(draft, route=route)])
    return bring_to(store, queued, status)


def overdue(
    store: SqliteStore,
    *,
    state: ReadState = UNREAD,
    hours: int = 48,
    rule: UnreadRule | None = RULE,
) -> tuple[Dispatch, ...]:
    now = later(hours=hours)
    return UnreadMessages(store, Answering(state), rule=rule, now=lambda: now).overdue()


def unread(
    store: SqliteStore, inbox: LivingInbox, *, at: datetime, rule: UnreadRule | None = RULE
) -> UnreadMessages:
    return UnreadMessages(store, ReadTimes(inbox.url), rule=rule, now=lambda: at)


def send_messages(store: SqliteStore, inbox: LivingInbox, *, count: int = 3) -> list[Dispatch]:
    queue_letters(store, previews(count))
    letters = send_all(store, line_to(inbox.url, inbox.folder, deadline=20), rounds=1)
    return list(reversed(letters))


@pytest.mark.parametrize(
    ("state", "hours", "offered"),
    [
        (UNREAD, 47, False),
        (UNREAD, 48, True),
        (ReadState(Opened.READ, NOON), 48, False),
        (NOT_KNOWN, 480, False),
    ],
)
def test_only_what_is_known_to_be_unread_for_so_long_is_offered(store, state, hours, offered):
    message = kept(store)

    assert overdue(store, state=state, hours=hours) == ((message,) if offered else ())


@pytest.mark.parametrize(
    "changes",
    [
        {"route": ONLY_LETTER},
        {"status": Status.UNKNOWN},
        {"visit_at": later(hours=48)},
    ],
)
def test_what_is_no_sent_message_of_a_visit_to_come_is_not_offered(store, changes):
    kept(store, **changes)

    assert overdue(store) == ()


def test_an_offer_without_a_booked_time_is_always_of_use(store):
    message = kept(store, visit_at=None)

    assert overdue(store) == (message,)


def test_without_a_rule_no_letter_is_offered(store):
    kept(store)

    assert overdue(store, rule=None) == ()


def test_the_regions_hours_are_an_assumption_and_say_so():
    assert RULES.unread is not None
    assert RULES.unread.hours == 48
    assert not RULES.unread.confirmed
    assert "Karolinska" in RULES.unread.source
    assert "inte känd" in RULES.unread.source


def test_the_test_inbox_tells_who_has_opened_what(store: SqliteStore, inbox: LivingInbox):
    sent = send_messages(store, inbox)
    told = ConductFile(inbox.folder)
    told.keep(Conduct(readers=Readers.ALL))
    all_read = ReadTimes(inbox.url).read_states(sent)
    told.keep(Conduct(readers=Readers.NOBODY))
    none_read = ReadTimes(inbox.url).read_states(sent)

    assert set(all_read.values()) == {ReadState(Opened.READ, NOON)}
    assert set(none_read.values()) == {UNREAD}
    assert set(all_read) == {one.id for one in sent}


def test_of_a_message_that_it_never_got_nothing_is_known(inbox: LivingInbox):
    stranger = make_order(make_preview()).dispatch

    assert ReadTimes(inbox.url).read_states([stranger]) == {stranger.id: NOT_KNOWN}


def test_while_the_inbox_is_silent_nothing_is_known():
    one = make_order(make_preview()).dispatch

    assert ReadTimes("http://127.0.0.1:9/").read_states([one]) == {one.id: NOT_KNOWN}


def test_a_question_that_is_none_is_refused(inbox: LivingInbox):
    assert inbox.call("POST", "/read", headers={"Content-Length": "x"}).status == 411
    assert inbox.call("GET", "/read").status == 405


def test_half_a_question_gets_no_answer(inbox: LivingInbox):
    line = inbox.send_raw(b"POST /read HTTP/1.1\r\nContent-Length: 99\r\n\r\n[")
    line.shutdown(1)

    assert line.recv(1) == b""
    line.close()


def test_unread_messages_are_overdue_after_the_regions_hours(
    store: SqliteStore, inbox: LivingInbox
):
    sent = send_messages(store, inbox)
    ConductFile(inbox.folder).keep(Conduct(readers=Readers.NOBODY))

    assert unread(store, inbox, at=later(hours=47)).overdue() == ()
    assert unread(store, inbox, at=later(hours=48)).overdue() == tuple(sent)
    assert unread(store, inbox, at=later(hours=48), rule=None).overdue() == ()
    assert unread(store, inbox, at=VISIT + timedelta(days=1)).overdue() == ()


def test_a_message_that_was_opened_is_not_overdue(store: SqliteStore, inbox: LivingInbox):
    send_messages(store, inbox)
    ConductFile(inbox.folder).keep(Conduct(readers=Readers.ALL))

    assert unread(store, inbox, at=later(hours=48)).overdue() == ()


@pytest.mark.parametrize(
    ("status", "still_latest"), [(Status.QUEUED, False), (Status.CANCELLED, True)]
)
def test_a_message_that_something_has_followed_is_not_the_latest_word(store, status, still_latest):
    booking = make_booking()
    (first,) = queue_letters(store, [make_preview(make_draft(booking))])
    bring_to(store, first, Status.SENT)
    (second,) = queue_letters(store, [make_preview(make_draft(booking, revision=2))])
    bring_to(store, second, status)

    latest = store.latest_messages(sent_before=NOON, visit_after=NOON)

    assert [one.id for one in latest] == [first.id] * still_latest


def test_a_message_that_a_letter_went_with_is_not_listed(store: SqliteStore):
    for letter in queue_letters(store, [make_preview(route=BOTH)]):
        bring_to(store, letter, Status.SENT)

    assert store.latest_messages(sent_before=NOON, visit_after=NOON) == ()


def test_the_program_tells_its_test_inbox_and_hears_who_has_read(tmp_path: Path):
    with open_services(DataFolder(tmp_path), now=lambda: NOON) as services:
        services.conduct.keep(Conduct(readers=Readers.ALL))
        worklist = services.load(services.lay_out_sample(services.samples[0]))
        for row in worklist.unchecked()[-3:]:
            worklist.note_check(row.draft, services.check(row))
        services.queue(worklist.ready(), utskick=worklist.utskick)
        services.send()
        sent = services.archive.page(Question(status=Status.SENT), offset=0, limit=9)
        messages = [one for one in sent if one.channel is Channel.INBOX_1177]

        states = services.unread.read_states(messages)

    assert messages
    assert {state.opened for state in states.values()} == {Opened.READ}
    assert services.unread.rule == RULES.unread
