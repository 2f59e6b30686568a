"""The time to change one's mind: what was confirmed is queued, but nothing of it leaves yet."""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence

from ui.actions import Actions
from ui.dispatch_bar import letters
from ui.notices import UndoBar

_SECOND_MS = 1000


class Holding(QObject):
    """`let_go` when the time is up or nobody wants to wait; `taken_back` carries dispatch ids.

    From when letters are confirmed until their round has ended, the key that undoes a decision
    is the sending's: a press too many takes nothing back that was not meant.
    """

    let_go = Signal()
    taken_back = Signal(object)

    def __init__(self, bar: UndoBar, *, actions: Actions, seconds: int, parent: QObject) -> None:
        """`seconds` may be 0, for nobody who could change their mind."""
        super().__init__(parent)
        self._bar = bar
        self._actions = actions
        self._seconds = seconds
        self._left = 0
        self._what = ""
        self._held: tuple[uuid.UUID, ...] = ()
        self._ticking = QTimer(self)
        self._ticking.setInterval(_SECOND_MS)
        self._ticking.timeout.connect(self._count_down)
        bar.send_now_wanted.connect(self.send_now)
        bar.undo_wanted.connect(actions.undo_sending.trigger)
        actions.undo_sending.triggered.connect(self._take_back)

    @property
    def active(self) -> bool:
        return bool(self._held)

    def begin_round(self) -> None:
        """Letters are about to be queued, sent or taken back."""
        self._actions.begin_round()
        self._give_key(self._actions.undo_sending, self._actions.undo)

    def end_round(self) -> None:
        self._actions.end_round()
        self._give_key(self._actions.undo, self._actions.undo_sending)

    def hold(self, dispatch_ids: Sequence[uuid.UUID], *, rows: int) -> None:
        """Lets go at once where there is nothing to hold."""
        self._held = tuple(dispatch_ids) if self._seconds else ()
        if not self._held:
            self.let_go.emit()
            return
        self._left, self._what = self._seconds, letters(rows)
        self._actions.undo_sending.setEnabled(True)
        self._bar.show_time(self._what, self._left)
        self._ticking.start()

    def send_now(self) -> None:
        """Nobody is to change their mind about what is held, if anything is."""
        if self.active:
            self._let_go()

    def leave(self) -> tuple[uuid.UUID, ...]:
        """Counts no further; what was held stays in the queue."""
        held, self._held = self._held, ()
        self._ticking.stop()
        self._bar.hide()
        self._actions.undo_sending.setEnabled(False)
        return held

    def _count_down(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._bar.show_time(self._what, self._left)
        else:
            self._let_go()

    def _let_go(self) -> None:
        self.leave()
        self.let_go.emit()

    def _take_back(self) -> None:
        self.taken_back.emit(self.leave())

    def _give_key(self, to: QAction, other: QAction) -> None:
        """Two commands with one key would both be deaf to it."""
        other.setShortcut(QKeySequence())
        to.setShortcut(QKeySequence("Ctrl+Z"))
