"""The result holds every row of the file with all its columns, and what has become of it."""

import csv
import io
from dataclasses import replace

from app.bookings import ROWS_PER_FILE, Booking, number_by_hand
from app.dispatch import Status
from app.result_file import result_table
from app.rows import Row, RowStatus
from tests.fakes import (
    BOTH,
    bring_to,
    make_batch,
    make_booking,
    make_draft,
    make_preview,
    queue_letters,
)

HEADER = ("Id", "Kommentar", "Kommentar")
NAMES = {"rontgen": "Kallelse till röntgen"}


def written(row_no: int = 2, *texts: str) -> Booking:
    return replace(make_booking(row_no), texts=texts or (f"EI{row_no}", "lugn", "=1+1"))


def ready(booking: Booking) -> Row:
    return Row(make_draft(booking), BOTH, (), RowStatus.READY)


def saved(*rows: Row, headers: tuple[tuple[str, ...], ...] = (HEADER,)) -> list[list[str]]:
    batch = replace(make_batch([row.draft.booking for row in rows]), headers=headers)
    text = result_table(batch, rows, letter_names=NAMES).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_a_row_has_its_number_all_its_own_columns_and_what_became_of_it():
    header, line = saved(ready(written()))

    assert header[:5] == ["Rad", "Id", "Kommentar", "Kommentar", "Kallelsens status"]
    assert line[:4] == ["2", "EI2", "lugn", "'=1+1"]
    assert line[4:] == ["Klar", "", "Kallelse till röntgen", "", "", ""]


def test_a_sent_row_says_by_which_ways_and_when_and_the_letters_own_marks(store):
    booking = written()
    queued = queue_letters(store, [make_preview(make_draft(booking), route=BOTH)])
    message, page = bring_to(store, queued[0], Status.SENT), queued[1]
    row = replace(ready(booking), status=RowStatus.UNDER_WAY, dispatches=(message, page))

    _, line = saved(row)

    assert line[4] == "Köad"
    assert line[7] == "1177 2026-11-23 12:00, brev köad"
    assert line[8:] == [page.reference, "v1"]


def test_a_row_left_out_says_why():
    row = Row(make_draft(written()).leaving_out("Ring patienten"), BOTH, (), RowStatus.LEFT_OUT)

    assert saved(row)[1][4:6] == ["Hoppas över", "Ring patienten"]


def test_a_corrected_row_stands_as_the_file_said_it():
    corrected = make_draft(written()).correcting(make_booking())

    assert saved(Row(corrected, BOTH, (), RowStatus.READY))[1][1] == "EI2"


def test_of_a_protected_identity_only_the_row_is_told():
    booking = written()
    booking = replace(booking, patient=replace(booking.patient, protected=True))

    _, line = saved(ready(booking))

    assert [cell for cell in line if cell] == ["2", "skyddade uppgifter"]


def test_of_who_is_protected_though_the_file_did_not_say_so_only_the_row_is_told():
    booking = written()
    protected = replace(booking, patient=replace(booking.patient, protected=True))
    draft = make_draft(booking).correcting(protected)

    _, line = saved(Row(draft, BOTH, (), RowStatus.BLOCKED))

    assert [cell for cell in line if cell] == ["2", "skyddade uppgifter"]


def test_rows_stand_as_in_the_file_and_those_typed_by_hand_last():
    by_hand = make_booking(number_by_hand(1))

    lines = saved(ready(by_hand), ready(written(9)), ready(written(3)))

    assert [line[0] for line in lines[1:]] == ["3", "9", "H1"]
    assert lines[3][1:4] == ["", "", ""]


def test_cells_beyond_the_header_and_cells_that_a_row_lacks_stay_in_their_places():
    lines = saved(
        ready(written(2, "EI2")), ready(written(3, "EI3", "a", "b", "c")), headers=((*HEADER, ""),)
    )

    assert [line[1:5] for line in lines[1:]] == [["EI2", "", "", ""], ["EI3", "a", "b", "c"]]


def test_the_columns_of_several_files_stand_side_by_side():
    second = written(ROWS_PER_FILE + 2, "lugn", "EI7")

    lines = saved(
        ready(written(2, "EI2", "x")), ready(second), headers=(("Id", "Vem"), ("Vad", "Id"))
    )

    assert lines[0][:4] == ["Rad", "Id", "Vem", "Vad"]
    assert [line[:4] for line in lines[1:]] == [["2", "EI2", "x", ""], ["2:2", "EI7", "", "lugn"]]
