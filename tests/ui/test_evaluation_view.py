"""The evaluation is counted behind the window, says what it rests on, and can be handed on."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QFrame

from app.figures import FigureName
from app.outcomes import COLUMNS
from app.swedish_dates import plain_date
from tests.desk import Desk, sure
from tests.ui.conftest import keep_reading
from ui.evaluation_tiles import Tile
from ui.evaluation_view import EvaluationView
from ui.period_choice import OWN_DAYS
from ui.task_runner import TaskRunner


@pytest.fixture
def view(desk: Desk) -> EvaluationView:
    with desk.qtbot.waitSignal(made(desk).evaluated):
        pass
    return made(desk)


def made(desk: Desk) -> EvaluationView:
    if desk.window.evaluation is None:
        desk.window.show_evaluation()
    found = desk.window.evaluation
    assert found is not None
    return found


def spoken(view: EvaluationView) -> list[str]:
    return [tile.accessibleName() for tile in view.tiles.findChildren(QFrame, "pane")]


def tile_of(view: EvaluationView, name: FigureName) -> Tile:
    tiles = view.tiles.findChildren(Tile)
    return next(tile for tile in tiles if tile.accessibleName().startswith(f"{name.value}:"))


def how_shown(view: EvaluationView) -> list[bool]:
    return [tile.how.isVisible() for tile in view.tiles.findChildren(Tile)]


def test_every_figure_is_a_tile_that_a_screen_reader_reads_as_one_sentence(view: EvaluationView):
    assert [name.partition(":")[0] for name in spoken(view)] == [name.value for name in FigureName]


def test_how_a_figure_is_counted_is_shown_when_asked_for(view: EvaluationView):
    before = how_shown(view)
    view.how.click()

    assert not any(before)
    assert all(how_shown(view))


def test_a_change_of_period_is_counted_anew(desk: Desk, view: EvaluationView):
    with desk.qtbot.waitSignal(view.evaluated):
        view.period.words.setCurrentText("90 dagar")


def test_the_days_before_the_pilot_can_be_compared_with(
    desk: Desk, view: EvaluationView, tmp_path: Path
):
    today = desk.services.now().date()
    path = tmp_path / "utfall.csv"
    lines = (";".join(COLUMNS), "2025-01-01;2025-03-31;400;80;0;0", f"{today};{today};100;10;0;2")
    path.write_text("\n".join(lines), "utf-8")
    with desk.qtbot.waitSignal(view.evaluated):
        view.keep_outcomes(path)

    with desk.qtbot.waitSignal(view.evaluated):
        view.compared.words.setCurrentText(OWN_DAYS)
    begun = view.compared.days
    view.compared.first.setDate(QDate(2025, 1, 1))
    with desk.qtbot.waitSignal(view.evaluated):
        view.compared.last.setDate(QDate(2025, 3, 31))
    desk.wait(lambda: "31 mars 2025" in view.about.text())

    missed = tile_of(view, FigureName.MISSED)
    assert begun[1] == today - timedelta(days=30)
    assert "−10,0 procentenheter mot 20,0\u00a0%" in missed.accessibleDescription()


def test_a_period_of_one_s_own_begins_as_the_one_that_was_shown(desk: Desk, view: EvaluationView):
    today = desk.services.now().date()
    before = view.period.first.isVisible()

    with desk.qtbot.waitSignal(view.evaluated):
        view.period.words.setCurrentText(OWN_DAYS)
    shown = view.period.days
    with desk.qtbot.waitSignal(view.evaluated):
        view.period.last.setDate(view.period.first.date())

    assert (before, view.period.first.isVisible()) == (False, True)
    assert shown == (today - timedelta(days=29), today)
    assert view.about.text().startswith(f"{plain_date(shown[0])} till {plain_date(shown[0])}, ")


def test_it_is_told_which_days_are_shown_and_which_they_are_compared_with(
    desk: Desk, view: EvaluationView
):
    compared = view.about.text()

    with desk.qtbot.waitSignal(view.evaluated):
        view.compared.words.setCurrentText("Ingenting")

    assert ", jämfört med " in compared
    assert compared.startswith(f"{view.about.text()}, ")


def test_numbers_stand_under_their_head(view: EvaluationView):
    view.problems.show_counts([("saknar adress", 1234)])
    head, cell = view.problems.horizontalHeaderItem(1), view.problems.item(0, 1)

    assert sure(cell).text() == "1\u00a0234"
    assert sure(head).textAlignment() == sure(cell).textAlignment()
    assert sure(cell).textAlignment() & Qt.AlignmentFlag.AlignRight.value


def test_a_unit_s_own_sums_are_read_in_and_counted(
    desk: Desk, view: EvaluationView, tmp_path: Path
):
    today = desk.services.now().date()
    path = tmp_path / "utfall.csv"
    path.write_text(f"{';'.join(COLUMNS)}\n{today};{today};100;10;5;2\n", "utf-8")

    with desk.qtbot.waitSignal(view.evaluated):
        view.keep_outcomes(path)

    assert f"{FigureName.ATTENDED.value}: 85,0\u00a0%" in spoken(view)


def test_a_unit_s_own_sums_are_kept_though_the_window_is_closed_at_once(
    desk: Desk, view: EvaluationView, tasks: TaskRunner, tmp_path: Path
):
    path = tmp_path / "utfall.csv"
    path.write_text(f"{';'.join(COLUMNS)}\n2026-10-01;2026-10-31;417;10;5;2\n", "utf-8")
    keep_reading(tasks)

    view.keep_outcomes(path)
    desk.window.close()
    tasks.stop()

    (kept,) = desk.services.pilot.outcomes.outcomes()
    assert kept.called == 417


def test_a_table_that_cannot_be_read_is_told_in_words(
    desk: Desk, view: EvaluationView, tmp_path: Path
):
    path = tmp_path / "fel.csv"
    path.write_text("namn;nummer\n", "utf-8")

    view.keep_outcomes(path)

    desk.wait(lambda: "saknas i filen" in view.notice.text)
