"""Closing the window: what was confirmed and has not left yet is asked about, never left unsaid."""

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.wording import say
from ui.parts import Tone, paragraph, primary_button, push_button, title
from ui.theme import VIEW_TITLE_SIZE

if TYPE_CHECKING:
    from ui.utskick import Utskick

_ABOUT = say(
    "Om de får vänta skickas de först när någon har öppnat Kallelser igen och valt Fortsätt skicka."
)


class _Wish(Enum):
    """What a person who closes the window has said."""

    NOTHING = auto()
    WHEN_SENT = auto()
    AT_ONCE = auto()


class Closing(QObject):
    """Says whether the window may be closed, and closes it later where it had to wait."""

    def __init__(self, utskick: "Utskick", *, window: QWidget, show: Callable[[], None]) -> None:
        """`show` brings what is told of the sending into view."""
        super().__init__(window)
        self._utskick = utskick
        self._window = window
        self._show = show
        self._wish = _Wish.NOTHING
        self._went_well = False
        self._sheet: ClosingSheet | None = None
        utskick.dispatching.told.connect(self._note_end)
        utskick.freed.connect(self._go_on)

    def may_close(self) -> bool:
        """The letter that is leaving is let go first; what is to wait stays queued on disk."""
        if self._sheet is not None:
            return False
        if self._utskick.dispatching.unsent and self._wish is not _Wish.AT_ONCE:
            self._ask(self._utskick.dispatching.unsent)
            return False
        self._wish = _Wish.AT_ONCE
        self._utskick.close()
        if self._utskick.sending:
            self._show()
        return not self._utskick.sending

    def _ask(self, unsent: str) -> None:
        self._sheet = ClosingSheet(self._window, unsent)
        self._sheet.finished.connect(self._forget_sheet)
        self._sheet.accepted.connect(self._send_first)
        self._sheet.wait_button.clicked.connect(self._close_at_once)
        self._sheet.open()

    def _forget_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.deleteLater()
            self._sheet = None

    def _send_first(self) -> None:
        self._wish = _Wish.WHEN_SENT
        self._show()
        self._utskick.dispatching.send_now()

    def _close_at_once(self) -> None:
        if self._sheet is not None:
            self._sheet.reject()
        self._wish = _Wish.AT_ONCE
        self._window.close()

    def _note_end(self, _: str, tone: Tone) -> None:
        self._went_well = tone is Tone.DONE

    def _go_on(self) -> None:
        """A round has ended. One that did not go well is shown, in a window that stays."""
        if self._utskick.dispatching.unsent:
            return
        if self._sheet is not None:
            self._sheet.reject()
        elif self._wish is _Wish.AT_ONCE or (self._wish is _Wish.WHEN_SENT and self._went_well):
            self._wish = _Wish.AT_ONCE
            self._window.close()
        else:
            self._wish = _Wish.NOTHING


class ClosingSheet(QDialog):
    """Accepted means send now and close then; rejected without `wait_button` means stay."""

    def __init__(self, parent: QWidget, unsent: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Stäng Kallelser"))
        self.setModal(True)
        self.send_button = primary_button(say("Skicka nu och stäng"), self.accept)
        self.send_button.setDefault(True)
        self.wait_button = push_button(say("Stäng, de väntar"), lambda: None)
        self.cancel_button = push_button(say("Avbryt"), self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.cancel_button, self.wait_button, self.send_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(title(unsent, size=VIEW_TITLE_SIZE))
        layout.addWidget(paragraph(_ABOUT))
        layout.addLayout(buttons)
        self.setMinimumWidth(520)
        self.setAccessibleDescription(f"{unsent} {_ABOUT}")
        self.send_button.setFocus()
