"""How a dispatch stands in the history's tables."""

import unicodedata
import uuid
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime
from itertools import chain
from typing import Any

from app.adapters.store.sqlcipher import sqlite3
from app.dispatch import NO_VISIT_TIME, STATUS_NAMES, Dispatch, Status
from app.draft import Channel
from app.history import PROTECTED_NAME
from app.languages import SWEDISH
from app.swedish_dates import STOCKHOLM

COLUMNS = tuple(field.name for field in fields(Dispatch))

# How every row is read: the dispatch first, then what the store alone needs.
_READ = (*COLUMNS, "data_digest", "sources_digest", "owner")
SELECT = f"SELECT {', '.join(f'dispatch.{name}' for name in _READ)}"

# The same for lists, which name nobody who has been marked as protected.
_MASKED = "iif(dispatch.person IN (SELECT person FROM protected_person), '{name}', dispatch.name)"
LISTED = SELECT.replace("dispatch.name", _MASKED.format(name=PROTECTED_NAME))

Column = str | int | bytes

# Rows in one statement: each gives up the interpreter's lock, and waits to get it back.
_ROWS = 100


def insert_rows(
    connection: sqlite3.Connection,
    insert: str,
    rows: Sequence[Sequence[Column]],
    *,
    clashing: str = "",
) -> None:
    """`insert` is the statement up to its VALUES, `clashing` what it says of rows that clash."""
    for begin in range(0, len(rows), _ROWS):
        some = rows[begin : begin + _ROWS]
        marks = ", ".join(f"({', '.join('?' * len(row))})" for row in some)
        values = tuple(chain.from_iterable(some))
        connection.execute(f"{insert} VALUES {marks} {clashing}", values)


def stored_time(at: datetime) -> str:
    """UTC with microseconds, so that text sorts as time and no hour of autumn is told twice."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def told_time(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(STOCKHOLM)


def stored_day(at: datetime) -> str:
    """The Swedish calendar day."""
    return at.astimezone(STOCKHOLM).date().isoformat()


def columns_of(dispatch: Dispatch) -> dict[str, Column]:
    """One value for each of COLUMNS, and the day that follows from them."""
    return {
        **{name: _stored(getattr(dispatch, name)) for name in COLUMNS},
        "created_day": stored_day(dispatch.created_at),
    }


def dispatch_of(row: sqlite3.Row) -> Dispatch:
    """The dispatch of a row that was read with SELECT; by place, since names cost half the time."""
    told: dict[str, Any] = dict(zip(COLUMNS, row, strict=False))
    told["id"] = uuid.UUID(told["id"])
    told["channel"] = Channel(told["channel"])
    told["status"] = Status(told["status"])
    told["maybe"] = bool(told["maybe"])
    for name in ("created_at", "changed_at"):
        told[name] = told_time(told[name])
    told["visit_at"] = told_time(told["visit_at"]) if told["visit_at"] else None
    told["replaces"] = uuid.UUID(told["replaces"]) if told["replaces"] else None
    return Dispatch(**told)


def search_words(dispatch: Dispatch) -> str:
    """All that a row is found by. Names and numbers stand in each of the ways that people type."""
    person = dispatch.person
    told = " ".join(
        (
            dispatch.name,
            _without_foreign_marks(dispatch.name),
            person,
            f"{person[:-4]}-{person[-4:]}",
            person[2:],
            f"{person[2:-4]}-{person[-4:]}",
            *_visit_words(dispatch.visit_at),
            dispatch.letter_name,
            dispatch.reference,
            dispatch.unit_name,
            dispatch.channel.value,
            STATUS_NAMES[dispatch.status],
        )
    )
    return unicodedata.normalize("NFC", told)


def masked_words(dispatch: Dispatch) -> str:
    """As `search_words`, of a protected person: neither name nor number finds the row."""
    return search_words(replace(dispatch, name=PROTECTED_NAME, person=""))


def _without_foreign_marks(name: str) -> str:
    """«Andre» for «André»; å, ä and ö are letters of their own and stay. "" where none differs."""
    plain = "".join(map(_plain, unicodedata.normalize("NFC", name)))
    return plain if plain != name else ""


def _plain(char: str) -> str:
    if char in _SWEDISH:
        return char
    return "".join(
        part for part in unicodedata.normalize("NFD", char) if not unicodedata.combining(part)
    )


_SWEDISH = frozenset("åäöÅÄÖ")


def _visit_words(at: datetime | None) -> tuple[str, ...]:
    if at is None:
        return (NO_VISIT_TIME,)
    visit = at.astimezone(STOCKHOLM)
    return SWEDISH.plain_date(visit.date()), visit.date().isoformat(), SWEDISH.time(visit)


def _stored(value: object) -> Column:
    match value:
        case datetime():
            return stored_time(value)
        case None:
            return ""  # no booked time, no letter that it replaces; the columns hold no NULL
        case uuid.UUID():
            return str(value)
        case int():
            return int(value)
        case _:
            return str(value)
