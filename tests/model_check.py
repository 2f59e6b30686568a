"""Walks through every state that letters may come into: `python3 -m tests.model_check`."""

import sys
import time
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import product
from typing import Generic, TypeVar

from tests.sending_model import (
    DEAD,
    Letter,
    Program,
    State,
    World,
    beginning,
    broken,
    of_copy,
    of_letter,
    of_program,
    orphaned,
    stolen,
)
from tests.sending_rules import Rules, measured

WORLDS = (
    World(programs=2, letters=3, copies=1),
    World(programs=3, letters=2, copies=1),
    World(programs=3, letters=2, knows_what_it_has=True),
)


@dataclass
class Findings:
    """How many states there are, and each kind of broken promise that a step leads to."""

    states: int = 0
    violations: set[str] = field(default_factory=set)


def check(rules: Rules, world: World) -> Findings:
    """Breadth first. What lies behind a second copy is not looked at."""
    steps = _Steps(rules, world)
    start = steps.number(beginning(world))
    seen, frontier = {start}, [start]
    while frontier:
        reached = []
        for state in frontier:
            for change in steps.changes(state):
                after = state + change
                if after not in seen:
                    seen.add(after)
                    reached.append(after)
        frontier = reached
    return Findings(len(seen), steps.violations)


_BITS = 8
_DIGIT = (1 << _BITS) - 1
Thing = TypeVar("Thing", bound=Hashable)


class _Digits(Generic[Thing]):
    """Numbers for things, in the order in which they are first met."""

    def __init__(self) -> None:
        self.things: list[Thing] = []
        self._numbers: dict[Thing, int] = {}

    def of(self, thing: Thing) -> int:
        if thing not in self._numbers:
            self._numbers[thing] = len(self.things)
            self.things.append(thing)
            assert len(self.things) <= _DIGIT
        return self._numbers[thing]


@dataclass(frozen=True)
class _Pair:
    """Two digits of a state, by their places in bits, and what each two values may become."""

    left: int
    right: int
    work_out: Callable[[int, int], tuple[int, ...]]
    known: dict[int, tuple[int, ...]] = field(default_factory=dict)


class _Steps:
    """A state as one number, with a digit for each program and each letter.

    A step changes one digit or two whatever the others are, so what it adds is worked out once.
    """

    def __init__(self, rules: Rules, world: World) -> None:
        self.violations: set[str] = set()
        self._rules, self._world = rules, world
        self._programs, self._letters = _Digits[Program](), _Digits[Letter]()
        self._program_at = [_BITS * one for one in range(world.programs)]
        letters = range(world.letters + world.copies)
        self._letter_at = [_BITS * (world.programs + one) for one in letters]
        self._pairs = list(self._all_pairs())
        self._orphans: list[dict[int, int]] = [{} for _ in self._program_at]

    def number(self, state: State) -> int:
        programs = zip(self._program_at, map(self._programs.of, state.programs), strict=True)
        letters = zip(self._letter_at, map(self._letters.of, state.letters), strict=True)
        return sum(digit << place for place, digit in (*programs, *letters))

    def changes(self, state: int) -> Iterator[int]:
        for pair in self._pairs:
            left, right = state >> pair.left & _DIGIT, state >> pair.right & _DIGIT
            values = left << _BITS | right
            if values not in pair.known:
                pair.known[values] = pair.work_out(left, right)
            yield from pair.known[values]
        for me in range(self._world.programs):
            yield self._dying(me, state)

    def _all_pairs(self) -> Iterator[_Pair]:
        world = self._world
        for (me, left), (at, right) in product(
            enumerate(self._program_at), enumerate(self._letter_at)
        ):
            yield _Pair(left, right, partial(self._by_program, me, at))
        for place in self._letter_at:
            yield _Pair(place, place, partial(self._by_itself, place))
        for at in range(world.copies):
            left, right = self._letter_at[at], self._letter_at[world.letters + at]
            yield _Pair(left, right, partial(self._by_copy, left, right))

    def _by_program(self, me: int, at: int, left: int, right: int) -> tuple[int, ...]:
        now, letter = self._programs.things[left], self._letters.things[right]
        if now.letter == at:
            self.violations.update(stolen(me, now, letter))
        steps = of_program(me, now, at, letter, rules=self._rules, world=self._world)
        return tuple(
            (self._programs.of(program) - left << self._program_at[me])
            + (self._letters.of(after) - right << self._letter_at[at])
            for program, after in steps
            if self._is_worth_a_look(letter, after)
        )

    def _by_itself(self, place: int, _: int, right: int) -> tuple[int, ...]:
        letter = self._letters.things[right]
        return tuple(
            self._letters.of(after) - right << place
            for after in of_letter(letter, rules=self._rules, world=self._world)
            if self._is_worth_a_look(letter, after)
        )

    def _by_copy(self, left_at: int, right_at: int, left: int, right: int) -> tuple[int, ...]:
        letter, copy = self._letters.things[left], self._letters.things[right]
        return tuple(
            (self._letters.of(after) - left << left_at)
            + (self._letters.of(made) - right << right_at)
            for after, made in of_copy(letter, copy, rules=self._rules)
            if self._is_worth_a_look(letter, after)
        )

    def _dying(self, me: int, state: int) -> int:
        place = self._program_at[me]
        change = self._programs.of(DEAD) - (state >> place & _DIGIT) << place
        for at in self._letter_at:
            change += self._orphaning(me, state >> at & _DIGIT) << at
        return change

    def _orphaning(self, me: int, digit: int) -> int:
        known = self._orphans[me]
        if digit not in known:
            known[digit] = self._letters.of(orphaned(self._letters.things[digit], dead=me)) - digit
        return known[digit]

    def _is_worth_a_look(self, before: Letter, after: Letter) -> bool:
        self.violations.update(broken(before, after))
        return after.copies < 2


def main() -> int:
    """Prints what was found in each world; 0 where no promise can be broken."""
    begun = time.perf_counter()
    rules = measured()
    found = [check(rules, world) for world in WORLDS]
    states = sum(one.states for one in found)
    violations = sorted(set[str]().union(*(one.violations for one in found)))
    taken = time.perf_counter() - begun
    print(f"{states:,} states, {len(violations)} violations, {taken:.1f} s")
    for violation in violations:
        print(violation)
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
