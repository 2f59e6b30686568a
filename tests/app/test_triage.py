"""Each finding of the code table is raised when it should be, and only then."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from app.bookings import Address, Booking, BookingState, Problem
from app.channels import Reach
from app.check import Check
from app.dispatch import Dispatch
from app.draft import Draft, Variant
from app.findings import Code, Decision, Severity
from app.letter_types import LetterWords
from app.parity import Difference
from app.person_id import classify
from app.preview import Preview
from app.region import ChannelRule, Condition, Effect, Notice, RegionRules
from app.swedish_dates import STOCKHOLM
from app.triage import Known, Situation, examine
from tests.fakes import (
    BOTH,
    LETTER_TYPE,
    NOON,
    ONLY_1177,
    ONLY_LETTER,
    later,
    make_booking,
    make_draft,
    make_preview,
    make_previews,
    queue_letters,
    revised,
)

NOTICE = Notice(
    paper_days=5,
    inbox_days=1,
    child_below=13,
    own_login_from=13,
    adult_from=18,
    farthest_days=548,
    day_begins=time(7),
    day_ends=time(20),
)
RULES = RegionRules(
    id="prov",
    name="Prov",
    notice=NOTICE,
    facts={},
    channel_rules=(
        ChannelRule(
            when=Condition.ALWAYS,
            effect=Effect.BOTH,
            reason="Prov.",
            source="Prov",
            valid_from=NOON.date(),
        ),
    ),
)
CHECKED = Check(digest="d", page_count=1)
DATED = LETTER_TYPE.model_copy(update={"required": ("name", "date", "time")})


USUALLY = Known(reach=Reach.NOTIFIED, check=CHECKED)
KNOWN = set(Known._fields)


def situation(**given) -> Situation:
    """An ordinary one but for what is given: fields of Situation or of what is known."""
    known = USUALLY._replace(**{name: given.pop(name) for name in KNOWN & given.keys()})
    usual = Situation(
        now=NOON,
        rules=RULES,
        letter_type=LETTER_TYPE,
        age=None,
        route=BOTH,
        address_problem=lambda _: "",
        known=known,
        state_letters={BookingState.REBOOKED: "ombokning", BookingState.CANCELLED: "avbokning"},
    )
    return usual._replace(**given)


def booked(**patient) -> Draft:
    booking = make_booking()
    return make_draft(replace(booking, patient=replace(booking.patient, **patient)))


def at(booking: Booking | None = None, **passed: float) -> Draft:
    return make_draft(revised(booking or make_booking(), at=later(**passed)))


def codes(draft: Draft, **known) -> list[Code]:
    return [finding.code for finding in examine(draft, situation(**known))]


def test_an_ordinary_booking_has_nothing_to_decide():
    assert codes(make_draft()) == []


def test_a_mark_that_only_an_earlier_file_had_is_told_as_such():
    (found,) = examine(booked(protected=True, protected_before=True), situation())

    assert found.code is Code.PROTECTED
    assert "enligt en tidigare fil" in found.sentence


def test_a_protected_identity_is_blocked_and_hides_every_other_finding():
    draft = booked(protected=True, address=Address(), interpreter="arabiska")

    findings = examine(draft, situation())

    assert [finding.code for finding in findings] == [Code.PROTECTED]
    assert findings[0].severity is Severity.BLOCKED
    assert [choice.decision for choice in findings[0].choices] == [Decision.HANDLED_ELSEWHERE]


def test_what_the_reader_could_not_understand_blocks_with_its_own_sentence():
    booking = replace(
        make_booking(at=None), problems=(Problem("time", "Tiden «25.70» är ingen tid."),)
    )

    (finding,) = examine(make_draft(booking), situation(check=None, letter_type=DATED))

    assert finding.code is Code.MISSING_FIELD
    assert finding.sentence.startswith("Tiden «25.70» är ingen tid.")


def test_a_letter_that_tells_of_no_visit_goes_out_without_its_time():
    problems = (Problem("date", "Datumet saknas."), Problem("time", "Tiden saknas."))
    draft = make_draft(replace(make_booking(at=None), problems=problems))
    without_a_time = LETTER_TYPE.model_copy(update={"required": ("name",)})

    assert codes(draft, letter_type=without_a_time) == []
    assert codes(draft, letter_type=DATED) == [Code.MISSING_FIELD, Code.MISSING_FIELD]


@pytest.mark.parametrize(
    ("at", "label"),
    [
        (datetime(2026, 12, 5, 10, 0, tzinfo=STOCKHOLM), "Ovanlig tid"),
        (datetime(2026, 12, 6, 10, 0, tzinfo=STOCKHOLM), "Ovanlig tid"),
        (datetime(2026, 12, 8, 6, 59, tzinfo=STOCKHOLM), "Ovanlig tid"),
        (datetime(2026, 12, 8, 20, 0, tzinfo=STOCKHOLM), "Ovanlig tid"),
        (datetime(2027, 10, 31, 2, 30, tzinfo=STOCKHOLM), "Tiden finns två gånger"),
    ],
)
def test_a_weekend_a_night_and_an_hour_that_comes_twice_are_looked_at(at: datetime, label: str):
    (finding,) = examine(make_draft(revised(make_booking(), at=at)), situation())

    assert (finding.code, finding.severity, finding.label) == (
        Code.ODD_TIME,
        Severity.REVIEW,
        label,
    )


@pytest.mark.parametrize("hour", [7, 19])
def test_an_ordinary_working_day_is_no_odd_time(hour: int):
    day = datetime(2026, 12, 8, hour, 59, tzinfo=STOCKHOLM)

    assert codes(make_draft(revised(make_booking(), at=day))) == []


def test_a_year_that_may_be_wrong_is_looked_at():
    assert Code.FAR_AHEAD in codes(at(days=549))
    assert Code.FAR_AHEAD not in codes(at(days=548))


def test_nobody_who_has_died_is_called():
    (finding,) = examine(booked(deceased=True), situation())

    assert (finding.code, finding.severity) == (Code.DECEASED, Severity.BLOCKED)
    assert [choice.decision for choice in finding.choices] == [Decision.HANDLED_ELSEWHERE]


def test_a_value_that_was_interpreted_is_shown_before_it_is_sent():
    doubts = (Problem("person_id", "Personnumret saknade nollor i början."),)

    (finding,) = examine(make_draft(replace(make_booking(), doubts=doubts)), situation())

    assert (finding.code, finding.severity) == (Code.INTERPRETED, Severity.REVIEW)
    assert finding.sentence == "Personnumret saknade nollor i början."


def test_a_cancelled_booking_offers_a_cancellation_to_one_who_was_called(store):
    draft = make_draft(replace(make_booking(), state=BookingState.CANCELLED))
    earlier = queue_letters(store, [make_preview(make_draft())])

    (finding,) = examine(draft, situation(earlier=earlier))

    assert (finding.code, finding.severity) == (Code.CANCELLED, Severity.REVIEW)
    assert finding.choices[0].decision is Decision.SEND_CANCELLATION


def test_a_cancelled_booking_that_nobody_was_called_to_is_rather_left_out():
    draft = make_draft(replace(make_booking(), state=BookingState.CANCELLED))

    (finding,) = examine(draft, situation())

    assert "Ingen kallelse har gått härifrån." in finding.sentence
    assert finding.choices[0].decision is Decision.SKIP


def test_who_got_a_cancellation_is_not_first_offered_another(store):
    draft = make_draft(replace(make_booking(), state=BookingState.CANCELLED))
    earlier = queue_letters(store, [make_preview(draft.with_letter_type("avbokning"))])

    (finding,) = examine(draft, situation(earlier=earlier))

    assert "Patienten fick en avbokning" in finding.sentence
    assert finding.choices[0].decision is Decision.SKIP


@pytest.mark.parametrize("days", [28, 60])
def test_who_got_a_cancellation_is_rather_called_when_the_visit_is_booked_again(store, days):
    cancellation = make_preview(make_draft().with_letter_type("avbokning"))
    earlier = queue_letters(store, [make_preview(make_draft()), cancellation])

    again = revised(make_booking(), at=later(days=days))
    (finding,) = examine(make_draft(again), situation(earlier=earlier))

    assert finding.label == "Bokad igen efter avbokningen"
    assert [choice.decision for choice in finding.choices] == [Decision.APPROVE, Decision.SKIP]


def test_a_moved_booking_offers_a_rebooking_to_one_who_was_called(store):
    earlier = queue_letters(store, [make_preview(make_draft())])
    moved = make_draft(revised(make_booking(), at=later(days=60)))

    offered = examine(moved, situation(earlier=earlier))
    told = examine(moved.with_letter_type("ombokning"), situation(earlier=earlier))
    without = examine(moved, situation(earlier=earlier, state_letters={}))

    assert [finding.code for finding in (*offered, *told, *without)] == [Code.MOVED] * 3
    assert offered[0].choices[0].decision is Decision.SEND_REBOOKING
    assert told[0].choices[0].decision is Decision.APPROVE
    assert Decision.SEND_REBOOKING not in {choice.decision for choice in without[0].choices}


def test_a_booking_without_letter_type_is_blocked():
    assert codes(make_draft(), letter_type=None, check=None) == [Code.MISSING_FIELD]


@pytest.mark.parametrize(("hours", "expected"), [(-1, [Code.PAST_DATE]), (0, [Code.PAST_DATE])])
def test_a_visit_that_has_been_is_blocked(hours, expected):
    assert codes(at(hours=hours)) == expected


def test_a_missing_address_blocks_a_letter_but_not_a_message():
    draft = booked(address=Address(town="Jönköping"))

    by_post = examine(draft, situation(route=ONLY_LETTER))
    by_inbox = examine(draft, situation(route=ONLY_1177))

    assert [(f.code, f.severity) for f in by_post] == [(Code.NO_ADDRESS, Severity.BLOCKED)]
    assert [(f.code, f.severity) for f in by_inbox] == [(Code.NO_ADDRESS, Severity.INFO)]


def test_an_address_written_by_hand_takes_the_place_of_a_missing_one():
    written = Address(street="Provgatan 3", postal_code="553 16", town="Jönköping")
    draft = booked(address=Address()).with_address(written)

    assert codes(draft, route=ONLY_LETTER) == []


def test_an_address_that_the_window_cannot_hold_is_blocked_with_the_reason():
    problem = "Adressen får inte plats i kuvertfönstret."

    (finding,) = examine(make_draft(), situation(address_problem=lambda _: problem))

    assert (finding.code, finding.sentence) == (Code.BAD_ADDRESS, problem)
    assert Code.BAD_ADDRESS not in codes(
        make_draft(), route=ONLY_1177, address_problem=lambda _: problem
    )


def test_the_line_to_the_guardian_must_find_room_in_the_window_too():
    letter_type = LETTER_TYPE.model_copy(update={"variants": tuple(Variant)})
    draft = make_draft().with_variant(Variant.TO_GUARDIAN)
    given = situation(letter_type=letter_type, address_problem=" | ".join)

    (finding,) = examine(draft, given)

    address = ("Provgatan 12", "553 16 Jönköping")
    assert finding.sentence == " | ".join(
        ("Till vårdnadshavare för", draft.booking.patient.name, *address)
    )


def test_a_letter_type_that_lacks_the_wished_language_says_so_and_needs_no_yes():
    english = LETTER_TYPE.model_copy(
        update={"languages": {"en": LetterWords(subject="X-ray", document_name="Appointment")}}
    )
    draft = make_draft().with_language("en")

    (finding,) = examine(draft, situation())

    assert (finding.code, finding.severity) == (Code.ONLY_SWEDISH, Severity.INFO)
    assert finding.sentence == ("Brevtypen finns inte på engelska. Kallelsen skickas på svenska.")
    assert codes(draft, letter_type=english) == []
    assert Code.ONLY_SWEDISH not in codes(draft, letter_type=None)


@pytest.mark.parametrize(("pages", "asked_about"), [(2, False), (3, True)])
def test_large_type_may_take_one_page_more(pages, asked_about):
    large = make_draft().with_variant(Variant.LARGE)

    found = codes(large, check=replace(CHECKED, page_count=pages))

    assert (Code.OVERFLOW in found) is asked_about


def test_a_country_that_a_file_has_a_code_for_is_told_in_words():
    oslo = Address(street="Storgata 1", postal_code="0155", town="Oslo", country="NOR")

    (abroad,) = examine(booked(address=oslo), situation(route=ONLY_LETTER))

    assert "Brevet går till Norge." in abroad.sentence


def test_an_address_abroad_is_reviewed_where_paper_goes():
    norway = Address(street="Storgata 1", postal_code="0155", town="Oslo", country="Norge")

    assert codes(booked(address=norway), route=ONLY_LETTER) == [Code.ABROAD]
    assert codes(booked(address=norway), route=ONLY_1177) == []


def test_an_earlier_kallelse_to_the_booking_is_told_with_its_day(store):
    earlier: tuple[Dispatch, ...] = queue_letters(store, make_previews(1))

    (finding,) = examine(make_draft(), situation(earlier=earlier))

    assert finding.code is Code.ALREADY_SENT
    assert "23 nov 12.00" in finding.sentence
    assert [choice.decision for choice in finding.choices] == [Decision.SKIP, Decision.APPROVE]


def test_the_same_time_twice_cannot_be_kept_twice():
    (finding,) = examine(make_draft(), situation(same_time=(7,), same_day=(7,)))

    assert finding.code is Code.DUPLICATE
    assert "rad 7" in finding.sentence
    assert Decision.APPROVE not in {choice.decision for choice in finding.choices}


def test_one_booking_id_on_two_rows_must_be_chosen_between():
    (finding,) = examine(make_draft(), situation(same_id=(7,), same_time=(7,)))

    assert finding.code is Code.DUPLICATE
    assert Decision.APPROVE not in {choice.decision for choice in finding.choices}


def test_another_time_the_same_day_may_be_kept_beside():
    (finding,) = examine(make_draft(), situation(same_day=(7, 9)))

    assert "rad 7, 9" in finding.sentence
    assert Decision.APPROVE in {choice.decision for choice in finding.choices}


@pytest.mark.parametrize(
    ("route", "days", "too_close"),
    [(BOTH, 4, True), (BOTH, 5, False), (ONLY_1177, 4, False), (ONLY_1177, 1, False)],
)
def test_a_visit_too_near_for_its_channel_is_reviewed(route, days, too_close):
    assert (Code.TOO_CLOSE in codes(at(days=days), route=route)) is too_close


@pytest.mark.parametrize(
    ("route", "hours", "first"),
    [
        (ONLY_LETTER, 48, Decision.CALL),
        (BOTH, 48, Decision.CALL),
        (ONLY_1177, 3, Decision.APPROVE),
    ],
)
def test_where_the_post_is_too_slow_a_call_is_offered_first(route, hours, first):
    (finding,) = examine(at(hours=hours), situation(route=route))

    assert finding.code is Code.TOO_CLOSE
    assert finding.choices[0].decision is first
    assert {one.decision for one in finding.choices} == {Decision.CALL, Decision.APPROVE}


def test_a_visit_later_today_is_too_near_even_for_1177():
    assert codes(at(hours=3), route=ONLY_1177) == [Code.TOO_CLOSE]


def test_a_booked_interpreter_is_reviewed_with_the_language():
    (finding,) = examine(booked(interpreter="arabiska"), situation())

    assert (finding.code, finding.label) == (Code.INTERPRETER, "Tolk bokad: arabiska")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("201601022385", [Code.CHILD]),
        ("201311112385", [Code.MINOR_13_18]),
        ("198001022386", []),
    ],
)
def test_a_child_and_a_teenager_are_reviewed_by_age_at_the_visit(number, expected):
    person = classify(number, today=NOON.date())
    assert person.birth_date is not None

    draft = booked(id=person)

    assert codes(draft, age=draft.booking.age_at_visit(NOON.date())) == expected


@pytest.mark.parametrize(
    ("reach", "code"),
    [
        (Reach.NO_LOGIN, Code.NO_1177),
        (Reach.NO_NOTIFICATIONS, Code.NO_NOTIFY),
        (Reach.NOT_ANSWERED, Code.OFFLINE_1177),
    ],
)
def test_what_1177_said_is_told_without_stopping_anything(reach, code):
    (finding,) = examine(make_draft(), situation(reach=reach))

    assert (finding.code, finding.severity) == (code, Severity.INFO)
    assert finding.sentence == BOTH.reason


def test_a_samordningsnummer_is_told_as_the_reason_for_paper():
    person = classify("19140168-2396", today=date(2026, 11, 23))

    assert codes(booked(id=person), reach=Reach.NO_LOGIN) == [Code.TEMP_ID]


@pytest.mark.parametrize(
    ("check", "code", "severity"),
    [
        (Check(failure="Tecknet saknas."), Code.PREVIEW_FAILED, Severity.BLOCKED),
        (replace(CHECKED, risk_zone=True), Code.RISK_ZONE, Severity.BLOCKED),
        (replace(CHECKED, differences=("tid saknas i brevet",)), Code.PARITY, Severity.BLOCKED),
        (replace(CHECKED, page_count=2), Code.OVERFLOW, Severity.REVIEW),
    ],
)
def test_what_rendering_found_becomes_a_finding(check, code, severity):
    (finding,) = examine(make_draft(), situation(check=check))

    assert (finding.code, finding.severity) == (code, severity)


def test_the_worst_finding_stands_first():
    draft = booked(interpreter="arabiska", address=Address())

    found = [finding.severity for finding in examine(draft, situation(reach=Reach.NO_LOGIN))]

    assert found == sorted(found)
    assert found[0] is Severity.BLOCKED


def test_a_check_keeps_what_the_preview_told():
    parity = (Difference("tid", words=("09.40",)),)
    preview: Preview = replace(make_preview(), risk_zone="Röntgen", parity=parity)

    check = Check.of(preview)

    assert check == Check(digest=preview.digest, page_count=1, differences=("tid",), risk_zone=True)
