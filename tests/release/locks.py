"""Pins every package with the hashes of all its files, for every system and Python.

The locks name no index: where packages come from is the setting of pip and uv.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ROOT / "resources" / "packages"
EXTRAS = ("dev", "release")

# A pin with the hashes on the lines after it.
_BLOCK = re.compile(r"^[\w.-]+==.*(?:\n    --hash=.*)+\n", re.MULTILINE)


def lock(*options: str) -> None:
    """Writes `program.txt`, and for each extra what it needs on top. Asks the package index."""
    program = LOCKS / "program.txt"
    LOCKS.mkdir(exist_ok=True)
    _resolve(program, *options)
    for extra in EXTRAS:
        _resolve(LOCKS / f"{extra}.txt", *options, f"--extra={extra}", f"--constraints={program}")
        _take_away(program, LOCKS / f"{extra}.txt")


def locked(name: str) -> dict[str, str]:
    """The versions of a lock by package, as in `{"lxml": "6.1.3"}`."""
    pins = (LOCKS / f"{name}.txt").read_text("utf-8")
    return dict(re.findall(r"^([\w.-]+)==(\S+)", pins, re.MULTILINE))


def _resolve(file: Path, *options: str) -> None:
    subprocess.run(  # noqa: S603 - our own command, no shell
        [
            *(sys.executable, "-m", "uv", "--quiet", "pip", "compile", "pyproject.toml"),
            *("--universal", "--python-version=3.11", "--generate-hashes"),
            *("--no-annotate", "--no-header", f"--output-file={file}", *options),
        ],
        cwd=ROOT,
        check=True,
    )


def _take_away(lock: Path, other: Path) -> None:
    """What stands word for word in one lock need not stand in another."""
    known = set(_BLOCK.findall(lock.read_text("utf-8")))
    blocks = _BLOCK.findall(other.read_text("utf-8"))
    other.write_text("".join(block for block in blocks if block not in known), "utf-8")
