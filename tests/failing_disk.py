"""Lets every write and every sync of a sending fail in turn: `python3 -m tests.failing_disk`.

The first fails, then the second, until a sending meets no failure: once, or from there on. The
program then dies where it stands and is started again on a disk that works.
"""

import shutil
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from app.adapters.store import SqliteStore
from app.dispatch import Status
from app.errors import HistoryUnusable
from app.history import Question
from tests.disk import HALF, Change, Kind, unreachable, watched
from tests.fakes import ScriptedCarrier, make_outbox, make_previews, queue_letters

HISTORY = "history.sqlite3"
LETTERS = 3


class Failure(NamedTuple):
    """What the disk answers to one kind of change."""

    name: str
    kind: Kind
    answer: int


FAILURES = (
    Failure("disk full", Kind.WRITE, sqlite3.SQLITE_FULL),
    Failure("short write", Kind.WRITE, HALF),
    Failure("write error", Kind.WRITE, sqlite3.SQLITE_IOERR_WRITE),
    Failure("sync error", Kind.SYNC, sqlite3.SQLITE_IOERR_FSYNC),
)


@dataclass
class Aftermath:
    """Runs that met a failure, and letters that they lost or doubled."""

    runs: int = 0
    broken: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        return f"{self.runs} runs: {self.broken['lost']} lost, {self.broken['doubled']} doubled"


def fail_every_change(failure: Failure, *, every: int = 1) -> Aftermath:
    """`every`: of how many changes in a row one fails."""
    after = Aftermath()
    for disk in _failing_disks(failure, every=every):
        with tempfile.TemporaryDirectory() as folder:
            after.broken.update(_send_die_and_send(Path(folder), disk))
        after.runs += disk.has_failed
    return after


class _FailingDisk:
    """Fails at the k-th change of a kind: once only, or also at every later one."""

    def __init__(self, failure: Failure, *, at: int, times: int) -> None:
        self._failure = failure
        self._fails = range(at, at + times)
        self._seen = 0

    @property
    def has_failed(self) -> bool:
        return self._seen >= self._fails.start

    def __call__(self, change: Change) -> int:
        self._seen += change.kind is self._failure.kind
        is_hit = change.kind is self._failure.kind and self._seen in self._fails
        return self._failure.answer if is_hit else sqlite3.SQLITE_OK


def _failing_disks(failure: Failure, *, every: int) -> Iterator[_FailingDisk]:
    for times in (1, sys.maxsize):
        for at in count(1, every):
            disk = _FailingDisk(failure, at=at, times=times)
            yield disk
            if not disk.has_failed:
                break


def _send_die_and_send(folder: Path, disk: _FailingDisk) -> Iterator[str]:
    """What became of letters that should not have."""
    before, after, copies = folder / "before", folder / "after", Counter[UUID]()
    before.mkdir()
    inbox = ScriptedCarrier(on_delivery=lambda parcel: copies.update([parcel.dispatch.id]))
    with suppress(HistoryUnusable), watched(disk), SqliteStore(before / HISTORY) as store:
        try:
            _send(store, inbox)
        finally:
            shutil.copytree(before, after)  # the dead close nothing
    if not after.exists():
        shutil.copytree(before, after)
    with SqliteStore(after / HISTORY) as store:
        _send(store, inbox)
        for letter in store.page(Question(), offset=0, limit=LETTERS):
            yield from _blame(letter.status, copies[letter.id])
        yield from ["lost"] * (LETTERS - store.count(Question()))


def _send(store: SqliteStore, inbox: ScriptedCarrier) -> None:
    """What a person does, and after a failure does again."""
    queue_letters(store, make_previews(LETTERS))
    make_outbox(store, inbox).send_queued()


def _blame(status: Status, copies: int) -> Iterator[str]:
    """A letter that is unclear is neither: a person sees it and decides."""
    if status not in {Status.SENT, Status.UNKNOWN} or (status is Status.SENT and not copies):
        yield "lost"
    if copies > 1:
        yield "doubled"


def main() -> int:
    """Prints a line for each failure; 0 where nothing was lost or doubled."""
    if reason := unreachable():
        print(reason)
        return 1
    found = {failure.name: fail_every_change(failure) for failure in FAILURES}
    for name, after in found.items():
        print(f"{name}, {after}")
    return 1 if any(after.broken for after in found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
