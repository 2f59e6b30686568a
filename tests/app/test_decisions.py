"""What a person decides of an unclear letter is recorded with who and why, and not too early."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.decisions import QUIET_PERIODS, Decisions, is_to_be_called
from app.dispatch import Dispatch, Status
from app.draft import Channel
from app.errors import AlreadyMoved, NotDecided
from app.history import Question
from tests.fakes import (
    NOON,
    ONLY_LETTER,
    SOURCES,
    ScriptedCarrier,
    bring_to,
    later,
    make_booking,
    make_draft,
    make_letter,
    make_outbox,
    make_preview,
    make_previews,
    queue_letters,
)

WHY = "Patienten ringde"
AFTER_THE_QUIET = NOON + QUIET_PERIODS[Channel.INBOX_1177]


@pytest.fixture
def unclear(store) -> Dispatch:
    (queued,) = queue_letters(store, [make_preview()])
    return bring_to(store, queued, Status.UNKNOWN)


def deciding(store, *, at=NOON) -> Decisions:
    return Decisions(store=store, archive=store, now=lambda: at, user="anna")


def test_the_work_list_has_every_unclear_letter_and_nothing_else_the_earliest_visit_first(store):
    days = (later(days=40), None, later(days=30))
    drafts = [make_draft(make_booking(2 + no, at=at)) for no, at in enumerate(days)]
    queued = queue_letters(store, [make_preview(draft) for draft in drafts])
    for dispatch in queued:
        bring_to(store, dispatch, Status.UNKNOWN)
    (sent,) = queue_letters(store, [make_preview(make_draft(make_booking(9)))])
    bring_to(store, sent, Status.SENT)

    listed = deciding(store).unclear()

    assert [one.id for one in listed] == [queued[2].id, queued[0].id, queued[1].id]


def test_a_letter_that_arrived_is_sent_and_keeps_its_doubt(store, unclear):
    (sent,) = deciding(store).confirm_arrived([unclear.id], why=WHY)

    kept = store.open(unclear.id)
    assert kept.dispatch == sent
    assert (sent.status, sent.maybe) == (Status.SENT, True)
    assert sent.receipt == "Bekräftat av anna: Patienten ringde"
    assert (kept.events[-1].who, kept.events[-1].text) == ("anna", "Kom fram: Patienten ringde")
    assert deciding(store).unclear() == ()


def test_a_counted_stack_is_confirmed_whole_or_not_at_all(store):
    queued = queue_letters(store, make_previews(3, route=ONLY_LETTER))
    ids = [bring_to(store, dispatch, Status.UNKNOWN).id for dispatch in queued[:2]]

    with pytest.raises(AlreadyMoved, match="status Köad"):
        deciding(store).confirm_arrived([*ids, queued[2].id], why="Räknade bunten")
    deciding(store).confirm_arrived(ids, why="Räknade bunten")

    assert [store.get(one.id).status for one in queued] == [
        Status.SENT,
        Status.SENT,
        Status.QUEUED,
    ]


def test_a_letter_that_did_not_arrive_waits_without_doubt_to_be_sent(store, unclear):
    decisions = deciding(store, at=AFTER_THE_QUIET)

    back = decisions.confirm_not_arrived(unclear.id, why="1177:s support svarade")

    assert (back.status, back.maybe) == (Status.QUEUED, False)
    assert store.open(unclear.id).events[-1].text == "Kom inte fram: 1177:s support svarade"
    assert make_outbox(store, ScriptedCarrier()).send_queued().moved == {Status.SENT: 1}


def test_before_the_quiet_period_has_passed_nobody_can_say_that_it_did_not_arrive(store, unclear):
    with pytest.raises(NotDecided, match=r"Vänta till 23 nov 12\.10"):
        deciding(store, at=later(minutes=9, seconds=59)).confirm_not_arrived(unclear.id, why=WHY)

    assert store.get(unclear.id).status is Status.UNKNOWN
    assert deciding(store).not_arrived_from(unclear) == AFTER_THE_QUIET


def test_paper_has_no_quiet_period(store):
    (queued,) = queue_letters(store, [make_preview(route=ONLY_LETTER)])
    bring_to(store, queued, Status.UNKNOWN)

    back = deciding(store).confirm_not_arrived(queued.id, why="Skrivaren hade fastnat")

    assert back.status is Status.QUEUED


def test_a_clock_that_is_turned_back_makes_nobody_wait_longer_than_the_quiet_period(store, unclear):
    clock = [later(days=-365)]
    decisions = Decisions(store=store, archive=store, now=lambda: clock[0], user="anna")

    opens = decisions.not_arrived_from(unclear)
    clock.append(clock.pop() + QUIET_PERIODS[Channel.INBOX_1177])

    assert opens == clock[0] == decisions.not_arrived_from(unclear)
    assert decisions.confirm_not_arrived(unclear.id, why=WHY).status is Status.QUEUED


@pytest.mark.parametrize("why", ["", "  ", "ok", "123 456", "?!"])
def test_nothing_is_decided_without_a_reason(store, unclear, why):
    decisions = deciding(store, at=AFTER_THE_QUIET)
    again = make_preview(make_draft().as_copy(revision=2))

    with pytest.raises(NotDecided, match="Skälet saknas"):
        decisions.confirm_arrived([unclear.id], why=why)
    with pytest.raises(NotDecided, match="Skälet saknas"):
        decisions.confirm_not_arrived(unclear.id, why=why)
    with pytest.raises(NotDecided, match="Skälet saknas"):
        decisions.send_instead(unclear.id, again, sources=SOURCES, why=why)

    assert store.get(unclear.id) == unclear


def test_a_copy_is_queued_as_its_original_is_closed(store, unclear):
    again = make_preview(make_draft().as_copy(revision=2))

    copy = deciding(store).send_instead(unclear.id, again, sources=SOURCES, why=WHY)

    old = store.open(unclear.id)
    assert (old.dispatch.status, old.dispatch.maybe) == (Status.CLOSED_RESENT, True)
    assert (old.events[-1].who, old.events[-1].text) == ("anna", f"Skickas på nytt: {WHY}")
    assert store.get(copy.id) == copy
    assert (copy.status, copy.replaces, copy.revision) == (Status.QUEUED, unclear.id, 2)
    assert (copy.reference, copy.utskick) == (unclear.reference, unclear.utskick)
    assert store.first_broken_event() is None


def test_a_copy_that_is_pressed_for_twice_is_made_once(store, unclear):
    decisions = deciding(store)
    first, second = (make_preview(make_draft().as_copy(revision=no)) for no in (2, 3))
    decisions.send_instead(unclear.id, first, sources=SOURCES, why=WHY)

    with pytest.raises(AlreadyMoved):
        decisions.send_instead(unclear.id, first, sources=SOURCES, why=WHY)
    with pytest.raises(AlreadyMoved):
        decisions.send_instead(unclear.id, second, sources=SOURCES, why=WHY)

    assert len(store.queued()) == 1


def test_a_copy_that_would_be_a_letter_that_exists_leaves_the_original_unclear(store, unclear):
    with pytest.raises(AlreadyMoved):
        deciding(store).send_instead(unclear.id, make_preview(), sources=SOURCES, why=WHY)

    assert store.get(unclear.id) == unclear


def test_a_copy_that_is_taken_back_leaves_its_letter_unclear_until_another_is_made(store, unclear):
    decisions = deciding(store)
    first, second = (make_preview(make_draft().as_copy(revision=no)) for no in (2, 3))
    taken_back = decisions.send_instead(unclear.id, first, sources=SOURCES, why=WHY)
    bring_to(store, taken_back, Status.CANCELLED)
    assert [one.id for one in decisions.unclear()] == [unclear.id]

    copy = decisions.send_instead(unclear.id, second, sources=SOURCES, why=WHY)

    assert (copy.replaces, copy.status) == (unclear.id, Status.QUEUED)


def test_paper_in_the_place_of_a_rejected_message_leaves_the_message_as_it_is(store):
    (queued,) = queue_letters(store, [make_preview()])
    rejected = bring_to(store, queued, Status.REJECTED)
    paper = make_preview(make_draft(revision=2), route=ONLY_LETTER)

    letter = deciding(store).send_instead(rejected.id, paper, sources=SOURCES, why=WHY)

    assert store.get(rejected.id) == rejected
    assert (letter.channel, letter.replaces) == (Channel.LETTER, rejected.id)


def test_a_rejected_message_gets_one_letter_in_its_place_however_often_it_is_pressed_for(store):
    (queued,) = queue_letters(store, [make_preview()])
    rejected = bring_to(store, queued, Status.REJECTED)
    first, second = (make_preview(make_draft(revision=no), route=ONLY_LETTER) for no in (2, 3))
    decisions = deciding(store)
    letter = decisions.send_instead(rejected.id, first, sources=SOURCES, why=WHY)

    with pytest.raises(AlreadyMoved, match="redan gjort"):
        decisions.send_instead(rejected.id, second, sources=SOURCES, why=WHY)

    assert [one.id for one in store.queued()] == [letter.id]


@pytest.mark.parametrize("status", [Status.QUEUED, Status.SENDING, Status.SENT, Status.CANCELLED])
def test_nothing_is_sent_in_the_place_of_a_letter_that_is_clear(store, status):
    (queued,) = queue_letters(store, [make_preview()])
    bring_to(store, queued, status)
    again = make_preview(make_draft().as_copy(revision=2))

    with pytest.raises(AlreadyMoved):
        deciding(store).send_instead(queued.id, again, sources=SOURCES, why=WHY)

    assert store.get(queued.id).status is status


def test_two_letters_of_one_booking_never_have_the_same_id():
    drafts = [make_draft(make_booking(no), revision=of) for no in (2, 3) for of in (1, 2)]
    made = {made for draft in drafts for made in make_letter(draft).ids.values()}

    assert len(made) == len(drafts) * len(Channel)


@pytest.mark.parametrize(
    ("days", "is_near"), [(-1, False), (0, True), (1, True), (3, True), (4, False), (30, False)]
)
def test_a_patient_whose_visit_is_within_three_working_days_is_to_be_called(unclear, days, is_near):
    near = replace(unclear, visit_at=later(days=days))

    assert is_to_be_called(near, now=NOON) is is_near


def test_a_weekend_is_no_time_to_call_in(unclear):
    friday = later(days=4)
    wednesday = replace(unclear, visit_at=friday + timedelta(days=5))

    assert is_to_be_called(wednesday, now=friday)


def test_nobody_is_to_be_called_for_a_letter_without_a_time_or_without_doubt(unclear):
    letters = (replace(unclear, visit_at=None), replace(unclear, status=Status.SENT))

    assert not any(is_to_be_called(one, now=NOON) for one in letters)


def test_the_work_list_can_be_searched_and_keeps_its_order(store):
    drafts = [
        make_draft(make_booking(2 + 5 * no, at=later(days=days)))
        for no, days in enumerate((40, 30))
    ]
    queued = queue_letters(store, [make_preview(draft) for draft in drafts])
    for dispatch in queued:
        bring_to(store, dispatch, Status.UNKNOWN)
    words = queued[0].name.split(",")[0]

    found = store.page(Question(words=words, status=Status.UNKNOWN), offset=0, limit=9)

    assert [one.id for one in found] == [queued[1].id, queued[0].id]
