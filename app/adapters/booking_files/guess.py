"""Which column is probably which field, by what its header says and by what stands in it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from app.adapters.booking_files.layout import tells_protection
from app.adapters.booking_files.moments import parse_time, possible_dates, split_moment
from app.care_systems import CareSystem, FieldName, loose_key
from app.person_id import IdKind, classify

Rows = Sequence[Sequence[str]]


def guess_columns(
    header: Sequence[str],
    rows: Rows,
    *,
    care_systems: Iterable[CareSystem],
    today: date,
) -> dict[FieldName, int]:
    """A column for each field that can be guessed; a person always has the last word.

    Headers speak before contents: a column of dates may be of birth. No column is taken twice.
    """
    meanings = _meanings(care_systems)
    columns: dict[FieldName, int] = {}
    for index, text in enumerate(header):
        name = meanings.get(loose_key(text))
        if name is not None:
            columns.setdefault(name, index)
    if "protected" not in columns and (flags := list(filter(tells_protection, header))):
        columns["protected"] = header.index(flags[0])
    taken = set(columns.values())
    for index in range(len(header)):
        cells = [row[index].strip() for row in rows if index < len(row) and row[index].strip()]
        name = _by_content(cells, today) if index not in taken and cells else None
        if name is not None:
            columns.setdefault(name, index)
    return columns


def _meanings(care_systems: Iterable[CareSystem]) -> Mapping[str, FieldName]:
    """What headers mean to any care system; one that means two things to two of them is no help."""
    meanings: dict[str, FieldName] = {}
    doubtful = set()
    for system in care_systems:
        for name, texts in system.columns.items():
            for key in map(loose_key, texts):
                if meanings.setdefault(key, name) != name:
                    doubtful.add(key)
    return {key: name for key, name in meanings.items() if key not in doubtful}


def _by_content(cells: Sequence[str], today: date) -> FieldName | None:
    """The first field that every cell could be of."""
    looks: tuple[tuple[FieldName, Callable[[str], object]], ...] = (
        ("person_id", lambda cell: classify(cell, today=today).kind is not IdKind.UNKNOWN),
        ("unit_hsa_id", _HSA_ID.fullmatch),
        ("postal_code", _POSTAL_CODE.fullmatch),
        ("starts_at", _is_moment),
        ("date", possible_dates),
        ("time", lambda cell: _CLOCK.fullmatch(cell) and parse_time(cell)),
    )
    return next((name for name, fits in looks if all(map(fits, cells))), None)


def _is_moment(cell: str) -> bool:
    day, clock = split_moment(cell) or ("", "")
    return bool(clock and possible_dates(day) and parse_time(clock))


_HSA_ID = re.compile(r"SE[0-9]{10,12}-[A-Za-z0-9_]+", re.IGNORECASE)
_POSTAL_CODE = re.compile(r"[1-9][0-9]{2} [0-9]{2}|(?:SE?-)[1-9][0-9]{2} ?[0-9]{2}")
_CLOCK = re.compile(r"[0-9]{1,2}[.:][0-9]{2}(?:[.:][0-9]{2})?")
