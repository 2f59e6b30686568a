"""All that may happen to letters: the model that is walked through, and held to the real classes.

Several programs send at once, and each may die at any step or fail to write; answers get lost,
copies arrive late, and a person decides by what 1177 Support can see. What a step does to a row
is measured on the real classes; only who may take which step when is told here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from app.dispatch import Status
from tests.sending_rules import Rules, Stand, Verb

NOBODY = -1
GHOST = -2  # a program that is dead; which one it was makes no difference


class Letter(NamedTuple):
    """A row and what is true of it; `row` is None until somebody queues the letter.

    `copies` have arrived; another `is_underway` that may; `is_quiet` once the quiet period is over.
    """

    row: Stand | None = None
    owner: int = NOBODY
    copies: int = 0
    is_underway: bool = False
    is_quiet: bool = False


class Program(NamedTuple):
    """What a program does next, and with which letter."""

    does: str = "nothing"
    letter: int = -1
    told: Verb | None = None
    saw: int = NOBODY


IDLE, DEAD = Program(), Program("nothing more")
QUEUED = Letter(Stand(Status.QUEUED, maybe=False))
_HAS_THE_LETTER = frozenset({"deliver", "write", "settle"})


@dataclass(frozen=True)
class World:
    """How much there is, and how the other side is: as 1177, which tells nobody what it has.

    `copies` are letters that a person may queue in the place of the first ones.
    """

    programs: int = 2
    letters: int = 2
    copies: int = 0
    knows_what_it_has: bool = False
    drops_doubles: bool = False


class State(NamedTuple):
    programs: tuple[Program, ...]
    letters: tuple[Letter, ...]


def beginning(world: World) -> State:
    letters = (QUEUED,) * world.letters + (Letter(),) * world.copies
    return State((IDLE,) * world.programs, letters)


def of_program(
    me: int, now: Program, at: int, letter: Letter, *, rules: Rules, world: World
) -> Iterator[tuple[Program, Letter]]:
    """What a program may make of itself and of one letter, dying aside."""
    if now == IDLE and letter.row and letter.row in rules.table[Verb.CLAIM]:
        row = rules.table[Verb.CLAIM][letter.row]
        owner = me if row.status is Status.SENDING else NOBODY
        yield Program("deliver", at), letter._replace(row=row, owner=owner, is_quiet=False)
    elif now == IDLE and letter.owner in {me, GHOST}:
        yield Program("take over", at, saw=letter.owner), letter
    elif now == DEAD:
        yield IDLE, letter
    elif now.letter == at:
        yield from _with_its_letter(me, now, letter, rules=rules, world=world)


def _with_its_letter(
    me: int, now: Program, letter: Letter, *, rules: Rules, world: World
) -> Iterator[tuple[Program, Letter]]:
    match now.does:
        case "take over" if _is_had(now, letter, rules=rules):
            yield now._replace(does="settle", saw=NOBODY), letter._replace(owner=me)
        case "take over":
            yield IDLE, letter
        case "settle":
            told = _found(letter) if world.knows_what_it_has else Verb.UNTOLD
            yield IDLE, _written(letter, me, told, rules=rules)
        case "deliver":
            for told, after in _answers(letter, world=world):
                yield now._replace(does="write", told=told), after
        case "write" if now.told:
            yield IDLE, _written(letter, me, now.told, rules=rules)
            yield IDLE, letter  # the outcome could not be written, as on a full disk


def _is_had(now: Program, letter: Letter, *, rules: Rules) -> bool:
    is_sending = letter.owner != NOBODY
    return letter.owner == now.saw or (is_sending and not rules.compares_owners)


def _found(letter: Letter) -> Verb:
    return Verb.FOUND if letter.copies else Verb.MISSED


def _written(letter: Letter, me: int, told: Verb, *, rules: Rules) -> Letter:
    """Nobody but its owner moves a letter that is being sent."""
    row = rules.table[told].get(letter.row) if letter.row else None
    is_ours = letter.owner in {me, NOBODY}
    return letter._replace(row=row, owner=NOBODY) if row and is_ours else letter


def _answers(letter: Letter, *, world: World) -> Iterator[tuple[Verb, Letter]]:
    arrived = _one_more(letter, world=world)
    yield Verb.TAKEN, arrived
    yield Verb.REJECTED, letter
    yield Verb.REFUSED, letter
    yield Verb.UNCLEAR, letter
    yield Verb.UNCLEAR, arrived
    if not world.knows_what_it_has:
        yield Verb.UNCLEAR, letter._replace(is_underway=True)


def _one_more(letter: Letter, *, world: World) -> Letter:
    return letter._replace(copies=1 if world.drops_doubles else letter.copies + 1)


def of_letter(letter: Letter, *, rules: Rules, world: World) -> Iterator[Letter]:
    """What may happen to a letter without a program: by a person, on its way, or as time passes."""
    for verb in (Verb.CANCEL, Verb.ARRIVED, Verb.TOO_EARLY, Verb.NOT_ARRIVED):
        row = rules.table[verb].get(letter.row) if letter.row else None
        if row and _seems(verb, letter):
            yield letter._replace(row=row, is_quiet=False)
    if letter.is_underway:
        ended = letter._replace(is_underway=False)
        yield ended
        yield _one_more(ended, world=world)
    elif letter.row and letter.row.status is Status.UNKNOWN:
        yield letter._replace(is_quiet=True)


def _seems(verb: Verb, letter: Letter) -> bool:
    """A person is told truly what has arrived so far, and no more than that."""
    match verb:
        case Verb.ARRIVED:
            return letter.copies > 0
        case Verb.TOO_EARLY:
            return letter.copies == 0
        case Verb.NOT_ARRIVED:
            return letter.copies == 0 and letter.is_quiet
        case _:
            return True


def of_copy(letter: Letter, copy: Letter, *, rules: Rules) -> Iterator[tuple[Letter, Letter]]:
    """A person who knows nothing has another queued in a letter's place."""
    row = rules.table[Verb.INSTEAD].get(letter.row) if letter.row else None
    if row and copy.row is None:
        yield letter._replace(row=row, is_quiet=False), QUEUED


def orphaned(letter: Letter, *, dead: int) -> Letter:
    return letter._replace(owner=GHOST) if letter.owner == dead else letter


def broken(before: Letter, after: Letter) -> Iterator[str]:
    """Promises that a step breaks; by their numbers in the safety study."""
    status = after.row.status if after.row else None
    if status is Status.SENT and not after.copies:
        yield "I1 sent, but never taken"
    if after.copies > 1:
        yield "I2 two copies of one letter"
    if after.copies and status in {Status.QUEUED, Status.CANCELLED, Status.REJECTED}:
        yield f"I3 taken, but {status}"
    was_maybe, is_maybe = (bool(one.row and one.row.maybe) for one in (before, after))
    if was_maybe and not is_maybe and not (before.is_quiet and before.row != after.row):
        yield "I9 not cleared by a person after the quiet period"


def stolen(me: int, program: Program, letter: Letter) -> Iterator[str]:
    if program.does in _HAS_THE_LETTER and letter.owner != me:
        yield "I8 two programs with one letter"
