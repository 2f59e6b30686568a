"""Work on many rows a portion at a time, so that a window can answer in between."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

# So many rows are changed well within the time in which a window must answer.
_PORTION = 50

_Item = TypeVar("_Item")


def portions(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    return (items[start : start + _PORTION] for start in range(0, len(items), _PORTION))


def joined_portions(touched: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    """All row numbers of the portions, each once."""
    return tuple(dict.fromkeys(chain.from_iterable(touched)))
