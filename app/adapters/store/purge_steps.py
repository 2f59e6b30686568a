"""What a portion of a purge takes out: of the letters, the log, the files' rows, the words.

Each statement does all of its work in one step, and lists go from one to the next as JSON: for each
row that it gives or is given SQLite takes Python's lock anew, for which the window waits too.
"""

from collections.abc import Callable
from dataclasses import dataclass

from app.adapters.store.purge_choice import chosen
from app.adapters.store.rows import stored_time
from app.adapters.store.sqlcipher import sqlite3
from app.retention import Due

# A portion takes at most so many letters, of so many that it looks at: whoever else wants to write
# waits no longer than that takes.
_LETTERS = 100
_LOOKED_AT = 2_000
_EVENTS = 500
_FILES = 10
# Of the index of words, about 4 kB each.
_PAGES = 200
# Fewer changes to the file than this tell that there was nothing left to merge.
_A_MERGE = 2


@dataclass(frozen=True, slots=True)
class Taken:
    """How far a portion came, of what is the last place.

    `events` are the numbers of those that go out of the log, as JSON.
    """

    place: int
    last: int
    letters: int = 0
    events: str = "[]"


@dataclass(frozen=True, slots=True)
class Step:
    """`begin` and `end` are its part of the whole purge, from 0 to 1."""

    take: Callable[[sqlite3.Connection, sqlite3.Row, Due], Taken]
    begin: float
    end: float
    next: str

    def share(self, taken: Taken) -> float:
        done = min(1.0, taken.place / taken.last) if taken.last else 1.0
        return self.begin + (self.end - self.begin) * done


def _take_letters(connection: sqlite3.Connection, purge: sqlite3.Row, due: Due) -> Taken:
    last, place = purge["last_seq"], purge["place"]
    end = min(place + _LOOKED_AT, last)
    question, asked = chosen(due, asked_at=purge["asked_at"])
    within = {"begin": place, "end": end, "most": _LETTERS}
    found = connection.execute(question, {**asked, **within}).fetchone()
    if not found["letters"]:
        return Taken(end, last)
    if found["letters"] == _LETTERS:
        end = found["last"]
    told = {"purge": purge["id"], **found}
    (events,) = connection.execute(_MOVES, told).fetchone()
    for statement in _THEY_GO:
        connection.execute(statement, told)
    return Taken(end, last, found["letters"], events)


def _take_events(connection: sqlite3.Connection, purge: sqlite3.Row, due: Due) -> Taken:
    """Accesses of which the law asks no longer, and only where their letter has gone."""
    before = stored_time(due.log) if due.log else ""
    newest = connection.execute(_NEWEST_EVENT, (before,)).fetchone()
    last = newest["number"] if newest else 0
    asked = {"before": before, "begin": purge["place"], "last": last, "most": _EVENTS}
    found = connection.execute(_ACCESSES, asked).fetchone()
    place = found["last"] if found["number"] == _EVENTS else last
    return Taken(place, last, events=found["events"])


def _take_rows(connection: sqlite3.Connection, purge: sqlite3.Row, due: Due) -> Taken:
    """The keys of bookings without any letter left, in files as old as the letters that go."""
    (last,) = connection.execute("SELECT coalesce(max(rowid), 0) FROM batch").fetchone()
    end = min(purge["place"] + _FILES, last)
    times = [*due.of_kinds.values(), *((due.of_others,) if due.of_others else ())]
    before = stored_time(max(times)) if times else ""
    connection.execute(_KEYS_GO, {"begin": purge["place"], "end": end, "before": before})
    connection.execute(_LIFTED_HOLDS_GO)
    return Taken(end, last)


def _merge_words(connection: sqlite3.Connection, purge: sqlite3.Row, _: Due) -> Taken:
    """What was deleted stands in the index of words until all of it is merged, bit by bit.

    A negative number begins that anew, a positive one goes on. Source: FTS5's documentation.
    """
    before = connection.total_changes
    pages = _PAGES if purge["place"] else -_PAGES
    connection.execute("INSERT INTO search (search, rank) VALUES ('merge', ?)", (pages,))
    is_done = connection.total_changes - before < _A_MERGE
    return Taken(purge["place"] + 1, 0 if is_done else purge["place"] + 2)


# The step that is not among these empties SQLite's own log.
STEPS = {
    "LETTERS": Step(_take_letters, 0.0, 0.8, "LOG"),
    "LOG": Step(_take_events, 0.8, 0.85, "FILES"),
    "FILES": Step(_take_rows, 0.85, 0.9, "WORDS"),
    "WORDS": Step(_merge_words, 0.9, 1.0, "EMPTYING"),
}

_MOVES = """
    SELECT json_group_array(number) FROM event
    WHERE dispatch_id IN (SELECT value FROM json_each(:ids)) AND action = ''
"""
_THEY_GO = (
    """
    INSERT INTO purge_count
    SELECT :purge, letter_type, substr(created_day, 1, 4), max(letter_name), count(*),
        min(created_day), max(created_day)
    FROM dispatch WHERE id IN (SELECT value FROM json_each(:ids)) GROUP BY 2, 3
    ON CONFLICT DO UPDATE SET number = number + excluded.number,
        oldest = min(oldest, excluded.oldest), newest = max(newest, excluded.newest)
    """,
    """
    INSERT INTO purged_letter
    SELECT id, :purge FROM dispatch WHERE id IN (SELECT value FROM json_each(:ids))
    """,
    """
    INSERT INTO purged_unclear
    SELECT created_day, unit_id, letter_type, count(*) FROM dispatch
    WHERE id IN (SELECT value FROM json_each(:ids)) AND EXISTS (
        SELECT 1 FROM event WHERE dispatch_id = dispatch.id AND event.status = 'UNKNOWN'
    )
    GROUP BY 1, 2, 3
    ON CONFLICT DO UPDATE SET number = number + excluded.number
    """,
    # The + keeps SQLite from looking through all letters that were sent.
    """
    UPDATE batch_row SET purged = 1 WHERE (utskick, row_no) IN (
        SELECT utskick, row_no FROM dispatch
        WHERE id IN (SELECT value FROM json_each(:ids)) AND +status IN ('SENT', 'CLOSED_RESENT')
    )
    """,
    "DELETE FROM dispatch WHERE id IN (SELECT value FROM json_each(:ids))",
    # Content may be that of any other letter; what a letter was made from is its own booking's.
    """
    DELETE FROM blob WHERE digest IN (
        SELECT value FROM json_each(:contents) UNION SELECT value FROM json_each(:origins)
    )
    AND NOT EXISTS (SELECT 1 FROM dispatch WHERE content_digest = blob.digest)
    AND digest NOT IN (
        SELECT data_digest FROM dispatch WHERE booking_key IN (SELECT value FROM json_each(:keys))
    )
    """,
)
_NEWEST_EVENT = "SELECT number FROM event WHERE at < ? ORDER BY at DESC, number DESC LIMIT 1"
_ACCESSES = """
    SELECT count(*) AS number, max(number) AS last, json_group_array(number) AS events
    FROM (
        SELECT number FROM event
        WHERE number > :begin AND number <= :last AND at < :before
            AND action NOT IN ('', 'purge') AND (person <> '' OR dispatch_id <> '')
            AND NOT EXISTS (SELECT 1 FROM dispatch WHERE dispatch.id = dispatch_id)
        ORDER BY number LIMIT :most
    )
"""
_KEYS_GO = """
    UPDATE batch_row SET booking_key = '' WHERE booking_key <> '' AND utskick IN (
        SELECT utskick FROM batch WHERE rowid > :begin AND rowid <= :end AND read_at < :before
    ) AND NOT EXISTS (SELECT 1 FROM dispatch WHERE dispatch.booking_key = batch_row.booking_key)
"""
_LIFTED_HOLDS_GO = """
    UPDATE hold SET person = '', reason = '', lifted_because = ''
    WHERE lifted_at <> '' AND reason <> '' AND NOT EXISTS (
        SELECT 1 FROM dispatch WHERE person = hold.person OR id IN (
            SELECT dispatch_id FROM held_letter WHERE hold = hold.id
        )
    )
"""
