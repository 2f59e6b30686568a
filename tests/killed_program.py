"""Kills the sending program again and again: `python -m tests.killed_program 200 --faults 20`.

The sender is a process with the real services: history, test inbox and print house. It is killed
(SIGKILL) at random moments while it sends samples, and started again; with `--faults` the inbox
meets that percentage of the messages with a fault of any kind that a sender can see. What is left
is then counted: every letter must stand somewhere, and none may have arrived twice.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from app.adapters.test_inbox import deliveries
from app.adapters.test_inbox.process import identity_file
from app.bootstrap import open_services
from app.conduct import MIXED, Conduct
from app.dispatch import STATUS_NAMES, Dispatch, Status
from app.draft import Channel
from app.history import Question
from app.services import Services
from app.settings import DataFolder
from tests.fakes import NOON
from tests.misbehaving_inbox import line_to
from tests.queued_files import queue_file

ROOT = Path(__file__).resolve().parent.parent

# As many of them are queued as it takes for every kill to meet a letter.
_SAMPLES = ("agfa_ei.csv", "paf.csv", "rhks.csv")
_LETTERS_A_KILL = 2

# Seconds that a message may take: of the faults, three never answer.
_DEADLINE = 1.0
# A letter takes about that long, so that any step of it may be the last one.
_LONGEST_REPRIEVE = 0.02


@dataclass(frozen=True)
class Aftermath:
    """`queued` letters were promised; the rest is what became of them.

    `lost` stand as sent and never arrived, `forgotten` arrived and stand as if they had not, and
    `arrived_unclear` is how many of those that are UNKNOWN did.
    """

    kills: int
    queued: int
    by_status: Counter[Status]
    lost: tuple[str, ...]
    forgotten: tuple[str, ...]
    doubled: tuple[str, ...]
    altered: tuple[str, ...]
    arrived_unclear: int

    @property
    def is_harmless(self) -> bool:
        unseen = self.queued - self.by_status.total()
        return not (unseen or self.lost or self.forgotten or self.doubled or self.altered)


def kill_while_sending(folder: Path, *, kills: int, seed: int, faults: int = 0) -> Aftermath:
    """Queues samples, kills their sending, and lets the last run go on until nothing waits."""
    data = DataFolder(folder)
    with open_services(data, now=lambda: NOON) as services:
        queued = _queue_samples(services, at_least=_LETTERS_A_KILL * kills)
        if faults:
            services.conduct.keep(Conduct(MIXED, share=faults, seed=seed))
    chance = random.Random(seed)  # noqa: S311 - moments of death, not secrets
    done = 0
    while done < kills and _send_and_die(folder, chance, most=max(1, queued // kills)):
        done += 1
    with _run_sender(folder) as undisturbed:
        undisturbed.communicate()
    with open_services(data, now=lambda: NOON) as services:
        letters = services.archive.page(Question(), offset=0, limit=queued + 1)
        return _aftermath(services, data, letters, kills=done, queued=queued)


def _queue_samples(services: Services, *, at_least: int) -> int:
    samples = {sample.name: sample for sample in services.samples}
    queued = 0
    for name in _SAMPLES:
        if queued < at_least:
            queued += queue_file(services, services.lay_out_sample(samples[name]))
    return queued


def _send_and_die(folder: Path, chance: random.Random, *, most: int) -> bool:
    """Kills a sender in one of its first letters; False where it finished before that."""
    with _run_sender(folder) as sender:
        assert sender.stdout is not None
        for _ in range(1 + chance.randint(0, most)):
            if not sender.stdout.readline():
                return False
        time.sleep(chance.uniform(0, _LONGEST_REPRIEVE))
        sender.kill()
    return True


def _run_sender(folder: Path) -> subprocess.Popen[str]:
    command = (sys.executable, "-m", "tests.killed_program", "--send", str(folder))
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)  # noqa: S603


def _send(folder: Path) -> None:
    """What the killed process does: what the window does at start and when told to go on.

    And goes on telling so: a definite no or three unclear answers in a row stop a round.
    """
    data = DataFolder(folder)
    with open_services(data, now=lambda: NOON) as services:
        _be_impatient(services, data)
        services.start()
        while services.outbox.waiting():
            services.send(progress=lambda told: print(told.done, told.total, flush=True))


def _be_impatient(services: Services, data: DataFolder) -> None:
    """The same way to the inbox, but for the deadline of more than a minute."""
    port = json.loads(identity_file(data.test_inbox).read_bytes())["port"]
    line = line_to(f"http://127.0.0.1:{port}/", data.test_inbox, deadline=_DEADLINE)
    services.outbox._carriers[Channel.INBOX_1177] = line


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
    told = {str(letter.id): letter.status for letter in letters}
    known = {Status.SENT, Status.UNKNOWN}
    return Aftermath(
        kills=kills,
        queued=queued,
        by_status=Counter(letter.status for letter in letters),
        lost=tuple(one for one, at in told.items() if at is Status.SENT and not arrived[one]),
        forgotten=tuple(str(one) for one in arrived if told.get(str(one)) not in known),
        doubled=tuple(str(one) for one, times in arrived.items() if times > 1),
        altered=tuple(
            str(letter.id)
            for letter in letters
            if taken.get(str(letter.id)) not in (None, services.archive.open(letter.id).content)
        ),
        arrived_unclear=sum(at is Status.UNKNOWN and arrived[one] > 0 for one, at in told.items()),
    )


def main() -> int:
    """Prints what became of the letters; 0 where none was lost, forgotten, doubled or altered."""
    arguments = _arguments()
    if arguments.send:
        _send(arguments.send)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        after = kill_while_sending(
            Path(folder), kills=arguments.kills, seed=arguments.seed, faults=arguments.faults
        )
    told = ", ".join(f"{n} {STATUS_NAMES[at]}" for at, n in sorted(after.by_status.items()))
    print(f"{after.kills} kills while sending {after.queued} letters: {told}")
    print(f"{after.arrived_unclear} of those that are {STATUS_NAMES[Status.UNKNOWN]} had arrived")
    print(
        f"{len(after.lost)} lost, {len(after.forgotten)} forgotten, "
        f"{len(after.doubled)} silently doubled, {len(after.altered)} altered"
    )
    return 0 if after.is_harmless else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.killed_program", description=__doc__)
    parser.add_argument("kills", type=int, nargs="?", default=50)
    parser.add_argument("--faults", type=int, default=0, metavar="PERCENT")
    parser.add_argument("--seed", type=int, default=1177)
    parser.add_argument("--send", type=Path, metavar="DIR", help="be the program that is killed")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
