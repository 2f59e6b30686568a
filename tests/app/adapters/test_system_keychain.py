"""Secrets go to the system's own keychain or nowhere; never into a plain file."""

from collections.abc import Iterable

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as Failing
from keyring.errors import KeyringLocked

from app.adapters.system_keychain import SystemKeychain
from app.errors import KeychainUnusable
from app.keychain import Keychain
from tests.own_keychain import SystemBackend


class InMemory(SystemBackend):
    """Is named by this module, so the program does not trust it unless told to."""


class Preferred(InMemory):
    priority = 2


class Locked(InMemory):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("låst")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("låst")


def keychain(*backends: KeyringBackend) -> Keychain:
    return SystemKeychain(lambda: backends, trusted={__name__})


def test_a_secret_is_found_again_under_its_name():
    chain = keychain(InMemory())

    chain.set("certifikat-1177", "hemligt")

    assert (chain.get("certifikat-1177"), chain.get("annat")) == ("hemligt", None)


def test_of_several_the_one_that_the_system_prefers_is_used():
    backends = (InMemory(), Preferred(), InMemory())

    keychain(*backends).set("namn", "hemligt")

    assert [bool(one.kept) for one in backends] == [False, True, False]


@pytest.mark.parametrize("backends", [(), (Failing(),), (InMemory(),)])
def test_anything_but_the_systems_own_is_refused(backends: Iterable[KeyringBackend]):
    chain = SystemKeychain(lambda: backends)

    with pytest.raises(KeychainUnusable, match="sparas aldrig i en vanlig fil"):
        chain.set("namn", "hemligt")
    with pytest.raises(KeychainUnusable, match="ingen nyckelring"):
        chain.get("namn")


def test_the_environment_cannot_choose_another_keychain(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", f"{__name__}.InMemory")
    chain = SystemKeychain(trusted=())

    with pytest.raises(KeychainUnusable):
        chain.set("namn", "hemligt")


def test_a_keychain_that_stays_locked_is_told():
    chain = keychain(Locked())

    with pytest.raises(KeychainUnusable, match="öppnas inte"):
        chain.get("namn")
    with pytest.raises(KeychainUnusable, match="öppnas inte"):
        chain.set("namn", "hemligt")
