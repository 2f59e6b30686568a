"""The working area: the list and what can be done about a row at left, both previews at right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.bookings_view import BookingsView
from ui.fix_panel import FixPanel
from ui.preview_view import PreviewView
from ui.room import Room

# The list keeps its width and the previews take the rest: side by side from 1536 pixels on.
_LIST_WIDTH = 616
_PREVIEW_WIDTH = 1000
_LEAST_WIDTH = 440


class Workbench(QSplitter):
    """Its parts are public: whoever leads the work speaks to each of them."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.bookings = BookingsView()
        self.fix_panel = FixPanel()
        self.preview = PreviewView()
        self.addWidget(self._list_and_panel())
        self.addWidget(self._previews())
        self.setChildrenCollapsible(False)
        self.setHandleWidth(4)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setSizes([_LIST_WIDTH, _PREVIEW_WIDTH])
        self.fit(Room.AMPLE)

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 steps through."""
        return (self.bookings.table, self.fix_panel, *self.preview.panes())

    def fit(self, room: Room) -> None:
        air = 12 if room is Room.AMPLE else 2
        self._left.setContentsMargins(12, 0, 4, air)
        self._left.setSpacing(8 if room is Room.AMPLE else 2)
        self._right.setContentsMargins(4, 0, 12, air)
        for part in (self.bookings, self.fix_panel, self.preview):
            part.fit(room)

    def _list_and_panel(self) -> QWidget:
        left = QWidget()
        left.setMinimumWidth(_LEAST_WIDTH)
        layout = self._left = QVBoxLayout(left)
        layout.addWidget(self.bookings, 1)
        layout.addWidget(self.fix_panel)
        return left

    def _previews(self) -> QWidget:
        right = QWidget()
        right.setMinimumWidth(_LEAST_WIDTH)
        layout = self._right = QVBoxLayout(right)
        layout.addWidget(self.preview)
        return right
