"""A killed program loses nothing and repeats nothing, even where 1177 answers badly."""

from pathlib import Path

import pytest

from app.dispatch import Status
from tests.killed_program import kill_while_sending


@pytest.mark.parametrize("faults", [0, 20])
def test_a_program_killed_while_sending_loses_nothing_and_repeats_nothing(
    tmp_path: Path, faults: int
):
    after = kill_while_sending(tmp_path, kills=6, seed=1, faults=faults)

    assert after.kills == 6
    assert (after.lost, after.forgotten, after.doubled, after.altered) == ((), (), (), ())
    assert after.is_harmless
    assert set(after.by_status) <= {Status.SENT, Status.UNKNOWN}
