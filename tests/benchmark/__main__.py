"""Prints the figures of the README on this machine: `python -m tests.benchmark`.

Compare ratios between machines, never milliseconds: `× ref` counts in the machine's own fixed
piece of Python work. Exits with 1 where a target is missed. `--quick` only shows that all runs.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from app import provision
from app.__main__ import make_swift


def main() -> int:
    arguments = _arguments()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    provision.ensure(module="tests.benchmark", extras=("dev",))
    from tests.benchmark import figures, table  # noqa: PLC0415 - their packages are there now

    make_swift()
    with tempfile.TemporaryDirectory(prefix="kallelser-") as folder:
        sizes = figures.QUICK if arguments.quick else figures.FULL
        return 1 if table.show(sizes, folder=Path(folder)) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="tiny sizes, worthless figures")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
