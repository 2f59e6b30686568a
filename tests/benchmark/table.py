"""The printed table: the machine first, then what a receptionist waits for."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmark import (
    comparing,
    editing,
    encrypted,
    faults,
    formats,
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


def show(sizes: Sizes, *, folder: Path) -> int:
    """Prints each figure when it has been measured; gives the number of missed targets."""
    _write(machine.versions())
    _write(_line(*_HEADS))
    missed = 0
    for figure in _figures(sizes, folder):
        missed += figure.is_missed
        # Measured now, since a machine with other work to do is another machine.
        _write(_row(figure, reference=machine.python_work()))
    _write(f"{missed} targets missed." if missed else "All targets met.")
    return missed


def _figures(sizes: Sizes, folder: Path) -> Iterator[Figure]:
    yield from machine.figures(sizes, folder / "machine")
    yield from starts.figures(sizes, folder / "starts")
    yield from formats.figures(sizes, folder / "formats")
    yield from letters.figures(sizes, folder / "letters")
    yield from many_letters.figures(sizes, folder / "many_letters")
    yield from comparing.figures(sizes, folder / "comparing")
    yield from editing.figures(sizes, folder / "editing")
    yield from sending.figures(sizes, folder / "sending")
    yield from window.figures(sizes, folder / "window")
    yield from years.figures(sizes, folder / "years")
    # The history that the years have made, which takes minutes.
    yield from encrypted.figures(sizes, folder / "years")
    yield from faults.figures(sizes, folder / "faults")


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
