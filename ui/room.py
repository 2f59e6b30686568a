"""How much room a window's height leaves: a low one gives its air, not its words, to the list."""

from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from ui.named_values import set_named

# Logical pixels (ux.md): the least that a window may be where the screen is no smaller, and its
# first size.
_SMALLEST = (1024, 560)
_FIRST = (1440, 900)


class Room(Enum):
    """From a screen's full height to that of a small laptop whose text is enlarged."""

    AMPLE = auto()
    SNUG = auto()
    TIGHT = auto()

    @classmethod
    def of(cls, height: int) -> "Room":
        """`height` of a window, in logical pixels."""
        if height < _TIGHT_BELOW:
            return cls.TIGHT
        return cls.SNUG if height < _SNUG_BELOW else cls.AMPLE


_TIGHT_BELOW, _SNUG_BELOW = 640, 800


class FitsRoom(Protocol):
    def fit(self, room: Room) -> None: ...


class WindowRoom(QObject):
    """Tells the parts of a window when its height has become another kind of room."""

    changed = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._room = Room.of(window.height())
        window.installEventFilter(self)

    def guide(self, *parts: FitsRoom) -> None:
        """From here on the parts follow, and at once."""
        for part in parts:
            self.changed.connect(part.fit)
            part.fit(self._room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            room = Room.of(watched.height())
            if room is not self._room:
                self._room = room
                self.changed.emit(room)
        return super().eventFilter(watched, event)


class Views(QStackedWidget):
    """Asks for no more room than the view that is shown; a wider one beside it is not seen."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """No more than it needs: what it wishes would make a low window one to scroll in.

        For where a sentence beside it wraps, Qt counts the height by wishes and not by needs.
        """
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown else super().minimumSizeHint()


def scrolled(inside: QWidget) -> QScrollArea:
    """What does not fit on a screen smaller than `_SMALLEST` is scrolled to, with no Tab stop."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    set_named(area, focusPolicy="NoFocus")
    area.setWidgetResizable(True)
    area.setWidget(inside)
    return area


def size_to_screen(window: QWidget) -> None:
    """The window's first and least sizes, neither larger than what its screen has to give."""
    given = window.screen().availableSize()
    window.setMinimumSize(min(_SMALLEST[0], given.width()), min(_SMALLEST[1], given.height()))
    window.resize(min(_FIRST[0], given.width()), min(_FIRST[1], given.height()))
