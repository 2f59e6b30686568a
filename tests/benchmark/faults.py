"""What each fault of the test inbox costs the sender; run as a program, it prints one a line."""

import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import psutil

from app.adapters.test_inbox import ConductFile, Line, running
from app.bootstrap import ROOT
from app.conduct import Conduct, Fault
from app.dispatch import STATUS_NAMES, Status
from app.errors import OutcomeUnknown, Unreachable
from tests.benchmark.figures import FULL, Figure, Sizes, clocked
from tests.misbehaving_inbox import line_to
from tests.parcels import parcel

_DEADLINE_S = 1.0
_LATE_MS = 1000.0
_GROWN_MB = 50.0
_LOOK_EVERY_S = 0.002
_MESSAGE = b'<?xml version="1.0" encoding="UTF-8"?>\n<article><para>Hej</para></article>'


class Cost(NamedTuple):
    """Of the worst of some letters: milliseconds beyond the deadline, and megabytes meanwhile."""

    fault: Fault
    status: Status
    late: float
    grown: float


def figures(sizes: Sizes, folder: Path) -> Iterator[Figure]:
    command = (
        sys.executable,
        "-m",
        "tests.benchmark.faults",
        str(folder),
        str(sizes.fault_letters),
    )
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603 - our own
    lines = [line.split() for line in told.stdout.splitlines()]
    late, grown = ([float(line[place]) for line in lines] for place in (2, 3))
    yield Figure(f"{len(Fault)} faults: over the deadline", late, _LATE_MS, told=max)
    yield Figure(f"{len(Fault)} faults: memory", grown, _GROWN_MB, unit="MB", told=max)


def main() -> None:
    """Fault, where its letters went, ms over the deadline, MB; the inbox is another process."""
    if len(sys.argv) > 1:
        _show(Path(sys.argv[1]), letters=int(sys.argv[2]))
        return
    with tempfile.TemporaryDirectory(prefix="kallelser-") as folder:
        _show(Path(folder), letters=FULL.fault_letters)


def _show(folder: Path, *, letters: int) -> None:
    command = (sys.executable, "-m", "app.bootstrap_inbox", str(folder))
    with running(folder, command=command, cwd=ROOT) as url:
        line = line_to(url, folder, deadline=_DEADLINE_S)
        # The first letter of a process brings what every letter needs.
        _deliver(line, 0)
        for fault in Fault:
            ConductFile(folder).keep(Conduct((fault,)))
            cost = _cost(line, fault, letters=letters)
            word = STATUS_NAMES[cost.status]
            sys.stdout.write(f"{fault:<16}{word:<9}{cost.late:7.1f} {cost.grown:7.2f}\n")
            sys.stdout.flush()


def _cost(line: Line, fault: Fault, *, letters: int) -> Cost:
    statuses: set[Status] = set()
    with _watched() as watched:
        taken = [
            clocked(lambda: statuses.add(_deliver(line, number)))  # noqa: B023 - called at once
            for number in range(1, letters + 1)
        ]
    (status,) = statuses
    late = max(0.0, max(taken) - 1000 * _DEADLINE_S)
    return Cost(fault, status, late=late, grown=watched[1] - watched[0])


def _deliver(line: Line, number: int) -> Status:
    """Where the outbox would put the letter."""
    try:
        line.deliver(parcel(number, content=_MESSAGE))
    except OutcomeUnknown:
        return Status.UNKNOWN
    except Unreachable:
        return Status.QUEUED
    return Status.SENT


@contextmanager
def _watched() -> Iterator[list[float]]:
    """Megabytes that this process holds, first and at the most until the end."""
    process, over = psutil.Process(), threading.Event()
    held = [process.memory_info().rss / 1024**2] * 2

    def look() -> None:
        while not over.wait(_LOOK_EVERY_S):
            held[1] = max(held[1], process.memory_info().rss / 1024**2)

    looking = threading.Thread(target=look)
    looking.start()
    yield held
    over.set()
    looking.join()


if __name__ == "__main__":
    main()
