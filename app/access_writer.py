"""Writes what is done into the log, in its order, while nobody waits for it."""

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from itertools import islice

from app.access_log import Access, LogBook, LogEntry, Workplace
from app.errors import KallelseError

# So that the store is never held for long while a list that was just opened is painted.
_PORTION = 500


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
        self._noted: deque[tuple[datetime, Iterable[Access]]] = deque()
        # The lane's own.
        self._waiting: deque[LogEntry] = deque()
        self._failure: KallelseError | None = None
        self._lane = ThreadPoolExecutor(1, thread_name_prefix="access-log")

    def note(self, accesses: Iterable[Access]) -> None:
        """Returns at once; the accesses are gone through by the writing thread.

        Raises HistoryUnusable where what came before could not be written.
        """
        failure = self._failure
        self._noted.append((self._now(), accesses))
        self._lane.submit(self._write)
        if failure is not None:
            raise failure

    def flush(self) -> None:
        """Returns when all that was noted is on disk. Raises HistoryUnusable."""
        self._lane.submit(self._write).result()
        if self._failure is not None:
            raise self._failure

    def close(self) -> None:
        """Writes what waits; what cannot be written then is lost with the program."""
        self._lane.submit(self._write)
        self._lane.shutdown()

    def _write(self) -> None:
        self._take_in()
        while entries := tuple(islice(self._waiting, _PORTION)):
            try:
                self._book.write(entries)
            except KallelseError as error:
                self._failure = error
                return
            self._failure = None
            for _ in entries:
                self._waiting.popleft()

    def _take_in(self) -> None:
        while self._noted:
            at, accesses = self._noted.popleft()
            self._waiting.extend(LogEntry(at, self._who, one, self._workplace) for one in accesses)
