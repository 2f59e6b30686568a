"""A unit's own sums are read as it writes them, or the line that is wrong is named."""

from datetime import date
from pathlib import Path

import pytest

from app.adapters.outcome_file import OutcomeFile
from app.errors import BookingsUnreadable, NotSaved
from app.outcomes import COLUMNS, Outcome, empty_table, read_outcomes

HEADER = ";".join(COLUMNS)
JANUARY = Outcome(date(2026, 1, 1), date(2026, 1, 31), 200, 14, 6, 3)


def table(*lines: str, encoding: str = "utf-8-sig") -> bytes:
    return "\r\n".join((HEADER, *lines)).encode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_table_is_read_however_a_spreadsheet_saved_it(encoding: str):
    content = table("2026-01-01;2026-01-31;200;14;6;3", "", encoding=encoding)

    assert read_outcomes(content) == (JANUARY,)
    assert JANUARY.attended == 180


def test_what_nobody_has_counted_is_not_taken_for_nought():
    (read,) = read_outcomes(table("2026-01-01;2026-01-31;200;14;;"))

    assert read == Outcome(date(2026, 1, 1), date(2026, 1, 31), 200, 14, None, None)
    assert read.attended is None


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_a_table_of_another_country_s_spreadsheet_is_read_too(delimiter: str):
    content = table("2026-01-01;2026-01-31;200;14;6;3").replace(b";", delimiter.encode())

    assert read_outcomes(content) == (JANUARY,)


@pytest.mark.parametrize("called", ["1 200", "1\u00a0200"])
def test_thousands_may_stand_apart(called: str):
    (read,) = read_outcomes(table(f"2026-01-01;2026-01-31;{called};14;6;3"))

    assert read.called == 1200


@pytest.mark.parametrize(
    "other",
    ["2026-01-01;2026-01-31;200;14;6;3", "2026-01-31;2026-02-28;9;0;0;0", "2026-01-10;2026-01-10"],
)
def test_a_day_on_two_lines_is_refused_so_that_nothing_is_counted_twice(other: str):
    line = f"{other};5;0;0;0" if other.count(";") == 1 else other

    with pytest.raises(BookingsUnreadable) as caught:
        read_outcomes(table("2026-01-01;2026-01-31;200;14;6;3", line))

    assert caught.value.what == "Rad 3 i filen har dagar som en annan rad också har."


def test_what_is_no_table_at_all_is_told():
    with pytest.raises(BookingsUnreadable):
        read_outcomes(table(f'"{"x" * 200_000}'))


def test_the_empty_table_can_be_read_and_holds_nothing():
    assert read_outcomes(empty_table()) == ()


@pytest.mark.parametrize(
    "line",
    [
        "1/1 2026;2026-01-31;200;14;6;3",
        "2026-01-01;2026-01-31;många;14;6;3",
        "2026-02-01;2026-01-31;200;14;6;3",
        "2026-01-01;2026-01-31;10;14;6;3",
        "2026-01-01;2026-01-31;-1;0;0;0",
        "2026-01-01",
        "2026-01-01;2026-01-31;;14;6;3",
        "2026-01-01;2026-01-31;1e3;14;6;3",
    ],
)
def test_a_line_that_cannot_be_is_named_as_a_spreadsheet_counts(line: str):
    with pytest.raises(BookingsUnreadable) as caught:
        read_outcomes(table("2026-01-01;2026-01-31;200;14;6;3", line))

    assert caught.value.what == "Rad 3 i filen går inte att tolka."


def test_a_missing_column_is_named():
    with pytest.raises(BookingsUnreadable) as caught:
        read_outcomes("från;till;kallade\n2026-01-01;2026-01-31;5".encode())

    assert "uteblivna" in caught.value.what


def test_the_table_is_kept_and_another_takes_its_place(tmp_path: Path):
    shelf = OutcomeFile(tmp_path / "kept.csv")
    chosen = tmp_path / "vald.csv"

    empty = shelf.outcomes()
    chosen.write_bytes(table("2026-01-01;2026-01-31;200;14;6;3"))
    shelf.keep(chosen)

    assert empty == ()
    assert shelf.outcomes() == (JANUARY,)


def test_a_table_that_cannot_be_read_leaves_the_one_before(tmp_path: Path):
    shelf = OutcomeFile(tmp_path / "kept.csv")
    chosen = tmp_path / "vald.csv"
    chosen.write_bytes(table("2026-01-01;2026-01-31;200;14;6;3"))
    shelf.keep(chosen)
    chosen.write_bytes(table("fel"))

    with pytest.raises(BookingsUnreadable):
        shelf.keep(chosen)

    assert shelf.outcomes() == (JANUARY,)


def test_what_is_no_file_or_far_too_large_is_told(tmp_path: Path):
    shelf = OutcomeFile(tmp_path / "kept.csv")
    large = tmp_path / "stor.csv"
    large.write_bytes(b";" * 1_000_001)

    for path in (tmp_path / "borta.csv", large):
        with pytest.raises(BookingsUnreadable):
            shelf.keep(path)


def test_a_folder_that_cannot_be_written_is_told_of(tmp_path: Path):
    chosen = tmp_path / "vald.csv"
    chosen.write_bytes(empty_table())
    (tmp_path / "mapp").write_text("en fil")

    with pytest.raises(NotSaved):
        OutcomeFile(tmp_path / "mapp" / "kept.csv").keep(chosen)
