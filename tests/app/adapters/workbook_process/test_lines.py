"""A workbook as lines of JSON: what of it is read, and what is told of the rest."""

import io
import json
from datetime import time
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import MAC_EPOCH

from app.adapters.workbook_process import sheets
from app.adapters.workbook_process.lines import write_lines
from tests.workbooks import parts_of, saved, sheet_in, unzoned, with_sheet_xml, workbook, zipped

HEADER = ("Bokning", "Namn")


def lines(content: bytes) -> list[Any]:
    out = io.StringIO()
    write_lines(content, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def rows(content: bytes) -> list[Any]:
    return [line for line in lines(content) if isinstance(line, list)]


def last(content: bytes) -> Any:
    return lines(content)[-1]


def test_rows_come_with_excels_own_numbers_and_equally_wide():
    made = workbook([(), (), HEADER, ("1", "Öberg", "x"), (), ("2",)])

    assert lines(saved(made)) == [
        [3, ["Bokning", "Namn", ""]],
        [4, ["1", "Öberg", "x"]],
        [6, ["2", "", ""]],
        {"notes": ["Överhoppade tomma rader: 1."]},
    ]


def test_a_workbook_without_text_has_no_rows():
    assert lines(saved(workbook([(), ("  ",)]))) == [{"notes": []}]


def test_dates_and_numbers_are_read_through_their_formats():
    made = workbook([HEADER, (unzoned("2026-12-07 08:15"), time(8, 15), 1011234, 46329.34375)])
    sheet_in(made)["C2"].number_format = "000000-0000"

    assert rows(saved(made))[1] == [
        2,
        ["2026-12-07 08:15", "08:15", "000101-1234", "46329.34375"],
    ]


def test_dates_counted_from_1904_are_right_and_told_of():
    made = workbook([HEADER, (unzoned("2026-12-07 08:15"),)])
    made.epoch = MAC_EPOCH

    told = lines(saved(made))

    assert told[1] == [2, ["2026-12-07 08:15", ""]]
    assert "1904" in str(told[-1])


def test_hidden_rows_are_left_out_and_told_of():
    made = workbook([HEADER, *[(str(number), "Öberg") for number in range(2, 16)]])
    for number in range(3, 15):
        sheet_in(made).row_dimensions[number].hidden = True

    assert [row[0] for row in rows(saved(made))] == [1, 2, 15]
    assert last(saved(made)) == {
        "notes": ["Dolda rader är inte lästa: rad 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 och 2 till."]
    }


def test_a_row_of_no_height_is_hidden():
    content = with_sheet_xml(
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="2" ht="0" customHeight="1"><c r="A2"><v>2</v></c></row>'
        '<row r="3"><c r="A3"><v>3</v></c></row>'
    )

    assert rows(content) == [[1, ["1"]], [3, ["3"]]]


def test_hidden_columns_are_left_out_and_told_of_where_they_hold_something():
    made = workbook([("Bokning", "Telefon", "", "Namn"), ("1", "070", "", "Öberg")])
    sheet_in(made).column_dimensions["B"].hidden = True
    sheet_in(made).column_dimensions["C"].hidden = True

    assert rows(saved(made)) == [[1, ["Bokning", "Namn"]], [2, ["1", "Öberg"]]]
    assert last(saved(made)) == {"notes": ["Dolda kolumner är inte lästa: B."]}


def test_a_range_of_columns_is_hidden_by_one_element():
    content = with_sheet_xml(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="D1"><v>4</v></c></row>',
        before='<cols><col min="1" max="1"/><col min="2" max="16384" hidden="true"/></cols>',
    )

    assert rows(content) == [[1, ["1"]]]
    assert last(content) == {"notes": ["Dolda kolumner är inte lästa: B, D."]}


def test_hidden_sheets_and_later_ones_are_not_read_and_told_of():
    made = Workbook()
    sheet_in(made).title = "Underlag"
    sheet_in(made).append(("hemligt",))
    sheet_in(made).sheet_state = "veryHidden"
    made.create_sheet("Tomt")
    made.create_sheet("Bokningar").append(HEADER)
    made.create_sheet("Statistik").append(("summa",))

    assert lines(saved(made)) == [
        [1, ["Bokning", "Namn"]],
        {
            "notes": [
                "Bladet «Bokningar» är läst, men inte «Tomt», «Statistik».",
                "Dolda blad är inte lästa: «Underlag».",
            ]
        },
    ]


def test_merged_rows_each_get_the_text_but_merged_columns_do_not():
    made = workbook([("Bokning", "Mottagning", ""), ("1", "Röntgen"), ("2",), (), ("4",), ("5",)])
    sheet_in(made).merge_cells("B1:C1")
    sheet_in(made).merge_cells("B2:C5")

    assert [row[1] for row in rows(saved(made))] == [
        ["Bokning", "Mottagning"],
        ["1", "Röntgen"],
        ["2", "Röntgen"],
        ["4", "Röntgen"],
        ["5", ""],
    ]


def test_a_merged_range_over_a_hidden_column_stands_where_it_is_seen():
    made = workbook([("Bokning", "x", "Mottagning"), ("1", "Röntgen"), ("2",)])
    sheet_in(made).merge_cells("B2:C3")
    sheet_in(made).column_dimensions["B"].hidden = True

    assert [row[1] for row in rows(saved(made))] == [
        ["Bokning", "Mottagning"],
        ["1", "Röntgen"],
        ["2", "Röntgen"],
    ]


def test_a_merged_range_of_nothing_or_to_the_end_of_the_sheet_is_harmless():
    content = with_sheet_xml(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>',
        after='<mergeCells><mergeCell ref="D5:XFD1048576"/><mergeCell ref="A1:XFD1048576"/>'
        "</mergeCells>",
    )

    assert rows(content) == [[1, ["1", ""]], [2, ["1", "2"]]]


def test_a_merged_range_without_corners_is_damage():
    content = with_sheet_xml(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        after='<mergeCells><mergeCell ref="A:B"/></mergeCells>',
    )

    with pytest.raises(ValueError, match="corners"):
        lines(content)


@pytest.mark.parametrize("ref", ['r="{}"', ""])
def test_cells_without_addresses_are_counted(ref: str):
    content = with_sheet_xml(
        f"<row {ref.format(1)}><c {ref.format('A1')}/><c {ref.format('B1')}><v>2</v></c></row>"
        f'<row {ref.format(2)}><c {ref.format("A2")} t="inlineStr"><is><t>Ö</t></is></c></row>'
    )

    assert rows(content) == [[1, ["", "2"]], [2, ["Ö", ""]]]


def test_a_cell_without_address_stands_beside_the_one_before_it():
    content = with_sheet_xml(
        '<row r="1"><c r="B1" s="0"/><c><v>3</v></c><c r="E1"><v>5</v></c><c><v>6</v></c></row>'
    )

    assert rows(content) == [[1, ["", "", "3", "", "5", "6"]]]


def test_a_chart_among_the_sheets_is_no_table():
    made = workbook([HEADER])
    made.create_chartsheet("Diagram", 0)

    assert lines(saved(made)) == [[1, ["Bokning", "Namn"]], {"notes": []}]


def test_errors_and_formulas_that_nobody_has_calculated_are_texts():
    content = with_sheet_xml(
        '<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B1"><f>1+1</f></c>'
        '<c r="C1"><f>1+1</f><v>2</v></c><c r="D1" t="str"><f>""</f><v></v></c>'
        '<c r="E1" t="b"><v>1</v></c></row>'
    )

    assert rows(content) == [[1, ["#DIV/0!", "#FORMEL!", "2", "", "ja"]]]


def test_two_rows_of_one_number_are_damage():
    with pytest.raises(ValueError, match="one number"):
        lines(with_sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>' * 2))


def test_a_date_out_of_the_calendar_is_an_error_of_excels():
    made = workbook([(unzoned("2026-12-07"),)])
    parts = parts_of(saved(made))
    sheet = parts["xl/worksheets/sheet1.xml"].replace(b"<v>46363</v>", b"<v>99999999</v>")

    assert rows(zipped(parts | {"xl/worksheets/sheet1.xml": sheet})) == [[1, ["#VALUE!"]]]


@pytest.mark.parametrize("hidden_rows", [(), (1, 2), (2,)])
def test_a_workbook_with_nothing_to_see_but_its_headers_is_refused(hidden_rows: tuple[int, ...]):
    made = workbook([HEADER, ("1", "Öberg")])
    if not hidden_rows:
        # openpyxl saves no workbook without a visible sheet.
        parts = parts_of(saved(made))
        hidden = parts["xl/workbook.xml"].replace(b'state="visible"', b'state="hidden"')
        content = zipped(parts | {"xl/workbook.xml": hidden})
    else:
        for number in hidden_rows:
            sheet_in(made).row_dimensions[number].hidden = True
        content = saved(made)

    (refused,) = lines(content)

    assert "dolda" in refused["what"]
    assert refused["todo"].startswith("Visa")


def test_what_has_no_end_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sheets, "MOST_CHARACTERS", 100)

    assert "1 000 kolumner" in last(saved(workbook([(*[None] * 1000, "x")])))["what"]
    assert "mycket text" in last(saved(workbook([("x" * 101,)])))["what"]


def test_too_many_rows_are_refused_with_how_many_have_something_in_them(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(sheets, "MOST_ROWS", 3)
    made = workbook([("x",)] * 3)

    assert last(saved(made)) == {"notes": []}

    for row in (4, 5, 1200):
        sheet_in(made).cell(row, 1, "x")
    sheet_in(made).cell(6, 1).number_format = "0"
    sheet_in(made).merge_cells("A1:B1")

    assert last(saved(made))["what"] == "Arbetsboken har 6 rader och kan ha högst 3."

    monkeypatch.setattr(sheets, "MOST_COUNTED", 1)

    assert last(saved(made))["what"].startswith("Arbetsboken har fler än 1 rader")


def test_a_merged_text_swells_no_further_than_any_other(monkeypatch: pytest.MonkeyPatch):
    made = workbook([("1", "x" * 60), ("2",), ("3",)])
    sheet_in(made).merge_cells("B1:B3")
    monkeypatch.setattr(sheets, "MOST_CHARACTERS", 100)

    assert "mycket text" in last(saved(made))["what"]


def test_a_table_far_too_sparse_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sheets, "MOST_CELLS", 100)

    assert "mycket text" in last(saved(workbook([("x",)] * 10 + [(*[None] * 10, "x")])))["what"]


def test_the_number_of_rows_is_told_on_the_way():
    told = lines(saved(workbook([("x",)] * 1200)))

    assert [line for line in told if isinstance(line, int)] == [500, 1000]


def test_200_000_empty_rows_with_a_format_are_no_rows():
    empty = "".join(f'<row r="{no}" s="1" customFormat="1"/>' for no in range(2, 200_002))

    content = with_sheet_xml(f'<row r="1"><c r="A1"><v>1</v></c></row>{empty}')

    assert rows(content) == [[1, ["1"]]]
