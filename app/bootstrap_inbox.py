"""The composition root of the built-in test inbox, a process of its own beside the program.

It imports a third of what the program does, for it is started while the program is.
"""

import argparse
from pathlib import Path

from app.adapters import docbook, test_inbox
from app.wall_clock import wall_clock


def main() -> None:
    """Answers until no program uses the inbox any more."""
    parser = argparse.ArgumentParser(prog="python -m app.bootstrap_inbox")
    parser.add_argument("folder", type=Path, help="where it keeps what it has been sent")
    folder = parser.parse_args().folder
    test_inbox.serve(folder, docbook_problems=docbook.validate, now=wall_clock)


if __name__ == "__main__":
    main()
