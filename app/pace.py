"""Which letter leaves next and when: in the order they were queued, as fast as is asked for."""

from collections import defaultdict, deque
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import reduce
from typing import NamedTuple, Self

from app.contracts import Pace
from app.dispatch import Waiting
from app.draft import Channel


class Progress(NamedTuple):
    """Letters done and in all; `seconds_left` is None where nobody asks for a pace."""

    done: int
    total: int
    seconds_left: float | None = None


class WaitingLine:
    """Letters that wait. While a channel rests, those of other channels go on."""

    def __init__(self, waiting: Sequence[Waiting], *, rounds: Mapping[Channel, "Round"]) -> None:
        """`rounds` of the channels that have a pace."""
        self.total = len(waiting)
        self._rounds = dict(rounds)
        self._queues: dict[Channel, deque[tuple[int, Waiting]]] = defaultdict(deque)
        for place, letter in enumerate(waiting):
            self._queues[letter.channel].append((place, letter))

    def first_of(self, channel: Channel) -> Waiting | None:
        queue = self._queues[channel]
        return queue[0][1] if queue else None

    def next(self, now: datetime, *, without: Container[Channel]) -> Waiting | None:
        """The letter that may leave first, the earliest queued where several may."""
        self._rounds = {channel: one.seen(now) for channel, one in self._rounds.items()}
        heads = (
            (self.wait(channel, now), *queue[0])
            for channel, queue in self._queues.items()
            if queue and channel not in without
        )
        return min(heads, default=(0, 0, None))[2]

    def wait(self, channel: Channel, now: datetime) -> float:
        """Seconds until the next letter of a channel may leave."""
        return self._rounds[channel].wait(now) if channel in self._rounds else 0.0

    def take(self, letter: Waiting, *, at: datetime) -> None:
        """It leaves the line, being the first of its channel."""
        self._queues[letter.channel].popleft()
        if letter.channel in self._rounds:
            self._rounds[letter.channel] = self._rounds[letter.channel].after(at)

    def progress(self, now: datetime) -> Progress:
        waiting = sum(map(len, self._queues.values()))
        seconds = [
            one.seconds_for(len(self._queues[channel]), now)
            for channel, one in self._rounds.items()
            if self._queues[channel]
        ]
        return Progress(self.total - waiting, self.total, max(seconds, default=None))


@dataclass(frozen=True, slots=True)
class Round:
    """Letters that left a channel without a whole pause between any two of them.

    `last` is when the latest began to leave.
    """

    pace: Pace
    letters: int = 0
    last: datetime | None = None

    def after(self, at: datetime) -> Self:
        """With one more letter, which begins a new round where there has been a pause."""
        letters = 1 if self._is_rested(at) else self.letters + 1
        return replace(self, letters=letters, last=at)

    def seen(self, now: datetime) -> Self:
        """A clock that is turned back makes nobody wait longer than the pace asks for.

        What seems to have left in the future is taken to have left now.
        """
        return self if self.last is None or self.last <= now else replace(self, last=now)

    def wait(self, now: datetime) -> float:
        """Seconds until the next letter may leave."""
        if self.last is None:
            return 0.0
        is_full = self.letters >= self.pace.per_round
        gap = self._pause if is_full else self._step
        return max(0.0, (self.last + gap - now).total_seconds())

    def seconds_for(self, letters: int, now: datetime) -> float:
        """Until the last of so many letters may leave, where no answer takes its time."""
        if not letters:
            return 0.0
        size = self.pace.per_round
        rounds_to_begin = max(0, -(-(letters - self._room(now)) // size))
        steps = letters - 1 - rounds_to_begin
        between = steps * self._step + rounds_to_begin * self._pause
        return self.wait(now) + between.total_seconds()

    @classmethod
    def of(cls, departures: Sequence[datetime], *, pace: Pace) -> Self:
        """The round that these letters, oldest first, have come to."""
        return reduce(cls.after, departures, cls(pace))

    def _room(self, now: datetime) -> int:
        """How many letters the round takes that the next one stands in."""
        size = self.pace.per_round
        is_over = self._is_rested(now) or self.letters >= size
        return size if is_over else size - self.letters

    def _is_rested(self, at: datetime) -> bool:
        return self.last is None or at - self.last >= self._pause

    @property
    def _step(self) -> timedelta:
        return timedelta(seconds=1 / self.pace.per_second)

    @property
    def _pause(self) -> timedelta:
        return timedelta(minutes=self.pace.minutes_between_rounds)
