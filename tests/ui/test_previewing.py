"""Stepping through the list: what is made ahead is quick, and never another patient's letter."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.errors import TemplateBroken
from app.findings import Code
from app.rows import RowStatus
from tests.desk import Desk, sure
from ui.message_sheet import MessageBody
from ui.page_paper import Paper
from ui.previewing import Previewing
from ui.task_runner import TaskRunner


@pytest.fixture
def settled(opened: Desk, tasks: TaskRunner) -> Desk:
    """At the first ready row, with nothing under way."""
    opened.show(RowStatus.READY)
    wait_until_idle(opened, tasks)
    return opened


def wait_until_idle(desk: Desk, tasks: TaskRunner) -> None:
    previewing = sure(desk.bench.preview.findChild(Previewing))
    desk.wait(lambda: tasks.idle and previewing.is_settled)


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
    assert settled.bench.bookings.row_nos_beside
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
    kept = sure(opened.bench.preview.findChild(Previewing))._made
    made = [wanted.draft.booking.row_no for wanted, _ in kept]
    step_down(opened)

    words = [
        label.text() for label in opened.bench.preview.findChildren(QLabel) if label.isVisible()
    ]
    assert opened.shown.findings[0].code is Code.PROTECTED
    assert made
    assert protected.row_no not in made
    assert words == ["Skyddade personuppgifter. Ingen förhandsvisning visas."]


def test_a_step_back_up_shows_the_letter_before_at_once(settled: Desk, tasks: TaskRunner):
    first = settled.shown
    step_down(settled)
    wait_until_idle(settled, tasks)

    QTest.keyClick(settled.bench.bookings.table, Qt.Key.Key_Up)

    assert settled.shown == first
    assert shows_its_own_letter(settled)


def test_the_row_above_is_made_ahead_too(settled: Desk, tasks: TaskRunner):
    bookings = settled.bench.bookings
    QTest.keyClick(bookings.table, Qt.Key.Key_End)
    wait_until_idle(settled, tasks)
    before = settled.bench.preview.reference

    QTest.keyClick(bookings.table, Qt.Key.Key_Up)

    assert settled.bench.preview.reference != before
    assert shows_its_own_letter(settled)


def test_no_more_letters_are_kept_than_can_be_stepped_to(settled: Desk, tasks: TaskRunner):
    for _ in range(5):
        step_down(settled)
        wait_until_idle(settled, tasks)

    previewing = sure(settled.bench.preview.findChild(Previewing))
    kept = [shown.preview.letter.reference for _, shown in previewing._made]
    assert len(kept) == len(set(kept)) == 4


def test_a_letter_of_other_templates_is_not_taken_from_what_was_made(
    settled: Desk, tasks: TaskRunner
):
    previewing = sure(settled.bench.preview.findChild(Previewing))
    paper = sure(settled.bench.preview.findChild(Paper))
    previewing._made = [
        (replace(wanted, template_version="en annan"), shown) for wanted, shown in previewing._made
    ]

    step_down(settled)
    at_once = paper._raster
    wait_until_idle(settled, tasks)

    assert at_once is None
    assert shows_its_own_letter(settled)


def test_a_row_whose_letter_is_not_made_shows_its_message_at_once_and_no_page(settled: Desk):
    previewing = sure(settled.bench.preview.findChild(Previewing))
    previewing._made.clear()

    step_down(settled)

    assert shows_its_own_letter(settled)
    assert sure(settled.bench.preview.findChild(Paper))._raster is None


def test_a_letter_that_cannot_be_written_leaves_nothing_of_the_one_before(
    settled: Desk, tasks: TaskRunner, monkeypatch: pytest.MonkeyPatch
):
    previewing = sure(settled.bench.preview.findChild(Previewing))
    previewing._made.clear()
    broken = TemplateBroken("Mallen är trasig.", "Rätta den.")
    monkeypatch.setattr(settled.services.templates, "_fault", broken)

    step_down(settled)

    assert not sure(settled.bench.preview.findChild(MessageBody)).isVisible()
    assert not sure(settled.bench.preview.findChild(Paper)).isVisible()
    assert "Mallen är trasig. Rätta den." in [
        label.text() for label in settled.bench.preview.findChildren(QLabel) if label.isVisible()
    ]
    assert tasks.idle


def test_the_message_comes_before_its_page_and_is_drawn_once(opened: Desk, tasks: TaskRunner):
    message = sure(opened.bench.preview.findChild(MessageBody))
    paper = sure(opened.bench.preview.findChild(Paper))
    without_page: list[bool] = []
    message.textChanged.connect(lambda: without_page.append(paper._raster is None))

    opened.show(RowStatus.READY)
    wait_until_idle(opened, tasks)

    assert without_page == [True]
    assert paper._raster is not None
    assert shows_its_own_letter(opened)


def test_a_row_that_is_passed_before_it_is_painted_is_laid_out_for_nobody(
    settled: Desk, tasks: TaskRunner
):
    previewing = sure(settled.bench.preview.findChild(Previewing))
    previewing._made.clear()

    step_down(settled)
    step_down(settled)
    begun = not tasks.idle
    wait_until_idle(settled, tasks)

    assert not begun
    assert shows_its_own_letter(settled)


def test_why_there_is_no_letter_is_told_as_in_the_panel_above(opened: Desk):
    row = opened.show(RowStatus.BLOCKED, label="Går inte att tolka")

    words = [
        label.text() for label in opened.bench.preview.findChildren(QLabel) if label.isVisible()
    ]

    assert sure(row.open_finding).sentence in words
