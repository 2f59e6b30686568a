"""Our certificate comes from the files that a region gives out, and only from protected ones."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    NoEncryption,
    pkcs12,
)

from app.adapters.inbox_1177.identity import client_tls, read_authorities, read_identity
from app.errors import SettingsUnreadable
from tests.authority import HSA_ID, PASS_PHRASE, Authority, Issued

LAST_DAY = datetime(2027, 5, 1, tzinfo=UTC)
OURS = Authority("Provutfärdare")
CLIENT = OURS.issue("Kallelser prov", not_after=LAST_DAY)


@pytest.mark.parametrize("content", [CLIENT.pkcs12(), CLIENT.pem()], ids=["PKCS#12", "PEM"])
def test_a_certificate_tells_its_holder_and_its_last_day(tmp_path: Path, content: bytes):
    path = written(tmp_path, content)

    certificate = read_identity(path, pass_phrase=PASS_PHRASE).certificate

    assert (certificate.name, certificate.hsa_id) == ("Kallelser prov", HSA_ID)
    assert certificate.not_after == LAST_DAY


@pytest.mark.parametrize("content", [CLIENT.pkcs12(), CLIENT.pem()], ids=["PKCS#12", "PEM"])
def test_our_own_certificate_comes_first_and_its_issuer_after_it(tmp_path: Path, content: bytes):
    chain = read_identity(written(tmp_path, content), pass_phrase=PASS_PHRASE).chain

    assert chain == (CLIENT.certificate, CLIENT.issuer)


UNUSABLE = {
    "PKCS#12 with another pass phrase": CLIENT.pkcs12(pass_phrase=PASS_PHRASE.upper()),
    "PEM with a plain key": CLIENT.pem(protection=NoEncryption()),
    "PEM of another key": Issued(OURS.key, CLIENT.certificate, CLIENT.certificate).pem(),
    "no certificate at all": b"-----BEGIN NOTHING-----",
    "garbage": b"\x00garbage",
}


@pytest.mark.parametrize("kind", UNUSABLE)
def test_a_file_that_cannot_be_used_safely_is_refused_by_name(tmp_path: Path, kind: str):
    """E11, F12"""
    path = written(tmp_path, UNUSABLE[kind])

    with pytest.raises(SettingsUnreadable, match="Certifikatfilen klient går inte att öppna"):
        read_identity(path, pass_phrase=PASS_PHRASE)


def test_pkcs12_without_a_key_is_refused(tmp_path: Path):
    protection = BestAvailableEncryption(PASS_PHRASE.encode())
    content = pkcs12.serialize_key_and_certificates(
        b"x", None, CLIENT.certificate, None, protection
    )

    with pytest.raises(SettingsUnreadable, match="ingen nyckel"):
        read_identity(written(tmp_path, content), pass_phrase=PASS_PHRASE)


def test_a_missing_file_is_told_by_its_name(tmp_path: Path):
    with pytest.raises(SettingsUnreadable, match=r"Filen borta\.p12 går inte att läsa"):
        read_identity(tmp_path / "borta.p12", pass_phrase=PASS_PHRASE)


def test_authorities_tell_their_last_day(tmp_path: Path):
    path = Authority("Gammal utfärdare", LAST_DAY).bundle(tmp_path / "utfardare.pem")

    (authority,) = read_authorities(path)

    assert (authority.name, authority.not_after) == ("Gammal utfärdare", LAST_DAY)


def test_a_bundle_without_certificates_is_refused(tmp_path: Path):
    with pytest.raises(SettingsUnreadable, match="inga certifikat i PEM-format"):
        read_authorities(written(tmp_path, b"tom"))


def test_a_bundle_that_tls_cannot_use_is_refused(tmp_path: Path):
    identity = read_identity(written(tmp_path, CLIENT.pem()), pass_phrase=PASS_PHRASE)

    with pytest.raises(SettingsUnreadable, match="går inte att använda för TLS"):
        client_tls(identity, ca_bundle=tmp_path / "borta.pem")


def written(folder: Path, content: bytes) -> Path:
    path = folder / "klient"
    path.write_bytes(content)
    return path
