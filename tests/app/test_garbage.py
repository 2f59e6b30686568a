"""Garbage is looked for by one thread, in small parts, and not while a file is read."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from app.garbage import GarbageRound, look_only_when_asked, never_looking


class Knot:
    """Refers to itself, so only a look can find that nobody needs it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    was_on = gc.isenabled()
    yield
    (gc.enable if was_on else gc.disable)()


def test_nothing_is_looked_for_but_when_asked():
    look_only_when_asked()
    rounds = GarbageRound()
    tied = weakref.ref(Knot())
    made = [Knot() for _ in range(10_000)]

    not_looked_for = tied() is not None
    rounds.look()

    assert not_looked_for
    assert tied() is None
    assert len(made) == 10_000


def test_what_has_grown_old_is_found_by_the_round():
    look_only_when_asked()
    rounds = GarbageRound()
    old = Knot()
    for _ in range(3):
        rounds.look()
    tied = weakref.ref(old)

    del old
    for _ in range(60):
        rounds.look()

    assert tied() is None


@pytest.mark.parametrize("on", [True, False])
def test_after_a_reading_it_is_as_it_was_before(on):
    (gc.enable if on else gc.disable)()

    with never_looking():
        within = gc.isenabled()

    assert not within
    assert gc.isenabled() is on


def test_what_was_made_meanwhile_is_never_looked_at_again():
    frozen = gc.get_freeze_count()

    with never_looking():
        made: list[list[int]] = [[] for _ in range(1_000)]

    assert gc.get_freeze_count() - frozen >= len(made)


def test_a_round_passes_by_while_a_file_is_read():
    look_only_when_asked()
    rounds = GarbageRound()

    with never_looking():
        tied = weakref.ref(Knot())
        rounds.look()
        left_alone = tied() is not None

    assert left_alone
