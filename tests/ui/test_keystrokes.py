"""How many keys the work takes: a clean file in four, a day of 300 within the design's six minutes.

Nothing here uses the mouse or speaks to the program past the keyboard.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.dispatch import Status
from app.findings import Code
from app.rows import RowStatus
from app.services import Services
from tests.desk import Desk, seat, sure
from tests.exports import table
from tests.keyboard import Keyboard
from tests.three_hundred import EXCEPTIONS, PLAIN, entries
from tests.ui.conftest import ENTRIES
from ui.address_dialog import AddressDialog
from ui.confirm_sheet import ConfirmSheet
from ui.task_runner import TaskRunner

SIX_MINUTES = 360

# What the person at the desk answers to each kind of exception.
ANSWERS = {
    Code.PROTECTED: "M",
    Code.PAST_DATE: "H",
    Code.MISSING_FIELD: "H",
    Code.TOO_CLOSE: "P",
    Code.DUPLICATE: "B",
    Code.INTERPRETER: "Space",
    Code.ODD_TIME: "Space",
    Code.ABROAD: "Space",
    Code.CHILD: "Space",
    Code.MINOR_13_18: "Space",
}
# Only of these each is asked about by itself.
ONE_AT_A_TIME = frozenset({Code.PROTECTED, Code.DUPLICATE})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "bokningar"
    folder.mkdir()
    return folder


@pytest.fixture
def ready(qtbot: QtBot, scripted: Services, tasks: TaskRunner, folder: Path) -> Desk:
    """The program as it is started in the morning, with the bookings' folder set."""
    scripted.setup.choices.choose("bookings_folder", str(folder))
    desk = seat(qtbot, scripted, tasks)
    desk.window.activateWindow()
    desk.wait(lambda: desk.window.isActiveWindow() and QApplication.focusWidget() is not None)
    return desk


@pytest.fixture
def keyboard(qtbot: QtBot) -> Keyboard:
    return Keyboard(qtbot)


def open_newest(desk: Desk, keyboard: Keyboard) -> None:
    keyboard.press("Ctrl+O")
    keyboard.wait_for(sure(desk.window.findChild(QFileDialog)))
    with desk.qtbot.waitSignal(desk.utskick.checked, timeout=30_000):
        keyboard.press("Return")
    keyboard.wait_for(desk.window)


def send(desk: Desk, keyboard: Keyboard) -> None:
    keyboard.press("Ctrl+Shift+Return")
    keyboard.wait_for(sure(desk.window.findChild(ConfirmSheet)))
    with desk.qtbot.waitSignal(desk.utskick.sent, timeout=30_000):
        keyboard.press("Return")


def test_a_clean_file_is_sent_with_four_keys(ready: Desk, keyboard: Keyboard, folder: Path):
    (folder / "dagens.csv").write_bytes(table(*ENTRIES))

    open_newest(ready, keyboard)
    send(ready, keyboard)

    assert keyboard.presses == 4
    assert ready.worklist.counts().of(RowStatus.SENT) == len(ENTRIES)
    assert ready.kept(Status.SENT) == 2 * len(ENTRIES)


def answer(desk: Desk, keyboard: Keyboard, *, press: Callable[[Code], str]) -> None:
    """Decides about the row that the panel is at, and says so by a key or a written address."""
    code = sure(desk.shown.open_finding).code
    if code not in {Code.NO_ADDRESS, Code.BAD_ADDRESS}:
        several = "Gäller" in desk.bench.fix_panel.accessibleName()
        keyboard.decide(press(code) if several else ANSWERS[code])
        return
    keyboard.decide("D")
    keyboard.wait_for(sure(desk.window.findChild(AddressDialog)))
    if code is Code.NO_ADDRESS:
        for part in ("Storgatan 1", "55320"):
            keyboard.type(part)
            keyboard.press("Tab")
        keyboard.type("Nora")
    else:
        keyboard.press("Ctrl+A", "Delete")
    keyboard.press("Return")
    keyboard.wait_for(desk.window)


def problems(desk: Desk) -> int:
    counts = desk.worklist.counts()
    return counts.of(RowStatus.BLOCKED) + counts.of(RowStatus.REVIEW)


def one_by_one(code: Code) -> str:
    return ANSWERS[code]


def alike_together(code: Code) -> str:
    return ANSWERS[code] if code in ONE_AT_A_TIME else f"Shift+{ANSWERS[code]}"


@pytest.mark.parametrize(
    ("press", "most"),
    [(one_by_one, (148, 35)), (alike_together, (131, 18))],
    ids=["one by one, as on the first day", "what is alike together"],
)
def test_three_hundred_bookings_with_37_exceptions_are_sent_within_six_minutes(
    ready: Desk,
    keyboard: Keyboard,
    folder: Path,
    press: Callable[[Code], str],
    most: tuple[int, int],
):
    (folder / "dagens.csv").write_bytes(table(*entries()))

    open_newest(ready, keyboard)
    clean, exceptions = ready.worklist.counts().of(RowStatus.READY), problems(ready)
    keyboard.press("F4")
    for _ in range(2 * EXCEPTIONS):
        if not problems(ready):
            break
        if not ready.shown.is_problem:
            # With a new address in it, a letter is looked at before one goes on.
            keyboard.press("F8")
        answer(ready, keyboard, press=press)
        ready.wait(lambda: ready.worklist.counts().of(RowStatus.CHECKING) == 0)
    send(ready, keyboard)

    after = ready.worklist.counts()
    assert (clean, exceptions) == (PLAIN, EXCEPTIONS)
    assert (after.sent, after.left) == (286, 14)
    # Presses and decisions; some hundred of the presses are the letters of four addresses.
    assert keyboard.presses <= most[0]
    assert keyboard.decisions <= most[1]
    assert keyboard.seconds < SIX_MINUTES
