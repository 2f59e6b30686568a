"""The real window, offscreen: how soon another row and the first rows are painted."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest

from app.bootstrap import open_services
from app.draft import Channel
from app.rows import RowStatus
from app.services import Services
from app.settings import DataFolder
from tests.benchmark.exports import write_export
from tests.benchmark.figures import Figure, Sizes, p95
from tests.benchmark.formats import FORMATS, Format
from tests.benchmark.offscreen import (
    PATIENCE_S,
    Painting,
    application,
    let_pass,
    wait_until,
)
from tests.desk import look_first
from tests.fakes import NOON
from ui.application import attach_services
from ui.bookings_filters import FILTERS
from ui.bookings_view import BookingsView
from ui.main_window import MainWindow
from ui.message_sheet import MessageBody
from ui.page_paper import Paper
from ui.preview_view import PreviewView
from ui.task_runner import TaskRunner
from ui.utskick import Utskick

# Wide enough for the list and both panes beside each other.
_SIZE = (1920, 1040)
_A_MOMENT_S = 0.3
_A_LOOK_S = 0.1
_ONE_FRAME = 16.7
# Rows, more than are made ahead.
_A_JUMP = 3

_READY = next(one for one in FILTERS if one.statuses == {RowStatus.READY})


def figures(sizes: Sizes, folder: Path) -> Iterator[Figure]:
    application()
    folder.mkdir()
    with running_window(folder / "rows") as (_, utskick):
        open_checked(utskick, write_export(folder / "rows.csv", rows=2 * sizes.row_changes))
        yield from _of_row_changes(utskick, sizes)
    with running_window(folder / "first") as (_, utskick):
        for one in FORMATS:
            soonest = list(_first_rows(utskick, folder, sizes, one))
            name = f"first of {sizes.long_file:,} rows painted, {one.name}"
            yield Figure(name, soonest, one.first_rows)


@contextmanager
def _services_at(folder: Path) -> Iterator[Services]:
    with open_services(DataFolder(folder), now=lambda: NOON) as services:
        look_first(services)
        yield services


@contextmanager
def running_window(folder: Path) -> Iterator[tuple[MainWindow, Utskick]]:
    """The program's own window at work on a data folder, as `ui.application` opens it."""
    with ExitStack() as open_things:
        window, tasks = MainWindow(undo_seconds=0), TaskRunner()
        window.resize(*_SIZE)
        window.show()
        attach_services(
            window,
            tasks,
            open_things,
            open_services=lambda: _services_at(folder),
        )
        wait_until(lambda: window.utskick is not None and tasks.idle)
        assert window.utskick is not None
        yield window, window.utskick
        window.close()
        tasks.stop()


def open_checked(utskick: Utskick, path: Path) -> None:
    """Opens a file and lets every letter be checked, and the first one be shown."""
    checked: list[Path] = []
    utskick.checked.connect(lambda: checked.append(path))
    utskick.open_files(path)
    wait_until(lambda: bool(checked))
    let_pass(_A_MOMENT_S)


def shows(utskick: Utskick, path: Path) -> bool:
    return utskick.worklist is not None and utskick.worklist.batch.file_name == path.name


def _of_row_changes(utskick: Utskick, sizes: Sizes) -> Iterator[Figure]:
    """A frame of a screen is 16.7 ms: one for the message, two for the page, one from the cache."""
    messages, pages = zip(*_jumps(utskick, number=sizes.row_changes), strict=True)
    both = [max(painted) for painted in zip(messages, pages, strict=True)]
    yield Figure("row change to both panes painted", both, 2 * _ONE_FRAME)
    yield Figure("row change to the message painted, p95", messages, _ONE_FRAME, told=p95)
    yield Figure("row change to the page painted, p95", pages, 2 * _ONE_FRAME, told=p95)
    _, kept = zip(*_steps(utskick, number=sizes.row_changes), strict=True)
    yield Figure("row change to both painted from the cache", kept)
    yield Figure("row change to both painted from the cache, p95", kept, _ONE_FRAME, told=p95)


def _jumps(utskick: Utskick, *, number: int) -> Iterator[tuple[float, float]]:
    """To rows that have a letter and that nothing has been made for."""
    bookings, panes = _ready_rows(utskick)
    for place in range(_A_JUMP, bookings.model.rowCount(), _A_JUMP)[:number]:
        let_pass(_A_LOOK_S)
        row = bookings.model.line(place).row
        if Channel.INBOX_1177 in row.route.channels:
            yield panes.painted_after(partial(bookings.show_row, row.row_no))


def _steps(utskick: Utskick, *, number: int) -> Iterator[tuple[float, float]]:
    """Down through the rows, each looked at until the next has been made."""
    bookings, panes = _ready_rows(utskick)
    QTest.keyClick(bookings.table, Qt.Key.Key_Home)
    for place in range(1, min(number, bookings.model.rowCount() - 1)):
        let_pass(_A_LOOK_S)
        press = partial(QTest.keyClick, bookings.table, Qt.Key.Key_Down)
        if _is_told_anew(bookings, place):
            yield panes.painted_after(press)
        else:
            press()


def _is_told_anew(bookings: BookingsView, place: int) -> bool:
    """Whether another message is painted than of the row above: namesakes may have equal ones."""
    row, above = bookings.model.line(place).row, bookings.model.line(place - 1).row
    is_message = Channel.INBOX_1177 in row.route.channels
    return is_message and row.draft.booking.visit.starts_at != above.draft.booking.visit.starts_at


def _ready_rows(utskick: Utskick) -> tuple[BookingsView, "_BothPanes"]:
    bookings = utskick.workbench.bookings
    bookings.chips[_READY].trigger()
    bookings.table.setFocus()
    let_pass(_A_MOMENT_S)
    return bookings, _BothPanes(utskick.workbench.preview)


class _BothPanes(QObject):
    """Sees the message and the page being painted anew."""

    def __init__(self, preview: PreviewView) -> None:
        super().__init__(preview)
        (self._paper,) = preview.findChildren(Paper)
        (self._body,) = preview.findChildren(MessageBody)
        self._before = (0, 0)
        self._painted: dict[QObject, float] = {}
        self._being_painted: set[QObject] = set()
        self._painting = Painting(preview.window())
        self._painting.ended.connect(self._note)
        self._loop = QEventLoop()
        self._patience = QTimer(self, singleShot=True, interval=round(PATIENCE_S * 1000))
        self._patience.timeout.connect(self._loop.quit)
        for place in (self._paper, self._body.viewport()):
            place.installEventFilter(self)

    def painted_after(self, press: Callable[[], object]) -> tuple[float, float]:
        """Milliseconds to the end of the painting that shows another message, another page."""
        self._before, self._painted = self._state(), {}
        self._patience.start()
        begun = perf_counter()
        press()
        self._loop.exec()
        if len(self._painted) < len(self._before):
            raise TimeoutError
        message, page = self._painted[self._body.viewport()], self._painted[self._paper]
        return (message - begun) * 1000, (page - begun) * 1000

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched not in self._painted:
            text_now, page_now = self._state()
            text, page = self._before
            is_page = watched is self._paper
            if (page_now not in (page, 0)) if is_page else (text_now != text):
                self._being_painted.add(watched)
        return False

    def _state(self) -> tuple[int, int]:
        """Numbers: to compare the rasters themselves takes as long as painting them."""
        return self._body.document().revision(), self._paper._image.cacheKey()

    def _note(self) -> None:
        self._painted.update(dict.fromkeys(self._being_painted, perf_counter()))
        self._being_painted.clear()
        if len(self._painted) == len(self._before):
            self._loop.quit()


def _first_rows(utskick: Utskick, folder: Path, sizes: Sizes, one: Format) -> Iterator[float]:
    """From a long file being opened to the paint of its first rows, wherever they are shown."""
    for run in range(sizes.runs):
        rows = sizes.long_file
        path = one.write(folder / f"first{run}.{one.ending}", rows=rows, first=run * rows)
        yield _FirstRows(utskick, path).painted_after(partial(utskick.open_files, path))
        wait_until(partial(shows, utskick, path))
        let_pass(_A_MOMENT_S)


class _FirstRows(QObject):
    """Sees rows of a file being painted: on the page of a file that is being read, or listed."""

    def __init__(self, utskick: Utskick, path: Path) -> None:
        super().__init__(utskick)
        beginning = utskick._view.loading_page.beginning
        self._shown_in: dict[QObject, Callable[[], bool]] = {
            beginning.viewport(): lambda: beginning.rowCount() > 0,
            utskick.workbench.bookings.table.viewport(): lambda: shows(utskick, path),
        }
        self._painted = False
        for place in self._shown_in:
            place.installEventFilter(self)

    def painted_after(self, opening: Callable[[], None]) -> float:
        """Milliseconds."""
        begun = perf_counter()
        opening()
        wait_until(lambda: self._painted)
        return (perf_counter() - begun) * 1000

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._shown_in[watched]():
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        self._painted = True
