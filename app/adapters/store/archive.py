"""What was sent: listed, searched, and opened byte for byte."""

import json
import sqlite3
import unicodedata
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import TypeVar

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
from app.bookings import Batch, Booking, VisitKey
from app.dispatch import Dispatch, Status
from app.history import BatchRecord, Event, Question, SentLetter

Key = TypeVar("Key")


class KeptLetters:
    """The half of the store that history reads: `app.history.Archive`."""

    _file: HistoryFile

    def record_batch(self, utskick: str, *, batch: Batch) -> None:
        times = (stored_time(batch.read_at), stored_day(batch.read_at))
        with self._file.writing() as connection:
            connection.execute(
                "INSERT INTO batch VALUES (?, ?, ?, ?, ?) ON CONFLICT (utskick) DO NOTHING",
                (utskick, batch.file_name, batch.care_system_name, *times),
            )
            _record_rows(connection, utskick, batch.bookings)

    def record_rows(self, utskick: str, *, bookings: Sequence[Booking]) -> None:
        with self._file.writing() as connection:
            _record_rows(connection, utskick, bookings)

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
        order = f"{asked.leading}.rowid DESC"
        if question.status is Status.UNKNOWN:
            order = f"dispatch.visit_at = '', dispatch.visit_at, {order}"
        with self._file.reading() as connection:
            found = connection.execute(
                f"{SELECT} {asked.text} ORDER BY {order} LIMIT ? OFFSET ?",
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
        found = self._found(_OF_BOOKINGS, keys)
        return _grouped((one.booking_key, one) for one in found)

    def of_visits(self, bookings: Sequence[Booking]) -> Mapping[VisitKey, tuple[Dispatch, ...]]:
        # Few of a list's patients have been called before, so the visits are compared here.
        found = self._found(_OF_PERSONS, [one.patient.id.value for one in bookings])
        wanted = {_moment(one.visit_key) for one in bookings if one.visit_key} if found else set()
        timed = ((one, (one.person, at, one.unit_id)) for one in found if (at := one.visit_at))
        return _grouped((visit, one) for one, visit in timed if _moment(visit) in wanted)

    def latest_messages(
        self, *, sent_before: datetime, visit_after: datetime
    ) -> tuple[Dispatch, ...]:
        times = (stored_time(sent_before), stored_time(visit_after))
        with self._file.reading() as connection:
            rows = connection.execute(f"{SELECT} {_LATEST_MESSAGES}", times)
            return tuple(map(dispatch_of, rows))

    def first_broken_event(self) -> int | None:
        """The number of the first event of the log that was tampered with; None for none."""
        with self._file.reading() as connection:
            return log.first_broken_event(connection)

    def _found(self, question: str, asked: Sequence[object]) -> tuple[Dispatch, ...]:
        """What one query finds for all that is asked about, oldest first."""
        with self._file.reading() as connection:
            rows = connection.execute(f"{SELECT} {question} ORDER BY seq", (json.dumps(asked),))
            return tuple(map(dispatch_of, rows))


_BATCHES = """
    SELECT * FROM batch
    WHERE read_day = :day
        OR utskick IN (SELECT utskick FROM dispatch WHERE created_day = :day)
    ORDER BY read_at
"""

_ROWS = "SELECT count(*) FROM batch_row WHERE utskick = ?"

# A letter is one letter type's latest revision; one that was wholly taken back is as none. What
# was made in place of another speaks for it, and its own revision begins no new letter. A
# correction may give a row another booking key, and with that a letter of its own. In a file that
# it was not made from, a letter that another has overtaken says nothing.
_SENT_ROWS = """
    WITH file_row AS (SELECT * FROM batch_row WHERE utskick = ?),
    of_row AS (
        SELECT file_row.row_no, seq FROM file_row JOIN dispatch USING (booking_key, visit_at)
        WHERE NOT EXISTS (
            SELECT 1 FROM dispatch AS later
            WHERE later.booking_key = dispatch.booking_key AND later.seq > dispatch.seq
                AND later.person = dispatch.person AND later.utskick <> dispatch.utskick
                AND later.status <> 'CANCELLED'
                AND (later.visit_at, later.letter_type)
                    <> (dispatch.visit_at, dispatch.letter_type)
        )
        UNION
        SELECT row_no, seq FROM file_row JOIN dispatch USING (utskick, row_no)
    ),
    told AS (
        SELECT of_row.row_no, booking_key, letter_type, status, revision,
            max(revision) FILTER (WHERE replaces = '')
                OVER (PARTITION BY of_row.row_no, booking_key, letter_type) AS latest,
            EXISTS (
                SELECT 1 FROM dispatch AS newer
                WHERE newer.replaces = dispatch.id
                    AND newer.replaces <> '' AND newer.status <> 'CANCELLED'
            ) AS replaced
        FROM of_row JOIN dispatch USING (seq)
    ),
    letter AS (
        SELECT row_no,
            min(status = 'CANCELLED') AS taken_back,
            min(status IN ('SENT', 'CLOSED_RESENT')) AS sent
        FROM told WHERE revision >= latest AND NOT replaced
        GROUP BY row_no, booking_key, letter_type
    )
    SELECT count(*) FROM (
        SELECT row_no FROM letter WHERE NOT taken_back GROUP BY row_no HAVING min(sent)
    )
"""

_LATEST_MESSAGES = """
    FROM dispatch
    WHERE channel = '1177' AND status = 'SENT' AND changed_at <= ?
        AND (visit_at = '' OR visit_at > ?)
        AND NOT EXISTS (
            SELECT 1 FROM dispatch AS later
            WHERE later.booking_key = dispatch.booking_key AND later.seq > dispatch.seq
                AND later.status NOT IN ('CANCELLED', 'REJECTED')
        )
    ORDER BY seq
"""

_OF_BOOKINGS = "FROM dispatch WHERE booking_key IN (SELECT value FROM json_each(?))"

_OF_PERSONS = """
    FROM dispatch WHERE person IN (SELECT value FROM json_each(?))
"""


@dataclass(frozen=True, slots=True)
class _Asked:
    """FROM and WHERE of a question, the values for its marks, and the table that gives order."""

    text: str
    values: tuple[Column, ...]
    leading: str


def _record_rows(connection: sqlite3.Connection, utskick: str, bookings: Sequence[Booking]) -> None:
    """A booking that no other file's letter can be known to be for is kept without a key."""
    if not connection.execute("SELECT 1 FROM batch WHERE utskick = ?", (utskick,)).fetchone():
        return
    visit_at = _visit_times()
    connection.executemany(
        "INSERT INTO batch_row VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        [
            (
                utskick,
                one.row_no,
                one.key if one.can_be_known_again else "",
                visit_at(one.visit.starts_at),
            )
            for one in bookings
        ],
    )


def _number(connection: sqlite3.Connection, query: str, *values: Column) -> int:
    (number,) = connection.execute(query, values).fetchone()
    return int(number)


def _visit_times() -> Callable[[datetime | None], str]:
    """A visit's time as stored, with a memory, since many begin at the same time.

    Python calls the two 02.30 of the night when summer time ends equal; their `fold` differs.
    """

    @cache
    def stored(at: datetime, fold: int) -> str:
        return stored_time(at.replace(fold=fold))

    return lambda at: stored(at, at.fold) if at else ""


def _moment(visit: VisitKey) -> tuple[VisitKey, int]:
    """Python calls the two 02.30 of the night when summer time ends equal."""
    return visit, visit[1].fold


def _grouped(found: Iterable[tuple[Key, Dispatch]]) -> dict[Key, tuple[Dispatch, ...]]:
    groups: dict[Key, list[Dispatch]] = defaultdict(list)
    for key, dispatch in found:
        groups[key].append(dispatch)
    return {key: tuple(dispatches) for key, dispatches in groups.items()}


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
