"""A row that goes on in the next line where it has no more room."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flowing(QLayout):
    """What is hidden takes no room."""

    def __init__(self, widgets: Sequence[QWidget], *, spacing: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        # By width, each as logical pixels: a window that is laid out asks dozens of times.
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more than its lines."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's own name
        if width not in self._heights:
            places = self._places(width)
            self._heights[width] = max((place.bottom() + 1 for place in places), default=0)
        return self._heights[width]

    def invalidate(self) -> None:
        """Called by Qt where an item has another size, is shown or hidden, comes or goes."""
        super().invalidate()
        self._heights.clear()

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._shown]
        wide = sum(size.width() + self.spacing() for size in sizes) - self.spacing()
        return QSize(max(0, wide), max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest alone."""
        widest = QSize(0, 0)
        for item in self._shown:
            widest = widest.expandedTo(item.minimumSize())
        return widest

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        for item, at in zip(self._shown, self._places(place.width()), strict=True):
            item.setGeometry(at.translated(place.topLeft()))

    @property
    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, width: int) -> list[QRect]:
        """From the top left corner of a row that is so wide."""
        places, at, lowest = list[QRect](), QPoint(0, 0), 0
        for item in self._shown:
            size = item.sizeHint()
            if at.x() and at.x() + size.width() > width:
                at = QPoint(0, lowest + self.spacing())
            places.append(QRect(at, size))
            lowest = max(lowest, at.y() + size.height())
            at += QPoint(size.width() + self.spacing(), 0)
        return places
