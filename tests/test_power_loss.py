"""After a power cut, every promise that was made is kept."""

import pytest

from tests.disk import unreachable
from tests.power_loss import cut_power

pytestmark = pytest.mark.skipif(bool(unreachable()), reason=unreachable())


def test_a_power_cut_loses_and_forgets_nothing():
    after = cut_power(images=240, seed=1)

    assert (after.images, after.broken) == (240, {})


def test_the_same_power_cut_is_seen_to_lose_letters_where_commits_are_not_synced():
    after = cut_power(images=24, seed=1, synchronous="NORMAL")

    assert min(after.broken["lost"], after.broken["forgotten"]) > 0
