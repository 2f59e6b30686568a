"""When the test inbox's inhabitants open their messages."""

from app.adapters.test_inbox.deliveries import Arrival
from app.adapters.test_inbox.opening import opened_at
from app.conduct import Readers
from tests.fakes import NOON, later

ARRIVALS = [Arrival("", str(198001010000 + number), NOON) for number in range(1_000)]


def test_by_their_numbers_most_open_within_a_day_and_some_never():
    opened = [opened_at(one, readers=Readers.BY_NUMBER) for one in ARRIVALS]

    times = [at for at in opened if at is not None]
    assert 600 < len(times) < 800
    assert NOON <= min(times) < max(times) < later(hours=24)
    assert opened == [opened_at(one, readers=Readers.BY_NUMBER) for one in ARRIVALS]


def test_readers_may_be_all_or_none():
    assert {opened_at(one, readers=Readers.ALL) for one in ARRIVALS} == {NOON}
    assert {opened_at(one, readers=Readers.NOBODY) for one in ARRIVALS} == {None}
