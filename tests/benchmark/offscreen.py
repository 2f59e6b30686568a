"""The one application that windows are measured in, and waiting for what they do."""

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from ui.appearance import apply_theme
from ui.tour_driver import tell_but_for_the_platform

PATIENCE_S = 120.0
BEAT_MS = 4


def application() -> QApplication:
    """Made and dressed when it is first asked for."""
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    qInstallMessageHandler(tell_but_for_the_platform)
    made = QApplication([])
    apply_theme(made)
    return made


def wait_until(condition: Callable[[], bool]) -> None:
    """Lets the windows work until something holds. Raises TimeoutError."""
    loop, end = QEventLoop(), perf_counter() + PATIENCE_S
    while not condition():
        if perf_counter() > end:
            raise TimeoutError
        QTimer.singleShot(BEAT_MS, loop.quit)
        loop.exec()


def let_pass(seconds: float) -> None:
    """Nobody touches a window; what it does of itself goes on."""
    end = perf_counter() + seconds
    wait_until(lambda: perf_counter() > end)


class Painting(QObject):
    """`ended` comes when all of a window that waited to be painted has been, before anything else.

    A timer would come after others, whose work the painting does not wait for.
    """

    ended = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.UpdateRequest:
            return False
        watched.event(event)
        self.ended.emit()
        return True
