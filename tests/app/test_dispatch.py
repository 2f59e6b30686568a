"""The table of moves, and a model of everything that can happen to one letter on its way."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

import pytest

from app.dispatch import ALLOWED, STATUS_NAMES, Status


def test_every_status_has_its_moves_and_its_swedish_name():
    assert set(ALLOWED) == set(Status)
    assert set(STATUS_NAMES) == set(Status)


def test_what_is_sent_rejected_or_cancelled_stays_so():
    final = {status for status, moves in ALLOWED.items() if not moves}

    assert final == {Status.SENT, Status.REJECTED, Status.CANCELLED}


def test_a_letter_begins_to_leave_from_the_queue_only():
    ways_to_sending = {status for status, moves in ALLOWED.items() if Status.SENDING in moves}

    assert ways_to_sending == {Status.QUEUED}


def test_nothing_that_can_happen_loses_a_letter_or_sends_it_twice():
    explored = explore(frozenset())

    assert explored.violations == []
    assert explored.moves == {(old, new) for old, moves in ALLOWED.items() for new in moves}


class Bug(Enum):
    """Mistakes that a program like this one is known to make."""

    RESENDS_WHEN_THE_ANSWER_IS_LOST = auto()
    RESENDS_AFTER_A_CRASH = auto()
    ROBS_A_LIVING_PROGRAM = auto()
    BELIEVES_A_LETTER_LOST_WHILE_IT_IS_ON_ITS_WAY = auto()
    CALLS_IT_SENT_BEFORE_IT_IS_TAKEN = auto()


@pytest.mark.parametrize("bug", Bug)
def test_the_model_would_notice(bug):
    explored = explore(frozenset({bug}))

    assert explored.violations


@dataclass(frozen=True)
class World:
    """One letter, the two programs that may send it, and a receiver that takes what arrives.

    `on_the_way` are copies that have left and may still be taken or lost. `robbed` is true while
    a living program goes on with a letter that another one has taken from it.
    """

    status: Status = Status.QUEUED
    maybe: bool = False
    holder: str = ""
    holder_lives: bool = True
    on_the_way: int = 0
    taken: int = 0
    robbed: bool = False


@dataclass
class Explored:
    moves: set[tuple[Status, Status]]
    violations: list[str]


# Two copies already break the promise; more would only make the model larger.
COPIES = 2


def explore(bugs: frozenset[Bug]) -> Explored:
    """Every world that can be reached, in every order of events."""
    seen, waiting = {World()}, deque([World()])
    explored = Explored(set(), [])
    while waiting:
        world = waiting.popleft()
        for after, by_person in events(world, bugs):
            if after.status is not world.status:
                explored.moves.add((world.status, after.status))
            explored.violations += broken_promises(world, after, by_person=by_person)
            if after not in seen and after.taken <= COPIES:
                seen.add(after)
                waiting.append(after)
    return explored


def broken_promises(before: World, after: World, *, by_person: bool) -> Iterator[str]:
    if after.status is not before.status and after.status not in ALLOWED[before.status]:
        yield f"{before.status} to {after.status} is no move of the table"
    if after.status is Status.SENT and after.taken == 0:
        yield "I1: called sent, and nobody has it"
    if after.taken > 1:
        yield "I2: taken twice without a person's decision"
    if after.taken and after.status in {Status.QUEUED, Status.CANCELLED, Status.REJECTED}:
        yield "I3: somebody has it, and we believe that nobody does"
    if before.maybe and not after.maybe and not by_person:
        yield "I9: a program cleared the doubt"


def events(world: World, bugs: frozenset[Bug]) -> Iterator[tuple[World, bool]]:
    """All that may happen next, and whether a person does it."""
    yield from ((after, False) for after in on_the_network(world))
    match world.status:
        case Status.QUEUED:
            yield from ((after, False) for after in from_the_queue(world))
            yield replace(world, status=Status.CANCELLED), True
        case Status.SENDING:
            yield from ((after, False) for after in while_sending(world, bugs))
            yield from ((after, False) for after in at_the_next_start(world, bugs))
        case Status.UNKNOWN:
            yield from ((after, True) for after in decided(world, bugs))
        case Status.CLOSED_RESENT:
            # Its copy is taken back.
            yield replace(world, status=Status.UNKNOWN), True
        case _:
            return


def on_the_network(world: World) -> Iterator[World]:
    if world.on_the_way:
        lost = replace(world, on_the_way=world.on_the_way - 1)
        yield lost
        yield replace(lost, taken=world.taken + 1)
    if world.robbed:
        yield replace(world, robbed=False, on_the_way=world.on_the_way + 1)


def from_the_queue(world: World) -> Iterator[World]:
    for program in ("first", "second"):
        yield replace(world, status=Status.SENDING, holder=program, holder_lives=True)


def while_sending(world: World, bugs: frozenset[Bug]) -> Iterator[World]:
    if not world.holder_lives:
        return
    yield replace(world, holder_lives=False)
    nothing_left = not world.on_the_way and not world.taken
    if nothing_left:
        yield replace(world, status=Status.QUEUED, holder="")
        yield replace(world, status=Status.REJECTED, holder="")
        yield replace(world, on_the_way=1)
    else:
        yield unclear(world, Bug.RESENDS_WHEN_THE_ANSWER_IS_LOST in bugs)
    if world.taken or (world.on_the_way and Bug.CALLS_IT_SENT_BEFORE_IT_IS_TAKEN in bugs):
        yield replace(world, status=Status.SENT, holder="")


def at_the_next_start(world: World, bugs: frozenset[Bug]) -> Iterator[World]:
    if world.holder_lives and Bug.ROBS_A_LIVING_PROGRAM not in bugs:
        return
    world = replace(world, robbed=world.holder_lives)
    yield unclear(world, Bug.RESENDS_AFTER_A_CRASH in bugs)
    if world.taken:
        yield replace(world, status=Status.SENT, holder="")
    elif not world.on_the_way:
        yield replace(world, status=Status.QUEUED, holder="")


def decided(world: World, bugs: frozenset[Bug]) -> Iterator[World]:
    yield replace(world, status=Status.CLOSED_RESENT)
    if world.taken:
        yield replace(world, status=Status.SENT)
    elif not world.on_the_way or Bug.BELIEVES_A_LETTER_LOST_WHILE_IT_IS_ON_ITS_WAY in bugs:
        yield replace(world, status=Status.QUEUED, maybe=False)


def unclear(world: World, again: bool) -> World:  # noqa: FBT001 - the seeded bug, yes or no
    status = Status.QUEUED if again else Status.UNKNOWN
    return replace(world, status=status, maybe=not again, holder="")
