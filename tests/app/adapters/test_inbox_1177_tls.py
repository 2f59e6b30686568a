"""Both sides of the connection must prove who they are, and a refusal leaves nothing behind.

The matrix of TLS 1.2 and 1.3 over real loopback servers.
"""

import os
import socket
import ssl
import threading
import warnings
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from app.adapters.inbox_1177 import identity
from app.adapters.inbox_1177.identity import client_tls, read_identity
from app.adapters.inbox_1177.wire import failure
from app.errors import DeliveryError, OutcomeUnknown, Unreachable
from tests.authority import PASS_PHRASE, Authority, Issued
from tests.parcels import parcel
from tests.receiver import Receiver, carrier_to, http, response, saying

YESTERDAYS = datetime(2020, 1, 1, tzinfo=UTC)
OURS = Authority("Provutfärdare")
FOREIGN = Authority("Främmande utfärdare")
SERVER = OURS.issue("1177 prov")
CLIENT = OURS.issue("Kallelser prov")

VERSIONS = [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3]
both_versions = pytest.mark.parametrize("version", VERSIONS, ids=lambda one: one.name)

OK = saying(http(response()))


def ours(folder: Path, client: Issued = CLIENT) -> ssl.SSLContext:
    """As the program makes it from the files that a clinic has."""
    path = folder / "klient.p12"
    path.write_bytes(client.pkcs12())
    found = read_identity(path, pass_phrase=PASS_PHRASE)
    return client_tls(found, ca_bundle=OURS.bundle(folder / "utfardare.pem"))


def theirs(folder: Path, server: Issued, *, version: ssl.TLSVersion) -> ssl.SSLContext:
    """A server that asks for a certificate of our authority's."""
    context = server.server_tls(folder, clients=OURS)
    context.minimum_version = context.maximum_version = version
    return context


@both_versions
def test_with_both_certificates_in_order_a_message_is_delivered(tmp_path: Path, version):
    with Receiver(OK, tls=theirs(tmp_path, SERVER, version=version)) as other:
        receipt = carrier_to(other.url, tls=ours(tmp_path)).deliver(parcel())

    assert receipt.text.startswith("1177 svarade OK")
    assert len(other.heard) == 1


WRONG_SERVERS = {
    "other authority": FOREIGN.issue("1177 prov"),
    "expired": OURS.issue("1177 prov", not_after=YESTERDAYS),
    "other host": OURS.issue("1177 prov", host="127.0.0.2"),
}


@both_versions
@pytest.mark.parametrize("kind", WRONG_SERVERS)
def test_a_server_that_cannot_prove_to_be_1177_hears_nothing(tmp_path: Path, kind: str, version):
    """E1, E2, E3, E19"""
    with (
        Receiver(OK, tls=theirs(tmp_path, WRONG_SERVERS[kind], version=version)) as other,
        pytest.raises(Unreachable, match="kunde inte visa att den hör till 1177"),
    ):
        carrier_to(other.url, tls=ours(tmp_path)).deliver(parcel())

    assert other.heard == []


def test_a_server_with_tls_1_1_only_hears_nothing(tmp_path: Path):
    """E4"""
    context = SERVER.server_tls(tmp_path)
    context.set_ciphers("DEFAULT@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1

    with Receiver(OK, tls=context) as other, pytest.raises(Unreachable):
        carrier_to(other.url, tls=ours(tmp_path)).deliver(parcel())

    assert other.heard == []


WRONG_CLIENTS = {
    "foreign": FOREIGN.issue("Kallelser prov"),
    "expired": OURS.issue("Kallelser prov", not_after=YESTERDAYS),
}


@both_versions
@pytest.mark.parametrize("kind", WRONG_CLIENTS)
def test_a_certificate_of_ours_that_1177_refuses_is_a_definite_no(
    tmp_path: Path, kind: str, version
):
    """E7, E8, E9, E10"""
    with (
        Receiver(OK, tls=theirs(tmp_path, SERVER, version=version)) as other,
        pytest.raises(Unreachable, match="certifikat godtas inte"),
    ):
        carrier_to(other.url, tls=ours(tmp_path, WRONG_CLIENTS[kind])).deliver(parcel())

    assert other.heard == []


@both_versions
def test_without_a_certificate_of_ours_nothing_is_let_through(tmp_path: Path, version):
    """E5, E6"""
    trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trusting.load_verify_locations(OURS.bundle(tmp_path / "utfardare.pem"))

    with (
        Receiver(OK, tls=theirs(tmp_path, SERVER, version=version)) as other,
        pytest.raises(Unreachable),
    ):
        carrier_to(other.url, tls=trusting).deliver(parcel())

    assert other.heard == []


def test_without_authorities_of_our_own_nobody_is_trusted(tmp_path: Path):
    with (
        Receiver(OK, tls=SERVER.server_tls(tmp_path)) as other,
        pytest.raises(Unreachable, match="kunde inte visa att den hör till 1177"),
    ):
        carrier_to(other.url).deliver(parcel())

    assert other.heard == []


def test_plain_http_behind_https_hears_nothing(tmp_path: Path):
    """E12"""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as web:
        answering = threading.Thread(target=answer_in_plain, args=(web, heard))
        answering.start()
        carrier = carrier_to(f"https://127.0.0.1:{web.getsockname()[1]}/", tls=ours(tmp_path))

        with pytest.raises(Unreachable):
            carrier.deliver(parcel())

        answering.join(timeout=20)
    assert b"subjectOfCareId" not in b"".join(heard)


def answer_in_plain(web: socket.socket, heard: list[bytes]) -> None:
    line, _ = web.accept()
    with line:
        heard.append(line.recv(65536))
        line.sendall(http(b"", status="400 Bad Request"))


def test_a_refusal_after_a_part_of_an_answer_is_unclear():
    """Only where nothing was answered does the alert say that nothing was let through."""
    alert = ssl.SSLError(1, "[SSL: TLSV13_ALERT_CERTIFICATE_REQUIRED] alert")
    alert.reason = "TLSV13_ALERT_CERTIFICATE_REQUIRED"
    error = httpx.ReadError("alert")
    error.__cause__ = alert

    kinds = [type(failure(error, has_heard=heard, correlation_id="x")) for heard in (False, True)]

    assert kinds == [Unreachable, OutcomeUnknown]


def test_only_the_given_authorities_are_trusted_whatever_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """E13, E14"""
    monkeypatch.setenv("SSL_CERT_FILE", str(FOREIGN.bundle(tmp_path / "offentlig.pem")))
    server = FOREIGN.issue("1177 prov")

    with (
        Receiver(OK, tls=theirs(tmp_path, server, version=VERSIONS[1])) as other,
        pytest.raises(Unreachable),
    ):
        carrier_to(other.url, tls=ours(tmp_path)).deliver(parcel())

    assert other.heard == []
    assert len(ours(tmp_path).get_ca_certs()) == 1


def test_proxies_key_logs_and_netrc_of_the_environment_are_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """E14"""
    key_log = tmp_path / "nycklar.txt"
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login a password b\n", "utf-8")
    settings: Mapping[str, str] = {
        "HTTPS_PROXY": "http://127.0.0.1:9/",
        "SSLKEYLOGFILE": str(key_log),
        "NETRC": str(tmp_path / ".netrc"),
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)

    with Receiver(OK, tls=theirs(tmp_path, SERVER, version=VERSIONS[1])) as other:
        carrier_to(other.url, tls=ours(tmp_path)).deliver(parcel())

    assert not key_log.exists() or not key_log.read_bytes()
    assert b"authorization" not in other.heard[0].lower()


def test_a_redirect_is_never_followed(tmp_path: Path):
    """E15"""
    tls = ours(tmp_path)
    with Receiver(OK, tls=theirs(tmp_path, SERVER, version=VERSIONS[1])) as elsewhere:
        moved = http(b"", status="307 Temporary Redirect", headers=f"Location: {elsewhere.url}\r\n")
        with (
            Receiver(saying(moved), tls=theirs(tmp_path, SERVER, version=VERSIONS[1])) as other,
            pytest.raises(OutcomeUnknown),
        ):
            carrier_to(other.url, tls=tls).deliver(parcel())

    assert (len(other.heard), elsewhere.heard) == (1, [])


STRANGE_ANSWERS = {
    "gzip": http(b"x", headers="Content-Encoding: gzip\r\n"),
    "deflate": http(b"x", headers="Content-Encoding: deflate\r\n"),
    "br": http(b"x", headers="Content-Encoding: br\r\n"),
    "captive portal": http(b"<html><body>Logga in</body></html>"),
    "endless head": b"HTTP/1.1 200 OK\r\n" + b"X-Padding: x\r\n" * 20_000,
    "2 GB announced": b"HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n" + b" " * 70_000,
}


@pytest.mark.parametrize("kind", STRANGE_ANSWERS)
def test_a_strange_answer_over_tls_is_unclear(tmp_path: Path, kind: str):
    """E16, E18, E20"""
    talk = saying(STRANGE_ANSWERS[kind])

    with (
        Receiver(talk, tls=theirs(tmp_path, SERVER, version=VERSIONS[1])) as other,
        pytest.raises(OutcomeUnknown),
    ):
        carrier_to(other.url, tls=ours(tmp_path)).deliver(parcel())


def test_a_server_whose_certificate_changes_between_two_messages_is_checked_again(tmp_path: Path):
    """E22"""
    context = theirs(tmp_path, SERVER, version=VERSIONS[1])
    outcomes: list[str] = []

    with Receiver(OK, tls=context) as other:
        carrier = carrier_to(other.url, tls=ours(tmp_path))
        outcomes.append(carrier.deliver(parcel(1)).text[:15])
        theirs_now = FOREIGN.issue("1177 prov")
        theirs_now.server_tls(tmp_path)
        context.load_cert_chain(tmp_path / "server.pem")
        try:
            carrier.deliver(parcel(1, attempts=2))
        except DeliveryError as error:
            outcomes.append(type(error).__name__)

    assert outcomes == ["1177 svarade OK", "Unreachable"]
    assert len(other.heard) == 1


def test_revocation_lists_are_not_asked_for(tmp_path: Path):
    """E23: decided in `identity.py`, since it would open ways out to others than 1177.

    A certificate that is revoked is taken out of the bundle, by whoever keeps it for the region.
    """
    checked = ssl.VERIFY_CRL_CHECK_LEAF | ssl.VERIFY_CRL_CHECK_CHAIN

    assert not ours(tmp_path).verify_flags & checked
    assert identity.__doc__ is not None
    assert "Revocation lists are not asked for" in identity.__doc__


def test_the_key_never_lies_readable_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """F12: The one file it passes through is encrypted, this user's own, and gone afterwards."""
    seen: list[tuple[bytes, int]] = []
    load = ssl.SSLContext.load_cert_chain

    def look(context: ssl.SSLContext, path: str, **rest: str) -> None:
        seen.append((Path(path).read_bytes(), Path(path).stat().st_mode & 0o777))
        load(context, path, **rest)

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tillfällig"))
    (tmp_path / "tillfällig").mkdir()
    monkeypatch.setattr(ssl.SSLContext, "load_cert_chain", look)

    ours(tmp_path)

    ((content, mode),) = seen
    assert b"ENCRYPTED PRIVATE KEY" in content
    assert mode == 0o600 or os.name == "nt"
    assert list((tmp_path / "tillfällig").iterdir()) == []
