"""What every test stands on: no display, no network proxy, and a home of its own."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtWidgets import QApplication

from ui.appearance import apply_theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A slow machine is no reason for a test to fail, and one commit gives one verdict.
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"

_HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
_XDG_HOMES = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
_PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(scope="session", autouse=True)
def _no_trace_of_this_machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nobody's own files are read or written, and no proxy comes between a test and loopback."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("home")
        for name in (*_HOMES, *_XDG_HOMES):
            patch.setenv(name, str(home))
        for name in _PROXIES:
            patch.delenv(name, raising=False)
            patch.delenv(name.upper(), raising=False)
        # Nor is anything put into somebody's own keychain: a test has one of its own, or none.
        patch.setattr("keyring.backend.get_all_keyring", list)
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_way_out() -> Iterator[None]:
    """A test that would reach another machine fails at once, also where it could."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _only_here(getattr(socket.socket, name)))
        yield


# And names that are kept from ever being given to anybody.
_HERE = ("127.0.0.1", "::1", "localhost", ".invalid")


def _only_here(connect: Callable[..., Any]) -> Callable[..., Any]:
    def connect_here(line: socket.socket, address: Any) -> Any:
        # The address of a socket of this machine's own is no host and port.
        host = address[0] if isinstance(address, tuple) else "localhost"
        assert host.endswith(_HERE), f"a test reaches out to {host}"
        return connect(line, address)

    return connect_here


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application as the program dresses it: our font, palette and Swedish."""
    apply_theme(qapp)
    return qapp


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Schemas, samples and official test numbers that nobody here wrote; beside the checkout."""
    if not SHARED_DATA.is_dir():
        pytest.skip("../shared/data is not here")
    return SHARED_DATA
