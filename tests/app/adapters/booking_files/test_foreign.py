"""Files that are no bookings list: each is named in Swedish, with what to do."""

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.adapters.booking_files import BookingFiles
from app.adapters.booking_files.foreign import refuse_foreign_bytes
from app.bookings import Batch
from app.errors import BookingsUnreadable
from tests.exports import AGFA_EI, table

Read = Callable[[bytes], Batch]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def zipped(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.spreadsheet"[: len(name)])
    return held.getvalue()


def ods() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (zipped("xl/workbook.xml", "xl/vbaProject.bin"), "skadad"),
        (zipped("[Content_Types].xml", "xl/workbook.bin"), "binär Excel-arbetsbok (.xlsb)"),
        (ods(), "OpenDocument-format (.ods)"),
        (zipped("word/document.xml"), "Word-dokument"),
        (zipped("bokningar.csv"), "packad fil (zip)"),
        (zipped(), "packad fil (zip)"),
        (gzip.compress(table(AGFA_EI)), "packad fil"),
        (OLE + "Workbook".encode("utf-16-le"), "äldre Excel-arbetsbok"),
        (OLE + "Book".encode("utf-16-le"), "äldre Excel-arbetsbok"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "lösenord"),
        (OLE, "äldre Office-dokument"),
        (b"%PDF-1.7\n", "PDF"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "bild"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "bild"),
        (b"SQLite format 3\x00", "databas"),
        (b"MZ\x90\x00\x03", "program"),
        (b"<!DOCTYPE html>\n<html>", "webbsida"),
        (b"\r\n  <HTML><body><table>", "webbsida"),
        ("<html><table>".encode("utf-16"), "webbsida"),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "Excel-arbetsbok i XML",
        ),
        (b'<?xml version="1.0"?><GetSubjectOfCareScheduleResponse/>', "RIV-TA"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><bokningar/>', "XML"),
        (b'{"bokningar": []}', "JSON"),
        (b'[\n  {"id": 1}]', "JSON"),
        (b"MSH|^~\\&|SCH|\r", "HL7"),
        (b"\x0bMSH|^~\\&|SCH|\r\x1c\r", "HL7"),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0", "kalenderfil"),
        (bytes(range(256)) * 20, "textfil"),
    ],
)
def test_a_foreign_file_is_named(read: Read, content: bytes, told: str):
    with pytest.raises(BookingsUnreadable) as caught:
        read(content)

    assert told in caught.value.what
    assert any(word in caught.value.todo for word in ("CSV", "(.xlsx)", "Packa upp"))


@pytest.mark.parametrize("part", ["xl/vbaProject.bin", "xl/workbook.bin"])
def test_a_workbook_of_another_kind_is_to_be_saved_as_xlsx(part: str):
    with pytest.raises(BookingsUnreadable, match="Spara som och filtypen Excel-arbetsbok"):
        refuse_foreign_bytes(zipped("xl/workbook.xml", part))


def test_a_plain_workbook_is_not_foreign():
    refuse_foreign_bytes(zipped("xl/workbook.xml"))


@pytest.mark.parametrize("start", ["BM", "MM", "MZ", "II*", "RIFF"])
def test_a_header_that_begins_as_an_image_or_a_program_does_is_still_a_header(
    read: Read, start: str
):
    assert read(table({start: "1"} | AGFA_EI)).bookings[0].problems == ()


def test_a_zip_bomb_is_never_unpacked(read: Read):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(200_000_000))

    with pytest.raises(BookingsUnreadable, match="orimligt stor"):
        read(held.getvalue())


FOREIGN = ("spreadsheets", "hl7v2", "fhir", "rivta", "identity")


def test_every_file_that_nobody_here_wrote_is_read_or_gets_a_sentence(
    source: BookingFiles, shared_data: Path
):
    paths = [path for name in FOREIGN for path in (shared_data / name).rglob("*") if path.is_file()]

    told = {path.name: _told(source, path) for path in paths}

    assert len(told) > 40
    assert all(sentence.endswith(".") for sentence in told.values())
    assert "Excel-arbetsbok (.xls)" in told["EXCEL_95.XLS"]
    assert "med makron (.xlsm)" in told["excel 2007 with macro support.xlsm"]
    assert "(.ods)" in told["open document spreadsheet.ods"]


def _told(source: BookingFiles, path: Path) -> str:
    try:
        return f"{len(source.read(path).bookings)} bokningar."
    except BookingsUnreadable as told:
        return str(told)
