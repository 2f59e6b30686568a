"""A print house collects while the program is killed, and prints each letter whole and once."""

from pathlib import Path

from tests.killed_paper import kill_while_collected


def test_whenever_the_program_is_killed_each_letter_is_printed_whole_and_once(tmp_path: Path):
    after = kill_while_collected(tmp_path, letters=60, kills=6, seed=2)

    assert after.kills == 6
    assert (after.torn, after.twice, after.lost) == ((), (), ())
    assert after.unclear <= after.kills
