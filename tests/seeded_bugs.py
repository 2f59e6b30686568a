"""Puts one bug at a time into a copy of the program: `python3 -m tests.seeded_bugs`.

Each is a slip that would lose or double letters, and some test of the proofs of sending has to
fail for it. A bug whose place in the code is gone fails too, so that none is left behind.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]

# The quickest first: a run ends with the first test that fails.
SUITE = (
    "tests/app/test_outbox.py",
    "tests/app/test_decisions.py",
    "tests/test_model_check.py",
    "tests/test_sending_stateful.py",
    "tests/test_power_loss.py",
)
_QUICKLY = ("-x", "-q", "-p", "no:cacheprovider", "-k", "not million")
_TESTS_FAILED = 1


class Bug(NamedTuple):
    """`right` stands once in the file, and `wrong` in its place is the bug."""

    name: str
    file: str
    right: str
    wrong: str


BUGS = (
    Bug(
        "the doubt is forgotten",
        "app/adapters/store/outgoing.py",
        "maybe=to is Status.UNKNOWN or (old.maybe and to is not Status.QUEUED)",
        "maybe=False",
    ),
    Bug(
        "a living program is robbed",
        "app/outbox.py",
        "return owner == self._owner or not self._owner_is_alive(owner)",
        "return True",
    ),
    Bug(
        "the letter leaves before the intent is stored",
        "app/adapters/store/outgoing.py",
        "            _write_move(connection, claimed, owner=owner, who=who)\n",
        "",
    ),
    Bug(
        "an outage goes through the whole queue",
        "app/tally.py",
        "elif self._unclear[channel] >= BREAKER:",
        "elif self._unclear[channel] > 1000:",
    ),
    Bug(
        "an unclear answer counts as a definite no",
        "app/outbox.py",
        "self._finish(dispatch_id, Status.UNKNOWN, str(error)), because",
        "self._finish(dispatch_id, Status.QUEUED, str(error)), because",
    ),
    Bug(
        "a letter is sent without a receipt",
        "app/outbox.py",
        "Status.SENT, _SENT, receipt=receipt.text",
        "Status.SENT, _SENT",
    ),
    Bug(
        "a letter is taken over without looking whose it is",
        "app/adapters/store/outgoing.py",
        "AND status = 'SENDING' AND owner = ?",
        "AND status = 'SENDING' AND ? <> ''",
    ),
    Bug(
        "the same letter is new each time",
        "app/adapters/store/outgoing.py",
        "                if not stored and not _is_purged(connection, order.dispatch):\n",
        "                if True:\n",
    ),
    Bug(
        "a commit is not synced",
        "app/adapters/store/file.py",
        "PRAGMA synchronous = FULL",
        "PRAGMA synchronous = NORMAL",
    ),
    Bug(
        "what was cut off is not settled before sending",
        "app/outbox.py",
        "            self.settle_interrupted()\n            line",
        "            line",
    ),
    Bug(
        "the quiet period is not waited for",
        "app/decisions.py",
        "if self._now() < opens:",
        "if not why:",
    ),
    Bug(
        "a letter is moved without looking whose it is",
        "app/adapters/store/outgoing.py",
        ' or row["owner"] != owner:',
        ":",
    ),
    Bug(
        "a crash counts as nothing sent",
        "app/outbox.py",
        "return self._finish(dispatch.id, Status.UNKNOWN, text)",
        "return self._finish(dispatch.id, Status.QUEUED, text)",
    ),
    Bug(
        "a letter moves off the table",
        "app/adapters/store/outgoing.py",
        "if to not in ALLOWED[old.status] or row",
        "if row",
    ),
)


def catches() -> dict[str, str]:
    """By the bug's name, the test that failed first; empty where none did."""
    with ThreadPoolExecutor(os.cpu_count()) as runs:
        return dict(zip((bug.name for bug in BUGS), runs.map(_caught_by, BUGS), strict=True))


def _caught_by(bug: Bug) -> str:
    """Empty too where the bug could not be put in."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _copy_to(root)
        file = root / bug.file
        text = file.read_text("utf-8")
        if text.count(bug.right) != 1:
            return ""
        file.write_text(text.replace(bug.right, bug.wrong), "utf-8")
        run = subprocess.run(  # noqa: S603 - our own tests
            (sys.executable, "-m", "pytest", *_QUICKLY, *SUITE),
            cwd=root,
            capture_output=True,
            text=True,
            env={**os.environ, "SENDING_EXAMPLES": "40", "PYTHONPATH": ""},
            check=False,
        )
    failed = re.findall(r"^(?:FAILED|ERROR) \S+?([\w.]+::\S+)", run.stdout, re.MULTILINE)
    return failed[0] if run.returncode == _TESTS_FAILED and failed else ""


def _copy_to(root: Path) -> None:
    """All but the window and what tests do for its sake."""
    for folder in ("app", "resources", "templates"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (root / "tests").mkdir()
    files = set(ROOT.glob("tests/*.py")) - {ROOT / "tests/conftest.py"}
    for file in files | set(ROOT.glob("tests/app/*.py")):
        copy = root / file.relative_to(ROOT)
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(file, copy)
    shutil.copy(ROOT / "pyproject.toml", root)


def main() -> int:
    """Prints who caught each bug; 0 where all were caught."""
    found = catches()
    for name, test in found.items():
        print(f"{name}: {test or 'NOT CAUGHT'}")
    print(f"{sum(map(bool, found.values()))} of {len(BUGS)} bugs caught")
    return 0 if all(found.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
