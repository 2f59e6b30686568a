"""One program at a time."""

import subprocess
import sys
from pathlib import Path

from app.file_lock import locked, sole_holder

ROOT = Path(__file__).resolve().parents[2]

HOLDER = """
import sys
from pathlib import Path
from app.file_lock import sole_holder
with sole_holder(Path(sys.argv[1])) as is_sole:
    print(is_sole, flush=True)
    sys.stdin.read()
"""


def test_a_free_lock_is_had_by_one(tmp_path: Path):
    with sole_holder(tmp_path / "lock") as first, sole_holder(tmp_path / "lock") as second:
        assert (first, second) == (True, False)


def test_a_lock_that_was_given_back_is_free(tmp_path: Path):
    with locked(tmp_path / "lock"):
        pass

    with sole_holder(tmp_path / "lock") as is_sole:
        assert is_sole


def test_a_killed_holder_holds_nothing(tmp_path: Path):
    lock = tmp_path / "lock"
    command = (sys.executable, "-c", HOLDER, str(lock))
    with subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"True\n"
        with sole_holder(lock) as while_alive:
            assert not while_alive
        holder.kill()

    with sole_holder(lock) as afterwards:
        assert afterwards
