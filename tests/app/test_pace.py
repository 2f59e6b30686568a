"""Letters leave as fast as the other side asks for, whatever the clock is turned to."""

import uuid
from datetime import datetime, timedelta
from functools import reduce

import pytest

from app.contracts import Pace
from app.dispatch import Waiting
from app.draft import Channel
from app.pace import Progress, Round, WaitingLine
from tests.fakes import NOON, later

PACE = Pace(per_second=1, per_round=3, minutes_between_rounds=5, source="prov")
INBOX, LETTER = Channel.INBOX_1177, Channel.LETTER


def after(*departures: datetime) -> Round:
    return Round.of(departures, pace=PACE)


def line(*channels: Channel, inbox: Round | None = None) -> WaitingLine:
    waiting = [Waiting(uuid.UUID(int=no), channel) for no, channel in enumerate(channels)]
    return WaitingLine(waiting, rounds={INBOX: inbox or after()})


def test_the_first_letter_leaves_at_once_and_the_next_a_second_later():
    assert after().wait(NOON) == 0
    assert after(NOON).wait(NOON) == 1
    assert after(NOON).wait(later(seconds=0.4)) == pytest.approx(0.6)
    assert after(NOON).wait(later(seconds=1)) == 0


def test_a_full_round_is_followed_by_a_pause():
    full = after(NOON, later(seconds=1), later(seconds=2))

    assert full.wait(later(seconds=2)) == 300
    assert full.after(later(seconds=302)).wait(later(seconds=302)) == 1


def test_a_pause_that_came_by_itself_begins_a_new_round():
    rested = after(NOON, later(seconds=1), later(minutes=6))

    assert rested.letters == 1
    assert rested.wait(later(minutes=6)) == 1


def test_a_pause_that_was_too_short_begins_none():
    interrupted = after(NOON, later(seconds=1), later(minutes=4))

    assert interrupted.wait(later(minutes=4)) == 300


def test_a_clock_that_is_turned_back_lets_nobody_wait_longer_than_asked_for():
    waiting = line(INBOX, inbox=after(later(days=365)))

    waiting.next(NOON, without=())

    assert waiting.wait(INBOX, NOON) == 1
    assert waiting.wait(INBOX, later(seconds=1)) == 0


@pytest.mark.parametrize("letters", [0, 1, 2, 3, 4, 6, 7, 30])
@pytest.mark.parametrize("before", [(), (NOON,), (NOON, NOON, NOON)])
def test_the_time_that_is_told_is_the_time_that_it_takes(letters, before):
    def leave(state: tuple[Round, datetime], _: int) -> tuple[Round, datetime]:
        line, now = state
        at = now + timedelta(seconds=line.wait(now))
        return line.after(at), at

    _, ends = reduce(leave, range(letters), (after(*before), NOON))

    assert after(*before).seconds_for(letters, NOON) == (ends - NOON).total_seconds()


def test_letters_go_in_the_order_they_were_queued():
    waiting, left = line(LETTER, INBOX, LETTER), []

    while letter := waiting.next(NOON, without=()):
        waiting.take(letter, at=NOON)
        left.append(letter.id.int)

    assert left == [0, 1, 2]


def test_while_a_channel_rests_the_others_go_on():
    waiting, left = line(INBOX, INBOX, LETTER, LETTER), []

    while letter := waiting.next(NOON, without=()):
        waiting.take(letter, at=NOON)
        left.append(letter.id.int)

    assert left == [0, 2, 3, 1]


def test_a_stopped_channel_gives_no_letter():
    waiting = line(INBOX, LETTER)

    letter = waiting.next(NOON, without={INBOX})

    assert letter == waiting.first_of(LETTER)
    assert waiting.next(NOON, without={INBOX, LETTER}) is None
    assert line(LETTER).first_of(INBOX) is None


def test_the_remaining_time_is_that_of_the_channels_with_a_pace():
    assert line(INBOX, INBOX, LETTER).progress(NOON) == Progress(0, 3, seconds_left=1)
    assert line(LETTER).progress(NOON) == Progress(0, 1)
