"""Two versions of the templates compared on bookings, where every letter has changed."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import psutil

from app.bootstrap import TEMPLATES, open_services
from app.differences import Comparison
from app.settings import DataFolder
from app.template_versions import TemplateVersions
from tests.benchmark.exports import write_export
from tests.benchmark.figures import Figure, Sizes, clocked
from tests.fakes import NOON

_ALL_S = 20.0
_FIRST_S = 1.0
_MOST_MB = 500.0


def figures(sizes: Sizes, folder: Path) -> Iterator[Figure]:
    """In a process of its own: what it holds is told, and others have held more before it."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        first, whole, held = alone.submit(_compared, sizes, folder).result()
    name = f"{sizes.letters:,} bookings in two versions and channels"
    target = _ALL_S if sizes.letters == 1000 else None
    yield Figure("the first compared letters are there", first, _FIRST_S, unit="s")
    yield Figure(f"{name} compared", [whole], target, unit="s")
    yield Figure(f"{name}: RSS of the whole", [held], _MOST_MB, unit="MB")


def _compared(sizes: Sizes, folder: Path) -> tuple[list[float], float, float]:
    """Seconds to the first results and to all, and megabytes held.

    The first result is timed from the press, so the versions are read within it.
    """
    draft = Path(shutil.copytree(TEMPLATES, folder / "draft"))
    for body in draft.glob("letter_types/*/body.md.j2"):
        body.write_text(f"{body.read_text('utf-8').rstrip()}\n\nEn mening till.\n", "utf-8")
    with open_services(DataFolder(folder / "data"), now=lambda: NOON) as services:
        worklist = services.load(write_export(folder / "bookings.csv", rows=sizes.letters))
        versions = TemplateVersions(services)
        drafts = versions.pseudonymous(row.draft for row in worklist.rows)

        def compare(among: slice) -> Comparison:
            comparer = versions.comparer(versions.current(), versions.in_folder(draft))
            return comparer.compare(drafts[among], makers=services.letter_makers)

        # The list begins with bookings that no letter can be made of.
        first = [clocked(lambda: compare(slice(-10, None))) / 1000 for _ in range(sizes.runs)]
        whole = clocked(lambda: compare(slice(None))) / 1000
    return first, whole, psutil.Process().memory_info().rss / 1024**2
