"""A rastered page on its desk: drawn pixel for pixel, or stretched until a sharper one comes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.wording import say
from ui.fact_marks import CHOSEN, DIFFERING, NO_MARKS, PageMarks, draw_marks
from ui.focus_ring import FocusRing
from ui.page_zones import PageZones, draw_zones
from ui.theme import HAIRLINE, shade

if TYPE_CHECKING:
    from app.preview import Raster

_MARGIN = 8


class Paper(QWidget):
    """Draws a raster without copying it; what Qt paints from is kept as long as it is shown."""

    # The number of a fact, or None beside all of them.
    fact_pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._raster: Raster | None = None
        self._image = QImage()
        self._page = QRectF()
        self._zones: PageZones | None = None
        self._marks: PageMarks = NO_MARKS
        self._chosen: int | None = None
        self._width_mm = 1.0
        self.setMouseTracking(True)

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

    def show_blank(self) -> None:
        """White, as wide and high as it was."""
        self._raster, self._image = None, QImage()
        self.show_marks(NO_MARKS, width_mm=self._width_mm)

    def show_marks(self, marks: PageMarks, *, width_mm: float) -> None:
        """Where facts stand on the page, which is so wide in millimetres; none is chosen."""
        self._marks, self._chosen, self._width_mm = marks, None, width_mm
        self.update()

    def choose(self, number: int | None) -> QRectF:
        """Marks a fact wherever it stands; gives the first such place, in logical pixels."""
        self._chosen = number
        self.update()
        first = next(iter(self._marks.zones_of(number)), None)
        if first is None:
            return QRectF()
        scale = self._scale()
        return QRectF(first.x * scale, first.y * scale, first.width * scale, first.height * scale)

    def show_size(self, size: QSizeF) -> None:
        self._page = QRectF(0, 0, size.width(), size.height())
        self.resize(round(size.width()), round(size.height()))

    def show_zones(self, zones: PageZones | None) -> None:
        self._zones = zones
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image.isNull():
            painter.fillRect(self._page, Qt.GlobalColor.white)
        else:
            painter.drawImage(self._page, self._image)
        scale, chosen = self._scale(), self._marks.zones_of(self._chosen)
        draw_marks(painter, self._marks.differing, look=DIFFERING, scale=scale)
        draw_marks(painter, chosen, look=CHOSEN, scale=scale)
        if self._zones:
            draw_zones(painter, self._zones, page=self._page)
        painter.setPen(shade(HAIRLINE))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.fact_pressed.emit(self._fact_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hand = self._fact_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def _fact_at(self, at: QPointF) -> int | None:
        return self._marks.fact_at(at.x() / self._scale(), at.y() / self._scale())

    def _scale(self) -> float:
        """Logical pixels a millimetre."""
        return self._page.width() / self._width_mm


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
        self.setAccessibleName(say("Brev"))
        FocusRing(self)

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
