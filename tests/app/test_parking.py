"""What a backup says is waiting may have been sent since: only a person sends it again."""

from pathlib import Path

import pytest

from app.adapters.store import SqliteStore
from app.dispatch import Status
from app.history import Question
from app.parking import park_all
from tests.fakes import bring_to, later, make_previews, queue_letters


@pytest.fixture
def store(tmp_path: Path):
    with SqliteStore(tmp_path / "history.sqlite3") as made:
        yield made


def park(store: SqliteStore) -> int:
    return park_all(store, backup_from="2026-11-23 12.00", at=later(days=1), who="anna")


def test_what_waited_and_what_was_on_its_way_is_unclear(store):
    waiting, leaving, sent = queue_letters(store, make_previews(3))
    bring_to(store, leaving, Status.SENDING)
    bring_to(store, sent, Status.SENT)

    assert park(store) == 2

    found = {one.id: one for one in store.page(Question(), offset=0, limit=10)}
    assert [found[one.id].status for one in (waiting, leaving, sent)] == [
        Status.UNKNOWN,
        Status.UNKNOWN,
        Status.SENT,
    ]
    assert "2026-11-23" in found[waiting.id].explanation
    assert store.queued() == store.sending() == ()
    assert store.first_broken_event() is None


def test_parking_twice_parks_nothing_more(store):
    queue_letters(store, make_previews(2))
    park(store)

    assert park(store) == 0
