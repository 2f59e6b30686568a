"""Accesses stand in the one chain with sending, are found by patient, and cannot be taken out."""

import sqlite3 as plain
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.access_log import Access, Action, LogEntry, LogQuestion, Workplace
from app.adapters.store import SqliteStore
from app.adapters.store.sqlcipher import sqlite3
from app.dispatch import Status
from app.errors import AlreadyMoved
from app.history import PROTECTED_NAME, Question
from tests.fakes import (
    NOON,
    PERSONS,
    behind_its_back,
    bring_to,
    make_preview,
    make_previews,
    queue_letters,
)

AT_DESK = Workplace("RECEPTION-3", "0.3.0")
# Whom a letter of the fakes is to, and somebody else.
PATIENT, OTHER = PERSONS[2], PERSONS[0]
EVERYTHING = LogQuestion()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the `store` fixture keeps its history."""
    return tmp_path / "history.sqlite3"


def entry(
    action: Action = Action.PREVIEW,
    person: str = PATIENT,
    *,
    who: str = "anna",
    at: datetime = NOON,
    text: str = "",
) -> LogEntry:
    access = Access(action, person, unit_id="SE-EXEMPEL-0001", booking_key="B1", text=text)
    return LogEntry(at, who, access, AT_DESK)


def found(store: SqliteStore, question: LogQuestion = EVERYTHING) -> list[Action]:
    return [one.access.action for one in store.entries(question, offset=0, limit=-1)]


def test_an_access_is_read_back_as_it_was_written(store):
    written = entry(text="Ringde om adressen.")

    store.write([written])

    (read,) = store.entries(LogQuestion(), offset=0, limit=10)
    assert (read.at, read.who, read.access, read.workplace, read.number) == (
        NOON,
        "anna",
        written.access,
        AT_DESK,
        1,
    )


def test_sending_and_seeing_make_one_chain(store):
    store.write([entry()])
    (queued,) = queue_letters(store, [make_preview()])
    store.write([entry(Action.VIEW)])
    bring_to(store, queued, Status.SENT)

    numbers = store.numbers(LogQuestion())

    assert numbers == tuple(range(1, 6))
    assert store.first_broken_event() is None


def test_the_chain_holds_whatever_character_is_written(store):
    every = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    texts = ("".join(every[begin : begin + 50_000]) for begin in range(0, len(every), 50_000))

    store.write([entry(text=text) for text in texts])

    assert store.first_broken_event() is None


def test_the_look_through_the_log_tells_how_far_it_has_come(store):
    store.write([entry()] * 2_500)
    told: list[float] = []

    store.first_broken_event(progress=told.append)

    assert told == [0.4, 0.8]


def test_the_look_through_the_log_ends_where_it_is_told_to(store):
    store.write([entry()] * 2_500)
    told: list[float] = []

    def stop(share: float) -> None:
        told.append(share)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        store.first_broken_event(progress=stop)

    assert told == [0.4]


def test_to_queue_a_letter_tells_of_whom_and_where(tmp_path: Path):
    with SqliteStore(tmp_path / "h.sqlite3", workplace=AT_DESK) as store:
        (queued,) = queue_letters(store, [make_preview()])

        (sent,) = store.entries(LogQuestion(action=Action.SEND), offset=0, limit=10)

    assert sent.access.person == queued.person
    assert sent.access.unit_id == queued.unit_id
    assert sent.access.dispatch_id == queued.id
    assert (sent.who, sent.workplace, sent.status) == (queued.user, AT_DESK, Status.QUEUED)


def test_a_view_of_a_letter_is_no_event_on_its_way(store):
    (queued,) = queue_letters(store, [make_preview()])
    seen = Access(Action.VIEW, queued.person, dispatch_id=queued.id)

    store.write([LogEntry(NOON, "anna", seen, AT_DESK)])

    assert [event.status for event in store.open(queued.id).events] == [Status.QUEUED]
    assert store.first_broken_event() is None


_NO_ACCESS = (
    "UPDATE event SET (action, person, unit_id, booking_key, pc, program)"
    " = ('', '', '', '', '', '') WHERE number = 2"
)


@pytest.mark.parametrize(
    ("tampering", "number"),
    [
        ("UPDATE event SET person = '199001012384' WHERE number = 2", 2),
        ("UPDATE event SET action = 'load' WHERE number = 1", 1),
        ("UPDATE event SET pc = '' WHERE number = 3", 3),
        (_NO_ACCESS, 2),
        ("DELETE FROM event WHERE number = 2", 2),
    ],
)
def test_tampering_with_an_access_is_found(store, path, tampering: str, number: int):
    store.write([entry(person=person) for person in PERSONS])

    with behind_its_back(path) as connection:
        _without_triggers(connection)
        connection.execute(tampering)

    assert store.first_broken_event() == number


@pytest.mark.parametrize(
    "tampering",
    [
        "DELETE FROM event",
        "UPDATE event SET who = 'någon annan'",
        "INSERT INTO event VALUES (7, '', '', '', '', '', '', '', '', '', '', '', '', '', '')",
        "REPLACE INTO event SELECT * FROM event",
    ],
)
def test_the_database_takes_no_access_out_and_lets_none_in_between(store, path, tampering: str):
    store.write([entry()])

    with (
        behind_its_back(path) as connection,
        pytest.raises(sqlite3.IntegrityError, match=r"append-only|comes last"),
    ):
        connection.execute(tampering)


def test_an_access_is_kept_for_five_years_whatever_else_goes(store, path):
    store.write([entry()])

    with behind_its_back(path) as connection:
        _without_triggers(connection, but="an_access_is_kept_for_five_years")
        with pytest.raises(sqlite3.IntegrityError, match="five years"):
            connection.execute("DELETE FROM event")


def _without_triggers(connection: plain.Connection, *, but: str = "") -> None:
    told = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name <> ?"
    for (name,) in connection.execute(told, (but,)).fetchall():
        connection.execute(f"DROP TRIGGER {name}")


def test_the_log_is_found_by_user_action_and_day(store):
    yesterday = NOON - timedelta(days=1)
    store.write([entry(Action.LOAD, at=yesterday), entry(who="bo"), entry(Action.EXPORT)])

    assert found(store) == [Action.EXPORT, Action.PREVIEW, Action.LOAD]
    assert found(store, LogQuestion(who="bo")) == [Action.PREVIEW]
    assert found(store, LogQuestion(action=Action.EXPORT)) == [Action.EXPORT]
    assert found(store, LogQuestion(until=yesterday.date())) == [Action.LOAD]
    assert found(store, LogQuestion(since=NOON.date(), who="anna")) == [Action.EXPORT]
    assert store.users() == ("anna", "bo")


def test_all_of_one_patient_is_found_also_what_befell_their_letters(store):
    store.write([entry(), entry(person=OTHER)])
    (queued,) = queue_letters(store, [make_preview()])
    bring_to(store, queued, Status.SENT)
    assert queued.person == PATIENT

    of_patient = store.entries(LogQuestion(person=PATIENT), offset=0, limit=-1)

    assert {one.access.person for one in of_patient} == {PATIENT}
    assert [one.access.action for one in of_patient[::-1]] == [
        Action.PREVIEW,
        Action.SEND,
        Action.MOVE,
        Action.MOVE,
    ]


def test_what_nobody_did_with_a_patients_data_is_no_part_of_a_sample(store):
    (queued,) = queue_letters(store, [make_preview()])
    bring_to(store, queued, Status.SENT)
    store.write([entry(Action.READ_LOG, person=""), entry()])

    numbers = store.numbers(LogQuestion(is_of_patients=True))

    assert numbers == (1, 5)
    assert [one.number for one in store.numbered(numbers)] == [1, 5]


def test_a_person_who_has_become_protected_is_masked_in_lists_and_found_by_no_search(store):
    first, second = queue_letters(store, make_previews(2))

    store.note_protected([first.person], at=NOON)

    listed = store.page(Question(), offset=0, limit=10)
    (of_booking,) = store.of_bookings([first.booking_key])[first.booking_key]
    assert [one.name for one in listed] == [second.name, PROTECTED_NAME]
    assert of_booking.name == PROTECTED_NAME
    assert store.count(Question(words=first.name.split(",")[0])) == 0
    assert store.count(Question(words=first.person)) == 0
    assert store.open(first.id).dispatch.name == first.name


def test_a_protected_persons_letter_stays_masked_when_it_moves_on(store):
    (queued,) = queue_letters(store, [make_preview()])
    store.note_protected([PATIENT], at=NOON)

    bring_to(store, queued, Status.SENT)

    assert store.count(Question(words=PATIENT)) == 0
    assert store.count(Question(words="skickad")) == 1


def test_a_later_letter_to_a_protected_person_is_masked_from_the_start(store):
    store.note_protected([PATIENT], at=NOON)

    queue_letters(store, [make_preview()])

    assert store.count(Question(words=PATIENT)) == 0


def test_a_person_whose_mark_is_lifted_is_named_and_found_again_and_the_log_says_so(store):
    first, second = queue_letters(store, make_previews(2))
    store.note_protected([first.person, second.person], at=NOON)

    store.lift_protection(first.person, why="Skyddet upphört.", who="eva", at=NOON)

    listed = store.page(Question(), offset=0, limit=10)
    (noted,) = store.entries(LogQuestion(action=Action.LIFT_PROTECTION), offset=0, limit=-1)
    assert [one.name for one in listed] == [PROTECTED_NAME, first.name]
    assert store.count(Question(words=first.person)) == 1
    assert store.count(Question(words=second.person)) == 0
    assert (noted.who, noted.access.person, noted.access.text) == (
        "eva",
        first.person,
        "Skyddet upphört.",
    )
    assert store.first_broken_event() is None


def test_nothing_is_logged_where_there_is_no_mark_to_lift(store):
    store.note_protected([OTHER], at=NOON)

    with pytest.raises(AlreadyMoved, match="inte märkt"):
        store.lift_protection(PATIENT, why="Skyddet upphört.", who="eva", at=NOON)

    assert found(store) == []
    assert store.protected_among([OTHER]) == {OTHER}


@pytest.mark.parametrize("asked", [[PATIENT], [PATIENT, *PERSONS, OTHER], []])
def test_of_whomever_is_asked_only_those_are_told_who_were_noted(store, asked: list[str]):
    store.note_protected([PATIENT, "someone", "somebody else"], at=NOON)

    assert store.protected_among(asked) == {PATIENT}.intersection(asked)


def test_to_be_noted_as_protected_again_changes_nothing(store):
    store.note_protected([PATIENT], at=NOON)

    store.note_protected([PATIENT, OTHER, PATIENT], at=NOON)
    store.note_protected([], at=NOON)

    assert store.protected_among([*PERSONS]) == {PATIENT, OTHER}
