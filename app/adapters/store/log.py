"""The append-only log: each event holds the hash of the one before it."""

import hashlib
import sqlite3
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
    digest = _hash(number + 1, event, previous_hash)
    connection.execute(
        "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (number + 1, *astuple(event), previous_hash, digest),
    )


def first_broken_event(connection: sqlite3.Connection) -> int | None:
    """The number of the first event that was changed, added or taken away behind our back.

    A log that was cut off at its end shows as letters whose status no event tells of.
    """
    number, previous_hash = 0, ""
    for row in connection.execute("SELECT * FROM event ORDER BY number"):
        number += 1
        event = LoggedEvent(*row[1:7])
        told = (row["number"], row["previous_hash"], row["hash"])
        if told != (number, previous_hash, _hash(number, event, previous_hash)):
            return number
        previous_hash = row["hash"]
    return number + 1 if connection.execute(_UNTOLD).fetchone() else None


_UNTOLD = """
    SELECT 1 FROM dispatch WHERE status IS NOT (
        SELECT status FROM event WHERE dispatch_id = dispatch.id ORDER BY number DESC LIMIT 1
    )
"""


def _hash(number: int, event: LoggedEvent, previous_hash: str) -> str:
    return hashlib.sha256(canonical_json([number, *astuple(event), previous_hash])).hexdigest()
