"""A backup is whole, under the same key, and made while the history is in use."""

import stat
import sys
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.access_log import NO_WORKPLACE, Access, Action, LogEntry
from app.adapters.store import SqliteStore, copying
from app.adapters.store.copying import copy_to
from app.adapters.store.restoring import bring_in, copy_for_restoring
from app.adapters.store.sqlcipher import is_plain, sqlite3, unlock
from app.backups import KEPT, Backup, backups_in, is_due
from app.dispatch import Status
from app.errors import HistoryDamaged, HistoryUnusable
from app.history import Question
from tests.fakes import NOON, behind_its_back, bring_to, later, make_previews, queue_letters

KEY = bytes(range(32))
EVERYTHING = Question()


class Stopped(Exception):
    pass


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def back_up(store: SqliteStore, folder: Path, *, day: int = 0) -> Backup:
    at = NOON + timedelta(days=day)
    return store.back_up(folder, at=at, progress=lambda _: None)


@pytest.mark.parametrize("key", [None, KEY])
def test_a_backup_holds_all_and_opens_with_the_same_key(tmp_path, folder, key):
    with SqliteStore(tmp_path / "history.sqlite3", key=key) as store:
        queued = queue_letters(store, make_previews(3))
        backup = back_up(store, folder)

    with SqliteStore(backup.path, key=key) as copy:
        assert copy.page(EVERYTHING, offset=0, limit=10) == queued[::-1]
        assert copy.first_broken_event() is None
    assert is_plain(backup.path) == (key is None)
    assert backups_in(folder) == (backup,)


def test_while_a_backup_is_made_others_write_and_it_holds_one_moment(tmp_path, folder):
    with SqliteStore(tmp_path / "history.sqlite3", key=KEY) as store:
        queued = queue_letters(store, make_previews(3))

        wrote = threading.Event()

        def send_one(_: float) -> None:
            if not wrote.is_set():
                wrote.set()
                other = threading.Thread(target=bring_to, args=(store, queued[0], Status.SENT))
                other.start()
                other.join()

        store.back_up(folder, at=NOON, progress=send_one)

        assert store.get(queued[0].id).status is Status.SENT

    (backup,) = backups_in(folder)
    with SqliteStore(backup.path, key=KEY) as copy:
        assert copy.get(queued[0].id).status is Status.QUEUED


def test_a_backup_that_is_stopped_leaves_nothing(tmp_path, folder):
    def stop(_: float) -> None:
        raise Stopped

    with (
        SqliteStore(tmp_path / "history.sqlite3", key=KEY) as store,
        pytest.raises(Stopped),
    ):
        store.back_up(folder, at=NOON, progress=stop)

    assert list(folder.iterdir()) == []


def test_how_far_a_backup_has_come_never_goes_back(tmp_path, folder):
    told: list[float] = []
    seen = LogEntry(NOON, "anna", Access(Action.VIEW), NO_WORKPLACE)
    with SqliteStore(tmp_path / "history.sqlite3", key=KEY) as store:
        store.write([seen] * 2_000)

        store.back_up(folder, at=NOON, progress=told.append)

    assert told == sorted(told)
    assert told[-1] == 1.0


def test_only_the_newest_are_kept(tmp_path, folder):
    with SqliteStore(tmp_path / "history.sqlite3") as store:
        made = [back_up(store, folder, day=day) for day in range(KEPT + 2)]

    assert backups_in(folder) == tuple(made[:1:-1])


def opens(path: Path) -> bool:
    try:
        SqliteStore(path, key=KEY).close()
    except HistoryDamaged:
        return False
    return True


def test_damage_that_no_start_meets_is_found_when_the_history_is_copied(tmp_path, folder):
    path = tmp_path / "history.sqlite3"
    with SqliteStore(path, key=KEY) as store:
        queue_letters(store, make_previews(40))
    whole = path.read_bytes()
    for place in range(len(whole) - 1000, 0, -4096):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        if opens(path):
            break

    with SqliteStore(path, key=KEY) as store, pytest.raises(HistoryDamaged):
        back_up(store, folder)

    assert backups_in(folder) == ()


def test_a_log_that_was_changed_is_found_when_it_is_copied(tmp_path, folder):
    path = tmp_path / "history.sqlite3"
    with SqliteStore(path) as store:
        queue_letters(store, make_previews(3))
    with behind_its_back(path) as connection:
        connection.execute("DROP TRIGGER event_update_is_refused")
        connection.execute("UPDATE event SET text = 'annat' WHERE number = 2")

    with SqliteStore(path) as store, pytest.raises(HistoryDamaged, match="inte hel"):
        back_up(store, folder)


def test_a_folder_that_cannot_be_written_in_is_told(tmp_path, folder):
    folder.write_text("")

    with (
        SqliteStore(tmp_path / "history.sqlite3") as store,
        pytest.raises(HistoryUnusable, match="kunde inte sparas i"),
    ):
        back_up(store, folder)


def test_a_second_folder_gets_the_same_bytes(tmp_path, folder):
    second = tmp_path / "share"
    second.mkdir()
    with SqliteStore(tmp_path / "history.sqlite3", key=KEY) as store:
        backup = back_up(store, folder)

    copy_to(backup, second)

    (copy,) = backups_in(second)
    assert copy.path.read_bytes() == backup.path.read_bytes()


def test_a_second_folder_that_is_away_is_told(tmp_path, folder):
    with SqliteStore(tmp_path / "history.sqlite3", key=KEY) as store:
        backup = back_up(store, folder)

    with pytest.raises(HistoryUnusable, match="ansluten"):
        copy_to(backup, tmp_path / "away")


def test_a_backup_is_one_file_that_anybody_with_the_key_can_read(tmp_path, folder):
    with SqliteStore(tmp_path / "history.sqlite3", key=KEY) as store:
        backup = back_up(store, folder)
    assert [one.name for one in folder.iterdir()] == [backup.path.name]

    with closing(sqlite3.connect(backup.path)) as connection:
        unlock(connection, KEY)

        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_copies_are_for_their_owners_eyes_only(tmp_path, folder):
    second = tmp_path / "share"
    second.mkdir()
    path = tmp_path / "history.sqlite3"
    with SqliteStore(path) as store:
        plain = back_up(store, folder)
        assert stat.S_IMODE(plain.path.stat().st_mode) == 0o600
        store.encrypt(KEY, progress=lambda _: None)
        copy_to(back_up(store, folder, day=1), second)

    assert not plain.path.exists()
    for made in (path, *folder.iterdir(), *second.iterdir()):
        assert stat.S_IMODE(made.stat().st_mode) == 0o600


def test_one_backup_a_day_is_due():
    made = Backup(Path("kopia"), NOON, "")

    assert is_due((), now=NOON)
    assert not is_due((made,), now=later(hours=11))
    assert is_due((made,), now=later(hours=13))


def test_other_files_are_no_backups(folder):
    folder.mkdir()
    (folder / "kallelser-igår.sqlite3").write_text("")

    assert backups_in(folder) == backups_in(folder / "saknas") == ()


def test_looking_through_a_copy_can_be_stopped(tmp_path, folder):
    def stop_once_written(share: float) -> None:
        if share == 0.5:
            raise Stopped

    with SqliteStore(tmp_path / "history.sqlite3", key=KEY) as store:
        queue_letters(store, make_previews(3))
        with pytest.raises((Stopped, sqlite3.OperationalError)):
            store.back_up(folder, at=NOON, progress=stop_once_written)

    assert list(folder.iterdir()) == []


def test_a_copy_that_tells_something_else_is_not_used(tmp_path, folder, monkeypatch):
    monkeypatch.setattr(copying, "look_through", lambda *_, **__: (0, 0, ""))
    with SqliteStore(tmp_path / "history.sqlite3") as store:
        queue_letters(store, make_previews(1))
        with pytest.raises(HistoryDamaged):
            back_up(store, folder)

    assert list(folder.iterdir()) == []


def test_where_a_backup_cannot_be_copied_back_that_is_told(tmp_path, folder):
    history = tmp_path / "history.sqlite3"
    with SqliteStore(history) as store:
        backup = back_up(store, folder)
    (tmp_path / "restoring").write_text("")

    with pytest.raises(HistoryUnusable, match="kunde inte läggas"):
        copy_for_restoring(backup, history, key=None)


def test_a_backup_of_another_kind_than_its_key_is_refused(tmp_path, folder):
    history = tmp_path / "history.sqlite3"
    with SqliteStore(history) as store:
        backup = back_up(store, folder)

    with pytest.raises(HistoryDamaged, match="inte en säkerhetskopia"):
        copy_for_restoring(backup, history, key=KEY)


def test_a_backup_that_is_gone_when_it_is_to_be_brought_in_is_told(tmp_path):
    history = tmp_path / "history.sqlite3"

    with pytest.raises(HistoryUnusable, match="kunde inte läggas"):
        bring_in(history, backup=Backup(tmp_path / "borta", NOON, ""), now=NOON)
