"""The running program: the window is painted first, then the services are made behind it."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.appearance import Appearance
from app.errors import HistoryUnusable
from app.garbage import GarbageRound
from ui.appearance import STYLE, add_style_sheet, dress
from ui.error_dialog import install_error_dialog, show_error
from ui.main_window import MainWindow
from ui.task_runner import Lane, TaskRunner

if TYPE_CHECKING:
    from app.rescue import Rescue
    from app.services import Services

_LOOK_EVERY_MS = 1_000
_NEEDED_NEXT = (
    *("ui.history_view", "ui.utskick", "ui.safekeeping", "ui.closing", "ui.conduct_dialog"),
    *("ui.templates_view", "ui.evaluation_view", "ui.settings_view", "ui.settings_keeping"),
    *("ui.own_unit", "ui.oversight", "ui.copied", "ui.unattended", "app.template_versions"),
)
_ALL_DONE = object()

OpenServices = Callable[[], "AbstractContextManager[Services]"]
RescueOf = Callable[[], "Rescue"]


def run(
    open_services: OpenServices,
    *,
    appearance: Appearance = Appearance.SYSTEM,
    rescue_of: RescueOf | None = None,
) -> int:
    """Shows the window and gives the exit code when it has closed; 1 where it could not start.

    `rescue_of` gives what can be done about a history that cannot be opened.
    """
    # As an argument, since setStyle() would hand over the style: 5 ms for Python's type of it.
    application = QApplication([*sys.argv[:1], "-style", STYLE])
    dress(application, appearance=appearance)
    install_error_dialog()
    window, tasks = MainWindow(), TaskRunner()
    # On widgets that exist already, a style sheet costs half as much.
    add_style_sheet(application)
    with ExitStack() as open_things:
        _after_first_paint(
            window,
            lambda: attach_services(
                window, tasks, open_things, open_services=open_services, rescue_of=rescue_of
            ),
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
    rescue_of: RescueOf | None = None,
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
        window.has_failed = False
        steps = window.attaching(services, tasks)
        # Not QTimer.singleShot, whose steps would all come in one turn of the window's.
        pause = QTimer(window, interval=0, singleShot=True)

        def go_on() -> None:
            if next(steps, _ALL_DONE) is _ALL_DONE:
                _back_up_daily(window, services, tasks)
                _look_for_garbage(window)
            else:
                pause.start()

        pause.timeout.connect(go_on)
        go_on()

    def tell(error: Exception) -> None:
        again = partial(
            attach_services,
            window,
            tasks,
            open_things,
            open_services=open_services,
            rescue_of=rescue_of,
        )
        _offer_rescue(window, tasks, error, rescue_of=rescue_of, again=again)

    tasks.run(
        Lane.BATCH,
        make,
        done=begin,
        failed=lambda error: window.show_failure(error, tell=tell),
    )


def _look_for_garbage(window: MainWindow) -> None:
    looking = QTimer(window)
    looking.timeout.connect(GarbageRound().look)
    looking.start(_LOOK_EVERY_MS)


def _offer_rescue(
    window: MainWindow,
    tasks: TaskRunner,
    error: Exception,
    *,
    rescue_of: RescueOf | None,
    again: Callable[[], None],
) -> None:
    """What a person can do about it themselves, or else only the error."""
    from ui.rescuing import Rescuing  # noqa: PLC0415 - few starts need it

    if rescue_of is not None and isinstance(error, HistoryUnusable):
        Rescuing(rescue_of(), tasks, window).offer(error, again=again)
    else:
        show_error(error)


def _back_up_daily(window: MainWindow, services: "Services", tasks: TaskRunner) -> None:
    from ui.safekeeping import DailyBackup  # noqa: PLC0415 - after the first paint

    reminder = window.utskick_view.reminder

    def tell(sentence: str) -> None:
        reminder.show_notices((*services.notices, sentence))

    DailyBackup(services, tasks, parent=window, failed=tell)
