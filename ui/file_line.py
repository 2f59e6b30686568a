"""The line of the status bar about the open file, whose name may tell of a person."""

from PySide6.QtGui import QFont

from ui.parts import OneLine
from ui.privacy import HIDDEN_PERSON
from ui.theme import BASE_SIZE, SECONDARY, sized


class FileLine(OneLine):
    """While personal data are hidden, so is the file's name; the rest stays."""

    def __init__(self) -> None:
        super().__init__(sized(BASE_SIZE, QFont.Weight.Normal), height=16, colour=SECONDARY)
        self._name = self._line = ""
        self._hides = False

    def show_file(self, name: str, line: str) -> None:
        """`line` is what else there is to tell of the file."""
        self._name, self._line = name, line
        self._tell()

    def hide_persons(self) -> None:
        self._hides = True
        self._tell()

    def show_persons(self) -> None:
        self._hides = False
        self._tell()

    def _tell(self) -> None:
        name = HIDDEN_PERSON if self._hides and self._name else self._name
        self.setText("  ·  ".join(filter(None, (name, self._line))))
