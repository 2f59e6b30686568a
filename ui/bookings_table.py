"""The table of bookings: whole rows, keys that mean the list, and rows drawn in one go."""

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHeaderView

from app.channels import channels_label
from app.draft import Channel
from app.rows import RowStatus
from app.wording import say
from ui.bookings_model import CHANNEL, PATIENT, ROW_NO, STATUS, VISIT, BookingsModel
from ui.room import Room
from ui.row_painting import RowPainter, cell_width, status_width
from ui.row_table import RowTable

_LEAST_NAME = 110
# With this five of six remarks are whole (measured over the samples).
_LEAST_REMARK = 170
# Holds any weekday, day and time, in either language.
_VISIT_WIDTH = 122
# Row numbers of several files and of groups are longer than what is shown of them.
_MOST_DIGITS = 6


class BookingsTable(RowTable):
    """Whole rows, one at a time; letters go to the family name that begins so."""

    space_pressed = Signal()
    shift_space_pressed = Signal()

    def __init__(self, model: BookingsModel) -> None:
        self._widths = _widths()
        super().__init__(model, name=say("Bokningar"), widths=self._widths)
        self._bookings = model
        self._room = Room.AMPLE
        self._typed = ""
        self._since_typed = QElapsedTimer()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # What scrolls is then moved as pixels; drawing all rows anew costs 10 ms a step (measured).
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setSectionResizeMode(PATIENT, QHeaderView.ResizeMode.Fixed)

    def keyboardSearch(self, search: str) -> None:
        """Letters typed soon after each other are one beginning, as in any list."""
        soon = self._is_typing()
        self._since_typed.restart() if self._since_typed.isValid() else self._since_typed.start()
        self._typed = (self._typed if soon else "") + search.casefold()
        here = self.currentIndex().row()
        place = self._bookings.at_or_after(self._typed, here if soon else here + 1)
        if place is not None:
            self.selectRow(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space approves, and with Shift it does so for all rows that ask the same.

        Held down it is one press: the row that it would go on with has been read by nobody.
        """
        if event.key() == Qt.Key.Key_Space and not self._is_typing():
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if not event.isAutoRepeat():
                (self.shift_space_pressed if shift else self.space_pressed).emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """In place of Qt's own way, which a busy worker would hold up."""
        painter = QPainter(self.viewport())
        rows = RowPainter(self, self._bookings, painter)
        # The row that was left and the one that was gone to may be a whole list apart.
        for area in event.region():  # type: ignore[attr-defined]  # the stub forgets that it can
            rows.paint(area)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The shown row stays in sight."""
        self._share_width()
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def fit_row_numbers(self, greatest: int) -> None:
        """What the numbers of a short list do not need is for names and remarks."""
        digits = "8" * min(len(str(greatest)), _MOST_DIGITS)
        header = self.horizontalHeader()
        width = max(cell_width((digits,), self.fontMetrics()), header.sectionSizeHint(ROW_NO))
        self._widths[ROW_NO] = width
        header.resizeSection(ROW_NO, width)
        self._share_width()

    def fit(self, room: Room) -> None:
        """In a low window the columns, which say themselves what they are, have no titles."""
        self._room = room
        self.horizontalHeader().setVisible(room is Room.AMPLE)
        self._share_width()

    def _share_width(self) -> None:
        """Name and remark share what the other columns leave, and the remark gets more of it.

        In a low window and in a narrow list there is no channel, which is told above the letter:
        the remarks need its room.
        """
        left = self.viewport().width() - sum(self._widths.values())
        has_channel = self._room is Room.AMPLE and left >= _LEAST_NAME + _LEAST_REMARK
        self.setColumnHidden(CHANNEL, not has_channel)
        left += 0 if has_channel else self._widths[CHANNEL]
        self.horizontalHeader().resizeSection(PATIENT, max(_LEAST_NAME, left * 2 // 5))

    def _is_typing(self) -> bool:
        interval = QApplication.keyboardInputInterval()
        return self._since_typed.isValid() and self._since_typed.elapsed() < interval


def _widths() -> dict[int, int]:
    """Of the columns whose words are known beforehand, in logical pixels; no word is cut."""
    metrics = QFontMetrics(QApplication.font())
    return {
        STATUS: status_width(RowStatus, metrics),
        VISIT: _VISIT_WIDTH,
        CHANNEL: cell_width((channels_label(tuple(Channel)),), metrics),
        ROW_NO: cell_width(("8" * _MOST_DIGITS,), metrics),
    }
