"""The bytes of an exported table as records of text, numbered as a spreadsheet numbers them."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from operator import itemgetter
from typing import TextIO

from app.adapters.booking_files.encodings import find_encoding
from app.adapters.booking_files.foreign import refuse_foreign_text
from app.adapters.booking_files.record import Record
from app.errors import BookingsUnreadable
from app.wording import say


@dataclass(frozen=True, slots=True)
class Table:
    """`width` is how many cells most rows have; `records` can be gone through once.

    `notes` are Swedish sentences on how the file was read and what in it was not.
    """

    width: int
    records: Iterator[Record]
    notes: list[str] = field(default_factory=list)


def read_table(content: bytes, *, encoding: str | None = None) -> Table:
    """All records, blank ones too. Raises BookingsUnreadable, also while records are read.

    `encoding` is one of ENCODINGS that a person has chosen. Nothing is decoded far ahead, so
    that a window on another thread keeps its turn.
    """
    found = encoding or find_encoding(content)
    notes = [_GUESSED[found]] if encoding is None and found in _GUESSED else []

    def opened() -> TextIO:
        return io.TextIOWrapper(io.BytesIO(content), found, errors="replace", newline="")

    return _read(opened, notes)


def read_table_text(text: str) -> Table:
    """A table from the clipboard, as spreadsheets copy it. Raises as `read_table` does."""
    return _read(lambda: io.StringIO(text, newline=""), [])


def _read(opened: Callable[[], TextIO], notes: list[str]) -> Table:
    sample = list(islice(_lines(opened()), _SAMPLE_LINES))
    refuse_foreign_text("".join(line[:_SAMPLE_CHARACTERS] for line in sample))
    shape = _shape(sample)
    lines = islice(_lines(opened()), shape.skipped_lines, None)
    return Table(shape.width, _records(lines, shape), notes)


@dataclass(frozen=True, slots=True)
class _Shape:
    """`skipped_lines` is 1 where Excel's own line `sep=;` comes first, which it does not show."""

    delimiter: str
    width: int
    skipped_lines: int = 0


_SAMPLE_LINES = 50
_SAMPLE_CHARACTERS = 4096
_LONGEST_LINE = 200_000
_FEWEST_CELLS = 4  # of a booking: who, when, what and where
_DELIMITERS = (";", "\t", ",", "|")
_SEP_LINE = re.compile(r'"?sep=([;,\t|:])"?', re.IGNORECASE)
_GUESSED = {
    "cp850": say("Filen är läst som text från MS-DOS. Kontrollera å, ä och ö i namnen."),
    "mac_roman": say("Filen är läst som text från äldre Mac. Kontrollera å, ä och ö i namnen."),
}


def _lines(text: TextIO) -> Iterator[str]:
    """Lines with their ends. U+FFFD stands for what is lost, and is told at its row.

    A line that alone ends in CR is a row that a cell's stray CR has broken: lost in that sense.
    """
    usual_end = ""
    while line := text.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise BookingsUnreadable(
                say("En rad i filen är orimligt lång."),
                say("Ta ut bokningarna ur vårdsystemet på nytt."),
            )
        usual_end = usual_end or line[-1]
        if line[-1] == "\r" != usual_end:
            line = f"{line[:-1]}\ufffd\n"
        yield line


def _shape(sample: list[str]) -> _Shape:
    hint = _SEP_LINE.fullmatch(sample[0].rstrip("\r\n")) if sample else None
    if hint:
        width, _ = _usual_width(sample[1:], hint[1])
        return _Shape(hint[1], width, skipped_lines=1)
    shapes = {delimiter: _usual_width(sample, delimiter) for delimiter in _DELIMITERS}
    if all(width == 1 for width, _ in shapes.values()):
        # Under a title a short list has fewer rows than the title has lines.
        shapes = {one: _usual_width(sample, one, least=_FEWEST_CELLS) for one in _DELIMITERS}
    # Commas in names and addresses are many too, but they do not part every row in many cells.
    delimiter = max(shapes, key=lambda found: (shapes[found][0] - 1) * shapes[found][1])
    return _Shape(delimiter, shapes[delimiter][0])


def _usual_width(sample: list[str], delimiter: str, *, least: int = 1) -> tuple[int, int]:
    """The commonest number of cells that is not too small, and how many records have it."""
    try:
        widths = Counter(map(len, csv.reader(sample, delimiter=delimiter)))
    except csv.Error:
        return (1, 0)
    fitting = [(width, times) for width, times in widths.items() if width >= least]
    return max(fitting, key=itemgetter(1), default=(1, 0))


def _records(lines: Iterable[str], shape: _Shape) -> Iterator[Record]:
    reader = csv.reader(lines, delimiter=shape.delimiter)
    lines_read = row_no = 0
    try:
        for row_no, cells in enumerate(reader, start=1):
            if len(cells) != shape.width or reader.line_num - lines_read > 1:
                _refuse_swallowed_cells(cells, row_no, shape)
            lines_read = reader.line_num
            yield Record(row_no, tuple(cells))
    except csv.Error as error:
        raise _unpaired_quote(row_no + 1) from error


def _refuse_swallowed_cells(cells: list[str], row_no: int, shape: _Shape) -> None:
    """A quotation mark without its pair joins cells, and rows, until the next: a silent loss."""
    for cell in cells:
        joined = cell.count(shape.delimiter)
        # Two records that meet in one cell have all cells of both but one.
        met = joined or len(cells) >= 2 * shape.width - 1
        over_lines = len(cells) != shape.width and met and len(cell.splitlines()) > 1
        if over_lines or 1 < shape.width <= joined + 1:
            raise _unpaired_quote(row_no)


def _unpaired_quote(row_no: int) -> BookingsUnreadable:
    return BookingsUnreadable(
        say(
            'Rad {row_no} i filen går inte att läsa. Oftast saknar ett citattecken (") sitt par.',
            row_no=row_no,
        ),
        say("Rätta raden i filen, eller ta ut filen igen ur vårdsystemet."),
    )
