"""Makes what a release needs: `python3 -m tests.release lock | bill FILE | package FOLDER`.

In an environment of its own, which the set-up fills with nothing but locked packages:
`KALLELSER_VENV=build/venv python3 -m tests.release package dist`.
"""

import argparse
import sys
from pathlib import Path

from app import provision
from tests.release.locks import lock
from tests.release.package import build, has_run_its_tour


def main() -> int:
    arguments = _arguments()
    provision.ensure(module="tests.release", extras=("release",))
    code: int = arguments.run(arguments)
    return code


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m tests.release", description=__doc__)
    commands = parser.add_subparsers(required=True)
    locking = commands.add_parser("lock", help="pin every package with its hashes")
    locking.add_argument("--upgrade", action="store_true", help="to the newest that are allowed")
    locking.set_defaults(run=_lock)
    telling = commands.add_parser("bill", help="write the software bill of materials")
    telling.add_argument("file", type=Path)
    telling.set_defaults(run=_tell)
    building = commands.add_parser("package", help="build the program, and let it run its tour")
    building.add_argument("folder", type=Path)
    building.set_defaults(run=_build)
    return parser.parse_args()


def _lock(arguments: argparse.Namespace) -> int:
    lock("--upgrade" if arguments.upgrade else "--no-upgrade")
    return 0


def _tell(arguments: argparse.Namespace) -> int:
    from tests.release.bill import bill_of_materials  # noqa: PLC0415 - not there before the set-up

    arguments.file.write_bytes(bill_of_materials())
    return 0


def _build(arguments: argparse.Namespace) -> int:
    program = build(arguments.folder)
    arguments.file = program.with_name("sbom.cdx.json")
    return _tell(arguments) or int(not has_run_its_tour(program))


if __name__ == "__main__":
    sys.exit(main())
