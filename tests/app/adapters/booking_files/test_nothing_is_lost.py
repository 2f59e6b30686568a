"""What goes into a file comes out as bookings or is counted in a note, whatever its format."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.adapters.booking_files import BookingFiles
from app.bookings import Batch
from tests.exports import AGFA_EI, table
from tests.fhir_files import APPOINTMENT, PATIENT, actor, as_bytes, bundle
from tests.siu import AIS, MSH, PID, TQ1, booked, message, sent
from tests.workbooks import saved, sheet_in, workbook

Read = Callable[[bytes], Batch]

SAMPLES = Path(__file__).resolve().parents[4] / "resources" / "samples"
PATHS = sorted(SAMPLES.iterdir())


def rows_in(path: Path) -> int:
    """How many rows, messages, entries or timeslots a sample has, counted in the plainest way."""
    content = path.read_bytes()
    match path.suffix:
        case ".csv":
            text = content.decode("utf-8-sig" if path.stem == "rhks" else "latin-1")
            return sum(map(any, csv.reader(io.StringIO(text)))) - 1
        case ".hl7":
            return len(re.findall(rb"(?:^|[\r\n])MSH", content))
        case ".json":
            kinds = (entry["resource"]["resourceType"] for entry in json.loads(content)["entry"])
            return list(kinds).count("Appointment")
        case ".xml":
            return content.count(b"</ns:timeslotDetail>")
        case _:
            sheet = sheet_in(load_workbook(path))
            filled = [any(row) for row in sheet.iter_rows(values_only=True)]
            header = next(
                n for n, row in enumerate(sheet.values) if len(list(filter(None, row))) > 9
            )
            return sum(filled[header + 1 :])


def counted(batch: Batch) -> int:
    """How many the notes say are not among the bookings."""
    hidden = [note for note in batch.notes if note.startswith("Dolda rader")]
    rest = " ".join(note for note in batch.notes if note not in hidden)
    told = re.findall(r"^(\d+) bokning|Överhoppade meddelanden: (\d+)| (\d+) bokning", rest)
    listed = sum(len(note.rpartition("rad ")[2].split(", ")) for note in hidden)
    return listed + sum(int(number) for found in told for number in found if number)


@pytest.mark.parametrize("path", PATHS, ids=[path.name for path in PATHS])
def test_a_sample_gives_a_booking_for_every_row_but_those_it_tells_of(
    source: BookingFiles, path: Path
):
    batch = source.read(path)

    assert len(batch.bookings) + counted(batch) == rows_in(path)
    assert len({booking.row_no for booking in batch.bookings}) == len(batch.bookings)


@pytest.mark.parametrize("rows", [1, 2, 499, 500, 501, 3_000])
@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_a_table_of_any_length_is_whole(read: Read, rows: int, delimiter: str):
    content = table(
        *(AGFA_EI | {"Undersöknings-id": f"EI{n}"} for n in range(rows)), delimiter=delimiter
    )

    batch = read(content)

    assert [booking.booking_id for booking in batch.bookings] == [f"EI{n}" for n in range(rows)]


def test_odd_rows_between_others_are_all_there(read: Read):
    header, row = table(AGFA_EI).splitlines(keepends=True)
    odd = [b"Summa: 3\r\n", header, b'"x"\r\n', b"\xff\xfe;\x00\r\n", b";" * 30 + b"!\r\n"]

    batch = read(header + row + row.join([*odd, b"\r\n", b" ; ;\r\n", b""]))

    assert len(batch.bookings) == 1 + 7 + len(odd)
    assert batch.notes[0] == "Överhoppade tomma rader: 2."


def test_a_workbook_is_whole_but_for_what_it_tells(read: Read):
    rows = [list((AGFA_EI | {"Undersöknings-id": f"EI{n}"}).values()) for n in range(100)]
    made = workbook([["Röntgen"], [], list(AGFA_EI), *rows[:50], [], *rows[50:]])
    sheet_in(made).row_dimensions[10].hidden = True
    made.create_sheet("Fler").append(["x"])

    batch = read(saved(made))

    assert len(batch.bookings) == 99
    assert batch.notes == (
        "Bladet «Bokningar» är läst, men inte «Fler».",
        "Dolda rader är inte lästa: rad 10.",
        "Överhoppade tomma rader: 2.",
        "Rubrikerna står på rad 3. Det som står ovanför är inte läst.",
    )


def test_every_message_is_a_booking_or_counted(read: Read):
    other = [
        message(MSH.replace("|M1|", f"|{n}|"), booked(f"{n}"), TQ1, PID, AIS) for n in range(40)
    ]
    odd = [
        message(sent("S13", control_id="a"), booked("1"), TQ1, PID, AIS),
        message(sent("S26", control_id="b"), booked("b"), TQ1, PID, AIS),
        message(sent("S23", control_id="c"), booked("c")),
        message(MSH.replace("SIU^S12^SIU_S12", "ADT^A08"), PID),
        message(sent("S12", control_id="d"), booked("d"), TQ1),
        message(sent("S12", control_id="e"), booked("e"), TQ1, PID, PID.replace("1912", "1913")),
        other[7],
    ]

    batch = read(b"".join((*other, *odd)))

    messages = len({booking.row_no % 1_000_000 for booking in batch.bookings})
    assert messages + sum(map(int, re.findall(r"(\d+)\.", " ".join(batch.notes)))) == 47
    assert len(batch.bookings) == messages + 1


def test_every_appointment_is_a_booking_or_counted(read: Read):
    statuses = ("booked", "pending", "cancelled", "noshow", "fulfilled", "waitlist", "?", "")
    entries = [APPOINTMENT | {"id": f"{n}", "status": status} for n, status in enumerate(statuses)]
    two = [actor("Patient/p1"), actor("Patient/p2")]
    entries += [
        APPOINTMENT | {"id": "utan", "participant": []},
        APPOINTMENT | {"id": "två", "participant": two},
    ]

    batch = read(as_bytes(bundle(*entries, PATIENT)))

    assert len(batch.bookings) == 5 + 2
    assert counted(batch) == 4
