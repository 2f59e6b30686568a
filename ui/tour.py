"""The guided tour: the real window is driven through the whole flow by real events, unattended.

It opens two samples, decides what must be decided, sends, reads history, and opens the samples of
every other care system; it saves a picture of every screen and every PDF, and balances what it
counts. A step that fails ends it.
"""

import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from app.draft import Channel
from app.findings import Choice, Decision
from app.rows import Row, RowStatus
from app.wording import say
from ui.appearance import apply_theme
from ui.application import attach_services
from ui.confirm_sheet import ConfirmSheet
from ui.main_window import MainWindow
from ui.task_runner import TaskRunner
from ui.tour_driver import Driver, TourFailed, tell, tell_but_for_the_platform

if TYPE_CHECKING:
    from app.services import Services
    from app.worklist import Worklist
    from ui.utskick import Utskick

_SIZE = (1920, 1040)
_SMALL_SIZE = (1366, 728)

_ALT = Qt.KeyboardModifier.AltModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier

_PROBLEMS = (RowStatus.BLOCKED, RowStatus.REVIEW)

_OTHER_SAMPLES = (
    "rhks.csv",
    "sectra.hl7",
    "cosmic.json",
    "cosmic.xlsx",
    "opt.csv",
    "prosang.csv",
    "t4.xml",
)

OpenFolder = Callable[[Path], "AbstractContextManager[Services]"]


def run_tour(folder: Path, *, open_services: OpenFolder) -> int:
    """Runs the tour into a folder; 0 where every step worked and all counts balance."""
    qInstallMessageHandler(tell_but_for_the_platform)
    application = QApplication(sys.argv[:1])
    apply_theme(application)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("[0-9][0-9]_*.png"):
            old.unlink()
    except OSError as error:
        tell(say("Mappen för rundturen går inte att skriva i ({name}).", name=type(error).__name__))
        return 1
    bugs: list[BaseException] = []
    sys.excepthook = lambda _, bug, __: bugs.append(bug)
    try:
        with tempfile.TemporaryDirectory(prefix="kallelser-") as data, ExitStack() as open_things:
            window, tasks = MainWindow(undo_seconds=0), TaskRunner()
            window.resize(*_SIZE)
            window.show()
            attach_services(
                window, tasks, open_things, open_services=lambda: open_services(Path(data))
            )
            try:
                driver = Driver(window, tasks, folder, bugs=bugs)
                Tour(driver, folder, data=Path(data)).run()
            finally:
                tasks.stop()
            window.close()
    except TourFailed as failure:
        tell(say("Rundturen avbröts: {failure}", failure=failure))
        return 1
    tell(say("Rundturen är klar. Bilder och brev finns i {folder}.", folder=folder))
    return 0


class Tour:
    """The steps, top to bottom."""

    def __init__(self, driver: Driver, folder: Path, *, data: Path) -> None:
        self._do = driver
        self._window = driver.window
        self._folder = folder
        self._data = data
        self._leaving = Counter[Channel]()
        self._pictured: set[str] = set()

    def run(self) -> None:
        self._window.activateWindow()
        self._do.wait(say("fönstret öppnas"), self._window.isActiveWindow)
        self._do.wait(say("programmet startar"), lambda: self._window.utskick is not None)
        self._do.picture("start")
        self._open_with_button("Agfa EI – CSV", "agfa_ei.csv")
        self._look_around()
        self._decide_everything()
        self._send("agfa_ei")
        self._open_with_dialog("paf.csv")
        self._decide_everything()
        self._send("paf")
        self._read_history()
        self._look_at_every_care_system()
        self._look_at_small_window()
        self._collect_letters()

    def _open_with_button(self, button: str, name: str) -> None:
        self._do.click(button)
        self._wait_for_list(name)

    def _open_with_dialog(self, name: str) -> None:
        self._do.key(Qt.Key.Key_O, _CONTROL)
        dialog = self._do.find(say("dialogen öppnas"), QFileDialog)
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        if field is None:
            raise TourFailed(say("dialogen har inget fält för filens namn"))
        self._picture_once("open_dialog", of=dialog)
        field.selectAll()
        self._do.write(name, at=field)
        self._do.key(Qt.Key.Key_Return, at=field)
        self._wait_for_list(name)

    def _wait_for_list(self, name: str) -> None:
        def is_there() -> bool:
            worklist = self._utskick.worklist
            return worklist is not None and worklist.batch.file_name == name

        self._do.wait(say("{name} läses in", name=name), is_there)
        self._do.settle()
        counts = self._worklist.counts()
        tell(
            say(
                "{name}: {total} bokningar inlästa, {by_status}.",
                name=name,
                total=counts.total,
                by_status=_told(counts.by_status),
            )
        )
        self._do.picture(f"{Path(name).stem}_list")

    def _look_around(self) -> None:
        """The zones of the page, the message at the width of a desktop, a search, a chip."""
        self._do.key(Qt.Key.Key_4, _ALT)
        self._do.settle()
        self._do.picture("ready")
        self._do.key(Qt.Key.Key_Z, _CONTROL | _SHIFT)
        self._do.picture("zones")
        self._do.key(Qt.Key.Key_Z, _CONTROL | _SHIFT)
        self._do.click(say("Dator"))
        self._do.picture("message_desktop")
        self._do.click(say("Mobil"))
        self._do.key(Qt.Key.Key_F, _CONTROL)
        self._do.write("norén", at=self._window.utskick_view.search)
        self._do.picture("search")
        self._do.key(Qt.Key.Key_Escape, at=self._window.utskick_view.search)
        self._do.key(Qt.Key.Key_3, _ALT)
        self._do.picture("to_review")
        self._do.key(Qt.Key.Key_1, _ALT)

    def _decide_everything(self) -> None:
        """F8 to each problem, F4 to its panel, and the key of what the tour decides."""
        while before := self._problems():
            self._do.key(Qt.Key.Key_F8)
            row = self._utskick.shown_row
            if row is None or row.open_finding is None or row.status not in _PROBLEMS:
                raise TourFailed(say("F8 leder inte till något problem"))
            self._do.settle()
            self._picture_once(f"finding_{row.open_finding.code.value.lower()}")
            self._do.key(Qt.Key.Key_F4)
            self._press(_choice(row))
            self._wait_for_decision(before)
        self._do.settle()
        self._do.picture("decided")

    def _wait_for_decision(self, before: tuple[tuple[int, int], ...]) -> None:
        self._do.wait(say("beslutet märks"), lambda: self._problems() != before)

    def _problems(self) -> tuple[tuple[int, int], ...]:
        rows = (row for row in self._worklist.rows if row.status in _PROBLEMS)
        return tuple((row.row_no, len(row.draft.approved)) for row in rows)

    def _press(self, choice: Choice) -> None:
        *held, name = choice.key.split("+")
        key = Qt.Key.Key_Space if name == "Mellanslag" else Qt.Key(ord(name))
        self._do.key(key, _SHIFT if held else Qt.KeyboardModifier.NoModifier)

    def _send(self, name: str) -> None:
        ready = self._worklist.ready()
        self._do.key(Qt.Key.Key_Return, _CONTROL | _SHIFT)
        sheet = self._do.find(say("bekräftelsen visas"), ConfirmSheet)
        self._do.picture(f"{name}_confirm", of=sheet)
        if sheet.sure.isVisible():
            self._do.key(Qt.Key.Key_Space, at=sheet.sure)
        self._do.key(Qt.Key.Key_Return, at=sheet.send_button)
        self._do.wait(say("utskicket börjar"), lambda: self._utskick.sending)
        self._do.wait(say("utskicket blir klart"), lambda: not self._utskick.sending)
        self._do.settle()
        self._do.picture(f"{name}_sent")
        counts = self._worklist.counts()
        self._leaving.update(channel for row in ready for channel in row.route.channels)
        total, sent, left = counts.total, counts.sent, counts.left
        said = say(
            "inlästa {total} = skickade {sent} + kvar {left}", total=total, sent=sent, left=left
        )
        tell(f"{name}: {said}.")
        if total != sent + left or sent != len(ready):
            raise TourFailed(
                say("{wanted} skulle skickas, men {sent} är skickade", wanted=len(ready), sent=sent)
            )

    def _read_history(self) -> None:
        """A message and a page exactly as sent, and a search."""
        self._do.key(Qt.Key.Key_2, _CONTROL)
        self._do.settle()
        self._do.picture("history")
        for name in ("history_newest", "history_next"):
            self._do.key(Qt.Key.Key_Down)
            self._do.settle()
            self._do.picture(name)
        self._do.key(Qt.Key.Key_F, _CONTROL)
        field = QApplication.focusWidget()
        if not isinstance(field, QLineEdit):
            raise TourFailed(say("Ctrl+F leder inte till sökfältet i historiken"))
        self._do.write("röntgen nor", at=field)
        self._do.settle()
        self._do.picture("history_search")

    def _look_at_every_care_system(self) -> None:
        """The other samples, one of each format; nothing of them is sent."""
        self._do.key(Qt.Key.Key_1, _CONTROL)
        for name in _OTHER_SAMPLES:
            self._open_with_dialog(name)

    def _look_at_small_window(self) -> None:
        self._do.key(Qt.Key.Key_1, _CONTROL)
        self._window.resize(*_SMALL_SIZE)
        self._do.settle()
        self._do.picture("small_window")

    def _collect_letters(self) -> None:
        """Every letter that the print house got, and as many messages as the inbox should have."""
        letters = sorted((self._data / "print_house").glob("*.pdf"))
        messages = list((self._data / "test_inbox" / "messages").glob("[0-9]*[0-9]"))
        for letter in letters:
            shutil.copy(letter, self._folder)
        received = {Channel.INBOX_1177: len(messages), Channel.LETTER: len(letters)}
        tell(
            say(
                "Testinkorgen fick {messages} meddelanden, tryckeriet {letters} brev.",
                messages=len(messages),
                letters=len(letters),
            )
        )
        if received != dict(self._leaving):
            raise TourFailed(say("det skulle ha varit {leaving}", leaving=dict(self._leaving)))

    def _picture_once(self, name: str, *, of: QWidget | None = None) -> None:
        if name not in self._pictured:
            self._pictured.add(name)
            self._do.picture(name, of=of)

    @property
    def _utskick(self) -> "Utskick":
        if self._window.utskick is None:
            raise TourFailed(say("programmet har inte startat"))
        return self._window.utskick

    @property
    def _worklist(self) -> "Worklist":
        if self._utskick.worklist is None:
            raise TourFailed(say("inga bokningar är inlästa"))
        return self._utskick.worklist


def _choice(row: Row) -> Choice:
    """What the tour decides: yes where it is offered, else what needs no text."""
    choices = row.open_finding.choices if row.open_finding else ()
    wanted = (Decision.APPROVE, Decision.KEEP_THIS, Decision.SKIP, Decision.HANDLED_ELSEWHERE)
    offered = [choice for decision in wanted for choice in choices if choice.decision is decision]
    if not offered:
        raise TourFailed(say("rutan under listan har inget val"))
    return offered[0]


def _told(by_status: Mapping[RowStatus, int]) -> str:
    return ", ".join(f"{number} {status.value}" for status, number in sorted(by_status.items()))
