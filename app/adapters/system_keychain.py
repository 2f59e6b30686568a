"""The operating system's own keychain: Windows, macOS, or a Secret Service or KWallet of Linux."""

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

from app.errors import KeychainUnusable
from app.wording import say

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

# Named one by one: other backends may be installed that keep secrets in a plain file, and the
# environment or a settings file could choose one of them behind our back.
_TRUSTED = frozenset(
    f"keyring.backends.{name}"
    for name in ("Windows", "macOS", "SecretService", "libsecret", "kwallet")
)
_SERVICE = "Kallelser"


def _installed() -> "Iterable[KeyringBackend]":
    from keyring.backend import get_all_keyring  # noqa: PLC0415 - 100 ms that a start need not wait

    return get_all_keyring()


class SystemKeychain:
    """Keeps secrets under the service name "Kallelser"."""

    def __init__(
        self,
        backends: "Callable[[], Iterable[KeyringBackend]]" = _installed,
        *,
        trusted: Collection[str] = _TRUSTED,
    ) -> None:
        """`trusted` holds the modules of those backends that may be used."""
        self._backends = backends
        self._trusted = trusted

    def get(self, name: str) -> str | None:
        try:
            return self._backend().get_password(_SERVICE, name)
        except _keyring_error() as error:
            raise _closed(error) from error

    def set(self, name: str, secret: str) -> None:
        try:
            self._backend().set_password(_SERVICE, name, secret)
        except _keyring_error() as error:
            raise _closed(error) from error

    def _backend(self) -> "KeyringBackend":
        safe = [one for one in self._backends() if type(one).__module__ in self._trusted]
        if not safe:
            raise KeychainUnusable(
                say("Datorn har ingen nyckelring som programmet kan spara hemligheter i."),
                say(
                    "Logga in på en dator med Windows, macOS eller en Linux-nyckelring "
                    "(Secret Service eller KWallet). Hemligheter sparas aldrig i en vanlig fil."
                ),
            )
        return max(safe, key=lambda one: one.priority)


def _keyring_error() -> type[Exception]:
    from keyring.errors import KeyringError  # noqa: PLC0415 - as above

    return KeyringError


def _closed(error: Exception) -> KeychainUnusable:
    return KeychainUnusable(
        say("Datorns nyckelring öppnas inte."),
        say("Lås upp den och försök igen."),
        detail=type(error).__name__,
    )
