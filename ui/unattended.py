"""Notices that nobody is at the program: no key, no mouse for a while, or a locked computer."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from ui.session_lock import is_locked

# A person who comes back to a computer that was locked for a moment finds it covered.
_LOOK_EVERY_MS = 2_000

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
_AWAY = frozenset({Qt.ApplicationState.ApplicationSuspended, Qt.ApplicationState.ApplicationHidden})


class Unattended(QObject):
    """`noticed` comes once for each time that nobody is there.

    It listens to the windows that get the focus, where keys and mouse come in once: a filter on
    the whole application would be asked about every event of every widget.
    """

    noticed = Signal()

    def __init__(
        self,
        parent: QObject,
        *,
        after_ms: int,
        locked: Callable[[], bool] = is_locked,
    ) -> None:
        """`after_ms` 0 is never; a locked computer counts all the same."""
        super().__init__(parent)
        self._after_ms = after_ms
        self._locked = locked
        self._idle = QTimer(self, singleShot=True, interval=after_ms)
        self._idle.timeout.connect(self.noticed)
        self._looking = QTimer(self, interval=_LOOK_EVERY_MS)
        self._looking.timeout.connect(self._look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._listen_to)
            application.applicationStateChanged.connect(self._note_state)
        self._listen_to(QGuiApplication.focusWindow())
        self._begin_again()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._begin_again()
        return super().eventFilter(watched, event)

    def _listen_to(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _begin_again(self) -> None:
        if self._after_ms:
            self._idle.start()

    def _note_state(self, state: Qt.ApplicationState) -> None:
        """Only a program that is not worked in can be behind a locked screen."""
        if state in _AWAY:
            self.noticed.emit()
        if state is Qt.ApplicationState.ApplicationActive:
            self._looking.stop()
        else:
            self._looking.start()

    def _look(self) -> None:
        if self._locked():
            self._looking.stop()
            self.noticed.emit()
