"""Builds the program as a folder that needs no Python on the PC, and sees that it works."""

import ctypes
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from app.first_run import install_libraries
from tests.release.locks import ROOT, locked

# Two builds on one machine are then the same, byte for byte.
_NO_CHANCE = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "1577836800"}


def build(folder: Path) -> Path:
    """The program, `kallelser/kallelser` in the folder, with all that it needs beside it."""
    install_libraries(tuple(_missing_tools()))
    with tempfile.TemporaryDirectory(prefix="kallelser-") as work:
        subprocess.run(  # noqa: S603 - our own command, no shell
            [*_command(folder, Path(work)), str(ROOT / "app" / "packaged.py")],
            env=os.environ | _NO_CHANCE,
            check=True,
        )
    name = "kallelser.exe" if sys.platform == "win32" else "kallelser"
    return folder / "kallelser" / name


def has_run_its_tour(program: Path) -> bool:
    """Whether it finds its files and starts its other programs, far from this checkout."""
    with tempfile.TemporaryDirectory(prefix="kallelser-") as elsewhere:
        ran = subprocess.run(  # noqa: S603 - what was just built
            (program.resolve(), "--tour", elsewhere),
            cwd=elsewhere,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": elsewhere},
            check=False,
        )
    return ran.returncode == 0


def _missing_tools() -> Iterator[str]:
    """Debian's names of what PyInstaller needs and a bare system has not; Linux only."""
    if sys.platform != "linux":
        return
    if shutil.which("objdump") is None:
        yield "binutils"
    python = f"python{sys.version_info.major}.{sys.version_info.minor}"
    try:
        ctypes.CDLL(f"lib{python}.so.1.0")
    except OSError:  # Debian's own Python is one file, and this a package beside it
        yield f"lib{python}"


def _command(folder: Path, work: Path) -> list[str]:
    """A folder and not one file: that would unpack itself anew, where others may plant files."""
    return [
        *(sys.executable, "-m", "PyInstaller", "--onedir", "--noconfirm", "--noupx"),
        *("--log-level=WARN", "--name=kallelser", f"--paths={ROOT}"),
        *(f"--distpath={folder}", f"--workpath={work}", f"--specpath={work}"),
        *(f"--add-data={ROOT / data}{os.pathsep}{data}" for data in ("resources", "templates")),
        *(f"--collect-submodules={package}" for package in ("app", "ui")),
        *(f"--exclude-module={module}" for module in sorted(_of_other_packages())),
        # Its children tell it things on standard output, which a window's program would not have.
        *(("--hide-console=hide-early",) if sys.platform == "win32" else ()),
    ]


def _of_other_packages() -> set[str]:
    """Modules that are here for tests and releases; optional imports would bring them along."""
    ours = set(locked("program"))
    return {
        module
        for module, packages in metadata.packages_distributions().items()
        if not ours & {re.sub(r"[-_.]+", "-", package).lower() for package in packages}
    }
