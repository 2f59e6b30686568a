"""What the status bar tells, of the file and the inbox; in a low window it is told further up."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QStatusBar, QWidget

from ui.room import Room

if TYPE_CHECKING:
    from ui.file_line import FileLine
    from ui.parts import Label
    from ui.utskick_view import UtskickView


class StatusLine(QWidget):
    """A line of its own costs a low window a row of its list: there the bar that sends holds it."""

    def __init__(self, file_line: "FileLine", inbox_line: "Label") -> None:
        super().__init__()
        self._room = Room.AMPLE
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(file_line, 1)
        self._layout.addWidget(inbox_line)

    def stand_in(self, bar: QStatusBar, *, low: "UtskickView", views: QStackedWidget) -> None:
        """From here on it is in the status bar, or where `low` is shown in a low window there."""
        self._bar, self._low, self._views = bar, low, views
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(8, 0, 8, 0)
        views.currentChanged.connect(self._place)
        self._place()

    def fit(self, room: Room) -> None:
        self._room = room
        self._place()

    def _place(self) -> None:
        is_low = self._room is not Room.AMPLE and self._views.currentWidget() is self._low
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.TopToBottom if is_low else direction.LeftToRight)
        if is_low:
            self._bar.removeWidget(self)
            self._low.dispatch_bar.hold(self)
        else:
            self._bar.addWidget(self, 1)
        self._bar.setHidden(is_low)
        self.show()
