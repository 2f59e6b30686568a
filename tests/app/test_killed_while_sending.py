"""The program is killed again and again while it sends, and nothing is lost or sent twice."""

import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from app.adapters.store import SqliteStore
from app.dispatch import Status
from app.history import Question
from tests.fakes import behind_its_back, make_previews, queue_letters

LETTERS = 60


@pytest.mark.parametrize(("receiver", "kills"), [("silent", 15), ("answers", 8)])
def test_a_program_killed_while_sending_loses_nothing_and_repeats_nothing(
    tmp_path, receiver, kills
):
    history, received = tmp_path / "history.sqlite3", tmp_path / "received"
    received.mkdir()
    with SqliteStore(history) as store:
        queue_letters(store, make_previews(LETTERS))
    arguments = (str(history), str(received), receiver)
    chance = random.Random(1177)  # noqa: S311  chance that can be repeated

    for _ in range(kills):
        run_and_kill(*arguments, after_lines=chance.randint(1, 7))
    run_to_the_end(*arguments)

    copies = Counter(file.name.partition(".")[0] for file in received.iterdir())
    with SqliteStore(history) as store:
        letters = store.page(Question(), offset=0, limit=LETTERS)
        assert store.first_broken_event() is None
    statuses = Counter(letter.status for letter in letters)
    assert set(copies.values()) == {1}
    assert all(copies[str(d.id)] for d in letters if d.status is Status.SENT)
    assert statuses[Status.SENT] + statuses[Status.UNKNOWN] == LETTERS
    assert statuses[Status.UNKNOWN] <= (kills if receiver == "silent" else 0)
    with behind_its_back(history) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def run_and_kill(*arguments: str, after_lines: int) -> None:
    """Kills it as soon as it has told of that many steps: each letter has two."""
    with started(arguments) as program:
        assert program.stdout is not None
        for _ in range(after_lines):
            assert program.stdout.readline()
        program.kill()
    assert program.returncode != 0


def run_to_the_end(*arguments: str) -> None:
    with started(arguments) as program:
        program.communicate()
    assert program.returncode == 0


def started(arguments: tuple[str, ...]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  our own interpreter
        (sys.executable, "-m", "tests.sending_child", *arguments),
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
    )
