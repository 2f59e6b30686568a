"""Sending as the product promises it, through a real store and carriers that answer as told."""

import itertools
import json
import random
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from app.adapters.store import SqliteStore
from app.adapters.store.sqlcipher import sqlite3
from app.contracts import Pace
from app.dispatch import Carrier, Dispatch, Parcel, Receipt, Status, Store, Waiting
from app.draft import Channel
from app.errors import (
    AlreadyMoved,
    AwaitsCount,
    HistoryUnusable,
    LetterIncomplete,
    OutcomeUnknown,
    Rejected,
    Unreachable,
)
from app.history import Question
from app.outbox import Outbox
from app.pace import Progress
from app.tally import BREAKER, Tally
from tests.fakes import (
    BOTH,
    DEAD_OWNER,
    LETTER_TYPE,
    NOON,
    ONLY_LETTER,
    SOURCES,
    VISIT,
    ScriptedCarrier,
    behind_its_back,
    bring_to,
    make_booking,
    make_draft,
    make_outbox,
    make_preview,
    make_previews,
    queue_letters,
)

EVERYTHING = Question()
NO_ANSWER = OutcomeUnknown("Svaret från 1177 uteblev.", "Fråga 1177.")
NO_CONTACT = Unreachable("1177 svarar inte.", "Försök igen.")


def statuses(store: SqliteStore) -> Counter[Status]:
    listed = store.page(EVERYTHING, offset=0, limit=1000)
    return Counter(dispatch.status for dispatch in listed)


def test_what_was_previewed_is_what_is_sent(store):
    inbox, preview = ScriptedCarrier(), make_preview()
    outbox = make_outbox(store, inbox)

    outbox.queue([preview], utskick="u", sources=SOURCES)
    tally = outbox.send_queued()

    assert [parcel.content for parcel in inbox.delivered] == [preview.message.encode()]
    assert tally.moved == {Status.SENT: 1}
    assert tally.stopped == {}


def test_a_route_with_both_channels_sends_the_message_and_the_page(store):
    inbox, post = ScriptedCarrier(), ScriptedCarrier(Channel.LETTER)
    preview = make_preview(route=BOTH)
    outbox = make_outbox(store, inbox, post)

    outbox.queue([preview], utskick="u", sources=SOURCES)
    outbox.send_queued()

    assert [parcel.content for parcel in inbox.delivered] == [preview.message.encode()]
    assert [parcel.content for parcel in post.delivered] == [preview.page]


def test_letters_leave_in_the_order_they_were_queued(store):
    queued = queue_letters(store, make_previews(5))
    inbox = ScriptedCarrier()

    make_outbox(store, inbox).send_queued()

    assert [parcel.dispatch.id for parcel in inbox.delivered] == [d.id for d in queued]


def test_the_same_letter_is_queued_once_however_often_its_file_is_loaded(store):
    previews = make_previews(3, route=BOTH)

    new = [len(queue_letters(store, previews)) for _ in range(3)]

    assert new == [6, 0, 0]


def test_a_letter_that_must_tell_a_date_is_never_queued_without_one(store):
    preview = make_preview(make_draft(make_booking(at=None)))
    tells_a_date = LETTER_TYPE.model_copy(update={"required": ("name", "date")})
    preview = replace(preview, letter=replace(preview.letter, letter_type=tells_a_date))

    with pytest.raises(LetterIncomplete):
        queue_letters(store, [preview])

    assert store.queued() == ()


def test_a_letter_without_a_booked_time_goes_the_whole_way(store):
    inbox, post = ScriptedCarrier(), ScriptedCarrier(Channel.LETTER)
    offer = make_preview(make_draft(make_booking(at=None)), route=BOTH)

    queue_letters(store, [offer])
    tally = make_outbox(store, inbox, post).send_queued()

    assert tally.moved == {Status.SENT: 2}
    assert [parcel.content for parcel in inbox.delivered] == [offer.message.encode()]
    assert [parcel.content for parcel in post.delivered] == [offer.page]
    assert {sent.visit_at for sent in store.page(EVERYTHING, offset=0, limit=10)} == {None}


def test_the_intent_is_on_disk_before_the_carrier_is_called(store, tmp_path):
    seen: list[tuple[str, int]] = []

    def look(_: Parcel) -> None:
        other_program = sqlite3.connect(tmp_path / "history.sqlite3")
        seen.extend(other_program.execute("SELECT status, attempts FROM dispatch"))
        other_program.close()

    queue_letters(store, [make_preview()])
    make_outbox(store, ScriptedCarrier(on_delivery=look)).send_queued()

    assert seen == [("SENDING", 1)]


def test_the_receipt_is_kept_word_for_word(store):
    (queued,) = queue_letters(store, [make_preview()])
    inbox = ScriptedCarrier(answers=[Receipt("OK; tråd 17; åäö")])

    make_outbox(store, inbox).send_queued()

    assert store.open(queued.id).dispatch.receipt == "OK; tråd 17; åäö"


def test_history_keeps_what_makes_the_same_letter_again(store):
    (queued,) = queue_letters(store, [make_preview()])

    kept = store.open(queued.id)

    told = json.loads(kept.data)
    assert told.pop("draft")["booking"]["visit"]["examination_code"] == "DTBUK"
    assert told == {
        "facts": {"name": "Märta Ärlig", "time": "09.40"},
        "language": "sv",
        "variant": "standard",
        "written_on": "2026-11-23",
    }
    assert kept.sources == SOURCES


def test_a_rejected_letter_stays_rejected_and_the_rest_are_sent(store):
    queue_letters(store, make_previews(3))
    inbox = ScriptedCarrier(answers=[Rejected("Personen finns inte i 1177.", "Skicka brev.")])

    tally = make_outbox(store, inbox).send_queued()

    assert tally.moved == {Status.REJECTED: 1, Status.SENT: 2}
    assert tally.stopped == {}


def test_a_definite_failure_goes_back_to_the_queue_and_stops_only_its_channel(store):
    queue_letters(store, make_previews(3, route=BOTH))
    inbox, post = ScriptedCarrier(answers=[NO_CONTACT]), ScriptedCarrier(Channel.LETTER)

    tally = make_outbox(store, inbox, post).send_queued()

    assert len(inbox.delivered) == 1
    assert len(post.delivered) == 3
    assert tally.stopped == {Channel.INBOX_1177: "1177 svarar inte. Försök igen."}
    assert statuses(store) == {Status.QUEUED: 3, Status.SENT: 3}


def test_what_was_stopped_is_sent_in_the_next_round(store):
    queue_letters(store, make_previews(3))
    inbox = ScriptedCarrier(answers=[NO_CONTACT])
    outbox = make_outbox(store, inbox)

    outbox.send_queued()
    outbox.send_queued()

    assert statuses(store) == {Status.SENT: 3}
    assert outbox.waiting() == 0


def test_an_unclear_answer_is_never_repeated_by_itself(store):
    queue_letters(store, [make_preview()])
    inbox = ScriptedCarrier(answers=[NO_ANSWER])
    outbox = make_outbox(store, inbox)

    for _ in range(3):
        outbox.send_queued()
        outbox.settle_interrupted()

    assert len(inbox.delivered) == 1
    assert statuses(store) == {Status.UNKNOWN: 1}


def test_three_unclear_answers_in_a_row_stop_the_channel(store):
    queue_letters(store, make_previews(10, route=BOTH))
    inbox = ScriptedCarrier(answers=[NO_ANSWER] * 10)
    post = ScriptedCarrier(Channel.LETTER)

    tally = make_outbox(store, inbox, post).send_queued()

    assert len(inbox.delivered) == BREAKER == 3
    assert len(post.delivered) == 10
    assert tally.stopped[Channel.INBOX_1177].startswith("3 oklara svar i rad.")
    assert statuses(store) == {Status.UNKNOWN: 3, Status.QUEUED: 7, Status.SENT: 10}


def test_a_clear_answer_between_two_unclear_ones_starts_the_count_again(store):
    queue_letters(store, make_previews(6))
    taken = Receipt("OK")
    inbox = ScriptedCarrier(answers=[NO_ANSWER, NO_ANSWER, taken, NO_ANSWER, NO_ANSWER, taken])

    tally = make_outbox(store, inbox).send_queued()

    assert tally.moved == {Status.UNKNOWN: 4, Status.SENT: 2}
    assert tally.stopped == {}


def test_a_bug_in_a_carrier_parks_the_letter_and_comes_to_light(store):
    queue_letters(store, make_previews(2))
    outbox = make_outbox(store, ScriptedCarrier(answers=[ZeroDivisionError("a bug")]))

    with pytest.raises(ZeroDivisionError):
        outbox.send_queued()

    assert statuses(store) == {Status.UNKNOWN: 1, Status.QUEUED: 1}


def test_a_crash_while_sending_is_never_resent(store):
    (queued,) = queue_letters(store, [make_preview()])
    bring_to(store, queued, Status.SENDING)
    inbox = ScriptedCarrier()
    outbox = make_outbox(store, inbox)

    settled = outbox.settle_interrupted()
    outbox.send_queued()

    assert [dispatch.status for dispatch in settled] == [Status.UNKNOWN]
    assert settled[0].maybe
    assert inbox.delivered == []


@pytest.mark.parametrize(
    ("found", "status"), [(Receipt("Filen finns."), Status.SENT), (None, Status.QUEUED)]
)
def test_after_a_crash_a_carrier_that_surely_knows_is_believed(store, found, status):
    (queued,) = queue_letters(store, [make_preview()])
    bring_to(store, queued, Status.SENDING)

    (settled,) = make_outbox(store, ScriptedCarrier(found=found)).settle_interrupted()

    assert settled.status is status
    assert settled.explanation.startswith("Programmet stängdes mitt i sändningen.")
    assert not settled.maybe


def test_a_letter_of_a_living_program_is_left_alone(store):
    (queued,) = queue_letters(store, [make_preview()])
    bring_to(store, queued, Status.SENDING)
    outbox = make_outbox(
        store, ScriptedCarrier(found=None), is_alive=lambda owner: owner == DEAD_OWNER
    )

    settled = outbox.settle_interrupted()

    assert settled == ()
    assert statuses(store) == {Status.SENDING: 1}


def test_of_two_programs_that_start_after_a_crash_only_one_settles_a_letter(store):
    def the_other_program_is_quicker(_: str) -> bool:
        other = make_outbox(store, ScriptedCarrier(found=None), owner="2:1.00:PROV")
        other.settle_interrupted()
        store.claim(queued.id, owner="2:1.00:PROV", at=NOON, who="prov")
        return False

    (queued,) = queue_letters(store, [make_preview()])
    bring_to(store, queued, Status.SENDING)
    outbox = make_outbox(store, ScriptedCarrier(found=None), is_alive=the_other_program_is_quicker)

    settled = outbox.settle_interrupted()

    assert settled == ()
    assert statuses(store) == {Status.SENDING: 1}


def test_a_program_whose_letter_was_taken_over_cannot_put_it_back_in_the_queue(store):
    def another_program_believes_us_dead(parcel: Parcel) -> None:
        other = make_outbox(store, ScriptedCarrier(), owner="2:1.00:PROV")
        other.settle_interrupted()

    queue_letters(store, [make_preview()])
    inbox = ScriptedCarrier(answers=[NO_CONTACT], on_delivery=another_program_believes_us_dead)

    with pytest.raises(AlreadyMoved):
        make_outbox(store, inbox).send_queued()

    assert statuses(store) == {Status.UNKNOWN: 1}


def test_two_programs_on_one_history_send_each_letter_once(tmp_path):
    path = tmp_path / "history.sqlite3"
    with SqliteStore(path) as first, SqliteStore(path) as second:
        queue_letters(first, make_previews(80))
        inboxes = (ScriptedCarrier(), ScriptedCarrier())
        programs = [
            threading.Thread(target=make_outbox(store, inbox, owner=f"{no}:1.00:PROV").send_queued)
            for no, (store, inbox) in enumerate(zip((first, second), inboxes, strict=True), start=1)
        ]

        for program in programs:
            program.start()
        for program in programs:
            program.join()

        sent = [parcel.dispatch.id for inbox in inboxes for parcel in inbox.delivered]
        assert len(sent) == len(set(sent)) == 80
        assert statuses(first) == {Status.SENT: 80}


def test_a_letter_whose_outcome_could_not_be_written_is_settled_at_the_next_send(store):
    (queued,) = queue_letters(store, make_previews(1))
    outbox = make_outbox(store, ScriptedCarrier(found=None))
    store.claim(queued.id, owner="4711:1.00:PROV", at=NOON, who="prov")

    tally = outbox.send_queued()

    assert tally.moved == {Status.SENT: 1}


def test_pressing_send_many_times_sends_each_letter_once(store):
    queue_letters(store, make_previews(20))
    inbox = ScriptedCarrier()
    outbox = make_outbox(store, inbox)
    presses = [threading.Thread(target=outbox.send_queued) for _ in range(8)]

    for press in presses:
        press.start()
    for press in presses:
        press.join()

    assert len(inbox.delivered) == 20


def test_sending_tells_how_far_it_has_come(store):
    queue_letters(store, make_previews(3))
    told: list[Progress] = []

    make_outbox(store, ScriptedCarrier()).send_queued(progress=told.append)

    assert told == [Progress(done, total=3) for done in range(4)]


def test_sending_can_be_broken_off_between_two_letters(store):
    queue_letters(store, make_previews(5))
    inbox = ScriptedCarrier()

    tally = make_outbox(store, inbox).send_queued(cancelled=lambda: len(inbox.delivered) == 2)

    assert tally.total == 5
    assert statuses(store) == {Status.SENT: 2, Status.QUEUED: 3}


def test_what_has_not_begun_to_leave_can_be_taken_back(store):
    sent, *waiting = queue_letters(store, make_previews(3))
    bring_to(store, sent, Status.SENT)
    outbox = make_outbox(store, ScriptedCarrier())

    cancelled = outbox.cancel_queued()

    assert cancelled == len(waiting)
    assert statuses(store) == {Status.SENT: 1, Status.CANCELLED: 2}
    assert outbox.send_queued().total == 0


def test_a_letter_that_leaves_while_the_rest_are_taken_back_is_not_taken_back(tmp_path):
    class AnotherProgramIsQuicker(SqliteStore):
        def queued(self) -> tuple[Waiting, ...]:
            listed = super().queued()
            bring_to(self, first, Status.SENDING)
            return listed

    with AnotherProgramIsQuicker(tmp_path / "history.sqlite3") as store:
        first, _ = queue_letters(store, make_previews(2))

        taken_back = make_outbox(store, ScriptedCarrier()).cancel_queued()

        assert taken_back == 1
        assert statuses(store) == {Status.SENDING: 1, Status.CANCELLED: 1}


def test_every_move_is_told_with_who_when_and_why(store):
    (queued,) = queue_letters(store, [make_preview(route=ONLY_LETTER)])
    post = ScriptedCarrier(Channel.LETTER, answers=[NO_CONTACT])
    outbox = make_outbox(store, post)

    outbox.send_queued()
    outbox.send_queued()

    events = store.open(queued.id).events
    assert [(event.status, event.text) for event in events] == [
        (Status.QUEUED, ONLY_LETTER.reason),
        (Status.SENDING, ""),
        (Status.QUEUED, str(NO_CONTACT)),
        (Status.SENDING, ""),
        (Status.SENT, "Skickad."),
    ]
    assert {(event.at, event.who) for event in events} == {(NOON, "prov")}


@pytest.mark.parametrize("seed", range(5))
def test_whatever_the_receiver_does_nothing_is_lost_and_nothing_is_doubled(store, seed):
    receiver = FaultyReceiver(random.Random(seed))  # noqa: S311  chance that can be repeated
    outbox = make_outbox(store, receiver)
    queue_letters(store, make_previews(30))

    while outbox.waiting():
        outbox.send_queued()

    for dispatch in store.page(EVERYTHING, offset=0, limit=1000):
        copies = receiver.taken[dispatch.id]
        assert copies <= 1
        assert (copies, dispatch.status) != (0, Status.SENT)
        assert dispatch.status in {Status.SENT, Status.UNKNOWN, Status.REJECTED}
        assert not (copies and dispatch.status is Status.REJECTED)


class FaultyReceiver(ScriptedCarrier):
    """Takes a letter or not, and answers clearly, wrongly or not at all."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__()
        self.chance = chance
        self.taken: Counter[object] = Counter()

    def deliver(self, parcel: Parcel) -> Receipt:
        answers: tuple[Callable[[Parcel], Receipt], ...] = (
            self.take,
            self.take,
            self.take_and_fall_silent,
            self.fall_silent,
            self.refuse_contact,
            self.reject,
        )
        return self.chance.choice(answers)(parcel)

    def take(self, parcel: Parcel) -> Receipt:
        self.taken[parcel.dispatch.id] += 1
        return Receipt("OK")

    def take_and_fall_silent(self, parcel: Parcel) -> Receipt:
        self.take(parcel)
        raise NO_ANSWER

    def fall_silent(self, parcel: Parcel) -> Receipt:
        raise NO_ANSWER

    def refuse_contact(self, parcel: Parcel) -> Receipt:
        raise NO_CONTACT

    def reject(self, parcel: Parcel) -> Receipt:
        raise Rejected("Personen finns inte i 1177.")


COUNT = AwaitsCount("Sidorna ligger i skrivarens kö.", "Räkna bunten.", sheets=1)


def test_pages_that_are_to_be_counted_are_unclear_and_stop_nothing(store):
    queued = queue_letters(store, make_previews(5, route=ONLY_LETTER))
    printer = ScriptedCarrier(Channel.LETTER, answers=[COUNT] * 5)

    tally = make_outbox(store, printer).send_queued()

    assert (tally.moved, tally.stopped) == ({Status.UNKNOWN: 5}, {})
    assert store.get(queued[0].id).explanation == str(COUNT)


def test_a_letter_that_is_stored_with_other_content_is_told_and_left_as_it_is(store):
    preview = make_preview()
    (stored,) = queue_letters(store, [preview])
    other = replace(preview, message="<article><para>Hus F</para></article>")

    added = make_outbox(store).queue([other], utskick="u", sources=SOURCES)

    assert (added.new, [one.id for one in added.changed]) == ((), [stored.id])
    assert store.open(stored.id).content == preview.message.encode()


class Clock:
    """Time that passes only while somebody waits."""

    def __init__(self) -> None:
        self.now = NOON
        self.waits: list[float] = []

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += timedelta(seconds=seconds)


def paced(store: Store, clock: Clock, *carriers: Carrier) -> Outbox:
    pace = Pace(per_second=1, per_round=3, minutes_between_rounds=5, source="prov")
    return Outbox(
        store=store,
        carriers=carriers,
        now=lambda: clock.now,
        user="prov",
        owner="4711:1.00:PROV",
        owner_is_alive=lambda _: False,
        paces={Channel.INBOX_1177: pace},
        wait=clock.wait,
    )


def test_letters_leave_at_the_pace_that_the_other_side_asks_for(store):
    queue_letters(store, make_previews(5, route=BOTH))
    clock, left = Clock(), []
    inbox = ScriptedCarrier(on_delivery=lambda _: left.append(round(seconds_of(clock))))
    post = ScriptedCarrier(
        Channel.LETTER, on_delivery=lambda _: left.append(round(seconds_of(clock)))
    )

    tally = paced(store, clock, inbox, post).send_queued()

    assert tally.moved == {Status.SENT: 10}
    assert left == [0] * 6 + [1, 2, 302, 303]
    assert max(clock.waits) <= 0.2


def seconds_of(clock: Clock) -> float:
    return (clock.now - NOON).total_seconds()


def test_a_program_that_starts_anew_keeps_the_pace(tmp_path):
    clock, path = Clock(), tmp_path / "history.sqlite3"
    with SqliteStore(path) as store:
        queue_letters(store, make_previews(4))
        inbox = ScriptedCarrier()
        paced(store, clock, inbox).send_queued(cancelled=lambda: len(inbox.delivered) == 3)

    with SqliteStore(path) as store:
        paced(store, clock, ScriptedCarrier()).send_queued()

    assert round(seconds_of(clock)) == 302


def test_a_rest_between_rounds_can_be_broken_off(store):
    queue_letters(store, make_previews(4))
    clock = Clock()

    tally = paced(store, clock, ScriptedCarrier()).send_queued(
        cancelled=lambda: seconds_of(clock) > 10
    )

    assert tally.moved == {Status.SENT: 3}
    assert seconds_of(clock) < 11
    assert statuses(store) == {Status.SENT: 3, Status.QUEUED: 1}


def test_the_time_that_is_left_is_told(store):
    queue_letters(store, make_previews(4))
    told: list[Progress] = []

    paced(store, Clock(), ScriptedCarrier()).send_queued(progress=told.append)

    assert told[0] == Progress(0, 4, seconds_left=302)
    assert told[-1] == Progress(4, 4)
    assert all(
        (one.seconds_left or 0) >= (other.seconds_left or 0)
        for one, other in itertools.pairwise(told)
    )


def test_a_channel_that_was_stopped_is_asked_before_more_letters_are_risked(store):
    queue_letters(store, make_previews(5, route=BOTH))
    inbox, post = ScriptedCarrier(answers=[NO_ANSWER] * 3), ScriptedCarrier(Channel.LETTER)
    answers, asked = iter([False, True]), []

    def probe(letter: Dispatch) -> bool:
        asked.append(letter.status)
        return next(answers)

    outbox = make_outbox(store, inbox, post, probes={Channel.INBOX_1177: probe})

    outbox.send_queued()
    assert (asked, len(inbox.delivered)) == ([], 3)
    second = outbox.send_queued()
    assert (asked, len(inbox.delivered)) == ([Status.QUEUED], 3)
    third = outbox.send_queued()

    assert second.stopped[Channel.INBOX_1177].startswith("1177 svarar inte än.")
    assert (third.moved, third.stopped) == ({Status.SENT: 2}, {})


def test_a_stopped_channel_without_waiting_letters_is_not_asked(store):
    queue_letters(store, make_previews(3))
    inbox = ScriptedCarrier(answers=[NO_ANSWER] * 3)
    outbox = make_outbox(store, inbox, probes={Channel.INBOX_1177: unwanted})

    outbox.send_queued()

    assert outbox.send_queued() == Tally()


def unwanted(letter: Dispatch) -> bool:
    raise AssertionError(letter)


def test_nothing_is_sent_once_the_log_is_known_to_be_broken(store, tmp_path):
    queue_letters(store, make_previews(2))
    inbox = ScriptedCarrier()
    outbox = make_outbox(store, inbox)
    outbox.verify_log()
    with behind_its_back(tmp_path / "history.sqlite3") as connection:
        connection.execute("DROP TRIGGER event_update_is_refused")
        connection.execute("UPDATE event SET who = 'någon annan' WHERE number = 2")

    with pytest.raises(HistoryUnusable, match="ändrats eller skadats, så inget skickas") as raised:
        outbox.verify_log()
    with pytest.raises(HistoryUnusable, match="Det som väntar ligger kvar"):
        outbox.send_queued()

    assert raised.value.detail == "event 2"
    assert (inbox.delivered, outbox.waiting()) == ([], 2)


def test_what_an_earlier_run_left_is_told_at_the_start(store):
    cut_off, *_ = queue_letters(store, make_previews(3))
    bring_to(store, cut_off, Status.SENDING)

    startup = make_outbox(store, ScriptedCarrier()).start()

    assert [one.status for one in startup.settled] == [Status.UNKNOWN]
    assert startup.waiting == 2


def test_a_letter_that_waited_until_its_visit_had_been_is_taken_back_and_not_sent(store):
    (queued,) = queue_letters(store, [make_preview()])
    carrier = ScriptedCarrier()

    tally = make_outbox(store, carrier, now=VISIT).send_queued()

    assert (tally.outdated, tally.moved, carrier.delivered) == (1, {}, [])
    kept = store.get(queued.id)
    assert kept.status is Status.CANCELLED
    assert kept.explanation == "Besöket hann vara innan kallelsen skickades."


def test_a_letter_that_waits_is_not_sent_once_its_person_is_known_as_protected(store):
    (queued,) = queue_letters(store, [make_preview()])
    store.note_protected([queued.person], at=NOON)
    carrier = ScriptedCarrier()

    tally = make_outbox(store, carrier).send_queued()

    assert (tally.outdated, tally.moved, carrier.delivered) == (1, {}, [])
    kept = store.get(queued.id)
    assert kept.status is Status.CANCELLED
    assert kept.explanation.startswith("Personen har skyddade personuppgifter")


def test_a_letter_that_waits_is_not_sent_after_one_that_tells_another_time(store):
    booking = make_booking()
    moved = replace(booking, visit=replace(booking.visit, starts_at=VISIT + timedelta(days=3)))
    (old,) = queue_letters(store, [make_preview(make_draft(booking))])
    newer = make_preview(make_draft(moved, revision=2))
    (new,) = queue_letters(store, [newer], utskick="utskick-2")
    carrier = ScriptedCarrier()

    tally = make_outbox(store, carrier).send_queued()

    assert (tally.outdated, tally.moved) == (1, {Status.SENT: 1})
    assert [parcel.dispatch.id for parcel in carrier.delivered] == [new.id]
    assert store.get(old.id).status is Status.CANCELLED
