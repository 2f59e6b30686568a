"""HSA-ids: what looks like one, and what a receptionist is told of what does not."""

import pytest

from app.hsa_id import hsa_id_flaw


@pytest.mark.parametrize(
    "text",
    [
        "SE2321000057-EXEMPEL1",
        "se2321000057-exempel1",
        "SE162321000057-EXEMPEL1",
        "SE2321000131-1",
        "SE2321000016-" + "X" * 18,
    ],
)
def test_what_follows_the_published_form_has_no_flaw(text: str):
    assert hsa_id_flaw(text) == ""


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("", "formen"),
        ("Röntgen", "formen"),
        ("SE2321000057", "formen"),
        ("SE2321000057-", "formen"),
        ("SE232100005-EXEMPEL1", "formen"),
        ("SE2321000057-EXEMPEL_1", "formen"),
        ("SE2321000057-ÅSA", "formen"),
        ("\u017fE2321000057-EXEMPEL1", "formen"),
        ("SE２３２１０００057-EXEMPEL1", "formen"),
        ("SE2321000057-EXEMPEL1\n", "formen"),
        ("SE2321000016-" + "X" * 19, "31 tecken"),
        ("SE2321000058-EXEMPEL1", "organisationsnummer"),
    ],
)
def test_what_does_not_follow_it_is_said_in_words(text: str, flaw: str):
    assert flaw in hsa_id_flaw(text)
