"""What was sent: listed, searched, and opened byte for byte."""

import json
import unicodedata
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from app.adapters.store import log
from app.adapters.store.file import HistoryFile
from app.adapters.store.outgoing import kept_bytes, row_of
from app.adapters.store.rows import LISTED, Column, dispatch_of, stored_time, told_time
from app.adapters.store.sqlcipher import sqlite3
from app.bookings import Booking, VisitKey
from app.dispatch import Dispatch, Status
from app.history import Event, Question, SentLetter

Key = TypeVar("Key")


class KeptLetters:
    """The part of `app.history.Archive` that knows of letters."""

    _file: HistoryFile

    def units(self) -> tuple[tuple[str, str], ...]:
        with self._file.reading() as connection:
            return tuple((row["unit_id"], row["unit_name"]) for row in connection.execute(_UNITS))

    def last_of_versions(self) -> tuple[Dispatch, ...]:
        with self._file.reading() as connection:
            return tuple(map(dispatch_of, connection.execute(f"{LISTED} {_LAST_OF_VERSIONS}")))

    def page(self, question: Question, *, offset: int, limit: int) -> tuple[Dispatch, ...]:
        asked = _asked(question)
        order = f"{asked.leading}.rowid DESC"
        if question.status is Status.UNKNOWN:
            order = f"dispatch.visit_at = '', dispatch.visit_at, {order}"
        with self._file.reading() as connection:
            found = connection.execute(
                f"{LISTED} {asked.text} ORDER BY {order} LIMIT ? OFFSET ?",
                (*asked.values, limit, offset),
            )
            return tuple(map(dispatch_of, found))

    def count(self, question: Question) -> int:
        asked = _asked(question)
        with self._file.reading() as connection:
            (number,) = connection.execute(f"SELECT count(*) {asked.text}", asked.values).fetchone()
            return int(number)

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
            rows = connection.execute(f"{LISTED} {_LATEST_MESSAGES}", times)
            return tuple(map(dispatch_of, rows))

    def latest_rejected(self, *, visit_after: datetime) -> tuple[Dispatch, ...]:
        with self._file.reading() as connection:
            rows = connection.execute(f"{LISTED} {_LATEST_REJECTED}", (stored_time(visit_after),))
            return tuple(map(dispatch_of, rows))

    def first_broken_event(
        self, *, progress: Callable[[float], None] = lambda _: None
    ) -> int | None:
        """The number of the first event of the log that was tampered with; None for none."""
        with self._file.reading() as connection:
            return log.first_broken_event(connection, progress=progress)

    def _found(self, question: str, asked: Sequence[object]) -> tuple[Dispatch, ...]:
        """What one query finds for all that is asked about, oldest first."""
        with self._file.reading() as connection:
            rows = connection.execute(f"{LISTED} {question} ORDER BY seq", (json.dumps(asked),))
            return tuple(map(dispatch_of, rows))


# SQLite takes the name from the row that has the greatest number.
_UNITS = """
    SELECT unit_id, unit_name FROM (
        SELECT unit_id, unit_name, max(seq) FROM dispatch GROUP BY unit_id
    ) ORDER BY unit_name
"""

_LAST_OF_VERSIONS = """
    FROM dispatch WHERE seq IN (SELECT max(seq) FROM dispatch GROUP BY template_version)
    ORDER BY seq DESC
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

_LATEST_REJECTED = """
    FROM dispatch
    WHERE status = 'REJECTED' AND (visit_at = '' OR visit_at > ?)
        AND NOT EXISTS (
            SELECT 1 FROM dispatch AS later
            WHERE later.booking_key = dispatch.booking_key AND later.seq > dispatch.seq
                AND later.status <> 'CANCELLED'
                AND (later.letter_type, later.revision)
                    <> (dispatch.letter_type, dispatch.revision)
        )
    ORDER BY visit_at = '', visit_at, seq
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
        "channel = ?": question.channel,
        "unit_id = ?": question.unit_id,
        "created_day >= ?": question.since.isoformat() if question.since else None,
        "created_day <= ?": question.until.isoformat() if question.until else None,
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
        "SELECT * FROM event WHERE dispatch_id = ? AND status <> '' ORDER BY number",
        (str(dispatch_id),),
    )
    return tuple(
        Event(told_time(row["at"]), Status(row["status"]), row["who"], row["text"]) for row in rows
    )
