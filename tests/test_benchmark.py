"""The benchmark still runs from end to end; what it measures is never a test's business."""

import statistics
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmark.figures import Figure, p95

ROOT = Path(__file__).resolve().parent.parent

FIGURES = (
    "machine: fixed Python work",
    "machine: 45 kB written, fsync",
    "machine: SQLite commit, WAL, FULL",
    "start to painted: an empty PySide6 window",
    "start to painted: the program",
    "start to painted: the program to the empty one",
    "read 120 rows, CSV",
    "read 120 rows, CSV: cells by csv.reader",
    "read 120 rows, HL7",
    "read 120 rows, HL7: messages by hl7",
    "read 120 rows, FHIR",
    "read 120 rows, FHIR: appointments by fhir.resources R4B",
    "read 120 rows, RIV-TA",
    "read 120 rows, RIV-TA: texts by lxml iterparse",
    "read 120 rows, XLSX",
    "read 120 rows, XLSX: cells by openpyxl, full mode",
    "read 240 rows, CSV",
    "read 240 rows, CSV: memory",
    "load 60 rows",
    "load 120 rows",
    "letter to message and PDF, first of a process",
    "letter to message and PDF, warm",
    "letter to message and PDF, warm, p95",
    "letter made, read back and compared, warm",
    "5 letters rendered",
    "5 letters rendered and compared",
    "20 letters with QR, hash, parity, file: two threads",
    "20 letters with QR, hash, parity, file: two processes",
    "20 letters with QR, hash, parity, file: work, threads",
    "20 letters with QR, hash, parity, file: RSS, threads",
    "20 letters with QR, hash, parity, file: work, processes",
    "20 letters with QR, hash, parity, file: RSS, processes",
    "the first compared letters are there",
    "5 bookings in two versions and channels compared",
    "5 bookings in two versions and channels: RSS of the whole",
    "of a key: letter written",
    "of a key: message laid out",
    "of a key: page laid out, Typst",
    "of a key: page drawn, PDFium",
    "key to the edited text painted, p95",
    "key to the message painted",
    "key to the message painted, p95",
    "key to the page of two painted",
    "key to the page of two painted, p95",
    "commit of intent and of outcome, per letter",
    "commit of intent and of outcome, p95",
    "29 letters sent in test mode, each",
    "letters sent a second in test mode",
    "row change to both panes painted",
    "row change to the message painted, p95",
    "row change to the page painted, p95",
    "row change to both painted from the cache",
    "row change to both painted from the cache, p95",
    "first of 120 rows painted, CSV",
    "first of 120 rows painted, HL7",
    "first of 120 rows painted, FHIR",
    "first of 120 rows painted, RIV-TA",
    "first of 120 rows painted, XLSX",
    "longest gap of the event loop during nothing",
    "longest gap of the event loop during a load",
    "longest gap of the event loop during checks",
    "longest gap of the event loop during a send",
    "longest gap of the event loop during a first visit to a view",
    "120 rows: a search's key, p95",
    "120 rows: a search's key until painted, p95",
    "240 rows: a search's key, p95",
    "240 rows: a search's key until painted, p95",
    "600 kept letters: on disk, each without its content",
    "600 kept letters: content, each on disk",
    "600 kept letters: searched after each key, p95",
    "600 kept letters: one opened, p95",
    "600 kept letters evaluated",
    "start with 600 kept letters, to with none",
    "longest gap of the event loop as 60 are purged",
    "60 letters purged, each",
    "600 letters encrypted: moved and compared, each",
    "600 letters encrypted: searched after each key, p95",
    "600 letters encrypted: a search, p95, to plain",
    "600 letters encrypted: a letter opened, p95, to plain",
    "600 letters encrypted: its bytes alone, p95, to plain",
    "600 letters encrypted: all looked through, to plain",
    "24 faults: over the deadline",
    "24 faults: memory",
)


def test_one_command_prints_every_figure():
    ran = subprocess.run(
        (sys.executable, "-m", "tests.benchmark", "--quick"),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )

    lines = ran.stdout.splitlines()
    assert ran.stderr == ""
    assert lines[0].startswith("Python 3.")
    assert tuple(line[:60].rstrip() for line in lines[2:-1]) == FIGURES
    assert lines[-1].endswith(("targets missed.", "targets met."))
    assert (ran.returncode == 0) == (lines[-1] == "All targets met.")


@pytest.mark.parametrize(("target", "missed"), [(None, False), (2.0, False), (1.9, True)])
def test_a_figure_misses_its_target_only_where_it_is_above_it(target, missed):
    figure = Figure("väntan", [1, 2, 9], target)

    assert figure.value == statistics.median([1, 2, 9])
    assert figure.is_missed is missed


def test_a_figure_can_be_held_to_another_value_than_its_median():
    hundred = [float(number) for number in range(1, 101)]

    assert Figure("väntan", hundred, told=p95).value == 95
    assert Figure("väntan", hundred, told=max).value == 100
