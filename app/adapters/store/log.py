"""The append-only log: each event holds the hash of the one before it."""

import hashlib
import sqlite3
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from app.letter_types import canonical_json


@dataclass(frozen=True, slots=True)
class LoggedEvent:
    """`proof` is the content's digest when a letter is queued, and later the carrier's receipt."""

    dispatch_id: str
    at: str
    status: str
    who: str
    text: str
    proof: str


def append(connection: sqlite3.Connection, event: LoggedEvent) -> None:
    """Adds an event to the chain, inside the transaction of the change that it tells of."""
    number, previous_hash = connection.execute(
        "SELECT number, hash FROM event ORDER BY number DESC LIMIT 1"
    ).fetchone() or (0, "")
    columns = (number + 1, *astuple(event), previous_hash)
    connection.execute(
        "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*columns, _hash(columns))
    )


def first_broken_event(connection: sqlite3.Connection) -> int | None:
    """The number of the first event that was changed, added or taken away behind our back.

    A log that was cut off at its end shows as letters whose status no event tells of.
    """
    number, previous_hash = 0, ""
    for row in connection.execute("SELECT * FROM event ORDER BY number"):
        number += 1
        *columns, told_hash = row
        if (columns[0], columns[-1], told_hash) != (number, previous_hash, _hash(columns)):
            return number
        previous_hash = told_hash
    return number + 1 if connection.execute(_UNTOLD).fetchone() else None


_UNTOLD = """
    SELECT 1 FROM dispatch WHERE status IS NOT (
        SELECT status FROM event WHERE dispatch_id = dispatch.id ORDER BY number DESC LIMIT 1
    )
"""


def _hash(columns: Sequence[object]) -> str:
    """Of a whole row but for its own hash."""
    return hashlib.sha256(canonical_json(columns)).hexdigest()
