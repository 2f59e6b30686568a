"""How letters write dates and times in each language."""

from datetime import date, datetime

import pytest

from app.languages import LANGUAGES, SWEDISH
from app.swedish_dates import STOCKHOLM, clock, long_date, plain_date

AT = datetime(2027, 1, 12, 9, 40, tzinfo=STOCKHOLM)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("sv", ("Tisdag 12 januari 2027", "12 januari 2027", "09.40")),
        ("en", ("Tuesday 12 January 2027", "12 January 2027", "09:40")),
    ],
)
def test_a_visit_is_told_as_its_readers_write_dates_and_times(code: str, words: tuple[str, ...]):
    language = LANGUAGES[code]

    told = (language.long_date(AT.date()), language.plain_date(AT.date()), language.time(AT))

    assert told == words


def test_letters_and_lists_write_swedish_alike():
    for month in range(1, 13):
        day = date(2027, month, month)

        assert SWEDISH.long_date(day) == long_date(day).capitalize()
        assert SWEDISH.plain_date(day) == plain_date(day)
    assert SWEDISH.time(AT) == clock(AT)


def test_every_language_has_seven_days_and_twelve_months():
    for code, language in LANGUAGES.items():
        assert language.code == code
        assert len(set(language.days)) == 7
        assert len(set(language.months)) == 12
