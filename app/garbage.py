"""When Python may look for garbage: it stops every thread, and destroys what it finds where it is.

A widget that a worker's thread destroys takes the whole program with it, so only the window's
thread looks, and in small parts.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# One for each piece of work that may not be looked at; a list, since its ends are thread-safe.
_at_work: list[None] = []

# A look at all that is not kept for good comes once in so many small ones.
_SMALL_LOOKS = 60


def look_only_when_asked() -> None:
    """From here on `GarbageRound.look` is the only one; reference counts go on as always."""
    gc.disable()


class GarbageRound:
    """To be asked to `look` about once a second, by the window's thread and no other."""

    def __init__(self) -> None:
        """What has been made so far, modules most of all, is never looked at again."""
        gc.freeze()
        self._looks = 0

    def look(self) -> None:
        """Waits for its next turn where `never_looking` is at work in some thread."""
        if _at_work:
            return
        self._looks += 1
        gc.collect(1 if self._looks % _SMALL_LOOKS else 2)


@contextmanager
def never_looking() -> Iterator[None]:
    """For work whose many objects stay and make no reference cycles, such as reading a file.

    Over 100,000 rows a look takes 0.2 to 0.5 s (measured).
    """
    was_on = gc.isenabled()
    gc.disable()
    _at_work.append(None)
    try:
        yield
    finally:
        _at_work.pop()
        gc.freeze()
        if was_on:
            gc.enable()
