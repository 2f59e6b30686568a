"""Services and a window for the tests of the window."""

import gc
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.adapters.store import SqliteStore
from app.bootstrap import open_services
from app.draft import Channel
from app.garbage import look_only_when_asked
from app.services import Services
from app.settings import DataFolder
from tests.desk import Desk, seat
from tests.exports import AGFA_EI, table
from tests.fakes import NOON, ScriptedCarrier, make_outbox
from ui.error_dialog import show_error
from ui.task_runner import Lane, Task, TaskRunner, Watch

# Rows of Agfa EI's sample, as they are numbered in the file: each kind of problem, and ready ones.
EXCERPT = (2, 3, 4, 5, 6, 7, 8, 9, 10, 19, 22, 25, 29, 30, 34, 35, 39, 43, 47, 51)

# Three whom the test inbox knows as logged in.
PERSONS = ("198902122392", "195907113178", "194706112234")
DAY = "2027-01-12"
ENTRIES = [
    AGFA_EI | {"Undersöknings-id": f"EI{person}", "Patient-id": person, "Undersökningsdatum": DAY}
    for person in PERSONS
]


@pytest.fixture(autouse=True)
def _garbage_in_the_windows_thread(qapp: QApplication) -> Iterator[None]:
    """As in the program: a worker that found a closed window would destroy it there, and crash."""
    _bury_closed_windows()
    look_only_when_asked()
    yield
    gc.enable()


def _bury_closed_windows() -> None:
    """Of the test before, which held its own to its end: what lives on slows every later test."""
    for window in QApplication.topLevelWidgets():
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.freeze()


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.stop()


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Work waits for it, so that a test decides when the work is done."""
    event = threading.Event()
    yield event
    event.set()


def keep_reading(tasks: TaskRunner) -> None:
    """As over a slow network: what else is to be read waits until the program ends."""

    def read(watch: Watch) -> None:
        assert isinstance(watch, Task)
        watch._cancelled.wait()

    tasks.run_watched(Lane.BATCH, read, done=lambda _: None, failed=show_error)


@pytest.fixture(scope="module")
def services_of_module(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    with open_services(DataFolder(tmp_path_factory.mktemp("data")), now=lambda: NOON) as made:
        yield made


@pytest.fixture
def services(services_of_module: Services) -> Services:
    """Of a whole module, for tests that send nothing; no list is open yet."""
    services_of_module.open_list.let_go()
    return services_of_module


@pytest.fixture
def own_services(tmp_path: Path) -> Iterator[Services]:
    """Of one test, for one that sends."""
    with open_services(DataFolder(tmp_path), now=lambda: NOON) as made:
        yield made


@pytest.fixture
def desk(qtbot: QtBot, services: Services, tasks: TaskRunner) -> Desk:
    return seat(qtbot, services, tasks)


@pytest.fixture
def opened(desk: Desk, tmp_path: Path) -> Desk:
    """With a third of Agfa EI's sample in it, all its problems among them; letters checked."""
    sample = desk.services.lay_out_sample(desk.services.samples[0])
    lines = sample.read_bytes().splitlines(keepends=True)
    excerpt = tmp_path / "utdrag.csv"
    excerpt.write_bytes(b"".join(lines[no - 1] for no in (1, *EXCERPT)))
    desk.open(excerpt)
    return desk


class Reader(QObject):
    """In place of the computer's own PDF reader."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[Reader]:
    """What is opened outside the program."""
    made = Reader()
    QDesktopServices.setUrlHandler("file", made, "open")  # type: ignore[arg-type]  # bytes are refused
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def inbox() -> ScriptedCarrier:
    return ScriptedCarrier(Channel.INBOX_1177)


@pytest.fixture
def post() -> ScriptedCarrier:
    return ScriptedCarrier(Channel.LETTER)


@pytest.fixture
def scripted(own_services: Services, inbox: ScriptedCarrier, post: ScriptedCarrier) -> Services:
    """Real services whose carriers answer as they are told."""
    store = own_services.access.archive
    assert isinstance(store, SqliteStore)
    return replace(own_services, outbox=make_outbox(store, inbox, post))


@pytest.fixture
def clean_desk(qtbot: QtBot, scripted: Services, tasks: TaskRunner, tmp_path: Path) -> Desk:
    """Three ready letters that each go both ways."""
    made = seat(qtbot, scripted, tasks)
    (tmp_path / "dagens.csv").write_bytes(table(*ENTRIES))
    made.open(tmp_path / "dagens.csv")
    return made
