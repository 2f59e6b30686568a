"""The table of bookings: whole rows, keys that mean the list, and rows drawn in one go."""

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from app.wording import say
from ui.bookings_model import CHANNEL, PATIENT, REMARK, ROW_NO, STATUS, VISIT, BookingsModel
from ui.row_painting import RowPainter
from ui.theme import ROW_HEIGHT

_LEAST_NAME = 136
_WIDTHS = {STATUS: 108, VISIT: 122, CHANNEL: 90, ROW_NO: 48}


class BookingsTable(QTableView):
    """Whole rows, one at a time; letters go to the family name that begins so."""

    space_pressed = Signal()
    shift_space_pressed = Signal()

    def __init__(self, model: BookingsModel) -> None:
        super().__init__()
        self._bookings = model
        self._typed = ""
        self._since_typed = QElapsedTimer()
        self.setModel(model)
        self.setAccessibleName(say("Bokningar"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        # What scrolls is then moved as pixels; drawing all rows anew costs 10 ms a step (measured).
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self._size_sections()

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
        """Home and End mean the list's, the arrows sideways nothing, and Space approves.

        With Shift it approves for all rows that ask the same.
        """
        key = event.key()
        if key == Qt.Key.Key_Space and not self._is_typing():
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.shift_space_pressed if shift else self.space_pressed).emit()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self._bookings.rowCount():
            self.selectRow(0 if key == Qt.Key.Key_Home else self._bookings.rowCount() - 1)
        elif key not in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """In place of Qt's own way, which a busy worker would hold up."""
        painter = QPainter(self.viewport())
        RowPainter(self, self._bookings, painter).paint(event.rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name and remark share what the other columns leave, and the shown row stays in sight."""
        left = self.viewport().width() - sum(_WIDTHS.values())
        self.horizontalHeader().resizeSection(PATIENT, max(_LEAST_NAME, left * 9 // 20))
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def _is_typing(self) -> bool:
        interval = QApplication.keyboardInputInterval()
        return self._since_typed.isValid() and self._since_typed.elapsed() < interval

    def _size_sections(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.hide()
        columns.setTextElideMode(Qt.TextElideMode.ElideRight)
        columns.setHighlightSections(False)
        columns.setSectionsClickable(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setSectionResizeMode(REMARK, QHeaderView.ResizeMode.Stretch)
        for section, width in _WIDTHS.items():
            columns.resizeSection(section, width)
