"""The running program: the window is painted first, then the services are made behind it."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.appearance import Appearance
from app.errors import HistoryUnusable
from app.garbage import GarbageRound
from ui.appearance import STYLE, add_style_sheet, dress, follow_system
from ui.main_window import MainWindow
from ui.uncaught import install_error_dialog

if TYPE_CHECKING:
    from app.rescue import Rescue
    from app.services import Services
    from ui.task_runner import TaskRunner

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
    window = MainWindow()
    # On widgets that exist already, a style sheet costs half as much.
    add_style_sheet(application)
    # Left in reverse: nothing may work with the services any more when they are closed.
    with ExitStack() as open_things, ExitStack() as at_work:

        def begin() -> None:
            follow_system(application)
            tasks = _tasks_of(at_work)
            attach_services(
                window, tasks, open_things, open_services=open_services, rescue_of=rescue_of
            )

        window.installEventFilter(_FirstPaint(window, begin))
        window.show()
        code = application.exec()
    return code or int(window.has_failed)


class _FirstPaint(QObject):
    """Lets something begin after it.

    The window and a worker would only keep each other waiting before something is seen.
    """

    def __init__(self, window: MainWindow, begin: Callable[[], None]) -> None:
        super().__init__(window)
        # Not QTimer.singleShot: what was pressed in the meantime is answered first.
        self._pause = QTimer(self, interval=0, singleShot=True)
        self._pause.timeout.connect(begin)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._pause.start()
        return False


def _tasks_of(at_work: ExitStack) -> "TaskRunner":
    """What works beside the window, until `at_work` is left."""
    from ui.task_runner import TaskRunner  # noqa: PLC0415 - after the first paint

    tasks = TaskRunner()
    at_work.callback(tasks.stop)
    return tasks


def attach_services(
    window: MainWindow,
    tasks: "TaskRunner",
    open_things: ExitStack,
    *,
    open_services: OpenServices,
    rescue_of: RescueOf | None = None,
) -> None:
    """Makes the services in a worker and hands them to the window; `open_things` closes them."""
    from ui.task_runner import Lane  # noqa: PLC0415 - after the first paint

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
    tasks: "TaskRunner",
    error: Exception,
    *,
    rescue_of: RescueOf | None,
    again: Callable[[], None],
) -> None:
    """What a person can do about it themselves, or else only the error."""
    from ui.error_dialog import show_error  # noqa: PLC0415 - few starts need it
    from ui.rescuing import Rescuing  # noqa: PLC0415 - as above

    if rescue_of is not None and isinstance(error, HistoryUnusable):
        Rescuing(rescue_of(), tasks, window).offer(error, again=again)
    else:
        show_error(error)


def _back_up_daily(window: MainWindow, services: "Services", tasks: "TaskRunner") -> None:
    from ui.safekeeping import DailyBackup  # noqa: PLC0415 - after the first paint

    reminder = window.utskick_view.reminder

    def tell(sentence: str) -> None:
        reminder.show_notices((*services.notices, sentence))

    DailyBackup(services, tasks, parent=window, failed=tell)
