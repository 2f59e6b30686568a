"""Which programs run on this PC, so that a letter's owner can be told from a dead one."""

import os
import socket

import psutil


def this_process() -> str:
    """This program's name among all that ever ran here: `4711:83613.52:RECEPTION-3`."""
    return _identity(os.getpid())


def is_alive(owner: str) -> bool:
    """Whether the program of that name still runs.

    A name from another PC counts as dead: the history lies on a local disk, so it has been moved.
    """
    pid = owner.partition(":")[0]
    return pid.isdecimal() and _identity(int(pid)) == owner


def _identity(pid: int) -> str:
    """ "" where no such process runs. Process numbers are used again, hence the start time."""
    try:
        process = psutil.Process(pid)
        if process.status() == psutil.STATUS_ZOMBIE:
            return ""
        # Linux counts from the boot, so that a changed clock makes no living program look dead.
        started = process.create_time() - (psutil.boot_time() if psutil.LINUX else 0)
    except psutil.NoSuchProcess:
        return ""
    return f"{pid}:{started:.2f}:{socket.gethostname()}"
