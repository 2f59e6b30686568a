"""Runs every check of the project: `python3 -m tests`; with arguments, only pytest with those.

Sets itself up first, goes on where a check fails, and ends with the count of the tests.
"""

from __future__ import annotations  # so that an older Python gets as far as being told

import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NamedTuple

from app import provision

ROOT = Path(__file__).resolve().parents[1]
APP_COVERAGE = 95
UI_COVERAGE = 85
LIMIT = 2400.0  # seconds; what hangs is ended and has failed


class Check(NamedTuple):
    """One thing to run: its name, and the command after `python`."""

    name: str
    command: tuple[str, ...]


class Outcome(NamedTuple):
    """How a check went: exit code, 0 where it passed, and all that it wrote."""

    check: Check
    code: int
    seconds: float
    output: str


# One process more than cores, since each waits for disks and for other programs a third of its
# time (measured); more than four would want more memory than a small machine has. Files go in the
# order of their names: else those of one long test each are all left for the end.
BESIDE_EACH_OTHER = (
    f"--numprocesses={min(1 + (os.cpu_count() or 1), 4)}",
    "--dist=loadfile",
    "--no-loadscope-reorder",
)
PYTEST = Check("pytest", ("-m", "pytest", *BESIDE_EACH_OTHER, "--cov", "--cov-report="))
CHECKS = (
    Check("ruff check", ("-m", "ruff", "check", ".")),
    Check("ruff format", ("-m", "ruff", "format", "--check", ".")),
    Check("mypy", ("-m", "mypy")),
    Check("import contracts", ("-c", "from importlinter import cli; cli.lint_imports_command()")),
    PYTEST,
    Check(
        f"coverage of app >= {APP_COVERAGE} %",
        ("-m", "coverage", "report", "--include=app/*", f"--fail-under={APP_COVERAGE}"),
    ),
    Check(
        f"coverage of ui >= {UI_COVERAGE} %",
        ("-m", "coverage", "report", "--include=ui/*", f"--fail-under={UI_COVERAGE}"),
    ),
    Check("packaged program", ("-m", "tests.release", "package", "dist")),
)


def main() -> int:
    """0 where all passed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # no test needs a display
    provision.ensure(module="tests", extras=("dev", "release"))
    if arguments := sys.argv[1:]:
        import pytest  # noqa: PLC0415 - not there before the set-up

        return pytest.main(arguments)
    outcomes = [_run(check) for check in CHECKS]
    _write("\n" + "\n".join(map(_result, outcomes)))
    _write(f"Everything took {sum(outcome.seconds for outcome in outcomes):.1f} s.")
    _write(count_tests(next(found.output for found in outcomes if found.check is PYTEST)))
    return max(min(outcome.code, 1) for outcome in outcomes)


def _run(check: Check) -> Outcome:
    """Passes on what the check writes as it comes, and keeps it."""
    _write(f"\n=== {check.name} ===")
    started, lines = time.monotonic(), []
    with subprocess.Popen(  # noqa: S603 - the commands above
        [sys.executable, *check.command],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        end_it = threading.Timer(LIMIT, process.kill)
        end_it.start()
        for line in process.stdout or ():
            lines.append(line)
            _write(line, end="")
        end_it.cancel()
    return Outcome(check, process.returncode, time.monotonic() - started, "".join(lines))


def _result(outcome: Outcome) -> str:
    verdict = "FAILED" if outcome.code else "passed"
    return f"{verdict} {outcome.seconds:6.1f} s  {outcome.check.name}"


def count_tests(output: str) -> str:
    """`312 passed, 0 failed, 3 skipped` from what pytest wrote.

    An error counts as a failure, and so does a run that broke off before its closing line.
    """
    closing = re.findall(r"^=* ?(\S.*) in \d+\.\d+s", output, re.MULTILINE) or ["1 failed"]
    counts = {kind: int(number) for number, kind in re.findall(r"(\d+) (\w+)", closing[-1])}
    failed = sum(counts.get(kind, 0) for kind in ("failed", "error", "errors"))
    return f"{counts.get('passed', 0)} passed, {failed} failed, {counts.get('skipped', 0)} skipped"


def _write(text: str, *, end: str = "\n") -> None:
    sys.stdout.write(text + end)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
