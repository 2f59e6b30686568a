"""Tables for a spreadsheet, in which nothing that a file or a person has written is calculated."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from app.errors import NotSaved
from app.whole_files import write_whole


def as_table(lines: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a byte order mark and semicolons, as Excel in Swedish opens it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([_inert(cell) for cell in line] for line in lines)
    return text.getvalue().encode("utf-8-sig")


def save_table(content: bytes, path: Path) -> None:
    """Raises NotSaved."""
    try:
        write_whole(path, content)
    except OSError as error:
        raise NotSaved(
            "Listan kunde inte sparas.",
            "Stäng filen om den är öppen i Excel, eller välj en annan mapp.",
            detail=str(error.strerror),
        ) from error


def _inert(text: str) -> str:
    """A cell that a spreadsheet would take for a formula is told to be text instead."""
    return f"'{text}" if text.startswith(_FORMULA_BEGINS) else text


# Also in their full width, which some spreadsheets read as the plain signs.
_FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
