"""Tables for a spreadsheet, in which nothing that a file or a person has written is calculated."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

# Source: OWASP on CSV injection, with the full-width forms that spreadsheets fold, and behind
# whatever white space or unseen character they pass over.
_FORMULA = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*"
    r"[=+\-@|%\uff1d\uff0b\uff0d\uff20]|[\t\r\n]"
)


def as_table(lines: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a byte order mark and semicolons, as Excel in Swedish opens it.

    Every cell is quoted: a spreadsheet of another country would divide it at a comma otherwise.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerows([inert(cell) for cell in line] for line in lines)
    return text.getvalue().encode("utf-8-sig")


def inert(text: str) -> str:
    """A cell that a spreadsheet would take for a formula is told to be text instead."""
    return f"'{text}" if _FORMULA.match(text) else text
