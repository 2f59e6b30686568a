"""A workbook as a table, read by a program of its own that may hang or swell without harm."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import IO

from app.adapters.booking_files.foreign import SAVE_AS_XLSX, is_workbook
from app.adapters.booking_files.record import Record
from app.adapters.booking_files.table import Table
from app.adapters.booking_files.workbook_zip import refuse_dangerous_zip
from app.errors import BookingsUnreadable
from app.wording import say, spoken

__all__ = ["is_workbook", "read_workbook"]

SECONDS = 20.0  # ten times what 10,000 rows of 20 cells take
MOST_OUTPUT = 60_000_000  # bytes; the other program stops before it, unless it has been tricked


def _unheard(_rows: int) -> None:
    pass


def read_workbook(
    content: bytes, *, progress: Callable[[int], None] = _unheard, seconds: float = SECONDS
) -> Table:
    """The first visible sheet with Excel's row numbers; its notes tell what was left out.

    `progress` hears the number of rows so far and may raise to call the reading off. Rows
    without any text are not among the records. Raises BookingsUnreadable.
    """
    refuse_dangerous_zip(content)
    records: list[Record] = []
    with closing(_lines(content, seconds)) as lines:
        for line in lines:
            match _said(line):
                case int(rows):
                    progress(rows)
                case [int(row_no), [*cells]]:
                    records.append(Record(row_no, tuple(map(str, cells))))
                case {"what": str(what), "todo": str(todo)}:
                    raise BookingsUnreadable(what, todo)
                case {"notes": [*notes]}:
                    width = len(records[0].cells) if records else 1
                    return Table(width, iter(records), list(map(str, notes)))
                case _:
                    break
    raise BookingsUnreadable(say("Arbetsboken går inte att läsa."), SAVE_AS_XLSX)


def _said(line: bytes) -> object:
    """None for what our own program never says."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _lines(content: bytes, seconds: float) -> Generator[bytes]:
    """The whole lines that the other program says in its time. It ends with this iterator."""
    process = _start()
    assert process.stdin is not None  # noqa: S101 - a pipe was asked for
    assert process.stdout is not None  # noqa: S101 - as above
    timer = threading.Timer(seconds, process.kill)
    feeder = threading.Thread(target=_feed, args=(process.stdin, content))
    timer.start()
    feeder.start()
    try:
        yield from _whole_lines(process.stdout)
        if timer.finished.is_set():
            raise BookingsUnreadable(say("Arbetsboken tar för lång tid att läsa."), _LESS)
    finally:
        timer.cancel()
        process.kill()
        feeder.join()
        process.stdout.close()
        process.wait()


def _start() -> "subprocess.Popen[bytes]":
    """The one place that knows how the other program is started. It gets no files, only pipes."""
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-E", "-m", "app.adapters.workbook_process", spoken()],
        cwd=_BESIDE_APP,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=_WITHOUT_WINDOW,
    )


_BESIDE_APP = Path(__file__).resolve().parents[3]
_WITHOUT_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # which only Windows would open
_LESS = say("Ta bort blad, rader och kolumner som inte är bokningar och spara den på nytt.")


def _feed(stdin: IO[bytes], content: bytes) -> None:
    """Beside the reading, for a pipe holds little. A program that has ended takes no more."""
    with suppress(OSError), stdin:
        stdin.write(content)


def _whole_lines(stdout: IO[bytes]) -> Iterator[bytes]:
    """A program that is killed may stop in the middle of one."""
    left = MOST_OUTPUT
    while (line := stdout.readline(left)).endswith(b"\n"):
        left -= len(line)
        yield line
