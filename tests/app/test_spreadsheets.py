"""A table opens in a Swedish Excel as it was written, and nothing in it is calculated."""

import csv
import io

import pytest

from app.spreadsheets import as_table


def read_back(*line: str) -> list[str]:
    text = as_table([line]).decode("utf-8-sig")
    (found,) = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    return found


@pytest.mark.parametrize("beginning", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff20"])
def test_a_cell_that_a_spreadsheet_would_calculate_is_made_text(beginning: str):
    assert read_back("Rad", f"{beginning}HYPERLINK(1)") == ["Rad", f"'{beginning}HYPERLINK(1)"]


def test_a_semicolon_a_quote_and_a_line_break_stay_within_their_cell():
    assert read_back('K;"ar"\r\nin', "Ärlig") == ['K;"ar"\r\nin', "Ärlig"]


def test_it_opens_in_a_swedish_excel():
    written = as_table([("Rad", "Status"), ("2", "Klar")])

    assert written == b"\xef\xbb\xbfRad;Status\r\n2;Klar\r\n"
