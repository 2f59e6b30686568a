"""The program is killed after a decision and in the middle of sending, and goes on from there."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from app.adapters.test_inbox import deliveries
from app.bootstrap import open_services
from app.draft import Channel
from app.history import Question
from app.rows import RowStatus
from app.services import Services
from app.settings import DataFolder
from app.worklist import Worklist
from tests.deciding_child import LEFT_OUT, WITH_TEXT
from tests.exports import AGFA_EI, table
from tests.fakes import NOON

ROOT = Path(__file__).resolve().parents[2]
# Official test numbers of adults.
PERSONS = ("198902122392", "195907113178", "194706112234", "198001022386", "198002092388")


@pytest.mark.parametrize("step", ["kept", "sending"])
def test_a_killed_program_keeps_every_decision_and_doubles_no_letter(tmp_path: Path, step: str):
    data = DataFolder(tmp_path / "data")
    file = tmp_path / "dagens.csv"
    file.write_bytes(table(*map(entry, PERSONS)))

    kill_when_told(data.root, file, step=step)
    file.unlink()

    with open_services(data, now=lambda: NOON) as services:
        services.start()
        kept = services.open_list.read()
        assert kept
        assert kept.shown == WITH_TEXT
        worklist = services.reopen(kept)
        assert worklist.row(LEFT_OUT).draft.left_out == "Ring patienten"
        assert worklist.row(WITH_TEXT).draft.free_text == "Ta hissen."
        send_all(services, worklist)
        assert arrived(services) == {"198902122392": 0, **dict.fromkeys(PERSONS[1:], 1)}


def entry(person: str) -> dict[str, str]:
    return AGFA_EI | {
        "Undersöknings-id": f"EI{person}",
        "Patient-id": person,
        "Undersökningsdatum": "2027-01-12",
    }


def kill_when_told(folder: Path, file: Path, *, step: str) -> None:
    command = (sys.executable, "-m", "tests.deciding_child", str(folder), str(file))
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:  # noqa: S603 - our own
        assert program.stdout is not None
        assert any(line.strip() == step for line in program.stdout)
        program.kill()


def send_all(services: Services, worklist: Worklist) -> None:
    """What the window does with a list, and with what waits since before the kill."""
    worklist.examine_again(worklist.hear(services.ask_reach(worklist.persons())))
    for row in worklist.unchecked():
        worklist.note_check(row.draft, services.check(row))
    assert RowStatus.REVIEW not in {row.status for row in worklist.rows}
    services.queue(worklist.ready(), utskick=worklist.utskick)
    while services.outbox.waiting():
        services.send()


def arrived(services: Services) -> dict[str, int]:
    """How many letters each person has got through the channel in which they got the most."""
    data = services.data_folder
    ids = Counter(one.thread_id for one in deliveries(data.test_inbox))
    ids.update(page.stem for page in data.print_house(services.settings).glob("*.pdf"))
    letters = services.archive.page(Question(), offset=0, limit=100)
    got = {(letter.person, channel): 0 for letter in letters for channel in Channel}
    for letter in letters:
        got[letter.person, letter.channel] += ids[str(letter.id)]
    return {
        person: max((got.get((person, channel), 0) for channel in Channel), default=0)
        for person in PERSONS
    }
