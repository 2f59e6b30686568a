import functools
import hashlib
import http.server
import io
import os
import socket
import sys
import sysconfig
import threading
import venv
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

from app.file_lock import sole_holder
from app.first_run import (
    has_packages,
    make_environment,
    missing_packages,
    set_up,
)
from app.provision import ground_of
from tests.fresh_checkout import make_checkout, make_wheel

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def wheels(tmp_path, monkeypatch):
    """The only place that pip takes packages from."""
    folder = tmp_path / "wheels"
    make_wheel(folder, "tiny", "1.0")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    return folder


def installed(ground):
    """Where the environment keeps its packages."""
    place = {"base": str(ground.venv), "platbase": str(ground.venv)}
    return sysconfig.get_path("purelib", "venv", place)


def test_a_set_up_installs_what_the_command_needs(tmp_path, wheels):
    make_wheel(wheels, "extra", "1.0")
    make_checkout(tmp_path / "checkout", "tiny==1.0", dev=("extra==1.0",))
    ground = ground_of(tmp_path / "checkout", extras=("dev",))

    set_up(ground)

    assert ground.is_ready
    assert list(missing_packages(ground, path=[installed(ground)])) == []


def test_what_is_ready_is_not_set_up_again(tmp_path, capfd):
    ground = make_checkout(tmp_path / "checkout", "absent==1.0")
    venv.create(ground.venv, symlinks=os.name != "nt")
    ground.write_stamp()

    set_up(ground)

    assert capfd.readouterr() == ("", "")


def test_a_set_up_that_waited_finds_the_work_done(tmp_path, monkeypatch):
    ground = make_checkout(tmp_path / "checkout", "absent==1.0")
    told = _Heard()
    monkeypatch.setattr(sys, "stderr", told)
    second = threading.Thread(target=set_up, args=(ground,))

    with sole_holder(ground.root / ".venv.lock"):
        second.start()
        told.something.wait()
        venv.create(ground.venv, symlinks=os.name != "nt")
        ground.write_stamp()
    second.join()

    assert told.getvalue() == "En annan start gör redan i ordning programmet. Väntar på den.\n"


def test_an_environment_of_another_python_is_made_anew(tmp_path):
    ground = make_checkout(tmp_path / "checkout")
    ground.venv.mkdir()
    (ground.venv / "pyvenv.cfg").write_text("version = 3.9.18\n")
    (ground.venv / "left over").touch()

    make_environment(ground)

    assert ground.python.exists()
    assert not (ground.venv / "left over").exists()


def test_an_environment_of_this_python_is_kept(tmp_path):
    ground = make_checkout(tmp_path / "checkout")
    venv.create(ground.venv, symlinks=os.name != "nt")
    (ground.venv / "kept").touch()

    make_environment(ground)

    assert (ground.venv / "kept").exists()


def test_a_folder_that_is_no_environment_is_left_untouched(tmp_path, monkeypatch):
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "letter.txt").touch()
    monkeypatch.setenv("KALLELSER_VENV", str(documents))
    ground = make_checkout(tmp_path / "checkout")

    with pytest.raises(SystemExit, match="är ingen Python-miljö, så den lämnas orörd"):
        make_environment(ground)

    assert list(documents.iterdir()) == [documents / "letter.txt"]


def test_a_large_download_is_told_with_its_size_and_without_its_address(
    tmp_path, monkeypatch, capfd
):
    make_wheel(tmp_path / "index" / "large", "large", "1.0", payload=os.urandom(1_600_000))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    ground = make_checkout(tmp_path / "checkout", "large==1.0")
    handler = functools.partial(_Index, directory=str(tmp_path / "index"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as index:
        threading.Thread(target=index.serve_forever).start()
        monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{index.server_port}/")

        set_up(ground)
        index.shutdown()

    assert "\n  large 1.0 (1.6 MB)\n" in capfd.readouterr().err


def test_without_a_network_it_names_what_is_missing_and_what_to_do(tmp_path, monkeypatch, capfd):
    ground = make_checkout(tmp_path / "checkout", "tiny==1.0")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_RETRIES", "1")
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{nobody.getsockname()[1]}/simple")

        with pytest.raises(SystemExit, match=r"(?s)svarar inte.*Saknas: tiny\n.*till nätverket"):
            set_up(ground)

    assert "Paketindexet svarar inte, försöker igen." in capfd.readouterr().err
    assert not ground.is_ready


def test_a_package_that_no_index_has_is_named_with_the_words_of_pip(tmp_path, wheels):
    ground = make_checkout(tmp_path / "checkout", "tiny==3.0")

    with pytest.raises(SystemExit) as stopped:
        set_up(ground)

    assert "Saknas: tiny\npip säger: ERROR: No matching distribution" in str(stopped.value)
    assert not ground.is_ready


def lock(checkout: Path, *pins: str) -> None:
    """As `python3 -m tests.release lock` writes it."""
    folder = checkout / "resources" / "packages"
    folder.mkdir(parents=True)
    (folder / "program.txt").write_text("".join(f"{pin}\n" for pin in pins), "utf-8")


def sha256(wheel: Path) -> str:
    return f"--hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}"


def test_a_locked_package_is_installed_where_its_content_is_the_locked_one(tmp_path, wheels):
    ground = make_checkout(tmp_path / "checkout", "tiny>=1.0,<2.0")
    wheel = make_wheel(wheels, "tiny", "1.5")
    make_wheel(wheels, "tiny", "1.6")
    lock(ground.root, f"tiny==1.5 {sha256(wheel)}")

    set_up(ground)

    assert [one.version for one in metadata.distributions(path=[installed(ground)])] == ["1.5"]


def test_a_package_whose_content_was_changed_is_never_installed(tmp_path, wheels):
    """G1: the index, or somebody on the way, gives another file under the same name."""
    ground = make_checkout(tmp_path / "checkout", "tiny==1.0")
    lock(ground.root, f"tiny==1.0 {sha256(make_wheel(wheels, 'tiny', '1.0'))}")
    make_wheel(wheels, "tiny", "1.0", payload=b"theirs")

    with pytest.raises(SystemExit, match="ett annat innehåll än det som hör hit"):
        set_up(ground)

    assert list(metadata.distributions(path=[installed(ground)])) == []
    assert not ground.is_ready


def test_a_package_that_a_locked_one_brings_along_must_be_locked_too(tmp_path, wheels):
    """G1: nothing comes in by the back door."""
    ground = make_checkout(tmp_path / "checkout", "tiny==1.0")
    wheel = make_wheel(wheels, "tiny", "1.0", needs="stranger")
    make_wheel(wheels, "stranger", "1.0")
    lock(ground.root, f"tiny==1.0 {sha256(wheel)}")

    with pytest.raises(SystemExit, match="pip säger: ERROR: In --require-hashes mode"):
        set_up(ground)


def test_a_package_that_a_developer_has_just_added_is_installed_before_it_is_locked(
    tmp_path, wheels
):
    ground = make_checkout(tmp_path / "checkout", "tiny==1.0", "added==1.0")
    make_wheel(wheels, "added", "1.0")
    lock(ground.root, f"tiny==1.0 {sha256(wheels / 'tiny-1.0-py3-none-any.whl')}")

    set_up(ground)

    assert list(missing_packages(ground, path=[installed(ground)])) == []


def test_a_new_lock_is_reason_to_set_up_again(tmp_path, wheels):
    ground = make_checkout(tmp_path / "checkout", "tiny==1.0")
    set_up(ground)
    lock(ground.root, f"tiny==1.0 {sha256(wheels / 'tiny-1.0-py3-none-any.whl')}")

    assert not ground.is_ready


def test_a_python_without_pip_is_told_how_to_get_it(tmp_path, wheels, monkeypatch):
    bare = tmp_path / "bare"
    venv.create(bare, symlinks=os.name != "nt")
    monkeypatch.setattr(sys, "base_prefix", str(bare))
    monkeypatch.setattr(sys, "path", [])
    ground = make_checkout(tmp_path / "checkout", "tiny==1.0")

    with pytest.raises(SystemExit, match=r"pip saknas.*apt-get install python3-pip"):
        set_up(ground)


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        ("tiny==1.10", True),
        ("tiny==1.9", False),
        ("tiny>=1.9,<1.11", True),
        ("tiny>=1.9,<1.10", False),
        ("tiny>=1.11", False),
        ("Tiny==1.10", True),
        (f"absent==1.0; sys_platform == '{sys.platform}'", False),
        ("absent==1.0; sys_platform == 'elsewhere'", True),
    ],
)
def test_a_version_fits_as_pip_would_have_it(tmp_path, wanted, fits):
    with zipfile.ZipFile(make_wheel(tmp_path, "tiny", "1.10")) as wheel:
        wheel.extractall(tmp_path / "installed")
    ground = make_checkout(tmp_path / "checkout", wanted)

    missing = list(missing_packages(ground, path=[str(tmp_path / "installed")]))

    assert (missing == []) == fits


def test_every_requirement_of_this_project_is_understood():
    assert has_packages(ground_of(ROOT, extras=("dev",)))


class _Heard(io.StringIO):
    """A stderr that tells when something was written."""

    def __init__(self):
        super().__init__()
        self.something = threading.Event()

    def flush(self):
        self.something.set()


class _Index(http.server.SimpleHTTPRequestHandler):
    """Folder listings are all that pip asks of an index."""

    def log_message(self, *_):
        pass
