"""The files that were read: which rows each has, and which of them are wholly sent."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cache

from app.adapters.store.file import HistoryFile
from app.adapters.store.rows import (
    LISTED,
    Column,
    dispatch_of,
    insert_rows,
    stored_day,
    stored_time,
    told_time,
)
from app.adapters.store.sqlcipher import sqlite3
from app.bookings import Batch, Booking
from app.history import BatchRecord, NotCalled


class ReadFiles:
    """The part of `app.history.Archive` that knows of rows without a letter."""

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
                    sent_rows=_number(
                        connection, f"{_WITH_SENT_ROWS} {_SENT_ROWS}", row["utskick"]
                    ),
                    read_at=told_time(row["read_at"]),
                    waiting_rows=_number(
                        connection, f"{_WITH_SENT_ROWS} {_WAITING_ROWS}", row["utskick"]
                    ),
                )
                for row in found
            )

    def not_called(self, *, visit_after: datetime) -> tuple[NotCalled, ...]:
        told: list[NotCalled] = []
        in_later_file: set[str] = set()
        with self._file.reading() as connection:
            for utskick, file_name in connection.execute(_LATEST_DAY).fetchall():
                values = (utskick, stored_time(visit_after))
                unsent = connection.execute(f"{_WITH_SENT_ROWS} {_UNSENT_ROWS}", values)
                told += [
                    _not_called(connection, row, utskick=utskick, file_name=file_name)
                    for row in unsent
                    if row["booking_key"] not in in_later_file
                ]
                keys = connection.execute(_KEYS, (utskick,))
                in_later_file |= {key for (key,) in keys}
        return tuple(sorted(told, key=_by_visit))


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
_WITH_SENT_ROWS = """
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
            min(status IN ('SENT', 'CLOSED_RESENT')) AS sent,
            max(status IN ('QUEUED', 'SENDING')) AS waits
        FROM told WHERE revision >= latest AND NOT replaced
        GROUP BY row_no, booking_key, letter_type
    ),
    sent_row AS (
        SELECT row_no FROM letter WHERE NOT taken_back GROUP BY row_no HAVING min(sent)
        UNION
        SELECT row_no FROM file_row WHERE purged
    )
"""

_SENT_ROWS = "SELECT count(*) FROM sent_row"

_WAITING_ROWS = """
    SELECT count(DISTINCT row_no) FROM letter
    WHERE waits AND row_no NOT IN (SELECT row_no FROM sent_row)
"""

_LATEST_DAY = """
    SELECT utskick, file_name FROM batch
    WHERE read_day = (SELECT max(read_day) FROM batch)
    ORDER BY read_at DESC
"""

_UNSENT_ROWS = """
    SELECT row_no, booking_key, visit_at, (
        SELECT max(seq) FROM dispatch
        WHERE (dispatch.utskick, dispatch.row_no) = (file_row.utskick, file_row.row_no)
            OR (dispatch.booking_key, dispatch.visit_at)
                = (file_row.booking_key, file_row.visit_at)
    ) AS seq
    FROM file_row
    WHERE row_no NOT IN (SELECT row_no FROM sent_row) AND (visit_at = '' OR visit_at > ?)
"""

_KEYS = "SELECT booking_key FROM batch_row WHERE utskick = ? AND booking_key <> ''"

_LETTER = f"{LISTED} FROM dispatch WHERE seq = ?"


def _record_rows(connection: sqlite3.Connection, utskick: str, bookings: Sequence[Booking]) -> None:
    """A booking that no other file's letter can be known to be for is kept without a key."""
    if not connection.execute("SELECT 1 FROM batch WHERE utskick = ?", (utskick,)).fetchone():
        return
    visit_at = _visit_times()
    insert_rows(
        connection,
        "INSERT INTO batch_row (utskick, row_no, booking_key, visit_at)",
        [
            (
                utskick,
                one.row_no,
                one.key if one.can_be_known_again else "",
                visit_at(one.visit.starts_at),
            )
            for one in bookings
        ],
        clashing="ON CONFLICT DO NOTHING",
    )


def _not_called(
    connection: sqlite3.Connection, row: sqlite3.Row, *, utskick: str, file_name: str
) -> NotCalled:
    letter = connection.execute(_LETTER, (row["seq"],)).fetchone()
    return NotCalled(
        utskick=utskick,
        file_name=file_name,
        row_no=row["row_no"],
        visit_at=told_time(row["visit_at"]) if row["visit_at"] else None,
        letter=dispatch_of(letter) if letter else None,
    )


def _by_visit(one: NotCalled) -> tuple[bool, str, int]:
    """Those without a time last."""
    at = one.visit_at
    return at is None, stored_time(at) if at else "", one.row_no


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
