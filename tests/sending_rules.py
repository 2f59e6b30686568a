"""The rules of sending as the real classes keep them: measured, so that no copy of them can drift.

Letters of every status are put before the real outbox, decisions and SQLite store, which then do
one thing. What they make of them is the table from which the model check works.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from app.adapters.store import SqliteStore
from app.decisions import QUIET_PERIODS, Decisions
from app.dispatch import ALLOWED, Dispatch, Receipt, Status
from app.draft import Channel
from app.errors import AlreadyMoved, NotDecided, OutcomeUnknown, Rejected, Unreachable
from tests.fakes import (
    DEAD_OWNER,
    NOON,
    SOURCES,
    ScriptedCarrier,
    bring_to,
    make_booking,
    make_draft,
    make_outbox,
    make_preview,
    make_previews,
    queue_letters,
)

AFTER_THE_QUIET = NOON + QUIET_PERIODS[Channel.INBOX_1177]
WHY = "Frågade supporten"


class Stand(NamedTuple):
    """Where a letter stands by its row."""

    status: Status
    maybe: bool


class Verb(StrEnum):
    """All that anybody does to a stored letter."""

    CLAIM = "claimed"
    TAKEN = "answered: taken"
    REJECTED = "answered: never"
    REFUSED = "answered: nothing was taken"
    UNCLEAR = "answered unclearly"
    FOUND = "settled: found"
    MISSED = "settled: surely not taken"
    UNTOLD = "settled: cannot be told"
    CANCEL = "taken back"
    ARRIVED = "a person: arrived"
    TOO_EARLY = "a person, within the quiet period: did not arrive"
    NOT_ARRIVED = "a person, after the quiet period: did not arrive"
    INSTEAD = "a person: another in its place"


@dataclass(frozen=True)
class Rules:
    """`table` holds what each verb changes; what it leaves alone or refuses has no entry.

    `compares_owners`: a letter is taken only from the owner who was seen to be dead.
    """

    table: Mapping[Verb, Mapping[Stand, Stand]]
    compares_owners: bool


def measured() -> Rules:
    """Raises AssertionError where a letter moved off the table of allowed moves."""
    answered = {verb: {SENDING: _after(answer)} for verb, answer in ANSWERS.items()}
    changed = {verb: _changed_by(does) for verb, does in _DEEDS.items()}
    table = answered | changed
    for entries in table.values():
        assert all(new.status in ALLOWED[old.status] for old, new in entries.items())
    return Rules(table, compares_owners=_compares_owners())


SENDING = Stand(Status.SENDING, maybe=False)

ANSWERS: Mapping[Verb, Receipt | Exception] = {
    Verb.TAKEN: Receipt("Mottaget."),
    Verb.REJECTED: Rejected("Personen finns inte i 1177."),
    Verb.REFUSED: Unreachable("1177 svarar inte."),
    Verb.UNCLEAR: OutcomeUnknown("Svaret uteblev."),
}

Deed = Callable[[SqliteStore, Dispatch], object]


@contextmanager
def _new_store() -> Iterator[SqliteStore]:
    with tempfile.TemporaryDirectory() as folder, SqliteStore(Path(folder) / "h.sqlite3") as store:
        yield store


def _after(answer: Receipt | Exception) -> Stand:
    with _new_store() as store:
        (letter,) = queue_letters(store, make_previews(1))
        make_outbox(store, ScriptedCarrier(answers=[answer])).send_queued()
        return stand(store.get(letter.id))


def _changed_by(does: Deed) -> Mapping[Stand, Stand]:
    with _new_store() as store:
        queued = queue_letters(store, make_previews(len(Status)))
        letters = [bring_to(store, *pair) for pair in zip(queued, Status, strict=True)]
        for letter in letters:
            with suppress(AlreadyMoved, NotDecided):
                does(store, letter)
        changes = {stand(old): stand(store.get(old.id)) for old in letters}
        return {old: new for old, new in changes.items() if old != new}


def stand(letter: Dispatch) -> Stand:
    return Stand(letter.status, letter.maybe)


def _claim(store: SqliteStore, letter: Dispatch) -> object:
    return store.claim(letter.id, owner="1:1.00:PROV", at=NOON, who="prov")


def _settle(found: Receipt | Exception | None) -> Deed:
    return lambda store, _: make_outbox(store, ScriptedCarrier(found=found)).settle_interrupted()


def decisions(store: SqliteStore) -> Decisions:
    return Decisions(store=store, archive=store, now=lambda: NOON, user="prov")


def decisions_after_the_quiet(store: SqliteStore) -> Decisions:
    return Decisions(store=store, archive=store, now=lambda: AFTER_THE_QUIET, user="prov")


def send_instead(store: SqliteStore, letter: Dispatch) -> Dispatch:
    again = make_preview(make_draft(make_booking(letter.row_no), revision=letter.revision + 1))
    return decisions(store).send_instead(letter.id, again, sources=SOURCES, why=WHY)


_DEEDS: Mapping[Verb, Deed] = {
    Verb.CLAIM: _claim,
    Verb.FOUND: _settle(Receipt("Finns.")),
    Verb.MISSED: _settle(None),
    Verb.UNTOLD: _settle(OutcomeUnknown("Det går inte att fråga.")),
    Verb.CANCEL: lambda store, _: make_outbox(store).cancel_queued(),
    Verb.ARRIVED: lambda store, one: decisions(store).confirm_arrived([one.id], why=WHY),
    Verb.TOO_EARLY: lambda store, one: decisions(store).confirm_not_arrived(one.id, why=WHY),
    Verb.NOT_ARRIVED: lambda store, one: decisions_after_the_quiet(store).confirm_not_arrived(
        one.id, why=WHY
    ),
    Verb.INSTEAD: send_instead,
}


def _compares_owners() -> bool:
    with _new_store() as store:
        (letter,) = queue_letters(store, make_previews(1))
        bring_to(store, letter, Status.SENDING)
        assert store.take_over(letter.id, owner=DEAD_OWNER, new_owner="1:1.00:PROV")
        return not store.take_over(letter.id, owner=DEAD_OWNER, new_owner="2:1.00:PROV")
