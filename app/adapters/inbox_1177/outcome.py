"""What an answer of 1177 means for a letter: taken, refused, not now, or not to be told.

Source of the classes: RIV-TA Basic Profile 2.1 (faults, HTTP 403) and the codes of the national
service platform, of which all but VP009 are raised before a request is passed on.
"""

import re
from collections.abc import Mapping
from http import HTTPStatus

from app.adapters.inbox_1177.envelope import Fault, NotTheAnswer, Verdict, read_fault, read_verdict
from app.adapters.inbox_1177.sentences import (
    FOR_CONNECTION,
    FOR_LATER,
    FOR_PLATFORM,
    refused_connection,
    refused_message,
    refused_person,
    unclear,
)
from app.adapters.inbox_1177.wire import Answer
from app.contracts import ContractMapping
from app.dispatch import Receipt
from app.errors import DeliveryError
from app.wording import say

_NOT_UNDERSTOOD = say("Svaret från 1177 gick inte att förstå")

# The platform had passed the request on when it lost contact with the inbox.
_LOST_AFTER_PLATFORM = "VP009"

# What the platform itself stopped, and who must do something about it. VP016 is the inbox's own
# HTTP 403, handed on by the platform.
_STOPPED_BY_PLATFORM: Mapping[str, str] = {
    "VP001": FOR_CONNECTION,
    "VP002": FOR_CONNECTION,
    "VP003": FOR_CONNECTION,
    "VP004": FOR_CONNECTION,
    "VP005": FOR_CONNECTION,
    "VP006": FOR_PLATFORM,
    "VP007": FOR_CONNECTION,
    "VP008": FOR_LATER,
    "VP010": FOR_PLATFORM,
    "VP011": FOR_CONNECTION,
    "VP012": FOR_LATER,
    "VP013": FOR_CONNECTION,
    "VP014": FOR_PLATFORM,
    "VP015": FOR_CONNECTION,
    "VP016": FOR_CONNECTION,
}


def settle(answer: Answer, *, thread_id: str, mapping: ContractMapping) -> Receipt:
    """The receipt for our message. Raises Rejected, Unreachable or OutcomeUnknown."""
    try:
        if answer.status == HTTPStatus.OK:
            return _receipt(read_verdict(answer.body, mapping), answer, thread_id)
        if answer.status == HTTPStatus.FORBIDDEN:
            raise refused_connection(
                say("1177 släpper inte in det här programmet."), detail="HTTP 403"
            )
        if answer.status == HTTPStatus.INTERNAL_SERVER_ERROR:
            raise _failure(read_fault(answer.body), answer)
    except NotTheAnswer as error:
        raise _unclear(_NOT_UNDERSTOOD, answer, f"HTTP {answer.status}: {error}") from error
    raise _unclear(_NOT_UNDERSTOOD, answer, f"HTTP {answer.status}")


def _receipt(verdict: Verdict, answer: Answer, thread_id: str) -> Receipt:
    if verdict.thread_id != thread_id:
        raise _unclear(
            say("Svaret från 1177 gällde ett annat meddelande"), answer, "messageThreadId"
        )
    if not verdict.taken:
        # The only logical error of the contract is that the person is no active user.
        raise refused_person(detail=verdict.text)
    parts = (
        say("1177 svarade {code}", code=verdict.code),
        verdict.text,
        say("avisering: {notified}", notified=", ".join(verdict.notified) or say("ingen")),
        say("korrelations-id: {correlation_id}", correlation_id=answer.correlation_id),
    )
    return Receipt(" · ".join(part for part in parts if part))


def _failure(fault: Fault, answer: Answer) -> DeliveryError:
    found = re.match(r"VP\d{3}\b", fault.text)
    platform_code = found[0] if found else ""
    if platform_code in _STOPPED_BY_PLATFORM:
        return refused_connection(
            say(
                "1177 tar inte emot från det här programmet ({platform_code}).",
                platform_code=platform_code,
            ),
            detail=fault.text,
            todo=_STOPPED_BY_PLATFORM[platform_code],
        )
    if fault.code == "Client" and platform_code != _LOST_AFTER_PLATFORM:
        return refused_message(detail=fault.text)
    return _unclear(say("1177 svarade att något gick fel"), answer, fault.text)


def _unclear(what: str, answer: Answer, detail: str) -> DeliveryError:
    return unclear(what, detail=detail, correlation_id=answer.correlation_id)
