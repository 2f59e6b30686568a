"""What each answer of 1177, and each silence, does to a letter; nothing unclear is called clear."""

import gzip
import socket
import ssl
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

PEM = Path(__file__).with_name("loopback.pem")
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
    with (
        Receiver(UNCLEAR[kind]) as other,
        pytest.raises(OutcomeUnknown, match="går inte att se om meddelandet kom fram"),
    ):
        carrier_to(other.url, deadline=SOON).deliver(parcel())

    assert len(other.heard) == 1


@pytest.mark.parametrize("number", sorted({*range(1, 17)} - {9}))
def test_a_platform_that_stopped_the_request_stops_the_round(number: int):
    with (
        Receiver(saying(fault("s:Server", f"VP{number:03} [NTjP] nej"))) as other,
        pytest.raises(Unreachable, match=f"VP{number:03}"),
    ):
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


def test_https_works_with_an_authority_of_our_own():
    with Receiver(saying(http(response())), tls=server_tls(ssl.CERT_NONE)) as other:
        receipt = carrier_to(other.url, tls=trusting()).deliver(parcel())

    assert receipt.text.startswith("1177 svarade OK")


def test_a_server_that_nobody_vouched_for_hears_nothing():
    with (
        Receiver(saying(http(response())), tls=server_tls(ssl.CERT_NONE)) as other,
        pytest.raises(Unreachable, match="1177 svarar inte"),
    ):
        carrier_to(other.url).deliver(parcel())

    assert other.heard == []


def test_a_refused_certificate_of_ours_is_a_definite_no():
    with (
        Receiver(saying(http(response())), tls=server_tls(ssl.CERT_REQUIRED)) as other,
        pytest.raises(Unreachable, match="certifikat godtas inte"),
    ):
        carrier_to(other.url, tls=trusting()).deliver(parcel())

    assert other.heard == []


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


def server_tls(client_certificate: ssl.VerifyMode) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(PEM)
    context.load_verify_locations(PEM)
    context.verify_mode = client_certificate
    return context


def trusting() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(PEM)
    return context
