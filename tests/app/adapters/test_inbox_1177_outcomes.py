"""What each answer of 1177, and each silence, does to a letter; nothing unclear is called clear."""

import gzip
import socket
from pathlib import Path

import pytest

from app.adapters.inbox_1177.wire import LARGEST_ANSWER, Cutter
from app.errors import DeliveryError, OutcomeUnknown, Rejected, Unreachable
from tests.parcels import parcel
from tests.portal import SAMORDNINGSNUMMER, THREAD_ID, start_inbox
from tests.receiver import (
    Receiver,
    Talk,
    account,
    carrier_to,
    drip,
    envelope,
    fault,
    http,
    reset,
    response,
    saying,
    stall,
)

# Long enough for a loaded machine, short enough to wait for.
SOON = 0.3

BOMB = b"<!DOCTYPE a [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>" + response("&b;")
PADDED = response(f"<resultCode>OK</resultCode>{' ' * LARGEST_ANSWER}")

UNCLEAR: dict[str, Talk] = {
    "no answer": stall,
    "reset": reset,
    "hung up": saying(b""),
    "slow head": drip(b"HTTP/1.1 200 OK\r\nX-Slow:"),
    "slow body": drip(b"HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n"),
    "truncated": saying(http(response())[:-20]),
    "truncated without length": saying(b"HTTP/1.1 200 OK\r\n\r\n" + response()[:-20]),
    "no http": saying(b"SMTP ready\r\n"),
    "empty": saying(http(b"")),
    "malformed": saying(http(b"<a>")),
    "html": saying(http(b"<!doctype html><html><body>Logga in</body></html>")),
    "xhtml": saying(http(b"<html><body/></html>")),
    "packed": saying(http(gzip.compress(response()), headers="Content-Encoding: gzip\r\n")),
    "too large": saying(http(PADDED)),
    "xml bomb": saying(http(BOMB)),
    "other thread": saying(http(response(thread_id=THREAD_ID.replace("1", "2")))),
    "no thread": saying(http(response(thread_id=""))),
    "error of another": saying(http(response("<resultCode>ERROR</resultCode>", thread_id="x"))),
    "other operation": saying(http(account("<status>true</status>"))),
    "no result code": saying(http(response(""))),
    "unknown result code": saying(http(response("<resultCode>JO</resultCode>"))),
    "fault with 200": saying(fault("s:Client", "nej", status="200 OK")),
    "accepted": saying(http(response(), status="202 Accepted")),
    "redirect": saying(http(b"", status="307 Temporary Redirect", headers="Location: /\r\n")),
    "not found": saying(http(b"", status="404 Not Found")),
    "too many": saying(http(b"", status="429 Too Many Requests")),
    "500 without fault": saying(http(b"<html/>", status="500 Internal Server Error")),
    "bad gateway": saying(http(b"", status="502 Bad Gateway")),
    "unavailable": saying(http(b"", status="503 Service Unavailable")),
    "gateway timeout": saying(http(b"", status="504 Gateway Timeout")),
    "VP009": saying(fault("s:Server", "VP009 [NTjP] Fel vid kontakt med tjänsteproducenten")),
    "VP009 as client": saying(fault("s:Client", "VP009 Fel vid kontakt")),
    "server fault": saying(fault("s:Server", "Internt fel")),
    "code of no namespace": saying(fault("Client", "nej")),
    "no code": saying(http(envelope("<s:Fault/>"), status="500 Internal Server Error")),
}


@pytest.mark.parametrize("kind", UNCLEAR)
def test_what_settles_nothing_leaves_the_outcome_unknown(kind: str):
    """E17"""
    with (
        Receiver(UNCLEAR[kind]) as other,
        pytest.raises(OutcomeUnknown, match="går inte att se om meddelandet kom fram"),
    ):
        carrier_to(other.url, deadline=SOON).deliver(parcel())

    assert len(other.heard) == 1


# Every code of the platform: whether its fault is ours (Client) or its own (Server), and who must
# act. VP009 is the one that may come after the inbox has taken the message.
CONNECTION, PLATFORM, LATER = "ansvarar för anslutningen", "felet ligger i deras", "om en stund"
PLATFORM_CODES = {
    "VP001": ("Client", Unreachable, CONNECTION),
    "VP002": ("Client", Unreachable, CONNECTION),
    "VP003": ("Client", Unreachable, CONNECTION),
    "VP004": ("Client", Unreachable, CONNECTION),
    "VP005": ("Client", Unreachable, CONNECTION),
    "VP006": ("Server", Unreachable, PLATFORM),
    "VP007": ("Server", Unreachable, CONNECTION),
    "VP008": ("Server", Unreachable, LATER),
    "VP009": ("Server", OutcomeUnknown, "Skicka det inte igen"),
    "VP010": ("Server", Unreachable, PLATFORM),
    "VP011": ("Client", Unreachable, CONNECTION),
    "VP012": ("Server", Unreachable, LATER),
    "VP013": ("Client", Unreachable, CONNECTION),
    "VP014": ("Server", Unreachable, PLATFORM),
    "VP015": ("Client", Unreachable, CONNECTION),
    "VP016": ("Server", Unreachable, CONNECTION),
}


@pytest.mark.parametrize("code", PLATFORM_CODES)
def test_what_the_platform_says_is_definite_unless_it_had_passed_the_message_on(code: str):
    kind, outcome, who_acts = PLATFORM_CODES[code]

    with (
        Receiver(saying(fault(f"s:{kind}", f"{code} [NTjP] nej"))) as other,
        pytest.raises(outcome, match=who_acts) as refused,
    ):
        carrier_to(other.url).deliver(parcel())

    assert type(refused.value) is outcome


@pytest.mark.parametrize("kind", UNCLEAR)
def test_an_unclear_outcome_names_what_support_finds_it_by(kind: str):
    with Receiver(UNCLEAR[kind]) as other, pytest.raises(OutcomeUnknown) as unclear:
        carrier_to(other.url, deadline=SOON).deliver(parcel(attempts=2))

    assert unclear.value.todo.endswith(f"Uppge korrelations-id {THREAD_ID}-2.")


def test_the_platforms_own_correlation_id_is_the_one_to_name():
    answer = http(b"", status="502 Bad Gateway", headers="x-skltp-correlation-id: deras-7\r\n")

    with Receiver(saying(answer)) as other, pytest.raises(OutcomeUnknown, match="deras-7"):
        carrier_to(other.url).deliver(parcel())


def test_http_403_stops_the_round():
    with (
        Receiver(saying(http(b"", status="403 Forbidden"))) as other,
        pytest.raises(Unreachable, match="släpper inte in"),
    ):
        carrier_to(other.url).deliver(parcel())


@pytest.mark.parametrize("code", ["s:Client", "s:Client.Felaktig"])
@pytest.mark.parametrize("text", ["messageText: table", "VP099 okänd kod"])
def test_a_client_fault_rejects_this_message_only(code: str, text: str):
    with (
        Receiver(saying(fault(code, text))) as other,
        pytest.raises(Rejected, match="1177 tog inte emot meddelandet") as refused,
    ):
        carrier_to(other.url).deliver(parcel())

    assert refused.value.detail == text


def test_a_person_without_login_is_rejected_towards_paper(tmp_path: Path):
    inbox = start_inbox(tmp_path)

    with pytest.raises(Rejected, match="Ring patienten eller skriv ett brev") as refused:
        carrier_to(inbox.url).deliver(parcel(person=SAMORDNINGSNUMMER))

    inbox.end()
    assert refused.value.detail == "Target person is not active user"


def test_where_nobody_listens_nothing_has_left():
    with socket.create_server(("127.0.0.1", 0)) as vacated:
        port = vacated.getsockname()[1]

    with pytest.raises(Unreachable, match="1177 svarar inte just nu"):
        carrier_to(f"http://127.0.0.1:{port}/").deliver(parcel())


def test_details_hold_nothing_like_a_persons_number():
    text = "fel på 19121212-1212,\n191212121212 och 42"

    with (
        Receiver(saying(fault("s:Client", text))) as other,
        pytest.raises(DeliveryError) as refused,
    ):
        carrier_to(other.url).deliver(parcel())

    assert refused.value.detail == "fel på …, … och 42"


def test_details_hold_no_part_of_the_patients_name():
    sent = parcel()
    family_name, given_name = sent.dispatch.name.split(", ")
    text = f"fel på {given_name.upper()} {family_name}, rad 2"

    with (
        Receiver(saying(fault("s:Client", text))) as other,
        pytest.raises(DeliveryError) as refused,
    ):
        carrier_to(other.url).deliver(sent)

    assert refused.value.detail == "fel på … …, rad 2"


def test_a_connection_that_stands_too_late_is_cut_at_once():
    ours, theirs = socket.socketpair()
    cutter = Cutter()

    with ours, theirs, cutter.after(60):
        cutter.cut()
        cutter.watch("connection.connect_tcp.complete", {"return_value": Stream(ours)})

        assert theirs.recv(1) == b""


def test_a_connection_that_ended_by_itself_is_cut_without_complaint():
    ours, theirs = socket.socketpair()
    cutter = Cutter()

    with ours, cutter.after(60):
        cutter.watch("connection.connect_tcp.complete", {"return_value": Stream(ours)})
        theirs.close()
        cutter.cut()
        cutter.cut()


class Stream:
    """A connection as httpx hands it over."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line

    def get_extra_info(self, _: str) -> socket.socket:
        return self._line
