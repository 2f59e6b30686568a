"""Whichever write or sync fails, nothing is lost or sent twice."""

import pytest

from tests.disk import unreachable
from tests.failing_disk import FAILURES, fail_every_change


@pytest.mark.skipif(bool(unreachable()), reason=unreachable())
@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: failure.name)
def test_a_disk_that_fails_while_sending_loses_nothing_and_doubles_nothing(failure):
    after = fail_every_change(failure, every=12)

    assert after.runs > 0
    assert after.broken == {}
