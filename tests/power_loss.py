"""Cuts the power at every moment of a sending: `python3 -m tests.power_loss 5000`.

All that the real store writes is recorded, and all that is promised meanwhile. Then disks are
made as a power cut may leave them: of what was not yet synced nothing is there, or all, or some
of it, torn at 512 bytes. The real store opens each, and must know what was promised.
"""

import random
import sqlite3
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from uuid import UUID

import pytest

from app.adapters.store import SqliteStore, file
from app.dispatch import Status
from app.errors import HistoryUnusable
from app.history import Question
from tests.disk import SKIPPED, Change, Kind, unreachable, watched
from tests.fakes import ScriptedCarrier, make_outbox, make_previews, queue_letters

HISTORY = "history.sqlite3"
LETTERS = 45  # enough that the log is moved into the database on the way
SECTOR = 512


@dataclass(frozen=True, slots=True)
class Promise:
    """A letter has come this far: SENDING as its bytes leave, the others as a person is told."""

    letter: UUID
    status: Status


@dataclass
class Aftermath:
    """How many disks were made, and how many of them break a promise.

    Lost: a person was told more. Forgotten: the letter has left, and would be sent again.
    """

    images: int = 0
    broken: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        told = (f"{self.broken[name]} {name}" for name in ("lost", "forgotten", "corrupt"))
        return f"{self.images} images: {', '.join(told)}"


def cut_power(*, images: int, seed: int, synchronous: str = "FULL") -> Aftermath:
    """As many disks, spread evenly over every change and every promise of one sending."""
    chance = random.Random(seed)  # noqa: S311 - which sectors survive, not secrets
    after, disk, promises = Aftermath(), _Disk(), dict[UUID, Status]()
    with tempfile.TemporaryDirectory() as folder:
        steps = record(Path(folder), synchronous=synchronous)
        for number, step in enumerate(steps, start=1):
            if isinstance(step, Promise):
                promises[step.letter] = step.status
            else:
                disk.note(step)
            while after.images < images * number // len(steps):
                image = disk.image(_SURVIVORS[after.images % len(_SURVIVORS)], chance)
                after.images += 1
                after.broken.update(_broken(image, promises))
    return after


def record(folder: Path, *, synchronous: str) -> Sequence[Change | Promise]:
    """A sending from its first to its last byte, by the real store and the real outbox."""
    steps: list[Change | Promise] = []

    def watch(change: Change) -> int:
        steps.append(change)
        return sqlite3.SQLITE_OK

    def leaves(letter: UUID) -> None:
        steps.append(Promise(letter, Status.SENDING))

    with _set_to(synchronous), watched(watch), SqliteStore(folder / HISTORY) as store:
        letters = [one.id for one in queue_letters(store, make_previews(LETTERS))]
        steps.extend(Promise(letter, Status.QUEUED) for letter in letters)
        make_outbox(
            store, ScriptedCarrier(on_delivery=lambda parcel: leaves(parcel.dispatch.id))
        ).send_queued(
            progress=lambda told: steps.extend(
                Promise(letter, Status.SENT) for letter in letters[: told.done][-1:]
            )
        )
    return steps


@contextmanager
def _set_to(synchronous: str) -> Iterator[None]:
    pragmas = tuple(one.replace("= FULL", f"= {synchronous}") for one in file._PRAGMAS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(file, "_PRAGMAS", pragmas)
        yield


class _Disk:
    """`synced` surely survives; what is `pending` may, wholly, partly or not at all."""

    def __init__(self) -> None:
        self._synced: dict[str, bytes] = {}
        self._pending: dict[str, list[Change]] = defaultdict(list)

    def note(self, change: Change) -> None:
        self._pending[change.file].append(change)
        if change.kind is Kind.SYNC and not self._synced.get(change.file):
            self._sync_the_folder()
        if change.kind is Kind.SYNC or (change.kind is Kind.DELETE and change.at):
            self._settle(change.file)

    def _sync_the_folder(self) -> None:
        """With a log's first sync SQLite syncs its folder, and so what was deleted there."""
        for name in [name for name, changes in self._pending.items() if _deletes(changes)]:
            self._settle(name)

    def _settle(self, name: str) -> None:
        self._synced |= self._changed(name, self._pending.pop(name))

    def image(self, survivors: "Survivors", chance: random.Random) -> Mapping[str, bytes]:
        image = dict(self._synced)
        for name, changes in self._pending.items():
            image |= self._changed(name, survivors(changes, chance))
        return image

    def _changed(self, name: str, changes: Sequence[Change]) -> dict[str, bytes]:
        """A file that is deleted is as one that is empty: SQLite makes no difference."""
        content = bytearray(self._synced.get(name, b""))
        for change in changes:
            match change.kind:
                case Kind.WRITE:
                    content.extend(bytes(max(0, change.at - len(content))))
                    content[change.at : change.at + len(change.content)] = change.content
                case Kind.TRUNCATE:
                    del content[change.at :]
                case Kind.DELETE:
                    content.clear()
                case Kind.SYNC:
                    pass
        return {name: bytes(content)}


def _deletes(changes: Sequence[Change]) -> bool:
    return changes[-1].kind is Kind.DELETE


Survivors = Callable[[Sequence[Change], random.Random], Sequence[Change]]


def _none(_: Sequence[Change], __: random.Random) -> Sequence[Change]:
    return ()


def _all(changes: Sequence[Change], _: random.Random) -> Sequence[Change]:
    return changes


def _some(changes: Sequence[Change], chance: random.Random) -> Sequence[Change]:
    """Whole changes or single sectors of them, whichever the disk had come to."""
    survivors: list[Change] = []
    for change in changes:
        match chance.choice(("gone", "whole", "torn")):
            case "whole":
                survivors.append(change)
            case "torn" if change.kind is Kind.WRITE:
                survivors.extend(part for part in _sectors(change) if chance.random() < 0.5)
    return survivors


def _sectors(change: Change) -> Iterator[Change]:
    """A write's parts between the disk's own boundaries."""
    end = change.at + len(change.content)
    cuts = [change.at, *range((change.at // SECTOR + 1) * SECTOR, end, SECTOR), end]
    for begin, until in pairwise(cuts):
        part = change.content[begin - change.at : until - change.at]
        yield replace(change, at=begin, content=part)


_SURVIVORS: tuple[Survivors, ...] = (_none, _all, _some, _some)


def _broken(image: Mapping[str, bytes], promises: Mapping[UUID, Status]) -> set[str]:
    """What the real store, opening this disk, has to be blamed for."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in image.items():
            (Path(folder) / name).write_bytes(content)
        try:
            with watched(_in_memory):
                found = _statuses(Path(folder) / HISTORY)
        except (HistoryUnusable, _Corrupt):
            return {"corrupt"}
    return {
        blame
        for letter, promised in promises.items()
        for blame in _blame(promised, found.get(letter))
    }


def _blame(promised: Status, found: Status | None) -> Iterator[str]:
    if found is None or (promised is Status.SENT and found is not Status.SENT):
        yield "lost"
    if promised is not Status.QUEUED and found in {None, Status.QUEUED}:
        yield "forgotten"


def _in_memory(change: Change) -> int:
    """Whoever looks at an image needs no sync of it, and would wait for thousands."""
    return SKIPPED if change.kind is Kind.SYNC else sqlite3.SQLITE_OK


class _Corrupt(Exception):
    pass


def _statuses(history: Path) -> Mapping[UUID, Status]:
    with SqliteStore(history) as store:
        letters = store.page(Question(), offset=0, limit=LETTERS + 1)
        chain = store.first_broken_event()
    with closing(sqlite3.connect(history)) as connection:
        if chain or connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise _Corrupt
    return {letter.id: letter.status for letter in letters}


def main() -> int:
    """Prints both counts; 0 where FULL keeps every promise and NORMAL, as it must, does not."""
    if reason := unreachable():
        print(reason)
        return 1
    images = int(sys.argv[1]) if sys.argv[1:] else 5000
    kept = cut_power(images=images, seed=1177)
    print(f"synchronous FULL, {kept}")
    control = cut_power(images=images // 10, seed=1177, synchronous="NORMAL")
    print(f"synchronous NORMAL, as a control, {control}")
    return 1 if kept.broken or not control.broken else 0


if __name__ == "__main__":
    sys.exit(main())
