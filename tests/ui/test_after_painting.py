"""What waits for the painting comes after it, whatever else is due."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.after_painting import AfterPainting


class Canvas(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.done.append("painted")


def shown(qtbot: QtBot) -> Canvas:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.show()
    qtbot.waitUntil(lambda: "painted" in canvas.done)
    canvas.done.clear()
    return canvas


def test_it_comes_after_the_painting_though_other_timers_are_due(qtbot: QtBot):
    canvas = shown(qtbot)
    after = AfterPainting(canvas)
    ticking = QTimer(canvas, interval=0)
    ticking.start()

    def ask() -> None:
        canvas.update()
        after.do(lambda: canvas.done.append("after"))

    QTimer.singleShot(0, ask)
    qtbot.waitUntil(lambda: "after" in canvas.done)
    ticking.stop()

    assert canvas.done[:2] == ["painted", "after"]


def test_only_what_was_asked_for_last_comes_and_only_once(qtbot: QtBot):
    canvas = shown(qtbot)
    after = AfterPainting(canvas)

    after.do(lambda: canvas.done.append("first"))
    after.cancel()
    after.do(lambda: canvas.done.append("second"))
    waited = after.is_waiting
    qtbot.waitUntil(lambda: not after.is_waiting)
    after.do(lambda: canvas.done.append("third"))
    qtbot.waitUntil(lambda: not after.is_waiting)

    assert waited
    assert canvas.done == ["second", "third"]


def test_what_was_taken_back_never_comes(qtbot: QtBot):
    canvas = shown(qtbot)
    after = AfterPainting(canvas)
    turns: list[None] = []

    after.do(lambda: canvas.done.append("never"))
    after.cancel()
    QTimer.singleShot(5, lambda: turns.append(None))
    qtbot.waitUntil(lambda: bool(turns))

    assert not after.is_waiting
    assert canvas.done == []
