"""History finds, lists and reopens what was sent, and its day strip balances."""

import unicodedata
import uuid
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.adapters.store import SqliteStore
from app.bookings import Booking
from app.dispatch import Dispatch, Status
from app.draft import Channel, Draft
from app.errors import HistoryUnusable
from app.history import Question
from app.person_id import IdKind, PersonId
from app.swedish_dates import STOCKHOLM
from tests.fakes import (
    BOTH,
    NOON,
    UNIT,
    VISIT,
    bring_to,
    later,
    make_batch,
    make_booking,
    make_draft,
    make_preview,
    make_previews,
    queue_letters,
    revised,
)


@pytest.fixture
def five_letters(store) -> tuple[Dispatch, ...]:
    """Rows 2–6: Ärlig, Aberg, Ek, Åberg and Öberg."""
    return queue_letters(store, make_previews(5))


def found(store: SqliteStore, words: str) -> set[str]:
    return {d.name.partition(",")[0] for d in store.page(Question(words), offset=0, limit=100)}


def test_a_letter_reopens_byte_for_byte_in_both_channels(store):
    preview = make_preview(route=BOTH)
    message, page = queue_letters(store, [preview])

    assert store.open(message.id).content == preview.message.encode()
    assert store.open(page.id).content == preview.page


@pytest.mark.parametrize("at", [VISIT, None])
def test_a_dispatch_reads_back_as_it_was_written(store, at):
    (queued,) = queue_letters(store, [make_preview(make_draft(make_booking(at=at)))])

    assert store.open(queued.id).dispatch == queued
    assert queued.visit_at == at


def test_a_letter_that_is_not_there_is_said_so(store):
    with pytest.raises(HistoryUnusable, match="finns inte i historiken"):
        store.open(uuid.UUID(int=1))


def test_the_newest_letter_stands_first(store, five_letters):
    listed = store.page(Question(), offset=0, limit=100)

    assert listed == tuple(reversed(five_letters))


@pytest.mark.parametrize("words", ["", "rönt"])
def test_pages_follow_on_each_other_without_gap_or_overlap(store, five_letters, words):
    pages = [store.page(Question(words), offset=at, limit=2) for at in (0, 2, 4, 6)]

    assert [len(page) for page in pages] == [2, 2, 1, 0]
    assert sum(pages, ()) == tuple(reversed(five_letters))
    assert store.count(Question(words)) == 5


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("åb", {"Åberg"}),
        ("Ab", {"Aberg"}),
        ("öberg", {"Öberg"}),
        ("oberg", set()),
        ("ÄR", {"Ärlig"}),
        ("karin", {"Åberg"}),
        ("karin öberg", set()),
        (unicodedata.normalize("NFD", "Åberg"), {"Åberg"}),
    ],
)
def test_a_name_is_found_by_how_it_begins_and_its_rings_and_dots_count(
    store, five_letters, words, names
):
    assert found(store, words) == names


@pytest.mark.parametrize(
    "words", ["198001022386", "19800102-2386", "800102-2386", "8001022386", "19800102-23", "800102"]
)
def test_a_personnummer_is_found_however_it_is_typed(store, five_letters, words):
    assert found(store, words) == {"Åberg"}


@pytest.mark.parametrize("words", ["2027-01-12", "2027-01", "12 jan", "12 januari 2027", "09.40"])
def test_a_visit_is_found_by_its_date_and_time(store, words):
    queue_letters(store, [make_preview()])
    queue_letters(
        store, [make_preview(make_draft(make_booking(7, at=VISIT + timedelta(40, 3600))))]
    )

    assert found(store, words) == {"Ärlig"}


def test_letters_without_a_booked_time_are_found_by_that(store):
    queue_letters(store, [make_preview(), make_preview(make_draft(make_booking(4, at=None)))])

    assert found(store, "ingen bokad tid") == {"Ek"}


def test_a_letter_is_found_by_the_reference_that_is_printed_on_it(store, five_letters):
    wanted = five_letters[2]

    listed = store.page(Question(wanted.reference.lower()), offset=0, limit=100)

    assert listed == (wanted,)


def test_a_letter_is_found_by_the_status_it_has_now(store, five_letters):
    bring_to(store, five_letters[0], Status.UNKNOWN)

    assert found(store, "oklart") == {"Ärlig"}
    assert found(store, "köad") == {"Aberg", "Ek", "Åberg", "Öberg"}


def test_status_day_and_words_narrow_a_question_together(store, five_letters):
    bring_to(store, five_letters[3], Status.SENT)
    question = Question("åberg", status=Status.SENT, since=NOON.date())

    assert store.count(question) == 1
    assert store.count(replace(question, words="öberg")) == 0
    assert store.count(replace(question, status=Status.QUEUED)) == 0
    assert store.count(replace(question, since=later(days=1).date())) == 0


def test_every_filter_narrows_a_question_and_all_hold_together(store):
    elsewhere = replace(make_booking(9), unit=replace(UNIT, hsa_id="SE-EXEMPEL-0002", name="Öra"))
    early, _ = queue_letters(store, [make_preview(route=BOTH)], now=later(days=-8))
    late, _ = queue_letters(store, [make_preview(make_draft(make_booking(3)), route=BOTH)])
    other, paper = queue_letters(store, [make_preview(make_draft(elsewhere), route=BOTH)])
    today = NOON.date()
    asked = {
        "since": Question(since=today),
        "until": Question(until=later(days=-1).date()),
        "channel": Question(channel=Channel.LETTER, unit_id="SE-EXEMPEL-0002"),
        "all": Question(
            words="rönt",
            status=Status.QUEUED,
            since=today,
            until=today,
            channel=Channel.INBOX_1177,
            unit_id=UNIT.hsa_id,
        ),
    }

    told = {name: store.page(one, offset=0, limit=9) for name, one in asked.items()}

    assert [one.row_no for one in told["since"]] == [9, 9, 3, 3]
    assert {one.row_no for one in told["until"]} == {early.row_no}
    assert (told["channel"], told["all"]) == ((paper,), (late,))
    assert [store.count(one) for one in asked.values()] == [4, 2, 1, 1]
    assert store.units() == (
        (UNIT.hsa_id, late.unit_name),
        ("SE-EXEMPEL-0002", other.unit_name),
    )


@pytest.mark.parametrize(
    "words",
    [
        "åberg OR öberg",
        "words:åberg",
        "^åberg",
        "NEAR(åberg)",
        "åberg*",
        "-åberg",
        "åberg'; --",
        '"åberg',
        'å"berg',
    ],
)
def test_search_operators_are_only_words(store, five_letters, words):
    assert found(store, words) <= {"Åberg"}


@pytest.mark.parametrize("words", ["", "   ", '"', "*", "- !", "\0", "\ud800"])
def test_text_without_a_letter_or_digit_asks_nothing(store, five_letters, words):
    assert store.count(Question(words)) == 5


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters()))
def test_no_text_upsets_the_search(store, words):
    question = Question(words)

    assert store.count(question) == len(store.page(question, offset=0, limit=10))


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Andrée", "andree"),
        ("Andrée", "andrée"),
        ("Nuñez", "nunez"),
        ("Müller", "muller"),
        ("Nguyễn", "nguyen"),
    ],
)
def test_a_foreign_name_is_found_with_and_without_its_marks(store, written, typed):
    booking = make_booking(7)
    patient = replace(booking.patient, family_name=written)
    queue_letters(store, [make_preview(make_draft(replace(booking, patient=patient)))])

    assert found(store, typed) == {written}


def test_dispatches_are_told_by_booking_oldest_first(store):
    booking = make_booking()
    drafts = [make_draft(booking), make_draft(booking, revision=2)]
    queued = queue_letters(store, [make_preview(draft, route=BOTH) for draft in drafts])

    told = store.of_bookings([booking.key, "okänd", booking.key])

    assert told == {booking.key: queued}


def test_ten_thousand_bookings_are_looked_up_at_once(store, five_letters):
    bookings = [make_booking(row_no) for row_no in range(2, 10_002)]

    told = store.of_bookings([booking.key for booking in bookings])

    assert len(told) == 5


def visit_key(booking: Booking) -> tuple[object, ...]:
    return booking.patient.id.value, booking.visit.starts_at, booking.unit.hsa_id


def test_a_visit_is_told_whatever_its_booking_is_called_oldest_first(store):
    called, again = make_booking(), replace(make_booking(), booking_id="BOK-OMNUMRERAD")
    drafts = [make_draft(called), make_draft(again)]
    queued = queue_letters(store, [make_preview(draft, route=BOTH) for draft in drafts])

    told = store.of_visits([replace(called, booking_id="ny"), replace(called, booking_id="")])

    assert told == {visit_key(called): queued}


@pytest.mark.parametrize(
    "other",
    [
        make_booking(3),
        make_booking(at=VISIT + timedelta(minutes=10)),
        replace(make_booking(), unit=replace(UNIT, hsa_id="SE-EXEMPEL-0002")),
    ],
    ids=["person", "time", "unit"],
)
def test_a_visit_of_another_person_time_or_unit_is_another(store, other):
    queue_letters(store, [make_preview()])

    assert store.of_visits([other]) == {}


# Half past two in summer time, which comes again an hour later in winter time.
TWICE = datetime(2026, 10, 25, 2, 30, tzinfo=STOCKHOLM)


def test_the_hour_that_comes_twice_in_autumn_is_two_visits(store):
    first, second = make_booking(2, at=TWICE), make_booking(7, at=TWICE.replace(fold=1))
    queued = queue_letters(store, [make_preview(make_draft(second))])

    assert store.of_visits([first]) == {}
    assert store.of_visits([first, second]) == {visit_key(second): queued}


@pytest.mark.parametrize("lacking", ["person", "time", "unit"])
def test_a_booking_that_lacks_person_time_or_unit_is_never_taken_for_another(store, lacking):
    booking = make_booking()
    booking = {
        "person": replace(
            booking, patient=replace(booking.patient, id=PersonId(IdKind.UNKNOWN, ""))
        ),
        "time": make_booking(at=None),
        "unit": replace(booking, unit=replace(UNIT, hsa_id="")),
    }[lacking]
    queue_letters(store, [make_preview(make_draft(booking))])

    assert store.of_visits([booking]) == {}


def test_ten_thousand_visits_are_looked_up_at_once(store, five_letters):
    bookings = [
        revised(make_booking(row_no), at=VISIT + timedelta(minutes=row_no // 5 * 5))
        for row_no in range(10_000)
    ]
    bookings += [replace(make_booking(row_no), booking_id="") for row_no in range(2, 7)]

    told = store.of_visits(bookings)

    assert len(told) == 5


def test_a_file_is_remembered_once_however_often_it_is_loaded(store):
    bookings = [make_booking(row_no) for row_no in range(2, 62)]
    store.record_batch("utskick-1", batch=make_batch(bookings))
    store.record_batch("utskick-1", batch=make_batch(bookings, read_at=later(hours=2)))

    (record,) = store.batches(day=NOON.date())

    assert (record.rows, record.sent_rows, record.read_at) == (60, 0, NOON)
    assert (record.file_name, record.care_system_name) == ("bokningar.csv", "Agfa EI")


def sent_rows(store: SqliteStore, *bookings: Booking, utskick: str = "utskick-1") -> int:
    """What the day strip says of a file with these bookings."""
    store.record_batch(utskick, batch=make_batch(bookings))
    return next(b.sent_rows for b in store.batches(day=NOON.date()) if b.utskick == utskick)


def test_a_row_is_sent_when_every_channel_of_its_letter_has_taken_it(store):
    booking = make_booking()
    message, page = queue_letters(store, [make_preview(make_draft(booking), route=BOTH)])
    counted = []

    counted.append(sent_rows(store, booking))
    bring_to(store, message, Status.SENT)
    counted.append(sent_rows(store, booking))
    bring_to(store, page, Status.SENT)
    counted.append(sent_rows(store, booking))

    assert counted == [0, 0, 1]


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.SENT, Status.CLOSED_RESENT}))
def test_a_row_whose_letter_waits_or_is_unclear_is_left(store, status):
    booking = make_booking()
    (queued,) = queue_letters(store, [make_preview(make_draft(booking))])

    bring_to(store, queued, status)

    assert sent_rows(store, booking) == 0


def test_a_row_is_not_sent_when_one_channel_was_taken_back(store):
    booking = make_booking()
    message, page = queue_letters(store, [make_preview(make_draft(booking), route=BOTH)])

    bring_to(store, message, Status.SENT)
    bring_to(store, page, Status.CANCELLED)

    assert sent_rows(store, booking) == 0


def test_a_booking_that_has_come_back_to_its_first_time_is_left_and_was_sent_before(store):
    booking, moved = make_booking(), revised(make_booking(), at=later(days=60))
    for utskick, one in (("utskick-1", booking), ("utskick-2", moved)):
        preview = make_preview(make_draft(one, revision=int(utskick[-1])))
        (queued,) = queue_letters(store, [preview], utskick=utskick)
        bring_to(store, queued, Status.SENT)

    counted = [
        sent_rows(store, one, utskick=f"utskick-{number}")
        for number, one in enumerate((booking, moved, booking), start=1)
    ]

    assert counted == [1, 1, 0]


def test_a_letter_that_was_taken_back_and_sent_anew_is_sent(store):
    booking = make_booking()
    first, second = queue_letters(
        store, [make_preview(make_draft(booking, revision=no)) for no in (1, 2)]
    )

    bring_to(store, first, Status.CANCELLED)
    bring_to(store, second, Status.SENT)

    assert sent_rows(store, booking) == 1


@pytest.mark.parametrize(
    ("status", "rows"), [(Status.CANCELLED, 1), (Status.REJECTED, 0), (Status.UNKNOWN, 0)]
)
def test_a_row_with_letters_of_two_types_is_sent_unless_one_of_them_needs_a_person(
    store, status, rows
):
    booking = make_booking()
    first, second = queue_letters(
        store, [make_preview(Draft(booking, letter_type)) for letter_type in ("rontgen", "ny")]
    )

    bring_to(store, first, status)
    bring_to(store, second, Status.SENT)

    assert sent_rows(store, booking) == rows


def test_a_booking_that_comes_back_in_a_later_file_is_already_called(store):
    called, new = make_booking(2), make_booking(3)
    (queued,) = queue_letters(store, [make_preview(make_draft(called))], utskick="utskick-1")
    bring_to(store, queued, Status.SENT)

    counted = sent_rows(store, replace(called, row_no=17), new, utskick="utskick-2")

    assert counted == 1


def test_a_booking_that_was_given_a_new_time_is_not_yet_called(store):
    booking = make_booking()
    (queued,) = queue_letters(store, [make_preview(make_draft(booking))])
    bring_to(store, queued, Status.SENT)

    moved = revised(booking, at=VISIT + timedelta(days=1))
    assert sent_rows(store, moved, utskick="utskick-2") == 0


def test_a_row_in_the_hour_that_comes_twice_in_autumn_is_sent_when_its_letter_is(store):
    first, second = make_booking(2, at=TWICE), make_booking(3, at=TWICE.replace(fold=1))
    queued = queue_letters(store, [make_preview(make_draft(second))], utskick="utskick-2")
    bring_to(store, queued[0], Status.SENT)

    assert sent_rows(store, first, second) == 1


def test_a_row_without_a_time_is_sent_when_its_letter_is(store):
    booking = make_booking(at=None)
    counted = [sent_rows(store, booking)]

    (queued,) = queue_letters(store, [make_preview(make_draft(booking))])
    bring_to(store, queued, Status.SENT)
    counted.append(sent_rows(store, booking))

    assert counted == [0, 1]


def test_an_offer_without_id_and_time_is_sent_in_its_own_file_and_not_in_the_next(store):
    offer = replace(make_booking(at=None), booking_id="")
    (queued,) = queue_letters(store, [make_preview(make_draft(offer))])
    bring_to(store, queued, Status.SENT)

    counted = [sent_rows(store, offer, utskick=utskick) for utskick in ("utskick-1", "utskick-2")]

    assert counted == [1, 0]


@pytest.mark.parametrize("booking_id", ["BOK-00002", ""])
def test_a_row_whose_time_was_corrected_here_is_sent_when_its_letter_is(store, booking_id):
    unreadable = replace(make_booking(at=None), booking_id=booking_id)
    corrected = revised(unreadable, at=VISIT)
    wrong, right = queue_letters(
        store,
        [
            make_preview(make_draft(revised(unreadable, at=VISIT + timedelta(days=1)))),
            make_preview(make_draft(corrected, revision=2)),
        ],
    )

    bring_to(store, wrong, Status.CANCELLED)
    bring_to(store, right, Status.SENT)

    assert sent_rows(store, unreadable) == 1


def test_a_letter_of_the_same_row_in_another_file_is_none_of_it(store):
    (queued,) = queue_letters(store, [make_preview()], utskick="utskick-2")
    bring_to(store, queued, Status.SENT)

    assert sent_rows(store, replace(make_booking(), booking_id="annan")) == 0


def test_a_day_shows_the_files_of_that_day_and_those_that_were_sent_from(store):
    yesterday = later(days=-1)
    for utskick in ("utskick-1", "utskick-2"):
        batch = make_batch([make_booking()], file_name=utskick, read_at=yesterday)
        store.record_batch(utskick, batch=batch)
    queue_letters(store, [make_preview()], utskick="utskick-2")

    assert [b.file_name for b in store.batches(day=NOON.date())] == ["utskick-2"]
    assert len(store.batches(day=yesterday.date())) == 2


def test_the_files_of_a_day_stand_in_the_order_they_were_loaded(store):
    for utskick, hours in (("utskick-1", 2), ("utskick-2", 0), ("utskick-3", 1)):
        store.record_batch(utskick, batch=make_batch([], read_at=later(hours=hours)))

    loaded = [record.utskick for record in store.batches(day=NOON.date())]

    assert loaded == ["utskick-2", "utskick-3", "utskick-1"]


def not_called(store: SqliteStore) -> list[tuple[str, int]]:
    return [(one.file_name, one.row_no) for one in store.not_called(visit_after=NOON)]


def test_booked_but_not_called_is_what_the_latest_files_have_without_a_sent_letter(store):
    earlier, today = [make_booking(9)], [make_booking(row_no) for row_no in range(2, 6)]
    store.record_batch("igår", batch=make_batch(earlier, read_at=later(days=-1)))
    store.record_batch("idag", batch=make_batch(today))
    for one, status in zip(today, (Status.SENT, Status.REJECTED, Status.QUEUED), strict=False):
        (queued,) = queue_letters(store, [make_preview(make_draft(one))], utskick="idag")
        bring_to(store, queued, status)

    told = store.not_called(visit_after=NOON)

    assert [one.row_no for one in told] == [3, 4, 5]
    assert [one.letter.status if one.letter else None for one in told] == [
        Status.REJECTED,
        Status.QUEUED,
        None,
    ]
    assert told[2].visit_at == VISIT


def test_a_booking_in_several_files_of_a_day_is_told_once_of_the_latest(store):
    first, moved = make_booking(2), revised(make_booking(2), at=VISIT + timedelta(days=1))
    store.record_batch("ett", batch=make_batch([first, make_booking(3)], file_name="1.csv"))
    batch = make_batch([moved], file_name="2.csv", read_at=later(hours=1))
    store.record_batch("två", batch=batch)

    assert not_called(store) == [("1.csv", 3), ("2.csv", 2)]


def test_a_visit_that_has_been_is_no_longer_called_to_and_one_without_a_time_stands_last(store):
    bookings = [make_booking(2, at=later(hours=-1)), make_booking(3, at=None), make_booking(4)]
    store.record_batch("idag", batch=make_batch(bookings))

    assert not_called(store) == [("bokningar.csv", 4), ("bokningar.csv", 3)]


def test_a_row_called_from_an_earlier_file_is_told_with_that_letter_until_it_is_sent(store):
    booking = make_booking()
    (queued,) = queue_letters(store, [make_preview(make_draft(booking))], utskick="igår")
    store.record_batch("idag", batch=make_batch([booking]))
    waiting = store.not_called(visit_after=NOON)

    bring_to(store, queued, Status.SENT)

    assert [one.letter for one in waiting] == [queued]
    assert store.not_called(visit_after=NOON) == ()


def test_without_any_file_nothing_is_left_to_call(store):
    assert store.not_called(visit_after=NOON) == ()


def rejected(store: SqliteStore) -> list[int]:
    return [one.row_no for one in store.latest_rejected(visit_after=NOON)]


def test_what_was_refused_is_listed_by_visit_whatever_day_it_is_from(store):
    times = {2: VISIT + timedelta(days=2), 3: VISIT, 4: None, 5: later(hours=-1)}
    for row_no, at in times.items():
        preview = make_preview(make_draft(make_booking(row_no, at=at)))
        (queued,) = queue_letters(store, [preview], now=later(days=-row_no))
        bring_to(store, queued, Status.REJECTED)

    assert rejected(store) == [3, 2, 4]


@pytest.mark.parametrize(
    ("status", "left"),
    [(Status.SENT, []), (Status.QUEUED, []), (Status.CANCELLED, [2]), (Status.REJECTED, [2])],
)
def test_a_refused_letter_is_settled_by_a_later_one_that_still_speaks(store, status, left):
    booking = make_booking()
    for revision, end in ((1, Status.REJECTED), (2, status)):
        preview = make_preview(make_draft(booking, revision=revision))
        (queued,) = queue_letters(store, [preview])
        bring_to(store, queued, end)

    assert rejected(store) == left


def test_a_refused_message_is_not_settled_by_its_own_letter(store):
    message, page = queue_letters(store, [make_preview(route=BOTH)])
    bring_to(store, message, Status.REJECTED)
    bring_to(store, page, Status.SENT)

    assert rejected(store) == [2]
