"""The texts of one sheet of a workbook, with what is hidden and merged in it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from openpyxl.utils import range_boundaries
from openpyxl.worksheet._reader import ROW_TAG

from app.adapters.workbook_process.book import MERGED_TAG, Book, SheetParser, Worksheet
from app.adapters.workbook_process.cells import text_of
from app.wording import say

MOST_ROWS = 20_000  # that are not empty
MOST_COUNTED = 200_000  # beyond them, in a second or two
MOST_COLUMNS = 1_000
MOST_CELLS = 1_000_000
MOST_CHARACTERS = 10_000_000
ROWS_BETWEEN_REPORTS = 500


class Refused(Exception):
    """A workbook that is whole but cannot be used, as two sentences: what, and what to do."""


@dataclass
class Sheet:
    """The texts of the rows that have any, by Excel's numbers of rows and of columns, from 1.

    `looked_at` counts the rows of merged ranges, which in damage can cover each other, and
    `beyond` the rows of a sheet too long that are not kept.
    """

    name: str
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    width: int = 0
    characters: int = 0
    looked_at: int = 0
    beyond: int = 0

    def shown(self) -> Iterator[tuple[int, list[str]]]:
        """The rows and columns that can be seen in Excel, every row equally wide."""
        unread = self.unread_columns
        columns = [one for one in range(1, self.width + 1) if one not in unread]
        for row_no, row in sorted(self.rows.items()):
            if row_no not in self.hidden_rows:
                yield row_no, [row.get(column, "") for column in columns]

    @property
    def unread_columns(self) -> set[int]:
        """Hidden ones, but for those that tell of protected identities: no click may lose that."""
        first_rows = sorted(self.rows)[:_HEADER_WITHIN]
        telling = {
            column
            for row_no in first_rows
            for column, text in self.rows[row_no].items()
            if column in self.hidden_columns and _TELLS_PROTECTION.search(text)
        }
        return self.hidden_columns - telling

    @property
    def blank_rows(self) -> int:
        """How many rows without text stand between the first and the last with some."""
        return max(self.rows) - min(self.rows) + 1 - len(self.rows) if self.rows else 0


_HEADER_WITHIN = 30
_TELLS_PROTECTION = re.compile("sekretess|skydda", re.IGNORECASE)


def read_sheet(book: Book, worksheet: Worksheet, report: Callable[[int], None]) -> Sheet:
    """Tells `report` the number of rows now and then. Raises Refused where there is no end."""
    sheet = Sheet(worksheet.name)
    merged = []
    with book.opened(worksheet) as parser:
        for number, element in enumerate(parser.elements(), start=1):
            if element.tag == ROW_TAG:
                _add_row(sheet, element, parser, book)
            elif element.tag == MERGED_TAG:
                merged.append(element.get("ref", ""))
            else:
                sheet.hidden_columns.update(_hidden_by(element))
            if number % ROWS_BETWEEN_REPORTS == 0:
                report(len(sheet.rows) + sheet.beyond)
    if len(sheet.rows) > MOST_ROWS:
        raise _too_many_rows(_grouped(len(sheet.rows) + sheet.beyond))
    for ref in merged:
        _fill_down(sheet, ref)
    return sheet


def _add_row(sheet: Sheet, element: Element, parser: SheetParser, book: Book) -> None:
    if len(sheet.rows) > MOST_ROWS:
        _count_row(sheet, element)
        return
    row = {}
    for cell in parser.cells(element):
        if text := text_of(cell["value"], book.number_format(cell["style_id"])).strip():
            row[cell["column"]] = text
            sheet.characters += len(text)
    if not row:
        return
    row_no = parser.row_counter
    if row_no in sheet.rows:
        raise ValueError("two rows have one number")
    sheet.rows[row_no] = row
    if _is_hidden(element, size="ht"):
        sheet.hidden_rows.add(row_no)
    sheet.width = max(sheet.width, *row)
    _refuse_flood(sheet)


def _refuse_flood(sheet: Sheet) -> None:
    if sheet.width > MOST_COLUMNS:
        raise Refused(say("Arbetsboken har fler än 1 000 kolumner."), _LESS)
    cells = max(len(sheet.rows) * sheet.width, sheet.looked_at)
    if sheet.characters > MOST_CHARACTERS or cells > MOST_CELLS:
        raise Refused(say("Arbetsboken har orimligt mycket text."), _LESS)


_LESS = say("Ta bort det som inte är bokningar och spara den på nytt.")


def _count_row(sheet: Sheet, element: Element) -> None:
    """How much too long a sheet is costs little to know, where its cells are not looked into."""
    sheet.beyond += any(len(cell) for cell in element)
    if sheet.beyond > MOST_COUNTED:
        raise _too_many_rows(say("fler än {number}", number=_grouped(MOST_COUNTED)))


def _too_many_rows(number: str) -> Refused:
    """With how many there are: a person sees by it how much shorter a time must be."""
    most = _grouped(MOST_ROWS)
    what = say("Arbetsboken har {number} rader och kan ha högst {most}.", number=number, most=most)
    return Refused(what, say("Ta ut bokningarna för en kortare tid, eller som CSV."))


def _grouped(number: int) -> str:
    """In threes, as numbers are written in Swedish."""
    return f"{number:,}".replace(",", " ")


def _is_hidden(element: Element, *, size: str) -> bool:
    return element.get("hidden") in {"1", "true"} or element.get(size) in {"0", "0.0"}


def _hidden_by(column: Element) -> Iterable[int]:
    """The columns that a <col> hides; it stands for a range of them."""
    if not _is_hidden(column, size="width"):
        return ()
    return range(int(column.get("min", 0)), min(int(column.get("max", 0)), MOST_COLUMNS) + 1)


def _fill_down(sheet: Sheet, merged: str) -> None:
    """A merged range's text stands in its first cell; each row of the range gets it.

    The columns beside do not: a header over two columns would be the same field twice.
    """
    first_column, first, last_column, last = _bounds(merged)
    text = sheet.rows.get(first, {}).get(first_column, "")
    if not text:
        return
    columns = range(first_column, min(last_column, MOST_COLUMNS) + 1)
    column = next((one for one in columns if one not in sheet.hidden_columns), first_column)
    covered = range(first, last + 1)
    for row_no in covered if len(covered) < len(sheet.rows) else sheet.rows:
        sheet.looked_at += 1
        if row_no in sheet.rows and row_no in covered:
            sheet.rows[row_no].setdefault(column, text)
            sheet.characters += len(text)
    _refuse_flood(sheet)


def _bounds(ref: str) -> tuple[int, int, int, int]:
    """First column, first row, last column, last row."""
    first_column, first, last_column, last = range_boundaries(ref)
    if first_column is None or first is None or last_column is None or last is None:
        raise ValueError("a merged range has no corners")
    return first_column, first, last_column, last
