"""A history as the program's first version would have made it, of letters that there are now."""

import hashlib
import json
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database, Migrations

from app.adapters.store.schema import letters_with_their_events
from app.adapters.store.sqlcipher import sqlite3

_TABLES = ("blob", "dispatch", "batch", "batch_row")


def made_by_the_first_version(history: Path) -> None:
    """Only the first step of the schema has been taken; the file takes the place of the other."""
    old = history.with_suffix(".old")
    with closing(sqlite3.connect(old)) as connection:
        migrations = Migrations("history")
        migrations()(letters_with_their_events)
        migrations.apply(Database(connection, execute_plugins=False))
        connection.execute("ATTACH ? AS now", (str(history),))
        triggers = _without_triggers(connection)
        for table in _TABLES:
            _copy(connection, table)
        _copy_log(connection)
        connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
        for (text,) in triggers:
            connection.execute(text)
        connection.commit()
    old.replace(history)


def _without_triggers(connection: sqlite3.Connection) -> list[tuple[str]]:
    """They refuse letters that are not new; what they were is given."""
    told = "SELECT {} FROM main.sqlite_master WHERE type = 'trigger'"
    texts = connection.execute(told.format("sql")).fetchall()
    for (name,) in connection.execute(told.format("name")).fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    return texts


def _copy(connection: sqlite3.Connection, table: str) -> None:
    """The columns that it had then."""
    columns = ", ".join(row[1] for row in connection.execute(f"PRAGMA main.table_info ({table})"))
    connection.execute(
        f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM now.{table}"  # noqa: S608  our own names
    )


def _copy_log(connection: sqlite3.Connection) -> None:
    """What befell letters, hashed by the rule of then."""
    moves = connection.execute(
        "SELECT dispatch_id, at, status, who, text, proof FROM now.event"
        " WHERE status <> '' ORDER BY number"
    ).fetchall()
    last_hash = ""
    for number, move in enumerate(moves, start=1):
        columns = [number, *move, last_hash]
        told = json.dumps(columns, ensure_ascii=False, separators=(",", ":"))
        last_hash = hashlib.sha256(told.encode()).hexdigest()
        connection.execute(
            "INSERT INTO main.event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*columns, last_hash)
        )
