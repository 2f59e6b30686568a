"""Letters on their way: queued once, claimed by one, moved along the table."""

import hashlib
import sqlite3
import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from app.adapters.store.file import HistoryFile
from app.adapters.store.log import LoggedEvent, append
from app.adapters.store.rows import SELECT, columns_of, dispatch_of, search_words, stored_time
from app.dispatch import ALLOWED, STATUS_NAMES, Dispatch, Order, Parcel, Status
from app.draft import Channel
from app.errors import AlreadyMoved, HistoryUnusable


class OutgoingLetters:
    """The half of the store that the outbox works with: `app.dispatch.Store`."""

    def __init__(self, file: HistoryFile) -> None:
        self._file = file

    def add(self, orders: Sequence[Order]) -> tuple[Dispatch, ...]:
        with self._file.writing() as connection:
            return tuple(order.dispatch for order in orders if _add_new(connection, order))

    def queued(self) -> tuple[uuid.UUID, ...]:
        with self._file.reading() as connection:
            rows = connection.execute(
                "SELECT id FROM dispatch WHERE status = 'QUEUED' ORDER BY seq"
            )
            return tuple(uuid.UUID(row["id"]) for row in rows)

    def claim(
        self,
        dispatch_id: uuid.UUID,
        *,
        owner: str,
        at: datetime,
        who: str,
        except_channels: frozenset[Channel],
    ) -> Parcel | None:
        with self._file.writing() as connection:
            row = row_of(connection, dispatch_id)
            found = dispatch_of(row)
            if found.status is not Status.QUEUED or found.channel in except_channels:
                return None
            content = kept_bytes(connection, row["content_digest"])
            claimed = _stepped(found, Status.SENDING, at=at)
            _write_move(connection, claimed, owner=owner, who=who)
            return Parcel(claimed, content)

    def sending(self) -> tuple[tuple[Dispatch, str], ...]:
        with self._file.reading() as connection:
            rows = connection.execute(
                f"{SELECT} FROM dispatch WHERE status = 'SENDING' ORDER BY seq"
            )
            return tuple((dispatch_of(row), row["owner"]) for row in rows)

    def take_over(self, dispatch_id: uuid.UUID, *, owner: str, new_owner: str) -> bool:
        with self._file.writing() as connection:
            changed = connection.execute(
                "UPDATE dispatch SET owner = ? WHERE id = ? AND status = 'SENDING' AND owner = ?",
                (new_owner, str(dispatch_id), owner),
            )
            return changed.rowcount == 1

    def move(
        self,
        dispatch_id: uuid.UUID,
        to: Status,
        *,
        at: datetime,
        who: str,
        text: str,
        receipt: str = "",
        owner: str = "",
    ) -> Dispatch:
        with self._file.writing() as connection:
            row = row_of(connection, dispatch_id)
            old = dispatch_of(row)
            if to not in ALLOWED[old.status] or row["owner"] != owner:
                raise AlreadyMoved(
                    f"Kallelsen har redan status {STATUS_NAMES[old.status]}.",
                    "Titta på raden igen innan du bestämmer dig.",
                )
            moved = _stepped(old, to, at=at, text=text, receipt=receipt)
            _write_move(connection, moved, owner="", who=who)
            return moved


def row_of(connection: sqlite3.Connection, dispatch_id: uuid.UUID) -> sqlite3.Row:
    """Raises HistoryUnusable where there is no such dispatch."""
    row: sqlite3.Row | None = connection.execute(
        f"{SELECT} FROM dispatch WHERE id = ?", (str(dispatch_id),)
    ).fetchone()
    if row is None:
        raise HistoryUnusable("Kallelsen finns inte i historiken.", "Läs in listan igen.")
    return row


def kept_bytes(connection: sqlite3.Connection, digest: str) -> bytes:
    """Bytes by their SHA-256. Raises HistoryUnusable where they are no longer the same."""
    row = connection.execute("SELECT bytes FROM blob WHERE digest = ?", (digest,)).fetchone()
    if row is None or _digest(row["bytes"]) != digest:
        raise HistoryUnusable(
            "Ett sparat brev i historiken har ändrats eller skadats. Det visas och skickas inte.",
            "Kontakta it-supporten.",
            detail=f"sha256 {digest}",
        )
    return bytes(row["bytes"])


def _add_new(connection: sqlite3.Connection, order: Order) -> bool:
    known = "SELECT 1 FROM dispatch WHERE id = ?"
    if connection.execute(known, (str(order.dispatch.id),)).fetchone():
        return False
    columns = columns_of(order.dispatch)
    columns["data_digest"] = _keep(connection, order.data)
    columns["sources_digest"] = _keep(connection, order.sources)
    _keep(connection, order.content)
    names, places = ", ".join(columns), ", ".join("?" * len(columns))
    connection.execute(
        f"INSERT INTO dispatch ({names}) VALUES ({places})",  # noqa: S608  our own column names
        tuple(columns.values()),
    )
    _log(connection, order.dispatch, who=order.dispatch.user, text=order.dispatch.reason)
    return True


def _keep(connection: sqlite3.Connection, content: bytes) -> str:
    digest = _digest(content)
    connection.execute(
        "INSERT INTO blob VALUES (?, ?) ON CONFLICT (digest) DO NOTHING", (digest, content)
    )
    return digest


def _stepped(
    old: Dispatch, to: Status, *, at: datetime, text: str = "", receipt: str = ""
) -> Dispatch:
    return replace(
        old,
        status=to,
        # Only a person takes a letter from UNKNOWN to QUEUED, having found that none arrived.
        maybe=to is Status.UNKNOWN or (old.maybe and to is not Status.QUEUED),
        attempts=old.attempts + (to is Status.SENDING),
        changed_at=at,
        receipt=receipt,
        explanation=text,
    )


def _write_move(connection: sqlite3.Connection, moved: Dispatch, *, owner: str, who: str) -> None:
    connection.execute(
        "UPDATE dispatch SET status = ?, maybe = ?, attempts = ?, changed_at = ?, receipt = ?,"
        " explanation = ?, words = ?, owner = ? WHERE id = ?",
        (
            moved.status,
            moved.maybe,
            moved.attempts,
            stored_time(moved.changed_at),
            moved.receipt,
            moved.explanation,
            search_words(moved),
            owner,
            str(moved.id),
        ),
    )
    _log(connection, moved, who=who, text=moved.explanation)


def _log(connection: sqlite3.Connection, dispatch: Dispatch, *, who: str, text: str) -> None:
    event = LoggedEvent(
        dispatch_id=str(dispatch.id),
        at=stored_time(dispatch.changed_at),
        status=dispatch.status,
        who=who,
        text=text,
        proof=dispatch.content_digest if dispatch.status is Status.QUEUED else dispatch.receipt,
    )
    append(connection, event)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
