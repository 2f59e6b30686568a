"""What a release is made with: locks that hold all of it, and a bill that tells it."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from app import VERSION
from app.first_run import _requirements, _with_hashes
from app.provision import ground_of
from tests.release.bill import bill_of_materials
from tests.release.locks import LOCKS, ROOT, locked
from tests.release.package import _command, _of_other_packages

NEEDS = [(), ("dev",), ("release",), ("dev", "release")]


@pytest.fixture(scope="module")
def bill() -> bytes:
    return bill_of_materials()


@pytest.mark.parametrize("extras", NEEDS)
def test_every_package_that_is_asked_for_is_locked(extras: tuple[str, ...]):
    """G7: who changes a version changes the lock, `python3 -m tests.release lock`, in review."""
    ground = ground_of(ROOT, extras=extras)

    assert _with_hashes(ground, _requirements(ground))[0] == "--require-hashes"


def test_every_locked_package_has_hashes_and_no_lock_names_an_index():
    """G1: where packages come from is pip's own setting, so it cannot be changed here."""
    for lock in LOCKS.glob("*.txt"):
        for pin in re.split(r"\n(?=\S)", lock.read_text("utf-8").rstrip("\n")):
            assert re.fullmatch(
                r"[\w.-]+==[\w.]+(?: ; [^\\\n]+)?(?: \\\n    --hash=sha256:[0-9a-f]{64})+", pin
            )


def test_the_bill_follows_the_schema_of_cyclonedx(bill: bytes):
    """G2"""
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill.decode()) is None


def test_the_bill_tells_what_the_program_holds_and_nothing_of_its_tests(bill: bytes):
    """G2: with a licence for each, and the C libraries that wheels bring along."""
    told = json.loads(bill)
    parts = {part["name"]: part for part in told["components"]}

    assert (told["specVersion"], told["metadata"]["component"]["version"]) == ("1.6", VERSION)
    assert parts.keys() > {"lxml", "PySide6_Essentials", "typst", "Qt", "PDFium", "SQLite", "Inter"}
    assert not parts.keys() & {"pytest", "hypothesis", "pyinstaller", "mypy"}
    assert not [part for part in parts.values() if not (part["version"] and part.get("licenses"))]


def test_an_equal_environment_gives_the_same_bill(bill: bytes):
    """G6: what is released can be made again and compared."""
    assert bill_of_materials() == bill


def test_the_packages_of_the_program_are_told_what_they_need(bill: bytes):
    needs = {one["ref"]: one.get("dependsOn", []) for one in json.loads(bill)["dependencies"]}

    assert (
        f"MarkupSafe=={locked('program')['markupsafe']}"
        in needs[f"Jinja2=={locked('program')['jinja2']}"]
    )


def test_the_program_is_a_folder_that_never_unpacks_itself_anew(tmp_path: Path):
    """F7: where it did, others on the PC could put a library beside it."""
    command = _command(tmp_path, tmp_path)

    assert "--onedir" in command
    assert "--onefile" not in command


def test_what_is_here_for_tests_and_releases_is_not_packaged():
    """G7: the program holds what its lock holds."""
    kept_out = _of_other_packages()

    assert kept_out > {"pytest", "hypothesis", "PyInstaller", "PIL"}
    assert not kept_out & {"PySide6", "lxml", "httpx", "jinja2", "sqlcipher3", "typst", "keyring"}


def test_the_version_is_told_once():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert project["version"] == VERSION
