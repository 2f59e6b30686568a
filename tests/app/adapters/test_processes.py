"""A letter's owner is alive exactly as long as its process."""

import os
import subprocess
import sys

import pytest

from app.adapters.processes import is_alive, this_process


def test_this_process_is_alive():
    assert is_alive(this_process())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no dead processes")
def test_a_killed_process_is_dead_even_before_its_parent_has_noticed():
    naming_itself = (
        "from app.adapters.processes import this_process\n"
        "print(this_process(), flush=True)\n"
        "input()"
    )
    child = subprocess.Popen(  # noqa: S603  our own interpreter
        (sys.executable, "-c", naming_itself), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdin is not None
    assert child.stdout is not None
    with child:
        owner = child.stdout.readline().decode().strip()
        assert is_alive(owner)

        child.kill()
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)

        assert not is_alive(owner)
    assert not is_alive(owner)


@pytest.mark.parametrize("start", [0.0, 123456.78])
def test_another_process_with_the_same_number_is_not_the_owner(start):
    pid, _, host = this_process().split(":")

    assert not is_alive(f"{pid}:{start:.2f}:{host}")


def test_a_process_of_another_pc_is_not_the_owner():
    pid, start, host = this_process().split(":")

    assert not is_alive(f"{pid}:{start}:{host}-2")


@pytest.mark.parametrize("owner", ["", ":", "prov", "-1:1.00:PC", "²:1.00:PC"])
def test_a_name_that_no_process_has_is_dead(owner):
    assert not is_alive(owner)
