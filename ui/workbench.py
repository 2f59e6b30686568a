"""The working area: the list and what can be done about a row at left, both previews at right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.bookings_view import BookingsView
from ui.fix_panel import FixPanel
from ui.pane_pair import SIDE_BY_SIDE
from ui.preview_view import PreviewView
from ui.room import Room

# The list keeps its width and the previews take the rest. Of what is over, a part is the list's,
# whose remarks are cut before the letter's page is too small.
_LIST_WIDTH = 616
_PART_OF_THE_REST = 3
# As narrow as it becomes so that both previews stand side by side (ux.md, main window), with room
# for a remark in it.
_NARROW_LIST = 540
_LEAST_WIDTH = 440
_BESIDE_LIST, _AIR, _HANDLE = 4, 12, 4
_PREVIEW_WIDTH = SIDE_BY_SIDE + _BESIDE_LIST + _AIR


class Workbench(QSplitter):
    """Its parts are public: whoever leads the work speaks to each of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.bookings = BookingsView()
        self.fix_panel = FixPanel()
        self.preview = PreviewView()
        self._left, self._right = self._half(), self._half()
        self._left.addWidget(self.bookings, 1)
        self._left.addWidget(self.fix_panel)
        self._right.addWidget(self.preview)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(_HANDLE)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setSizes([_LIST_WIDTH, _PREVIEW_WIDTH])
        self._is_as_wished = False
        self.splitterMoved.connect(self._keep_wish)
        self.fit(Room.AMPLE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_as_wished:
            room = event.size().width() - _HANDLE
            self.setSizes([_list_width(room), room - _list_width(room)])

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 steps through."""
        return (self.bookings.table, self.fix_panel, *self.preview.panes())

    def fit(self, room: Room) -> None:
        air = 12 if room is Room.AMPLE else 2
        self._left.setContentsMargins(_AIR, 0, _BESIDE_LIST, air)
        self._left.setSpacing(8 if room is Room.AMPLE else 2)
        self._right.setContentsMargins(_BESIDE_LIST, 0, _AIR, air)
        for part in (self.bookings, self.fix_panel, self.preview):
            part.fit(room)

    def _keep_wish(self) -> None:
        """Whoever has moved the border wants it there."""
        self._is_as_wished = True

    def _half(self) -> QVBoxLayout:
        """In its place before it is filled: to move what has many parts takes long (measured)."""
        half = QWidget()
        half.setMinimumWidth(_LEAST_WIDTH)
        self.addWidget(half)
        return QVBoxLayout(half)


def _list_width(room: int) -> int:
    """Of the pixels for both: by the width alone, so that it does not matter what was before."""
    beside_previews = room - _PREVIEW_WIDTH
    if beside_previews >= _LIST_WIDTH:
        return _LIST_WIDTH + (beside_previews - _LIST_WIDTH) // _PART_OF_THE_REST
    return beside_previews if beside_previews >= _NARROW_LIST else _LIST_WIDTH
