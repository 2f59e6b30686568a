"""The list of the real window, offscreen: the work of a search's key, and when it is painted."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop
from PySide6.QtTest import QTest

from tests.benchmark.exports import write_export
from tests.benchmark.figures import Figure, Sizes, p95
from tests.benchmark.offscreen import Painting, application, let_pass, wait_until
from tests.benchmark.window import running_window, shows
from ui.main_window import MainWindow
from ui.utskick import Utskick

_A_LOOK_S = 0.1
_A_WHILE_S = 1.0
# A name's beginning that many have, a time, a number and what nobody has.
_TYPED = ("tallh", "10.4", "1989", "xyz")


def figures(sizes: Sizes, folder: Path) -> Iterator[Figure]:
    """The targets are of the work of a key, after which Qt paints what is left of the list."""
    application()
    folder.mkdir()
    for rows, target in ((2 * sizes.short_file, 16.0), (sizes.longest_file, 50.0)):
        with running_window(folder / str(rows)) as (window, utskick):
            _open_unchecked(utskick, write_export(folder / f"{rows}.csv", rows=rows))
            works, paints = zip(*_keys(window, utskick, runs=sizes.runs), strict=True)
            yield Figure(f"{rows:,} rows: a search's key, p95", works, target, told=p95)
            yield Figure(f"{rows:,} rows: a search's key until painted, p95", paints, told=p95)


def _open_unchecked(utskick: Utskick, path: Path) -> None:
    """The letters are not checked meanwhile, for minutes: it is the search that is measured."""
    utskick.open_files(path)
    wait_until(partial(shows, utskick, path))
    let_pass(_A_LOOK_S)
    utskick._checker.stop()
    let_pass(_A_WHILE_S)


def _keys(window: MainWindow, utskick: Utskick, *, runs: int) -> Iterator[tuple[float, float]]:
    """Milliseconds of each key's work, and from the key to the end of its painting."""
    field, painted = utskick._view.search, QEventLoop()
    painting = Painting(window)
    painting.ended.connect(painted.quit)
    field.setFocus()
    for typed in _TYPED * runs:
        for letter in typed:
            let_pass(_A_LOOK_S)
            begun = perf_counter()
            QTest.keyClicks(field, letter)
            worked = perf_counter()
            painted.exec()
            yield (worked - begun) * 1000, (perf_counter() - begun) * 1000
        field.clear()
