"""Prints the figures of the README on this machine: `python -m tests.benchmark`.

Each part is measured in a process of its own, as the program is when it has been started; name
parts to measure no others. Compare ratios between machines, never milliseconds: `× ref` counts in
the machine's own fixed piece of Python work. Exits with 1 where a target is missed. `--quick` only
shows that all runs.
"""

import argparse
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from app import provision


def main() -> int:
    arguments = _arguments()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    provision.ensure(module="tests.benchmark", extras=("dev",))
    from tests.benchmark import figures, table  # noqa: PLC0415 - their packages are there now

    if unknown := {*arguments.parts} - {*table.PARTS}:
        raise SystemExit(f"{', '.join(sorted(unknown))}: not among {', '.join(table.PARTS)}")
    sizes = figures.QUICK if arguments.quick else figures.FULL
    table.write_head()
    missed = 0
    for part in arguments.parts or table.PARTS:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            missed += alone.submit(table.show, part, sizes).result()
    table.write_end(missed)
    return 1 if missed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help="such as `starts` or `window`")
    parser.add_argument("--quick", action="store_true", help="tiny sizes, worthless figures")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
