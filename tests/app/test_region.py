from datetime import date
from pathlib import Path

import pytest

from app.errors import SettingsUnreadable
from app.region import Condition, load_region
from tests.shipped_letters import ROOT, RULES, TODAY

SHIPPED = (ROOT / "resources" / "regions" / "jonkoping.toml").read_text(encoding="utf-8")


def written(folder: Path, text: str) -> Path:
    path = folder / "region.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_condition_has_one_rule_and_the_last_one_always_matches():
    conditions = [rule.when for rule in RULES.channel_rules]

    assert sorted(conditions) == sorted(Condition)
    assert conditions[-1] is Condition.ALWAYS


def test_every_rule_and_fact_tells_its_source_and_start():
    for rule in RULES.channel_rules:
        assert rule.reason.endswith(".")
        assert rule.source
        assert rule.valid_from <= TODAY
    for fact in RULES.facts.values():
        assert fact.name == fact.name.lower()
        assert fact.source
        assert fact.valid_from <= TODAY


def test_reasons_speak_of_being_logged_in_and_never_of_accounts():
    reasons = " ".join(rule.reason for rule in RULES.channel_rules)

    assert "inte inloggad på 1177" in reasons
    assert "konto" not in reasons


def test_facts_from_undated_pages_are_not_passed_off_as_confirmed():
    unconfirmed = {name for name, fact in RULES.facts.items() if not fact.confirmed}

    assert unconfirmed == set(RULES.facts) - {"region_name"}


def test_no_amount_of_money_stands_in_a_fact():
    assert not any(" kr" in fact.text for fact in RULES.facts.values())


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://www.1177.se/jonkopings-lan/", True),
        ("https://1177.se", True),
        ("http://www.1177.se/", False),
        ("https://example.se/1177.se", False),
        ("https://not1177.se/", False),
        ("https://user@1177.se/", False),
        ("tel:+4610000000", False),
        ("", False),
    ],
)
def test_a_letter_may_lead_to_the_regions_web_sites_over_https_only(url, allowed):
    assert RULES.allows_link(url) is allowed


def test_a_fact_that_is_not_told_in_english_is_left_out_of_an_english_letter():
    untold = RULES.facts["region_name"].model_copy(update={"text_en": ""})
    rules = RULES.model_copy(update={"facts": {"told": RULES.facts["region_name"], "not": untold}})

    facts = rules.facts_on(date(2026, 11, 23), language="en")

    assert facts == {"told": "Region Jönköping County", "not": ""}


def test_a_fact_is_used_from_its_first_day():
    first_day = RULES.facts["region_name"].valid_from

    assert RULES.facts_on(first_day)["region_name"] == "Region Jönköpings län"
    assert RULES.facts_on(date(2000, 1, 1)) == {}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("id = ", id="not TOML"),
        pytest.param(SHIPPED.replace('effect = "both"', 'effect = "fax"'), id="unknown effect"),
        pytest.param(SHIPPED.replace("[notice]", "[notice]\nsms_days = 1"), id="unknown key"),
        pytest.param(SHIPPED.replace("paper_days = 5", "paper_days = -1"), id="negative days"),
        pytest.param(
            SHIPPED.replace('effect = "nothing"', 'effect = "nothing"\noverride = ["both"]', 1),
            id="a choice where nothing may be sent",
        ),
        pytest.param(
            SHIPPED.replace('["letter_only"]', '["nothing"]', 1), id="to send nothing is no choice"
        ),
        pytest.param("id = 'x'\nname = 'x'\nchannel_rules = []", id="no rules"),
    ],
)
def test_a_rules_file_that_cannot_be_used_is_explained(tmp_path, text):
    path = written(tmp_path, text)

    with pytest.raises(SettingsUnreadable, match=r"regelfil region\.toml går inte") as caught:
        load_region(path)

    assert caught.value.detail


def test_a_missing_or_unreadable_rules_file_is_explained(tmp_path):
    latin = tmp_path / "latin.toml"
    latin.write_bytes("name = 'Jönköping'".encode("latin-1"))

    for path in (latin, tmp_path / "absent.toml"):
        with pytest.raises(SettingsUnreadable):
            load_region(path)
