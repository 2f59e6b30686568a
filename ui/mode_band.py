"""The band under the menus: that this is the test mode, and how its inbox is told to fail."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.parts import paragraph

if TYPE_CHECKING:
    from app.conduct import ConductShelf

_TEST_MODE = "TESTLÄGE – inget lämnar den här datorn"
# The command line may tell it too, while the window is open.
_LOOK_EVERY_MS = 2_000


class ModeBand(QFrame):
    """Always there, so that nobody takes a test for the real thing."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("testBand")
        self._text = paragraph(_TEST_MODE)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._looking = QTimer(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.addWidget(self._text)

    @property
    def text(self) -> str:
        return self._text.text()

    def follow(self, shelf: "ConductShelf") -> None:
        """From here on it says in words what the test inbox does wrong."""
        self._looking.timeout.connect(lambda: self._tell(shelf))
        self._looking.start(_LOOK_EVERY_MS)
        self._tell(shelf)

    def _tell(self, shelf: "ConductShelf") -> None:
        conduct = shelf.conduct()
        told = f"{_TEST_MODE}. {conduct.told()}" if conduct.misbehaves else _TEST_MODE
        self._text.setText(told)
