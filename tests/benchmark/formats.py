"""How long files of every format take to read, beside the libraries that are known for them."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from app.bootstrap import ROOT
from tests.benchmark import rivals
from tests.benchmark.exports import write_export
from tests.benchmark.figures import Figure, Sizes, clocked
from tests.benchmark.reading import read
from tests.benchmark.standard_exports import write_fhir, write_hl7, write_rivta, write_workbook


class _Writer(Protocol):
    def __call__(self, path: Path, *, rows: int, first: int = 0) -> Path: ...


class Format(NamedTuple):
    """`rival` reads the same files, `of_rival` says what of them.

    The targets are in milliseconds: until all is read, and until the first rows are painted, None
    where those may be told of anew by the file's end: a patient in FHIR, a merged cell in XLSX.
    """

    name: str
    ending: str
    write: _Writer
    target: float
    first_rows: float | None
    of_rival: str
    rival: Callable[[Path], object]


FORMATS = (
    Format("CSV", "csv", write_export, 300, 300, "cells by csv.reader", rivals.csv_cells),
    Format("HL7", "hl7", write_hl7, 500, 300, "messages by hl7", rivals.hl7_messages),
    Format(
        "FHIR",
        "json",
        write_fhir,
        1000,
        None,
        "appointments by fhir.resources R4B",
        rivals.fhir_appointments,
    ),
    Format("RIV-TA", "xml", write_rivta, 500, 300, "texts by lxml iterparse", rivals.timeslots),
    Format(
        "XLSX",
        "xlsx",
        write_workbook,
        4000,
        None,
        "cells by openpyxl, full mode",
        rivals.workbook_cells,
    ),
)


def figures(sizes: Sizes, folder: Path) -> Iterator[Figure]:
    folder.mkdir()
    for one in FORMATS:
        yield from _side_by_side(one, sizes, folder)
    reads = list(_long_reads(sizes, folder))
    name = f"read {sizes.longest_file:,} rows, CSV"
    yield Figure(name, [seconds for seconds, _ in reads], target=3, unit="s")
    yield Figure(f"{name}: memory", [megabytes for _, megabytes in reads], target=300, unit="MB")


def _side_by_side(one: Format, sizes: Sizes, folder: Path) -> Iterator[Figure]:
    """Our bookings and the library's parts by turns, of the same files, each read for the first
    time."""
    name = f"read {sizes.long_file:,} rows, {one.name}"
    ours, theirs = [], []
    for run in range(sizes.runs):
        path = folder / f"{run}.{one.ending}"
        one.write(path, rows=sizes.long_file, first=run * sizes.long_file)
        ours.append(clocked(partial(read, path)))
        theirs.append(clocked(partial(one.rival, path)))
    yield Figure(name, ours, one.target)
    yield Figure(f"{name}: {one.of_rival}", theirs)


def _long_reads(sizes: Sizes, folder: Path) -> Iterator[tuple[float, float]]:
    """Seconds and megabytes of a very long file in a process of its own, another file each time."""
    for run in range(sizes.runs):
        path = folder / f"long{run}.csv"
        write_export(path, rows=sizes.longest_file, first=run * sizes.longest_file)
        command = (sys.executable, "-m", "tests.benchmark.reading", str(path))
        told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603 - our own
        seconds, megabytes = map(float, told.stdout.split())
        yield seconds, megabytes
