"""What is said of a step that was undone: what it was, and of which rows."""

from collections.abc import Callable

import pytest

from app.bookings import Address
from app.draft import Channel, Draft
from app.findings import Code
from app.rows import Row, RowStatus
from tests.fakes import BOTH, make_booking, make_draft
from ui.bookings_model import lines
from ui.deciding_words import told_undone

ADDRESS = Address(street="Nya gatan 9", postal_code="111 22", town="Stockholm")


def undone(*pairs: tuple[Draft, Draft]) -> str:
    """What is told when the second of each pair has come back in place of the first."""
    rows = (Row(now, BOTH, (), RowStatus.READY) for _, now in pairs)
    return told_undone(lines(rows), before=[before for before, _ in pairs])


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda draft: draft.correcting(make_booking(row_no=2)), "rätta uppgifter"),
        (lambda draft: draft.with_address(ADDRESS), "ändra adress"),
        (lambda draft: draft.with_free_text("Ta med intyg."), "ändra fritext"),
        (lambda draft: draft.with_letter_type("ekg"), "byta brevtyp"),
        (lambda draft: draft.with_language("en"), "byta språk"),
        (lambda draft: draft.with_variant("stor_stil"), "byta variant"),
        (lambda draft: draft.with_channels((Channel.LETTER,)), "byta kanal"),
        (lambda draft: draft.leaving_out("Hoppas över"), "hoppa över"),
        (lambda draft: draft.approving(frozenset({Code.INTERPRETER})), "godkänna"),
    ],
)
def test_each_thing_that_can_be_undone_has_its_name(change: Callable[[Draft], Draft], what: str):
    draft = make_draft()

    assert undone((change(draft), draft)) == f"Ångrat på rad 2: {what}."


def test_a_row_that_is_left_out_again_is_said_to_have_been_taken_in():
    left_out = make_draft().leaving_out("Hoppas över")

    assert undone((left_out.leaving_out(""), left_out)) == "Ångrat på rad 2: ta med."


def test_another_letter_type_that_takes_approvals_with_it_is_one_thing():
    approved = make_draft().approving(frozenset({Code.INTERPRETER}))

    assert undone((approved.with_letter_type("ekg"), approved)) == "Ångrat på rad 2: byta brevtyp."


def test_of_several_rows_their_number_is_told():
    drafts = [make_draft(make_booking(row_no=no)) for no in (2, 3, 4)]

    told = undone(*((draft.with_letter_type("ekg"), draft) for draft in drafts))

    assert told == "Ångrat på 3 bokningar: byta brevtyp."


def test_of_two_rows_that_were_answered_differently_both_answers_are_told():
    kept, dropped = (make_draft(make_booking(row_no=no)) for no in (2, 3))
    approved = kept.approving(frozenset({Code.DUPLICATE}))

    told = undone((approved, kept), (dropped.leaving_out("Dubblett av rad 2"), dropped))

    assert told == "Ångrat på 2 bokningar: godkänna, hoppa över."


def test_a_row_that_only_stands_beside_what_was_undone_is_not_counted():
    changed, beside = (make_draft(make_booking(row_no=no)) for no in (2, 3))

    told = undone((changed.with_free_text("Ta med intyg."), changed), (beside, beside))

    assert told == "Ångrat på rad 2: ändra fritext."


def test_a_step_that_had_changed_nothing_says_so():
    assert undone((make_draft(), make_draft())) == "Ångrat. Inget blev annorlunda."
