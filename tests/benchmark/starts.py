"""How long the program takes to its first painted window, beside an empty window."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from app.bootstrap import ROOT
from tests.benchmark.figures import Figure, Sizes


def figures(sizes: Sizes, folder: Path) -> Iterator[Figure]:
    """From the birth of a process to its paint; by turns, so that both meet the same machine."""
    for kind in ("empty", "program"):
        _until_painted(kind, folder)  # brings its files into the disk cache, and its bytecode
    pairs = [
        (_until_painted("empty", folder), _until_painted("program", folder))
        for _ in range(sizes.starts)
    ]
    yield Figure("start to painted: an empty PySide6 window", [empty for empty, _ in pairs])
    yield Figure("start to painted: the program", [program for _, program in pairs])
    ratios = [program / empty for empty, program in pairs]
    yield Figure("start to painted: the program to the empty one", ratios, target=1.5, unit="×")


def _until_painted(kind: str, folder: Path) -> float:
    command = (sys.executable, "-m", "tests.benchmark.first_paint", kind, str(folder))
    # As where the program is at home: there the first start has left bytecode to the next.
    keeping = os.environ | {"PYTHONPYCACHEPREFIX": str(folder), "PYTHONDONTWRITEBYTECODE": ""}
    born = time.time()
    told = subprocess.run(  # noqa: S603 - our own
        command, cwd=ROOT, check=True, capture_output=True, text=True, env=keeping
    )
    return (float(told.stdout) - born) * 1000
