"""The start tells a screen from none without asking Qt, which would abort."""

import socket
import sys
from pathlib import Path
from typing import ClassVar

import pytest

from app import __main__ as start
from app.adapters.test_inbox import ConductFile
from app.conduct import Conduct, Fault
from app.settings import DataFolder
from ui.qt_printer import QtPrinter


@pytest.fixture(autouse=True)
def _no_display(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")


def test_without_a_display_variable_there_is_no_screen():
    assert not start._has_display()


def test_a_windows_or_mac_desktop_is_a_screen(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")

    assert start._has_display()


def test_an_offscreen_platform_is_no_screen(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(sys, "platform", "win32")

    assert not start._has_display()


def test_a_wayland_socket_is_a_screen_and_a_missing_one_is_none(monkeypatch, tmp_path: Path):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")

    assert not start._has_display()

    (tmp_path / "wayland-7").touch()

    assert start._has_display()


def test_a_dead_x_display_is_no_screen(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":4711")

    assert not start._has_display()


def test_an_x_server_that_answers_is_a_screen(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as server:
        number = server.getsockname()[1] - 6000
        monkeypatch.setenv("DISPLAY", f"127.0.0.1:{number}.0")

        assert start._has_display()


@pytest.mark.parametrize("display", ["här", "localhost:99999", "finns.invalid:0", ":0x"])
def test_an_x_display_that_makes_no_sense_is_no_screen(monkeypatch, display):
    monkeypatch.setenv("DISPLAY", display)

    assert not start._has_display()


def test_a_command_line_tells_the_test_inbox_how_to_behave(tmp_path: Path, capsys):
    told = start._tell_test_inbox(tmp_path, ["reset_after", "20%"])

    conduct = Conduct((Fault.RESET_AFTER,), share=20)
    assert told == 0
    assert ConductFile(DataFolder(tmp_path).test_inbox).conduct() == conduct
    assert capsys.readouterr().out == f"{conduct.told()}\n"


def test_a_word_that_says_nothing_is_answered_with_all_that_do(tmp_path: Path, capsys):
    assert start._tell_test_inbox(tmp_path, ["?"]) == 2
    assert "reset_after" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_the_command_line_takes_the_words_as_they_are(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["app", "--misbehave", "mixed", "20%"])
    assert start._arguments().misbehave == ["mixed", "20%"]

    monkeypatch.setattr(sys, "argv", ["app", "--misbehave"])
    assert start._arguments().misbehave == []


def test_the_window_gives_the_printer_that_the_settings_name():
    printer = start._printer_named("Skrivare som inte finns")

    assert isinstance(printer, QtPrinter)


class Keychain:
    """A keychain as Windows has one, but that forgets; no KeyringBackend, which would enlist."""

    __module__ = "keyring.backends.Windows"
    priority = 9
    kept: ClassVar[dict[str, str]] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[username] = password


@pytest.mark.parametrize(
    ("backends", "code", "said"),
    [([Keychain()], 0, "sparat i datorns nyckelring"), ([], 1, "ingen nyckelring")],
)
def test_the_pass_phrase_goes_into_the_keychain_or_nowhere(
    monkeypatch, capsys, backends, code, said
):
    Keychain.kept.clear()
    monkeypatch.setattr("keyring.backend.get_all_keyring", lambda: backends)
    monkeypatch.setattr("getpass.getpass", lambda _: "hemligt")
    monkeypatch.setattr(sys, "argv", ["app", "--pass-phrase"])

    assert start.main() == code

    assert said in capsys.readouterr().out
    assert list(Keychain.kept.values()) == ["hemligt"] * len(backends)
