"""Loading and letters without a window; run as a program, it times a process's first letter."""

import itertools
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from app.bootstrap import ROOT, open_services
from app.rows import Row
from app.services import Services
from app.settings import DataFolder
from tests.benchmark.exports import write_export
from tests.benchmark.figures import Figure, Sizes, clocked, p95
from tests.fakes import NOON

_ALL_LETTERS_S = 8.0


def figures(sizes: Sizes, folder: Path) -> Iterator[Figure]:
    folder.mkdir()
    with open_services(DataFolder(folder / "data"), now=lambda: NOON) as services:
        for number, target in ((sizes.short_file, None), (sizes.long_file, 500.0)):
            loads = list(_loads(services, folder, rows=number, runs=sizes.runs))
            yield Figure(f"load {number:,} rows", loads, target)
        first = [_first_letter(folder / f"first{run}") for run in range(sizes.runs)]
        yield Figure("letter to message and PDF, first of a process", first, target=150)
        rows = _renderable(services, folder, sizes.letters)
        made = [clocked(partial(_message_and_page, services, row)) for row in rows]
        yield Figure("letter to message and PDF, warm", made, target=9)
        yield Figure("letter to message and PDF, warm, p95", made, told=p95)
        compared = [clocked(partial(services.preview, row)) for row in rows]
        yield Figure("letter made, read back and compared, warm", compared)
        target = _ALL_LETTERS_S if len(rows) == 1000 else None
        make = partial(_message_and_page, services)
        seconds = _all_letters(services, rows, work=make, runs=sizes.runs)
        yield Figure(f"{len(rows):,} letters rendered", seconds, target, unit="s")
        seconds = _all_letters(services, rows, work=services.check, runs=sizes.runs)
        yield Figure(f"{len(rows):,} letters rendered and compared", seconds, unit="s")


def _loads(services: Services, folder: Path, *, rows: int, runs: int) -> Iterator[float]:
    """Another file each time: one that history has seen before costs less.

    Nobody opens one a second, so what is written down of the one before is no part of it.
    """
    for run in range(2 * runs):
        path = write_export(folder / f"{rows}_{run}.csv", rows=rows, first=run * rows)
        services.access.writer.flush()
        yield clocked(partial(services.load, path))


def _renderable(services: Services, folder: Path, number: int) -> tuple[Row, ...]:
    """Rows of as many different bookings, each of which can be made a letter of."""
    worklist = services.load(write_export(folder / "letters.csv", rows=2 * number))
    services.access.writer.flush()
    rows = tuple(itertools.islice(worklist.unchecked(), number))
    # The first letters of a process wait for fonts and templates.
    for row in rows[:3]:
        services.preview(row)
    return rows


def _all_letters(
    services: Services, rows: tuple[Row, ...], *, work: Callable[[Row], object], runs: int
) -> list[float]:
    """In seconds, several letters at once as the window has them made."""

    def all_of_them() -> None:
        deque(services.letter_makers.map(work, rows), maxlen=0)

    return [clocked(all_of_them) / 1000 for _ in range(runs)]


def _message_and_page(services: Services, row: Row) -> None:
    press = services.templates.press()
    letter = press.letter(row.draft, today=NOON.date())
    press.previewer.message(letter)
    press.previewer.page(letter)


def _first_letter(folder: Path) -> float:
    command = (sys.executable, "-m", "tests.benchmark.letters", str(folder))
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603 - our own
    return float(told.stdout)


def main() -> None:
    """A process of its own: services, one file, and then the time that its first letter takes."""
    folder = Path(sys.argv[1])
    with open_services(DataFolder(folder), now=lambda: NOON) as services:
        (row, *_) = services.load(write_export(folder / "bookings.csv", rows=60)).unchecked()
        sys.stdout.write(f"{clocked(lambda: services.preview(row))}\n")


if __name__ == "__main__":
    main()
