"""A workbook opened as far as its sheets' names, its number formats and its shared strings.

openpyxl's own ways to open one do more than is wanted: full mode keeps every cell as an object
and fails at drawings, rules and properties that nobody needs here, and the streaming mode does
not tell what is hidden or merged, and reads some sheets twice. So this goes its steps by hand.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.utils import coordinate_to_tuple
from openpyxl.utils.datetime import MAC_EPOCH
from openpyxl.worksheet._reader import COL_TAG, FORMULA_TAG, ROW_TAG, WorkSheetParser
from openpyxl.xml.constants import SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

MERGED_TAG = f"{{{SHEET_MAIN_NS}}}mergeCell"

# Stands where Excel would show an error of its own, and is told of at its row as those are.
NOT_CALCULATED = "#FORMEL!"


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A sheet of cells. `path` is its part of the archive."""

    name: str
    path: str
    is_hidden: bool


class Book:
    """Raises whatever openpyxl does for content that is damaged."""

    def __init__(self, content: bytes) -> None:
        reader = ExcelReader(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        reader.read_manifest()
        reader.read_strings()
        reader.read_workbook()
        apply_stylesheet(reader.archive, reader.wb)
        self._reader = reader
        # What is wanted of it is private, so not in the stubs; openpyxl is pinned.
        self._styles: Any = reader.wb
        self.number_format = lru_cache(self._number_format)

    @cached_property
    def worksheets(self) -> tuple[Worksheet, ...]:
        """All but charts, in the order of their tabs."""
        return tuple(
            Worksheet(str(sheet.name), str(part.target), is_hidden=sheet.state != "visible")
            for sheet, part in self._reader.parser.find_sheets()
            if "chartsheet" not in part.Type
        )

    @property
    def counts_from_1904(self) -> bool:
        return self._reader.wb.epoch == MAC_EPOCH

    @contextmanager
    def opened(self, worksheet: Worksheet) -> "Iterator[SheetParser]":
        with self._reader.archive.open(worksheet.path) as source:
            yield SheetParser(
                source,
                self._reader.shared_strings,
                data_only=True,
                epoch=self._reader.wb.epoch,
                date_formats=self._styles._date_formats,  # noqa: SLF001 - see __init__
                timedelta_formats=self._styles._timedelta_formats,  # noqa: SLF001 - as above
            )

    def _number_format(self, style: int) -> str:
        number = self._styles._cell_styles[style].numFmtId  # noqa: SLF001 - as above
        if number < BUILTIN_FORMATS_MAX_SIZE:
            return BUILTIN_FORMATS.get(number, "General")
        return str(self._styles._number_formats[number - BUILTIN_FORMATS_MAX_SIZE])  # noqa: SLF001


class SheetParser(WorkSheetParser):
    """openpyxl's reading of cells, with what is hidden and merged beside it."""

    def elements(self) -> Iterator[Element]:
        """Columns, rows and merged ranges as they come, each to be used at once."""
        for _, element in iterparse(self.source):
            if element.tag in _WANTED:
                yield element
                element.clear()

    def cells(self, row: Element) -> Iterator[dict[str, Any]]:
        """Those with a value. A formula that no program has calculated is an error's text.

        One whose result is an empty text says so by its type.
        """
        self.row_counter = int(row.get("r") or self.row_counter + 1)
        self.col_counter = 0
        passed = ""
        for element in row:
            address = element.get("r", "")
            if address and len(element) == 0:
                passed = address  # a format alone; there may be millions
                continue
            if passed and not address:
                self.col_counter = coordinate_to_tuple(passed)[1]
            passed = ""
            cell = self.parse_cell(element)
            if cell["value"] is not None:
                yield cell
            elif cell["data_type"] != "str" and element.find(FORMULA_TAG) is not None:
                yield cell | {"value": NOT_CALCULATED}


_WANTED = frozenset({COL_TAG, ROW_TAG, MERGED_TAG})
