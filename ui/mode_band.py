"""The band under the menus: that this is the test mode, and how its inbox is told to fail."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.wording import say
from ui.parts import paragraph
from ui.room import Room

if TYPE_CHECKING:
    from app.conduct import ConductShelf

TEST_MODE = say("TESTLÄGE – inget lämnar den här datorn")
# The command line may tell it too, while the window is open.
_LOOK_EVERY_MS = 2_000


class ModeBand(QFrame):
    """There so that nobody takes a test for the real thing.

    In a low window the header's mark says it alone, until the test inbox does something wrong.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("testBand")
        self._text = paragraph(TEST_MODE)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._looking = QTimer(self)
        self._room = Room.AMPLE
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
        told = f"{TEST_MODE}. {conduct.told()}" if conduct.misbehaves else TEST_MODE
        self._text.setText(told)
        self.fit(self._room)

    def fit(self, room: Room) -> None:
        self._room = room
        self.setVisible(room is Room.AMPLE or self.text != TEST_MODE)
