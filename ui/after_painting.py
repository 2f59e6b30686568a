"""What is done when all that waits to be painted has been."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal


class AfterPainting(QObject):
    """Only what was asked for last is done, and only once.

    A worker that computes keeps the window waiting for the interpreter's lock, so it begins here.
    """

    _asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._then: Callable[[], None] | None = None
        # Of no length, so that it ends in the turn after the one that paints.
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)
        # Posted, and so begun with the painting: begun at once, while another timer is due, it
        # would end with that one, before anything is painted.
        self._asked.connect(self._turn.start, Qt.ConnectionType.QueuedConnection)

    @property
    def is_waiting(self) -> bool:
        return self._then is not None

    def do(self, then: Callable[[], None]) -> None:
        self._then = then
        self._asked.emit()

    def cancel(self) -> None:
        self._then = None

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then:
            then()
