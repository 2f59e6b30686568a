"""Workbooks through the program that reads them: real processes, limits and endings."""

import random
import subprocess
import sys
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.adapters.booking_files import workbook as reading
from app.adapters.booking_files.recognise import find_layout
from app.adapters.booking_files.record import Record
from app.adapters.booking_files.rows import RowReader
from app.adapters.booking_files.workbook import is_workbook, read_workbook
from app.adapters.workbook_process.__main__ import MOST_MEMORY
from app.bookings import Booking
from app.care_systems import load_care_systems
from app.errors import BookingsUnreadable
from app.person_id import IdKind
from app.swedish_dates import STOCKHOLM
from tests.exports import AGFA_EI, PAF, table
from tests.workbooks import (
    SHEET,
    parts_of,
    saved,
    sheet_in,
    unzoned,
    with_sheet_xml,
    workbook,
    zipped,
)

ROOT = Path(__file__).resolve().parents[4]


def bookings(content: bytes) -> tuple[list[Booking], list[str]]:
    """As a file's reader makes them, and the table's notes."""
    systems = load_care_systems(ROOT / "resources" / "care_systems")
    today = date(2026, 11, 23)
    found = read_workbook(content)
    layout = find_layout(found.records, systems, today=today)
    rows = RowReader(layout, width=found.width, today=today)
    return [rows.booking(record) for record in found.records], found.notes


def sheet_of(*rows: dict[str, object]) -> bytes:
    return saved(workbook([list(AGFA_EI), *(list((AGFA_EI | row).values()) for row in rows)]))


def test_a_workbook_is_told_by_what_it_holds():
    assert is_workbook(saved(workbook([])))
    assert not is_workbook(table(AGFA_EI))
    assert not is_workbook(zipped({"xl/workbook.bin": b""}))
    assert not is_workbook(b"xl/workbook.xml")


def test_a_workbook_of_texts_gives_the_same_bookings_as_the_csv():
    found, notes = bookings(sheet_of({}))

    (booking,) = found
    assert (booking.row_no, booking.booking_id) == (2, "EI1")
    assert booking.patient.id.value == "198902122392"
    assert booking.visit.starts_at == datetime(2026, 12, 7, 8, 15, tzinfo=STOCKHOLM)
    assert booking.problems == ()
    assert notes == []


@pytest.mark.parametrize(
    ("day", "clock"),
    [
        (unzoned("2026-12-07"), time(8, 15)),
        (unzoned("2026-12-07"), 0.34375),
        (46363, 0.34375),
        (46363.34375, ""),
        (46363.34375, time(8, 15)),
        (20261207, 815),
        (unzoned("2026-12-07 08:15"), unzoned("2026-12-07 08:15")),
        ("2026-12-07", unzoned("1900-01-01 08:15")),
        ("7 dec 2026", "8.15"),
    ],
)
def test_dates_and_times_are_read_as_excel_keeps_them(day: object, clock: object):
    (booking,), _ = bookings(sheet_of({"Undersökningsdatum": day, "Undersökningstid": clock}))

    assert booking.visit.starts_at == datetime(2026, 12, 7, 8, 15, tzinfo=STOCKHOLM)
    assert booking.problems == ()


def test_a_moment_without_format_is_read_in_a_column_of_moments():
    row = PAF | {"Starttid": 46363.34375, "Boknings-id": 730114, "Personnummer": 194302129046}

    (booking,), _ = bookings(saved(workbook([list(PAF), list(row.values())])))

    assert booking.visit.starts_at == datetime(2026, 12, 7, 8, 15, tzinfo=STOCKHOLM)
    assert booking.booking_id == "730114"
    assert booking.patient.id.value == "194302129046"
    assert booking.problems == ()


def test_a_number_whose_zeros_only_the_format_shows_is_whole():
    made = workbook([list(AGFA_EI), list((AGFA_EI | {"Patient-id": 1012384}).values())])
    sheet_in(made)["B2"].number_format = "000000-0000"

    (booking,), _ = bookings(saved(made))

    assert booking.cells["person_id"].text == "000101-2384"
    assert booking.patient.id.kind is IdKind.PERSONNUMMER


def test_a_number_that_has_lost_its_zeros_is_told_of():
    (booking,), _ = bookings(sheet_of({"Patient-id": 1012384}))

    assert "Nollor i början" in booking.doubts[0].sentence


@pytest.mark.parametrize(
    ("cell", "words"),
    [("#N/A", "visar ett fel i kalkylbladet: #N/A"), ("=1+1", "inte är uträknad")],
)
def test_an_error_and_a_formula_without_value_are_told_of_at_their_row(cell: str, words: str):
    found, _ = bookings(sheet_of({"Ort": cell}, {}))

    assert [words in str(booking.problems) for booking in found] == [True, False]
    assert found[0].problems[0].field == "town"


def test_a_flag_that_is_a_truth_protects():
    (hidden, shown), _ = bookings(
        sheet_of({"Skyddade uppgifter": True}, {"Skyddade uppgifter": False})
    )

    assert (hidden.patient.protected, shown.patient.protected) == (True, False)


def test_hidden_rows_make_no_bookings_and_are_told_of():
    made = workbook([list(AGFA_EI), *[list(AGFA_EI.values())] * 3])
    sheet_in(made).row_dimensions[3].hidden = True

    found, notes = bookings(saved(made))

    assert [booking.row_no for booking in found] == [2, 4]
    assert notes == ["Dolda rader är inte lästa: rad 3."]


def test_headers_under_a_title_keep_excels_numbers():
    made = workbook([(), ("Röntgen vecka 50",), (), list(AGFA_EI), list(AGFA_EI.values())])
    sheet_in(made).merge_cells("A2:H2")

    found, _ = bookings(saved(made))

    assert [booking.row_no for booking in found] == [5]


def test_a_workbook_that_is_refused_says_why():
    made = workbook([list(AGFA_EI), (*[None] * 1000, "x")])

    with pytest.raises(BookingsUnreadable, match=r"fler än 1 000 kolumner. Ta bort"):
        read_workbook(saved(made))


@pytest.mark.parametrize(
    "sheet", [b"", b"<worksheet", b"<html>", b'<row r="1"/>' * 3, bytes(range(1, 255))]
)
def test_a_workbook_that_nobody_can_read_is_told_of(sheet: bytes):
    content = zipped(parts_of(sheet_of({})) | {SHEET: sheet})

    with pytest.raises(BookingsUnreadable, match=r"går inte att läsa. Öppna den i Excel"):
        read_workbook(content)


def test_a_workbook_that_takes_too_long_is_told_of():
    with pytest.raises(BookingsUnreadable, match="för lång tid"):
        read_workbook(sheet_of({}), seconds=0.001)


def test_a_reading_that_is_called_off_ends_the_other_program(monkeypatch: pytest.MonkeyPatch):
    started = reading._start()
    monkeypatch.setattr(reading, "_start", lambda: started)

    def call_off(_rows: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_workbook(saved(workbook([("x",)] * 600)), progress=call_off)
    assert started.returncode is not None


def test_progress_is_told_in_rows():
    heard: list[int] = []

    read_workbook(saved(workbook([("x",)] * 1203)), progress=heard.append)

    assert heard == [500, 1000]


@pytest.mark.parametrize("said", ["'{}'", "'[1, 2]'", "'nonsens'", "'[' * 100_000"])
def test_a_program_that_says_something_else_is_not_believed(
    monkeypatch: pytest.MonkeyPatch, said: str
):
    another = subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", f"print({said})"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    monkeypatch.setattr(reading, "_start", lambda: another)

    with pytest.raises(BookingsUnreadable, match="går inte att läsa"):
        read_workbook(sheet_of({}))


def test_progress_need_not_be_listened_to():
    assert len(list(read_workbook(saved(workbook([("x",)] * 600))).records)) == 600


def test_more_output_than_any_workbook_gives_is_not_taken(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "MOST_OUTPUT", 100)

    with pytest.raises(BookingsUnreadable, match="går inte att läsa"):
        read_workbook(sheet_of({}))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no process from within")
def test_memory_without_end_is_not_given():
    swelling = "".join(f"<si><t>{'x' * 300}{number}</t></si>" for number in range(300_000))
    strings = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{swelling}'
    parts = parts_of(sheet_of({}))
    types = parts["[Content_Types].xml"].replace(b"</Types>", _SHARED_STRINGS + b"</Types>")
    held = {"[Content_Types].xml": types, "xl/sharedStrings.xml": f"{strings}</sst>".encode()}

    limited = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", _GREEDY, str(MOST_MEMORY // 4)],
        cwd=ROOT,
        input=zipped(parts | held),
        capture_output=True,
        check=False,
    )

    assert b"MemoryError" in limited.stderr


_SHARED_STRINGS = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/'
    b'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)
_GREEDY = """
import sys
from app.adapters.workbook_process import __main__ as program
from app.adapters.workbook_process.lines import write_lines
program.MOST_MEMORY = int(sys.argv[1])
program.limit_this_process()
write_lines(sys.stdin.buffer.read(), sys.stdout)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no process from within")
def test_the_other_program_opens_no_files_and_no_connections():
    refused = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", _CURIOUS], cwd=ROOT, capture_output=True, check=True
    )

    assert refused.stdout.split() == [b"no", b"no"]


_CURIOUS = """
import socket
from app.adapters.workbook_process.__main__ import limit_this_process
limit_this_process()
for attempt in (lambda: open("pyproject.toml"), socket.socket):
    try:
        attempt()
    except OSError:
        print("no")
"""


def test_a_far_cell_is_no_table_of_a_million_rows():
    content = with_sheet_xml(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row>'
    )

    assert list(read_workbook(content).records) == [Record(1, ("1",)), Record(1048576, ("2",))]


def test_workbooks_that_others_made_are_read_or_told_of(shared_data: Path):
    folder = shared_data / "spreadsheets" / "equivalents"
    content = (folder / "excel 2007.xlsx").read_bytes()

    records = [record.cells for record in read_workbook(content).records]

    assert records[0][:4] == ("phone number", "name", "favourite colour", "fruit")
    assert len(records) == 4
    with pytest.raises(BookingsUnreadable, match="makron"):
        read_workbook((folder / "excel 2007 with macro support.xlsm").read_bytes())


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 2**32))
def test_a_sheet_with_damage_anywhere_is_a_table_or_a_sentence(seed: int):
    chance = random.Random(seed)  # noqa: S311 - damage, not a secret
    parts = parts_of(sheet_of({}, {"Ort": "=1+1"}))
    name = chance.choice([SHEET, "xl/styles.xml", "xl/workbook.xml"])
    part = bytearray(parts[name])
    for _ in range(chance.randint(1, 20)):
        part[chance.randrange(len(part))] = chance.choice(b'<>&"/ 019azAZ\x80\xff')

    records: list[Record] = []
    with suppress(BookingsUnreadable):
        records.extend(read_workbook(zipped(parts | {name: bytes(part)})).records)

    assert len({record.row_no for record in records}) == len(records)
