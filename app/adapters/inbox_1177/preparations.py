"""Finds out what has been made ready on this PC for live messages to 1177."""

from pathlib import Path

from app.adapters.inbox_1177.identity import (
    Identity,
    client_tls,
    read_authorities,
    read_identity,
)
from app.adapters.inbox_1177.own_schema import schema_problems
from app.certificates import Certificate
from app.contracts import Contract
from app.errors import KallelseError, SettingsUnreadable
from app.keychain import Keychain
from app.live_mode import Preparations
from app.settings import Connection
from app.wording import say

# The name of the certificate's pass phrase in the keychain.
PASS_PHRASE = "certifikat-1177"  # noqa: S105 - the name of a secret, not the secret


def prepare(
    connection: Connection,
    *,
    contract: Contract,
    schemas: Path,
    keychain: Keychain,
    claim_folder: str,
    history_problem: str,
    has_roles: bool,
) -> Preparations:
    """Everything is looked at, so that all that is missing can be told at once."""
    certificates, problems = read_certificates(connection, keychain=keychain)
    return Preparations(
        connection=connection,
        contract=contract,
        contract_problems=() if contract.verified else schema_problems(contract, folder=schemas),
        certificates=certificates,
        certificate_problems=problems,
        claim_folder=claim_folder,
        history_problem=history_problem,
        has_roles=has_roles,
    )


def read_certificates(
    connection: Connection, *, keychain: Keychain
) -> tuple[tuple[Certificate, ...], tuple[str, ...]]:
    """The certificates that the settings name, and sentences on what cannot be used."""
    certificates: list[Certificate] = []
    problems: list[str] = []
    for read in (_own, _authorities, _both_in_use):
        try:
            certificates += read(connection, keychain)
        except KallelseError as error:
            problems.append(str(error))
    return tuple(certificates), tuple(dict.fromkeys(problems))


def _own(connection: Connection, keychain: Keychain) -> tuple[Certificate, ...]:
    pass_phrase = keychain.get(PASS_PHRASE)
    if not connection.certificate:
        return ()
    return (_identity(connection, pass_phrase).certificate,)


def _authorities(connection: Connection, _: Keychain) -> tuple[Certificate, ...]:
    return read_authorities(Path(connection.ca_bundle)) if connection.ca_bundle else ()


def _both_in_use(connection: Connection, keychain: Keychain) -> tuple[Certificate, ...]:
    """Tries what a connection would do with the two files."""
    if connection.certificate and connection.ca_bundle:
        identity = _identity(connection, keychain.get(PASS_PHRASE))
        client_tls(identity, ca_bundle=Path(connection.ca_bundle))
    return ()


def _identity(connection: Connection, pass_phrase: str | None) -> Identity:
    if not pass_phrase:
        raise SettingsUnreadable(
            say("Lösenordet till certifikatet finns inte i datorns nyckelring."),
            say(
                "Lägg in det där, under tjänsten Kallelser och namnet {pass_phrase}.",
                pass_phrase=PASS_PHRASE,
            ),
        )
    return read_identity(Path(connection.certificate), pass_phrase=pass_phrase)
