"""Writes what is done into the log, in its order, while nobody waits for it."""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from itertools import islice

from app.access_log import Access, LogBook, LogEntry, Workplace
from app.errors import KallelseError

# Of a long list a portion at a time, with pauses in which the window paints it undisturbed.
_PORTION = 100
_PAUSE_S = 0.01


class AccessWriter:
    """One thread of its own writes what has been noted, a portion of what waits at a time.

    Any thread may note. What could not be written is kept and tried again with the next, which is
    refused until it has been written: what cannot be logged must not be looked at.
    """

    def __init__(
        self, book: LogBook, *, who: str, workplace: Workplace, now: Callable[[], datetime]
    ) -> None:
        """`who` is a login."""
        self._book = book
        self._who = who
        self._workplace = workplace
        self._now = now
        self._noted: deque[Iterator[LogEntry]] = deque()
        self._unwritten: tuple[LogEntry, ...] = ()
        self._failure: KallelseError | None = None
        self._is_awaited = threading.Event()
        self._lane = ThreadPoolExecutor(1, thread_name_prefix="access-log")

    def note(self, accesses: Iterable[Access]) -> None:
        """Returns at once; the accesses are gone through by the writing thread.

        Raises HistoryUnusable where what came before could not be written.
        """
        at, failure = self._now(), self._failure
        self._noted.append(LogEntry(at, self._who, one, self._workplace) for one in accesses)
        self._lane.submit(self._write)
        if failure is not None:
            raise failure

    def flush(self) -> None:
        """Returns when all that was noted is on disk. Raises HistoryUnusable."""
        self._is_awaited.set()
        self._lane.submit(self._write).result()
        self._is_awaited.clear()
        if self._failure is not None:
            raise self._failure

    def close(self) -> None:
        """Writes what waits; what cannot be written then is lost with the program."""
        self._is_awaited.set()
        self._lane.submit(self._write)
        self._lane.shutdown()

    def _write(self) -> None:
        while entries := self._unwritten or self._next():
            self._unwritten = entries
            try:
                self._book.write(entries)
            except KallelseError as error:
                self._failure = error
                return
            self._unwritten, self._failure = (), None
            self._is_awaited.wait(_PAUSE_S)

    def _next(self) -> tuple[LogEntry, ...]:
        found: list[LogEntry] = []
        while self._noted and len(found) < _PORTION:
            some = tuple(islice(self._noted[0], _PORTION - len(found)))
            found += some
            if not some:
                self._noted.popleft()
        return tuple(found)
