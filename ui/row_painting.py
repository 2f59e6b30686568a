"""The rows of the bookings' list, drawn in one go.

Qt's own delegate asks the model some thousand questions for each paint, and while a worker is busy
each of them waits its turn for the interpreter: 45 ms in place of 8. Drawn here it is one turn.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QTableView

from ui.bookings_model import ROW_NO, STATUS, BookingsModel
from ui.theme import LOOKS, icon, shade

# As Qt's own delegate has them, in logical pixels.
_MARGIN = 3
_ICON = QSize(16, 16)
_BEFORE_WORD = _ICON.width() + 2 * _MARGIN


def cell_width(texts: Iterable[str], metrics: QFontMetrics) -> int:
    """What a column takes, in logical pixels, so that none of the texts is cut."""
    return max(map(metrics.horizontalAdvance, texts)) + 2 * _MARGIN


def status_width(words: Iterable[str], metrics: QFontMetrics) -> int:
    """As `cell_width`, for words that stand behind their icons."""
    return cell_width(words, metrics) + _BEFORE_WORD


class _Worn(NamedTuple):
    """How a status looks now."""

    ground: QColor
    colour: QColor
    icon: QPixmap


class RowPainter:
    """Draws rows, all of one height, into a table's viewport.

    What is the same in many rows is asked for once: most questions about colours and icons let go
    of the interpreter, and a busy worker gives it back a millisecond later (measured).
    """

    def __init__(self, table: QTableView, model: BookingsModel, painter: QPainter) -> None:
        self._table = table
        self._model = model
        self._painter = painter
        self._palette = table.palette()
        self._ink = self._palette.text().color()
        self._metrics = table.fontMetrics()
        self._worn: dict[str, _Worn] = {}
        self._columns = {
            column: (table.columnViewportPosition(column), table.columnWidth(column))
            for column in range(model.columnCount())
            if not table.isColumnHidden(column)
        }

    def paint(self, area: QRect) -> None:
        """What lies in a part of the viewport: rows, and the ground below the last."""
        self._painter.fillRect(area, self._palette.base())
        first, current = self._table.rowAt(area.top()), self._table.currentIndex().row()
        if first < 0:
            return
        top, height = self._table.rowViewportPosition(first), self._table.rowHeight(first)
        line = QRect(0, top, self._table.viewport().width(), height)
        for row in range(first, self._model.rowCount()):
            if line.top() > area.bottom():
                return
            draw = self._chosen if row == current else self._usual
            draw(line, self._model.cells(row))
            line.translate(0, height)

    def _usual(self, line: QRect, cells: Sequence[str]) -> None:
        worn = self._look(cells[STATUS])
        left, width = self._columns[STATUS]
        self._painter.fillRect(left, line.top(), width, line.height(), worn.ground)
        self._painter.setPen(worn.colour)
        self._status(line, cells[STATUS], worn.icon)
        self._painter.setPen(self._ink)
        self._others(line, cells)

    def _chosen(self, line: QRect, cells: Sequence[str]) -> None:
        self._painter.fillRect(line, self._palette.highlight())
        self._painter.setPen(self._palette.highlightedText().color())
        self._status(line, cells[STATUS], self._icon(cells[STATUS], QIcon.Mode.Selected))
        self._others(line, cells)

    def _look(self, word: str) -> _Worn:
        if word not in self._worn:
            ground, colour = shade(LOOKS[word].ground), shade(LOOKS[word].colour)
            self._worn[word] = _Worn(ground, colour, self._icon(word, QIcon.Mode.Normal))
        return self._worn[word]

    def _icon(self, word: str, mode: QIcon.Mode) -> QPixmap:
        drawn = icon(LOOKS[word].icon, colour=LOOKS[word].colour)
        return drawn.pixmap(_ICON, self._table.devicePixelRatioF(), mode)

    def _status(self, line: QRect, word: str, drawn: QPixmap) -> None:
        left, width = self._columns[STATUS]
        above = (line.height() - _ICON.height()) // 2
        self._painter.drawPixmap(left + _MARGIN, line.top() + above, drawn)
        self._text(line, self._fitting(word, width - _BEFORE_WORD), left + _BEFORE_WORD)

    def _others(self, line: QRect, cells: Sequence[str]) -> None:
        for column, (left, width) in self._columns.items():
            text = self._fitting(cells[column], width)
            if column == ROW_NO:
                start = left + width - _MARGIN - self._metrics.horizontalAdvance(text)
                self._text(line, text, start)
            elif column != STATUS and text:
                self._text(line, text, left + _MARGIN)

    def _fitting(self, text: str, width: int) -> str:
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - 2 * _MARGIN)

    def _text(self, line: QRect, text: str, start: int) -> None:
        """By its start and base line: Qt then draws without letting go of the interpreter."""
        ascent, descent = self._metrics.ascent(), self._metrics.descent()
        base = line.top() + (line.height() + ascent - descent + 1) // 2
        self._painter.drawText(start, base, text)
