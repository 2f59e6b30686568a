"""A short table of what was counted: words, and how many of each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from app.evaluation_report import number
from app.wording import say

# Logical pixels.
_LOWEST = 160

# Words, and then their number, each under a head that stands as they do.
_ALIGNED = (
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
)


class CountTable(QTableWidget):
    def __init__(self, name: str, *, words: str) -> None:
        """`words` is the head of the words."""
        super().__init__(0, len(_ALIGNED))
        self.setAccessibleName(name)
        for column, head in enumerate((words, say("Antal"))):
            self.setHorizontalHeaderItem(column, _cell(head, column))
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(False)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(_LOWEST)

    def show_counts(self, lines: Sequence[tuple[str, int]]) -> None:
        self.setRowCount(len(lines))
        for row, (words, count) in enumerate(lines):
            for column, text in enumerate((words, number(count))):
                self.setItem(row, column, _cell(text, column))


def _cell(text: str, column: int) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setTextAlignment(_ALIGNED[column])
    return item
