"""Reads files of bookings in processes that get two seconds and 100 MB each, and no more.

A reading that breaks a limit is ended by the operating system, so that no test needs a stopwatch.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from app.adapters.booking_files import BookingFiles
from app.bookings import Booking
from app.care_systems import load_care_systems
from app.errors import KallelseError
from app.swedish_dates import STOCKHOLM

if sys.platform != "win32":
    import resource

ROOT = Path(__file__).resolve().parents[1]
MOST_SECONDS = 2  # of the processor's time, which a busy machine does not take away
MOST_GROWTH = 100 << 20

# Lies beside the file that is read, and is read after it: the program must still be usable.
CLEAN = "efter.csv"


@dataclass(frozen=True)
class Outcome:
    """What became of a file: the refusal, or the notes and a line of text for each booking."""

    refused: str
    notes: list[str]
    bookings: list[str]

    @property
    def told(self) -> str:
        return "\n".join(filter(None, (self.refused, *self.notes, *self.bookings)))


@contextmanager
def limited_reader() -> Iterator[Callable[[Path], Outcome]]:
    """One program for many files: it takes a copy of itself for each, and lets that one read."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.limited_reader"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        asked, answers = program.stdin, program.stdout

        def read(path: Path) -> Outcome:
            asked.write(f"{path}\n")
            asked.flush()
            answer = json.loads(answers.readline())
            assert isinstance(answer, dict), f"the reading ended with {answer}"
            return Outcome(**answer)

        yield read


def main() -> None:
    now = datetime(2026, 11, 23, 8, 0, tzinfo=STOCKHOLM)
    systems = load_care_systems(ROOT / "resources" / "care_systems")
    source = BookingFiles(systems, now=lambda: now)
    for line in sys.stdin:
        print(_answer(source, Path(line.rstrip("\n"))), flush=True)


def _answer(source: BookingFiles, path: Path) -> str:
    """An outcome as JSON, or how the process ended: a number below zero is a signal's."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with os.fdopen(writing, "w", encoding="utf-8") as pipe:
            limit_this_process()
            json.dump(asdict(_outcome(source, path)), pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    return json.dumps(os.waitstatus_to_exitcode(status)) if status else answer


def limit_this_process() -> None:
    """Only the soft limits: the program that reads workbooks sets its own."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most_memory = pages * resource.getpagesize() + MOST_GROWTH
    resource.setrlimit(resource.RLIMIT_AS, (most_memory, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, resource.RLIM_INFINITY))


def _outcome(source: BookingFiles, path: Path) -> Outcome:
    try:
        batch = source.read(path)
        outcome = Outcome("", list(batch.notes), list(map(_line, batch.bookings)))
    except KallelseError as error:
        outcome = Outcome(f"{error} {error.detail}".strip(), [], [])
    assert len(source.read(path.with_name(CLEAN)).bookings) == 1
    return outcome


def _line(booking: Booking) -> str:
    patient, at = booking.patient, booking.visit.starts_at
    parts = (
        booking.row_label,
        booking.booking_id,
        f"{patient.id.kind}: {patient.id.display}",
        patient.list_name,
        *patient.address.lines(),
        f"{at:%Y-%m-%d %H:%M}" if at else "ingen tid",
        *(problem.sentence for problem in (*booking.problems, *booking.doubts)),
    )
    return " | ".join(parts)


if __name__ == "__main__":
    main()
