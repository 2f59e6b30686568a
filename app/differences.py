"""What two versions of the templates make of the same letters, and how that differs."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.draft import Channel, Channels, Draft
from app.word_diff import Step
from app.wording import say


class Signal(StrEnum):
    """What is to be looked at first, in that order; the values are the words on screen."""

    NEW_ERROR = say("Nytt fel")
    PAGES = say("Annat sidantal")
    CHANNELS = say("Andra kanaler")
    LONGER = say("Längre text")
    LIX = say("Ändrad läsbarhet")
    FACTS = say("Ändrade uppgifter")
    BESIDE_THE_TEXT = say("Ändrat utanför texten")
    MENDED = say("Fel som försvinner")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A letter as one version makes it. `error` is the sentence that tells why it cannot.

    `texts` are what is read in each channel that the letter type has; `told` are the facts that
    stand there, by their names in templates. `lix` is of the page.
    """

    error: str = ""
    texts: Mapping[Channel, str] = field(default_factory=dict)
    told: frozenset[tuple[Channel, str]] = frozenset()
    channels: Channels = ()
    pages: int = 0
    lix: int = 0
    message: str = field(default="", repr=False)
    page: bytes = field(default=b"", repr=False)

    def words_in(self, channel: Channel) -> int:
        return len(self.texts.get(channel, "").split())


Edits = tuple[tuple[Channel, tuple[Step, ...]], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Letters whose change is the same. `drafts` are in the order of the bookings.

    `edits` have names of fields in the place of a booking's own values. `before` and `after` are
    those of the first, without what the channels carry. `signals` are of any of them, and `only`
    tells of how many where that is not all: the same words may read otherwise beside others.
    """

    drafts: tuple[Draft, ...]
    signals: tuple[Signal, ...]
    edits: Edits
    before: Outcome
    after: Outcome
    only: Mapping[Signal, int] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return len(self.drafts)

    def number_of(self, signal: Signal) -> int:
        """How many of its letters are to be looked at for that."""
        return self.only.get(signal, self.size) if signal in self.signals else 0

    @property
    def number_of_edits(self) -> int:
        """Each once, though most stand in both channels."""
        counted = [Counter(steps) for _, steps in self.edits]
        return sum((counted[0] | counted[-1]).values()) if counted else 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """`groups` hold what deserves a look first. `unchanged` letters are the same in both.

    `unmade` cannot be made in either. `total` counts also those that are still to be compared.
    `letter_types` are those of all that were compared.
    """

    groups: tuple[Group, ...]
    unchanged: int
    unmade: int
    total: int
    letter_types: frozenset[str] = frozenset()

    @property
    def changed(self) -> int:
        return sum(group.size for group in self.groups)

    @property
    def compared(self) -> int:
        return self.changed + self.unchanged + self.unmade

    def of(self, signal: Signal) -> tuple[Group, ...]:
        return tuple(group for group in self.groups if signal in group.signals)

    def number_of(self, signal: Signal) -> int:
        """Of letters, as in a group."""
        return sum(group.number_of(signal) for group in self.groups)


@dataclass(frozen=True, slots=True)
class Difference:
    before: Outcome
    after: Outcome
    edits: Edits

    @property
    def signals(self) -> tuple[Signal, ...]:
        return tuple(signal for signal in Signal if _TESTS[signal](self))

    @property
    def kind(self) -> tuple[object, ...]:
        """Equal for letters that fall into one group."""
        if not self.is_made:
            return (self.before.error, self.after.error)
        ends = [(one.pages, one.channels) for one in (self.before, self.after)]
        changed = [pair for pair in zip(*ends, strict=True) if pair[0] != pair[1]]
        return (self.edits, *changed)

    @property
    def is_made(self) -> bool:
        """In both versions, so that there is something to compare."""
        return not (self.before.error or self.after.error)


class Gathered:
    """Gathers differences into groups as they are found."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._unchanged = self._unmade = 0
        self._letter_types = set[str]()
        self._groups: dict[tuple[object, ...], _Alike] = {}

    def add(self, pairs: Iterable[tuple[Draft, Difference | None]]) -> None:
        for draft, difference in pairs:
            self._letter_types.add(draft.letter_type)
            if difference is None:
                self._unchanged += 1
            elif difference.before.error and difference.before == difference.after:
                self._unmade += 1
            else:
                self._groups.setdefault(difference.kind, _Alike(difference)).add(draft, difference)

    def so_far(self) -> Comparison:
        groups = [alike.so_far() for alike in self._groups.values()]
        groups.sort(key=lambda group: (_rank(group.signals), -group.size))
        counts = (self._unchanged, self._unmade, self._total)
        return Comparison(tuple(groups), *counts, frozenset(self._letter_types))


class _Alike:
    """One group while letters are added to it."""

    def __init__(self, first: Difference) -> None:
        self._first = first
        self._drafts: list[Draft] = []
        self._seen = Counter[Signal]()

    def add(self, draft: Draft, difference: Difference) -> None:
        self._drafts.append(draft)
        self._seen.update(difference.signals)

    def so_far(self) -> Group:
        first, drafts = self._first, tuple(self._drafts)
        signals = tuple(signal for signal in Signal if self._seen[signal])
        only = {
            signal: self._seen[signal] for signal in signals if self._seen[signal] < len(drafts)
        }
        return Group(drafts, signals, first.edits, first.before, first.after, only)


def _rank(signals: Sequence[Signal]) -> int:
    """Where the most serious of them stands; other words alone come last."""
    order = list(Signal)
    return order.index(signals[0]) if signals else len(order)


_TESTS: Mapping[Signal, Callable[[Difference], bool]] = {
    Signal.NEW_ERROR: lambda one: one.after.error not in {"", one.before.error},
    Signal.MENDED: lambda one: bool(one.before.error and not one.after.error),
    Signal.PAGES: lambda one: one.is_made and one.before.pages != one.after.pages,
    Signal.CHANNELS: lambda one: one.is_made and one.before.channels != one.after.channels,
    Signal.LONGER: lambda one: (
        one.is_made and any(one.after.words_in(way) > one.before.words_in(way) for way in Channel)
    ),
    Signal.LIX: lambda one: one.is_made and one.before.lix != one.after.lix,
    Signal.FACTS: lambda one: one.is_made and one.before.told != one.after.told,
    Signal.BESIDE_THE_TEXT: lambda one: one.is_made and not one.edits,
}
