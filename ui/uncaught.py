"""The errors that nobody caught, brought to the window's thread and shown there."""

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication


def install_error_dialog() -> None:
    """From here on, an error that nobody caught is shown, whichever thread it happened in."""
    bridge = _Bridge(QApplication.instance())

    def in_window(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        bridge.caught.emit(error)

    def in_thread(arguments: threading.ExceptHookArgs) -> None:
        bridge.caught.emit(arguments.exc_value)

    sys.excepthook = in_window
    threading.excepthook = in_thread


class _Bridge(QObject):
    caught = Signal(object)

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self.caught.connect(self._show_next)

    @Slot(object)
    def _show_next(self, error: BaseException) -> None:
        """In a turn of its own: the error may come from the midst of something of Qt's."""
        from ui.error_dialog import show_error  # noqa: PLC0415 - no start waits for a dialog

        QTimer.singleShot(0, lambda: show_error(error))
