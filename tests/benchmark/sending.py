"""What sending costs besides the other side: the two commits of a letter, and a whole round."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from app.adapters.store import SqliteStore
from app.bootstrap import open_services
from app.dispatch import Dispatch, Status
from app.settings import DataFolder
from tests.benchmark.exports import write_export
from tests.benchmark.figures import Figure, Sizes, clocked, p95
from tests.fakes import NOON, bring_to, make_previews, queue_letters
from tests.queued_files import queue_file

# Two commits on a spinning disk, by the safety study: 6 % of a letter's second.
_COMMITS_MS = 60.0


def figures(sizes: Sizes, folder: Path) -> Iterator[Figure]:
    folder.mkdir()
    with SqliteStore(folder / "commits.sqlite3") as store:
        letters = queue_letters(store, make_previews(sizes.letters))
        commits = [clocked(partial(_claim_and_move, store, letter)) for letter in letters]
    yield Figure("commit of intent and of outcome, per letter", commits)
    yield Figure("commit of intent and of outcome, p95", commits, _COMMITS_MS, told=p95)
    with open_services(DataFolder(folder / "data"), now=lambda: NOON) as services:
        queued = queue_file(services, write_export(folder / "all.csv", rows=sizes.sent_rows))
        taken = clocked(services.send)
    yield Figure(f"{queued:,} letters sent in test mode, each", [taken / queued])
    yield Figure("letters sent a second in test mode", [queued / taken * 1000], unit="/s")


def _claim_and_move(store: SqliteStore, letter: Dispatch) -> None:
    bring_to(store, letter, Status.SENT)
