"""Workbooks as bytes: saved by openpyxl, and taken apart and put together again."""

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

SHEET = "xl/worksheets/sheet1.xml"


def workbook(rows: Iterable[Iterable[Any]]) -> Workbook:
    """One sheet, «Bokningar», of these rows from the first."""
    made = Workbook()
    sheet = sheet_in(made)
    sheet.title = "Bokningar"
    for row in rows:
        sheet.append(tuple(row))
    return made


def sheet_in(made: Workbook) -> Worksheet:
    assert isinstance(made.active, Worksheet)
    return made.active


def unzoned(text: str) -> datetime:
    """A moment as Excel keeps it, which knows no zones."""
    return datetime.fromisoformat(text)


def saved(made: Workbook) -> bytes:
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return held.getvalue()


def with_sheet_xml(rows: str, *, before: str = "", after: str = "") -> bytes:
    """A workbook whose sheet has this XML as its rows, which openpyxl would not write itself."""
    xml = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"{before}<sheetData>{rows}</sheetData>{after}</worksheet>"
    )
    return zipped(parts_of(saved(workbook([]))) | {SHEET: xml.encode()})
