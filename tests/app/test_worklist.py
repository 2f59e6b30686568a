"""The worklist counts every row, forgets no decision, and offers nothing that may not be sent."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

import pytest

from app.bookings import Address, Booking, BookingState, number_by_hand
from app.channels import Reach
from app.check import Check
from app.dispatch import Dispatch, Status, Store
from app.draft import Channel, Draft, Variant, usual_variant
from app.findings import Choice, Code, Decision
from app.rows import RowStatus
from app.sent_before import SentBefore
from app.triage import Known, Situation
from app.triage.choices import KEEP_BOTH, KEEP_THIS, SKIP
from app.worklist import Worklist
from tests.app.test_triage import situation
from tests.fakes import (
    BOTH,
    NOON,
    PERSONS,
    VISIT,
    bring_to,
    later,
    make_batch,
    make_booking,
    make_draft,
    make_preview,
    queue_letters,
    revised,
)

CHECKED = Check(digest="d", page_count=1)


def appraise(_: Draft, known: Known) -> Situation:
    return situation()._replace(known=known)


def worklist(
    *bookings: Booking,
    history: Mapping[str, tuple[Dispatch, ...]] | None = None,
    utskick: str = "utskick-1",
) -> Worklist:
    return Worklist(
        make_batch(bookings),
        (make_draft(booking) for booking in bookings),
        utskick=utskick,
        appraise=appraise,
        sent_before=SentBefore(history or {}, utskick=utskick),
    )


def checked(*bookings: Booking) -> Worklist:
    made = worklist(*bookings)
    for row in made.unchecked():
        made.note_check(row.draft, CHECKED)
    return made


def without_address(row_no: int) -> Booking:
    booking = make_booking(row_no)
    return replace(booking, patient=replace(booking.patient, address=Address()))


def with_interpreter(row_no: int) -> Booking:
    booking = make_booking(row_no)
    return replace(booking, patient=replace(booking.patient, interpreter="arabiska"))


def protected(row_no: int) -> Booking:
    booking = make_booking(row_no)
    return replace(booking, patient=replace(booking.patient, protected=True))


def test_nothing_is_ready_before_its_letter_has_been_rendered():
    made = worklist(make_booking())

    assert made.row(2).status is RowStatus.CHECKING
    assert made.ready() == ()

    made.note_check(made.row(2).draft, CHECKED)

    assert [row.row_no for row in made.ready()] == [2]


def test_the_most_urgent_rows_come_first_and_then_the_earliest_visit():
    early = revised(make_booking(5), at=VISIT.replace(day=4))
    made = checked(make_booking(2), with_interpreter(3), without_address(4), early)

    assert [row.row_no for row in made.rows] == [4, 3, 5, 2]


def test_every_row_is_counted_as_sent_or_left(store):
    made = checked(make_booking(2), with_interpreter(3), without_address(4), protected(5))
    _send(made, store, 2)

    counts = made.counts()

    assert (counts.total, counts.sent, counts.left) == (4, 1, 3)
    assert counts.of(RowStatus.BLOCKED) == 2


def test_an_approved_finding_makes_the_row_ready_and_undo_takes_it_back():
    made = checked(with_interpreter(3))

    made.decide(3, Decision.APPROVE)

    assert made.row(3).status is RowStatus.READY
    assert made.undo() == (3,)
    assert made.row(3).status is RowStatus.REVIEW


def test_a_blocked_row_cannot_be_approved():
    made = checked(without_address(4))

    made.decide(4, Decision.APPROVE)

    assert made.row(4).status is RowStatus.BLOCKED
    assert made.ready() == ()


@pytest.mark.parametrize(
    ("decision", "reason"),
    [
        (Decision.SKIP, "Hoppas över"),
        (Decision.CALL, "Ring patienten"),
        (Decision.HANDLED_ELSEWHERE, "Hanterad utanför programmet"),
    ],
)
def test_a_row_left_out_says_why_and_can_be_taken_in_again(decision, reason):
    made = checked(make_booking())

    made.decide(2, decision)

    assert (made.row(2).status, made.row(2).draft.left_out) == (RowStatus.LEFT_OUT, reason)

    made.decide(2, Decision.INCLUDE)

    assert made.row(2).status is RowStatus.READY


def test_keeping_one_of_two_bookings_leaves_the_other_out():
    same_person = replace(make_booking(7), patient=make_booking(2).patient)
    made = checked(make_booking(2), same_person)
    assert {row.status for row in made.rows} == {RowStatus.REVIEW}

    made.decide(2, Decision.KEEP_THIS)

    assert made.row(7).draft.left_out == "Dubblett av rad 2"
    assert Code.DUPLICATE in made.row(2).draft.approved
    assert made.undo() == (2, 7)


def doubles(second_at: datetime) -> set[tuple[Choice, ...]]:
    """What can be chosen of two bookings of one person, the second of them at that time."""
    made = worklist(make_booking(2), revised(make_booking(7), at=second_at))
    found = [one for row in made.rows for one in row.findings]
    return {one.choices for one in found if one.code is Code.DUPLICATE}


def test_of_two_visits_at_once_one_is_kept_and_of_two_in_a_day_both_may_be():
    assert doubles(VISIT) == {(KEEP_THIS, SKIP)}
    assert doubles(VISIT.replace(hour=15)) == {(KEEP_THIS, KEEP_BOTH, SKIP)}
    assert doubles(VISIT.replace(day=13)) == set()


def test_two_rows_with_one_booking_id_cannot_both_be_sent(store):
    other_person = replace(make_booking(3), booking_id=make_booking(2).booking_id)
    made = checked(make_booking(2), other_person)
    assert {row.status for row in made.rows} == {RowStatus.REVIEW}

    made.decide(2, Decision.KEEP_THIS)
    _send(made, store, 2)

    assert made.row(2).status is RowStatus.SENT
    assert made.row(3).status is RowStatus.LEFT_OUT
    assert made.row(3).dispatches == ()


def test_keeping_one_of_two_bookings_leaves_no_other_visit_of_the_day_out():
    booking = make_booking(2)
    moved = replace(revised(booking, at=VISIT.replace(hour=10)), row_no=3)
    another = replace(revised(booking, at=VISIT.replace(hour=13)), row_no=4, booking_id="annan")
    made = checked(booking, moved, another)

    made.decide(3, Decision.KEEP_THIS)

    assert made.row(2).draft.left_out == "Dubblett av rad 3"
    assert made.row(4).draft.left_out == ""
    assert made.row(4).open_finding == made.row(4).findings[0]


def test_a_changed_address_or_letter_type_must_be_rendered_again():
    made = checked(make_booking())

    made.change((2,), lambda draft: draft.with_letter_type("annat"))

    assert made.row(2).check is None


def test_a_late_answer_about_a_draft_that_has_changed_is_passed_over():
    made = worklist(make_booking())
    before = made.row(2).draft
    made.change((2,), lambda draft: draft.with_letter_type("annat"))

    made.note_check(before, CHECKED)

    assert made.row(2).check is None


def test_1177_is_asked_once_for_each_person_and_never_about_a_protected_one():
    made = worklist(make_booking(2), make_booking(7), protected(3))

    assert made.persons() == (make_booking(2).patient.id.value,)


def test_an_answer_from_1177_reaches_every_row_of_the_person():
    made = worklist(make_booking(2), make_booking(7))

    made.examine_again(made.hear({make_booking(2).patient.id.value: Reach.NO_LOGIN}))

    assert [made.reach(row) for row in made.rows] == [Reach.NO_LOGIN] * 2
    assert Code.NO_1177 in {finding.code for finding in made.row(7).findings}


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (Status.QUEUED, RowStatus.UNDER_WAY),
        (Status.SENT, RowStatus.UNDER_WAY),
        (Status.UNKNOWN, RowStatus.UNKNOWN),
        (Status.REJECTED, RowStatus.REJECTED),
    ],
)
def test_the_worst_channel_speaks_for_the_row(store, message, expected):
    made = checked(make_booking())
    first, second = queue_letters(store, [make_preview(made.row(2).draft, route=BOTH)])

    made.note_dispatches({first.booking_key: (bring_to(store, first, message), second)})

    assert made.row(2).status is expected


def test_a_sent_row_can_no_longer_be_changed(store):
    made = checked(make_booking())
    _send(made, store, 2)
    sent = made.row(2)

    touched = made.change((2,), lambda draft: draft.with_letter_type("annat"))

    assert touched == ()
    assert made.row(2) == sent
    assert made.undo() == ()


def test_undo_leaves_a_row_alone_that_has_been_sent_since(store):
    made = checked(with_interpreter(3), with_interpreter(4))
    list(made.decide_alike(3, Decision.APPROVE))
    _send(made, store, 3)
    sent = made.row(3)

    undone = made.undo()

    assert undone == (4,)
    assert made.row(3) == sent


def test_the_same_file_again_shows_what_was_sent_as_sent(store):
    made = checked(make_booking())
    history = _send(made, store, 2)

    again = worklist(make_booking(), history=history)

    assert again.row(2).status is RowStatus.SENT
    assert again.ready() == ()


def offer(row_no: int = 2) -> Booking:
    """A letter without a booked time, of an export that gives it no id."""
    return replace(make_booking(row_no, at=None), booking_id="")


def test_a_booking_typed_by_hand_is_undone_by_leaving_it_out_and_can_be_had_back():
    made = checked(make_booking())
    row_no = made.add(replace(make_booking(3), row_no=0))

    touched = made.undo()
    undone = made.row(row_no)
    made.decide(row_no, Decision.INCLUDE)

    assert touched == (row_no,)
    assert (undone.status, undone.draft.left_out) == (RowStatus.LEFT_OUT, "Ångrad")
    assert made.row(row_no).draft.left_out == ""


def test_a_decision_changes_a_rows_status_and_none_of_what_was_found():
    made = checked(without_address(2), without_address(3))
    before = made.row(2)

    list(made.decide_alike(2, Decision.SKIP))

    assert made.row(2).findings is before.findings
    assert made.row(2).check is before.check
    assert made.row(3).status is RowStatus.LEFT_OUT


def test_the_same_file_of_offers_without_id_and_time_adds_none_of_them_twice(store):
    made = checked(offer())
    history = _send(made, store, 2)

    again = worklist(offer(), history=history)

    assert again.row(2).status is RowStatus.SENT


def test_the_next_offer_to_the_same_person_is_asked_about_and_not_taken_for_sent(store):
    made = checked(offer())
    history = _send(made, store, 2)

    later_file = worklist(offer(), history=history, utskick="utskick-2")

    assert later_file.row(2).status is RowStatus.REVIEW
    assert later_file.row(2).draft.revision == 2
    assert Code.ALREADY_SENT in {finding.code for finding in later_file.row(2).findings}


def test_a_new_time_for_a_sent_booking_is_a_new_letter_to_decide_on(store):
    made = checked(make_booking())
    history = _send(made, store, 2)

    again = worklist(revised(make_booking(), at=later(days=60)), history=history)

    assert again.row(2).status is RowStatus.REVIEW
    assert again.row(2).draft.revision == 2
    assert Code.MOVED in {finding.code for finding in again.row(2).findings}


def test_a_letter_taken_back_in_one_channel_only_is_told_as_partly_sent(store):
    made = checked(make_booking())
    message, page = queue_letters(store, [make_preview(made.row(2).draft, route=BOTH)])
    sent, taken_back = (
        bring_to(store, message, Status.SENT),
        bring_to(store, page, Status.CANCELLED),
    )

    made.note_dispatches({message.booking_key: (sent, taken_back)})

    assert made.row(2).status is RowStatus.PARTLY_SENT
    assert made.counts().left == 1


def test_a_cancelled_letter_can_be_sent_as_a_new_revision(store):
    made = checked(make_booking())
    (queued,) = queue_letters(store, [make_preview(made.row(2).draft)])
    cancelled = bring_to(store, queued, Status.CANCELLED)
    history = {queued.booking_key: (cancelled,)}

    made.note_dispatches(history)
    again = worklist(make_booking(), history=history)

    assert (made.row(2).draft, made.row(2).check) == (again.row(2).draft, None)
    assert again.row(2).dispatches == ()
    assert again.row(2).draft.revision == 2
    assert again.row(2).status is RowStatus.CHECKING


def _send(made: Worklist, store, row_no: int) -> dict[str, tuple[Dispatch, ...]]:
    orders = queue_letters(store, [make_preview(made.row(row_no).draft, route=BOTH)])
    sent = tuple(bring_to(store, order, Status.SENT) for order in orders)
    assert {dispatch.channel for dispatch in sent} == set(Channel)
    history = {sent[0].booking_key: sent}
    made.note_dispatches(history)
    return history


def test_the_counts_follow_every_change_of_every_row(store: Store):
    bookings = (*map(make_booking, range(2, 6)), without_address(6), with_interpreter(7))
    made = worklist(*bookings)
    (dispatch, *_) = queue_letters(store, [make_preview(make_draft(bookings[0]))])

    def check_all() -> None:
        for row in made.unchecked():
            made.note_check(row.draft, CHECKED)

    steps: tuple[Callable[[], object], ...] = (
        check_all,
        lambda: made.decide(3, Decision.SKIP),
        lambda: made.decide(7, Decision.APPROVE),
        made.undo,
        lambda: made.note_dispatches({bookings[0].key: (dispatch,)}),
    )
    for step in steps:
        step()

        counts = made.counts()
        ready = [row for row in made.rows if row.status is RowStatus.READY]
        assert +Counter(counts.by_status) == Counter(row.status for row in made.rows)
        assert +Counter(counts.ready_by_channel) == Counter(
            channel for row in ready for channel in row.route.channels
        )


def test_rows_that_ask_the_same_are_answered_together_and_taken_back_together():
    made = checked(*map(with_interpreter, range(2, 5)), without_address(5), protected(6))

    others = made.alike(2)
    (touched,) = made.decide_alike(2, Decision.APPROVE)
    approved = [made.row(no).draft.approved for no in (2, 3, 4)]
    undone = made.undo()

    assert others == (3, 4)
    assert set(touched) == set(undone) == {2, 3, 4}
    assert approved == [frozenset({Code.INTERPRETER})] * 3
    assert made.row(3).draft.approved == frozenset()


def test_many_rows_are_answered_a_portion_at_a_time_and_taken_back_as_one():
    made = worklist(*map(without_address, range(2, 122)))

    portions = list(made.decide_alike(2, Decision.SKIP))
    left_out = made.counts().of(RowStatus.LEFT_OUT)
    undone = list(made.undo_gradually())

    assert [len(portion) for portion in portions] == [50, 50, 20]
    assert left_out == sum(map(len, undone)) == 120
    assert made.counts().of(RowStatus.BLOCKED) == 120
    assert made.undo() == ()


def test_what_is_to_be_decided_is_counted_by_kind_and_doubles_by_patient():
    twice = [replace(make_booking(no), booking_id=f"D{no}") for no in (2, 2 + len(PERSONS))]
    made = checked(*twice, *map(with_interpreter, (3, 4)), without_address(5))

    counts = made.counts()
    made.decide(2, Decision.KEEP_THIS)

    assert counts.problems_of(RowStatus.BLOCKED) == ((Code.NO_ADDRESS, 1),)
    assert counts.problems_of(RowStatus.REVIEW) == ((Code.DUPLICATE, 2), (Code.INTERPRETER, 2))
    assert counts.doubled_patients == 1
    assert made.counts().problems_of(RowStatus.REVIEW) == ((Code.INTERPRETER, 2),)
    assert made.counts().doubled_patients == 0


def test_duplicates_and_protected_identities_are_never_answered_together():
    twins = [replace(make_booking(no), booking_id="samma") for no in (2, 3)]
    made = worklist(*twins, protected(4), protected(5))

    assert [made.alike(row.row_no) for row in made.rows] == [()] * 4


def test_a_row_that_is_left_out_says_why():
    made = worklist(without_address(2), make_booking(3))

    made.decide(2, Decision.SKIP)
    made.decide(3, Decision.SKIP)

    assert made.row(2).draft.left_out == "Adress saknas"
    assert made.row(3).draft.left_out == "Hoppas över"


def test_a_corrected_row_is_examined_and_rendered_anew_and_can_be_taken_back():
    made = checked(without_address(2))

    made.correct(2, make_booking(2))
    corrected = made.row(2)
    made.undo()

    assert corrected.status is RowStatus.CHECKING
    assert corrected.draft.said_by_file.patient.address == Address()
    assert made.row(2).status is RowStatus.BLOCKED
    assert made.row(2).draft.as_read is None


@pytest.mark.parametrize(
    ("chosen", "then"),
    [(Variant.STANDARD, Variant.TO_GUARDIAN), (Variant.LARGE, Variant.LARGE_TO_GUARDIAN)],
)
def test_a_row_corrected_to_a_child_goes_to_the_guardian_in_the_type_that_was_chosen(
    chosen: Variant, then: Variant
):
    grown_up, child = make_booking(3), replace(make_booking(4), row_no=3)
    assert (grown_up.age_at_visit(NOON.date()), child.age_at_visit(NOON.date())) == (46, 11)
    made = Worklist(
        make_batch([grown_up]),
        [begun(grown_up).with_variant(chosen)],
        utskick="utskick-1",
        appraise=appraise,
        sent_before=SentBefore({}, utskick="utskick-1"),
        draft_of=begun,
    )

    made.correct(3, child)

    assert made.row(3).draft.variant is then


def begun(booking: Booking) -> Draft:
    variant = usual_variant(booking, child_below=13, today=NOON.date())
    return make_draft(booking).with_variant(variant)


def test_a_correction_that_makes_two_rows_alike_is_told_at_both():
    first, second = make_booking(2), make_booking(3)
    made = checked(first, second)

    touched = made.correct(3, replace(second, booking_id=first.booking_id))
    told = [Code.DUPLICATE in {one.code for one in made.row(no).findings} for no in (2, 3)]
    made.undo()
    told_then = [Code.DUPLICATE in {one.code for one in made.row(no).findings} for no in (2, 3)]

    assert set(touched) == {2, 3}
    assert told == [True, True]
    assert told_then == [False, False]


def test_a_correction_outlives_reading_the_file_again_while_the_file_says_the_same():
    earlier = checked(without_address(2), without_address(3))
    for no in (2, 3):
        earlier.correct(no, make_booking(no))
    again = worklist(
        replace(without_address(2), row_no=4), revised(without_address(3), at=later(days=70))
    )

    fallen = again.take_over(earlier)

    assert again.row(4).draft.booking.patient.address == make_booking(2).patient.address
    assert again.row(4).draft.said_by_file.patient.address == Address()
    assert fallen == (3,)


def test_what_was_decided_of_a_booking_goes_to_neither_of_two_rows_that_now_have_its_id():
    earlier = checked(make_booking(2))
    earlier.decide(2, Decision.SKIP)
    again = worklist(make_booking(2), replace(make_booking(2), row_no=3))

    fallen = again.take_over(earlier)

    assert fallen == (2, 3)
    assert [row.draft.left_out for row in again.rows] == ["", ""]


def test_a_booking_typed_by_hand_is_a_row_like_others_and_stays_when_the_file_is_read_again():
    made = checked(make_booking(2))

    first = made.add(make_booking(77))
    again = worklist(make_booking(2))
    again.take_over(made)

    assert made.row(first).draft.booking.row_label == "H1"
    assert made.counts().total == 2
    assert [row.draft.booking.row_label for row in again.rows] == ["2", "H1"]


def test_a_booking_typed_by_hand_that_is_in_the_file_already_is_a_duplicate():
    made = checked(make_booking(2))

    added = made.add(make_booking(2))

    assert Code.DUPLICATE in {finding.code for finding in made.row(added).findings}
    assert Code.DUPLICATE in {finding.code for finding in made.row(2).findings}


def test_the_rows_that_a_new_booking_concerns_are_told_once_each_it_first():
    made = checked(make_booking(2), make_booking(3))

    added = made.add(make_booking(2))

    assert made.rivals(added) == (added, 2)
    assert made.rivals(3) == (3,)


def test_the_same_visit_by_another_booking_id_is_known_as_sent(store: Store):
    booking = make_booking(2)
    letters = queue_letters(store, [make_preview(make_draft(booking))])
    renamed = replace(booking, booking_id="nytt id")
    assert booking.visit_key is not None

    made = Worklist(
        make_batch([renamed]),
        [make_draft(renamed)],
        utskick="utskick-2",
        appraise=appraise,
        sent_before=SentBefore({}, utskick="utskick-2", by_visit={booking.visit_key: letters}),
    )

    assert Code.ALREADY_SENT in {finding.code for finding in made.row(2).findings}
    assert made.row(2).dispatches == ()


def test_an_earlier_letter_is_recalled_for_a_corrected_booking(store: Store):
    booking = make_booking(2)
    letters = queue_letters(store, [make_preview(make_draft(booking))])
    unreadable = replace(booking, booking_id="förvanskat")
    made = Worklist(
        make_batch([unreadable]),
        [make_draft(unreadable)],
        utskick="utskick-2",
        appraise=appraise,
        sent_before=SentBefore(
            {},
            utskick="utskick-2",
            recall=lambda asked: letters if asked.key == booking.key else (),
        ),
    )

    made.correct(2, booking)

    assert made.row(2).status is RowStatus.UNDER_WAY


def test_a_rebooking_and_a_cancellation_are_other_letters_approved_at_once(store: Store):
    booking = make_booking(2)
    letters = queue_letters(store, [make_preview(make_draft(booking))])
    history = {booking.key: letters}
    moved = worklist(revised(booking, at=later(days=60)), history=history)
    off = replace(booking, state=BookingState.CANCELLED)
    cancelled = Worklist(
        make_batch([off]),
        [make_draft(off).with_letter_type("avbokning")],
        utskick="utskick-2",
        appraise=appraise,
        sent_before=SentBefore(history, utskick="utskick-2"),
    )

    moved.decide(2, Decision.SEND_REBOOKING)
    cancelled.decide(2, Decision.SEND_CANCELLATION)

    assert moved.row(2).draft.letter_type == "ombokning"
    assert cancelled.row(2).draft.letter_type == "avbokning"
    assert cancelled.row(2).status is RowStatus.CHECKING
    assert moved.row(2).status is RowStatus.CHECKING


def test_a_list_that_is_opened_again_knows_what_was_decided_and_what_was_typed():
    typed, corrected = make_booking(number_by_hand(1)), make_booking(3)
    chosen = make_draft(make_booking(2)).leaving_out("Prov")
    as_corrected = replace(make_draft(corrected), as_read=make_booking(4))

    made = Worklist(
        make_batch([make_booking(2), make_booking(3)]),
        [chosen, as_corrected, make_draft(typed)],
        utskick="utskick-1",
        appraise=appraise,
        sent_before=SentBefore({}, utskick="utskick-1"),
        decided=[2, 3, typed.row_no],
    )

    assert made.by_hand == [typed.row_no]
    assert made.decided() == (chosen, as_corrected, make_draft(typed))
    assert made.rivals(3) == (3,)


def test_of_some_rows_only_those_are_told_in_which_something_was_chosen():
    made = worklist(make_booking(2), make_booking(3), make_booking(4))
    made.decide(2, Decision.SKIP)
    made.decide(3, Decision.SKIP)

    assert [draft.booking.row_no for draft in made.decided(among=(3, 4))] == [3]
