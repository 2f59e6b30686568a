"""An encrypted history opens with its key alone, and a plain one is moved into an encrypted one."""

import threading
from contextlib import closing
from pathlib import Path

import pytest

from app.adapters.store import SqliteOpenList, SqliteStore, encrypting
from app.adapters.store.gate import Gate
from app.adapters.store.sqlcipher import is_plain, sqlite3
from app.dispatch import Dispatch, Status
from app.errors import HistoryDamaged, HistoryUnusable
from app.history import Question
from app.open_list import OpenList, Origin
from tests.fakes import NOON, bring_to, make_batch, make_booking, make_previews, queue_letters

KEY = bytes(range(32))
EVERYTHING = Question()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


@pytest.fixture
def plain(path: Path) -> tuple[Dispatch, ...]:
    """The letters of a history that was made without a key."""
    with SqliteStore(path) as store:
        store.record_batch("utskick-1", batch=make_batch([make_booking()]))
        first, *rest = queue_letters(store, make_previews(3))
        return (bring_to(store, first, Status.SENT), *rest)


def letters(path: Path, key: bytes | None) -> tuple[Dispatch, ...]:
    with SqliteStore(path, key=key) as store:
        assert store.first_broken_event() is None
        return store.page(EVERYTHING, offset=0, limit=10)[::-1]


def holds(path: Path, told: str) -> bool:
    """Whether a file, or what SQLite keeps beside it, can be searched for a word."""
    files = [one for one in path.parent.iterdir() if one.name.startswith(path.name)]
    return any(
        told.encode(code) in one.read_bytes() for one in files for code in ("utf-8", "utf-16-le")
    )


def test_everything_is_there_with_the_key_and_nothing_can_be_read_without(path):
    with SqliteStore(path, key=KEY) as store:
        queued = queue_letters(store, make_previews(3))
        assert not holds(path, queued[0].name)
        assert not holds(path, queued[0].person)

    assert letters(path, KEY) == queued
    assert not is_plain(path)


@pytest.mark.parametrize("key", [None, bytes(32)])
def test_without_its_key_a_history_is_not_opened(path, key):
    """F11"""
    with SqliteStore(path, key=KEY) as store:
        queue_letters(store, make_previews(1))
    before = path.read_bytes()

    with pytest.raises(HistoryDamaged):
        SqliteStore(path, key=key)

    assert path.read_bytes() == before


def test_a_flipped_bit_anywhere_is_found(path):
    with SqliteStore(path, key=KEY) as store:
        queue_letters(store, make_previews(3))
    whole = path.read_bytes()
    for place in range(100, len(whole), len(whole) // 40):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])

        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
            found = connection.execute("PRAGMA cipher_integrity_check").fetchall()

        assert found, place


def test_sqlcipher_tells_the_standard_error_nothing(path, capfd):
    with SqliteStore(path, key=KEY) as store:
        queue_letters(store, make_previews(1))
    with pytest.raises(HistoryDamaged):
        SqliteStore(path, key=bytes(32))

    assert capfd.readouterr().err == ""


def test_a_plain_history_stays_plain_until_it_is_moved(path, plain):
    assert letters(path, KEY) == plain

    with SqliteStore(path, key=KEY) as store:
        assert not store.is_encrypted
    assert holds(path, plain[0].name)


def test_a_plain_history_is_moved_with_all_that_it_holds(path, plain, monkeypatch):
    monkeypatch.setattr(encrypting, "_EACH", 100)
    with SqliteStore(path) as store:
        contents = [store.open(one.id) for one in plain]
        reports: list[float] = []

        store.encrypt(KEY, progress=reports.append)

        assert reports == sorted(reports)
        assert 0 <= reports[0] < reports[-1] < 1
        assert store.is_encrypted
        assert [store.open(one.id) for one in plain] == contents
        assert store.page(Question(words=plain[0].name), offset=0, limit=10) == (plain[0],)
        assert [one.rows for one in store.batches(day=NOON.date())] == [1]
    assert letters(path, KEY) == plain
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name]


def test_nothing_of_the_plain_history_can_be_read_any_more(path, plain, monkeypatch):
    """F1: not even where it lay, which a link beside it still shows."""
    link = path.with_name("plats")
    link.hardlink_to(path)
    assert holds(path, plain[0].name)

    with SqliteStore(path) as store:
        store.encrypt(KEY, progress=lambda _: None)

    assert not holds(path, plain[0].name)
    assert set(link.read_bytes()) == {0}


def test_other_threads_go_on_reading_and_writing_while_it_is_moved(path, plain):
    with SqliteStore(path) as store:
        stop, seen, errors = threading.Event(), [], []

        def read() -> None:
            while not stop.is_set():
                try:
                    seen.append(store.count(EVERYTHING))
                except Exception as error:  # noqa: BLE001 - whatever comes is told below
                    errors.append(error)

        reader = threading.Thread(target=read)
        reader.start()
        store.encrypt(KEY, progress=lambda _: None)
        bring_to(store, plain[1], Status.SENT)
        stop.set()
        reader.join()

    assert errors == []
    assert set(seen) == {3}


@pytest.mark.parametrize("looked_at", ["_digest", "_tables"])
def test_a_copy_that_differs_is_not_used(path, plain, monkeypatch, looked_at: str):
    told = iter(range(1000))
    tables = ["dispatch"]
    answers = {"_digest": lambda *_: str(next(told)), "_tables": lambda _: [*tables, next(told)]}
    monkeypatch.setattr(encrypting, looked_at, answers[looked_at])
    with SqliteStore(path) as store, pytest.raises(HistoryUnusable, match="inte hel"):
        store.encrypt(KEY, progress=lambda _: None)

    assert letters(path, None) == plain
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_what_a_crash_has_left_is_cleared_up_and_nothing_of_it_can_be_read(path, plain):
    left = path.with_name(f"{path.name}.plain")
    left.write_bytes(path.read_bytes())
    seen = path.with_name("seen")
    seen.hardlink_to(left)
    path.with_name(f"{path.name}.encrypting").write_text("halv")

    assert letters(path, None) == plain

    assert {one.name for one in path.parent.iterdir()} == {path.name, seen.name}
    assert set(seen.read_bytes()) == {0}


def test_a_second_name_of_the_history_itself_is_only_taken_away(path, plain):
    path.with_name(f"{path.name}.plain").hardlink_to(path)

    assert letters(path, None) == plain
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_what_a_crash_has_left_is_kept_where_there_is_no_history(path, plain):
    left = path.with_name(f"{path.name}.plain")
    path.rename(left)

    encrypting.clear_up(path)

    assert letters(left, None) == plain


def test_the_open_list_is_encrypted_and_moved_as_well(tmp_path):
    path = tmp_path / "open_list.sqlite3"
    booking = make_booking()
    kept = OpenList(Origin(), "utskick-1", make_batch([booking]), (), None, NOON)
    with closing(SqliteOpenList(path)) as plain:
        plain.keep(kept)
        assert holds(path, booking.patient.id.value)

        plain.encrypt(KEY)

        assert plain.read() == kept
        assert not holds(path, booking.patient.id.value)
    with closing(SqliteOpenList(path, key=KEY)) as again:
        assert again.read() == kept
        again.encrypt(KEY)
        assert again.read() == kept


def test_a_new_list_is_not_kept_in_a_plain_file_of_before(tmp_path):
    path = tmp_path / "open_list.sqlite3"
    booking = make_booking()
    kept = OpenList(Origin(), "utskick-1", make_batch([booking]), (), None, NOON)
    with closing(SqliteOpenList(path)) as plain:
        plain.keep(kept)

    with closing(SqliteOpenList(path, key=KEY)) as shelf:
        assert shelf.read() == kept
        shelf.keep(kept)
        assert shelf.read() == kept

    assert not holds(path, booking.patient.id.value)


def test_where_no_list_is_open_there_is_none_to_move(tmp_path):
    path = tmp_path / "open_list.sqlite3"

    with closing(SqliteOpenList(path)) as shelf:
        shelf.encrypt(KEY)

    assert not path.exists()


def test_who_is_alone_waits_for_those_inside_and_keeps_others_out():
    gate, inside, leave, told = Gate(), threading.Event(), threading.Event(), []

    def stay() -> None:
        with gate.inside():
            inside.set()
            leave.wait()
            told.append("left")

    def be_alone() -> None:
        with gate.alone():
            told.append("alone")

    first = threading.Thread(target=stay)
    first.start()
    inside.wait()
    second = threading.Thread(target=be_alone)
    second.start()
    leave.set()
    first.join()
    second.join()
    with gate.inside():
        told.append("inside")

    assert told == ["left", "alone", "inside"]
