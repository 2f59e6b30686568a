"""Letters on their way: queued once, claimed by one, moved along the table."""

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from app.access_log import NO_WORKPLACE, Workplace
from app.adapters.store.file import HistoryFile
from app.adapters.store.log import append, moved_event, sending_event
from app.adapters.store.rows import (
    SELECT,
    columns_of,
    dispatch_of,
    masked_words,
    search_words,
    stored_time,
    told_time,
)
from app.adapters.store.sqlcipher import sqlite3
from app.dispatch import ALLOWED, STATUS_NAMES, Added, Dispatch, Order, Parcel, Status, Waiting
from app.draft import Channel
from app.errors import AlreadyMoved, HistoryUnusable
from app.wording import say


class OutgoingLetters:
    """The part of the store that the outbox works with: `app.dispatch.Store`."""

    def __init__(self, file: HistoryFile, *, workplace: Workplace = NO_WORKPLACE) -> None:
        self._file = file
        self._workplace = workplace

    def add(self, orders: Sequence[Order]) -> Added:
        new, changed = [], []
        with self._file.writing() as connection:
            for order in orders:
                stored = _content_digest(connection, order.dispatch)
                if not stored and not _is_purged(connection, order.dispatch):
                    _add_new(connection, order, workplace=self._workplace)
                    new.append(order.dispatch)
                elif stored != order.dispatch.content_digest:
                    changed.append(order.dispatch)
        return Added(tuple(new), tuple(changed))

    def queued(self) -> tuple[Waiting, ...]:
        with self._file.reading() as connection:
            rows = connection.execute(
                "SELECT id, channel FROM dispatch WHERE status = 'QUEUED' ORDER BY seq"
            )
            return tuple(Waiting(uuid.UUID(row["id"]), Channel(row["channel"])) for row in rows)

    def departures(self, channel: Channel, *, latest: int) -> tuple[datetime, ...]:
        """From the log, newest event first: no event is looked at but the latest ones."""
        with self._file.reading() as connection:
            rows = connection.execute(
                "SELECT at FROM event CROSS JOIN dispatch ON dispatch.id = dispatch_id"
                " WHERE event.status = 'SENDING' AND channel = ? ORDER BY number DESC LIMIT ?",
                (channel, latest),
            )
            return tuple(told_time(row["at"]) for row in rows)[::-1]

    def get(self, dispatch_id: uuid.UUID) -> Dispatch:
        with self._file.reading() as connection:
            return dispatch_of(row_of(connection, dispatch_id))

    def claim(self, dispatch_id: uuid.UUID, *, owner: str, at: datetime, who: str) -> Parcel | None:
        with self._file.writing() as connection:
            row = row_of(connection, dispatch_id)
            found = dispatch_of(row)
            if found.status is not Status.QUEUED:
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
                raise _already(old)
            moved = _stepped(old, to, at=at, text=text, receipt=receipt)
            _write_move(connection, moved, owner="", who=who)
            if to is Status.CANCELLED and moved.replaces:
                _open_again(connection, moved.replaces, at=at, who=who)
            return moved

    def confirm(
        self, dispatch_ids: Sequence[uuid.UUID], *, at: datetime, who: str, text: str, receipt: str
    ) -> tuple[Dispatch, ...]:
        moved = []
        with self._file.writing() as connection:
            for dispatch_id in dispatch_ids:
                old = dispatch_of(row_of(connection, dispatch_id))
                if old.status is not Status.UNKNOWN:
                    raise _already(old)
                moved.append(_stepped(old, Status.SENT, at=at, text=text, receipt=receipt))
                _write_move(connection, moved[-1], owner="", who=who)
        return tuple(moved)

    def replace(
        self, dispatch_id: uuid.UUID, order: Order, *, at: datetime, who: str, text: str
    ) -> Dispatch:
        new = replace(order.dispatch, replaces=dispatch_id)
        with self._file.writing() as connection:
            old = dispatch_of(row_of(connection, dispatch_id))
            if old.status not in _REPLACEABLE:
                raise _already(old)
            if _has_a_letter_in_its_place(connection, old) or _content_digest(connection, new):
                raise AlreadyMoved(
                    say("Ett nytt brev är redan gjort i stället för det här."),
                    say("Titta på raden igen."),
                )
            if old.status is Status.UNKNOWN:
                closed = _stepped(old, Status.CLOSED_RESENT, at=at, text=text)
                _write_move(connection, closed, owner="", who=who)
            _add_new(connection, replace(order, dispatch=new), workplace=self._workplace)
        return new


_REPLACEABLE = frozenset({Status.UNKNOWN, Status.REJECTED})


def row_of(connection: sqlite3.Connection, dispatch_id: uuid.UUID) -> sqlite3.Row:
    """Raises HistoryUnusable where there is no such dispatch."""
    row: sqlite3.Row | None = connection.execute(
        f"{SELECT} FROM dispatch WHERE id = ?", (str(dispatch_id),)
    ).fetchone()
    if row is None:
        raise HistoryUnusable(say("Kallelsen finns inte i historiken."), say("Läs in listan igen."))
    return row


def kept_bytes(connection: sqlite3.Connection, digest: str) -> bytes:
    """Bytes by their SHA-256. Raises HistoryUnusable where they are no longer the same."""
    row = connection.execute("SELECT bytes FROM blob WHERE digest = ?", (digest,)).fetchone()
    if row is None or _digest(row["bytes"]) != digest:
        raise HistoryUnusable(
            say(
                "Ett sparat brev i historiken har ändrats eller skadats. "
                "Det visas och skickas inte."
            ),
            say("Kontakta it-supporten."),
            detail=f"sha256 {digest}",
        )
    return bytes(row["bytes"])


def _already(found: Dispatch) -> AlreadyMoved:
    return AlreadyMoved(
        say("Kallelsen har redan status {status}.", status=STATUS_NAMES[found.status]),
        say("Titta på raden igen innan du bestämmer dig."),
    )


def _has_a_letter_in_its_place(connection: sqlite3.Connection, old: Dispatch) -> bool:
    found = connection.execute(
        "SELECT 1 FROM dispatch WHERE replaces = ? AND replaces <> '' AND status <> 'CANCELLED'",
        (str(old.id),),
    )
    return found.fetchone() is not None


def _open_again(
    connection: sqlite3.Connection, dispatch_id: uuid.UUID, *, at: datetime, who: str
) -> None:
    """What a copy was to settle is not settled where the copy never left."""
    old = dispatch_of(row_of(connection, dispatch_id))
    if old.status is Status.CLOSED_RESENT:
        text = say("Kopian togs tillbaka, så det är oklart igen om kallelsen kom fram.")
        unclear = _stepped(old, Status.UNKNOWN, at=at, text=text)
        _write_move(connection, unclear, owner="", who=who)


def _content_digest(connection: sqlite3.Connection, letter: Dispatch) -> str:
    """ "" where there is no such letter, whatever key its id was made with."""
    row = connection.execute(
        "SELECT content_digest FROM dispatch WHERE unit_id = ? AND booking_key = ?"
        " AND letter_type = ? AND channel = ? AND revision = ?",
        (letter.unit_id, letter.booking_key, letter.letter_type, letter.channel, letter.revision),
    ).fetchone()
    return str(row["content_digest"]) if row else ""


def _is_purged(connection: sqlite3.Connection, letter: Dispatch) -> bool:
    """Of a letter that went by rule its id stays, so that it is not sent once more."""
    known = "SELECT 1 FROM purged_letter WHERE id = ?"
    return connection.execute(known, (str(letter.id),)).fetchone() is not None


def _add_new(connection: sqlite3.Connection, order: Order, *, workplace: Workplace) -> None:
    columns = columns_of(order.dispatch)
    columns["words"] = _words(connection, order.dispatch)
    columns["data_digest"] = _keep(connection, order.data)
    columns["sources_digest"] = _keep(connection, order.sources)
    _keep(connection, order.content)
    names, places = ", ".join(columns), ", ".join("?" * len(columns))
    connection.execute(
        f"INSERT INTO dispatch ({names}) VALUES ({places})",  # noqa: S608  our own column names
        tuple(columns.values()),
    )
    append(connection, sending_event(order.dispatch, workplace=workplace))


def _words(connection: sqlite3.Connection, dispatch: Dispatch) -> str:
    found = connection.execute(
        "SELECT 1 FROM protected_person WHERE person = ?", (dispatch.person,)
    ).fetchone()
    return masked_words(dispatch) if found else search_words(dispatch)


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
            _words(connection, moved),
            owner,
            str(moved.id),
        ),
    )
    _log(connection, moved, who=who, text=moved.explanation)


def _log(connection: sqlite3.Connection, dispatch: Dispatch, *, who: str, text: str) -> None:
    append(connection, moved_event(dispatch, who=who, text=text))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
