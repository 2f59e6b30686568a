"""Tells the log what is seen and changed of the list that is open."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject

from app.access_desk import AccessDesk
from app.access_log import Action
from app.errors import KallelseError
from app.rows import Row
from app.worklist import Worklist
from ui.deciding import Deciding
from ui.previewing import Previewing


class Noting(QObject):
    """A letter that is painted has been seen, however soon it is left again: there is no least
    time, or a list could be read by stepping through it. The same letter painted anew is not.

    Where the log cannot be written, nothing more is shown.
    """

    def __init__(
        self,
        access: AccessDesk,
        *,
        previewing: Previewing,
        deciding: Deciding,
        worklist: Callable[[], Worklist | None],
    ) -> None:
        super().__init__(previewing)
        self._access = access
        self._previewing = previewing
        self._worklist = worklist
        # A booking that lacks a key of its own is told from others by its row.
        self._last: tuple[int, str] | None = None
        previewing.looked_at.connect(self._note_seen)
        deciding.changed.connect(self._note_changed)

    def _note_seen(self, row: Row) -> None:
        seen = row.row_no, row.draft.booking.key
        if seen != self._last:
            self._last = seen
            self._note(Action.PREVIEW, [row])

    def _note_changed(self, row_nos: Iterable[int]) -> None:
        worklist = self._worklist()
        rows = [worklist.row(row_no) for row_no in row_nos] if worklist else []
        self._note(Action.LEAVE_OUT, [row for row in rows if row.draft.left_out])
        self._note(Action.EDIT, [row for row in rows if not row.draft.left_out])

    def _note(self, action: Action, rows: Iterable[Row]) -> None:
        bookings = [row.draft.booking for row in rows]
        if not bookings:
            return
        try:
            self._access.note(action, bookings)
        except KallelseError as error:
            self._last = None
            self._previewing.show_nothing(str(error))
