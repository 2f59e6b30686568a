"""The look at a workbook's archive before anything is unpacked."""

import io
import struct
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.adapters.booking_files import workbook_zip
from app.adapters.booking_files.workbook_zip import refuse_dangerous_zip
from app.errors import BookingsUnreadable
from tests.workbooks import SHEET, parts_of, saved, workbook, zipped

PLAIN = parts_of(saved(workbook([("Bokning", "Namn"), ("1", "Öberg")])))


def told(content: bytes) -> str:
    with pytest.raises(BookingsUnreadable) as caught:
        refuse_dangerous_zip(content)
    return str(caught.value)


def test_a_plain_workbook_passes():
    refuse_dangerous_zip(zipped(PLAIN))


def test_a_picture_or_a_printers_settings_may_hold_any_bytes():
    refuse_dangerous_zip(
        zipped(PLAIN | {"xl/media/image1.png": b"\x89PNG\x00<", "xl/printer.bin": bytes(40)})
    )


def test_what_would_swell_is_refused():
    swelling = PLAIN | {"xl/media/image1.png": bytes(20_000_000)}

    assert "orimligt stor" in told(zipped(swelling))


def test_what_would_swell_in_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workbook_zip, "MOST_BYTES", 50_000)
    blank = {f"xl/media/image{number}.png": bytes(20_000) for number in range(3)}

    assert "orimligt stor" in told(zipped(PLAIN | blank))


def test_a_part_that_holds_more_than_is_declared_gives_no_more():
    """The one rule of zipfile's that the measure stands on."""
    bomb = bytearray(zipped({"xl/workbook.xml": bytes(5_000_000)}))
    directory = bomb.rindex(b"PK\x01\x02")
    bomb[directory + 24 : directory + 28] = struct.pack("<I", 100)

    with zipfile.ZipFile(io.BytesIO(bomb)) as archive, archive.open("xl/workbook.xml") as part:
        try:
            held = len(part.read())
        except zipfile.BadZipFile:
            held = 0

    assert held <= 100


def test_parts_without_end_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workbook_zip, "MOST_PARTS", len(PLAIN))

    assert "många delar" in told(zipped(PLAIN | {"xl/media/image1.png": b"x"}))


@pytest.mark.parametrize(
    "name",
    ["../x.xml", "xl/../../x.xml", "/etc/x.xml", "C:/x.xml", "xl\\x.xml", "XL/WORKBOOK.XML"],
)
def test_names_that_lead_astray_are_refused(name: str):
    assert "inte ska ha" in told(zipped(PLAIN | {name: b"x"}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused():
    held = io.BytesIO(zipped(PLAIN))
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr(SHEET, b"x")

    assert "inte ska ha" in told(held.getvalue())


def test_a_part_with_a_password_is_refused():
    content = bytearray(zipped(PLAIN))
    first = content.index(b"PK\x01\x02")
    content[first + 8] |= 1

    assert "lösenord" in told(bytes(content))


def test_other_ways_to_pack_are_refused():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_LZMA) as archive:
        for name, part in PLAIN.items():
            archive.writestr(name, part)

    assert "ovanligt sätt" in told(held.getvalue())


@pytest.mark.parametrize("nested", [zipped(PLAIN), b"\x1f\x8b\x08", b"Rar!\x1a", b"7z\xbc\xaf"])
def test_an_archive_in_the_archive_is_refused(nested: bytes):
    assert "packad fil i sig" in told(zipped(PLAIN | {"xl/embeddings/bok.bin": nested}))


@pytest.mark.parametrize(
    "xml",
    [
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
        '\ufeff<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
        '<?xml version="1.0" encoding="cp037"?><x/>',
        "<!--" + "-" * 70_000 + "--><x/>",
    ],
)
def test_xml_that_declares_anything_is_refused(xml: str):
    assert "inte ska ha" in told(zipped(PLAIN | {"xl/styles.xml": xml.encode()}))


def test_xml_in_another_encoding_hides_no_declaration():
    hidden = '<!DOCTYPE x [<!ENTITY a "b">]><x/>'

    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        assert "inte ska ha" in told(zipped(PLAIN | {"xl/styles.xml": hidden.encode(encoding)}))


def test_macros_are_refused_with_what_to_do():
    types = PLAIN["[Content_Types].xml"].replace(
        b"openxmlformats-officedocument.spreadsheetml.sheet.main",
        b"ms-excel.sheet.macroEnabled.main",
    )

    sentence = told(zipped(PLAIN | {"[Content_Types].xml": types}))

    assert "(.xlsm)" in sentence
    assert "Spara som och filtypen Excel-arbetsbok (.xlsx)" in sentence


def test_the_strict_form_is_refused_with_what_to_do():
    book = PLAIN["xl/workbook.xml"].replace(
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    )

    assert "strikt format" in told(zipped(PLAIN | {"xl/workbook.xml": book}))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", zipped(PLAIN)[:-30], zipped({"x": b"y"})])
def test_an_archive_that_is_cut_off_or_something_else_is_called_damaged(content: bytes):
    assert "Arbetsboken är skadad. Öppna den i Excel" in told(content)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_damaged_archive_passes_or_gets_a_sentence(data: st.DataObject):
    content = bytearray(zipped(PLAIN))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))

    with suppress(BookingsUnreadable):
        refuse_dangerous_zip(bytes(content))
