"""A certificate that is about to end is told of in time, each time more pressingly."""

from datetime import timedelta

import pytest

from app.certificates import Certificate, expiry_notice, expiry_notices
from tests.fakes import NOON

HSA_ID = "SE2321000057-EXEMPEL"


def ending_in(**time: float) -> Certificate:
    return Certificate("Certifikatet för 1177", "prov", HSA_ID, NOON + timedelta(**time))


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (60, "om 60 dagar, den 22 januari 2027. Beställ ett nytt i god tid."),
        (31, "om 31 dagar, den 24 december 2026. Beställ ett nytt i god tid."),
        (30, "om 30 dagar, den 23 december 2026. Beställ ett nytt nu."),
        (8, "om 8 dagar, den 1 december 2026. Beställ ett nytt nu."),
        (7, "om 7 dagar, den 30 november 2026. Byt det nu: "),
        (1, "i morgon, den 24 november 2026. Byt det nu: "),
    ],
)
def test_it_is_told_60_30_and_7_days_ahead(days: int, told: str):
    notice = expiry_notice(ending_in(days=days), now=NOON)

    assert notice.startswith(f"Certifikatet för 1177 ({HSA_ID}) går ut {told}")


def test_the_last_day_is_told_as_today():
    assert "går ut i dag" in expiry_notice(ending_in(minutes=1), now=NOON)


def test_more_than_60_days_ahead_nothing_is_said():
    assert expiry_notice(ending_in(days=61), now=NOON) == ""


def test_one_that_has_ended_is_told_as_such():
    notice = expiry_notice(ending_in(days=-1), now=NOON)

    assert "gick ut den 22 november 2026" in notice


def test_one_without_an_hsa_id_goes_by_its_name():
    authority = Certificate("Utfärdarens certifikat", "Prov CA", "", NOON + timedelta(days=1))

    assert expiry_notice(authority, now=NOON).startswith("Utfärdarens certifikat (Prov CA)")


def test_only_those_that_end_are_told_of():
    notices = expiry_notices([ending_in(days=900), ending_in(days=5)], now=NOON)

    assert len(notices) == 1
