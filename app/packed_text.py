"""Texts compared and found without what a page or a screen may put between their characters."""

import unicodedata
from collections.abc import Iterator
from functools import cache


def packed(text: str) -> str:
    """NFKC without any white space: a PDF may break a line anywhere and join ligatures."""
    joined = "".join(unicodedata.normalize("NFKC", text).split())
    return joined.replace("\N{SOFT HYPHEN}", "").replace("\N{ZERO WIDTH SPACE}", "")


class SearchedText:
    """A text that many words are looked for in, whatever their case."""

    def __init__(self, text: str) -> None:
        self._text = text
        pairs = [(char, at) for at, one in enumerate(text) for char in _seen_of_one(one)]
        self._packed = "".join(char for char, _ in pairs)
        self._places = [at for _, at in pairs]

    def places(self, sought: str) -> Iterator[range]:
        """Where the words stand, each as the indices of its characters; never within a word."""
        wanted = _seen_of(sought)
        at = self._packed.find(wanted) if wanted else -1
        while at >= 0:
            found = range(self._places[at], self._places[at + len(wanted) - 1] + 1)
            if self._is_whole(found):
                yield found
            at = self._packed.find(wanted, at + 1)

    def _is_whole(self, found: range) -> bool:
        before = self._text[found.start - 1 : found.start] + self._text[found.start]
        after = self._text[found.stop - 1 : found.stop + 1]
        return not (_runs_on(before) or _runs_on(after))


def _runs_on(pair: str) -> bool:
    """Whether two neighbours belong to one word."""
    return len(pair) > 1 and pair.isalnum()


@cache
def _seen_of_one(char: str) -> str:
    return _seen_of(char)


def _seen_of(text: str) -> str:
    return packed(text).casefold()
