"""Bookings and drafts as JSON, and back again just as they were."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from app.bookings import Booking, Unit
from app.canonical_json import canonical_json
from app.draft import Draft
from app.open_list import OpenList
from app.source_cells import Columns, SourceCells
from app.swedish_dates import STOCKHOLM


@dataclass(frozen=True, slots=True)
class _Sheaf:
    """`columns` are those of their files, each once, and `columns_of` a place there or None."""

    bookings: tuple[Booking, ...]
    columns: tuple[Columns, ...]
    columns_of: tuple[int | None, ...]


def told_bookings(bookings: Sequence[Booking]) -> bytes:
    """Few enough at a time: it keeps other threads waiting, 0.5 ms for fifty."""
    cells = [one.cells if isinstance(one.cells, SourceCells) else None for one in bookings]
    columns = {id(one.columns): one.columns for one in cells if one}
    places = {key: place for place, key in enumerate(columns)}
    columns_of = tuple(places[id(one.columns)] if one else None for one in cells)
    sheaf = _Sheaf(tuple(bookings), tuple(columns.values()), columns_of)
    return _sheaves().dump_json(sheaf, exclude={"bookings": {"__all__": {"cells"}}})


def bookings_of(told: Iterable[bytes]) -> list[Booking]:
    """All of several sheaves. Raises ValueError."""
    units: dict[Unit, Unit] = {}
    found: list[Booking] = []
    for text in told:
        sheaf = _sheaves().validate_json(text)
        pairs = zip(sheaf.bookings, sheaf.columns_of, strict=True)
        found += [
            replace(
                _in_sweden(one),
                # Thousands of bookings are of the same few units.
                unit=units.setdefault(one.unit, one.unit),
                cells={} if place is None else SourceCells(sheaf.columns[place], one.texts),
            )
            for one, place in pairs
        ]
    return found


def told_draft(draft: Draft) -> bytes:
    """What has been chosen, without the booking."""
    return _drafts().dump_json(draft, exclude={"booking", "as_read"})


def draft_of(told: bytes, booking: Booking, *, as_read: Booking | None = None) -> Draft:
    """Raises ValueError."""
    chosen = json.loads(told)
    return _drafts().validate_python({**chosen, "booking": booking, "as_read": as_read})


def told_list(kept: OpenList) -> bytes:
    """All but the bookings and what has been decided of them."""
    paths = tuple(map(_tellable, kept.origin.paths))
    origin = replace(kept.origin, written=None, paths=paths)
    batch = replace(kept.batch, bookings=())
    return _lists().dump_json(replace(kept, origin=origin, batch=batch, decided=()))


def list_of(told: bytes) -> OpenList:
    """Raises ValueError."""
    kept = _lists().validate_json(told)
    read_at = kept.batch.read_at.astimezone(STOCKHOLM)
    return replace(kept, batch=replace(kept.batch, read_at=read_at))


@cache
def shape() -> str:
    """Equal for two versions of the program that understand each other's lists."""
    schemas = [_lists().json_schema(), _sheaves().json_schema()]
    return hashlib.sha256(canonical_json(schemas)).hexdigest()


# Made when first asked for and not as the window opens.
@cache
def _lists() -> TypeAdapter[OpenList]:
    return TypeAdapter(OpenList)


@cache
def _sheaves() -> TypeAdapter[_Sheaf]:
    return TypeAdapter(_Sheaf)


@cache
def _drafts() -> TypeAdapter[Draft]:
    return TypeAdapter(Draft)


def _tellable(path: Path) -> Path:
    """JSON cannot tell a name that is no UTF-8: the file is then chosen anew to be read again."""
    return Path(str(path).encode(errors="replace").decode())


def _in_sweden(booking: Booking) -> Booking:
    """JSON tells an offset; a letter is written by Sweden's own clock."""
    at = booking.visit.starts_at
    if at is None:
        return booking
    return replace(booking, visit=replace(booking.visit, starts_at=at.astimezone(STOCKHOLM)))
