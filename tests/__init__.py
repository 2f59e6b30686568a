"""The checks of the program; many are also commands, such as `python3 -m tests.model_check`.

Most commands import packages at once, so whoever starts one with a Python that has none is given
the environment here, before the command's own first line.
"""

from __future__ import annotations  # so that an older Python gets as far as being told

import importlib.util
import sys
from pathlib import Path

from app import provision

# They import no package before they have asked for what they need.
_SET_UP_THEMSELVES = ("tests", "tests.benchmark", "tests.pictures", "tests.release")


def _set_up_for_command() -> None:
    """While `-m` looks for its module, that name stands nowhere but in the whole command line."""
    command_line = getattr(sys, "orig_argv", ())  # an older Python has none
    if sys.argv[0] != "-m" or "-m" not in command_line or importlib.util.find_spec("PySide6"):
        return
    module = command_line[command_line.index("-m") + 1]
    if module not in _SET_UP_THEMSELVES:
        root = Path(__file__).resolve().parents[1]
        provision.ensure(module=module, extras=("dev",), root=root)


_set_up_for_command()
