"""Ten years of letters, and how soon evaluation has counted them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

from app.adapters.store import SqliteStore
from app.evaluation import Selection, evaluate
from app.region import Prices
from tests.benchmark.figures import Figure, Sizes, clocked
from tests.fakes import BOTH, NOON, WITHOUT_COUNTS, make_previews, queue_letters

_TARGET_MS = 1_000
_ALWAYS = Selection(date(2000, 1, 1), date(2100, 1, 1))


def figures(sizes: Sizes, folder: Path) -> Iterator[Figure]:
    folder.mkdir()
    path = folder / "history.sqlite3"
    with SqliteStore(path) as store:
        queue_letters(store, make_previews(1, route=BOTH))
    with closing(sqlite3.connect(path)) as connection, connection:
        _fill(connection, sizes.kept_letters // 2)
    with SqliteStore(path) as store:
        count = partial(evaluate, _ALWAYS, store, sheets_of={}, prices=Prices())
        times = [clocked(count) for _ in range(sizes.runs)]
    target = _TARGET_MS if sizes.kept_letters == 1_000_000 else None
    yield Figure(f"{sizes.kept_letters:,} kept letters evaluated", times, target)


def _fill(connection: sqlite3.Connection, bookings: int) -> None:
    """So many bookings of both channels, 300 a day, made of the two letters that are there.

    Without the triggers, which would take minutes; what they keep is made when it is opened.
    """
    for statement in WITHOUT_COUNTS:
        connection.execute(statement)
    for (name,) in connection.execute(_TRIGGERS).fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    columns = [row[1] for row in connection.execute("PRAGMA table_info(dispatch)")]
    made = ", ".join(_MADE.get(column, column) for column in columns)
    connection.execute(_COPY.format(made=made), (bookings, NOON.date().isoformat()))
    connection.execute(_FILES)
    connection.execute(_ROWS)


_TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
_MADE = {
    "seq": "NULL",
    "id": "id || number",
    "utskick": "'utskick ' || (number / 300)",
    "row_no": "number % 300",
    "booking_key": "'booking ' || number",
    "status": "'SENT'",
    "receipt": "'Mottaget.'",
    "letter_type": "'type ' || (number % 7)",
    "created_day": "date(?2, '-' || (number / 300) || ' days')",
}
_COPY = """
    WITH RECURSIVE counted (number) AS (
        SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < ?1
    )
    INSERT INTO dispatch SELECT {made} FROM dispatch CROSS JOIN counted
"""
_FILES = """
    INSERT INTO batch
    SELECT utskick, 'bokningar.csv', 'Agfa EI', min(created_at), created_day
    FROM dispatch GROUP BY utskick
"""
_ROWS = """
    INSERT INTO batch_row SELECT utskick, row_no, booking_key, '' FROM dispatch
    WHERE true ON CONFLICT DO NOTHING
"""
