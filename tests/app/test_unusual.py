"""What is confirmed twice, and what is not."""

from datetime import datetime, time

import pytest

from app.region import SendingRule
from app.swedish_dates import STOCKHOLM
from app.unusual import unusual
from tests.shipped_letters import RULES

RULE = SendingRule(
    many=500, day_begins=time(6, 30), day_ends=time(18), source="prov", confirmed=False
)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """In the week of Monday 23 November 2026."""
    return datetime(2026, 11, day, hour, minute, tzinfo=STOCKHOLM)


@pytest.mark.parametrize("now", [at(23, 6, 30), at(23, 12), at(27, 18)])
def test_as_many_as_usual_on_a_working_day_need_no_second_word(now: datetime):
    assert unusual(500, now=now, rule=RULE) == ()


@pytest.mark.parametrize(
    ("letters", "now", "told"),
    [
        (501, at(23, 12), "Det är ovanligt många kallelser på en gång: 501."),
        (1, at(23, 6, 29), "Klockan är 06.29, utanför arbetstid."),
        (1, at(27, 18, 1), "Klockan är 18.01, utanför arbetstid."),
        (1, at(28, 12), "I dag är det inte vardag"),
        (1, at(29, 23), "I dag är det inte vardag"),
    ],
)
def test_too_many_or_too_late_is_told(letters: int, now: datetime, told: str):
    """H3"""
    (reason,) = unusual(letters, now=now, rule=RULE)

    assert reason.startswith(told)


def test_each_reason_has_a_sentence_of_its_own():
    assert len(unusual(501, now=at(28, 12), rule=RULE)) == 2


def test_a_region_without_such_a_rule_asks_once():
    assert unusual(100_000, now=at(29, 23), rule=None) == ()


def test_the_shipped_rule_says_that_it_is_assumed():
    assert RULES.sending is not None
    assert not RULES.sending.confirmed
