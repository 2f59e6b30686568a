"""A row of upright bars, each with its number; a screen reader gets all of them as one sentence."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import ACCENT, HAIRLINE, SECONDARY, TEXT, shade

# Logical pixels.
_LINE, _TALLEST, _NARROWEST, _GAP = 18, 90, 4, 2
_EVERY_LABEL = 44


class BarChart(QWidget):
    """Can be reached by Tab, so that what it tells can be heard."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[tuple[str, int], ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, title: str, bars: Sequence[tuple[str, int]]) -> None:
        self._bars = tuple(bars)
        told = ", ".join(f"{name}: {number}" for name, number in bars if number)
        self.setAccessibleName(title)
        self.setAccessibleDescription(told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _TALLEST + 2 * _LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(shade(HAIRLINE))
        foot = _LINE + _TALLEST
        painter.drawLine(0, foot, self.width(), foot)
        if self._bars:
            self._draw(painter, foot)
        if self.hasFocus():
            painter.setPen(shade(TEXT))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _draw(self, painter: QPainter, foot: int) -> None:
        most = max(number for _, number in self._bars) or 1
        step = self.width() / len(self._bars)
        each = ceil(_EVERY_LABEL / step)
        for at, (name, number) in enumerate(self._bars):
            left, height = at * step, _TALLEST * number / most
            width = max(step - _GAP, _NARROWEST)
            painter.fillRect(QRectF(left, foot - height, width, height), shade(ACCENT))
            painter.setPen(shade(SECONDARY))
            if at % each == 0:
                room = QRectF(left, foot, step * each, _LINE)
                painter.drawText(room, Qt.AlignmentFlag.AlignLeft | _MIDDLE, name)
            if number and step >= _LINE:
                over = QRectF(left, foot - height - _LINE, width, _LINE)
                painter.drawText(over, Qt.AlignmentFlag.AlignHCenter | _MIDDLE, str(number))


_MIDDLE = Qt.AlignmentFlag.AlignVCenter
