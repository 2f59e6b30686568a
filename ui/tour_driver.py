"""The tour's hands and eyes: real keys and clicks, waiting with an end, pictures of the screen."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QMessageLogContext, Qt, QTimer, QtMsgType
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.wording import say
from ui.error_dialog import ErrorDialog, trace_without_values
from ui.main_window import MainWindow
from ui.task_runner import TaskRunner

_PATIENCE_S = 120.0
_BREATH_MS = 20
_CALM = 15

Found = TypeVar("Found", bound=QWidget)


class TourFailed(Exception):
    """A step did not do what it should; the message names the step."""


class Driver:
    """`bugs` gets every error that nobody caught; the first one ends the tour."""

    def __init__(
        self, window: MainWindow, tasks: TaskRunner, folder: Path, *, bugs: list[BaseException]
    ) -> None:
        self.window = window
        self._tasks = tasks
        self._folder = folder
        self._bugs = bugs
        self._pictures = 0

    def key(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        *,
        at: QWidget | None = None,
    ) -> None:
        """Presses a key where the focus is, as a person does."""
        if QApplication.activeWindow() is None:
            # Without a window manager nobody gives it back when a dialog has closed.
            self.window.activateWindow()
            self.wait(say("fönstret blir aktivt"), self.window.isActiveWindow)
        QTest.keyClick(at or QApplication.focusWidget() or self.window, key, modifier)
        self._look_for_trouble()

    def write(self, text: str, *, at: QWidget) -> None:
        # QTest's own typing knows no letter beyond ASCII.
        for character in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(at, event)
        self._look_for_trouble()

    def click(self, text: str, *, inside: QWidget | None = None) -> None:
        """Clicks the visible button with this text, or that is called so by a screen reader.

        It may be grey for a moment, as the samples are while the list of last time is looked for.
        """
        buttons = (inside or self.window).findChildren(QAbstractButton)
        called = (one for one in buttons if text in {one.text(), one.accessibleName()})
        button = next((one for one in called if one.isVisible()), None)
        if button is None:
            raise TourFailed(say("knappen «{text}» syns inte", text=text))
        self.wait(say("knappen «{text}» går att trycka på", text=text), button.isEnabled)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self._look_for_trouble()

    def wait(self, step: str, condition: Callable[[], bool]) -> None:
        """Lets the program work until the condition holds."""
        end = time.monotonic() + _PATIENCE_S
        while not condition():
            _breathe()
            self._look_for_trouble()
            if time.monotonic() > end:
                raise TourFailed(
                    say(
                        "{step}: det hände inte på {patience_s:.0f} sekunder",
                        step=step,
                        patience_s=_PATIENCE_S,
                    )
                )

    def settle(self) -> None:
        """Lets the program finish all that it has begun, what it only begins in a moment too."""
        for _ in range(_CALM):
            self.wait(say("programmet blir klart"), lambda: self._tasks.idle)
            _breathe()

    def find(self, step: str, kind: type[Found]) -> Found:
        """The visible dialog of a kind, once it is there."""
        self.wait(step, lambda: self._visible(kind) is not None)
        found = self._visible(kind)
        if found is None:
            raise TourFailed(step)
        return found

    def picture(self, name: str, *, of: QWidget | None = None) -> None:
        """Saves what the window looks like, numbered in the order of the tour."""
        self._look_for_trouble()
        self._pictures += 1
        path = self._folder / f"{self._pictures:02}_{name}.png"
        if not (of or self.window).grab().save(str(path)):
            raise TourFailed(say("bilden {file} kunde inte sparas", file=path.name))

    def _visible(self, kind: type[Found]) -> Found | None:
        return next((one for one in self.window.findChildren(kind) if one.isVisible()), None)

    def _look_for_trouble(self) -> None:
        QApplication.processEvents()
        if self._bugs:
            raise TourFailed(
                say("ett fel i programmet\n{bugs}", bugs=trace_without_values(self._bugs[0]))
            )
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, ErrorDialog) and widget.isVisible():
                raise TourFailed(f"{widget.text()} {widget.informativeText()}")


def _breathe() -> None:
    """Lets events come for a moment. QTest.qWait would keep every other thread waiting."""
    loop = QEventLoop()
    QTimer.singleShot(_BREATH_MS, loop.quit)
    loop.exec()


def tell_but_for_the_platform(_: QtMsgType, __: QMessageLogContext, text: str) -> None:
    """Qt's messages, less what a platform without a screen says that it cannot do."""
    if not text.startswith("This plugin does not support"):
        sys.stderr.write(f"{text}\n")


def tell(line: str) -> None:
    """One line for whoever reads the tour's output."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
