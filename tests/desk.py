"""The real window on real services, and the little that tests need to drive it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.dispatch import Status
from app.first_look import FirstLook
from app.history import Question
from app.rows import Row, RowStatus
from app.services import Services
from app.worklist import Worklist
from ui.confirm_sheet import ConfirmSheet
from ui.main_window import MainWindow
from ui.previewing import Previewing
from ui.task_runner import TaskRunner
from ui.utskick import Utskick
from ui.utskick_view import UtskickView
from ui.workbench import Workbench

# Milliseconds; a slow machine may need them, a fast one never does.
PATIENCE = 30_000

Value = TypeVar("Value")


def sure(value: Value | None) -> Value:
    """The value, where a test knows that there is one."""
    assert value is not None
    return value


@dataclass
class Desk:
    """A shown window with what tests ask of it; waiting is for conditions, never for time."""

    window: MainWindow
    services: Services
    qtbot: QtBot

    @property
    def utskick(self) -> Utskick:
        return sure(self.window.utskick)

    @property
    def view(self) -> UtskickView:
        return self.window.utskick_view

    @property
    def worklist(self) -> Worklist:
        return sure(self.utskick.worklist)

    @property
    def bench(self) -> Workbench:
        return self.utskick.workbench

    @property
    def shown(self) -> Row:
        return sure(self.utskick.shown_row)

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=PATIENCE)

    def activate(self) -> None:
        """Gives the window the keyboard, which without a window manager nobody else does."""
        with self.qtbot.waitActive(self.window):
            self.window.activateWindow()

    def open(self, path: Path) -> None:
        """Opens a file and waits until its letters are checked."""
        with self.qtbot.waitSignal(self.utskick.checked, timeout=PATIENCE):
            self.utskick.open_files(path)

    def open_sample(self, name: str = "agfa_ei.csv") -> None:
        self.open(next(path for path in self.services.samples if path.name == name))

    def wait_for_letter(self) -> None:
        """Until the shown letter has its page too, and what was read back of both."""
        previewing = sure(self.window.findChild(Previewing))
        self.wait(lambda: previewing.is_settled)

    def press_send(self) -> None:
        keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(self.window, Qt.Key.Key_Return, keys)

    def confirm(self) -> ConfirmSheet:
        """Presses the keys that send, and gives the sheet that asks."""
        self.press_send()
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, ConfirmSheet)
        return sheet

    def kept(self, status: Status) -> int:
        """How many letters history holds in a status."""
        return self.services.archive.count(Question(status=status))

    def show(self, status: RowStatus, *, label: str = "") -> Row:
        """Goes to the first row of a status, and of an open finding where one is named."""
        rows = (row for row in self.worklist.rows if row.status is status)
        row = next(
            row
            for row in rows
            if not label or (row.open_finding and row.open_finding.label.startswith(label))
        )
        self.bench.bookings.show_row(row.row_no)
        return row


def look_first(services: Services) -> None:
    """As if letters of these templates had been looked at once, so that they can be sent."""
    look = FirstLook(services.data_folder.first_look)
    for booking in ("en", "två", "tre"):
        look.note(booking, version=services.catalogue.version, on_paper=True)


def seat(qtbot: QtBot, services: Services, tasks: TaskRunner, *, undo_seconds: int = 0) -> Desk:
    """A window that is ready for a file to be opened; its templates have been looked at."""
    look_first(services)
    return seat_newcomer(qtbot, services, tasks, undo_seconds=undo_seconds)


def seat_newcomer(
    qtbot: QtBot, services: Services, tasks: TaskRunner, *, undo_seconds: int = 0
) -> Desk:
    """As `seat`, for somebody who has not looked at a letter of these templates yet."""
    window = MainWindow(undo_seconds=undo_seconds)
    qtbot.addWidget(window, before_close_func=lambda _: _end(window, tasks))
    window.resize(1600, 900)
    window.show()
    window.attach(services, tasks)
    desk = Desk(window, services, qtbot)
    desk.wait(lambda: not desk.utskick.sending and window.commands.open.isEnabled())
    return desk


def _end(window: MainWindow, tasks: TaskRunner) -> None:
    """As the program ends: no answer comes home to a window that is gone."""
    window.close()
    tasks.stop()
