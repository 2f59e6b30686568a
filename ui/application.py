"""The running program: the window is painted first, then the services are made behind it."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.appearance import Appearance
from app.garbage import GarbageRound
from ui.appearance import add_style_sheet, dress
from ui.error_dialog import install_error_dialog
from ui.main_window import MainWindow
from ui.task_runner import Lane, TaskRunner

if TYPE_CHECKING:
    from app.services import Services

_LOOK_EVERY_MS = 1_000
_NEEDED_NEXT = ("ui.history_view", "ui.utskick")

OpenServices = Callable[[], "AbstractContextManager[Services]"]


def run(open_services: OpenServices, *, appearance: Appearance = Appearance.SYSTEM) -> int:
    """Shows the window and gives the exit code when it has closed; 1 where it could not start."""
    application = QApplication(sys.argv[:1])
    dress(application, appearance=appearance)
    install_error_dialog()
    window, tasks = MainWindow(), TaskRunner()
    # On widgets that exist already, a style sheet costs half as much.
    add_style_sheet(application)
    with ExitStack() as open_things:
        _after_first_paint(
            window,
            lambda: attach_services(window, tasks, open_things, open_services=open_services),
        )
        window.show()
        code = application.exec()
        # Nothing may work with the services any more when they are closed.
        tasks.stop()
        return code or int(window.has_failed)


def _after_first_paint(window: MainWindow, begin: Callable[[], None]) -> None:
    """The window and a worker would only keep each other waiting before something is seen."""
    painted = _FirstPaint(window)
    window.installEventFilter(painted)
    painted.happened.connect(begin, Qt.ConnectionType.QueuedConnection)


class _FirstPaint(QObject):
    happened = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self.happened.emit()
        return False


def attach_services(
    window: MainWindow,
    tasks: TaskRunner,
    open_things: ExitStack,
    *,
    open_services: OpenServices,
) -> None:
    """Makes the services in a worker and hands them to the window; `open_things` closes them."""

    def make() -> "Services":
        services = open_things.enter_context(open_services())
        services.warm_up()
        # What the window will need next takes long to import, so the worker does that too.
        for module in _NEEDED_NEXT:
            import_module(module)
        return services

    def begin(services: "Services") -> None:
        window.attach(services, tasks)
        looking = QTimer(window)
        looking.timeout.connect(GarbageRound().look)
        looking.start(_LOOK_EVERY_MS)

    tasks.run(
        Lane.BATCH,
        make,
        done=begin,
        failed=window.show_failure,
    )
