"""Reads a file as the services do; run as a program, it tells seconds and megabytes of one."""

import sys
from functools import partial
from math import nan
from pathlib import Path

from app.adapters.booking_files import BookingFiles
from app.bookings import Batch
from app.bootstrap import RESOURCES
from app.care_systems import load_care_systems
from app.garbage import never_looking
from tests.benchmark.figures import clocked
from tests.fakes import NOON

_files = BookingFiles(load_care_systems(RESOURCES / "care_systems"), now=lambda: NOON)


def read(path: Path) -> Batch:
    with never_looking():
        return _files.read(path)


def main() -> None:
    """How long the file takes, and how much memory is added to what the process had, at most."""
    before = _memory("VmRSS")
    seconds = clocked(partial(read, Path(sys.argv[1]))) / 1000
    sys.stdout.write(f"{seconds} {_memory('VmHWM') - before}\n")


def _memory(what: str) -> float:
    """Megabytes that this process holds, or has held at most; `nan` where only Linux would say.

    Not getrusage: a new process begins there with what the one that started it holds.
    """
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((float(line.split()[1]) / 1024 for line in lines if line.startswith(what)), nan)


if __name__ == "__main__":
    main()
