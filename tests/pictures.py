"""Makes a picture of every state of the window: `python3 -m tests.pictures DIR`.

The real window on real services is driven over the samples without a display. What must be set
before Qt or the sentences are loaded, a scale and a language, gets a process of its own. Each
has a screen of a clinic's size, since a dialog is never larger than the screen.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from app import provision
from app.__main__ import make_swift
from app.wording import Language

ROOT = Path(__file__).resolve().parents[1]


class Part(NamedTuple):
    """What one process needs set before it makes its pictures."""

    scale: str = "1"
    language: Language = "sv"


# In pixels, as Qt's offscreen platform reads it.
_SCREEN: Mapping[str, str | float] = {
    "name": "clinic",
    "x": 0,
    "y": 0,
    "width": 1920,
    "height": 1080,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}

PARTS = {
    "states": Part(),
    "scaled": Part(scale="1.25"),
    "english": Part(language="en"),
}


def main() -> int:
    """0 where all pictures were made."""
    arguments = _arguments()
    provision.ensure(module="tests.pictures", extras=("dev",))
    if arguments.part:
        return _make(arguments.folder, arguments.part)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="kallelser-") as settings:
        screen = Path(settings) / "screen.json"
        screen.write_text(json.dumps({"screens": [_SCREEN]}), "utf-8")
        running = [_begin(arguments.folder, part, screen=screen) for part in PARTS]
        return int(any([process.wait() for process in running]))  # noqa: C419 - all are waited for


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m tests.pictures", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the pictures are saved")
    parser.add_argument("--part", choices=PARTS, help="only these pictures, in this process")
    return parser.parse_args()


def _begin(folder: Path, part: str, *, screen: Path) -> subprocess.Popen[bytes]:
    command = (sys.executable, "-m", "tests.pictures", str(folder.resolve()), "--part", part)
    platform = f"offscreen:configfile={screen}"
    wanted = {"QT_QPA_PLATFORM": platform, "QT_SCALE_FACTOR": PARTS[part].scale}
    return subprocess.Popen(command, cwd=ROOT, env=os.environ | wanted)  # noqa: S603 - ourselves


def _make(folder: Path, part: str) -> int:
    from ui.translation import use_language  # noqa: PLC0415 - Qt is there now

    use_language(PARTS[part].language)
    from tests import scenes  # noqa: PLC0415 - what it imports speaks the language from now on

    make_swift()
    with tempfile.TemporaryDirectory(prefix="kallelser-") as data:
        return scenes.play(part, folder=folder, data=Path(data), language=PARTS[part].language)


if __name__ == "__main__":
    sys.exit(main())
