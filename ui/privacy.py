"""Whether personal data are hidden on the screen, for everything that would show them."""

from typing import Protocol

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolTip, QWidget

from app.wording import say

# What stands in the place of a person.
HIDDEN_PERSON = "dolt"
HIDDEN_SENTENCE = say("Personuppgifterna är dolda. Tryck Ctrl+Skift+H för att visa dem.")


class ShowsPersons(Protocol):
    """A part that goes on working without telling whom it is about."""

    def hide_persons(self) -> None: ...

    def show_persons(self) -> None: ...


class Privacy(QObject):
    """One for each window; its state is that of the checkable action, so the two never differ.

    A window's parts are told either by `guard`, or find it by `privacy_over` when they are shown.
    """

    hidden = Signal()
    shown = Signal()

    def __init__(self, action: QAction, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._action = action
        action.toggled.connect(self._tell)

    @property
    def is_hiding(self) -> bool:
        return self._action.isChecked()

    def hide(self) -> None:
        self._action.setChecked(True)

    def toggle(self) -> None:
        self._action.toggle()

    def guard(self, part: ShowsPersons) -> None:
        """From here on the part follows, and at once where persons are hidden already."""
        self.hidden.connect(part.hide_persons)
        self.shown.connect(part.show_persons)
        if self.is_hiding:
            part.hide_persons()

    def _tell(self) -> None:
        if self.is_hiding:
            # A tip is a window of its own, and may tell a name.
            QToolTip.hideText()
        (self.hidden if self.is_hiding else self.shown).emit()


def privacy_over(part: QWidget) -> Privacy | None:
    """That of the window a part stands in, or that a part's dialog was opened from.

    Looked for and not handed down: what shows persons lies deep in windows that need not know.
    """
    over: QWidget | None = part
    while over is not None:
        found = over.findChild(Privacy, options=QtCore.Qt.FindChildOption.FindDirectChildrenOnly)
        if isinstance(found, Privacy):
            return found
        over = over.parentWidget()
    return None
