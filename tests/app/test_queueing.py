"""Only what is still what was checked is queued, and nothing waits for who should not get it."""

from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace

import pytest

from app.adapters.store import SqliteStore
from app.bookings import Booking, BookingState
from app.check import Check
from app.dispatch import Dispatch, Status
from app.draft import Draft
from app.queueing import Queued, contradicted, queue_unchanged, take_back_barred
from app.rows import Row
from app.sent_before import SentBefore
from app.triage import Known, Situation
from app.worklist import Worklist
from tests.app.test_triage import situation
from tests.fakes import (
    BOTH,
    SOURCES,
    bring_to,
    later,
    make_batch,
    make_booking,
    make_draft,
    make_order,
    make_outbox,
    make_preview,
    make_previews,
    queue_letters,
    revised,
)
from tests.listed_rows import make_row

OTHER_TIME = later(days=60)


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


def appraise(_: Draft, known: Known) -> Situation:
    return situation()._replace(known=known)


def rows_of(store: SqliteStore, *bookings: Booking) -> tuple[Row, ...]:
    """Of a newer file, with what history has of its bookings."""
    utskick = "utskick-2"
    history = store.of_bookings([one.key for one in bookings])
    return Worklist(
        make_batch(bookings),
        map(make_draft, bookings),
        utskick=utskick,
        appraise=appraise,
        sent_before=SentBefore(history, utskick=utskick),
    ).rows


def queue_one(store: SqliteStore, booking: Booking, *, letter_type: str = "rontgen") -> Dispatch:
    draft = replace(make_draft(booking), letter_type=letter_type)
    (queued_one,) = queue_letters(store, [make_preview(draft)])
    return queued_one


def of_patient(**facts):
    """The same booking with other facts of its patient."""
    booking = make_booking(2)
    return replace(booking, patient=replace(booking.patient, **facts))


@pytest.mark.parametrize(
    "newer",
    [
        revised(make_booking(2), at=OTHER_TIME),
        replace(make_booking(2), visit=replace(make_booking(2).visit, place="Hus A, plan 1")),
        of_patient(family_name="Ny"),
        of_patient(id=make_booking(3).patient.id),
        replace(make_booking(2), state=BookingState.CANCELLED),
    ],
    ids=["moved", "elsewhere", "another name", "another person", "cancelled"],
)
def test_what_waits_is_contradicted_by_a_list_that_says_otherwise(store, newer):
    letter = queue_one(store, make_booking(2))
    queue_one(store, make_booking(3))

    listed = rows_of(store, newer, make_booking(3), make_booking(4))
    found = contradicted(listed, archive=store)

    assert [one.id for one in found] == [letter.id]


def test_a_cancellation_that_waits_is_contradicted_where_the_visit_is_booked_again(store):
    cancelled = replace(make_booking(2), state=BookingState.CANCELLED)
    letter = queue_one(store, cancelled, letter_type="avbokning")

    found = contradicted(rows_of(store, make_booking(2)), archive=store)

    assert [one.id for one in found] == [letter.id]


def test_a_list_that_says_the_same_or_lacks_the_booking_contradicts_nothing(store):
    queue_one(store, make_booking(2))
    queue_one(store, make_booking(3))

    assert contradicted(rows_of(store, make_booking(2)), archive=store) == ()


def test_only_what_waits_is_contradicted(store):
    for row_no, status in enumerate((Status.SENT, Status.UNKNOWN, Status.CANCELLED), start=2):
        bring_to(store, queue_one(store, make_booking(row_no)), status)
    moved = [revised(make_booking(row_no), at=OTHER_TIME) for row_no in (2, 3, 4)]

    assert contradicted(rows_of(store, *moved), archive=store) == ()


def test_a_letter_of_a_type_that_a_person_chose_is_not_contradicted_by_the_same_facts(store):
    queue_one(store, make_booking(2), letter_type="ombokning")

    assert contradicted(rows_of(store, make_booking(2)), archive=store) == ()


def test_an_offer_without_id_and_time_is_not_contradicted_by_one_that_says_the_same(store):
    offer = replace(make_booking(2, at=None), booking_id="")
    queue_one(store, offer)

    assert contradicted(rows_of(store, offer), archive=store) == ()


def test_a_message_is_contradicted_together_with_its_letter(store):
    """A new address stands on paper only, but both are made anew."""
    queue_letters(store, [make_preview(make_draft(make_booking(2)), route=BOTH)])
    address = replace(make_booking(2).patient.address, street="Nygatan 1")
    newer = of_patient(address=address)

    assert len(contradicted(rows_of(store, newer), archive=store)) == 2


def test_what_waits_is_not_contradicted_by_another_row_with_the_same_booking_id(store):
    queue_one(store, make_booking(2))
    other = replace(revised(make_booking(2), at=OTHER_TIME), row_no=3)

    assert contradicted(rows_of(store, make_booking(2), other), archive=store) == ()


def test_a_letter_of_an_older_program_is_taken_to_tell_of_a_booking_that_was_not_cancelled(store):
    made = make_order(make_preview())
    known_less = replace(made.dispatch, booking_digest="", letter_type="ombokning")
    store.add([replace(made, dispatch=known_less, data=b"{}")])
    cancelled = replace(make_booking(2), state=BookingState.CANCELLED)

    by_state = [
        len(contradicted(rows_of(store, newer), archive=store))
        for newer in (make_booking(2), cancelled)
    ]

    assert by_state == [0, 1]


def test_where_nothing_waits_no_row_is_looked_at(store):
    def rows() -> Iterator[Row]:
        yield pytest.fail("A row is looked at.")

    assert contradicted(rows(), archive=store) == ()
