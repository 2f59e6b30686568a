"""That nobody is there is noticed: after a while without a touch, and when the computer locks."""

from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.desk import sure
from ui.session_lock import is_locked
from ui.unattended import Unattended

A_MOMENT = 20
LONG = 3_600_000

State = Qt.ApplicationState


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    return shown(QWidget(), qtbot)


def shown(window: QWidget, qtbot: QtBot) -> QWidget:
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window.windowHandle())
    return window


def idle_timer(unattended: Unattended) -> QTimer:
    """A precise one: Qt counts long times in whole seconds."""
    unattended._idle.setTimerType(Qt.TimerType.PreciseTimer)
    return unattended._idle


def worn(timer: QTimer, qtbot: QtBot) -> int:
    """Waits until some of a timer's time has gone; gives what is left."""
    qtbot.waitUntil(lambda: timer.remainingTime() < LONG - A_MOMENT)
    return timer.remainingTime()


def test_a_program_that_nobody_touches_is_noticed(window: QWidget, qtbot: QtBot):
    with qtbot.waitSignal(Unattended(window, after_ms=A_MOMENT).noticed):
        pass


def test_it_is_never_noticed_where_a_clinic_does_not_want_it(window: QWidget):
    unattended = Unattended(window, after_ms=0)

    QTest.keyClick(sure(window.windowHandle()), Qt.Key.Key_A)

    assert not idle_timer(unattended).isActive()


@pytest.mark.parametrize(
    "touch",
    [
        lambda window: QTest.keyClick(window, Qt.Key.Key_A),
        lambda window: QTest.mouseMove(window, QPoint(7, 7)),
        lambda window: QTest.mouseClick(window, Qt.MouseButton.LeftButton),
    ],
    ids=["a key", "the mouse moved", "the mouse pressed"],
)
def test_every_touch_begins_the_time_again(window: QWidget, qtbot: QtBot, touch):
    timer = idle_timer(Unattended(window, after_ms=LONG))
    left = worn(timer, qtbot)

    touch(sure(window.windowHandle()))

    assert timer.remainingTime() > left


def test_a_touch_in_a_dialog_counts_as_well(window: QWidget, qtbot: QtBot):
    timer = idle_timer(Unattended(window, after_ms=LONG))
    dialog = shown(QDialog(window), qtbot)
    left = worn(timer, qtbot)

    QTest.keyClick(sure(dialog.windowHandle()), Qt.Key.Key_A)

    assert timer.remainingTime() > left


def state_changes(state: State) -> None:
    """As the platform tells it."""
    cast("QGuiApplication", QApplication.instance()).applicationStateChanged.emit(state)


def test_a_computer_that_locks_is_noticed_once(window: QWidget, qtbot: QtBot):
    unattended = Unattended(window, after_ms=0, locked=lambda: True)
    unattended._looking.setInterval(1)
    times: list[None] = []
    unattended.noticed.connect(lambda: times.append(None))

    with qtbot.waitSignal(unattended.noticed):
        state_changes(State.ApplicationInactive)

    assert times == [None]
    assert not unattended._looking.isActive()


def test_another_program_in_front_is_no_reason_to_hide(window: QWidget, qtbot: QtBot):
    asked: list[None] = []

    def locked() -> bool:
        asked.append(None)
        return False

    unattended = Unattended(window, after_ms=0, locked=locked)
    unattended._looking.setInterval(1)

    with qtbot.assertNotEmitted(unattended.noticed):
        state_changes(State.ApplicationInactive)
        qtbot.waitUntil(lambda: len(asked) > 1)
        state_changes(State.ApplicationActive)

    assert not unattended._looking.isActive()


@pytest.mark.parametrize("state", [State.ApplicationSuspended, State.ApplicationHidden])
def test_a_program_that_is_put_away_is_noticed_at_once(window: QWidget, qtbot: QtBot, state: State):
    unattended = Unattended(window, after_ms=0)

    with qtbot.waitSignal(unattended.noticed):
        state_changes(state)


def test_a_computer_that_somebody_works_at_is_not_locked():
    assert not is_locked()
