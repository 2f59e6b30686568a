"""A change of many rows, made a few portions at a time so that the window never waits for it."""

from collections.abc import Callable, Iterator
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal

from app.worklist import Worklist
from ui.bookings_model import Line, lines

# More than one, so that what is a single portion is made at once.
_PORTIONS_A_TURN = 2

Lines = dict[int, Line]
Portions = Iterator[tuple[int, ...]]


class GradualChange(QObject):
    """One change at a time. Its rows are shown when all of it is made, in one go.

    `made` carries their numbers, in a turn of its own where the change took several.
    """

    made = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._go_on: Callable[[], None] | None = None
        self._pause = QTimer(self, interval=0, singleShot=True)
        self._pause.timeout.connect(self._turn)

    def make(
        self, portions: Portions, *, worklist: Worklist, show: Callable[[Lines], None]
    ) -> None:
        """`portions` changes some rows of the list each time that it is asked for their numbers.

        `show` gets the lines of all changed rows: at once where there are few.
        """
        self.finish()
        changed: Lines = {}

        def change() -> None:
            came = tuple(islice(portions, _PORTIONS_A_TURN))
            for row_nos in came:
                changed.update(lines(map(worklist.row, row_nos)))
            self._pause.start()
            if len(came) < _PORTIONS_A_TURN:
                self._go_on = tell
                show(_as_they_are_now(changed, worklist))

        def tell() -> None:
            self._go_on = None
            if changed:
                self.made.emit(tuple(changed))

        self._go_on = change
        change()
        if self._go_on is tell:
            tell()

    def finish(self) -> None:
        """Whoever comes next finds the change made, however long it takes."""
        while self._go_on is not None:
            self._go_on()

    def _turn(self) -> None:
        if self._go_on is not None:
            self._go_on()


def _as_they_are_now(made: Lines, worklist: Worklist) -> Lines:
    """A row may have been checked between two turns."""
    rows = map(worklist.row, made)
    pairs = zip(made.values(), rows, strict=True)
    return {row.row_no: line if line.row is row else Line.of(row) for line, row in pairs}
