"""A crash writes nothing of what the program had in memory."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# What `python3 -m app` is before it does anything with patients, and a process that it starts.
PROGRAM = """
import resource, subprocess, sys
from app import __main__ as start
sys.argv = ["app", "--misbehave", "?"]
start.main()
print(resource.getrlimit(resource.RLIMIT_CORE))
sys.stdout.flush()
subprocess.run([sys.executable, "-c", "import resource; print(resource.getrlimit(4))"])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on dumps to look at")
def test_neither_the_program_nor_what_it_starts_leaves_a_dump_of_its_memory():
    """F4"""
    ran = subprocess.run(  # noqa: S603 - our own text above
        (sys.executable, "-c", PROGRAM), cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert ran.stdout.splitlines()[-2:] == ["(0, 0)", "(0, 0)"]


def test_nothing_in_the_program_asks_for_pythons_own_dumps():
    """F4: faulthandler prints no values, but a file of it would be one more place to look in."""
    asked = [
        path
        for folder in ("app", "ui")
        for path in (ROOT / folder).rglob("*.py")
        if "faulthandler" in path.read_text("utf-8")
    ]

    assert asked == []
