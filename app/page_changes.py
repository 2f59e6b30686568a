"""Where two pictures of the same page differ."""

from collections.abc import Iterator
from itertools import pairwise

from app.preview import Raster
from app.print_profile import Zone

_MM_PER_INCH = 25.4
_BYTES_A_PIXEL = 4
# Changed lines of text that are nearer than this, in mm, are marked as one place.
_NEAR = 2.5
# How finely the sides of a place are told, in mm.
_COLUMN = 2.0


def changed_places(before: Raster, after: Raster, *, dpi: float) -> tuple[Zone, ...]:
    """Rectangles in mm from the top of the page, the topmost first; both drawn at `dpi`."""
    per_mm = dpi / _MM_PER_INCH
    height, width = min(before.height, after.height), min(before.width, after.width)
    rows = [y for y in range(height) if _row(before, y, width) != _row(after, y, width)]
    places = []
    for top, bottom in _runs(rows, gap=_NEAR * per_mm):
        columns = list(_changed_columns(before, after, range(top, bottom), width, per_mm))
        left, right = min(columns), max(columns) + _COLUMN
        places.append(
            Zone(x=left, y=top / per_mm, width=right - left, height=(bottom - top) / per_mm)
        )
    return tuple(places)


def _row(raster: Raster, y: int, width: int) -> bytes | memoryview:
    start = y * raster.stride
    return raster.pixels[start : start + width * _BYTES_A_PIXEL]


def _runs(rows: list[int], *, gap: float) -> Iterator[tuple[int, int]]:
    """First row and the row after the last of each run that no wide gap divides."""
    if not rows:
        return
    ends = [(upper, lower) for upper, lower in pairwise(rows) if lower - upper > gap]
    firsts = [rows[0], *(lower for _, lower in ends)]
    lasts = [*(upper for upper, _ in ends), rows[-1]]
    yield from ((first, last + 1) for first, last in zip(firsts, lasts, strict=True))


def _changed_columns(
    before: Raster, after: Raster, rows: range, width: int, per_mm: float
) -> Iterator[float]:
    """The left sides, in mm, of the columns in which anything of the rows differs."""
    step = max(1, round(_COLUMN * per_mm))
    for left in range(0, width, step):
        cells = slice(left * _BYTES_A_PIXEL, min(width, left + step) * _BYTES_A_PIXEL)
        if any(_row(before, y, width)[cells] != _row(after, y, width)[cells] for y in rows):
            yield left / per_mm
