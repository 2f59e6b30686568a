"""The keys on one A4, for a printer or as a PDF file."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from app.wording import say
from ui.shortcuts import Section
from ui.theme import sized

# All in points of 1/72 inch.
_PAGE_WIDTH = 595
_MARGIN, _BETWEEN = 40, 27
_TITLE, _HEADING, _TEXT = 18, 11, 9
_LINE = 13
_KEY_WIDTH = 84
_COLUMN_WIDTH = (_PAGE_WIDTH - 2 * _MARGIN - _BETWEEN) / 2


def put_on_page(sections: Sequence[Section], *, device: QPagedPaintDevice) -> None:
    """Black on white, whatever the window looks like."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
    painter = QPainter(device)
    painter.scale(device.logicalDpiX() / 72, device.logicalDpiY() / 72)
    painter.setFont(sized(_TITLE))
    painter.drawText(_MARGIN, _MARGIN + _TITLE, say("Kortkommandon"))
    for place, column in enumerate(in_columns(sections, number=2)):
        _draw_column(painter, column, left=_MARGIN + place * (_COLUMN_WIDTH + _BETWEEN))
    painter.end()


def in_columns(sections: Sequence[Section], *, number: int) -> list[list[Section]]:
    """Columns of about the same height, in the order of reading."""
    enough = _height(sections) / number
    columns: list[list[Section]] = [[]]
    for section in sections:
        is_full = _height(columns[-1]) + _height([section]) / 2 > enough
        if is_full and len(columns) < number:
            columns.append([])
        columns[-1].append(section)
    return columns


def _height(sections: Sequence[Section]) -> int:
    """In lines."""
    return sum(len(section.keys) + 2 for section in sections)


def _draw_column(painter: QPainter, sections: Sequence[Section], *, left: float) -> None:
    line = QRectF(left, _MARGIN + 2 * _TITLE, _COLUMN_WIDTH, _LINE)
    for section in sections:
        painter.setFont(sized(_HEADING))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, section.heading)
        painter.setFont(sized(_TEXT, QFont.Weight.Normal))
        for text, key in section.keys:
            line.translate(0, _LINE)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
            keys = line.adjusted(_COLUMN_WIDTH - _KEY_WIDTH, 0, 0, 0)
            painter.drawText(keys, Qt.AlignmentFlag.AlignVCenter, key)
        line.translate(0, 2 * _LINE)
