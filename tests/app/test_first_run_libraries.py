import os
import sys

import pytest

from app.first_run import install_libraries, missing_libraries

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="Qt's wheels bring all elsewhere")
posix_only = pytest.mark.skipif(os.name == "nt", reason="apt-get and its stand-in are POSIX")


@pytest.fixture
def apt_get(tmp_path, monkeypatch):
    """A stand-in for apt-get that writes down its arguments; `refuses` beside it makes it fail."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "apt-get"
    program.write_text(
        '#!/bin/sh\ncd "${0%/*}"\necho "$DEBIAN_FRONTEND: $*" >> calls\n'
        "if [ -e refuses ]; then echo E: no network; exit 100; fi\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return folder


def test_elsewhere_qt_brings_its_own_libraries(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")

    assert missing_libraries(frozenset({"program"}), load=_all_but("libGL.so.1")) == ()


@linux_only
def test_every_library_that_loads_is_left_alone():
    assert missing_libraries(frozenset({"program", "screen"}), load=str) == ()


@linux_only
def test_a_library_that_does_not_load_is_named_by_its_debian_package():
    assert missing_libraries(frozenset({"program"}), load=_all_but("libGL.so.1")) == ("libgl1",)


@linux_only
def test_a_screen_needs_more_libraries():
    load = _all_but("libxcb-cursor.so.0")

    assert missing_libraries(frozenset({"program"}), load=load) == ()
    assert missing_libraries(frozenset({"program", "screen"}), load=load) == ("libxcb-cursor0",)


@posix_only
def test_root_gets_the_libraries_installed(apt_get):
    install_libraries(("libgl1", "libegl1"), user=0)

    options = "noninteractive: -q -o DPkg::Lock::Timeout=300"
    assert (apt_get / "calls").read_text().splitlines() == [
        f"{options} update",
        f"{options} install -y --no-install-recommends libgl1 libegl1",
    ]


@posix_only
def test_libraries_that_cannot_be_fetched_are_named(apt_get):
    (apt_get / "refuses").touch()

    with pytest.raises(SystemExit, match=r"(?s)kunde inte installeras: libgl1.*E: no network"):
        install_libraries(("libgl1",), user=0)


@posix_only
def test_anyone_else_gets_the_line_to_run(apt_get):
    line = "sudo apt-get update && sudo apt-get install -y --no-install-recommends libgl1 libegl1\n"

    with pytest.raises(SystemExit) as stopped:
        install_libraries(("libgl1", "libegl1"), user=1000)

    assert line in str(stopped.value)
    assert not (apt_get / "calls").exists()


@posix_only
def test_another_kind_of_system_is_told_what_to_look_for(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(SystemExit, match="motsvarigheten till: libgl1"):
        install_libraries(("libgl1",), user=0)


def test_nothing_is_installed_where_nothing_is_missing(apt_get):
    install_libraries((), user=0)

    assert not (apt_get / "calls").exists()


def _all_but(absent):
    def load(library):
        if library == absent:
            raise OSError

    return load
