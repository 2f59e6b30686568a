"""What the benchmark measures with: figures and their targets, sizes, and a stopwatch."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Statistic = Callable[[Sequence[float]], float]


def p95(values: Sequence[float]) -> float:
    return sorted(values)[round(0.95 * (len(values) - 1))]


@dataclass(frozen=True, slots=True)
class Figure:
    """`values` in `unit`, one for each run; `told` says which of them is held to the target."""

    name: str
    values: Sequence[float]
    target: float | None = None
    unit: str = "ms"
    told: Statistic = statistics.median

    @property
    def value(self) -> float:
        return self.told(self.values)

    @property
    def is_missed(self) -> bool:
        return self.target is not None and self.value > self.target


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is measured: rows and letters, and how many times."""

    runs: int
    short_file: int
    long_file: int
    longest_file: int
    letters: int
    many_letters: int
    row_changes: int
    keys: int
    starts: int
    watched_s: float
    fault_letters: int
    sent_rows: int
    kept_letters: int
    kept_bodies: int


FULL = Sizes(
    runs=5,
    short_file=1_000,
    long_file=10_000,
    longest_file=100_000,
    letters=1_000,
    many_letters=10_000,
    row_changes=240,
    keys=200,
    starts=9,
    watched_s=5.0,
    fault_letters=10,
    sent_rows=300,
    kept_letters=1_000_000,
    kept_bodies=10_000,
)
# Measures nothing worth reading: only shows that everything that is measured still runs.
QUICK = Sizes(
    runs=1,
    short_file=60,
    long_file=120,
    longest_file=240,
    letters=5,
    many_letters=20,
    row_changes=5,
    keys=3,
    starts=1,
    watched_s=0.1,
    fault_letters=1,
    sent_rows=30,
    kept_letters=600,
    kept_bodies=60,
)


def clocked(work: Callable[[], object]) -> float:
    """Milliseconds that it takes, without those for throwing its result away."""
    begun = time.perf_counter()
    result = work()
    taken = (time.perf_counter() - begun) * 1000
    del result
    return taken
