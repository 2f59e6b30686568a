"""A killed program loses nothing and repeats nothing."""

from pathlib import Path

from app.dispatch import Status
from tests.killed_program import kill_while_sending


def test_a_program_killed_while_sending_loses_nothing_and_repeats_nothing(tmp_path: Path):
    after = kill_while_sending(tmp_path, kills=6, seed=1)

    assert after.kills == 6
    assert (after.lost, after.doubled, after.altered) == ((), (), ())
    assert sum(after.by_status.values()) == after.queued
    assert set(after.by_status) <= {Status.SENT, Status.UNKNOWN}
