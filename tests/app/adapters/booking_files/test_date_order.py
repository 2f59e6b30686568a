"""A date that can be read two ways is settled by its column, or asked about, never guessed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.adapters.booking_files import BookingFiles
from app.bookings import Batch
from app.layouts import DateOrder, Gap, LayoutUnknown, OwnLayout
from tests.exports import AGFA_EI, PAF, table

Read = Callable[[bytes], Batch]


def dated(*days: str) -> bytes:
    return table(*(AGFA_EI | {"Undersökningsdatum": day} for day in days))


def days_of(batch: Batch) -> list[date | None]:
    times = [booking.visit.starts_at for booking in batch.bookings]
    return [at.date() if at else None for at in times]


@pytest.mark.parametrize(
    ("other", "day", "words"),
    [
        ("23/12 2026", date(2026, 12, 3), "dag/månad"),
        ("12/23/2026", date(2026, 3, 12), "månad/dag"),
    ],
)
def test_the_columns_other_rows_tell_the_order(read: Read, other: str, day: date, words: str):
    batch = read(dated("3/12 2026", other))

    assert days_of(batch)[0] == day
    assert batch.bookings[0].problems == ()
    assert f"Datum som 3/12 2026 är lästa som {words}" in batch.notes[0]


def test_where_no_row_tells_the_order_a_person_is_asked(read: Read):
    with pytest.raises(LayoutUnknown) as caught:
        read(dated("3/12 2026", "4/12 2026", "5/5 2027"))

    sheet = caught.value.sheet
    assert sheet.gap is Gap.DATE_ORDER
    assert sheet.care_system == "agfa_ei"
    assert sheet.columns is not None
    assert sheet.rows[0][sheet.columns["date"]] == "3/12 2026"


def test_the_answer_holds_for_the_whole_column(source: BookingFiles, tmp_path: Path):
    path = tmp_path / "bokningar.csv"
    path.write_bytes(dated("3/12 2026", "4/12 2026"))
    answers = OwnLayout(
        name="Röntgen",
        care_system="agfa_ei",
        columns={"booking_id": "Undersöknings-id", "date": "Undersökningsdatum"},
        header=tuple(AGFA_EI),
        date_order=DateOrder.MONTH_FIRST,
    )

    batch = source.read(path, answers=answers)

    assert [booking.cells["date"].text for booking in batch.bookings] == ["3/12 2026", "4/12 2026"]
    assert {problem.field for one in batch.bookings for problem in one.problems}.isdisjoint(
        {"date"}
    )


@pytest.mark.parametrize(
    ("others", "day"),
    [(["12/23/2026"], date(2026, 12, 3)), (["12/23/2026", "23/12/2026"], None)],
)
def test_a_saved_order_never_outweighs_what_the_file_itself_tells(
    source: BookingFiles, tmp_path: Path, others: list[str], day: date | None
):
    path = tmp_path / "bokningar.csv"
    path.write_bytes(dated("12/3/2026", *others))
    saved = OwnLayout(
        name="Röntgen",
        care_system="agfa_ei",
        columns={"date": "Undersökningsdatum", "time": "Undersökningstid"},
        header=tuple(AGFA_EI),
        date_order=DateOrder.DAY_FIRST,
    )

    batch = source.read(path, answers=saved)

    assert days_of(batch)[0] == day
    assert any(note.startswith(("Datum som 12/3/2026", "Vissa datum")) for note in batch.notes)


def test_a_column_that_tells_both_orders_keeps_its_problems(read: Read):
    batch = read(dated("3/12 2026", "23/12 2026", "12/23/2026"))

    assert days_of(batch) == [None, date(2026, 12, 23), date(2026, 12, 23)]
    assert "kan läsas på två sätt" in batch.bookings[0].problems[0].sentence
    assert batch.notes[0].startswith("Vissa datum har dagen först")


def test_a_day_and_a_time_in_one_cell_are_settled_too(read: Read):
    rows = [PAF | {"Starttid": text} for text in ("3/12 2026 08:15", "23/12 2026 09:00")]

    assert days_of(read(table(*rows)))[0] == date(2026, 12, 3)
