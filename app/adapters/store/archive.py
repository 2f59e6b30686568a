"""What was sent: listed, searched, and opened byte for byte."""

import json
import sqlite3
import unicodedata
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from app.adapters.store import log
from app.adapters.store.file import HistoryFile
from app.adapters.store.outgoing import kept_bytes, row_of
from app.adapters.store.rows import (
    SELECT,
    Column,
    dispatch_of,
    stored_day,
    stored_time,
    told_time,
)
from app.bookings import Batch
from app.dispatch import Dispatch, Status
from app.history import BatchRecord, Event, Question, SentLetter


class KeptLetters:
    """The half of the store that history reads: `app.history.Archive`."""

    _file: HistoryFile

    def record_batch(self, utskick: str, *, batch: Batch) -> None:
        times = (stored_time(batch.read_at), stored_day(batch.read_at))
        visit_at = cache(_visit_at)  # many visits begin at the same time
        with self._file.writing() as connection:
            connection.execute(
                "INSERT INTO batch VALUES (?, ?, ?, ?, ?) ON CONFLICT (utskick) DO NOTHING",
                (utskick, batch.file_name, batch.care_system_name, *times),
            )
            connection.executemany(
                "INSERT INTO batch_row VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                [
                    (utskick, one.row_no, one.key, visit_at(one.visit.starts_at))
                    for one in batch.bookings
                ],
            )

    def batches(self, *, day: date) -> tuple[BatchRecord, ...]:
        with self._file.reading() as connection:
            found = connection.execute(_BATCHES, {"day": day.isoformat()})
            return tuple(
                BatchRecord(
                    utskick=row["utskick"],
                    file_name=row["file_name"],
                    care_system_name=row["care_system_name"],
                    rows=_number(connection, _ROWS, row["utskick"]),
                    sent_rows=_number(connection, _SENT_ROWS, row["utskick"]),
                    read_at=told_time(row["read_at"]),
                )
                for row in found
            )

    def page(self, question: Question, *, offset: int, limit: int) -> tuple[Dispatch, ...]:
        asked = _asked(question)
        newest_first = f"ORDER BY {asked.leading}.rowid DESC LIMIT ? OFFSET ?"
        with self._file.reading() as connection:
            found = connection.execute(
                f"{SELECT} {asked.text} {newest_first}",
                (*asked.values, limit, offset),
            )
            return tuple(map(dispatch_of, found))

    def count(self, question: Question) -> int:
        asked = _asked(question)
        with self._file.reading() as connection:
            return _number(connection, f"SELECT count(*) {asked.text}", *asked.values)

    def open(self, dispatch_id: uuid.UUID) -> SentLetter:
        with self._file.reading() as connection:
            row = row_of(connection, dispatch_id)
            return SentLetter(
                dispatch=dispatch_of(row),
                content=kept_bytes(connection, row["content_digest"]),
                data=kept_bytes(connection, row["data_digest"]),
                sources=kept_bytes(connection, row["sources_digest"]),
                events=_events(connection, dispatch_id),
            )

    def of_bookings(self, keys: Sequence[str]) -> Mapping[str, tuple[Dispatch, ...]]:
        by_key: dict[str, list[Dispatch]] = defaultdict(list)
        with self._file.reading() as connection:
            for row in connection.execute(f"{SELECT} {_OF_BOOKINGS}", (json.dumps(list(keys)),)):
                by_key[row["booking_key"]].append(dispatch_of(row))
        return {key: tuple(dispatches) for key, dispatches in by_key.items()}

    def first_broken_event(self) -> int | None:
        """The number of the first event of the log that was tampered with; None for none."""
        with self._file.reading() as connection:
            return log.first_broken_event(connection)


_BATCHES = """
    SELECT * FROM batch
    WHERE read_day = :day
        OR utskick IN (SELECT utskick FROM dispatch WHERE created_day = :day)
    ORDER BY read_at
"""

_ROWS = "SELECT count(*) FROM batch_row WHERE utskick = ?"

# A letter is one letter type's latest revision; one that was wholly taken back is as none.
_SENT_ROWS = """
    WITH told AS (
        SELECT row_no, letter_type, status, revision,
            max(revision) OVER (PARTITION BY row_no, letter_type) AS latest
        FROM (SELECT row_no, booking_key, visit_at FROM batch_row WHERE utskick = ?)
        JOIN (SELECT booking_key, visit_at, letter_type, status, revision FROM dispatch)
            USING (booking_key, visit_at)
    ),
    letter AS (
        SELECT row_no,
            min(status = 'CANCELLED') AS taken_back,
            min(status IN ('SENT', 'CLOSED_RESENT')) AS sent
        FROM told WHERE revision = latest GROUP BY row_no, letter_type
    )
    SELECT count(*) FROM (
        SELECT row_no FROM letter WHERE NOT taken_back GROUP BY row_no HAVING min(sent)
    )
"""

_OF_BOOKINGS = """
    FROM dispatch
    WHERE booking_key IN (SELECT value FROM json_each(?)) ORDER BY seq
"""


@dataclass(frozen=True, slots=True)
class _Asked:
    """FROM and WHERE of a question, the values for its marks, and the table that gives order."""

    text: str
    values: tuple[Column, ...]
    leading: str


def _number(connection: sqlite3.Connection, query: str, *values: Column) -> int:
    (number,) = connection.execute(query, values).fetchone()
    return int(number)


def _visit_at(at: datetime | None) -> str:
    return stored_time(at) if at else ""


def _asked(question: Question) -> _Asked:
    asked: dict[str, Column | None] = {
        "search MATCH ?": _match(question.words),
        "status = ?": question.status,
        "created_day = ?": question.day.isoformat() if question.day else None,
    }
    conditions = {text: value for text, value in asked.items() if value}
    tables, leading = "dispatch", "dispatch"
    if "search MATCH ?" in conditions:
        # In this order a page is read off the index and never sorted: it has newest last.
        tables, leading = "search CROSS JOIN dispatch ON seq = search.rowid", "search"
    where = " AND ".join(conditions) or "true"
    return _Asked(f"FROM {tables} WHERE {where}", tuple(conditions.values()), leading)


def _match(words: str) -> str:
    """Every word as a quoted prefix: nothing that a person types is query syntax."""
    told = unicodedata.normalize("NFC", words.encode(errors="replace").decode())
    bare = told.replace('"', " ").replace("\0", " ").split()
    return " ".join(f'"{word}"*' for word in bare if any(map(str.isalnum, word)))


def _events(connection: sqlite3.Connection, dispatch_id: uuid.UUID) -> tuple[Event, ...]:
    rows = connection.execute(
        "SELECT * FROM event WHERE dispatch_id = ? ORDER BY number", (str(dispatch_id),)
    )
    return tuple(
        Event(told_time(row["at"]), Status(row["status"]), row["who"], row["text"]) for row in rows
    )
