"""What every test stands on: no display, no network proxy, and a home of its own."""

import os
from collections.abc import Iterator
from pathlib import Path

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
        yield


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
