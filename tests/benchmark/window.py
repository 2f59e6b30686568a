"""The real window, offscreen: how soon another row is painted, and how long it stands still."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import open_services
from app.rows import RowStatus
from app.settings import DataFolder
from tests.benchmark.exports import write_export
from tests.benchmark.figures import Figure, Sizes, p95
from tests.fakes import NOON
from ui.application import attach_services
from ui.bookings_filters import FILTERS
from ui.confirm_sheet import ConfirmSheet
from ui.main_window import MainWindow
from ui.message_sheet import MessageBody
from ui.page_paper import Paper
from ui.task_runner import TaskRunner
from ui.theme import apply_theme
from ui.tour import _tell_but_for_the_platform
from ui.utskick import Utskick

# Wide enough for the list and both panes beside each other.
_SIZE = (1920, 1040)
_PATIENCE_S = 120.0
_A_MOMENT_S = 0.3
_A_LOOK_S = 0.1
_BEAT_MS = 4
_SENT_SAMPLES = {"agfa_ei.csv", "paf.csv"}
_LONGEST_GAP = 50.0

_READY = next(one for one in FILTERS if one.statuses == {RowStatus.READY})


def figures(sizes: Sizes, folder: Path) -> Iterator[Figure]:
    qInstallMessageHandler(_tell_but_for_the_platform)
    application = QApplication([])
    apply_theme(application)
    folder.mkdir()
    with _running_window(folder / "rows") as (_, utskick):
        _open(utskick, write_export(folder / "rows.csv", rows=2 * sizes.row_changes))
        changes = list(_row_changes(utskick, number=sizes.row_changes))
        yield Figure("row change to both panes painted", changes, target=33)
        yield Figure("row change to both panes painted, p95", changes, told=p95)
        looked = list(_row_changes(utskick, number=sizes.row_changes, look_s=_A_LOOK_S))
        yield Figure("row change after 0.1 s with the row before", looked)
    with _running_window(folder / "first") as (_, utskick):
        soonest = list(_first_rows(utskick, folder, sizes))
        yield Figure(f"first of {sizes.long_file:,} rows painted", soonest, target=300)
    with _running_window(folder / "gaps") as (_, utskick):
        yield _gap("nothing", _untouched(sizes.watched_s), target=None)
        yield _gap("a load", _loads(utskick, folder, sizes))
        yield _gap("checks", _untouched(sizes.watched_s))
    with _running_window(folder / "sends") as (window, utskick):
        yield _gap("a send", _sends(window, utskick))


def _gap(what: str, gaps: list[float], *, target: float | None = _LONGEST_GAP) -> Figure:
    return Figure(f"longest gap of the event loop during {what}", gaps, target)


@contextmanager
def _running_window(folder: Path) -> Iterator[tuple[MainWindow, Utskick]]:
    """The program's own window at work on a data folder, as `ui.application` opens it."""
    with ExitStack() as open_things:
        window, tasks = MainWindow(undo_seconds=0), TaskRunner()
        window.resize(*_SIZE)
        window.show()
        attach_services(
            window,
            tasks,
            open_things,
            open_services=lambda: open_services(DataFolder(folder), now=lambda: NOON),
        )
        _wait(lambda: window.utskick is not None and tasks.idle)
        assert window.utskick is not None
        yield window, window.utskick
        window.close()
        tasks.stop()


def _open(utskick: Utskick, path: Path) -> None:
    """Opens a file and lets every letter be checked, and the first one be shown."""
    checked: list[Path] = []
    utskick.checked.connect(lambda: checked.append(path))
    utskick.open_files(path)
    _wait(lambda: bool(checked))
    _pass(_A_MOMENT_S)


def _shows(utskick: Utskick, path: Path) -> bool:
    return utskick.worklist is not None and utskick.worklist.batch.file_name == path.name


def _wait(condition: Callable[[], bool]) -> None:
    """Lets the window work until something holds. Raises TimeoutError."""
    loop, end = QEventLoop(), perf_counter() + _PATIENCE_S
    while not condition():
        if perf_counter() > end:
            raise TimeoutError
        QTimer.singleShot(_BEAT_MS, loop.quit)
        loop.exec()


def _pass(seconds: float) -> None:
    """Nobody touches the window; what it does behind the list goes on."""
    end = perf_counter() + seconds
    _wait(lambda: perf_counter() > end)


def _row_changes(utskick: Utskick, *, number: int, look_s: float = 0) -> Iterator[float]:
    """Down through the rows that have a letter, each looked at for some seconds."""
    bookings = utskick.workbench.bookings
    bookings.chips[_READY].trigger()
    bookings.table.setFocus()
    QTest.keyClick(bookings.table, Qt.Key.Key_Home)
    _pass(_A_MOMENT_S)
    panes = _BothPanes(utskick.workbench.preview)
    for _ in range(min(number, bookings.model.rowCount() - 1)):
        _pass(look_s)
        yield panes.painted_after(lambda: QTest.keyClick(bookings.table, Qt.Key.Key_Down))


class _BothPanes(QObject):
    """Sees the message and the page being painted anew."""

    def __init__(self, preview: QWidget) -> None:
        super().__init__(preview)
        (self._paper,) = preview.findChildren(Paper)
        (body,) = preview.findChildren(MessageBody)
        self._places: set[QObject] = {self._paper, body.viewport()}
        self._raster: object = None
        self._unpainted: set[QObject] = set()
        self._loop = QEventLoop()
        self._patience = QTimer(self, singleShot=True, interval=round(_PATIENCE_S * 1000))
        self._patience.timeout.connect(self._loop.quit)
        for place in self._places:
            place.installEventFilter(self)

    def painted_after(self, press: Callable[[], None]) -> float:
        """Milliseconds from a key to the end of the painting that shows another letter in both."""
        self._raster, self._unpainted = self._paper._raster, set(self._places)
        self._patience.start()
        begun = perf_counter()
        press()
        self._loop.exec()
        taken = (perf_counter() - begun) * 1000
        if self._unpainted:
            raise TimeoutError
        return taken

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._paper._raster is not self._raster:
            self._unpainted -= {watched}
            if not self._unpainted:
                QTimer.singleShot(0, self._loop.quit)
        return False


def _first_rows(utskick: Utskick, folder: Path, sizes: Sizes) -> Iterator[float]:
    """From a long file being opened to the paint of its first rows, wherever they are shown."""
    for run in range(sizes.runs):
        rows = sizes.long_file
        path = write_export(folder / f"first{run}.csv", rows=rows, first=run * rows)
        yield _FirstRows(utskick, path).painted_after(partial(utskick.open_files, path))
        _wait(partial(_shows, utskick, path))
        _pass(_A_MOMENT_S)


class _FirstRows(QObject):
    """Sees rows of a file being painted: on the page of a file that is being read, or listed."""

    def __init__(self, utskick: Utskick, path: Path) -> None:
        super().__init__(utskick)
        beginning = utskick._view.loading_page.beginning
        self._shown_in: dict[QObject, Callable[[], bool]] = {
            beginning.viewport(): lambda: beginning.rowCount() > 0,
            utskick.workbench.bookings.table.viewport(): lambda: _shows(utskick, path),
        }
        self._painted = False
        for place in self._shown_in:
            place.installEventFilter(self)

    def painted_after(self, opening: Callable[[], None]) -> float:
        """Milliseconds."""
        begun = perf_counter()
        opening()
        _wait(lambda: self._painted)
        return (perf_counter() - begun) * 1000

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._shown_in[watched]():
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        self._painted = True


@contextmanager
def _heartbeat() -> Iterator[list[float]]:
    """A timer's beats in the window's thread: the list gets the milliseconds between them."""
    gaps: list[float] = []
    last = perf_counter()

    def beat() -> None:
        nonlocal last
        now = perf_counter()
        gaps.append((now - last) * 1000)
        last = now

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    timer.start(_BEAT_MS)
    yield gaps
    beat()


def _untouched(seconds: float) -> list[float]:
    with _heartbeat() as gaps:
        _pass(seconds)
    return [max(gaps)]


def _loads(utskick: Utskick, folder: Path, sizes: Sizes) -> list[float]:
    """The longest gap of each load, until the list is painted and the first checks have begun."""
    longest = []
    for run in range(sizes.runs):
        rows = sizes.long_file
        path = write_export(folder / f"gaps{run}.csv", rows=rows, first=run * rows)
        with _heartbeat() as gaps:
            utskick.open_files(path)
            _wait(partial(_shows, utskick, path))
            _pass(_A_MOMENT_S)
        longest.append(max(gaps))
    return longest


def _sends(window: MainWindow, utskick: Utskick) -> list[float]:
    """Two samples, each from the key that opens the confirm sheet to the round's last word."""
    longest = []
    for sample in utskick._services.samples:
        if sample.name not in _SENT_SAMPLES:
            continue
        _open(utskick, sample)
        with _heartbeat() as gaps:
            window.commands.send.trigger()
            (sheet,) = window.findChildren(ConfirmSheet)
            sheet.send_button.click()
            _wait(lambda: not utskick.sending)
        assert utskick.worklist is not None
        assert utskick.worklist.counts().sent > 0
        longest.append(max(gaps))
    return longest
