"""The working area: the list and what can be done about a row at left, both previews at right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.bookings_view import BookingsView
from ui.fix_panel import FixPanel
from ui.preview_view import PreviewView
from ui.room import Room

# The list keeps its width and the previews take the rest: side by side from 1536 pixels on. Of
# what is over, a part is the list's, whose remarks are cut before the letter's page is too small.
_LIST_WIDTH = 616
_PREVIEW_WIDTH = 1000
_PART_OF_THE_REST = 4
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
        self._is_as_wished = False
        self.splitterMoved.connect(self._keep_wish)
        self.fit(Room.AMPLE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        over = event.size().width() - _LIST_WIDTH - _PREVIEW_WIDTH
        if over > 0 and not self._is_as_wished:
            of_list = _LIST_WIDTH + over // _PART_OF_THE_REST
            self.setSizes([of_list, event.size().width() - of_list])

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

    def _keep_wish(self) -> None:
        """Whoever has moved the border wants it there."""
        self._is_as_wished = True

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
