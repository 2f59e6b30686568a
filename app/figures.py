"""The figures that a pilot is judged by: a number, what it rests on, and how it was counted."""

from enum import StrEnum
from math import hypot, sqrt
from typing import NamedTuple

from app.wording import say

# Below this nothing is compared. Source: the design of the evaluation view.
FEW = 30


class FigureName(StrEnum):
    """The figures there are; the values are the words on screen."""

    SENT = say("Skickade kallelser")
    BY_1177 = say("Andel via 1177")
    ONLY_1177 = say("Andel utan brev")
    SHEETS_SAVED = say("Sparade ark")
    COST_SAVED = say("Sparad kostnad")
    READ = say("Lästa inom 48 timmar")
    REJECTED = say("Avvisade")
    UNCLEAR = say("Oklara")
    SETTLED = say("Oklara som har avgjorts")
    PROBLEMS = say("Undantag per 100 bokningar")
    MINUTES = say("Tid per utskick")
    ATTENDED = say("Andel som kom")
    MISSED = say("Andel uteblivna")
    RETURNED = say("Returer per 100 brev")


class Measure(StrEnum):
    """What a figure is counted in, as it is written after the number."""

    LETTERS = ""
    PERCENT = "%"
    PER_HUNDRED = say("per 100")
    MINUTES = say("min")
    SHEETS = say("ark")
    KRONOR = say("kr")

    @property
    def decimals(self) -> int:
        """The same of every figure of the measure, so that one can be read beside another."""
        return int(self in {Measure.PERCENT, Measure.PER_HUNDRED, Measure.MINUTES})


class Counted(NamedTuple):
    """What a figure rests on: `one` of it with its number, and the word for `many`."""

    one: str
    many: str


class Figure(NamedTuple):
    """`value` is None where nothing can be said. `n` is what it rests on, as `of` tells.

    `interval` is in the same measure, 95 %, of shares only. `how` is the sentence of "Så räknas
    det".
    """

    name: FigureName
    value: float | None
    measure: Measure
    n: int
    of: Counted
    how: str
    interval: tuple[float, float] | None = None

    @property
    def is_too_few(self) -> bool:
        return self.n < FEW

    def may_be_by_chance(self, other: "Figure") -> bool:
        """Of shares: whether the interval of their difference, 95 %, holds nought.

        Counts are what they are. Source: Newcombe 1998, Statistics in Medicine 17:873-890,
        method 10.
        """
        if self.value is None or other.value is None or not (self.interval and other.interval):
            return False
        (low, high), (other_low, other_high) = self.interval, other.interval
        moved = self.value - other.value
        down = hypot(self.value - low, other_high - other.value)
        up = hypot(high - self.value, other.value - other_low)
        return moved - down <= 0 <= moved + up


class Share(NamedTuple):
    """`part` of `whole`."""

    part: int
    whole: int

    @property
    def percent(self) -> float | None:
        return 100 * self.part / self.whole if self.whole else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """In percent, 95 %. Source: Wilson's score interval (1927), which holds for few too."""
        if not self.whole:
            return None
        z, n, p = 1.96, self.whole, self.part / self.whole
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return 100 * max(0.0, middle - half), 100 * min(1.0, middle + half)

    def figure(self, name: FigureName, *, of: Counted, how: str) -> Figure:
        return Figure(name, self.percent, Measure.PERCENT, self.whole, of, how, self.interval)

    def per_hundred(self, name: FigureName, *, of: Counted, how: str) -> Figure:
        """Of what may be more than the whole, such as several questions of one booking."""
        return Figure(name, self.percent, Measure.PER_HUNDRED, self.whole, of, how)
