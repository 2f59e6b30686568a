"""Tables of whole rows, each row told by its model under columns that have names."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.theme import ROW_HEIGHT

Index = QModelIndex | QPersistentModelIndex

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class RowModel(QAbstractTableModel):
    """Knows its columns by their headers; what stands in the rows is for the derived model."""

    def __init__(self, headers: tuple[str, ...]) -> None:
        super().__init__()
        self._headers = headers

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._headers)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._headers):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return _LEFT if role == Qt.ItemDataRole.TextAlignmentRole else None


class RowTable(QTableView):
    """Rows of one height, chosen one at a time. Columns without a width share what is left."""

    def __init__(self, model: QAbstractTableModel, *, name: str, widths: Mapping[int, int]) -> None:
        """`name` is the table's for a screen reader; `widths` are in logical pixels, by column."""
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self._size_sections(widths)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End mean the list's, and the arrows sideways nothing."""
        key, last = event.key(), self.model().rowCount() - 1
        if key in {Qt.Key.Key_Home, Qt.Key.Key_End} and last >= 0:
            self.selectRow(0 if key == Qt.Key.Key_Home else last)
        elif key not in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's own name
        """Qt would make the first row current unseen: Down would pass it, and its letter open."""
        chosen = self.selectionModel()
        if chosen.currentIndex().isValid():
            super().focusInEvent(event)
            return
        with QSignalBlocker(chosen):
            super().focusInEvent(event)
            chosen.clearCurrentIndex()

    def _size_sections(self, widths: Mapping[int, int]) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.hide()
        columns.setHighlightSections(False)
        # With the rows' own it would be painted anew at every step through them.
        columns.setSelectionModel(QItemSelectionModel(self.model(), columns))
        columns.setSectionsClickable(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for section, width in widths.items():
            columns.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
            columns.resizeSection(section, width)
