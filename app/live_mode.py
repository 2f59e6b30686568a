"""Why real messages must not be sent from this PC yet; the one place where that is decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.certificates import Certificate, expiry_notice, expiry_notices
from app.contracts import Contract
from app.errors import SettingsUnreadable
from app.settings import Connection
from app.wording import say, translated

# What must be set, and what the settings file calls it.
_NEEDED = {
    "url": say("adressen till 1177"),
    "logical_address": say("mottagarens logiska adress"),
    "source_system": say("avsändande system"),
    "ca_bundle": say("filen med godkända utfärdare"),
    "certificate": say("certifikatfilen"),
}


@dataclass(frozen=True, slots=True)
class Preparations:
    """What has been made ready for live messages, as far as it could be found out.

    Problems are Swedish sentences; `certificates` are our own and the authorities'. `has_roles`
    where somebody has been given a role.
    """

    connection: Connection
    contract: Contract
    contract_problems: tuple[str, ...]
    certificates: tuple[Certificate, ...]
    certificate_problems: tuple[str, ...]
    claim_folder: str
    history_problem: str
    has_roles: bool

    def notices(self, now: datetime) -> tuple[str, ...]:
        """What must be seen to of the certificates, whether live mode is on or in the making."""
        return (*self.certificate_problems, *expiry_notices(self.certificates, now=now))


def reasons_against(ready: Preparations, *, now: datetime) -> tuple[str, ...]:
    """Every reason against live mode as a Swedish sentence; none where it may begin."""
    return tuple(_reasons(ready, now))


def refusal(reasons: tuple[str, ...]) -> SettingsUnreadable:
    """All of them at once, for whoever is to make live mode possible."""
    return SettingsUnreadable(
        say("Skarpt läge kan inte startas. Inget har skickats."),
        say('Sätt mode = "test" i inställningarna, eller åtgärda det här:\n')
        + "\n".join(f"– {reason}" for reason in reasons),
    )


def _reasons(ready: Preparations, now: datetime) -> Iterator[str]:
    if ready.history_problem:
        yield ready.history_problem
    if not ready.has_roles:
        yield say(
            "Inga roller är tilldelade. Skriv i roles.toml i programmets datamapp vem som får "
            "göra vad."
        )
    if not ready.claim_folder:
        yield say(
            "Ingen gemensam mapp (claim_folder) hindrar att två datorer skickar samma kallelse."
        )
    yield from _missing_settings(ready.connection)
    if ready.contract.never_live:
        yield translated(ready.contract.never_live)
    yield from ready.contract_problems
    yield from ready.certificate_problems
    for certificate in ready.certificates:
        if certificate.has_expired(now):
            yield expiry_notice(certificate, now=now)


def _missing_settings(connection: Connection) -> Iterator[str]:
    for name, words in _NEEDED.items():
        if not getattr(connection, name):
            yield say(
                "Inställningarna saknar {words} ([connection] {name}).", words=words, name=name
            )
