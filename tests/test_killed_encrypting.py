"""A plain history that is moved into an encrypted file is whole whenever the program is killed."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.skipif(sys.platform == "win32", reason="no fork")
def test_a_kill_at_any_step_leaves_one_whole_history_and_nothing_beside_it():
    command = [sys.executable, "-m", "tests.killed_encrypting"]

    ended = subprocess.run(  # noqa: S603 - our own
        command, check=False, cwd=ROOT, capture_output=True, text=True, timeout=50
    )

    states = [line.split(maxsplit=1)[1] for line in ended.stdout.splitlines()]
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert set(states) == {"plain", "encrypted"}
    assert states == sorted(states, reverse=True)
