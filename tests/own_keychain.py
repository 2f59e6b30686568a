"""A keychain as a system has one, for tests that must not touch the real one."""

import pytest
from keyring.backend import KeyringBackend

from app.errors import KeychainUnusable


class OwnKeychain:
    """Implements `app.keychain.Keychain`; `is_shut` as one that nobody has unlocked."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.is_shut = False

    def get(self, name: str) -> str | None:
        self._look()
        return self.kept.get(name)

    def set(self, name: str, secret: str) -> None:
        self._look()
        self.kept[name] = secret

    def _look(self) -> None:
        if self.is_shut:
            raise KeychainUnusable("Datorns nyckelring öppnas inte.", "Lås upp den.")


class SystemBackend(KeyringBackend):
    """What a system's backend does, kept in memory."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


# As the program names those that it trusts.
SystemBackend.__module__ = "keyring.backends.SecretService"


def give_system_a_keychain(patch: pytest.MonkeyPatch) -> SystemBackend:
    """From here on this PC has a keychain, until the test is over."""
    backend = SystemBackend()
    patch.setattr("keyring.backend.get_all_keyring", lambda: [backend])
    return backend
