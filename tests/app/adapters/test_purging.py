"""Purging: what a rule takes leaves nothing behind, and nothing else is ever touched."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from app.access_log import LogQuestion
from app.adapters.store import SqliteStore
from app.adapters.store.sqlcipher import sqlite3
from app.dispatch import Dispatch, Status
from app.errors import AlreadyMoved, HistoryUnusable
from app.evaluation import Selection
from app.history import Question
from app.preview import Preview
from app.purge import Hold, PurgeState, Why
from app.retention import LogRule, RetentionRules, Rule
from app.swedish_dates import STOCKHOLM
from tests.fakes import (
    BOTH,
    NOON,
    ONLY_1177,
    behind_its_back,
    bring_to,
    later,
    make_batch,
    make_booking,
    make_draft,
    make_preview,
    make_previews,
    queue_letters,
)

RULES = RetentionRules(
    rules=(Rule(letter_types=("*",), keep_years=3, decision="Dnr PROV 1, 2026-11-01"),),
    log=LogRule(keep_years=5, decision="Dnr PROV 2, 2026-11-01"),
)
# The visits are in January 2027.
BEFORE_ITS_TIME, AFTER_ITS_TIME = date(2030, 1, 12), date(2030, 1, 13)
AFTER_THE_LOGS_TIME = date(2032, 1, 13)
# The database itself keeps what it logged for five years, by its own clock.
LONG_AGO = datetime(2015, 1, 5, 12, 0, tzinfo=STOCKHOLM)
OPEN = (Status.QUEUED, Status.SENDING, Status.UNKNOWN)
ALWAYS = Selection(date(2000, 1, 1), date(2100, 1, 1))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the `store` fixture keeps its history."""
    return tmp_path / "history.sqlite3"


def sent(store: SqliteStore, count: int = 3, *, queued_at: datetime = NOON) -> tuple[Dispatch, ...]:
    queued = queue_letters(store, make_previews(count), now=queued_at)
    return tuple(bring_to(store, one, Status.SENT) for one in queued)


def ask(store: SqliteStore, *, as_of: date = AFTER_ITS_TIME, at: datetime = NOON) -> uuid.UUID:
    purge = uuid.uuid4()
    store.ask_for_purge(purge, RULES, as_of=as_of, who="anna", at=at)
    return purge


def carry_out(store: SqliteStore, purge: uuid.UUID) -> None:
    store.confirm_purge(purge, who="bo", at=later(hours=1))
    while store.purge_portion(purge, at=later(hours=2)) is not None:
        pass


def purge_all(store: SqliteStore, *, as_of: date = AFTER_ITS_TIME) -> uuid.UUID:
    purge = ask(store, as_of=as_of)
    carry_out(store, purge)
    return purge


def left(store: SqliteStore) -> set[uuid.UUID]:
    return {one.id for one in store.page(Question(), offset=0, limit=1_000)}


def why(store: SqliteStore, *, as_of: date = AFTER_ITS_TIME) -> dict[Why | None, int]:
    return {one.why: one.number for one in store.count_for_purge(RULES.due(as_of), at=NOON)}


def hold(store: SqliteStore, dispatches: Sequence[Dispatch] = (), *, person: str = "") -> uuid.UUID:
    made = Hold(uuid.uuid4(), person, len(dispatches), "Tillsyn pågår.", "anna", NOON)
    store.add_hold(made, dispatches=[one.id for one in dispatches])
    return made.id


def test_a_letter_goes_when_its_time_is_over_and_not_a_day_before(store):
    sent(store)

    before, after = why(store, as_of=BEFORE_ITS_TIME), why(store, as_of=AFTER_ITS_TIME)

    assert (before, after) == ({Why.TOO_YOUNG: 3}, {None: 3})


@pytest.mark.parametrize("visit_at", [None, later(days=-400)])
def test_the_time_counts_from_the_last_change_where_that_is_later_than_the_visit(store, visit_at):
    (queued,) = queue_letters(store, [make_preview(make_draft(make_booking(at=visit_at)))])
    bring_to(store, queued, Status.SENT)

    before, after = why(store, as_of=date(2029, 11, 23)), why(store, as_of=date(2029, 11, 24))

    assert (before, after) == ({Why.TOO_YOUNG: 1}, {None: 1})


def test_what_was_counted_is_what_goes_and_nothing_else(store):
    first, *others = sent(store)
    (still,) = queue_letters(store, [make_preview(make_draft(make_booking(9)))])
    hold(store, [first])

    purge = purge_all(store)

    assert left(store) == {first.id, still.id}
    assert set(store.purged_ids(purge)) == {one.id for one in others}
    (told,) = store.purges()
    assert (told.number, told.state) == (2, PurgeState.DONE)
    assert (told.asked_by, told.confirmed_by) == ("anna", "bo")


@pytest.mark.parametrize("status", OPEN)
def test_open_letters_never_go(store, status):
    (queued,) = queue_letters(store, [make_preview()])
    bring_to(store, queued, status)

    counted = why(store)
    purge_all(store)

    assert counted == {Why.OPEN: 1}
    assert left(store) == {queued.id}


@pytest.mark.parametrize("status", sorted(set(Status) - set(OPEN)))
def test_closed_letters_go(store, status):
    (queued,) = queue_letters(store, [make_preview()])
    bring_to(store, queued, status)

    purge_all(store)

    assert not left(store)


def test_a_letter_stays_as_long_as_its_bookings_other_letter_is_open(store):
    message, page = queue_letters(store, make_previews(1, route=BOTH))
    bring_to(store, message, Status.SENT)

    counted = why(store)
    purge_all(store)

    assert counted == {Why.KIN_OPEN: 1, Why.OPEN: 1}
    assert left(store) == {message.id, page.id}


def test_a_refused_letter_without_a_time_stays_until_another_follows_it(store):
    offer = make_draft(make_booking(at=None))
    (refused,) = queue_letters(store, [make_preview(offer)])
    bring_to(store, refused, Status.REJECTED)

    before = why(store)
    (again,) = queue_letters(store, [make_preview(replace(offer, revision=2))])
    bring_to(store, again, Status.SENT)

    assert before == {Why.NOT_SETTLED: 1}
    assert why(store) == {None: 2}


def test_a_kind_without_a_rule_stays(store):
    sent(store)
    rules = RetentionRules(rules=(Rule(letter_types=("ekg",), keep_years=1),))

    (counted,) = store.count_for_purge(rules.due(AFTER_ITS_TIME), at=NOON)

    assert (counted.why, counted.number) == (Why.NO_RULE, 3)


def test_each_kind_goes_by_its_own_rule(store):
    sent(store, 1)
    other = make_preview(replace(make_draft(make_booking(9)), letter_type="ekg"))
    (ekg,) = queue_letters(store, [other])
    bring_to(store, ekg, Status.SENT)
    kinds = (Rule(letter_types=("ekg",), keep_years=9), Rule(letter_types=("*",), keep_years=1))

    counted = store.count_for_purge(RetentionRules(rules=kinds).due(AFTER_ITS_TIME), at=NOON)

    assert {one.why for one in counted} == {None, Why.TOO_YOUNG}


def test_all_letters_of_a_held_person_stay_also_those_that_come_later(store):
    first, second, _ = sent(store)
    hold(store, person=first.person)
    (later_one,) = queue_letters(store, [make_preview(make_draft(make_booking(2 + 5)))])
    bring_to(store, later_one, Status.SENT)

    purge_all(store)

    assert later_one.person == first.person != second.person
    assert left(store) == {first.id, later_one.id}


def test_a_lifted_hold_lets_letters_go_and_forgets_why_it_was(store):
    (first, *_) = sent(store)
    held = hold(store, person=first.person)
    store.lift_hold(held, reason="Tillsynen är klar.", who="bo", at=NOON)

    purge_all(store)

    (told,) = store.holds()
    assert not left(store)
    assert (told.person, told.reason, told.lifted_because, told.lifted_by) == ("", "", "", "bo")


def test_a_hold_that_is_lifted_after_the_purge_was_shown_holds_still(store):
    first, second, _ = sent(store)
    holds = (hold(store, [first]), hold(store, person=second.person))
    purge = ask(store)
    for held in holds:
        store.lift_hold(held, reason="Klar.", who="bo", at=later(minutes=1))

    carry_out(store, purge)

    assert left(store) == {first.id, second.id}


def test_a_hold_is_lifted_once(store):
    held = hold(store, sent(store))
    store.lift_hold(held, reason="Klar.", who="bo", at=NOON)

    with pytest.raises(AlreadyMoved, match="redan hävd"):
        store.lift_hold(held, reason="Klar igen.", who="bo", at=NOON)


def test_letters_that_were_queued_after_it_was_shown_are_not_in_a_purge(store):
    sent(store, 1)
    purge = ask(store)
    (newer,) = queue_letters(store, [make_preview(make_draft(make_booking(9)))])
    bring_to(store, newer, Status.SENT)

    carry_out(store, purge)

    assert left(store) == {newer.id}


@pytest.mark.parametrize("who", ["anna", "ANNA"])
def test_who_asked_for_a_purge_cannot_confirm_it(store, path, who):
    purge = ask(store)

    with pytest.raises(AlreadyMoved, match="lade fram den själv"):
        store.confirm_purge(purge, who=who, at=NOON)

    with (
        pytest.raises(sqlite3.IntegrityError, match="CHECK"),
        behind_its_back(path) as connection,
    ):
        connection.execute("UPDATE purge SET state = 'CONFIRMED', confirmed_by = ?", (who,))


def test_a_purge_that_nobody_has_confirmed_takes_nothing(store):
    sent(store)
    purge = ask(store)

    with pytest.raises(AlreadyMoved):
        store.purge_portion(purge, at=NOON)

    assert len(left(store)) == 3


def test_a_withdrawn_purge_cannot_be_confirmed_and_makes_room_for_another(store):
    purge = ask(store)
    store.withdraw_purge(purge, who="bo", at=NOON)

    with pytest.raises(AlreadyMoved):
        store.confirm_purge(purge, who="bo", at=NOON)

    assert ask(store, at=later(hours=1)) == store.purges()[0].id


def test_one_purge_at_a_time(store):
    ask(store)

    with pytest.raises(AlreadyMoved, match="inte avslutad"):
        ask(store)


@pytest.mark.parametrize("table", ["dispatch", "blob", "event"])
def test_without_a_confirmed_purge_nothing_can_be_deleted_at_all(store, path, table):
    sent(store)
    ask(store)

    with (
        pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"),
        behind_its_back(path) as connection,
    ):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608  one of three names


@pytest.mark.parametrize("status", OPEN)
def test_not_even_a_purge_under_way_can_delete_what_is_open(store, path, status):
    (queued,) = queue_letters(store, [make_preview()])
    bring_to(store, queued, status)
    store.confirm_purge(ask(store), who="bo", at=NOON)

    assert "append-only" in refusal(path, "DELETE FROM dispatch")


def test_not_even_a_purge_under_way_can_delete_what_is_held(store, path):
    first, second, _ = sent(store)
    hold(store, [first])
    hold(store, person=second.person)
    store.confirm_purge(ask(store), who="bo", at=NOON)

    refused = [
        refusal(path, f"DELETE FROM dispatch WHERE id = '{one.id}'")  # noqa: S608  our own ids
        for one in (first, second)
    ]

    assert refused == ["dispatch is append-only"] * 2


def test_not_even_a_purge_under_way_can_take_an_event_out_unseen(store, path):
    sent(store)
    store.confirm_purge(ask(store), who="bo", at=NOON)

    refused = [
        refusal(path, "DELETE FROM event"),
        refusal(path, "INSERT INTO purged_event SELECT number, hash, 2 FROM event LIMIT 1"),
    ]

    assert refused == ["event is append-only"] * 2


def refusal(path: Path, statement: str) -> str:
    try:
        with behind_its_back(path) as connection:
            connection.execute(statement)
    except sqlite3.IntegrityError as error:
        return str(error)
    return ""


def test_the_log_holds_after_a_purge(store):
    sent(store, queued_at=LONG_AGO)

    purge_all(store, as_of=AFTER_THE_LOGS_TIME)
    queue_letters(store, [make_preview(make_draft(make_booking(9)))])

    assert store.first_broken_event() is None


TAKEN_AWAY = "DELETE FROM purged_event WHERE number = (SELECT {}(number) FROM purged_event)"
TAMPERED = {
    "a hash of what went is changed": "UPDATE purged_event SET hash = 'x'",
    "what went is taken away": TAKEN_AWAY.format("min"),
    "the last of it is taken away": TAKEN_AWAY.format("max"),
    "another event is to vouch for it": "UPDATE purged_event SET told_by = told_by - 1",
    "all that is left is taken away": "DELETE FROM event",
    "none vouches for it": "UPDATE purged_event SET told_by = 1000",
}


@pytest.mark.parametrize("statement", TAMPERED.values(), ids=TAMPERED.keys())
def test_what_is_left_of_purged_events_cannot_be_changed_unseen(store, path, statement):
    sent(store)
    purge_all(store)

    with behind_its_back(path) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)

    assert store.first_broken_event() is not None


PLANTED_NAME, PLANTED_TEXT = "Zäta", "Planterad önskan"


def planted(row_no: int) -> Preview:
    booking = make_booking(row_no)
    patient = replace(booking.patient, family_name=PLANTED_NAME)
    draft = replace(make_draft(replace(booking, patient=patient)), free_text=PLANTED_TEXT)
    reason = f"Kopia av en skickad kallelse: {PLANTED_TEXT}"
    preview = make_preview(draft, route=replace(ONLY_1177, reason=reason))
    return replace(preview, message=f"<para>{PLANTED_NAME} {PLANTED_TEXT}</para>")


def found_in(path: Path, *texts: str) -> set[str]:
    """Those that stand in any file of the history, byte for byte, in any case."""
    whole = b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*")).lower()
    return {text for text in texts if text.lower().encode() in whole}


def test_nothing_of_a_purged_letter_is_left_in_any_byte_of_the_files(store, path):
    bookings = [make_booking(row_no) for row_no in range(2, 42)]
    store.record_batch("utskick-1", batch=make_batch(bookings))
    previews = [planted(row_no) for row_no in range(2, 42)]
    queued = queue_letters(store, previews, now=LONG_AGO)
    for one in queued:
        bring_to(store, one, Status.SENT)
    texts = (PLANTED_NAME, PLANTED_TEXT, queued[0].person, queued[0].person[2:-4], "BOK-00002")
    before = found_in(path, *texts)

    purge_all(store, as_of=AFTER_THE_LOGS_TIME)

    assert before == set(texts)
    assert not found_in(path, *texts)
    assert store.first_broken_event() is None


def test_what_the_law_asks_of_the_log_stays_longer_than_the_letter(store):
    (first, *_) = sent(store)

    purge_all(store, as_of=AFTER_ITS_TIME)

    entries = store.entries(LogQuestion(person=first.person), offset=0, limit=10)
    assert not left(store)
    assert {one.access.person for one in entries} == {first.person}


def test_bytes_that_a_kept_letter_has_too_stay(store, path):
    alike = [
        replace(make_preview(make_draft(make_booking(row_no))), message="<para>Samma</para>")
        for row_no in (2, 3)
    ]
    gone, kept = (bring_to(store, one, Status.SENT) for one in queue_letters(store, alike))
    hold(store, [kept])

    purge_all(store)

    assert left(store) == {kept.id} != {gone.id}
    assert store.open(kept.id).content == b"<para>Samma</para>"
    with behind_its_back(path) as connection:
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()


def test_what_a_kept_letter_was_made_from_stays_when_its_other_channel_goes(store):
    queued = queue_letters(store, make_previews(1, route=BOTH))
    message, page = (bring_to(store, one, Status.SENT) for one in queued)
    before = store.open(page.id)
    hold(store, [page])

    purge_all(store)

    assert left(store) == {page.id} != {message.id}
    assert store.open(page.id) == before


def test_a_purged_letter_cannot_be_opened_or_found(store):
    (first, *_) = sent(store, 1)

    purge_all(store)

    with pytest.raises(HistoryUnusable, match="finns inte"):
        store.open(first.id)
    assert not store.count(Question(words=first.name))


def test_a_purged_letter_is_not_sent_once_more(store):
    preview = make_preview()
    (first,) = queue_letters(store, [preview])
    bring_to(store, first, Status.SENT)
    purge_all(store)

    again = queue_letters(store, [preview])

    assert not again
    assert not left(store)


def test_what_evaluation_counts_stays_true(store):
    *settled, unclear = queue_letters(store, make_previews(4, route=BOTH))
    for one in settled:
        bring_to(store, one, Status.SENT)
    bring_to(store, unclear, Status.UNKNOWN)
    store.confirm([unclear.id], at=NOON, who="prov", text="Kom fram.", receipt="Prov.")
    before = store.counts(ALWAYS), store.once_unclear(ALWAYS), store.mailings(ALWAYS)

    purge_all(store)

    after = store.counts(ALWAYS), store.once_unclear(ALWAYS), store.mailings(ALWAYS)
    assert not left(store)
    assert after == before


def test_a_days_balance_still_knows_what_was_sent(store):
    bookings = [make_booking(row_no) for row_no in (2, 3, 4)]
    store.record_batch("utskick-1", batch=make_batch(bookings))
    sent(store, 2, queued_at=LONG_AGO)
    (before,) = store.batches(day=NOON.date())

    purge_all(store, as_of=AFTER_THE_LOGS_TIME)

    (after,) = store.batches(day=NOON.date())
    assert (after.rows, after.sent_rows) == (before.rows, before.sent_rows) == (3, 2)


def test_others_write_between_the_portions(store):
    sent(store, 250)
    purge = ask(store)
    store.confirm_purge(purge, who="bo", at=NOON)
    written: list[Dispatch] = []

    while store.purge_portion(purge, at=NOON) is not None:
        row_no = 1_000 + len(written)
        written += queue_letters(store, [make_preview(make_draft(make_booking(row_no)))])

    assert len(written) > 3
    assert left(store) == {one.id for one in written}


def test_while_somebody_reads_the_file_a_purge_waits_with_its_end(store, path):
    sent(store)
    purge = ask(store)
    store.confirm_purge(purge, who="bo", at=NOON)
    with behind_its_back(path) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM dispatch").fetchone()
        told = [store.purge_portion(purge, at=NOON) for _ in range(7)]
        reader.execute("ROLLBACK")

    last = store.purge_portion(purge, at=NOON)

    assert told[-2:] == [1.0, 1.0]
    assert last is None
