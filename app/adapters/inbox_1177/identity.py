"""Our own certificate with its key, the authorities we trust, and the TLS made of both.

Revocation lists are not asked for: that would open ways out to other addresses than 1177's, and
the authorities in the bundle are only the few that the region has put there.
"""

import os
import secrets
import ssl
import tempfile
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from app.certificates import Certificate
from app.errors import SettingsUnreadable
from app.wording import say

_FOR_CONNECTION = say("Meddela den som ansvarar för anslutningen till 1177.")


@dataclass(frozen=True, slots=True)
class Identity:
    """`chain` begins with our own certificate."""

    key: PrivateKeyTypes
    chain: tuple[x509.Certificate, ...]

    @property
    def certificate(self) -> Certificate:
        return _described(self.chain[0], role=say("Certifikatet för 1177"))


def read_identity(path: Path, *, pass_phrase: str) -> Identity:
    """From PKCS#12, or from PEM with an encrypted key. Raises SettingsUnreadable."""
    content = _read(path)
    try:
        if b"-----BEGIN" in content:
            return _from_pem(content, pass_phrase.encode())
        return _from_pkcs12(content, pass_phrase.encode())
    except (ValueError, TypeError) as error:
        raise _unusable(
            say(
                "Certifikatfilen {file} går inte att öppna: fel lösenord eller ingen nyckel.",
                file=path.name,
            ),
            detail=str(error),
        ) from error


def read_authorities(path: Path) -> tuple[Certificate, ...]:
    """The authorities of a PEM bundle. Raises SettingsUnreadable."""
    try:
        found = x509.load_pem_x509_certificates(_read(path))
    except ValueError as error:
        raise _unusable(
            say("Filen {file} innehåller inga certifikat i PEM-format.", file=path.name),
            detail=str(error),
        ) from error
    return tuple(_described(one, role=say("Utfärdarens certifikat för 1177")) for one in found)


def client_tls(identity: Identity, *, ca_bundle: Path) -> ssl.SSLContext:
    """Shows our certificate and trusts only the bundle; TLS 1.2 or later, the name is checked.

    Made by hand, since a default context would trust every public authority and write the keys
    of connections to a file where SSLKEYLOGFILE says so. Raises SettingsUnreadable.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_verify_locations(cafile=ca_bundle)
        _show(identity, context)
    except OSError as error:
        raise _unusable(
            say("Certifikatet och nyckeln, eller utfärdarnas fil, går inte att använda för TLS."),
            detail=type(error).__name__,
        ) from error
    return context


def _show(identity: Identity, context: ssl.SSLContext) -> None:
    """The ssl module takes a key from a file only.

    So it is written encrypted, with a pass phrase that lives in this call, to a file that only
    this user may read, and the file is gone when the call ends. Were it left behind by a crash,
    nobody could open it. The same way serves every system; memory files are Linux only.
    """
    pass_phrase = secrets.token_hex(32)
    key = identity.key.private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(pass_phrase.encode())
    )
    chain = b"".join(one.public_bytes(Encoding.PEM) for one in identity.chain)
    descriptor, name = tempfile.mkstemp(prefix="kallelser-", suffix=".pem")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(key + chain)
        context.load_cert_chain(name, password=pass_phrase)
    finally:
        Path(name).unlink()


def _from_pkcs12(content: bytes, pass_phrase: bytes) -> Identity:
    key, certificate, others = pkcs12.load_key_and_certificates(content, pass_phrase)
    if key is None or certificate is None:
        raise ValueError("no key or no certificate")
    return Identity(key, (certificate, *others))


def _from_pem(content: bytes, pass_phrase: bytes) -> Identity:
    """A key that is not encrypted raises TypeError here, since a pass phrase is given for it."""
    key = load_pem_private_key(content, pass_phrase)
    certificates = x509.load_pem_x509_certificates(content)
    own = [one for one in certificates if _public(one) == _public(key)]
    if not own:
        raise ValueError("no certificate for this key")
    return Identity(key, (own[0], *(one for one in certificates if one != own[0])))


def _public(holder: x509.Certificate | PrivateKeyTypes) -> bytes:
    form = (Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return holder.public_key().public_bytes(*form)


def _described(certificate: x509.Certificate, *, role: str) -> Certificate:
    return Certificate(
        role=role,
        name=_subject(certificate, NameOID.COMMON_NAME),
        hsa_id=_subject(certificate, NameOID.SERIAL_NUMBER),
        not_after=certificate.not_valid_after_utc,
    )


def _subject(certificate: x509.Certificate, kind: x509.ObjectIdentifier) -> str:
    found = certificate.subject.get_attributes_for_oid(kind)
    return str(found[0].value) if found else ""


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unusable(
            say("Filen {file} går inte att läsa.", file=path.name), detail=type(error).__name__
        ) from error


def _unusable(what: str, *, detail: str) -> SettingsUnreadable:
    return SettingsUnreadable(what, _FOR_CONNECTION, detail=detail)
