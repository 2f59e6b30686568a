"""The guided tour drives the real program from a file to history, and counts what it did."""

import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

ROOT = Path(__file__).resolve().parent.parent

# What a person sees on the way; the findings between them depend on the samples.
SCREENS = ("start", "agfa_ei_list", "zones", "message_desktop", "search", "agfa_ei_confirm")
LATER = ("agfa_ei_sent", "paf_list", "paf_sent", "history", "history_search", "small_window")


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """What `python3 -m app` says without a display, and the folder that it names."""
    home = tmp_path_factory.mktemp("tour")
    gone = ("DISPLAY", "WAYLAND_DISPLAY")
    environment = {name: value for name, value in os.environ.items() if name not in gone}
    ran = subprocess.run(
        (sys.executable, "-m", "app"),
        cwd=ROOT,
        env={**environment, "XDG_DATA_HOME": str(home), "LOCALAPPDATA": str(home)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout, home / "Kallelser" / "rundtur"


def test_without_a_display_the_program_says_so_and_runs_the_tour(toured):
    said, folder = toured

    assert said.startswith("Här finns ingen skärm, så programmet visar i stället sin rundtur")
    assert str(folder) in said


def test_the_tour_saves_a_picture_of_every_screen(toured):
    _, folder = toured

    pictures = [path.stem.partition("_")[2] for path in sorted(folder.glob("*.png"))]

    assert [name for name in pictures if name in SCREENS + LATER] == [*SCREENS, *LATER]
    assert {name for name in pictures if name.startswith("finding_")} > {
        "finding_protected",
        "finding_past_date",
        "finding_duplicate",
        "finding_no_address",
    }


def test_the_tours_counts_balance(toured):
    said, folder = toured

    assert "agfa_ei: inlästa 60 = skickade" in said
    assert "paf: inlästa 60 = skickade" in said
    letters = list(folder.glob("*.pdf"))
    assert f"tryckeriet {len(letters)} brev" in said
    for letter in letters:
        with pikepdf.open(letter) as pdf:
            assert pdf.Root.Lang == "sv-SE"
