"""The first rows of an unknown file as they stand in it, under the names of our fields."""

from collections.abc import Collection, Mapping
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.layouts import Sheet
from app.wording import say
from ui.parts import folded_tip
from ui.theme import BASE_SIZE, HAIRLINE, HOVER, ROW_HEIGHT, shade, sized

_HIDDEN: Final = "(skyddad)"
_LEAST_WIDTH, _MOST_WIDTH = 88, 232
_PADDING = 6

# What the header's cell says over the file's own text: the names of our fields.
TITLE_ROLE: Final = int(Qt.ItemDataRole.UserRole)

Index = QModelIndex | QPersistentModelIndex


class SheetModel(QAbstractTableModel):
    """Cells are shown letter by letter. Of a hidden row nothing is shown but that it is there."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet: Sheet | None = None
        self._titles: Mapping[int, str] = {}
        self._hidden: Collection[int] = ()

    def show_sheet(self, sheet: Sheet) -> None:
        self.beginResetModel()
        self._sheet, self._titles, self._hidden = sheet, {}, ()
        self.endResetModel()

    def show_titles(self, titles: Mapping[int, str], *, hidden: Collection[int]) -> None:
        """The names of our fields by column, and the rows of protected identities."""
        self._titles, self._hidden = titles, hidden
        rows, columns = self.rowCount(), self.columnCount()
        if rows and columns:
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, columns - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(columns - 1, 0))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.header)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return folded_tip(self._text(index))
        if role == Qt.ItemDataRole.BackgroundRole:
            return QBrush(shade(HOVER)) if index.column() in self._titles else None
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        if orientation is not Qt.Orientation.Horizontal or self._sheet is None:
            return None
        title, header = self._titles.get(section, ""), self._sheet.header[section]
        if role == TITLE_ROLE:
            return title
        if role == Qt.ItemDataRole.DisplayRole:
            return header
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (
                say("{header}, vald som {title}", header=header, title=title)
                if title
                else say("{header}, inte vald", header=header)
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return folded_tip(header)
        return None

    def _text(self, index: Index) -> str:
        if self._sheet is None:
            return ""
        if index.row() in self._hidden:
            return _HIDDEN
        cells = self._sheet.rows[index.row()]
        return cells[index.column()] if index.column() < len(cells) else ""


class SheetTable(QTableView):
    """To be read, with the arrows too; nothing in it can be changed."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = SheetModel()
        self.setModel(self.rows)
        self.setAccessibleName(say("Filens första rader"))
        self.setHorizontalHeader(_Header())
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().hide()

    def show_sheet(self, sheet: Sheet) -> None:
        self.rows.show_sheet(sheet)
        self.resizeColumnsToContents()
        for column in range(self.rows.columnCount()):
            width = max(_LEAST_WIDTH, min(self.columnWidth(column), _MOST_WIDTH))
            self.setColumnWidth(column, width)
        self.scrollToTop()
        self.horizontalScrollBar().setValue(0)

    def show_titles(self, titles: Mapping[int, str], *, hidden: Collection[int]) -> None:
        """As the model does, with room for each name."""
        self.rows.show_titles(titles, hidden=hidden)
        metrics = QFontMetrics(sized(BASE_SIZE))
        for column, title in titles.items():
            needed = metrics.horizontalAdvance(title) + 2 * _PADDING + 1
            if self.columnWidth(column) < needed:
                self.setColumnWidth(column, needed)

    def show_column(self, column: int) -> None:
        """Brings a column into sight."""
        self.scrollTo(self.rows.index(0, column))


class _Header(QHeaderView):
    """Two lines: what a column is for us, marked where it is something, and its own header."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 2 * ROW_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802 - Qt's own name
        upper = QRect(rect.left(), rect.top(), rect.width(), ROW_HEIGHT)
        lower = QRect(rect.left(), upper.bottom() + 1, rect.width(), rect.height() - ROW_HEIGHT)
        title = self.model().headerData(section, self.orientation(), TITLE_ROLE)
        ground = QPalette.ColorRole.Highlight if title else QPalette.ColorRole.Window
        painter.save()
        painter.fillRect(upper, self.palette().color(ground))
        painter.fillRect(lower, self.palette().color(QPalette.ColorRole.Window))
        painter.setFont(sized(BASE_SIZE))
        self._write(painter, upper, title, QPalette.ColorRole.HighlightedText)
        painter.setFont(self.font())
        header = self.model().headerData(section, self.orientation())
        self._write(painter, lower, header, QPalette.ColorRole.WindowText)
        painter.setPen(shade(HAIRLINE))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _write(self, painter: QPainter, rect: QRect, text: str, colour: QPalette.ColorRole) -> None:
        inside = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        painter.setPen(self.palette().color(colour))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        at = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(inside, at, shown)
