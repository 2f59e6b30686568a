"""No order of steps loses or doubles a letter, and the check would see one that did."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from app.dispatch import Status
from tests.model_check import WORLDS, check
from tests.sending_model import World
from tests.sending_rules import ANSWERS, SENDING, Rules, Stand, Verb, measured

QUEUED = Stand(Status.QUEUED, maybe=False)
FORGETFUL = Stand(Status.UNKNOWN, maybe=False)
SENDING_AGAIN = Stand(Status.SENDING, maybe=True)
UNCLEAR = Stand(Status.UNKNOWN, maybe=True)
SENT = Stand(Status.SENT, maybe=True)

SMALL = World(letters=1)

TWO_COPIES = "I2 two copies of one letter"
FORGOTTEN = "I3 taken, but QUEUED"
TWO_OWNERS = "I8 two programs with one letter"


@pytest.fixture(scope="module")
def rules() -> Rules:
    return measured()


@pytest.mark.parametrize("knows", [False, True])
def test_in_a_small_world_no_letter_is_lost_or_doubled_or_forgotten(rules, knows):
    world = World(letters=1, copies=1, knows_what_it_has=knows)

    assert check(rules, world).violations == set()


def test_in_a_million_states_no_letter_is_lost_or_doubled_or_forgotten(rules):
    found = [check(rules, world) for world in WORLDS]

    assert set[str]().union(*(one.violations for one in found)) == set()
    assert sum(one.states for one in found) >= 1_000_000


def test_sending_again_by_itself_is_seen_to_double_letters(rules):
    assert TWO_COPIES in check(sends_again(rules), SMALL).violations


def test_sending_again_is_sound_only_where_doubles_are_dropped_and_the_doubt_is_kept(rules):
    world = World(letters=1, drops_doubles=True)

    assert check(sends_again(rules), world).violations == set()
    assert FORGOTTEN in check(forgets_the_doubt(rules), world).violations


def test_a_decision_within_the_quiet_period_is_seen_to_double_letters(rules):
    hasty = changed(rules, {Verb.TOO_EARLY: rules.table[Verb.NOT_ARRIVED]})

    assert TWO_COPIES in check(hasty, SMALL).violations


def test_sending_first_and_marking_after_is_seen_to_double_letters(rules):
    marks_after = changed(
        rules,
        {Verb.CLAIM: {QUEUED: QUEUED}}
        | {told: {QUEUED: rules.table[told][SENDING]} for told in ANSWERS},
    )

    assert {TWO_COPIES, FORGOTTEN} <= check(marks_after, SMALL).violations


def test_taking_over_without_looking_is_seen_to_give_a_letter_two_owners(rules):
    rash = replace(rules, compares_owners=False)

    assert TWO_OWNERS in check(rash, SMALL).violations


def changed(rules: Rules, table: Mapping[Verb, Mapping[Stand, Stand]]) -> Rules:
    return replace(rules, table={**rules.table, **table})


def sends_again(rules: Rules) -> Rules:
    """An unclear letter is claimed as if it waited; only a clear yes ends its doubt."""
    told = {Verb.TAKEN: SENT, Verb.REJECTED: UNCLEAR, Verb.REFUSED: UNCLEAR, Verb.UNCLEAR: UNCLEAR}
    return changed(
        rules,
        {Verb.CLAIM: {**rules.table[Verb.CLAIM], UNCLEAR: SENDING_AGAIN}}
        | {verb: {**rules.table[verb], SENDING_AGAIN: row} for verb, row in told.items()}
        | {Verb.UNTOLD: {SENDING: UNCLEAR, SENDING_AGAIN: UNCLEAR}},
    )


def forgets_the_doubt(rules: Rules) -> Rules:
    """The same, but nobody remembers that an earlier attempt may have arrived."""
    return changed(
        rules,
        {
            Verb.CLAIM: {**rules.table[Verb.CLAIM], FORGETFUL: SENDING},
            Verb.UNCLEAR: {SENDING: FORGETFUL},
            Verb.UNTOLD: {SENDING: FORGETFUL},
        },
    )
