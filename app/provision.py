"""Decides at every start, in under a millisecond, whether this machine must first be set up.

Standard library only, and readable by an older Python, so that it too can be told in a sentence.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple, NoReturn

OLDEST_PYTHON = (3, 11)
_ROOT = Path(__file__).resolve().parents[1]


class Ground(NamedTuple):
    """One checkout, the environment that holds its packages, and what a command needs of both.

    `needs` holds "program", any extras of pyproject.toml, and "screen" where windows are shown.
    """

    root: Path
    venv: Path
    needs: frozenset[str]

    @property
    def pyproject(self) -> Path:
        return self.root / "pyproject.toml"

    @property
    def locks(self) -> tuple[Path, ...]:
        """The pins with hashes of every need that has them, made by `tests.release`."""
        return tuple(sorted((self.root / "resources" / "packages").glob("*.txt")))

    @property
    def python(self) -> Path:
        inner = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
        return self.venv / inner

    @property
    def is_ready(self) -> bool:
        """Whether everything needed was provided, for these very pins and this Python."""
        return self.needs <= self.provided and self.python.exists()

    @property
    def provided(self) -> frozenset[str]:
        """What the stamp says the environment was given; nothing if it was for another project."""
        try:
            given, _, made_for = self._stamp.read_text(encoding="utf-8").partition("\n")
        except OSError:
            return frozenset()
        return frozenset(given.split()) if made_for == self._made_for else frozenset()

    def write_stamp(self) -> None:
        """To be called last: a set-up that was cut off leaves no stamp and is done again."""
        given = " ".join(sorted(self.needs | self.provided))
        self._stamp.write_text(f"{given}\n{self._made_for}", encoding="utf-8")

    @property
    def _stamp(self) -> Path:
        return self.venv / "provided.txt"

    @property
    def _made_for(self) -> str:
        # The text itself and not its digest: hashlib alone would cost 3 ms of every start.
        python = f"Python {sys.version_info.major}.{sys.version_info.minor}"
        pins = (file.read_text(encoding="utf-8") for file in (self.pyproject, *self.locks))
        return "\n".join((python, *pins))


def ensure(*, module: str, extras: tuple[str, ...] = (), root: Path = _ROOT) -> None:
    """Returns where all is in place; else sets up `.venv` and starts `module` again inside it.

    Raises SystemExit with what is missing and what to do, in Swedish, where that is impossible.
    """
    if sys.version_info < OLDEST_PYTHON:
        raise SystemExit(_too_old(module))
    ground = ground_of(root, extras=extras)
    if not ground.pyproject.exists():
        return  # an installed copy: its installer saw to the packages
    if not ground.is_ready:
        from app import first_run  # noqa: PLC0415 - its imports would cost every start 25 ms

        if first_run.has_packages(ground):
            if ground.venv.exists() and _runs_in(ground.venv):
                first_run.remember(ground)
            return
        first_run.set_up(ground)
    elif _runs_in(ground.venv):
        return
    _start_again(ground.python, module=module)  # pragma: no cover - ends the process


def ground_of(root: Path, *, extras: tuple[str, ...] = ()) -> Ground:
    """The environment is `.venv` in `root` unless KALLELSER_VENV names another place."""
    venv = root / Path(os.environ.get("KALLELSER_VENV") or ".venv").expanduser()
    screen = ("screen",) if _shows_windows_with_x11() else ()
    return Ground(root, venv, frozenset(("program", *extras, *screen)))


def _shows_windows_with_x11() -> bool:
    return (
        sys.platform == "linux"
        and bool(os.environ.get("DISPLAY"))
        and os.environ.get("QT_QPA_PLATFORM") not in {"offscreen", "minimal"}
    )


def _runs_in(venv: Path) -> bool:
    return Path(sys.prefix).samefile(venv)


def _start_again(python: Path, *, module: str) -> NoReturn:  # pragma: no cover - as above
    command = [str(python), "-m", module, *sys.argv[1:]]
    if sys.platform == "win32":
        # Its exec returns to the shell at once and leaves two programs reading the keyboard.
        import subprocess  # noqa: PLC0415 - needed nowhere else in a start

        raise SystemExit(subprocess.run(command, check=False).returncode)  # noqa: S603 - our own
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(python, command)  # noqa: S606 - the same command in the right interpreter


def _too_old(module: str) -> str:
    needed, found = (
        ".".join(map(str, version[:2])) for version in (OLDEST_PYTHON, sys.version_info)
    )
    return (
        f"Kallelser behöver Python {needed} eller nyare, men detta är Python {found}. "
        f"Installera en nyare Python och starta med den, till exempel: python{needed} -m {module}"
    )
