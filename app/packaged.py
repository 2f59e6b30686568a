"""Start here in a packaged copy: it has no Python that could run our other programs with -m."""

import runpy
import sys

from app.__main__ import main

# Only these, so that a copy on a reception's PC is no Python for everybody.
_PROGRAMS = ("app.bootstrap_inbox", "app.adapters.workbook_process")


def run(arguments: list[str]) -> int:
    """Takes the command line of our own programs as Python does: `-m app.bootstrap_inbox …`."""
    command = [one for one in arguments if one != "-E"]
    if command[:1] != ["-m"]:
        return main()
    _, program, *rest = command
    if program not in _PROGRAMS:
        sys.exit(f"{program} is no program of this copy")
    sys.argv = [program, *rest]
    runpy.run_module(program, run_name="__main__")
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
