"""The database itself keeps the promises, and tells in Swedish what is wrong with its file."""

import uuid
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from app.adapters.store.sqlcipher import sqlite3
from app.dispatch import ALLOWED, Added, Dispatch, Status
from app.draft import Channel
from app.errors import AlreadyMoved, HistoryUnusable
from tests.fakes import (
    BOTH,
    DEAD_OWNER,
    NOON,
    SOURCES,
    ScriptedCarrier,
    behind_its_back,
    bring_to,
    later,
    make_draft,
    make_order,
    make_outbox,
    make_preview,
    make_previews,
    queue_letters,
)

PAIRS = list(product(Status, Status))
ILLEGAL = [(old, new) for old, new in PAIRS if new not in ALLOWED[old]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the `store` fixture keeps its history."""
    return tmp_path / "history.sqlite3"


def without_triggers(connection: sqlite3.Connection) -> None:
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        connection.execute(f"DROP TRIGGER {name}")


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_the_database_allows_the_moves_of_the_table_and_no_other(store, path, old, new):
    (queued,) = queue_letters(store, [make_preview()])
    bring_to(store, queued, old)

    with behind_its_back(path) as connection:
        refusal = refused(connection, old, new)

    assert refusal == ("" if new in ALLOWED[old] else "only allowed moves")


def refused(connection: sqlite3.Connection, old: Status, new: Status) -> str:
    """Why the database refuses a move that is right in everything else; "" where it does not."""
    doubt = (
        new is Status.UNKNOWN
        or old is Status.CLOSED_RESENT
        or (old is Status.UNKNOWN and new is not Status.QUEUED)
    )
    owner = "någon" if new is Status.SENDING else ""
    try:
        connection.execute(
            "UPDATE dispatch SET status = ?, receipt = 'Kvitto.', maybe = ?, owner = ?",
            (new, doubt, owner),
        )
    except sqlite3.IntegrityError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(("old", "new"), ILLEGAL)
def test_a_move_that_is_not_in_the_table_is_refused(store, old, new):
    (queued,) = queue_letters(store, [make_preview()])
    bring_to(store, queued, old)
    owner = DEAD_OWNER if old is Status.SENDING else ""

    with pytest.raises(AlreadyMoved):
        store.move(queued.id, new, at=NOON, who="prov", text="Prov.", owner=owner)

    assert store.open(queued.id).dispatch.status is old


def test_nobody_but_its_owner_moves_a_letter_that_is_being_sent(store):
    (queued,) = queue_letters(store, [make_preview()])
    bring_to(store, queued, Status.SENDING)

    with pytest.raises(AlreadyMoved, match="status Skickas"):
        store.move(queued.id, Status.QUEUED, at=NOON, who="prov", text="Prov.")


def test_the_doubt_about_a_letter_stays_until_a_person_puts_it_back_in_the_queue(store):
    queued = queue_letters(store, make_previews(3))
    maybe = [bring_to(store, dispatch, Status.UNKNOWN).maybe for dispatch in queued]

    decided = [
        store.move(dispatch.id, to, at=NOON, who="prov", text="Bestämt.", receipt="Ringde.")
        for dispatch, to in zip(queued, sorted(ALLOWED[Status.UNKNOWN]), strict=True)
    ]

    assert maybe == [True, True, True]
    assert {moved.status: moved.maybe for moved in decided} == {
        Status.CLOSED_RESENT: True,
        Status.QUEUED: False,
        Status.SENT: True,
    }


@pytest.mark.parametrize(
    "tampering",
    [
        "DELETE FROM dispatch",
        "DELETE FROM event",
        "DELETE FROM blob",
        "UPDATE event SET who = 'någon annan'",
        "UPDATE blob SET bytes = x'00'",
        "UPDATE dispatch SET name = 'Annan, Anna'",
        "UPDATE dispatch SET content_digest = data_digest",
        "UPDATE dispatch SET maybe = 0",
        "UPDATE dispatch SET owner = 'någon'",
        "UPDATE dispatch SET replaces = id",
        "UPDATE dispatch SET booking_digest = ''",
        "REPLACE INTO blob SELECT digest, x'00' FROM blob",
        "INSERT INTO dispatch SELECT * FROM dispatch",
    ],
)
def test_what_is_kept_is_never_edited_or_deleted(store, path, tampering):
    (queued,) = queue_letters(store, [make_preview()])
    bring_to(store, queued, Status.UNKNOWN)

    with behind_its_back(path) as connection:
        connection.execute("PRAGMA recursive_triggers = ON")  # as every connection of ours has it

        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(tampering)


@pytest.mark.parametrize(
    ("old", "half_a_move"),
    [
        (Status.SENDING, "status = 'UNKNOWN', owner = ''"),
        (Status.SENDING, "status = 'QUEUED', owner = '', maybe = 1"),
        (Status.SENDING, "status = 'SENT', owner = '', receipt = ''"),
        (Status.SENDING, "status = 'REJECTED'"),
        (Status.QUEUED, "status = 'SENDING'"),
        (Status.UNKNOWN, "status = 'SENT', receipt = 'Kvitto.', maybe = 0"),
        (Status.UNKNOWN, "status = 'QUEUED'"),
    ],
)
def test_a_move_is_never_half_made(store, path, old, half_a_move):
    (queued,) = queue_letters(store, [make_preview()])
    bring_to(store, queued, old)

    with behind_its_back(path) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(" ".join(("UPDATE dispatch SET", half_a_move)))


def by_another_id(order, **changed):
    """The same letter as a program with another key would name it."""
    return replace(order, dispatch=replace(order.dispatch, id=uuid.UUID(int=1), **changed))


def test_a_letter_that_comes_again_by_another_id_is_not_stored_twice(store):
    made = make_order(make_preview())
    other = by_another_id(made, content_digest="another reference is printed")
    store.add([made])

    assert store.add([by_another_id(made)]) == Added((), ())
    assert store.add([other]) == Added((), (other.dispatch,))
    assert [letter.id for letter in store.queued()] == [made.dispatch.id]


def test_the_database_refuses_two_ids_for_one_letter(store, path):
    store.add([make_order(make_preview())])

    with behind_its_back(path) as connection:
        connection.row_factory = sqlite3.Row
        stored = dict(connection.execute("SELECT * FROM dispatch").fetchone())
        twin = stored | {"seq": None, "id": str(uuid.UUID(int=1))}
        places = ", ".join("?" * len(twin))
        with pytest.raises(sqlite3.IntegrityError, match="booking_key"):
            connection.execute(
                f"INSERT INTO dispatch VALUES ({places})",  # noqa: S608 - nothing but ?s
                tuple(twin.values()),
            )


def test_the_log_vouches_for_the_bytes_that_were_queued_and_for_the_receipt(store, path):
    (queued,) = queue_letters(store, [make_preview()])
    sent = bring_to(store, queued, Status.SENT)

    with behind_its_back(path) as connection:
        proofs = connection.execute("SELECT proof FROM event ORDER BY number").fetchall()

    assert proofs == [(queued.content_digest,), ("",), (sent.receipt,)]


def test_a_letter_cannot_be_stored_as_sent_from_the_start(store):
    made = make_order(make_preview())
    sent = replace(made.dispatch, status=Status.SENT, receipt="Kvitto.")

    with pytest.raises(sqlite3.IntegrityError, match="begins queued"):
        store.add([replace(made, dispatch=sent)])


def test_no_letter_is_sent_without_a_receipt(store):
    (queued,) = queue_letters(store, [make_preview()])
    bring_to(store, queued, Status.SENDING)

    with pytest.raises(sqlite3.IntegrityError):
        store.move(queued.id, Status.SENT, at=NOON, who="prov", text="Prov.", owner=DEAD_OWNER)

    assert store.open(queued.id).dispatch.status is Status.SENDING


def test_a_portion_of_letters_is_stored_whole_or_not_at_all(store):
    whole, broken = (make_order(preview) for preview in make_previews(2))

    with pytest.raises(sqlite3.IntegrityError):
        store.add([whole, replace(broken, content=b"something else than was hashed")])

    assert store.queued() == ()


def test_the_same_sources_are_kept_once(store, path):
    queue_letters(store, make_previews(20))

    with behind_its_back(path) as connection:
        kept = connection.execute(
            "SELECT count(*) FROM blob WHERE bytes = ?", (SOURCES,)
        ).fetchone()

    assert kept == (1,)


def test_a_whole_log_has_no_broken_event(store):
    for dispatch in queue_letters(store, make_previews(3)):
        bring_to(store, dispatch, Status.SENT)

    assert store.first_broken_event() is None


@pytest.mark.parametrize(
    ("tampering", "number"),
    [
        ("UPDATE event SET who = 'någon annan' WHERE number = 4", 4),
        ("UPDATE event SET text = 'Sent.', hash = 'x' WHERE number = 1", 1),
        ("DELETE FROM event WHERE number = 5", 5),
        ("DELETE FROM event WHERE number = 9", 9),
        ("UPDATE dispatch SET status = 'CANCELLED' WHERE seq = 1", 10),
        ("UPDATE event SET number = number + 1 WHERE number = 9", 9),
        ("UPDATE event SET number = -1 WHERE number = 9", 1),
    ],
)
def test_a_log_that_was_tampered_with_shows_where(store, path, tampering, number):
    for dispatch in queue_letters(store, make_previews(3)):
        bring_to(store, dispatch, Status.SENT)

    with behind_its_back(path) as connection:
        without_triggers(connection)
        connection.execute(tampering)

    assert store.first_broken_event() == number


def test_a_letter_whose_bytes_were_changed_is_neither_shown_nor_sent(store, path):
    (queued,) = queue_letters(store, [make_preview()])
    with behind_its_back(path) as connection:
        without_triggers(connection)
        connection.execute("UPDATE blob SET bytes = CAST(bytes || ' ' AS BLOB)")
    inbox = ScriptedCarrier()

    with pytest.raises(HistoryUnusable, match="ändrats eller skadats"):
        store.open(queued.id)
    with pytest.raises(HistoryUnusable, match="ändrats eller skadats"):
        make_outbox(store, inbox).send_queued()

    assert inbox.delivered == []
    assert [letter.id for letter in store.queued()] == [queued.id]


@pytest.mark.parametrize("status", Status)
def test_the_database_lets_only_what_is_closed_be_replaced_and_once(store, path, status):
    old, *copies = queue_letters(store, make_previews(3))
    bring_to(store, old, status)

    with behind_its_back(path) as connection:
        refusals = [replacing(connection, old, copy) for copy in copies]

    if status in {Status.REJECTED, Status.CLOSED_RESENT}:
        assert refusals == ["", "UNIQUE constraint failed: dispatch.replaces"]
    else:
        assert refusals == ["only what is closed is replaced"] * 2


def test_the_database_keeps_a_letter_closed_while_another_stands_in_its_place(store, path):
    old, other = queue_letters(store, make_previews(2))
    bring_to(store, old, Status.CLOSED_RESENT)

    with behind_its_back(path) as connection:
        replacing(connection, old, other)
        refusal = refused(connection, Status.CLOSED_RESENT, Status.UNKNOWN)

    assert refusal == "what was replaced stays closed"


def replacing(connection: sqlite3.Connection, old: Dispatch, like: Dispatch) -> str:
    """Why the database refuses a letter like another in the place of the old; "" where not."""
    connection.row_factory = sqlite3.Row
    row = dict(
        connection.execute("SELECT * FROM dispatch WHERE id = ?", (str(like.id),)).fetchone()
    )
    row |= {"seq": None, "id": str(uuid.uuid4()), "replaces": str(old.id), "revision": 9}
    marks = f"({', '.join('?' * len(row))})"
    try:
        connection.execute(" ".join(("INSERT INTO dispatch VALUES", marks)), tuple(row.values()))
    except sqlite3.IntegrityError as error:
        return str(error)
    return ""


def test_a_letter_in_the_place_of_one_that_does_not_exist_is_refused(store, path):
    (queued,) = queue_letters(store, [make_preview()])

    with behind_its_back(path) as connection:
        nobody = replace(queued, id=uuid.UUID(int=1))
        assert replacing(connection, nobody, queued) == "only what is closed is replaced"


def test_a_letter_that_is_not_there_cannot_be_got(store):
    with pytest.raises(HistoryUnusable, match="finns inte"):
        store.get(uuid.UUID(int=1))


def test_the_log_tells_when_the_latest_letters_of_a_channel_began_to_leave(store):
    queued = queue_letters(store, make_previews(4, route=BOTH))
    for number, one in enumerate(queued):
        store.claim(one.id, owner="o", at=later(minutes=number), who="prov")

    assert store.departures(Channel.INBOX_1177, latest=3) == tuple(
        later(minutes=number) for number in (2, 4, 6)
    )
    assert store.departures(Channel.LETTER, latest=99) == tuple(
        later(minutes=number) for number in (1, 3, 5, 7)
    )


def test_a_full_disk_leaves_no_copy_and_no_closed_original(store):
    (queued,) = queue_letters(store, [make_preview()])
    unclear = bring_to(store, queued, Status.UNKNOWN)
    made = make_order(make_preview(make_draft().as_copy(revision=2)))
    made = replace(made, data=b"x" * 1_000_000)
    with store._file.reading() as connection:
        connection.execute("PRAGMA max_page_count = 1")  # SQLite takes it as: no larger than now

    with pytest.raises(HistoryUnusable, match="Disken är full"):
        store.replace(unclear.id, made, at=NOON, who="prov", text="Prov.")

    assert store.get(unclear.id) == unclear
    assert store.queued() == ()
    assert store.first_broken_event() is None
