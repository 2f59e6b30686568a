"""Certificate authorities of our own, and the certificates and client files that they give out."""

import ipaddress
import ssl
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID

# Far enough from every clock that runs these tests.
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
FAR_AHEAD = datetime(2090, 1, 1, tzinfo=UTC)
PASS_PHRASE = "hemligt lösenord"  # noqa: S105 - of files that live as long as a test
HSA_ID = "SE2321000057-EXEMPEL"


@dataclass(frozen=True)
class Issued:
    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate
    issuer: x509.Certificate

    def pkcs12(self, *, pass_phrase: str = PASS_PHRASE) -> bytes:
        protection = BestAvailableEncryption(pass_phrase.encode())
        return pkcs12.serialize_key_and_certificates(
            b"kallelser", self.key, self.certificate, [self.issuer], protection
        )

    def pem(self, *, protection: KeySerializationEncryption | None = None) -> bytes:
        """The certificate, its issuer and the key, which is encrypted unless told otherwise."""
        protection = protection or BestAvailableEncryption(PASS_PHRASE.encode())
        key = self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, protection)
        return key + pem(self.issuer) + pem(self.certificate)

    def server_tls(self, folder: Path, *, clients: "Authority | None" = None) -> ssl.SSLContext:
        """Of a server that shows this certificate; with `clients`, it asks for one of theirs."""
        path = folder / "server.pem"
        key = self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        path.write_bytes(key + pem(self.certificate))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        if clients is not None:
            context.load_verify_locations(cadata=pem(clients.certificate).decode())
            context.verify_mode = ssl.CERT_REQUIRED
        return context


@dataclass(frozen=True)
class Authority:
    name: str
    not_after: datetime = FAR_AHEAD
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    @property
    def certificate(self) -> x509.Certificate:
        return self._signed(self.key, self.name, is_authority=True, not_after=self.not_after)

    def bundle(self, path: Path) -> Path:
        path.write_bytes(pem(self.certificate))
        return path

    def issue(
        self,
        name: str,
        *,
        hsa_id: str = HSA_ID,
        host: str = "127.0.0.1",
        not_after: datetime = FAR_AHEAD,
    ) -> Issued:
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = self._signed(key, name, hsa_id=hsa_id, host=host, not_after=not_after)
        return Issued(key, certificate, self.certificate)

    def _signed(
        self,
        key: ec.EllipticCurvePrivateKey,
        name: str,
        *,
        hsa_id: str = "",
        host: str = "",
        is_authority: bool = False,
        not_after: datetime = FAR_AHEAD,
    ) -> x509.Certificate:
        parts = [x509.NameAttribute(NameOID.COMMON_NAME, name)]
        if hsa_id:
            parts.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, hsa_id))
        builder = (
            x509.CertificateBuilder()
            .subject_name(x509.Name(parts))
            .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, self.name)]))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(LONG_AGO)
            .not_valid_after(not_after)
            .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        )
        if host:
            address = x509.IPAddress(ipaddress.ip_address(host))
            builder = builder.add_extension(x509.SubjectAlternativeName([address]), critical=False)
        return builder.sign(self.key, hashes.SHA256())


def pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.PEM)
