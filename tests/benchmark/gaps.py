"""How long the real window, offscreen, stands still: the longest gaps between a timer's beats."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import Qt, QTimer

from tests.benchmark.exports import write_export
from tests.benchmark.figures import Figure, Sizes
from tests.benchmark.offscreen import BEAT_MS, let_pass, wait_until
from tests.benchmark.window import open_checked, running_window, shows
from ui.confirm_sheet import ConfirmSheet
from ui.main_window import MainWindow
from ui.utskick import Utskick

_A_MOMENT_S = 0.3
_SENT_SAMPLES = {"agfa_ei.csv", "paf.csv"}
_LONGEST_GAP = 50.0


def figures(sizes: Sizes, folder: Path) -> Iterator[Figure]:
    """`folder` is there already."""
    with running_window(folder / "gaps") as (_, utskick):
        yield _gap("nothing", _untouched(sizes.watched_s), target=None)
        yield _gap("a load", _loads(utskick, folder, sizes))
        yield _gap("checks", _untouched(sizes.watched_s))
    with running_window(folder / "sends") as (window, utskick):
        yield _gap("a send", _sends(window, utskick))
        visits = _first_visits(window)
        name = "longest gap of the event loop during a first visit to a view"
        yield Figure(name, visits, _LONGEST_GAP, told=max)


@contextmanager
def heartbeat() -> Iterator[list[float]]:
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
    timer.start(BEAT_MS)
    yield gaps
    beat()


def _gap(what: str, gaps: list[float], *, target: float | None = _LONGEST_GAP) -> Figure:
    return Figure(f"longest gap of the event loop during {what}", gaps, target)


def _untouched(seconds: float) -> list[float]:
    with heartbeat() as gaps:
        let_pass(seconds)
    return [max(gaps)]


def _loads(utskick: Utskick, folder: Path, sizes: Sizes) -> list[float]:
    """The longest gap of each load, until the list is painted and the first checks have begun."""
    longest = []
    for run in range(sizes.runs):
        rows = sizes.long_file
        path = write_export(folder / f"gaps{run}.csv", rows=rows, first=run * rows)
        with heartbeat() as gaps:
            utskick.open_files(path)
            wait_until(partial(shows, utskick, path))
            let_pass(_A_MOMENT_S)
        longest.append(max(gaps))
    return longest


def _sends(window: MainWindow, utskick: Utskick) -> list[float]:
    """Two samples, each from the key that opens the confirm sheet to the round's last word."""
    longest = []
    for sample in utskick._services.samples:
        if sample.name not in _SENT_SAMPLES:
            continue
        open_checked(utskick, sample)
        with heartbeat() as gaps:
            window.commands.send.trigger()
            # The sheet is seen before it is answered: two keys never come in one turn.
            let_pass(_A_MOMENT_S)
            (sheet,) = window.findChildren(ConfirmSheet)
            sheet.sure.setChecked(True)
            sheet.send_button.click()
            wait_until(lambda: not utskick.sending)
            let_pass(_A_MOMENT_S)
        assert utskick.worklist is not None
        assert utskick.worklist.counts().sent > 0
        longest.append(max(gaps))
    return longest


def _first_visits(window: MainWindow) -> list[float]:
    """To each view once, when it is made."""
    return [
        _visit(show)
        for show in (
            window.show_history,
            window.show_settings,
            window.show_evaluation,
            window.show_templates,
        )
    ]


def _visit(show: Callable[[], None]) -> float:
    with heartbeat() as gaps:
        show()
        let_pass(_A_MOMENT_S)
    return max(gaps)
