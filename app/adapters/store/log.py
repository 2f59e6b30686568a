"""The append-only log: each event holds the hash of the one before it."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from app.access_log import Action, LogEntry, Workplace
from app.adapters.store.rows import insert_rows, stored_time
from app.adapters.store.sqlcipher import sqlite3
from app.canonical_json import canonical_json
from app.dispatch import Dispatch, Status


@dataclass(frozen=True, slots=True)
class LoggedEvent:
    """A letter's move, an access to somebody's data, or both, as when a letter is queued.

    `proof` is the content's digest when a letter is queued, and later the carrier's receipt. The
    last six are "" where no access is told: `app.access_log` says what they are.
    """

    dispatch_id: str
    at: str
    status: str
    who: str
    text: str
    proof: str
    action: str = ""
    person: str = ""
    unit_id: str = ""
    booking_key: str = ""
    pc: str = ""
    program: str = ""


def access_event(entry: LogEntry, *, proof: str = "") -> LoggedEvent:
    """Of an access by itself, which moves no letter."""
    access = entry.access
    return LoggedEvent(
        dispatch_id=str(access.dispatch_id) if access.dispatch_id else "",
        at=stored_time(entry.at),
        status="",
        who=entry.who,
        text=access.text,
        proof=proof,
        action=access.action,
        person=access.person,
        unit_id=access.unit_id,
        booking_key=access.booking_key,
        pc=entry.workplace.pc,
        program=entry.workplace.program,
    )


def moved_event(dispatch: Dispatch, *, who: str, text: str) -> LoggedEvent:
    """Of a letter that stands as it has just come to stand."""
    return LoggedEvent(
        dispatch_id=str(dispatch.id),
        at=stored_time(dispatch.changed_at),
        status=dispatch.status,
        who=who,
        text=text,
        proof=dispatch.content_digest if dispatch.status is Status.QUEUED else dispatch.receipt,
    )


def sending_event(dispatch: Dispatch, *, workplace: Workplace) -> LoggedEvent:
    """To press send is an access too: the log must tell of whom, also when the letter is gone."""
    return replace(
        moved_event(dispatch, who=dispatch.user, text=dispatch.reason),
        action=Action.SEND,
        person=dispatch.person,
        unit_id=dispatch.unit_id,
        booking_key=dispatch.booking_key,
        pc=workplace.pc,
        program=workplace.program,
    )


_MOVE = ("number", "dispatch_id", "at", "status", "who", "text", "proof", "previous_hash")
_ACCESS = ("action", "person", "unit_id", "booking_key", "pc", "program")
# Of thousands of events at once `astuple` would take most of the time.
_told_of_move = attrgetter(*_MOVE[1:-1])
_told_of_access = attrgetter(*_ACCESS)
# As `_hash` has it, byte for byte: SQLite makes the JSON of a million events in 1.0 s, Python in
# 3.4 s (measured), and holds its lock meanwhile.
_TOLD = "CASE WHEN {any} = '' THEN json_array({move}) ELSE json_array({move}, {access}) END".format(
    any=" || ".join(_ACCESS), move=", ".join(_MOVE), access=", ".join(_ACCESS)
)
# What an event that takes others out of the log has in its proof's digest, for each of them.
VOUCHED_FOR = "number || ' ' || hash || char(10)"
# What was purged has nothing left but its place and its hash.
_BOTH = """
    SELECT number, previous_hash, hash, proof, {told}, 0 AS told_by FROM event
    UNION ALL SELECT number, '', hash, '', {vouched_for}, told_by FROM purged_event ORDER BY number
"""
_READ = _BOTH.format(told=_TOLD, vouched_for=VOUCHED_FOR)
_LAST = "SELECT coalesce(max(number), 1) FROM event"
# Events between which it is told how far the look through them has come.
_PORTION = 1_000


def append(connection: sqlite3.Connection, *events: LoggedEvent) -> None:
    """Adds events to the chain, inside the transaction of the change that they tell of."""
    number, previous_hash = connection.execute(
        "SELECT number, hash FROM event ORDER BY number DESC LIMIT 1"
    ).fetchone() or (0, "")
    rows = []
    for event in events:
        number += 1
        move, access = (number, *_told_of_move(event), previous_hash), _told_of_access(event)
        previous_hash = _hash(move, access)
        rows.append((*move, previous_hash, *access))
    insert_rows(connection, "INSERT INTO event", rows)


def first_broken_event(
    connection: sqlite3.Connection, *, progress: Callable[[float], None] = lambda _: None
) -> int | None:
    """The number of the first event that was changed, added or taken away behind our back.

    A log that was cut off at its end shows as letters whose status no event tells of. Of what was
    purged only the hashes are left, and a later event must vouch for all of them.
    `progress` is told how much is looked through, from 0 to 1; what it raises ends that.
    """
    (last,) = connection.execute(_LAST).fetchone()
    number, previous_hash = 0, ""
    vouchers: dict[int, str] = {}
    for at, before, told_hash, proof, told, told_by in connection.execute(_READ):
        number += 1
        if number % _PORTION == 0:
            progress(min(1.0, number / last))
        if told_by:
            vouchers[told_by] = vouchers.get(told_by, "") + told
            is_whole = at == number
        else:
            voucher = vouchers.pop(number, None)
            is_whole = (at, before, told_hash) == (number, previous_hash, _digest(told))
            is_whole = is_whole and (voucher is None or _digest(voucher) == proof)
        if not is_whole:
            return number
        previous_hash = told_hash
    return number + 1 if vouchers or connection.execute(_UNTOLD).fetchone() else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


_UNTOLD = """
    SELECT 1 FROM dispatch WHERE status IS NOT (
        SELECT status FROM event WHERE dispatch_id = dispatch.id AND status <> ''
        ORDER BY number DESC LIMIT 1
    )
"""


def _hash(move: Sequence[object], access: Sequence[object]) -> str:
    """Of a whole row but for its own hash.

    Without an access it is what it was before there were any, so that old chains still hold.
    """
    told = (*move, *access) if any(access) else move
    return hashlib.sha256(canonical_json(told)).hexdigest()
