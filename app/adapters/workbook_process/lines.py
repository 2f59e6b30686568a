"""The lines that a workbook becomes, which are all that this program says.

First numbers (rows so far), then `[row_no, [text, …]]` for each row, and last
`{"notes": [sentence, …]}`, or `{"what": sentence, "todo": sentence}` for a workbook refused.
A workbook that nobody can read ends the program before its last line.
"""

import json
import warnings
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from openpyxl.utils import get_column_letter

from app.adapters.workbook_process.book import Book, Worksheet
from app.adapters.workbook_process.sheets import Refused, Sheet, read_sheet
from app.wording import say


def write_lines(content: bytes, out: TextIO) -> None:
    """What openpyxl raises for a damaged workbook passes through."""

    def report(rows: int) -> None:
        print(rows, file=out, flush=True)

    try:
        with warnings.catch_warnings(action="ignore"):
            sheet, notes = _chosen_sheet(content, report)
    except Refused as refused:
        what, todo = refused.args
        print(json.dumps({"what": what, "todo": todo}), file=out)
        return
    for row in sheet.shown():
        print(json.dumps(row), file=out)
    print(json.dumps({"notes": notes}), file=out)


def _chosen_sheet(content: bytes, report: Callable[[int], None]) -> tuple[Sheet, list[str]]:
    """The first sheet that is neither hidden nor empty, and what to tell of the workbook."""
    book = Book(content)
    shown = [one for one in book.worksheets if not one.is_hidden]
    if not shown:
        raise Refused(
            say("Alla blad i arbetsboken är dolda."), say("Visa bladet i Excel och spara.")
        )
    sheets = (read_sheet(book, worksheet, report) for worksheet in shown)
    sheet = next((one for one in sheets if one.rows), Sheet(shown[0].name))
    if sheet.hidden_rows and len(sheet.rows) - len(sheet.hidden_rows) <= _HEADER_ALONE:
        what = say("Bladets rader är dolda, ofta av ett filter.")
        raise Refused(what, say("Visa raderna i Excel och spara."))
    notes = [*_notes_on_sheets(sheet, book.worksheets), *_notes_on_cells(sheet)]
    if book.counts_from_1904:
        notes.append(_OLD_MAC)
    return sheet, notes


_OLD_MAC = say(
    "Arbetsboken räknar dagar från 1904, som äldre Excel för Mac. Ett datum som står som ett rent "
    "tal läses fyra år för tidigt."
)
_SHOWN = 10
_HEADER_ALONE = 1  # a filter that finds nothing still shows it


def _notes_on_sheets(sheet: Sheet, worksheets: Iterable[Worksheet]) -> Iterator[str]:
    others = [one for one in worksheets if one.name != sheet.name]
    hidden = [one.name for one in others if one.is_hidden]
    shown = [one.name for one in others if not one.is_hidden]
    if shown:
        others_shown = _some(map(_quoted, shown))
        yield say(
            "Bladet «{name}» är läst, men inte {others}.", name=sheet.name, others=others_shown
        )
    if hidden:
        yield say("Dolda blad är inte lästa: {names}.", names=_some(map(_quoted, hidden)))


def _notes_on_cells(sheet: Sheet) -> Iterator[str]:
    used = {column for row in sheet.rows.values() for column in row}
    if hidden := sorted(used & sheet.unread_columns):
        columns = _some(map(get_column_letter, hidden))
        yield say("Dolda kolumner är inte lästa: {columns}.", columns=columns)
    if read := sorted(used & sheet.hidden_columns - sheet.unread_columns):
        columns = _some(map(get_column_letter, read))
        yield say(
            "Dolda kolumner om skyddade personuppgifter är lästa: {columns}.", columns=columns
        )
    if sheet.hidden_rows:
        rows = _some(map(str, sheet.hidden_rows))
        yield say("Dolda rader är inte lästa: rad {rows}.", rows=rows)
    if blank := sheet.blank_rows:
        yield say("Överhoppade tomma rader: {number}.", number=blank)


def _quoted(name: str) -> str:
    return f"«{name[:_LONGEST_NAME]}»"


_LONGEST_NAME = 31  # in Excel


def _some(texts: Iterable[str]) -> str:
    every = list(texts)
    shown, left = ", ".join(every[:_SHOWN]), len(every) - _SHOWN
    return say("{shown} och {left} till", shown=shown, left=left) if left > 0 else shown
