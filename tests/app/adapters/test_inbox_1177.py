"""The way to 1177 inkorg over real HTTP: what leaves, what comes back, and who can be reached."""

from pathlib import Path

import pytest
from lxml import etree

from app.adapters.test_inbox import deliveries, reach_of
from app.adapters.test_inbox.contract import REGISTRY, SOAP
from app.channels import Reach
from app.dispatch import Carrier
from app.draft import Channel
from app.errors import OutcomeUnknown, Rejected
from tests.parcels import DOCBOOK, PERSON, parcel
from tests.portal import (
    ADD_ACTION,
    SAMORDNINGSNUMMER,
    THREAD_ID,
    is_valid,
    payload_of,
    start_inbox,
)
from tests.receiver import (
    Receiver,
    account,
    carrier_to,
    envelope,
    fault,
    http,
    response,
    saying,
    shipped_contract,
    stall,
)

SOON = 0.3


def test_the_message_arrives_exactly_as_it_was_stored(tmp_path: Path):
    inbox = start_inbox(tmp_path)
    sent = parcel()

    receipt = carrier_to(inbox.url).deliver(sent)
    inbox.end()

    (kept,) = deliveries(tmp_path)
    assert (kept.docbook, kept.thread_id, kept.person) == (DOCBOOK, THREAD_ID, PERSON)
    assert (kept.subject, kept.unit_id) == (sent.dispatch.subject, sent.dispatch.unit_id)
    assert receipt.text == (
        f"1177 svarade OK · avisering: {', '.join(reach_of(PERSON).methods)}"
        f" · korrelations-id: {THREAD_ID}-1"
    )


def test_it_is_the_carrier_of_the_1177_channel():
    inbox: Carrier = carrier_to("http://127.0.0.1:9/")

    assert inbox.channel is Channel.INBOX_1177


@pytest.mark.parametrize("phone", ["010-000 00 00", ""])
def test_the_request_follows_the_published_schema(phone: str):
    with Receiver(saying(http(response()))) as other:
        carrier_to(other.url).deliver(parcel(unit_phone=phone))

    request = payload_of(other.body())
    assert is_valid(request)
    assert [one.text for one in request.iter("{*}unitTelephone")] == [phone] * bool(phone)


def test_a_message_without_a_booked_time_follows_the_schema_too():
    with Receiver(saying(http(response()))) as other:
        carrier_to(other.url).deliver(parcel(visit_at=None))

    assert is_valid(payload_of(other.body()))


def test_the_call_carries_what_the_platform_asks_for():
    with Receiver(saying(http(response()))) as other:
        carrier_to(other.url).deliver(parcel(attempts=3))

    head = other.heard[0].partition(b"\r\n\r\n")[0].decode().split("\r\n")
    assert head[0] == "POST / HTTP/1.1"
    assert {
        f'SOAPAction: "{ADD_ACTION}"',
        "Content-Type: text/xml;charset=UTF-8",
        "Accept-Encoding: identity",
        "Connection: close",
        f"x-skltp-correlation-id: {THREAD_ID}-3",
    } <= set(head)


def test_an_agent_names_its_principal_and_nobody_names_the_original_consumer():
    with Receiver(saying(http(response()))) as other:
        carrier_to(other.url, on_behalf_of="SE2321000057-EXEMPEL").deliver(parcel())
        carrier_to(other.url).deliver(parcel())

    as_agent, as_ourselves = (heard.partition(b"\r\n\r\n")[0] for heard in other.heard)
    assert b"\r\nx-rivta-acting-on-behalf-of-hsaid: SE2321000057-EXEMPEL" in as_agent
    assert b"x-rivta" not in as_ourselves
    assert b"x-rivta-original-serviceconsumer-hsaid" not in as_agent


@pytest.mark.parametrize("version", ["1.0", "2.0"])
def test_the_receiving_system_is_addressed_in_the_soap_header(version: str):
    contract = shipped_contract(version)
    answer = saying(http(b""))

    with Receiver(answer) as other, pytest.raises(OutcomeUnknown):
        carrier_to(other.url, contract=contract).deliver(parcel())

    names = {"s": SOAP, "r": REGISTRY}
    sent = etree.fromstring(other.body())
    assert sent.findtext("s:Header/r:LogicalAddress", None, names) == "TEST-1177"
    assert contract.mapping.message.action.encode() in other.heard[0]


def test_the_prepared_mapping_puts_the_text_where_the_public_page_has_it():
    with Receiver(saying(http(b""))) as other, pytest.raises(OutcomeUnknown):
        carrier_to(other.url, contract=shipped_contract("2.0")).deliver(parcel())

    request = payload_of(other.body())
    assert etree.QName(request).localname == "AddMessage"
    assert request.findtext("{*}Message/{*}text") == DOCBOOK


def test_answers_by_the_prepared_mapping_are_read_by_its_own_names():
    contract = shipped_contract("2.0")
    names = contract.mapping.namespaces
    taken = f"<messageThreadId>{THREAD_ID}</messageThreadId><resultCode>OK</resultCode>"
    message = f'<AddMessageResponse xmlns="{names["add"]}">{taken}</AddMessageResponse>'
    active = "<status>true</status>"
    person = f'<IsActiveUserResponse xmlns="{names["active"]}">{active}</IsActiveUserResponse>'

    with Receiver(saying(http(envelope(message)))) as other:
        receipt = carrier_to(other.url, contract=contract).deliver(parcel())
    with Receiver(saying(http(envelope(person)))) as other:
        reach = carrier_to(other.url, contract=contract).reach(PERSON)

    assert receipt.text.startswith("1177 svarade OK")
    assert reach is Reach.NO_NOTIFICATIONS


def test_proxies_of_the_environment_are_not_obeyed(monkeypatch: pytest.MonkeyPatch):
    """E21"""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9/")

    with Receiver(saying(http(response()))) as other:
        receipt = carrier_to(other.url).deliver(parcel())

    assert receipt.text.startswith("1177 svarade OK")


def test_info_is_sent_and_its_text_is_kept():
    inner = "<resultCode>INFO</resultCode><resultText>Konto\n låst</resultText>"
    answer = http(response(inner), headers="x-skltp-correlation-id: deras-7\r\n")

    with Receiver(saying(answer)) as other:
        receipt = carrier_to(other.url).deliver(parcel())

    assert receipt.text == (
        "1177 svarade INFO · Konto låst · avisering: ingen · korrelations-id: deras-7"
    )


@pytest.mark.parametrize("person", ["R12345678901", "1912121212", "", "１91212121212"])
def test_a_number_that_the_contract_cannot_carry_never_leaves(person: str):
    with (
        Receiver(stall) as other,
        pytest.raises(Rejected, match="Ring patienten eller skriv ett brev"),
    ):
        carrier_to(other.url).deliver(parcel(person=person))

    assert other.heard == []


@pytest.mark.parametrize("content", [b"\xff", b"<article>\x00</article>"])
def test_content_that_xml_cannot_hold_never_leaves(content: bytes):
    with (
        Receiver(stall) as other,
        pytest.raises(Rejected, match="meddela den som ansvarar för mallen"),
    ):
        carrier_to(other.url).deliver(parcel(content=content))

    assert other.heard == []


def test_after_a_crash_1177_cannot_be_asked():
    with pytest.raises(OutcomeUnknown):
        carrier_to("http://127.0.0.1:9/").find(parcel().dispatch)


def test_reach_is_what_the_inbox_says_of_a_person(tmp_path: Path):
    inbox = start_inbox(tmp_path)

    answers = [carrier_to(inbox.url).reach(person) for person in (PERSON, SAMORDNINGSNUMMER)]
    inbox.end()

    assert answers == [Reach.NOTIFIED, Reach.NO_LOGIN]


@pytest.mark.parametrize(
    ("inner", "reach"),
    [
        ("<status>1</status>", Reach.NO_NOTIFICATIONS),
        ("<status> false </status>", Reach.NO_LOGIN),
        (
            "<status>true</status><activeNotificationMethods>SMS</activeNotificationMethods>",
            Reach.NOTIFIED,
        ),
        ("<status>ja</status>", Reach.NOT_ANSWERED),
        ("", Reach.NOT_ANSWERED),
    ],
)
def test_reach_follows_status_and_methods(inner: str, reach: Reach):
    with Receiver(saying(http(account(inner)))) as other:
        assert carrier_to(other.url).reach(PERSON) is reach

    assert is_valid(payload_of(other.body()))


@pytest.mark.parametrize(
    "talk",
    [
        stall,
        saying(b""),
        saying(http(b"<a>")),
        saying(fault("s:Server", "nej")),
        saying(http(account("<status>true</status>"), status="202 Accepted")),
    ],
)
def test_a_failed_question_is_no_answer(talk):
    with Receiver(talk) as other:
        assert carrier_to(other.url, deadline=SOON).reach(PERSON) is Reach.NOT_ANSWERED


def test_numbers_that_1177_cannot_know_are_never_asked_for():
    with Receiver(stall) as other:
        assert carrier_to(other.url).reach("R12345678901") is Reach.NO_LOGIN

    assert other.heard == []
