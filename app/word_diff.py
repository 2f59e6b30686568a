"""What two texts say differently, word for word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Step:
    """A run of words as each text has it, with the spaces after it; "" for nothing."""

    before: str
    after: str

    @property
    def is_change(self) -> bool:
        """Whether the words differ: where a line ends is not the text's own."""
        return self.before.split() != self.after.split()


# Letters of one letter type are the same but for their bookings' values.
@lru_cache(maxsize=256)
def word_diff(before: str, after: str) -> tuple[Step, ...]:
    """The steps in reading order; line ends stand in them as they do in the texts.

    Lines are matched first, so that a long letter costs little more than its changed lines.
    """
    return tuple(_by_lines(_lines(before), _lines(after)))


def changes(steps: Sequence[Step]) -> tuple[Step, ...]:
    return tuple(step for step in steps if step.is_change)


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _by_lines(before: Sequence[str], after: Sequence[str]) -> Iterator[Step]:
    for tag, start, end, start_after, end_after in _opcodes(before, after):
        old, new = "".join(before[start:end]), "".join(after[start_after:end_after])
        if tag == "replace":
            yield from _by_words(old, new)
        else:
            yield Step(old, new)


def _by_words(before: str, after: str) -> Iterator[Step]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    # Compared without what follows them, so that a word at a line's end is the same word.
    bare = [[word.strip() for word in words] for words in (old, new)]
    for _, start, end, start_after, end_after in _opcodes(*bare):
        yield Step("".join(old[start:end]), "".join(new[start_after:end_after]))


def _opcodes(
    before: Sequence[str], after: Sequence[str]
) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, before, after, autojunk=False).get_opcodes()


# A word with the spaces after it. A no-break space belongs to the word: a phone number is one.
_WORD = re.compile(r"[^ \n]+[ \n]*|[ \n]+")
