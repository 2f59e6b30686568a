"""A program with its window in which a file is opened, decided of and sent; made to be killed.

It tells each step: `kept` when all that was decided is on disk, `sending` with each letter.
"""

import os
import sys
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.bootstrap import open_services
from app.draft import Draft
from app.findings import Code
from app.settings import DataFolder
from tests.desk import sure
from tests.fakes import NOON
from tests.sending_child import tell
from ui.application import attach_services
from ui.confirm_sheet import ConfirmSheet
from ui.main_window import MainWindow
from ui.task_runner import TaskRunner
from ui.utskick import Utskick

LEFT_OUT, WITH_TEXT = 2, 3


class Person:
    """Opens a file, decides of two rows, goes to the second and, when that is kept, sends."""

    def __init__(self, window: MainWindow, file: Path) -> None:
        self._window = window
        self._file = file
        self._wanted = "open"
        window.commands.open.enabledChanged.connect(self._open)

    @property
    def _utskick(self) -> Utskick:
        return sure(self._window.utskick)

    def _open(self) -> None:
        self._utskick.checked.connect(self._decide)
        self._utskick.open_files(self._file)

    def _decide(self) -> None:
        if self._wanted != "open":
            return
        self._wanted = "send"
        self._utskick.show_row(WITH_TEXT)
        deciding = self._utskick._deciding
        deciding._change((LEFT_OUT,), lambda draft: draft.leaving_out("Ring patienten"))
        deciding._change((WITH_TEXT,), _with_text)
        for step in (self._utskick.checked, self._utskick.file_told):
            step.connect(self._send)
        self._utskick._keeping.told.connect(self._tell_kept)
        self._utskick._keeping.write()

    def _tell_kept(self) -> None:
        """What is told may be of an earlier write, so the disk is asked."""
        kept = self._utskick._services.open_list.read()
        if kept and kept.shown == WITH_TEXT and len(kept.decided) > 1:
            tell("kept")

    def _send(self) -> None:
        is_kept = self._utskick._keeping._kept_row == WITH_TEXT
        if self._wanted != "send" or not is_kept or sure(self._utskick.worklist).unchecked():
            return
        self._wanted = "nothing"
        self._utskick._sender.progressed.connect(lambda _: tell("sending"))
        self._utskick.dispatching.confirm()
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, ConfirmSheet)
        sheet.accept()


def _with_text(draft: Draft) -> Draft:
    return draft.with_free_text("Ta hissen.").approving(frozenset({Code.FREETEXT}))


def main() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder, file = map(Path, sys.argv[1:])
    application = QApplication([])
    window, tasks = MainWindow(undo_seconds=0), TaskRunner()
    person = Person(window, file)
    with ExitStack() as open_things:
        attach_services(
            window,
            tasks,
            open_things,
            open_services=lambda: open_services(DataFolder(folder), now=lambda: NOON),
        )
        window.show()
        application.exec()
    del person


if __name__ == "__main__":
    main()
