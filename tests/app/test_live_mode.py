"""Live mode begins only where nothing speaks against it, and every reason is told at once."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.certificates import Certificate
from app.live_mode import Preparations, reasons_against, refusal
from app.settings import Connection
from tests.fakes import NOON
from tests.receiver import shipped_contract

SET = Connection(
    mode="live",
    url="https://1177.invalid/",
    logical_address="EXEMPEL",
    source_system="EXEMPEL",
    ca_bundle="utfardare.pem",
    certificate="klient.p12",
)
CERTIFICATE = Certificate("Certifikatet för 1177", "prov", "", NOON + timedelta(days=90))
READY = Preparations(
    connection=SET,
    contract=shipped_contract("2.0"),
    contract_problems=(),
    certificates=(CERTIFICATE,),
    certificate_problems=(),
    claim_folder="//klinik/kallelser",
    history_problem="",
    has_roles=True,
)


def test_with_everything_in_order_nothing_speaks_against_it():
    assert reasons_against(READY, now=NOON) == ()


ONE_MISSING: dict[str, tuple[dict[str, Any], str]] = {
    "roles": ({"has_roles": False}, "Inga roller är tilldelade"),
    "history": ({"history_problem": "Historiken är inte krypterad."}, "inte krypterad"),
    "claims": ({"claim_folder": ""}, "claim_folder"),
    "url": ({"connection": SET.model_copy(update={"url": ""})}, "[connection] url"),
    "certificate": (
        {"connection": SET.model_copy(update={"certificate": ""})},
        "certifikatfilen ([connection] certificate)",
    ),
    "closed contract": ({"contract": shipped_contract("1.0")}, "stängdes vid årsskiftet"),
    "schema": ({"contract_problems": ("Ett prov godkänns inte.",)}, "Ett prov godkänns inte."),
    "keychain": ({"certificate_problems": ("Ingen nyckelring.",)}, "Ingen nyckelring."),
    "expired": ({"certificates": (replace(CERTIFICATE, not_after=NOON),)}, "gick ut den"),
}


@pytest.mark.parametrize("kind", ONE_MISSING)
def test_each_thing_that_is_missing_is_a_reason(kind: str):
    change, told = ONE_MISSING[kind]

    (reason,) = reasons_against(replace(READY, **change), now=NOON)

    assert told in reason


def test_the_refusal_tells_every_reason_and_that_nothing_was_sent():
    error = refusal(("Ett.", "Två."))

    assert error.what == "Skarpt läge kan inte startas. Inget har skickats."
    assert error.todo.endswith("– Ett.\n– Två.")


def test_the_window_is_told_of_certificates_in_good_time():
    ending = replace(CERTIFICATE, not_after=NOON + timedelta(days=20))
    ready = replace(READY, certificates=(CERTIFICATE, ending), certificate_problems=("Fel.",))

    problem, notice = ready.notices(NOON)

    assert problem == "Fel."
    assert "om 20 dagar" in notice
