"""A low table that is only read, and that says it in words when it has no lines."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from ui.theme import SECONDARY, shade

# Logical pixels of a table at most; it scrolls.
_HIGHEST = 180
_MARGIN = 4


class ReadTable(QTableWidget):
    """A whole row is chosen at a time, and Tab leaves the table.

    `empty` is the sentence in place of the lines, once it is known that there are none.
    """

    def __init__(self, headers: Sequence[str], name: str, *, empty: str) -> None:
        super().__init__(0, len(headers))
        self._empty = empty
        self.setHorizontalHeaderLabels(list(headers))
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self._fit()

    @property
    def chosen(self) -> int:
        """The row that is chosen, or -1."""
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def show_lines(self, told: Sequence[Sequence[str]]) -> None:
        self.setRowCount(len(told))
        for row, texts in enumerate(told):
            for column, text in enumerate(texts):
                self.setItem(row, column, QTableWidgetItem(text))
        self.setAccessibleDescription("" if told else self._empty)
        self._fit()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sentence is the description that a screen reader reads."""
        super().paintEvent(event)
        if sentence := self.accessibleDescription():
            painter = QPainter(self.viewport())
            painter.setPen(shade(SECONDARY))
            place = self.viewport().rect().adjusted(_MARGIN, 0, -_MARGIN, 0)
            where = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, where, sentence)
            painter.end()

    def _fit(self) -> None:
        """An empty table is no higher than one with a single row."""
        rows = max(1, self.rowCount()) * self.verticalHeader().defaultSectionSize()
        whole = rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        self.setFixedHeight(min(whole, _HIGHEST))
