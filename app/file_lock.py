"""A lock file: one program at a time, and the operating system lets go when its holder dies."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":  # pragma: no cover - tested where the tests run
    import msvcrt
else:
    import fcntl


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Waits until no other program holds the lock. Raises OSError."""
    with _opened(path) as file:
        _lock(file)
        yield


@contextlib.contextmanager
def sole_holder(path: Path) -> Iterator[bool]:
    """True inside where the lock was free, False where another program has it."""
    with _opened(path) as file:
        yield _lock_if_free(file)


def _opened(path: Path) -> BinaryIO:
    """Refuses a link with OSError: whoever planted it could have any file made or held."""
    no_link = getattr(os, "O_NOFOLLOW", 0)  # which Windows does not know
    return open(path, "ab", opener=lambda name, flags: os.open(name, flags | no_link, 0o666))


# Closing the file gives the lock back in both systems, so nothing here unlocks.
if sys.platform == "win32":  # pragma: no cover - tested where the tests run

    def _lock(file: BinaryIO) -> None:
        # Windows itself gives up after ten tries, one a second.
        while not _lock_if_free(file):
            with contextlib.suppress(OSError):
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                return

    def _lock_if_free(file: BinaryIO) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)

    def _lock_if_free(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
