"""Python's own `import`, in whose place PySide6 puts one that reads what is imported."""

import builtins

import PySide6.QtCore  # noqa: F401 - from here on its `import` is there to be taken back


def import_plainly() -> None:
    """PySide6 searches the source of every module for `__feature__`, which nothing here uses.

    A program that is ready to work has imported 900: that takes a tenth of a second.
    """
    builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)
