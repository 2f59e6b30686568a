"""A hidden column that tells of protected identities is read all the same."""

import io
import json
from typing import Any

import pytest

from app.adapters.workbook_process.lines import write_lines
from tests.workbooks import saved, sheet_in, workbook


def lines(*rows: tuple[str, ...]) -> list[Any]:
    """Of a workbook with these rows, whose last two columns are hidden."""
    made = workbook(rows)
    for column in "BC":
        sheet_in(made).column_dimensions[column].hidden = True
    out = io.StringIO()
    write_lines(saved(made), out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.mark.parametrize("header", ["Sekretess", "SKYDDAD", "Skyddade personuppgifter"])
def test_a_column_is_known_by_its_header(header: str):
    found = lines(("Bokning", "Kod", header), ("1", "x", "J"))

    assert found == [
        [1, ["Bokning", header]],
        [2, ["1", "J"]],
        {
            "notes": [
                "Dolda kolumner är inte lästa: B.",
                "Dolda kolumner om skyddade personuppgifter är lästa: C.",
            ]
        },
    ]


def test_a_word_far_below_the_headers_opens_no_column():
    rows = [("Bokning", "Kod", "Fritext"), *[("1", "x", "y")] * 30, ("1", "x", "Sekretess")]

    assert lines(*rows)[-1] == {"notes": ["Dolda kolumner är inte lästa: B, C."]}
