"""Stepping through the list: what is made ahead is quick, and never another patient's letter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.findings import Code
from app.rows import RowStatus
from tests.desk import Desk
from ui.task_runner import TaskRunner


@pytest.fixture
def settled(opened: Desk, tasks: TaskRunner) -> Desk:
    """At the first ready row, with nothing under way."""
    opened.show(RowStatus.READY)
    wait_until_idle(opened, tasks)
    return opened


def wait_until_idle(desk: Desk, tasks: TaskRunner) -> None:
    desk.wait(lambda: tasks.idle)


def step_down(desk: Desk) -> None:
    QTest.keyClick(desk.bench.bookings.table, Qt.Key.Key_Down)


def shows_its_own_letter(desk: Desk) -> bool:
    return desk.bench.preview.reference == desk.services.preview(desk.shown).letter.reference


def test_a_step_down_shows_the_next_letter_at_once(settled: Desk):
    before = settled.bench.preview.reference

    step_down(settled)

    assert settled.bench.preview.reference != before
    assert shows_its_own_letter(settled)


def test_what_is_made_ahead_is_not_shown_by_itself(settled: Desk):
    assert settled.bench.bookings.row_no_ahead is not None
    assert shows_its_own_letter(settled)


def test_a_step_before_the_next_letter_is_made_still_shows_it(opened: Desk):
    opened.show(RowStatus.READY)

    step_down(opened)

    opened.wait(lambda: shows_its_own_letter(opened))


def test_a_page_that_is_turned_never_comes_back_under_the_next_row(
    settled: Desk, tasks: TaskRunner
):
    settled.bench.preview.page_wanted.emit(1, 96.0)

    step_down(settled)
    wait_until_idle(settled, tasks)

    assert shows_its_own_letter(settled)


def test_a_protected_identity_ahead_is_not_made_a_letter_of(opened: Desk, tasks: TaskRunner):
    protected = opened.show(RowStatus.BLOCKED, label="Skyddade")
    place = opened.bench.bookings.model.position(protected.row_no)
    assert place is not None

    opened.bench.bookings.show_row(opened.bench.bookings.model.line(place - 1).row.row_no)
    wait_until_idle(opened, tasks)
    step_down(opened)

    words = [
        label.text() for label in opened.bench.preview.findChildren(QLabel) if label.isVisible()
    ]
    assert opened.shown.findings[0].code is Code.PROTECTED
    assert words == ["Skyddade personuppgifter. Ingen förhandsvisning visas."]
