"""The log as people read it: who did what with whose data; and who must not be named in lists."""

import json
import uuid
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta

from app.access_log import NO_WORKPLACE, Access, Action, LogEntry, LogQuestion, Workplace
from app.adapters.store import log
from app.adapters.store.file import HistoryFile
from app.adapters.store.rows import (
    SELECT,
    dispatch_of,
    masked_words,
    search_words,
    stored_time,
    told_time,
)
from app.adapters.store.sqlcipher import sqlite3
from app.dispatch import Dispatch, Status
from app.errors import AlreadyMoved
from app.swedish_dates import STOCKHOLM
from app.wording import say


class LoggedAccesses:
    """Implements `app.access_log.LogBook`, and the part of Archive that protects persons."""

    _file: HistoryFile
    _workplace: Workplace = NO_WORKPLACE

    def write(self, entries: Sequence[LogEntry]) -> None:
        with self._file.writing() as connection:
            log.append(connection, *map(log.access_event, entries))

    def entries(self, question: LogQuestion, *, offset: int, limit: int) -> tuple[LogEntry, ...]:
        text, values = _asked(question)
        with self._file.reading() as connection:
            rows = connection.execute(
                f"{_READ} {text} ORDER BY number DESC LIMIT ? OFFSET ?", (*values, limit, offset)
            )
            return tuple(map(_entry, rows))

    def numbers(self, question: LogQuestion) -> tuple[int, ...]:
        text, values = _asked(question)
        with self._file.reading() as connection:
            rows = connection.execute(f"SELECT number {text} ORDER BY number", values)
            return tuple(row["number"] for row in rows)

    def numbered(self, numbers: Sequence[int]) -> tuple[LogEntry, ...]:
        with self._file.reading() as connection:
            rows = connection.execute(f"{_READ} {_FROM} {_NUMBERED}", (json.dumps(numbers),))
            return tuple(map(_entry, rows))

    def users(self) -> tuple[str, ...]:
        with self._file.reading() as connection:
            rows = connection.execute("SELECT DISTINCT who FROM event WHERE who <> '' ORDER BY who")
            return tuple(row["who"] for row in rows)

    def note_protected(self, persons: Sequence[str], *, at: datetime) -> None:
        if not persons or len(self.protected_among(persons)) == len(set(persons)):
            return
        with self._file.writing() as connection:
            for person in dict.fromkeys(persons):
                _protect(connection, person, at=at)

    def lift_protection(self, person: str, *, why: str, who: str, at: datetime) -> None:
        access = Access(Action.LIFT_PROTECTION, person=person, text=why)
        with self._file.writing() as connection:
            lifted = connection.execute("DELETE FROM protected_person WHERE person = ?", (person,))
            if lifted.rowcount != 1:
                raise AlreadyMoved(
                    say("Personen är inte märkt som skyddad i historiken."),
                    say("Kontrollera personnumret."),
                )
            _find_by(connection, person, words=search_words)
            event = log.access_event(LogEntry(at, who, access, self._workplace))
            log.append(connection, event)

    def protected_among(self, persons: Sequence[str]) -> frozenset[str]:
        if not persons:
            return frozenset()
        with self._file.reading() as connection:
            (noted,) = connection.execute("SELECT count(*) FROM protected_person").fetchone()
            if noted > len(persons):
                rows = connection.execute(_PROTECTED_AMONG, (json.dumps(persons),))
                return frozenset(row["person"] for row in rows)
            # Of a whole list hardly anybody is noted: asked by name, 10,000 persons take 6 ms
            # and this way 0.4.
            rows = connection.execute("SELECT person FROM protected_person")
            return frozenset(row["person"] for row in rows).intersection(persons)


_FROM = "FROM event LEFT JOIN dispatch ON dispatch.id = dispatch_id"
_READ = """
    SELECT number, at, who, action, text, event.status, pc, program, dispatch_id,
        coalesce(nullif(event.person, ''), dispatch.person, '') AS person,
        coalesce(nullif(event.unit_id, ''), dispatch.unit_id, '') AS unit_id,
        coalesce(nullif(event.booking_key, ''), dispatch.booking_key, '') AS booking_key
"""

_NUMBERED = "WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number"

# Also what befell letters of the person: of those that were purged the log still knows whose.
_OF_PERSON = """
    number IN (
        SELECT number FROM event WHERE person = ?1 AND person <> ''
        UNION
        SELECT number FROM event WHERE dispatch_id IN (
            SELECT id FROM dispatch WHERE person = ?1
            UNION
            SELECT dispatch_id FROM event
            WHERE person = ?1 AND person <> '' AND dispatch_id <> ''
        )
    )
"""

_PROTECTED_AMONG = """
    SELECT person FROM protected_person WHERE person IN (SELECT value FROM json_each(?))
"""


def _asked(question: LogQuestion) -> tuple[str, tuple[str, ...]]:
    """FROM and WHERE of a question, and the values for its marks."""
    asked = {
        _OF_PERSON: question.person,
        "at >= ?": _begin(question.since) if question.since else "",
        "at < ?": _begin(question.until + timedelta(days=1)) if question.until else "",
        "who = ?": question.who,
    }
    conditions = {text: value for text, value in asked.items() if value}
    where = [*conditions, _ACTIONS[question.action] if question.action else "true"]
    if question.is_of_patients:
        where.append("action <> '' AND event.person <> ''")
    return f"{_FROM} WHERE {' AND '.join(where)}", tuple(conditions.values())


# What befalls a letter on its way has no action of its own.
_ACTIONS = {action: f"action = '{action}'" for action in Action} | {Action.MOVE: "action = ''"}


def _begin(day: date) -> str:
    return stored_time(datetime.combine(day, time(), STOCKHOLM))


def _entry(row: sqlite3.Row) -> LogEntry:
    status = Status(row["status"]) if row["status"] else None
    action = Action(row["action"]) if row["action"] else Action.MOVE
    return LogEntry(
        at=told_time(row["at"]),
        who=row["who"],
        access=Access(
            action=action,
            person=row["person"],
            unit_id=row["unit_id"],
            booking_key=row["booking_key"],
            dispatch_id=uuid.UUID(row["dispatch_id"]) if row["dispatch_id"] else None,
            text=row["text"],
        ),
        workplace=Workplace(row["pc"], row["program"]),
        status=status,
        number=row["number"],
    )


def _protect(connection: sqlite3.Connection, person: str, *, at: datetime) -> None:
    """Takes name and number out of what the person's letters are found by, once."""
    added = connection.execute(
        "INSERT INTO protected_person VALUES (?, ?) ON CONFLICT (person) DO NOTHING",
        (person, stored_time(at)),
    )
    if added.rowcount == 1:
        _find_by(connection, person, words=masked_words)


def _find_by(
    connection: sqlite3.Connection, person: str, *, words: Callable[[Dispatch], str]
) -> None:
    """What every letter of the person is found by from now on."""
    for row in connection.execute(f"{SELECT} FROM dispatch WHERE person = ?", (person,)).fetchall():
        letter = dispatch_of(row)
        connection.execute(
            "UPDATE dispatch SET words = ? WHERE id = ?", (words(letter), str(letter.id))
        )
