"""The evaluation is counted behind the window, says what it rests on, and can be handed on."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFrame

from app.figures import FigureName
from app.outcomes import COLUMNS
from tests.desk import Desk
from ui.evaluation_tiles import Tile
from ui.evaluation_view import EvaluationView


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
        view.period.setCurrentText("90 dagar")


def test_a_unit_s_own_sums_are_read_in_and_counted(
    desk: Desk, view: EvaluationView, tmp_path: Path
):
    today = desk.services.now().date()
    path = tmp_path / "utfall.csv"
    path.write_text(f"{';'.join(COLUMNS)}\n{today};{today};100;10;5;2\n", "utf-8")

    with desk.qtbot.waitSignal(view.evaluated):
        view.keep_outcomes(path)

    assert f"{FigureName.ATTENDED.value}: 85 %" in spoken(view)


def test_a_table_that_cannot_be_read_is_told_in_words(
    desk: Desk, view: EvaluationView, tmp_path: Path
):
    path = tmp_path / "fel.csv"
    path.write_text("namn;nummer\n", "utf-8")

    view.keep_outcomes(path)

    desk.wait(lambda: "saknas i filen" in view.notice.text)
