"""Only what is still what was checked is queued, and nothing waits for who should not get it."""

from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace

import pytest

from app.adapters.store import SqliteStore
from app.check import Check
from app.dispatch import Status
from app.queueing import Queued, queue_unchanged, take_back_barred
from app.rows import Row
from tests.fakes import (
    SOURCES,
    make_booking,
    make_outbox,
    make_preview,
    make_previews,
    queue_letters,
)
from tests.listed_rows import make_row


@pytest.fixture
def letter_makers() -> Iterator[Executor]:
    with ThreadPoolExecutor(1) as makers:
        yield makers


def queued(store: SqliteStore, letter_makers: Executor, *rows: Row) -> Queued:
    outbox = make_outbox(store)
    return queue_unchanged(
        rows,
        render=lambda row: make_preview(row.draft),
        letter_makers=letter_makers,
        keep=lambda previews: outbox.queue(previews, utskick="utskick-2", sources=SOURCES),
        progress=lambda _: None,
    )


def checked(row_no: int) -> Row:
    row = make_row(row_no)
    return replace(row, check=Check.of(make_preview(row.draft)))


def test_a_row_that_nobody_has_checked_is_not_queued(store, letter_makers):
    ended = queued(store, letter_makers, make_row(2), checked(3))

    assert ended.changed == (2,)
    assert [one.row_no for one in ended.dispatches] == [3]


def test_a_row_whose_letter_history_has_with_other_words_is_told_and_not_queued(
    store, letter_makers
):
    worded = replace(make_preview(checked(2).draft), message="<article>Andra ord</article>")
    (earlier,) = queue_letters(store, [worded])

    ended = queued(store, letter_makers, checked(2), checked(3))

    assert ended.changed == (2,)
    assert [one.row_no for one in ended.dispatches] == [3]
    assert store.get(earlier.id) == earlier


@pytest.mark.parametrize("said", [{"protected": True}, {"deceased": True}])
def test_what_waits_for_who_is_protected_or_has_died_is_taken_back(store, said):
    first, second = queue_letters(store, make_previews(2))
    booking = make_booking(first.row_no)
    told = replace(booking, booking_id="EN-ANNAN", patient=replace(booking.patient, **said))

    take_back_barred([told, make_booking(second.row_no)], archive=store, outbox=make_outbox(store))

    assert store.get(first.id).status is Status.CANCELLED
    assert store.get(second.id).status is Status.QUEUED
