"""What history holds of a booking is its row's letter, as long as that still tells the booking."""

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest

from app.dispatch import Dispatch, Status
from app.draft import Draft
from app.findings import Code
from app.sent_before import SentBefore, Standing
from app.triage import Known, examine
from app.triage.choices import SEND_AGAIN, SKIP
from tests.app.test_triage import situation
from tests.fakes import (
    BOTH,
    VISIT,
    bring_to,
    make_booking,
    make_draft,
    make_preview,
    queue_letters,
)

BOOKING = make_booking()
IN_ANOTHER_PLACE = replace(BOOKING, visit=replace(BOOKING.visit, place="Hus F, plan 1"))
OF_ANOTHER_UNIT = replace(
    BOOKING, unit=replace(BOOKING.unit, hsa_id="SE-EXEMPEL-0002", name="Röntgen Skogsängen")
)
AT_ANOTHER_ADDRESS = replace(
    BOOKING,
    patient=replace(
        BOOKING.patient, address=replace(BOOKING.patient.address, street="Provgatan 14")
    ),
)


@pytest.fixture
def sent(store) -> tuple[Dispatch, ...]:
    """The booking's letter in both channels, from the first of two exports."""
    queued = queue_letters(store, [make_preview(make_draft(BOOKING), route=BOTH)])
    return tuple(bring_to(store, one, Status.SENT) for one in queued)


def standing(draft: Draft, *dispatches: Dispatch, utskick: str = "utskick-2") -> Standing:
    return SentBefore({BOOKING.key: dispatches}, utskick=utskick).standing(draft)


def test_a_booking_that_a_later_export_tells_alike_is_sent(sent):
    moved_in_the_file = replace(BOOKING, row_no=40)

    assert standing(make_draft(moved_in_the_file), *sent) == Standing(sent, (), 1)


def test_a_letter_to_one_person_is_never_taken_for_one_to_another(sent):
    to_another = make_draft(replace(BOOKING, patient=make_booking(3).patient))

    assert standing(to_another, *sent, utskick=sent[0].utskick) == Standing((), sent, 2)


@pytest.mark.parametrize("changed", [IN_ANOTHER_PLACE, OF_ANOTHER_UNIT, AT_ANOTHER_ADDRESS])
def test_a_booking_that_has_changed_since_is_never_silently_taken_for_sent(sent, changed):
    draft = make_draft(changed)

    ours, earlier, revision = standing(draft, *sent)

    assert (ours, earlier, revision) == ((), sent, 2)
    found = examine(draft, situation()._replace(known=Known(earlier=earlier)))
    told = {finding.code: (finding.label, finding.choices) for finding in found}
    assert told[Code.ALREADY_SENT] == ("Ändrad sedan utskick", (SEND_AGAIN, SKIP))


def test_a_new_address_changes_nothing_for_who_got_a_message_only(sent):
    message, _ = sent

    assert standing(make_draft(AT_ANOTHER_ADDRESS), message) == Standing((message,), (), 1)


def test_a_letter_of_a_correction_stands_while_the_file_says_the_same(store):
    corrected = make_draft(BOOKING).correcting(IN_ANOTHER_PLACE)
    (queued,) = queue_letters(store, [make_preview(corrected)])

    assert standing(make_draft(BOOKING), queued) == Standing((queued,), (), 1)


def test_letters_of_an_older_program_are_taken_to_be_the_same(sent):
    older = tuple(replace(one, booking_digest="") for one in sent)

    assert standing(make_draft(IN_ANOTHER_PLACE), *older).ours == older


def test_a_changed_booking_that_was_sent_again_is_sent(store, sent):
    again = replace(make_draft(IN_ANOTHER_PLACE), revision=2)
    (newest,) = queue_letters(store, [make_preview(again)], utskick="utskick-2")

    assert standing(make_draft(IN_ANOTHER_PLACE), *sent, newest) == Standing((newest,), (), 2)


def test_a_copy_stands_for_its_letter_beside_the_other_channel(sent):
    message, page = sent
    closed = replace(message, status=Status.CLOSED_RESENT)
    copy = replace(message, id=uuid.UUID(int=9), revision=2, replaces=message.id)

    assert standing(make_draft(BOOKING), closed, page, copy) == Standing((page, copy), (), 1)


def test_a_copy_that_was_taken_back_leaves_its_place(sent):
    message, page = sent
    closed = replace(message, status=Status.CLOSED_RESENT)
    copy = replace(
        message, id=uuid.UUID(int=9), revision=2, replaces=message.id, status=Status.CANCELLED
    )

    assert standing(make_draft(BOOKING), closed, page, copy).ours == (closed, page, copy)


@pytest.mark.parametrize(
    "since", [{"visit_at": VISIT + timedelta(days=3)}, {"letter_type": "avbokning"}]
)
def test_a_booking_that_has_come_back_to_its_first_time_is_not_taken_for_sent(sent, since):
    told_since = replace(sent[0], id=uuid.UUID(int=9), utskick="utskick-2", **since)

    found = standing(make_draft(BOOKING), *sent, told_since, utskick="utskick-3")

    assert found == Standing((), (*sent, told_since), 2)


def test_two_rows_of_one_file_with_one_booking_id_are_both_sent(sent):
    of_another_row = replace(
        sent[0], id=uuid.UUID(int=9), row_no=3, visit_at=VISIT + timedelta(days=3)
    )

    assert standing(make_draft(BOOKING), *sent, of_another_row).ours == sent
