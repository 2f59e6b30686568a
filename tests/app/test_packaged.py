"""A packaged copy runs the program, or one of its own programs, and nothing else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app import VERSION, packaged

ROOT = Path(__file__).resolve().parents[2]


def test_without_more_it_is_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(sys, "argv", ["kallelser", "--version"])

    with pytest.raises(SystemExit):
        packaged.run(["--version"])

    assert capsys.readouterr().out == f"Kallelser {VERSION}\n"


def test_its_own_programs_run_as_python_would_run_them():
    workbook = ROOT / "resources" / "samples" / "cosmic.xlsx"

    ran = subprocess.run(
        (sys.executable, "-m", "app.packaged", "-E", "-m", "app.adapters.workbook_process", "sv"),
        cwd=ROOT,
        input=workbook.read_bytes(),
        capture_output=True,
        check=True,
    )

    row_no, cells = json.loads(ran.stdout.splitlines()[0])
    assert (row_no, cells[0]) == (1, "Bokningar till kallelse")


@pytest.mark.parametrize("module", ["os", "pip", "app.adapters.store"])
def test_it_is_no_python_for_other_programs(module: str):
    """F7: a copy that everybody may start runs no module that somebody names."""
    with pytest.raises(SystemExit, match="is no program of this copy"):
        packaged.run(["-m", module])
