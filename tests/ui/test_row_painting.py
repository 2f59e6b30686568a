"""The list's rows as they are drawn: the chosen one, the colours of statuses, and long texts."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.rows import RowStatus
from tests.listed_rows import NO_ADDRESS, make_row, named
from ui.bookings_model import CHANNEL, PATIENT, REMARK, ROW_NO, STATUS, BookingsModel, lines
from ui.bookings_view import BookingsView
from ui.room import Room
from ui.theme import LOOKS, shade

LONG_NAME = "Mycket Långt Dubbelnamn-Efternamnsson"


@pytest.fixture
def view(qtbot: QtBot) -> BookingsView:
    """Row 2 cannot be sent and is chosen; row 3 is ready, and its name is cut off."""
    view = BookingsView()
    qtbot.addWidget(view)
    view.resize(680, 400)
    view.show()
    rows = (make_row(2, RowStatus.BLOCKED, NO_ADDRESS), named(make_row(3), LONG_NAME))
    view.show_lines(lines(rows))
    return view


def drawn(view: BookingsView) -> QImage:
    return view.table.viewport().grab().toImage()


def place(view: BookingsView, row: int, column: int) -> QRect:
    return view.table.visualRect(view.model.index(row, column))


def widths(view: BookingsView, *columns: int) -> list[int]:
    return [place(view, 0, column).width() for column in columns]


def ground(view: BookingsView, row: int, column: int) -> QColor:
    """Of a cell's lower right corner, where no text stands."""
    return drawn(view).pixelColor(place(view, row, column).bottomRight() - QPoint(1, 1))


def test_a_status_stands_on_its_own_colour_and_other_cells_on_the_lists(view: BookingsView):
    assert ground(view, 1, STATUS) == shade(LOOKS[RowStatus.READY].ground)
    assert ground(view, 1, PATIENT) == view.table.palette().base().color()


def test_the_chosen_row_stands_out_from_edge_to_edge(view: BookingsView):
    highlight = view.table.palette().highlight().color()

    assert [ground(view, 0, column) for column in range(6)] == [highlight] * 6


def test_no_status_and_no_channel_is_ever_cut(view: BookingsView):
    metrics, (status, channel) = view.table.fontMetrics(), widths(view, STATUS, CHANNEL)

    assert max(map(metrics.horizontalAdvance, RowStatus)) + 16 < status
    assert metrics.horizontalAdvance("1177 + Brev") < channel


@pytest.mark.parametrize("row_no", [8, 8_888, 888_888])
def test_the_numbers_of_the_rows_take_what_they_need_and_no_more(view: BookingsView, row_no: int):
    view.show_lines(lines((make_row(row_no),)))

    room, needed = widths(view, ROW_NO)[0], view.table.fontMetrics().horizontalAdvance(str(row_no))
    assert needed < room <= max(needed + 8, view.table.horizontalHeader().sectionSizeHint(ROW_NO))


def test_a_name_that_is_too_long_never_runs_into_the_next_column(view: BookingsView):
    image, base = drawn(view), view.table.palette().base().color()
    cell, following = place(view, 1, PATIENT), place(view, 1, CHANNEL)

    between = range(cell.right() - 1, following.left() + 2)
    inked = [
        (x, y)
        for x in between
        for y in range(cell.top(), cell.bottom())
        if image.pixelColor(x, y) != base
    ]

    assert inked == []


def test_in_a_low_window_name_and_remark_have_the_channels_room(view: BookingsView):
    named, channel, remarked = widths(view, PATIENT, CHANNEL, REMARK)

    view.fit(Room.SNUG)

    name, none, remark = widths(view, PATIENT, CHANNEL, REMARK)
    assert (none, name + remark) == (0, named + channel + remarked)
    assert remark > remarked


def test_a_paint_never_asks_the_model_cell_by_cell(
    view: BookingsView, monkeypatch: pytest.MonkeyPatch
):
    asked: list[int] = []
    monkeypatch.setattr(BookingsModel, "data", lambda *_: asked.append(1))

    view.table.viewport().repaint()
    QApplication.processEvents()

    assert asked == []
