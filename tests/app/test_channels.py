from dataclasses import replace
from datetime import date

import pytest

from app.bookings import Patient
from app.channels import Reach, RouteQuestion, choose_route
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
