"""A rastered page on its desk: drawn pixel for pixel, or stretched until a sharper one comes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.page_zones import PageZones, draw_zones
from ui.theme import HAIRLINE

if TYPE_CHECKING:
    from app.preview import Raster

_MARGIN = 8


class Paper(QWidget):
    """Draws a raster without copying it; what Qt paints from is kept as long as it is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._raster: Raster | None = None
        self._image = QImage()
        self._zones: PageZones | None = None

    def show_raster(self, raster: "Raster", *, size: QSizeF) -> None:
        """`size` in logical pixels; sharp where it is the raster's own on this screen."""
        self._image = QImage(
            raster.pixels,
            raster.width,
            raster.height,
            raster.stride,
            QImage.Format.Format_RGB32,
        )
        self._raster = raster
        self.show_size(size)
        self.update()

    def show_size(self, size: QSizeF) -> None:
        self._page = QRectF(0, 0, size.width(), size.height())
        self.resize(round(size.width()), round(size.height()))

    def show_zones(self, zones: PageZones | None) -> None:
        self._zones = zones
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._page, self._image)
        if self._zones:
            draw_zones(painter, self._zones, page=self._page)
        painter.setPen(QColor(HAIRLINE))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PaperDesk(QScrollArea):
    """Holds the paper in its middle. Page Up and Page Down turn the page at its ends."""

    # +1 towards the end, -1 towards the beginning.
    turned = Signal(int)
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.paper = Paper()
        self.setWidget(self.paper)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName("Brev")

    def room(self) -> QSize:
        """Logical pixels for the page, with its margins and a scroll bar taken off."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self.width() - bar - 2 * _MARGIN, self.height() - _MARGIN)

    def show_top(self) -> None:
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, before = self.verticalScrollBar(), self.verticalScrollBar().value()
        super().keyPressEvent(event)
        if bar.value() == before and event.key() in _TURNS:
            self.turned.emit(_TURNS[event.key()])


_TURNS = {int(Qt.Key.Key_PageDown): 1, int(Qt.Key.Key_PageUp): -1}
