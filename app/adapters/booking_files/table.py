"""The bytes of an exported table as records of text, numbered as a spreadsheet numbers them."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from app.adapters.booking_files.foreign import refuse_foreign_text
from app.errors import BookingsUnreadable


@dataclass(frozen=True, slots=True)
class Record:
    """One row of the file; the number is the one that Excel shows beside it."""

    row_no: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`width` is how many cells most rows have; `records` can be gone through once."""

    width: int
    records: Iterator[Record]


def read_table(content: bytes) -> Table:
    """All records, blank ones too. Raises BookingsUnreadable, also while records are read.

    Nothing is decoded far ahead, so that a window on another thread keeps its turn.
    """
    encoding = _encoding(content)
    sample = list(islice(_lines(content, encoding), _SAMPLE_LINES))
    refuse_foreign_text("".join(line[:_SAMPLE_CHARACTERS] for line in sample))
    shape = _shape(sample)
    lines = islice(_lines(content, encoding), shape.skipped_lines, None)
    return Table(shape.width, _records(lines, shape))


@dataclass(frozen=True, slots=True)
class _Shape:
    """`skipped_lines` is 1 where Excel's own line `sep=;` comes first, which it does not show."""

    delimiter: str
    width: int
    skipped_lines: int = 0


_SAMPLE_LINES = 50
_SAMPLE_CHARACTERS = 4096
_LONGEST_LINE = 200_000
_DECODED_AT_A_TIME = 1 << 20

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = (";", "\t", ",", "|")
_SEP_LINE = re.compile(r'"?sep=([;,\t|:])"?', re.IGNORECASE)


def _encoding(content: bytes) -> str:
    """A mark, else zero bytes in every other place, else UTF-8 if it holds, else Windows-1252.

    Detectors guess wrong on short Swedish files (measured: å becomes ĺ), so there is none here.
    """
    for mark, name in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return name
    start = content[:_SAMPLE_CHARACTERS]
    even, odd = start[::2].count(0), start[1::2].count(0)
    mostly, hardly = len(start) * 0.3, len(start) * 0.03
    if odd > mostly and even <= hardly:
        return "utf-16-le"
    if even > mostly and odd <= hardly:
        return "utf-16-be"
    return "utf-8" if _is_utf8(content) else "cp1252"


def _is_utf8(content: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(content), _DECODED_AT_A_TIME):
            decoder.decode(content[start : start + _DECODED_AT_A_TIME])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _lines(content: bytes, encoding: str) -> Iterator[str]:
    """Lines with their ends. U+FFFD stands for what is lost, and is told at its row.

    A line that alone ends in CR is a row that a cell's stray CR has broken: lost in that sense.
    """
    text = io.TextIOWrapper(io.BytesIO(content), encoding, errors="replace", newline="")
    usual_end = ""
    while line := text.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise BookingsUnreadable(
                "En rad i filen är orimligt lång.", "Ta ut bokningarna ur vårdsystemet på nytt."
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
    # Commas in names and addresses are many too, but they do not part every row in many cells.
    delimiter = max(shapes, key=lambda found: (shapes[found][0] - 1) * shapes[found][1])
    return _Shape(delimiter, shapes[delimiter][0])


def _usual_width(sample: list[str], delimiter: str) -> tuple[int, int]:
    """The commonest number of cells, and how many records have it."""
    try:
        widths = Counter(len(cells) for cells in csv.reader(sample, delimiter=delimiter) if cells)
    except csv.Error:
        return (1, 0)
    return max(widths.items(), key=lambda item: item[1], default=(1, 0))


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
        f'Rad {row_no} i filen går inte att läsa. Oftast saknar ett citattecken (") sitt par.',
        "Rätta raden i filen, eller ta ut filen igen ur vårdsystemet.",
    )
