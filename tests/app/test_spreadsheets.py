"""A table opens in a Swedish Excel as it was written, and nothing in it is calculated."""

import csv
import io
import re
from pathlib import Path

import pytest

from app.spreadsheets import as_table

ROOT = Path(__file__).resolve().parents[2]


def read_back(*line: str) -> list[str]:
    text = as_table([line]).decode("utf-8-sig")
    (found,) = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    return found


FORMULAS = [
    *"=+-@|%",
    "\t",
    "\r",
    "\n",
    *"\uff1d\uff0b\uff0d\uff20",
    " =",
    "\xa0=",
    "\ufeff=",
    "\u200b=",
]


@pytest.mark.parametrize("beginning", FORMULAS)
def test_a_cell_that_a_spreadsheet_would_calculate_is_made_text(beginning: str):
    """D1"""
    assert read_back("Rad", f"{beginning}HYPERLINK(1)") == ["Rad", f"'{beginning}HYPERLINK(1)"]


def test_a_semicolon_a_quote_and_a_line_break_stay_within_their_cell():
    assert read_back('K;"ar"\r\nin', "Ärlig") == ['K;"ar"\r\nin', "Ärlig"]


def test_it_opens_in_a_swedish_excel():
    written = as_table([("Rad", "Status"), ("2", "Klar")])

    assert written == b'\xef\xbb\xbf"Rad";"Status"\r\n"2";"Klar"\r\n'


def test_a_cell_stays_whole_where_a_comma_divides_cells():
    """D1: a spreadsheet of another country would find a formula behind the comma."""
    written = as_table([("Ek, Anna,=1+1",)]).decode("utf-8-sig")

    assert list(csv.reader(io.StringIO(written, newline=""))) == [["Ek, Anna,=1+1"]]


def test_no_other_module_writes_tables():
    """D1: what is said here then holds for every table that the program writes."""
    writers = {
        path.name
        for folder in ("app", "ui")
        for path in (ROOT / folder).rglob("*.py")
        if re.search(r"csv\.(writer|DictWriter)|Workbook\(\)", path.read_text("utf-8"))
    }

    # The manifest is CSV by the standard, its cells made harmless by the same function.
    assert writers == {"spreadsheets.py", "manifest.py"}
