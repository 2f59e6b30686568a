"""The proofs of sending see the bugs that they are there for."""

from tests.seeded_bugs import BUGS, catches


def test_each_of_a_dozen_bugs_in_sending_fails_some_test():
    found = catches()

    assert len(BUGS) >= 12
    assert [name for name, test in found.items() if not test] == []
