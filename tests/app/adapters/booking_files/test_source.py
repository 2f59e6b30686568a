"""From a path to a batch: what is told of the file, of its rows, and of files out of reach."""

import hashlib
import os
import socket
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from app.adapters.booking_files import BookingFiles, content
from app.adapters.booking_files import source as reading
from app.bookings import Batch
from app.errors import BookingsUnreadable
from app.swedish_dates import STOCKHOLM
from tests.exports import AGFA_EI, PAF, table

Read = Callable[[bytes], Batch]


def test_a_batch_tells_which_file_it_came_from_and_how_it_was_read(
    source: BookingFiles, tmp_path: Path
):
    path = tmp_path / "röntgen v50.csv"
    path.write_bytes(table(AGFA_EI))

    batch = source.read(path)

    assert (batch.file_name, batch.care_system, batch.care_system_name) == (
        "röntgen v50.csv",
        "agfa_ei",
        "Agfa EI",
    )
    assert batch.digest == hashlib.sha256(table(AGFA_EI)).hexdigest()
    assert batch.read_at == datetime(2026, 11, 23, 8, 0, tzinfo=STOCKHOLM)
    assert "Antagen" in batch.layout_note
    assert batch.notes == ()


def test_a_file_name_that_is_no_text_does_not_stop_the_reading(
    source: BookingFiles, tmp_path: Path
):
    path = tmp_path / os.fsdecode(b"r\xf6ntgen.csv")
    try:
        path.write_bytes(table(AGFA_EI))
    except OSError:
        pytest.skip("this file system takes only names that are text")

    assert source.read(path).file_name == "r?ntgen.csv"


def test_row_numbers_are_those_of_the_spreadsheet(read: Read):
    header, row = table(AGFA_EI).splitlines(keepends=True)
    two_lines = row.replace(b"Smedjegatan 43", b'"Smedjegatan 43\nlgh 1102"')

    batch = read(header + row + b"\r\n" + b";;;;\r\n" + two_lines + row)

    assert [booking.row_no for booking in batch.bookings] == [2, 5, 6]
    assert batch.bookings[1].patient.address.street == "Smedjegatan 43 lgh 1102"
    assert batch.notes == ("Överhoppade tomma rader: 2.",)


def test_no_row_is_lost_however_broken(read: Read):
    broken = AGFA_EI | dict.fromkeys(AGFA_EI, "?")
    garbage = b"bara text\r\n;;x\r\n" + b";" * 40 + b"y\r\n"

    batch = read(table(AGFA_EI, broken, AGFA_EI) + garbage)

    assert [booking.row_no for booking in batch.bookings] == [2, 3, 4, 5, 6, 7]
    assert [bool(booking.problems) for booking in batch.bookings] == [0, 1, 0, 1, 1, 1]


def test_progress_is_told_on_the_way_and_at_the_end(source: BookingFiles, tmp_path: Path):
    path = tmp_path / "många.csv"
    path.write_bytes(table(*[AGFA_EI] * 1203))
    heard: list[int] = []

    source.read(path, progress=heard.append)

    assert heard == [500, 1000, 1203]


def test_the_first_bookings_of_a_long_file_are_told_before_the_others_are_read(
    source: BookingFiles, tmp_path: Path
):
    path = tmp_path / "många.csv"
    path.write_bytes(table(*[AGFA_EI] * 600))
    heard: list[int] = []

    source.read(path, progress=heard.append, first=lambda told: heard.append(-len(told)))

    assert heard == [-8, 500, 600]


def test_a_reading_that_is_called_off_stops(source: BookingFiles, tmp_path: Path):
    path = tmp_path / "många.csv"
    path.write_bytes(table(*[AGFA_EI] * 600))

    def call_off(_rows: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        source.read(path, progress=call_off)


def test_a_title_above_the_headers_is_told_of(read: Read):
    batch = read(b"R\xf6ntgen vecka 50;2026-12-07\r\n\r\n" + table(AGFA_EI))

    assert [booking.row_no for booking in batch.bookings] == [4]
    assert batch.notes == ("Rubrikerna står på rad 3. Det som står ovanför är inte läst.",)


def test_a_file_that_cannot_tell_who_is_protected_says_so(read: Read):
    without = {header: cell for header, cell in PAF.items() if header != "Sekretess"}

    (note,) = read(table(without)).notes

    assert note == "Kolumnen «Sekretess» saknas. Kontrollera själv om någon har skyddade uppgifter."


@pytest.mark.parametrize("content", [b"", b"\r\n\r\n", b"\xef\xbb\xbf\r\n", b"\x00" * 50])
def test_an_empty_file_is_called_empty(read: Read, content: bytes):
    with pytest.raises(BookingsUnreadable) as caught:
        read(content)

    assert caught.value.what == "Filen är tom."
    assert "rätt datum" in caught.value.todo


@pytest.mark.parametrize("tail", [b"", b"\r\n \r\n", b";;;;;\r\n", b"\x1a"])
def test_headers_without_bookings_are_told_of(read: Read, tail: bytes):
    header = table(AGFA_EI).splitlines(keepends=True)[0]

    with pytest.raises(BookingsUnreadable, match="inga bokningar"):
        read(header + tail)


def test_a_file_without_bookings_also_says_which_columns_it_lacks(read: Read):
    header = table({h: c for h, c in AGFA_EI.items() if h != "Patientnamn"}).splitlines()[0]

    with pytest.raises(BookingsUnreadable, match="inga bokningar") as caught:
        read(header)

    assert caught.value.todo.endswith("Kolumnen «Patientnamn» saknas också.")


def test_a_refusal_names_its_file(source: BookingFiles, tmp_path: Path):
    (tmp_path / "tom\u202e.csv").write_bytes(b"")

    refused = []
    for read in (
        lambda: source.read(tmp_path / "tom\u202e.csv"),
        lambda: source.read(tmp_path / "borta.csv"),
        lambda: source.read_text("a", name="Inklistrad tabell"),
    ):
        with pytest.raises(BookingsUnreadable) as caught:
            read()
        refused.append(caught.value)

    assert [one.file_name for one in refused] == ["tom.csv", "borta.csv", "Inklistrad tabell"]
    assert not any(one.file_name in str(one) for one in refused)


def test_a_file_that_is_gone_is_told_of(source: BookingFiles, tmp_path: Path):
    with pytest.raises(BookingsUnreadable, match="finns inte längre") as caught:
        source.read(tmp_path / "borta.csv")

    assert isinstance(caught.value.__cause__, FileNotFoundError)


def test_a_folder_is_told_apart_from_a_file(source: BookingFiles, tmp_path: Path):
    with pytest.raises(BookingsUnreadable, match="mapp"):
        source.read(tmp_path)


def test_a_path_that_no_file_can_have_is_told_of(source: BookingFiles):
    with pytest.raises(BookingsUnreadable, match="går inte att läsa"):
        source.read(Path("bok\x00ningar.csv"))


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets among the files here")
def test_what_is_neither_file_nor_folder_is_not_waited_for(
    source: BookingFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("uttag")

        with pytest.raises(BookingsUnreadable, match="går inte att läsa"):
            source.read(Path("uttag"))


def test_a_file_that_another_program_holds_is_told_of():
    told = content.explain(PermissionError(13, "Permission denied"))

    assert told.what == "Filen är öppen i ett annat program."
    assert told.todo == "Stäng den i Excel och tryck F5."


def test_a_file_too_large_is_refused_before_it_is_understood(
    read: Read, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(content, "LARGEST_FILE", len(table(AGFA_EI)) - 1)

    with pytest.raises(BookingsUnreadable, match="större än") as caught:
        read(table(AGFA_EI))

    assert caught.value.todo == "Ta ut bokningarna för en kortare tid."


def test_a_file_with_too_many_bookings_is_refused_whole(
    read: Read, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(reading, "MOST_ROWS", 3)

    with pytest.raises(BookingsUnreadable, match="har 7 rader och kan ha högst 3"):
        read(table(*[AGFA_EI] * 7))
    assert len(read(table(*[AGFA_EI] * 3)).bookings) == 3


@pytest.mark.parametrize("row", [b"X\r\n", b"\r\n"], ids=["bookings", "blank rows"])
def test_rows_without_end_are_not_read_to_their_end(read: Read, row: bytes):
    lines = table(AGFA_EI).splitlines(keepends=True)

    with pytest.raises(BookingsUnreadable) as caught:
        read(lines[0] + row * (reading.MOST_ROWS + 1))

    assert caught.value.what == "Filen har 100 001 rader och kan ha högst 100 000."


def test_sentences_about_a_file_never_hold_what_is_in_its_rows(read: Read):
    without_headers = table(AGFA_EI).splitlines(keepends=True)[1]

    with pytest.raises(BookingsUnreadable) as caught:
        read(without_headers)

    told = f"{caught.value} {caught.value.detail}"
    assert "Filen saknar rubriker." in told
    assert not any(cell in told for cell in AGFA_EI.values() if len(cell) > 1)
