"""The printed table: the machine first, then what a receptionist waits for."""

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from app.__main__ import make_swift
from tests.benchmark import (
    comparing,
    editing,
    encrypted,
    faults,
    filtering,
    formats,
    gaps,
    letters,
    machine,
    many_letters,
    sending,
    starts,
    window,
    years,
)
from tests.benchmark.figures import Figure, Sizes

_WIDTHS = (60, -10, -8, -7, 2, 30)
_HEADS = ("figure", "value", "target", "× ref", "", "lowest to highest")
_IN_MS = {"ms": 1, "s": 1000}


def write_head() -> None:
    _write(machine.versions())
    _write(_line(*_HEADS))


def show(part: str, sizes: Sizes) -> int:
    """Prints each figure when it has been measured; gives the number of missed targets.

    Raises KeyError for a part that is not in PARTS.
    """
    make_swift()
    missed = 0
    with tempfile.TemporaryDirectory(prefix="kallelser-") as folder:
        for figure in PARTS[part](sizes, Path(folder) / part):
            missed += figure.is_missed
            # Measured now, since a machine with other work to do is another machine.
            _write(_row(figure, reference=machine.python_work()))
    return missed


def write_end(missed: int) -> None:
    _write(f"{missed} targets missed." if missed else "All targets met.")


def _of_window(sizes: Sizes, folder: Path) -> Iterator[Figure]:
    yield from window.figures(sizes, folder)
    yield from gaps.figures(sizes, folder)


def _of_years(sizes: Sizes, folder: Path) -> Iterator[Figure]:
    """Both of one history, which takes minutes to make."""
    yield from years.figures(sizes, folder)
    yield from encrypted.figures(sizes, folder)


PARTS: Mapping[str, Callable[[Sizes, Path], Iterator[Figure]]] = {
    "machine": machine.figures,
    "starts": starts.figures,
    "formats": formats.figures,
    "letters": letters.figures,
    "many_letters": many_letters.figures,
    "comparing": comparing.figures,
    "editing": editing.figures,
    "sending": sending.figures,
    "window": _of_window,
    "filtering": filtering.figures,
    "years": _of_years,
    "faults": faults.figures,
}


def _row(figure: Figure, *, reference: float) -> str:
    unit, runs = figure.unit, len(figure.values)
    return _line(
        figure.name,
        f"{figure.value:.1f} {unit}",
        f"{figure.target:g} {unit}" if figure.target is not None else "",
        f"{figure.value * _IN_MS[unit] / reference:.2f}" if unit in _IN_MS else "",
        "",
        f"{min(figure.values):.1f} to {max(figure.values):.1f}, {runs} runs",
        "MISSED" if figure.is_missed else "",
    )


def _line(*cells: str) -> str:
    """Columns as wide as `_WIDTHS`, a negative width being one that ends in line."""
    aligned = (
        cell.ljust(width) if width > 0 else cell.rjust(-width)
        for cell, width in zip(cells, (*_WIDTHS, 0), strict=False)
    )
    return " ".join(aligned).rstrip()


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
