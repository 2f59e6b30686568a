"""Holds: what no rule may purge until somebody lifts them, with the reason for both in history."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from app.access_log import NO_WORKPLACE, Access, Action, LogEntry, Workplace
from app.adapters.store import log
from app.adapters.store.file import HistoryFile
from app.adapters.store.rows import stored_time, told_time
from app.adapters.store.sqlcipher import sqlite3
from app.errors import AlreadyMoved
from app.purge import Hold
from app.wording import say


class KeptHolds:
    """The part of `app.purge.PurgeStore` that knows of holds."""

    _file: HistoryFile
    _workplace: Workplace = NO_WORKPLACE

    def add_hold(self, hold: Hold, *, dispatches: Sequence[uuid.UUID]) -> None:
        told = (str(hold.id), hold.person, hold.reason, hold.who, stored_time(hold.at))
        with self._file.writing() as connection:
            connection.execute(_ADD, told)
            connection.executemany(
                "INSERT INTO held_letter VALUES (?, ?)", [(str(one), told[0]) for one in dispatches]
            )
            text = say("Spärrade mot gallring, {id}", id=hold.id)
            self._log_hold(connection, text, person=hold.person, who=hold.who, at=hold.at)

    def lift_hold(self, hold: uuid.UUID, *, reason: str, who: str, at: datetime) -> None:
        with self._file.writing() as connection:
            lifted = connection.execute(_LIFT, (reason, who, stored_time(at), str(hold))).fetchone()
            if lifted is None:
                raise AlreadyMoved(say("Spärren är redan hävd."), say("Titta på listan igen."))
            text = say("Hävde spärren mot gallring, {id}", id=hold)
            self._log_hold(connection, text, person=lifted["person"], who=who, at=at)

    def holds(self) -> tuple[Hold, ...]:
        with self._file.reading() as connection:
            return tuple(map(_hold, connection.execute(_HOLDS)))

    def _log_hold(
        self, connection: sqlite3.Connection, text: str, *, person: str, who: str, at: datetime
    ) -> None:
        """The reasons stay out of it: they may tell of a patient, and the log forgets nothing."""
        access = Access(Action.HOLD, person=person, text=text)
        event = log.access_event(LogEntry(at, who, access, self._workplace))
        log.append(connection, event)


_ADD = "INSERT INTO hold (id, person, reason, who, at) VALUES (?, ?, ?, ?, ?)"
_LIFT = """
    UPDATE hold SET lifted_because = ?, lifted_by = ?, lifted_at = ?
    WHERE id = ? AND lifted_at = '' RETURNING person
"""
_HOLDS = """
    SELECT *, (SELECT count(*) FROM held_letter WHERE held_letter.hold = hold.id) AS letters
    FROM hold ORDER BY lifted_at, at DESC
"""


def _hold(row: sqlite3.Row) -> Hold:
    return Hold(
        id=uuid.UUID(row["id"]),
        person=row["person"],
        letters=row["letters"],
        reason=row["reason"],
        who=row["who"],
        at=told_time(row["at"]),
        lifted_because=row["lifted_because"],
        lifted_by=row["lifted_by"],
        lifted_at=told_time(row["lifted_at"]) if row["lifted_at"] else None,
    )
