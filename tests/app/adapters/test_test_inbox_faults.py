"""One fault at a time, ten letters each, through the real outbox, history and carrier."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.adapters.store import SqliteStore
from app.adapters.test_inbox import ConductFile, deliveries
from app.channels import Reach
from app.conduct import INVISIBLE, MIXED, TRAITS, Conduct, Fault
from app.dispatch import Status
from app.errors import OutcomeUnknown, Unreachable
from tests.fakes import queue_letters
from tests.misbehaving_inbox import in_status, line_to, previews, send_all
from tests.parcels import PERSON, parcel
from tests.portal import LivingInbox, add_message, soap, start_inbox

LETTERS = 10
# Seconds that an answer may take where one is expected, and where none ever comes.
IN_TIME, SOON = 20.0, 0.2
NEVER_ENDING = {Fault.TIMEOUT_BEFORE, Fault.TIMEOUT_AFTER, Fault.SLOW_LORIS}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore(tmp_path / "history.sqlite3") as opened:
        yield opened


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[LivingInbox]:
    living = start_inbox(tmp_path / "inkorg")
    yield living
    living.end()


@pytest.fixture
def told(inbox: LivingInbox) -> ConductFile:
    return ConductFile(inbox.folder)


def copies(inbox: LivingInbox) -> Counter[str | None]:
    return Counter(kept.thread_id for kept in deliveries(inbox.folder))


@pytest.mark.parametrize("fault", MIXED)
def test_a_fault_loses_no_letter_and_repeats_none(
    store: SqliteStore, inbox: LivingInbox, told: ConductFile, fault: Fault
):
    queue_letters(store, previews(LETTERS))
    told.keep(Conduct((fault,)))
    deadline = SOON if fault in NEVER_ENDING else IN_TIME

    letters = send_all(store, line_to(inbox.url, inbox.folder, deadline=deadline), rounds=LETTERS)

    trait = TRAITS[fault]
    arrived = copies(inbox)
    assert len(in_status(letters, trait.becomes)) == LETTERS
    assert set(arrived.values()) <= {1}
    assert len(arrived) == trait.kept * LETTERS


@pytest.mark.parametrize("fault", [one for one in Fault if TRAITS[one].becomes is Status.QUEUED])
def test_a_definite_no_is_sent_once_when_the_fault_is_mended(
    store: SqliteStore, inbox: LivingInbox, told: ConductFile, fault: Fault
):
    queue_letters(store, previews(LETTERS))
    line = line_to(inbox.url, inbox.folder, deadline=IN_TIME)
    told.keep(Conduct((fault,)))
    send_all(store, line, rounds=2)

    told.keep(Conduct())
    letters = send_all(store, line, rounds=1)

    assert copies(inbox) == dict.fromkeys(in_status(letters, Status.SENT), 1)
    assert len(letters) == LETTERS


def test_what_the_platform_delivers_twice_is_doubled_and_no_sender_can_see_it(
    store: SqliteStore, inbox: LivingInbox, told: ConductFile
):
    queue_letters(store, previews(LETTERS))
    told.keep(Conduct((Fault.REDELIVERED,)))

    letters = send_all(store, line_to(inbox.url, inbox.folder, deadline=IN_TIME), rounds=1)

    assert {Fault.REDELIVERED} == INVISIBLE
    assert copies(inbox) == dict.fromkeys(in_status(letters, Status.SENT), 2)
    assert len(letters) == LETTERS


def test_three_unclear_answers_in_a_row_leave_the_rest_untouched(
    store: SqliteStore, inbox: LivingInbox, told: ConductFile
):
    queue_letters(store, previews(LETTERS))
    told.keep(Conduct((Fault.EMPTY,)))

    letters = send_all(store, line_to(inbox.url, inbox.folder, deadline=IN_TIME), rounds=1)

    assert len(in_status(letters, Status.UNKNOWN)) == 3
    assert len(in_status(letters, Status.QUEUED)) == LETTERS - 3


@pytest.mark.parametrize("fault", [Fault.RESET_AFTER, Fault.REFUSED])
def test_the_next_two_messages_meet_a_fault_and_no_more(
    inbox: LivingInbox, told: ConductFile, fault: Fault
):
    told.keep(Conduct((fault,), left=2))
    line = line_to(inbox.url, inbox.folder, deadline=IN_TIME)

    for number in (1, 2):
        with pytest.raises((OutcomeUnknown, Unreachable)):
            line.deliver(parcel(number))
    line.deliver(parcel(3))

    assert told.conduct() == Conduct((fault,), left=0)


def test_questions_meet_a_fault_only_where_it_has_no_end(inbox: LivingInbox, told: ConductFile):
    line = line_to(inbox.url, inbox.folder, deadline=IN_TIME)
    conducts = {
        Conduct((Fault.REFUSED,)): Reach.NOT_ANSWERED,
        Conduct((Fault.TLS_MISMATCH,)): Reach.NOT_ANSWERED,
        Conduct((Fault.MALFORMED,)): Reach.NOT_ANSWERED,
        Conduct((Fault.REFUSED,), left=5): Reach.NOTIFIED,
        Conduct((Fault.MALFORMED,), left=5): Reach.NOTIFIED,
        Conduct((Fault.MALFORMED,), share=99): Reach.NOTIFIED,
    }

    answers = {}
    for conduct in conducts:
        told.keep(conduct)
        answers[conduct] = line.reach(PERSON)

    assert answers == conducts
    assert told.conduct().left is None


def test_a_late_answer_is_an_answer(inbox: LivingInbox, told: ConductFile):
    told.keep(Conduct(latency_ms=1))

    receipt = line_to(inbox.url, inbox.folder, deadline=IN_TIME).deliver(parcel())

    assert receipt.text.startswith("1177 svarade OK")


def test_a_message_without_a_correlation_id_meets_the_fault_too(
    inbox: LivingInbox, told: ConductFile
):
    told.keep(Conduct((Fault.HTML,), left=1))

    assert b"<html>" in inbox.post(soap(add_message())).body
    assert inbox.post(soap(add_message())).texts("resultCode") == ("OK",)


def test_after_a_crash_the_line_asks_the_inbox_itself(inbox: LivingInbox):
    with pytest.raises(OutcomeUnknown):
        line_to(inbox.url, inbox.folder, deadline=IN_TIME).find(parcel().dispatch)
