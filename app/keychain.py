"""The operating system's keychain: the one place where the program keeps what must stay secret."""

from typing import Protocol


class Keychain(Protocol):
    """Both raise KeychainUnusable where the system has no safe place, or does not open it."""

    def get(self, name: str) -> str | None:
        """The secret, or None where there is none by this name."""
        ...

    def set(self, name: str, secret: str) -> None: ...
