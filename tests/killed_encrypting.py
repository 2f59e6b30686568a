"""Kills the moving of a plain history at each step: `python -m tests.killed_encrypting`.

Each time a process of its own is killed (SIGKILL) at the next call by which Python opens, links,
renames or removes a file, and what is left is opened as the program would at its next start.
"""

import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

from app.adapters.store import SqliteStore
from app.adapters.store.sqlcipher import is_plain
from app.history import Question
from tests.fakes import make_previews, queue_letters

KEY = bytes(range(32))
LETTERS = 5
_EVENTS = frozenset({"open", "os.link", "os.rename", "os.remove", "os.truncate"})


def kill_at_every_step(folder: Path) -> list[str]:
    """What stood after each kill: "plain" or "encrypted", each whole, with nothing beside it."""
    plain = folder / "plain.sqlite3"
    with SqliteStore(plain) as store:
        queue_letters(store, make_previews(LETTERS))
    told: list[str] = []
    while True:
        path = folder / str(len(told)) / "history.sqlite3"
        path.parent.mkdir()
        shutil.copyfile(plain, path)
        is_done = _encrypt_in_child(path, die_at=len(told) + 1)
        told.append(_opened(path))
        if is_done:
            return told


def _encrypt_in_child(path: Path, *, die_at: int) -> bool:
    """Whether it lived to its end."""
    child = os.fork()
    if not child:
        try:
            _encrypt(path, die_at=die_at)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0


def _encrypt(path: Path, *, die_at: int) -> None:
    with SqliteStore(path) as store:
        seen = 0

        def die(event: str, _: object) -> None:
            nonlocal seen
            seen += event in _EVENTS
            if seen == die_at:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(die)
        store.encrypt(KEY, progress=lambda _: None)
        os._exit(0)


def _opened(path: Path) -> str:
    with SqliteStore(path, key=KEY) as store:
        whole = store.count(Question()) == LETTERS and store.first_broken_event() is None
        beside = [one.name for one in path.parent.iterdir() if not _is_ours(one, path)]
    state = "plain" if is_plain(path) else "encrypted"
    return state if whole and not beside else f"{state}, {whole=}, {beside=}"


def _is_ours(found: Path, path: Path) -> bool:
    return found.name in {path.name, f"{path.name}-wal", f"{path.name}-shm"}


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="kallelser-") as folder:
        told = kill_at_every_step(Path(folder))
    for number, state in enumerate(told, start=1):
        print(f"{number:3}  {state}")
    return int(set(told) != {"plain", "encrypted"})


if __name__ == "__main__":
    sys.exit(main())
