"""Kills the sending program again and again: `python -m tests.killed_program 50`.

The sender is a process with the real services: history, test inbox and print house. It is killed
(SIGKILL) at random moments while it sends two samples, and started again. What is left is then
counted: every letter must stand somewhere, and none may have arrived twice.
"""

import random
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from app.adapters.test_inbox import deliveries
from app.bootstrap import open_services
from app.dispatch import Dispatch, Status
from app.history import Question
from app.services import Services
from app.settings import DataFolder
from tests.fakes import NOON

ROOT = Path(__file__).resolve().parent.parent

_SAMPLES = {"agfa_ei.csv", "paf.csv"}


@dataclass(frozen=True)
class Aftermath:
    """`queued` letters were promised; the rest is what became of them."""

    kills: int
    queued: int
    by_status: Counter[Status]
    lost: tuple[str, ...]
    doubled: tuple[str, ...]
    altered: tuple[str, ...]


def kill_while_sending(folder: Path, *, kills: int, seed: int) -> Aftermath:
    """Queues two samples, kills their sending, and lets the last run finish undisturbed."""
    data = DataFolder(folder)
    with open_services(data, now=lambda: NOON) as services:
        samples = [sample for sample in services.samples if sample.name in _SAMPLES]
        queued = sum(_queue(services, sample) for sample in samples)
    chance = random.Random(seed)  # noqa: S311 - moments of death, not secrets
    done = 0
    while done < kills and _send_and_die(folder, after=chance.randint(0, max(1, queued // kills))):
        done += 1
    with _run_sender(folder) as undisturbed:
        undisturbed.communicate()
    with open_services(data, now=lambda: NOON) as services:
        letters = services.archive.page(Question(), offset=0, limit=queued + 1)
        return _aftermath(services, data, letters, kills=done, queued=queued)


def _queue(services: Services, sample: Path) -> int:
    worklist = services.load(services.lay_out_sample(sample))
    worklist.examine_again(worklist.hear(services.ask_reach(worklist.persons())))
    for row in worklist.unchecked():
        worklist.note_check(row.draft, services.check(row))
    return len(services.queue(worklist.ready(), utskick=worklist.utskick).dispatches)


def _send_and_die(folder: Path, *, after: int) -> bool:
    """Kills a sender once it has told of `after` letters; False where it finished before that."""
    with _run_sender(folder) as sender:
        assert sender.stdout is not None
        for _ in range(after + 1):
            if not sender.stdout.readline():
                return False
        sender.kill()
    return True


def _run_sender(folder: Path) -> subprocess.Popen[str]:
    command = (sys.executable, "-m", "tests.killed_program", "--send", str(folder))
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)  # noqa: S603


def _send(folder: Path) -> None:
    """What the killed process does: what the window does at start and when told to go on."""
    with open_services(DataFolder(folder), now=lambda: NOON) as services:
        services.start()
        services.send(progress=lambda done, total: print(done, total, flush=True))


def _aftermath(
    services: Services,
    data: DataFolder,
    letters: tuple[Dispatch, ...],
    *,
    kills: int,
    queued: int,
) -> Aftermath:
    arrived: Counter[str | None] = Counter()
    taken: dict[str | None, bytes] = {}
    for delivery in deliveries(data.test_inbox):
        arrived[delivery.thread_id] += 1
        taken[delivery.thread_id] = delivery.docbook.encode()
    for page in data.print_house(services.settings).glob("*.pdf"):
        arrived[page.stem] += 1
        taken[page.stem] = page.read_bytes()
    sent = [str(letter.id) for letter in letters if letter.status is Status.SENT]
    return Aftermath(
        kills=kills,
        queued=queued,
        by_status=Counter(letter.status for letter in letters),
        lost=tuple(one for one in sent if not arrived[one]),
        doubled=tuple(str(one) for one, times in arrived.items() if times > 1),
        altered=tuple(
            str(letter.id)
            for letter in letters
            if taken.get(str(letter.id)) not in (None, services.archive.open(letter.id).content)
        ),
    )


def main() -> int:
    """Prints what became of the letters; 0 where none was lost, doubled or altered."""
    if sys.argv[1] == "--send":
        _send(Path(sys.argv[2]))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        after = kill_while_sending(Path(folder), kills=int(sys.argv[1]), seed=1177)
    told = ", ".join(f"{number} {status}" for status, number in sorted(after.by_status.items()))
    print(f"{after.kills} kills while sending {after.queued} letters: {told}")
    print(f"{len(after.lost)} lost, {len(after.doubled)} doubled, {len(after.altered)} altered")
    return 1 if after.lost or after.doubled or after.altered else 0


if __name__ == "__main__":
    sys.exit(main())
