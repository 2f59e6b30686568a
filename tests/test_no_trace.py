"""Whom the program has met stands in no file that it leaves, but for those made to hold it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.exports import AGFA_EI, table

ROOT = Path(__file__).resolve().parent.parent

# An official test number, and a name without letters that a file may spell in several ways.
NUMBER, NAME = "19800319-2385", "Planteradsson"
TRACES = ("198003192385", NUMBER, "800319-2385", "8003192385", NAME, "Planterastigen")
PLANTED = AGFA_EI | {
    "Undersöknings-id": "EI-PLANTERAD",
    "Patient-id": NUMBER,
    "Patientnamn": f"{NAME}, Prov",
    "Gatuadress": "Planterastigen 1",
    "Undersökningsdatum": "2027-01-12",
}
# What is meant to hold letters: what the print house fetches, and what came to the test inbox.
MADE_FOR_IT = ("print_house", "test_inbox")


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that a program leaves that has met the person and then crashed."""
    left = tmp_path_factory.mktemp("left")
    for name in ("data", "home", "temp", "export", "bookings"):
        (left / name).mkdir()
    file = left / "bookings" / "bokningar.csv"
    file.write_bytes(table(PLANTED))
    homes = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")
    temps = ("TMPDIR", "TEMP", "TMP", "XDG_RUNTIME_DIR")
    places = dict.fromkeys(homes, str(left / "home")) | dict.fromkeys(temps, str(left / "temp"))
    with (left / "temp" / "stderr.txt").open("wb") as stderr:
        ended = subprocess.run(  # noqa: S603 - our own
            [
                *(sys.executable, "-X", "faulthandler", "-m", "tests.planted_child"),
                *(str(left / "data"), str(file), str(left / "export"), NUMBER),
            ],
            cwd=ROOT,
            env=os.environ | places | {"QT_QPA_PLATFORM": "offscreen"},
            stdout=stderr,
            stderr=stderr,
            check=False,
            timeout=55,
        )
    assert ended.returncode == 3, (left / "temp" / "stderr.txt").read_text("utf-8")
    return left


def traces_in(path: Path) -> list[str]:
    content = path.read_bytes()
    codes = ("utf-8", "utf-16-le", "utf-16-be")
    return [one for one in TRACES if any(one.encode(code) in content for code in codes)]


def holders(folder: Path) -> dict[str, list[str]]:
    """The files that tell of the person, by their place in a folder."""
    found = {
        path.relative_to(folder).as_posix(): traces_in(path)
        for path in folder.rglob("*")
        if path.is_file()
    }
    return {name: traces for name, traces in found.items() if traces}


def test_the_search_finds_what_is_there(left: Path):
    assert len(traces_in(left / "bookings" / "bokningar.csv")) >= 3


def test_the_program_has_done_all_that_it_was_to_do(left: Path):
    assert (left / "export" / "lista.pdf").stat().st_size > 0
    assert list((left / "data" / "backups").glob("*.sqlite3"))
    assert (left / "data" / "history.sqlite3-wal").exists()
    assert (left / "data" / "open_list.sqlite3").exists()


def test_in_its_own_folder_only_what_is_made_for_it_holds_a_person(left: Path):
    assert {name.split("/")[0] for name in holders(left / "data")} <= set(MADE_FOR_IT)


def test_nothing_is_left_at_home_or_among_temporary_files(left: Path):
    assert holders(left / "home") == holders(left / "temp") == {}


def test_errors_are_told_without_the_person(left: Path):
    told = (left / "temp" / "stderr.txt").read_text("utf-8")

    assert told.count("RuntimeError") >= 2
    assert "ValueError" in told
