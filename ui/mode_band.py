"""The band under the menus: that this is the test mode, what is plain, and what is to fail."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.wording import say
from ui.named_values import set_named
from ui.parts import Folding
from ui.room import Room

if TYPE_CHECKING:
    from app.conduct import ConductShelf
    from app.safekeeping import Safe

TEST_MODE = say("TESTLÄGE – inget lämnar den här datorn")
_PLAIN = say("{mode}. Historiken är inte krypterad", mode=TEST_MODE)
# The command line may tell it too, while the window is open.
_LOOK_EVERY_MS = 2_000


class ModeBand(QFrame):
    """There so that nobody takes a test for the real thing.

    In a low window the header's mark says it alone, until the test inbox does something wrong; in
    the lowest that is one line.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("testBand")
        self._text = Folding()
        self._text.setText(TEST_MODE)
        set_named(self._text, alignment="AlignCenter")
        self._looking = QTimer(self)
        self._room = Room.AMPLE
        self._misbehaves = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.addWidget(self._text)

    @property
    def text(self) -> str:
        return self._text.text()

    def follow(self, shelf: "ConductShelf", *, safe: "Safe") -> None:
        """From here on it says in words what the test inbox does wrong, and what anybody can read.

        Of the history, which may be encrypted while the window is open.
        """
        self._looking.timeout.connect(lambda: self._tell(shelf, safe))
        self._looking.start(_LOOK_EVERY_MS)
        self._tell(shelf, safe)

    def _tell(self, shelf: "ConductShelf", safe: "Safe") -> None:
        conduct, mode = shelf.conduct(), TEST_MODE if safe.is_encrypted else _PLAIN
        self._misbehaves = conduct.misbehaves
        self._text.setText(f"{mode}. {conduct.told()}" if conduct.misbehaves else mode)
        self.fit(self._room)

    def fit(self, room: Room) -> None:
        self._room = room
        self.setVisible(room is Room.AMPLE or self._misbehaves)
        self._text.fit(room if room is Room.TIGHT else Room.AMPLE)
