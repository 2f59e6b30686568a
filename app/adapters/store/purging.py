"""Purging, in portions that are each whole: the rows, their bytes, their words and their events."""

import hashlib
import uuid
from datetime import date, datetime

from app.access_log import NO_WORKPLACE, Access, Action, LogEntry, Workplace
from app.adapters.store import log
from app.adapters.store.file import HistoryFile
from app.adapters.store.purge_choice import counted
from app.adapters.store.purge_steps import STEPS, Taken
from app.adapters.store.rows import stored_time, told_time
from app.adapters.store.sqlcipher import sqlite3
from app.errors import AlreadyMoved
from app.purge import Counted, Purge, PurgeState, Why
from app.retention import Due, RetentionRules
from app.wording import say


class PurgedLetters:
    """The part of `app.purge.PurgeStore` that purges."""

    _file: HistoryFile
    _workplace: Workplace = NO_WORKPLACE

    def count_for_purge(self, due: Due, *, at: datetime) -> tuple[Counted, ...]:
        with self._file.reading() as connection:
            rows = connection.execute(*counted(due, asked_at=stored_time(at)))
            return tuple(map(_counted, rows))

    def purges(self) -> tuple[Purge, ...]:
        with self._file.reading() as connection:
            rows = connection.execute("SELECT * FROM purge ORDER BY asked_at DESC").fetchall()
            return tuple(_purge(connection, row) for row in rows)

    def purged_ids(self, purge: uuid.UUID) -> tuple[uuid.UUID, ...]:
        with self._file.reading() as connection:
            rows = connection.execute(
                "SELECT id FROM purged_letter WHERE purge = ? ORDER BY id", (str(purge),)
            )
            return tuple(uuid.UUID(row["id"]) for row in rows)

    def ask_for_purge(
        self, purge: uuid.UUID, rules: RetentionRules, *, as_of: date, who: str, at: datetime
    ) -> None:
        told = (str(purge), rules.model_dump_json(), as_of.isoformat(), who, stored_time(at))
        with self._file.writing() as connection:
            if connection.execute(_NOT_ENDED).fetchone():
                raise AlreadyMoved(
                    say("En annan gallring är inte avslutad."),
                    say("Bekräfta den eller dra tillbaka den först."),
                )
            connection.execute(_ASK, told)
            self._log_purge(connection, say("Lade fram gallring {id}", id=purge), who=who, at=at)

    def confirm_purge(self, purge: uuid.UUID, *, who: str, at: datetime) -> None:
        with self._file.writing() as connection:
            confirmed = connection.execute(_CONFIRM, (who, stored_time(at), str(purge), who))
            _require_one(confirmed)
            self._log_purge(connection, say("Bekräftade gallring {id}", id=purge), who=who, at=at)

    def withdraw_purge(self, purge: uuid.UUID, *, who: str, at: datetime) -> None:
        with self._file.writing() as connection:
            _require_one(connection.execute(_WITHDRAW, (stored_time(at), str(purge))))
            self._log_purge(
                connection, say("Drog tillbaka gallring {id}", id=purge), who=who, at=at
            )

    def purge_portion(self, purge: uuid.UUID, *, at: datetime) -> float | None:
        with self._file.purging() as connection:
            row = connection.execute(_UNDER_WAY, (str(purge),)).fetchone()
            if row is None:
                raise _no_longer()
            if row["step"] in STEPS:
                return self._take_portion(connection, row, at=at)
        # SQLite's own log has the pages as they were, and is emptied outside of any change.
        if not self._file.empty_log():
            return 1.0
        with self._file.writing() as connection:
            connection.execute(_END, (stored_time(at), str(purge)))
            text = say("Avslutade gallring {id}", id=purge)
            self._log_purge(connection, text, who=row["confirmed_by"], at=at)
        # The end itself has written there, but nothing that was purged.
        return None

    def _take_portion(
        self, connection: sqlite3.Connection, row: sqlite3.Row, *, at: datetime
    ) -> float:
        step = STEPS[row["step"]]
        rules, as_of = RetentionRules.model_validate_json(row["rules"]), row["as_of"]
        taken = step.take(connection, row, rules.due(date.fromisoformat(as_of)))
        self._vouch(connection, row, taken, at=at)
        name, place = (row["step"], taken.place) if taken.last > taken.place else (step.next, 0)
        connection.execute(_STEP, (name, place, row["id"]))
        return step.share(taken)

    def _vouch(
        self, connection: sqlite3.Connection, row: sqlite3.Row, taken: Taken, *, at: datetime
    ) -> None:
        """Takes events out of the log; what is logged now vouches for the hashes that stay."""
        question, going = _VOUCHED_FOR.format(told=log.VOUCHED_FOR), {"events": taken.events}
        number, vouched_for = connection.execute(question, going).fetchone()
        if not number:
            return
        text = say(
            "Gallring {id}: {letters} kallelser och {events} rader i loggen",
            id=row["id"],
            letters=taken.letters,
            events=number,
        )
        proof = hashlib.sha256(vouched_for.encode()).hexdigest()
        told_by = self._log_purge(connection, text, who=row["confirmed_by"], at=at, proof=proof)
        for statement in _GO_OUT:
            connection.execute(statement, {**going, "told_by": told_by})

    def _log_purge(
        self, connection: sqlite3.Connection, text: str, *, who: str, at: datetime, proof: str = ""
    ) -> int:
        """The event's number in the log."""
        entry = LogEntry(at, who, Access(Action.PURGE, text=text), self._workplace)
        log.append(connection, log.access_event(entry, proof=proof))
        (number,) = connection.execute("SELECT max(number) FROM event").fetchone()
        return int(number)


_NOT_ENDED = "SELECT 1 FROM purge WHERE state IN ('ASKED', 'CONFIRMED')"
_ASK = """
    INSERT INTO purge (id, rules, as_of, asked_by, asked_at, last_seq)
    SELECT ?, ?, ?, ?, ?, coalesce(max(seq), 0) FROM dispatch
"""
_CONFIRM = """
    UPDATE purge SET state = 'CONFIRMED', confirmed_by = ?, confirmed_at = ?
    WHERE id = ? AND state = 'ASKED' AND lower(asked_by) <> lower(?)
"""
_WITHDRAW = """
    UPDATE purge SET state = 'WITHDRAWN', ended_at = ? WHERE id = ? AND state = 'ASKED'
"""
_UNDER_WAY = "SELECT * FROM purge WHERE id = ? AND state = 'CONFIRMED'"
_STEP = "UPDATE purge SET step = ?, place = ? WHERE id = ?"
_VOUCHED_FOR = """
    SELECT count(*), group_concat({told}, '' ORDER BY number) FROM event
    WHERE number IN (SELECT value FROM json_each(:events))
"""
_GO_OUT = (
    """
    INSERT INTO purged_event
    SELECT number, hash, :told_by FROM event
    WHERE number IN (SELECT value FROM json_each(:events))
    """,
    "DELETE FROM event WHERE number IN (SELECT value FROM json_each(:events))",
)
_END = "UPDATE purge SET state = 'DONE', ended_at = ? WHERE id = ?"
_GONE = "SELECT *, '' AS why FROM purge_count WHERE purge = ? ORDER BY year, letter_name"


def _require_one(changed: sqlite3.Cursor) -> None:
    if changed.rowcount != 1:
        raise _no_longer()


def _no_longer() -> AlreadyMoved:
    return AlreadyMoved(
        say("Gallringen är inte som den visades, eller du lade fram den själv."),
        say("Titta på den igen."),
    )


def _purge(connection: sqlite3.Connection, row: sqlite3.Row) -> Purge:
    return Purge(
        id=uuid.UUID(row["id"]),
        rules=RetentionRules.model_validate_json(row["rules"]),
        as_of=date.fromisoformat(row["as_of"]),
        state=PurgeState(row["state"]),
        asked_by=row["asked_by"],
        asked_at=told_time(row["asked_at"]),
        confirmed_by=row["confirmed_by"],
        confirmed_at=_time(row["confirmed_at"]),
        ended_at=_time(row["ended_at"]),
        gone=tuple(map(_counted, connection.execute(_GONE, (row["id"],)))),
    )


def _time(text: str) -> datetime | None:
    return told_time(text) if text else None


def _counted(row: sqlite3.Row) -> Counted:
    return Counted(
        letter_name=row["letter_name"],
        year=int(row["year"]),
        number=row["number"],
        oldest=date.fromisoformat(row["oldest"]),
        newest=date.fromisoformat(row["newest"]),
        why=Why(row["why"]) if row["why"] else None,
    )
