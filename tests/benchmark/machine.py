"""The machine's own reference: what other figures are to be compared with between machines."""

import os
import platform
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import PySide6
from PySide6.QtCore import qVersion

from tests.benchmark.figures import Figure, Sizes, clocked

# As large as a letter.
_LETTER = os.urandom(45_000)
_COMMITS = 20


def versions() -> str:
    return (
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, Qt {qVersion()}, "
        f"{os.cpu_count()} CPUs, {platform.system()}"
    )


def python_work() -> float:
    """Milliseconds for a fixed piece of work with words, numbers and sorting, in Python alone."""
    return min(clocked(_sort_words) for _ in range(9))


def figures(sizes: Sizes, folder: Path) -> Iterator[Figure]:
    folder.mkdir()
    runs = range(4 * sizes.runs + 1)
    yield Figure("machine: fixed Python work", [clocked(_sort_words) for _ in runs])
    yield Figure("machine: 45 kB written, fsync", [_written(folder / str(run)) for run in runs])
    yield Figure("machine: SQLite commit, WAL, FULL", list(_commits(folder / "commits.sqlite3")))


def _sort_words() -> None:
    words = {f"{number * 7919 % 10007:05}": number for number in range(10_007)}
    backwards = sorted(words, key=lambda word: word[::-1])
    sum(words[word] * len(word) for word in backwards)


def _written(path: Path) -> float:
    def write() -> None:
        with path.open("wb") as file:
            file.write(_LETTER)
            file.flush()
            os.fsync(file.fileno())

    return clocked(write)


def _commits(path: Path) -> Iterator[float]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL"):
            connection.execute(statement)
        connection.execute("CREATE TABLE kept (row TEXT)")
        for _ in range(_COMMITS):
            yield clocked(lambda: connection.execute("INSERT INTO kept VALUES (?)", ("x" * 300,)))
