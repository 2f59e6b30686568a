"""Tables for a spreadsheet, in which nothing that a file or a person has written is calculated."""

import csv
import io
from collections.abc import Iterable, Sequence


def as_table(lines: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a byte order mark and semicolons, as Excel in Swedish opens it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([_inert(cell) for cell in line] for line in lines)
    return text.getvalue().encode("utf-8-sig")


def _inert(text: str) -> str:
    """A cell that a spreadsheet would take for a formula is told to be text instead."""
    return f"'{text}" if text.startswith(_FORMULA_BEGINS) else text


# Also in their full width, which some spreadsheets read as the plain signs.
_FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
