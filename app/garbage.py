"""When Python may look for garbage, since that stops every thread, the window's too."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def look_seldom() -> None:
    """For the start, which makes no garbage: looking after every 700 new objects costs 20 ms."""
    gc.set_threshold(10_000)


def look_briefly() -> None:
    """For the work after it: nothing made so far is looked at again, and the rest in small parts.

    A look at 10,000 young objects is 10 to 25 ms and at 100,000 older ones 40 to 75 (measured).
    """
    gc.freeze()
    gc.set_threshold(1_000, 20)


@contextmanager
def never_looking() -> Iterator[None]:
    """For work whose many objects stay and make no reference cycles, such as reading a file.

    Over 100,000 rows a look takes 0.2 to 0.5 s (measured).
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
