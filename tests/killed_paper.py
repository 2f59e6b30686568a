"""Kills the sender of paper while a print house collects: `python -m tests.killed_paper 200`.

The sender is a process with a history and the drop folder. It is killed (SIGKILL) somewhere among
the calls that write, rename and fsync, and started again, while another thread collects whatever
has been handed over. Every letter that was printed is then held against its manifest.
"""

import csv
import hashlib
import os
import random
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from app.adapters.pdf_pages import PdfPages
from app.adapters.print_house import SUM, SUMMED, PrintHouse
from app.adapters.processes import is_alive, this_process
from app.adapters.store import SqliteStore
from app.dispatch import Status
from app.history import Question
from app.letters import Letter
from app.outbox import Outbox
from app.preview import Preview
from tests.fakes import NOON, ONLY_LETTER, make_previews, queue_letters
from tests.marked_pdf import marked_pdf
from tests.sample_letters import PROFILE

ROOT = Path(__file__).resolve().parent.parent

# How long the print house rests between two looks, in seconds.
_RESTS = 0.002


@dataclass
class FakePrintHouse:
    """Collects from a folder all the time, and notes what it would print."""

    folder: Path
    printed: Counter[str] = field(default_factory=Counter)
    torn: list[str] = field(default_factory=list)
    _closed: threading.Event = field(default_factory=threading.Event)

    def work(self) -> None:
        while not self._closed.wait(_RESTS):
            self.collect()

    def close(self) -> None:
        self._closed.set()

    def collect(self) -> None:
        """A manifest is taken by moving it away; then the letters that stand in it."""
        for manifest in self.folder.glob("manifest_*.csv"):
            taken = manifest.with_suffix(".taken")
            try:
                manifest.rename(taken)
            except FileNotFoundError:
                continue
            self._print(taken)
            taken.unlink()

    def _print(self, taken: Path) -> None:
        *rows, sums = csv.DictReader(taken.read_text("utf-8").splitlines())
        counted = [len(rows), *(sum(int(row[name]) for row in rows) for name in SUMMED[1:])]
        if sums["id"] != SUM or [int(sums[name]) for name in SUMMED] != counted:
            self.torn.append(taken.name)
        for row in rows:
            self.printed[row["id"]] += 1
            pdf = self.folder / row["fil"]
            if not pdf.exists() or _sha256(pdf) != row["sha256"]:
                self.torn.append(row["id"])
            pdf.unlink(missing_ok=True)


@dataclass(frozen=True)
class Aftermath:
    """`lost` were sent and never printed; `unclear` stand as Oklart for a person to settle."""

    kills: int
    letters: int
    unclear: int
    unclear_but_printed: int
    lost: tuple[str, ...]
    twice: tuple[str, ...]
    torn: tuple[str, ...]


def kill_while_collected(folder: Path, *, letters: int, kills: int, seed: int) -> Aftermath:
    """Queues letters, kills their sender again and again, and lets the last run finish."""
    history = folder / "history.sqlite3"
    with SqliteStore(history) as store:
        queue_letters(store, _previews(letters))
    house = FakePrintHouse(folder / "in")
    collecting = threading.Thread(target=house.work)
    collecting.start()
    chance = random.Random(seed)  # noqa: S311 - moments of death, not secrets
    # A letter makes eight calls, or seven where the manifest was collected before.
    most = max(1, 14 * letters // kills)
    done = 0
    while done < kills and _run_and_die(folder, after=chance.randint(0, most)):
        done += 1
    with _started(folder) as undisturbed:
        undisturbed.communicate()
    house.close()
    collecting.join()
    house.collect()
    with SqliteStore(history) as store:
        return _aftermath(store, house, kills=done, letters=letters)


def _previews(number: int) -> list[Preview]:
    return [
        replace(one, page=_page_of(one.letter, pages=1 + row % 3))
        for row, one in enumerate(make_previews(number, route=ONLY_LETTER))
    ]


def _page_of(letter: Letter, *, pages: int) -> bytes:
    return marked_pdf(letter.reference, pages=pages, name=letter.draft.booking.patient.name)


def _run_and_die(folder: Path, *, after: int) -> bool:
    """Kills a sender once it has told of `after` calls; False where it finished before that."""
    with _started(folder) as sender:
        assert sender.stdout is not None
        for _ in range(after + 1):
            if not sender.stdout.readline():
                return False
        sender.kill()
    return True


def _started(folder: Path) -> subprocess.Popen[str]:
    command = (sys.executable, "-m", "tests.killed_paper", "--send", str(folder))
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)  # noqa: S603


def _send(folder: Path) -> None:
    """What the killed process does."""
    pages = PdfPages(PROFILE)
    with SqliteStore(folder / "history.sqlite3") as store:
        outbox = Outbox(
            store=store,
            carriers=[PrintHouse(folder / "in", profile=PROFILE, pages=pages)],
            now=lambda: NOON,
            user="prov",
            owner=this_process(),
            owner_is_alive=is_alive,
        )
        os.fsync = _told(os.fsync)
        Path.rename = _told(Path.rename)  # type: ignore[method-assign]  # the same, and told
        Path.replace = _told(Path.replace)  # type: ignore[method-assign]  # the same, and told
        outbox.settle_interrupted()
        outbox.send_queued()


def _told(call: Callable[..., Any]) -> Callable[..., Any]:
    def told(*arguments: Any) -> Any:
        print(call.__name__, flush=True)
        return call(*arguments)

    return told


def _aftermath(store: SqliteStore, house: FakePrintHouse, *, kills: int, letters: int) -> Aftermath:
    told = store.page(Question(), offset=0, limit=letters + 1)
    assert len(told) == letters
    assert {one.status for one in told} <= {Status.SENT, Status.UNKNOWN}
    unclear = [str(one.id) for one in told if one.status is Status.UNKNOWN]
    sent = [str(one.id) for one in told if one.status is Status.SENT]
    return Aftermath(
        kills=kills,
        letters=letters,
        unclear=len(unclear),
        unclear_but_printed=sum(bool(house.printed[one]) for one in unclear),
        lost=tuple(one for one in sent if not house.printed[one]),
        twice=tuple(one for one, times in house.printed.items() if times > 1),
        torn=tuple(house.torn),
    )


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> int:
    """Prints what became of the letters; 0 where none was lost, torn or printed twice."""
    if sys.argv[1] == "--send":
        _send(Path(sys.argv[2]))
        return 0
    kills = int(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        after = kill_while_collected(Path(folder), letters=15 * kills, kills=kills, seed=1177)
    print(f"{after.kills} kills while {after.letters} letters were collected:")
    print(f"{len(after.torn)} torn, {len(after.twice)} twice, {len(after.lost)} lost,")
    print(f"{after.unclear} unclear ({after.unclear_but_printed} of them printed)")
    return 1 if after.torn or after.twice or after.lost else 0


if __name__ == "__main__":
    sys.exit(main())
