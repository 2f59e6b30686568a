"""What is ready for live messages is found out all at once, from real files and a keychain."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.adapters.inbox_1177.preparations import PASS_PHRASE as NAME
from app.adapters.inbox_1177.preparations import prepare, read_certificates
from app.errors import KeychainUnusable
from app.settings import Connection
from tests.authority import HSA_ID, PASS_PHRASE, Authority
from tests.receiver import shipped_contract

LAST_DAY = datetime(2030, 1, 1, tzinfo=UTC)
OURS = Authority("Prov CA", LAST_DAY)
CLIENT = OURS.issue("Kallelser prov")


@dataclass
class Drawer:
    """A keychain that only this test knows of."""

    secrets: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str | None:
        return self.secrets.get(name)

    def set(self, name: str, secret: str) -> None:
        self.secrets[name] = secret


class Shut(Drawer):
    def get(self, name: str) -> str | None:
        raise KeychainUnusable("Nyckelringen är stängd.")


@pytest.fixture
def connection(tmp_path: Path) -> Connection:
    (tmp_path / "klient.p12").write_bytes(CLIENT.pkcs12())
    bundle = OURS.bundle(tmp_path / "utfardare.pem")
    return Connection(ca_bundle=str(bundle), certificate=str(tmp_path / "klient.p12"))


def test_certificates_that_can_be_used_are_ours_and_then_the_authoritys(connection: Connection):
    found, problems = read_certificates(connection, keychain=Drawer({NAME: PASS_PHRASE}))

    assert [one.name for one in found] == ["Kallelser prov", "Prov CA"]
    assert (found[0].hsa_id, found[1].not_after) == (HSA_ID, LAST_DAY)
    assert problems == ()


def test_a_wrong_pass_phrase_is_told_once(connection: Connection):
    found, problems = read_certificates(connection, keychain=Drawer({NAME: "fel"}))

    assert [one.name for one in found] == ["Prov CA"]
    (problem,) = problems
    assert "klient.p12 går inte att öppna: fel lösenord" in problem


def test_a_pass_phrase_that_nobody_has_kept_is_told_with_its_name(connection: Connection):
    _, (problem,) = read_certificates(connection, keychain=Drawer())

    assert "certifikat-1177" in problem


def test_a_keychain_that_cannot_be_used_is_told_even_without_a_certificate():
    _, problems = read_certificates(Connection(), keychain=Shut())

    assert problems == ("Nyckelringen är stängd.",)


def test_without_settings_there_is_nothing_to_read():
    assert read_certificates(Connection(), keychain=Drawer()) == ((), ())


def test_two_files_that_do_not_work_for_tls_are_told(connection: Connection, tmp_path: Path):
    missing = connection.model_copy(update={"ca_bundle": str(tmp_path / "borta.pem")})

    _, problems = read_certificates(missing, keychain=Drawer({NAME: PASS_PHRASE}))

    assert problems[0].startswith("Filen borta.pem går inte att läsa.")


@pytest.mark.parametrize(("version", "problems"), [("1.0", 0), ("2.0", 1)])
def test_only_a_contract_that_is_not_verified_needs_the_regions_schemas(
    connection: Connection, tmp_path: Path, version: str, problems: int
):
    ready = prepare(
        connection,
        contract=shipped_contract(version),
        schemas=tmp_path / "contracts" / version,
        keychain=Drawer({NAME: PASS_PHRASE}),
        claim_folder="//klinik",
        history_problem="Fel.",
        has_roles=True,
    )

    assert len(ready.contract_problems) == problems
    assert len(ready.certificates) == 2
    assert (ready.claim_folder, ready.history_problem) == ("//klinik", "Fel.")
