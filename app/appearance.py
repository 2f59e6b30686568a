"""Whether the window is light or dark."""

from enum import StrEnum


class Appearance(StrEnum):
    """What a clinic may choose; SYSTEM goes with the computer, also while the program runs."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
