"""The command that pictures every state makes each of them, whole and in its size."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parent.parent

WINDOW, SMALL = (1920, 1040), (1366, 768)
SIZES = {
    **dict.fromkeys(("start", "error", "mapping", "list", "ready", "zones"), WINDOW),
    **dict.fromkeys(("covered", "locked", "evaluation"), WINDOW),
    **dict.fromkeys(("comparison", "comparison_empty"), WINDOW),
    **dict.fromkeys(("fix_protected", "fix_past", "fix_no_address", "fix_alike"), WINDOW),
    **dict.fromkeys(("search_empty", "dark", "dark_fix", "undo", "undone", "sent"), WINDOW),
    **dict.fromkeys(("unclear", "offline", "dark_history", "history", "history_letter"), WINDOW),
    **dict.fromkeys(("history_unclear", "history_rejected"), WINDOW),
    **dict.fromkeys(("history_unread", "history_not_called"), WINDOW),
    **{f"settings_{number}": WINDOW for number in range(1, 9)},
    **dict.fromkeys(("small", "small_letter", "history_small", "proposal", "published"), SMALL),
    **dict.fromkeys(("smallest", "smallest_letter"), (1024, 560)),
    **dict.fromkeys(("editor", "editor_fault", "editor_extremes", "dark_editor"), WINDOW),
    "widest": (3840, 2160),
    # True pixels of 1536×832 and 1092×582 at 125 %.
    "scaled": (1920, 1040),
    "scaled_small": (1365, 728),
    **dict.fromkeys(("english_start", "english_list", "english_history"), WINDOW),
    **dict.fromkeys(("english_settings", "english_editor"), WINDOW),
}
# As large as their words need.
DIALOGS = {
    *("shortcuts", "dark_shortcuts", "english_shortcuts"),
    *("free_text", "booking_form", "confirm", "loading", "publish"),
}


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, QImage]:
    folder = tmp_path_factory.mktemp("pictures")
    ran = subprocess.run(  # noqa: S603 - our own program
        (sys.executable, "-m", "tests.pictures", str(folder)),
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert [path for path in folder.iterdir() if path.suffix != ".png"] == []
    return {path.stem: QImage(str(path)) for path in folder.glob("*.png")}


def test_one_command_pictures_every_state(pictures: dict[str, QImage]):
    assert set(pictures) == {*SIZES, *DIALOGS}


def test_each_picture_has_the_size_of_its_screen(pictures: dict[str, QImage]):
    sizes = {name: (one.width(), one.height()) for name, one in pictures.items()}

    assert {name: size for name, size in sizes.items() if name in SIZES} == SIZES


def test_no_picture_is_empty(pictures: dict[str, QImage]):
    empty = [name for name, picture in pictures.items() if shades(picture) < 20]

    assert empty == []


def shades(picture: QImage) -> int:
    """How many colours a small copy of it has; a window without content has a few."""
    small = picture.scaled(160, 90)
    return len({small.pixel(x, y) for x in range(small.width()) for y in range(small.height())})
