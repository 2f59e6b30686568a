"""A purge that is killed leaves whole portions, and the next one goes on from there."""

import subprocess
import sys
import uuid
from datetime import date
from pathlib import Path

from app.adapters.store import SqliteStore
from app.dispatch import Dispatch, Status
from app.history import Question
from app.purge import PurgeState
from app.retention import RetentionRules, Rule
from tests.fakes import NOON, behind_its_back, bring_to, later, make_previews, queue_letters

ROOT = Path(__file__).resolve().parents[3]
RULES = RetentionRules(rules=(Rule(letter_types=("*",), keep_years=1, decision="Dnr PROV 1"),))
LETTERS = 250


def test_a_killed_purge_goes_on_and_takes_everything_once(tmp_path: Path):
    path = tmp_path / "history.sqlite3"
    with SqliteStore(path) as store:
        queued = queue_letters(store, make_previews(LETTERS))
        purge = begin(store, queued)

    kill_in_a_portion(path, purge)
    assert_whole(path)

    with SqliteStore(path) as store:
        (halfway,) = store.purges()
        while store.purge_portion(purge, at=NOON) is not None:
            pass
        (done,) = store.purges()
        assert 0 < halfway.number < LETTERS
        assert (done.number, done.state) == (LETTERS, PurgeState.DONE)
        assert set(store.purged_ids(purge)) == {one.id for one in queued}
        assert not store.count(Question())
    assert_whole(path)


def begin(store: SqliteStore, queued: tuple[Dispatch, ...]) -> uuid.UUID:
    for one in queued:
        bring_to(store, one, Status.CANCELLED)
    purge = uuid.uuid4()
    store.ask_for_purge(purge, RULES, as_of=date(2029, 1, 1), who="anna", at=later(hours=1))
    store.confirm_purge(purge, who="bo", at=later(hours=2))
    return purge


def kill_in_a_portion(path: Path, purge: uuid.UUID) -> None:
    command = (sys.executable, "-m", "tests.purging_child", str(path), str(purge))
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:  # noqa: S603 - our own
        assert program.stdout is not None
        assert program.stdout.readline().strip() == "portion"
        program.kill()


def assert_whole(path: Path) -> None:
    """What is left can all be opened, and the log and the references hold."""
    with SqliteStore(path) as store:
        assert store.first_broken_event() is None
        for one in store.page(Question(), offset=0, limit=LETTERS):
            assert store.open(one.id).content
    with behind_its_back(path) as connection:
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()
        told = "(SELECT count(*) FROM dispatch) + (SELECT count(*) FROM purged_letter)"
        assert connection.execute(f"SELECT {told}").fetchone() == (LETTERS,)
