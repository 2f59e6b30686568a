"""The history's file is durable, private and shared, and says in Swedish what is wrong with it."""

import stat
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.adapters.store import SqliteStore
from app.dispatch import Dispatch, Status
from app.errors import HistoryUnusable
from app.history import Question
from tests.fakes import (
    NOON,
    ONLY_1177,
    behind_its_back,
    bring_to,
    make_batch,
    make_booking,
    make_draft,
    make_preview,
    make_previews,
    queue_letters,
)
from tests.older_history import made_by_the_first_version


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the `store` fixture keeps its history."""
    return tmp_path / "history.sqlite3"


def test_everything_is_there_when_the_program_starts_again(path):
    with SqliteStore(path) as store:
        queued = queue_letters(store, make_previews(3))

    with SqliteStore(path) as store:
        assert store.page(Question(), offset=0, limit=10) == queued[::-1]


@pytest.fixture
def older(path: Path) -> tuple[Dispatch, ...]:
    """The letters of a history as the program's first version made it."""
    with SqliteStore(path) as store:
        store.record_batch("utskick-1", batch=make_batch([make_booking()]))
        queued = queue_letters(store, make_previews(3))
        letters = (bring_to(store, queued[0], Status.SENT), *queued[1:])
    made_by_the_first_version(path)
    return tuple(replace(letter, booking_digest="") for letter in letters)


def test_an_older_history_is_brought_up_with_all_its_letters(older, path):
    with SqliteStore(path) as store:
        assert store.page(Question(), offset=0, limit=10) == older[::-1]
        assert store.of_visits([make_booking()]) == {
            (older[0].person, older[0].visit_at, older[0].unit_id): older[:1]
        }
        assert [record.sent_rows for record in store.batches(day=NOON.date())] == [1]
        assert store.first_broken_event() is None


def test_an_older_history_gets_the_tables_and_indexes_of_a_new_one(older, path, tmp_path):
    for history in (path, tmp_path / "new.sqlite3"):
        SqliteStore(history).close()

    assert made(path) == made(tmp_path / "new.sqlite3")
    assert ("index", "dispatch_by_visit") in made(path)


def made(path: Path) -> set[tuple[str, str]]:
    with behind_its_back(path) as connection:
        return set(connection.execute("SELECT type, name FROM sqlite_master"))


def test_programs_that_bring_up_an_older_history_together_all_get_it(older, path):
    start, opened = threading.Barrier(4), []

    def open_it() -> None:
        start.wait()
        with SqliteStore(path) as store:
            opened.append(store.count(Question()))

    programs = [threading.Thread(target=open_it) for _ in range(4)]
    for program in programs:
        program.start()
    for program in programs:
        program.join()

    assert opened == [len(older)] * 4


def test_a_commit_is_on_disk_in_every_thread(store):
    told: list[tuple[object, ...]] = []

    def look() -> None:
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "fullfsync")
        with store._file.reading() as connection:
            told.append(tuple(connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names))

    in_a_thread_of_its_own(look)
    look()

    assert told == [("wal", 2, 1, 1, 1)] * 2


def in_a_thread_of_its_own(work: Callable[[], None]) -> None:
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards the user's own folder")
def test_nobody_else_on_the_pc_may_read_the_history(store, path):
    queue_letters(store, [make_preview()])

    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}

    assert len(modes) == 3
    assert set(modes.values()) == {0o600}


def test_programs_that_open_a_new_history_together_all_get_it(path):
    start, opened = threading.Barrier(8), []

    def open_it() -> None:
        start.wait()
        with SqliteStore(path) as store:
            opened.append(store.count(Question()))

    programs = [threading.Thread(target=open_it) for _ in range(8)]
    for program in programs:
        program.start()
    for program in programs:
        program.join()

    assert opened == [0] * 8


def test_a_history_that_another_program_writes_to_is_said_to_be_in_use(store, path):
    with SqliteStore(path, patience_s=0) as impatient, behind_its_back(path) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(HistoryUnusable, match="används av ett annat program"):
            queue_letters(impatient, [make_preview()])

    assert store.queued() == ()


def test_a_full_disk_is_said_and_leaves_nothing_half_stored(store):
    queue_letters(store, make_previews(3))
    with store._file.reading() as connection:
        connection.execute("PRAGMA max_page_count = 1")  # SQLite takes it as: no larger than now
    no_room_for = replace(ONLY_1177, reason="lång " * 10_000)

    with pytest.raises(HistoryUnusable, match="Disken är full"):
        queue_letters(store, [make_preview(make_draft(make_booking(9)), route=no_room_for)])

    assert len(store.queued()) == 3
    assert store.first_broken_event() is None


@pytest.mark.parametrize("content", [b"personnummer;namn\r\n" * 100, b"\x00" * 5000])
def test_a_file_that_is_no_history_is_said_to_be_damaged(path, content):
    path.write_bytes(content)

    with pytest.raises(HistoryUnusable, match="Historiken är skadad"):
        SqliteStore(path)

    assert path.read_bytes() == content


def test_a_history_with_torn_pages_is_said_to_be_damaged(path):
    with SqliteStore(path) as store:
        queue_letters(store, make_previews(50))
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + bytes(len(whole) - 8192))

    with pytest.raises(HistoryUnusable, match="Historiken är skadad"), SqliteStore(path) as store:
        store.page(Question("karin"), offset=0, limit=10)


def test_a_history_of_a_newer_program_is_left_alone(path):
    with SqliteStore(path):
        pass
    with behind_its_back(path) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('history', 'from_the_future', '2030-01-01')"
        )

    with pytest.raises(HistoryUnusable, match="nyare version"):
        SqliteStore(path)


def test_a_folder_in_the_place_of_the_history_is_said(path):
    path.mkdir()

    with pytest.raises(HistoryUnusable, match="går inte att öppna"):
        SqliteStore(path)


def test_a_file_in_the_place_of_the_data_folder_is_said(tmp_path):
    (tmp_path / "data").write_text("not a folder")

    with pytest.raises(HistoryUnusable, match="går inte att öppna"):
        SqliteStore(tmp_path / "data" / "history.sqlite3")


def test_a_history_that_is_taken_away_does_not_come_back_empty(store, path):
    queue_letters(store, [make_preview()])
    for file in path.parent.iterdir():
        file.unlink()
    errors: list[HistoryUnusable] = []

    def read() -> None:
        with pytest.raises(HistoryUnusable) as raised:
            store.count(Question())
        errors.append(raised.value)

    in_a_thread_of_its_own(read)

    assert len(errors) == 1
    assert not path.exists()


def test_an_error_of_the_history_names_no_patient(store, path):
    queue_letters(store, [make_preview()])
    with SqliteStore(path, patience_s=0) as impatient, behind_its_back(path) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(HistoryUnusable) as raised:
            queue_letters(impatient, [make_preview()])

    assert raised.value.detail == "database is locked"
