from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

import pytest

from app.bookings import Patient
from app.channels import Reach, Route, RouteQuestion, choose_route
from app.draft import Channel
from app.person_id import IdKind, PersonId
from app.region import Condition
from tests.shipped_letters import PATIENT, RULES, TODAY, full_draft

BOTH = (Channel.INBOX_1177, Channel.LETTER)
LETTER = (Channel.LETTER,)
MESSAGE = (Channel.INBOX_1177,)


def aged(birth: date) -> Patient:
    return replace(PATIENT, id=replace(PATIENT.id, birth_date=birth))


def numbered(kind: IdKind) -> Patient:
    return replace(PATIENT, id=PersonId(kind, "191212721219", date(1912, 12, 12)))


PROTECTED = replace(PATIENT, protected=True)
WITH_INTERPRETER = replace(PATIENT, interpreter="arabiska")


def question(patient=PATIENT, *, step=2, reach=Reach.NOTIFIED) -> RouteQuestion:
    booking = full_draft("langtids_ekg", patient=patient).booking
    age = booking.age_at_visit(TODAY)
    return RouteQuestion.about(booking, step=step, reach=reach, age=age, today=TODAY)


@pytest.mark.parametrize(
    ("asked", "rule", "channels"),
    [
        (question(PROTECTED), Condition.PROTECTED, ()),
        (question(numbered(IdKind.UNKNOWN)), Condition.UNKNOWN_ID, ()),
        (question(numbered(IdKind.SAMORDNINGSNUMMER)), Condition.TEMPORARY_ID, LETTER),
        (question(numbered(IdKind.RESERVNUMMER)), Condition.TEMPORARY_ID, LETTER),
        (question(step=0), Condition.NOT_CONNECTED, LETTER),
        (question(reach=Reach.NO_LOGIN), Condition.NO_LOGIN, LETTER),
        (question(step=1), Condition.STEP_1, BOTH),
        (question(reach=Reach.NOT_ANSWERED), Condition.NOT_ANSWERED, BOTH),
        (question(reach=Reach.NO_NOTIFICATIONS), Condition.NO_NOTIFICATIONS, BOTH),
        (question(aged(date(2012, 1, 12))), Condition.AGE_13_TO_17, BOTH),
        (question(WITH_INTERPRETER), Condition.INTERPRETER, BOTH),
        (question(), Condition.ALWAYS, MESSAGE),
    ],
)
def test_each_rule_of_the_region_decides_its_own_case(asked, rule, channels):
    route = choose_route(asked, rules=RULES)

    assert (route.rule, route.channels) == (rule.value, channels)
    assert route.reason.endswith(".")


# What makes each rule match, the one that decides first; two that change the same exclude another.
CASES: dict[Condition, dict[str, Any]] = {
    Condition.PROTECTED: {"protected": True},
    Condition.UNKNOWN_ID: {"id_kind": IdKind.UNKNOWN},
    Condition.TEMPORARY_ID: {"id_kind": IdKind.SAMORDNINGSNUMMER},
    Condition.NOT_CONNECTED: {"step": 0},
    Condition.NO_LOGIN: {"reach": Reach.NO_LOGIN},
    Condition.STEP_1: {"step": 1},
    Condition.NOT_ANSWERED: {"reach": Reach.NOT_ANSWERED},
    Condition.NO_NOTIFICATIONS: {"reach": Reach.NO_NOTIFICATIONS},
    Condition.AGE_13_TO_17: {"age": 15},
    Condition.INTERPRETER: {"interpreter": "arabiska"},
    Condition.ALWAYS: {},
}
PAIRS = [(a, b) for a, b in combinations(CASES, 2) if not CASES[a].keys() & CASES[b].keys()]


@pytest.mark.parametrize(
    ("first", "second"), [pytest.param(a, b, id=f"{a} before {b}") for a, b in PAIRS]
)
def test_of_two_rules_that_match_the_stricter_one_decides(first, second):
    both = question()._replace(**CASES[first], **CASES[second])

    assert choose_route(both, rules=RULES).rule == first.value


def test_every_rule_of_the_region_stands_in_the_order_of_the_cases():
    assert [rule.when for rule in RULES.channel_rules] == list(CASES)


@pytest.mark.parametrize(
    ("rule", "others"),
    [
        (Condition.PROTECTED, []),
        (Condition.UNKNOWN_ID, []),
        (Condition.TEMPORARY_ID, []),
        (Condition.NOT_CONNECTED, []),
        (Condition.NO_LOGIN, []),
        (Condition.STEP_1, [LETTER]),
        (Condition.NOT_ANSWERED, [LETTER]),
        (Condition.NO_NOTIFICATIONS, [LETTER]),
        (Condition.AGE_13_TO_17, [MESSAGE, LETTER]),
        (Condition.INTERPRETER, [MESSAGE, LETTER]),
        (Condition.ALWAYS, [BOTH, LETTER]),
    ],
)
def test_each_rule_tells_what_a_person_may_choose_instead(rule, others):
    route = choose_route(question()._replace(**CASES[rule]), rules=RULES)

    assert route.choices == (route.channels, *others)


def test_a_choice_that_the_rule_allows_is_told_with_who_made_it_and_what_the_rule_proposed():
    route = choose_route(question(), rules=RULES).as_wished(BOTH, user="anna")

    assert route.channels == BOTH
    assert route.reason == (
        "Valt av anna: 1177 + Brev. Regelns förslag: 1177. "
        "Patienten är inloggad på 1177 och får avisering."
    )


@pytest.mark.parametrize("wished", [MESSAGE, BOTH])
@pytest.mark.parametrize(
    "rule", [Condition.TEMPORARY_ID, Condition.NOT_CONNECTED, Condition.NO_LOGIN]
)
def test_nobody_can_choose_1177_for_someone_who_cannot_read_it_there(rule, wished):
    proposed = choose_route(question()._replace(**CASES[rule]), rules=RULES)

    assert proposed.as_wished(wished, user="anna") == proposed


@pytest.mark.parametrize("wished", [LETTER, MESSAGE, BOTH])
def test_nobody_can_choose_to_send_to_a_protected_person(wished):
    proposed = choose_route(question(PROTECTED), rules=RULES)

    assert proposed.as_wished(wished, user="anna").channels == ()


def test_what_the_rule_proposes_anyway_is_nobodys_choice():
    proposed = choose_route(question(), rules=RULES)

    assert proposed.as_wished(MESSAGE, user="anna") == proposed
    assert proposed.as_wished((), user="anna") == proposed


@pytest.mark.parametrize(
    ("birth", "channels"),
    [
        pytest.param(date(2014, 1, 13), MESSAGE, id="13 the day after the visit"),
        pytest.param(date(2014, 1, 12), BOTH, id="13 on the day of the visit"),
        pytest.param(date(2009, 1, 13), BOTH, id="18 the day after the visit"),
        pytest.param(date(2009, 1, 12), MESSAGE, id="18 on the day of the visit"),
    ],
)
def test_age_counts_on_the_day_of_the_visit(birth, channels):
    assert choose_route(question(aged(birth)), rules=RULES).channels == channels


def test_a_person_without_a_known_birth_date_is_treated_as_grown_up():
    unknown = replace(PATIENT, id=replace(PATIENT.id, birth_date=None))

    assert choose_route(question(unknown), rules=RULES).channels == MESSAGE


@pytest.mark.parametrize("reach", Reach)
@pytest.mark.parametrize("step", [0, 1, 2])
def test_nothing_is_ever_sent_to_a_protected_person(step, reach):
    route = choose_route(question(PROTECTED, step=step, reach=reach), rules=RULES)

    assert route.channels == ()


@pytest.mark.parametrize("step", [0, 1, 2])
def test_someone_who_has_not_logged_in_never_gets_only_a_message(step):
    route = choose_route(question(step=step, reach=Reach.NO_LOGIN), rules=RULES)

    assert route.channels == LETTER


def test_a_rule_decides_only_from_its_first_day():
    later = tuple(
        replace_start(rule, date(2030, 1, 1)) if rule.when is Condition.STEP_1 else rule
        for rule in RULES.channel_rules
    )
    rules = RULES.model_copy(update={"channel_rules": later})

    assert choose_route(question(step=1), rules=rules).rule == Condition.ALWAYS.value


def test_without_any_matching_rule_nothing_is_sent():
    only_protected = RULES.model_copy(update={"channel_rules": RULES.channel_rules[:1]})

    route = choose_route(question(), rules=only_protected)

    assert (route.channels, route.rule) == ((), "")
    assert "Ingen regel" in route.reason


def test_the_list_names_the_channels_in_the_order_they_are_sent():
    assert choose_route(question(step=1), rules=RULES).label == "1177 + Brev"
    assert choose_route(question(), rules=RULES).label == "1177"
    assert choose_route(question(step=0), rules=RULES).label == "Brev"
    assert choose_route(question(PROTECTED), rules=RULES).label == "–"


def replace_start(rule, start):
    return rule.model_copy(update={"valid_from": start})


PAPER = (Channel.LETTER,)
ALL = (Channel.INBOX_1177, Channel.LETTER)


@pytest.mark.parametrize(("channels", "left"), [((), ()), (PAPER, PAPER), (ALL, PAPER)])
def test_a_letter_type_for_paper_only_is_never_sent_to_1177(channels, left):
    route = Route(channels, "Regelns skäl.", "always", choices=(ALL, PAPER))

    limited = route.within(PAPER)

    assert (limited.channels, limited.choices) == (left, (PAPER,))
    assert (limited.reason == "Regelns skäl.") is (channels == left)


def test_a_letter_type_for_both_leaves_the_rule_as_it_is():
    route = Route(PAPER, "Regelns skäl.", "no_login", choices=(PAPER,))

    assert route.within(ALL) == route
