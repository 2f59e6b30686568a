"""Comparison: what another version of the templates changes in the letters of real bookings."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date

from app.content import plain_text
from app.differences import Comparison, Difference, Edits, Gathered, Outcome
from app.draft import Channel, Channels, Draft
from app.errors import KallelseError
from app.letter_press import LetterPress
from app.letter_types import PARITY_FACTS
from app.letters import Letter
from app.linter import lix
from app.packed_text import packed
from app.preview import PageRaster
from app.told_facts import fact_labels
from app.word_diff import Step, changes, word_diff
from app.wording import say


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the templates. `channels` tells which ways a draft's letter takes by it."""

    name: str
    press: LetterPress
    channels: Callable[[Draft], Channels]


@dataclass(frozen=True, slots=True)
class Comparer:
    """Makes letters in two versions. Every method may be called from any thread.

    It does not hide who the drafts are about: that is done before it is given them.
    """

    before: Version
    after: Version
    pages: PageRaster
    today: date

    def compare(
        self,
        drafts: Sequence[Draft],
        *,
        makers: Executor,
        progress: Callable[[Comparison], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Comparison:
        """All drafts, or those until it is cancelled; `progress` gets what is found so far."""
        found = Gathered(len(drafts))
        for start in range(0, len(drafts), _PORTION):
            if cancelled():
                break
            portion = drafts[start : start + _PORTION]
            found.add(zip(portion, makers.map(self._difference, portion), strict=True))
            progress(found.so_far())
        return found.so_far()

    def outcomes(self, draft: Draft) -> tuple[Outcome, Outcome]:
        """Before and after, whole."""
        written = (self._write(self.before, draft), self._write(self.after, draft))
        return self._outcome(self.before, written[0]), self._outcome(self.after, written[1])

    def _difference(self, draft: Draft) -> Difference | None:
        """None where both versions make the same letter."""
        old, new = self._write(self.before, draft), self._write(self.after, draft)
        if self._are_alike(old, new):
            return None
        before, after = self._outcome(self.before, old), self._outcome(self.after, new)
        if before == after and not before.error:
            return None
        labels = {**fact_labels(draft, self.after.press.rules), **_OF_A_NAME}
        values = _shared_values(old.letter, new.letter, labels)
        # Held by the group, and the pages of a thousand letters are a hundred megabytes.
        slim = [replace(one, message="", page=b"") for one in (before, after)]
        return Difference(slim[0], slim[1], _edits(before, after, values))

    def _write(self, version: Version, draft: Draft) -> "_Written":
        try:
            letter = version.press.letter(draft, today=self.today)
        except KallelseError as error:
            return _Written(None, str(error), ())
        return _Written(letter, "", version.channels(draft))

    def _are_alike(self, old: "_Written", new: "_Written") -> bool:
        """Whether both are the same, as far as can be told without laying out their pages."""
        if old.letter is None or new.letter is None or old.channels != new.channels:
            return False
        layouts = [one.press.catalogue.sources.get(_LAYOUT) for one in (self.before, self.after)]
        return layouts[0] == layouts[1] and _content(old.letter) == _content(new.letter)

    def _outcome(self, version: Version, written: "_Written") -> Outcome:
        letter = written.letter
        if letter is None:
            return Outcome(written.error)
        try:
            previewer = version.press.previewer
            message, page = previewer.message(letter), previewer.page(letter)
        except KallelseError as error:
            return Outcome(str(error))
        texts = _texts(letter)
        return Outcome(
            texts=texts,
            told=frozenset(_told(letter, texts)),
            channels=written.channels,
            pages=self.pages.page_count(page),
            lix=lix(letter.blocks[Channel.LETTER]),
            message=message if Channel.INBOX_1177 in texts else "",
            page=page,
        )


# So few that the first are seen within a second, and that a preview never waits long for a thread.
_PORTION = 10
_LAYOUT = "paper/letter.typ"


@dataclass(frozen=True, slots=True)
class _Written:
    letter: Letter | None
    error: str
    channels: Channels


def _content(letter: Letter) -> tuple[object, ...]:
    """All that the letter's message and page are made from, besides its draft and the layout."""
    kind = letter.letter_type
    return (
        letter.blocks,
        letter.inserts,
        letter.words.subject,
        letter.words.document_name,
        (letter.language, letter.variant, kind.qr, kind.channels),
        letter.address_lines,
        letter.facts.get("region_name"),
    )


def _texts(letter: Letter) -> dict[Channel, str]:
    words = letter.words
    texts = {Channel.LETTER: f"{words.subject}\n{plain_text(letter.printed)}"}
    if Channel.INBOX_1177 in letter.letter_type.channels:
        message = plain_text(letter.blocks[Channel.INBOX_1177])
        texts[Channel.INBOX_1177] = f"{words.subject}\n{message}"
    return texts


def _told(letter: Letter, texts: Mapping[Channel, str]) -> Iterator[tuple[Channel, str]]:
    for channel, text in texts.items():
        whole = packed(text)
        for name in PARITY_FACTS:
            value = packed(letter.facts.get(name, ""))
            if value and value in whole:
                yield channel, name


def _shared_values(
    old: Letter | None, new: Letter | None, labels: Mapping[str, str]
) -> list[tuple[str, str]]:
    """The booking's own values with what they are called, the longest first."""
    if old is None or new is None:
        return []
    shared = (
        (value, labels.get(name, name))
        for name, value in old.facts.items()
        if new.facts.get(name) == value
    )
    long_enough = (pair for pair in shared if len(pair[0]) >= _LEAST)
    return sorted(long_enough, key=lambda pair: -len(pair[0]))


_OF_A_NAME = {"given_name": say("patientens förnamn")}
# Shorter values are found in words where they do not stand.
_LEAST = 3


def _edits(before: Outcome, after: Outcome, values: Sequence[tuple[str, str]]) -> Edits:
    if before.error or after.error:
        return ()
    found = []
    for channel in Channel:
        texts = [_without(values, one.texts.get(channel, "")) for one in (before, after)]
        if steps := changes(word_diff(*texts)):
            found.append((channel, tuple(map(_stripped, steps))))
    return tuple(found)


def _without(values: Sequence[tuple[str, str]], text: str) -> str:
    for value, label in values:
        text = text.replace(value, f"‹{label}›")
    return text


def _stripped(step: Step) -> Step:
    """Without the line ends around it, which differ between channels."""
    return Step(step.before.strip(), step.after.strip())
