"""A change of many rows lets the window answer between portions, and is never left half-made."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.check import Check
from app.draft import Draft
from app.rows import RowStatus
from app.worklist import Worklist
from tests.app.test_worklist import without_address, worklist
from ui.gradual import GradualChange, Lines

MANY = range(2, 402)
CHECKED = Check(digest="d", page_count=1)


@pytest.fixture
def gradual(qapp: QApplication) -> GradualChange:
    return GradualChange(qapp)


@pytest.fixture
def many() -> Worklist:
    return worklist(*map(without_address, MANY))


def leave_out(draft: Draft) -> Draft:
    return draft.leaving_out("Prov")


def left_out(made: Worklist) -> int:
    return made.counts().of(RowStatus.LEFT_OUT)


def test_few_rows_are_changed_shown_and_told_at_once(gradual: GradualChange, many: Worklist):
    shown: list[Lines] = []
    told: list[object] = []
    gradual.made.connect(told.append)

    gradual.make(many.change_gradually((2, 3), leave_out), worklist=many, show=shown.append)

    assert [list(lines) for lines in shown] == [[2, 3]]
    assert told == [(2, 3)]


def test_many_rows_are_changed_in_turns_and_shown_when_all_are(
    gradual: GradualChange, many: Worklist, qtbot: QtBot
):
    shown: list[Lines] = []

    with qtbot.waitSignal(gradual.made) as told:
        gradual.make(many.change_gradually(MANY, leave_out), worklist=many, show=shown.append)
        at_first = left_out(many)

    assert 0 < at_first < len(MANY)
    assert left_out(many) == len(MANY)
    assert [list(lines) for lines in shown] == [list(MANY)]
    assert told.args == [tuple(MANY)]


def test_a_change_that_is_under_way_can_be_made_to_the_end_at_once(
    gradual: GradualChange, many: Worklist
):
    shown: list[Lines] = []
    gradual.make(many.change_gradually(MANY, leave_out), worklist=many, show=shown.append)

    gradual.finish()
    gradual.finish()

    assert left_out(many) == len(MANY)
    assert len(shown) == 1


def test_the_next_change_comes_after_the_one_before_and_undo_takes_back_one_at_a_time(
    gradual: GradualChange, many: Worklist, qtbot: QtBot
):
    gradual.make(many.change_gradually(MANY, leave_out), worklist=many, show=lambda _: None)

    with qtbot.waitSignal(gradual.made):
        gradual.make(many.undo_gradually(), worklist=many, show=lambda _: None)

    qtbot.waitUntil(lambda: left_out(many) == 0)


def test_a_row_that_got_its_check_between_two_turns_is_shown_as_it_is(
    gradual: GradualChange, many: Worklist
):
    shown: list[Lines] = []
    gradual.make(many.change_gradually(MANY, leave_out), worklist=many, show=shown.append)
    many.note_check(many.row(2).draft, CHECKED)

    gradual.finish()

    assert shown[0][2].row is many.row(2)
    assert shown[0][2].row.check == CHECKED


def test_nothing_is_told_where_nothing_was_changed(gradual: GradualChange, many: Worklist):
    told: list[object] = []
    gradual.made.connect(told.append)

    gradual.make(many.undo_gradually(), worklist=many, show=lambda _: None)

    assert told == []
