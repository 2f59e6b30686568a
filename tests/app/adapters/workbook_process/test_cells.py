"""What a cell holds as the text that a person sees, or that a table would have in its place."""

from datetime import date, time, timedelta

import pytest

from app.adapters.workbook_process.cells import text_of
from tests.workbooks import unzoned


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (191212121212, "General", "191212121212"),
        (191212121212.0, "General", "191212121212"),
        (191212121212, "@", "191212121212"),
        (-5, "General", "-5"),
        (8.15, "General", "8.15"),
        (46329.34375, "General", "46329.34375"),
        (0.1 + 0.2, "General", "0.300"),
        (0.25, "General", "0.250"),
        (1e15, "General", "1000000000000000"),
    ],
)
def test_a_number_has_the_digits_that_were_typed(value: float, number_format: str, text: str):
    assert text_of(value, number_format) == text


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1011234, "000000-0000", "000101-1234"),
        (1011234, "0000000000", "0001011234"),
        (191212121212, '00000000"-"0000', "19121212-1212"),
        (191212121212, r"00000000\-0000;@", "19121212-1212"),
        (191212121212, r"[$-41D]00000000\-0000", "19121212-1212"),
        (191212121212, "000000-0000", "19121212-1212"),
        (33130, "000 00", "331 30"),
        (815, r"00\.00", "08.15"),
        (20261207, "0000-00-00", "2026-12-07"),
        (7.0, "00", "07"),
    ],
)
def test_zeros_and_hyphens_that_only_the_format_shows_are_kept(
    value: float, number_format: str, text: str
):
    assert text_of(value, number_format) == text


@pytest.mark.parametrize("number_format", ["0", "0.00", "#,##0", "0%", "0.00E+00", '0"kr"', "00.0"])
def test_other_formats_leave_the_digits_alone(number_format: str):
    assert text_of(33130, number_format) == "33130"


def test_a_number_below_zero_is_no_identity():
    assert text_of(-1011234, "000000-0000") == "-1011234"


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (unzoned("2026-12-07"), "yyyy-mm-dd", "2026-12-07"),
        (unzoned("2026-12-07 08:15"), "yyyy-mm-dd", "2026-12-07 08:15"),
        (unzoned("2026-12-07 08:15"), "yyyy-mm-dd hh:mm", "2026-12-07 08:15"),
        (unzoned("2026-12-07"), "yyyy-mm-dd hh:mm", "2026-12-07 00:00"),
        (unzoned("2026-12-07"), '[$-41D]d mmm "kl. h"', "2026-12-07"),
        (unzoned("2026-12-07 08:15:30"), "yyyy-mm-dd", "2026-12-07 08:15:30"),
        (date(2026, 12, 7), "yyyy-mm-dd", "2026-12-07"),
        (time(8, 15), "hh:mm", "08:15"),
        (timedelta(hours=30), "[h]:mm", "1 day, 6:00:00"),
    ],
)
def test_moments_are_written_as_tables_write_them(value: object, number_format: str, text: str):
    assert text_of(value, number_format) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "ja"),
        (False, "nej"),
        ("rad ett_x000D_\nrad två", "rad ett\r\nrad två"),
        ("#DIV/0!", "#DIV/0!"),
        ("=1+1", "=1+1"),
        (" 19121212-1212\u00a0", " 19121212-1212\u00a0"),
    ],
)
def test_truths_and_texts(value: object, text: str):
    assert text_of(value, "General") == text
