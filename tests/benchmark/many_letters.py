"""Ten thousand letters made whole; run as a program, it makes its share of them."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from time import process_time
from typing import NamedTuple

import psutil

from app.bootstrap import ROOT, open_services
from app.rows import Row
from app.services import Services
from app.settings import DataFolder
from tests.benchmark.exports import write_export
from tests.benchmark.figures import Figure, Sizes, clocked
from tests.fakes import NOON

_WORKERS = 2
_LETTERS_A_SECOND = 150
_WORK_MS = 1000 * _WORKERS / _LETTERS_A_SECOND
# What the operating system gives and takes by itself while ten thousand letters are made.
_FLAT_MB = 30.0
_QR = "https://www.1177.se/jonkopings-lan/"


class _Share(NamedTuple):
    """What one process told: seconds for all its letters, megabytes that it then held more than
    after the first tenth of them, and milliseconds of work on any core for each."""

    seconds: float
    grown: float
    work: float


def figures(sizes: Sizes, folder: Path) -> Iterator[Figure]:
    """Both ways make as many letters; each process loads its own bookings, which is not counted."""
    folder.mkdir()
    many = sizes.many_letters
    (threads,) = _made(folder / "threads", letters=many, processes=1, threads=_WORKERS)
    processes = _made(folder / "processes", letters=many // _WORKERS, processes=_WORKERS, threads=1)
    name, target = f"{many:,} letters with QR, hash, parity, file", many / _LETTERS_A_SECOND
    yield Figure(f"{name}: two threads", [threads.seconds], target, unit="s")
    slowest = max(share.seconds for share in processes)
    yield Figure(f"{name}: two processes", [slowest], target, unit="s")
    for makers, shares in (("threads", [threads]), ("processes", processes)):
        work, grown = [share.work for share in shares], [share.grown for share in shares]
        # What the seconds come to where nobody else works on the two cores.
        yield Figure(f"{name}: work, {makers}", work, _WORK_MS)
        yield Figure(f"{name}: RSS, {makers}", grown, _FLAT_MB, unit="MB", told=max)


def _made(folder: Path, *, letters: int, processes: int, threads: int) -> list[_Share]:
    """All at once; the processes make letters of different bookings."""
    command = (sys.executable, "-m", "tests.benchmark.many_letters")
    started = [
        subprocess.Popen(  # noqa: S603 - our own
            (*command, f"{folder}{one}", str(letters), str(one * letters), str(threads)),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for one in range(processes)
    ]
    told = [process.communicate()[0] for process in started]
    return [_Share(*map(float, text.split())) for text in told]


def main() -> None:
    folder, letters, first, threads = Path(sys.argv[1]), *map(int, sys.argv[2:])
    with open_services(DataFolder(folder), now=lambda: NOON) as services:
        # Not every row of the export can be made a letter of.
        export = write_export(folder / "many.csv", rows=2 * letters, first=2 * first)
        rows = list(islice(services.load(export).unchecked(), letters))
        share = _make(services, rows, folder=folder / "letters", threads=threads)
    sys.stdout.write(" ".join(map(str, share)))


def _make(services: Services, rows: list[Row], *, folder: Path, threads: int) -> _Share:
    folder.mkdir()
    tenth = len(rows) // 10 + 1
    make = partial(_make_one, services, folder)
    worked = process_time()
    with ThreadPoolExecutor(threads) as makers:
        first = clocked(lambda: list(makers.map(make, rows[:tenth])))
        before = psutil.Process().memory_info().rss
        rest = clocked(lambda: list(makers.map(make, rows[tenth:])))
    grown = psutil.Process().memory_info().rss - before
    work = (process_time() - worked) * 1000 / len(rows)
    return _Share((first + rest) / 1000, grown / 1024**2, work)


def _make_one(services: Services, folder: Path, row: Row) -> None:
    """A letter with a QR code, made, read back and compared, hashed and written to two files."""
    press = services.templates.press()
    letter = press.letter(row.draft, today=NOON.date())
    with_qr = letter.letter_type.model_copy(update={"qr": _QR})
    preview = press.previewer.preview(replace(letter, letter_type=with_qr), row.route)
    if preview.differences or preview.risk_zone:
        raise AssertionError(preview.differences, preview.risk_zone)
    name = preview.digest
    (folder / f"{name}.pdf").write_bytes(preview.page)
    (folder / f"{name}.xml").write_text(preview.message, "utf-8")


if __name__ == "__main__":
    main()
