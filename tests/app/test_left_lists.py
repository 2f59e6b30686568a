"""Who goes to and fro between files finds what was decided, for as long as the program runs."""

from pathlib import Path

from app.findings import Decision
from app.left_lists import LeftLists
from app.open_list import Origin
from app.worklist import Worklist
from tests.app.test_worklist import worklist
from tests.fakes import make_booking

FIRST, SECOND = (Origin(paths=(Path(name),)) for name in ("a.csv", "b.csv"))


def decided() -> Worklist:
    made = worklist(make_booking(row_no=2))
    made.decide(2, Decision.SKIP)
    return made


def test_the_list_of_a_file_is_given_when_it_is_opened_again_at_once_or_later():
    left = LeftLists()
    at_first, meanwhile, again = decided(), decided(), decided()

    given = [
        left.follow(FIRST, leaving=None),
        left.follow(SECOND, leaving=at_first),
        left.follow(FIRST, leaving=meanwhile),
        left.follow(FIRST, leaving=again),
    ]

    assert given == [None, None, at_first, again]


def test_a_list_that_nobody_decided_anything_in_is_let_go_of():
    left = LeftLists()
    left.follow(FIRST, leaving=None)
    left.follow(SECOND, leaving=worklist(make_booking(row_no=2)))

    assert left.follow(FIRST, leaving=None) is None


def test_what_was_pasted_is_known_by_its_text_and_what_was_written_is_never_left():
    left, pasted = LeftLists(), decided()
    left.follow(Origin(text="en tabell"), leaving=None)
    left.follow(Origin(written=make_booking()), leaving=pasted)
    left.follow(FIRST, leaving=decided())

    assert left.follow(Origin(written=make_booking()), leaving=None) is None
    assert left.follow(Origin(text="en tabell"), leaving=None) is pasted


def test_no_more_than_three_lists_are_held():
    left = LeftLists()
    origins = [Origin(paths=(Path(f"{number}.csv"),)) for number in range(5)]
    left.follow(origins[0], leaving=None)
    for origin in origins[1:]:
        left.follow(origin, leaving=decided())

    held = [left.follow(origin, leaving=None) is not None for origin in origins]

    assert held == [False, True, True, True, False]
