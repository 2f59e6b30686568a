"""The test inbox is a small program of its own."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_test_inbox_takes_no_time_from_a_program_that_starts_for_what_it_never_uses():
    ran = subprocess.run(
        (sys.executable, "-c", "import sys, app.bootstrap_inbox; print(*sys.modules)"),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    imported = {*ran.stdout.split()}
    assert "app.adapters.test_inbox" in imported
    assert not imported & {"app.bootstrap", "app.services", "httpx", "typst", "sqlcipher3"}
