"""An area without a frame shows where the focus is, and nothing in it moves for that."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.desk import sure
from ui.focus_ring import FocusRing
from ui.theme import FOCUS, shade


@pytest.fixture
def area(qtbot: QtBot) -> Iterator[QScrollArea]:
    """In a window of its own, where something else has the focus."""
    window = QWidget()
    qtbot.addWidget(window)
    area, field = QScrollArea(), QLineEdit()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(QWidget())
    FocusRing(area)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(area)
    window.resize(300, 200)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    yield area
    window.close()


def ring(area: QScrollArea) -> FocusRing:
    return sure(area.findChild(FocusRing))


def test_the_ring_is_seen_only_while_the_area_has_the_focus(area: QScrollArea):
    before = ring(area).isVisible()

    area.setFocus()
    with_focus = ring(area).isVisible()
    sure(area.window().findChild(QLineEdit)).setFocus()

    assert (before, with_focus, ring(area).isVisible()) == (False, True, False)


def test_the_ring_is_two_pixels_along_the_very_edge_whatever_the_size(area: QScrollArea):
    area.setFocus()
    area.window().resize(500, 400)

    image, middle = area.grab().toImage(), area.height() // 2

    assert ring(area).size() == area.size()
    assert [QColor(image.pixel(x, middle)) for x in (0, 1)] == [shade(FOCUS)] * 2


def test_the_mouse_reaches_what_is_under_the_ring(area: QScrollArea):
    area.setFocus()

    assert ring(area).testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
