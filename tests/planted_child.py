"""A program with its window that meets a planted person everywhere, and then ends in a crash."""

import os
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.bootstrap import open_services
from app.documents import list_document, save_file
from app.errors import HistoryUnusable, Rejected
from app.history import Question
from app.open_list import OpenList, Origin
from app.services import Services
from app.settings import DataFolder
from tests.desk import sure
from tests.fakes import NOON
from tests.own_keychain import give_system_a_keychain
from ui.error_dialog import show_error
from ui.main_window import MainWindow
from ui.task_runner import Lane, TaskRunner
from ui.uncaught import install_error_dialog


def use(services: Services, file: Path, *, exports: Path) -> None:
    """Load, decide, check, send, search, open, export, back up: each layer sees the person."""
    worklist = services.load(file)
    booking = worklist.rows[0].draft.booking
    for row in worklist.unchecked():
        worklist.note_check(row.draft, services.check(row))
    services.queue(worklist.ready(), utskick=worklist.utskick)
    services.send()
    found = services.archive.page(Question(words=booking.patient.id.value), offset=0, limit=10)
    services.archive.open(found[0].id)
    lines = (("Namn", "Personnummer"), (booking.patient.name, booking.patient.id.value))
    document = list_document("Lista", "Prov.", lines=lines, written_at=NOON)
    save_file(services.documents.pdf(document), exports / "lista.pdf")
    services.safekeeping.back_up()


def keep_list(services: Services, file: Path) -> None:
    """As it stands when somebody has just decided of it."""
    worklist = services.load(file)
    kept = OpenList(Origin((file,)), worklist.utskick, worklist.batch, (), None, NOON)
    services.open_list.keep(kept)


def crash_everywhere(person: str, tasks: TaskRunner) -> None:
    """An error that quotes the person, in the window, in a lane and in a thread of no lane."""

    def fail() -> None:
        try:
            int(person)
        except ValueError as error:
            raise RuntimeError(f"row of {person}") from error

    tasks.run(Lane.BATCH, fail, done=lambda _: None, failed=show_error)
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    for known in (HistoryUnusable("Prov."), Rejected("Prov.")):
        show_error(known)
    QTimer.singleShot(0, fail)


def main() -> None:
    data, file, exports, person = sys.argv[1:]
    give_system_a_keychain(pytest.MonkeyPatch())
    application = QApplication(sys.argv[:1])
    install_error_dialog()
    with ExitStack() as open_things:
        tasks = TaskRunner()
        services = open_things.enter_context(
            open_services(DataFolder(Path(data)), now=lambda: NOON)
        )
        window = MainWindow()
        window.attach(services, tasks)
        window.show()
        use(services, Path(file), exports=Path(exports))
        utskick = sure(window.utskick)
        utskick.open_files(Path(file))
        crash_everywhere(person, tasks)
        wait_until(application, lambda: utskick.has_list and tasks.idle)
        keep_list(services, Path(file))
        titles = [one.windowTitle() for one in application.topLevelWidgets()]
        sys.stderr.write("\n".join(titles))
        sys.stderr.flush()
        # As a crash: nothing is closed, and what SQLite keeps beside its files stays.
        os._exit(3)


def wait_until(application: QApplication, condition: Callable[[], bool]) -> None:
    while not condition():
        application.processEvents()


if __name__ == "__main__":
    main()
