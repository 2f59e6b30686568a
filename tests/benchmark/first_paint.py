"""Shows one window, tells when it was first painted and ends: `empty`, or the `program`'s own."""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

_SIZE = (1440, 900)


class _FirstPaint(QObject):
    """Ends the process once the window has been painted whole, its children too."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, _tell)
        return super().eventFilter(watched, event)


def main() -> None:
    kind, folder = sys.argv[1:]
    if kind == "empty":
        _show_empty_window()
    else:
        _start_program(Path(folder))


def _show_empty_window() -> None:
    application = QApplication(sys.argv[:1])
    window = _watched(QMainWindow())
    window.resize(*_SIZE)
    window.show()
    application.exec()


def _start_program(folder: Path) -> None:
    """As `python -m app` does, with a window that tells."""
    from app import __main__ as program  # noqa: PLC0415 - not in the empty window's time
    from app import provision  # noqa: PLC0415 - as above

    provision.ensure(module="app")
    program.make_swift()
    from ui import application  # noqa: PLC0415 - after the settings, as in the program
    from ui.main_window import MainWindow  # noqa: PLC0415 - as above

    vars(application)["MainWindow"] = lambda: _watched(MainWindow())
    program._run_window(folder, program._early_settings(folder))


def _watched(window: QMainWindow) -> QMainWindow:
    window.installEventFilter(_FirstPaint(window))
    return window


def _tell() -> None:
    """Nothing is closed: what a program does after its first paint is not measured here."""
    sys.stdout.write(f"{time.time()}\n")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
