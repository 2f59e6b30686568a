"""A curtain before what tells of persons: while they are hidden, a sentence stands in its place."""

from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.named_values import set_named
from ui.parts import paragraph
from ui.privacy import HIDDEN_SENTENCE, Privacy, privacy_over
from ui.theme import SECONDARY


def behind_curtain(widget: QWidget) -> QWidget:
    """The page to lay a widget's parts out on, in place of the widget itself.

    What is behind is neither seen, read aloud, reached by a key nor made anew: it is as it was
    when the curtain is drawn aside.
    """
    curtain = _Curtain()
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(curtain)
    return curtain.page


class _Curtain(QStackedWidget):
    def __init__(self) -> None:
        super().__init__()
        self.page = QWidget()
        self._sentence = paragraph(HIDDEN_SENTENCE, colour=SECONDARY)
        set_named(self._sentence, alignment="AlignCenter")
        self._privacy: Privacy | None = None
        self.addWidget(self.page)
        self.addWidget(self._sentence)

    def showEvent(self, event: QShowEvent) -> None:
        """Comes before anything is painted, and only now it is known whose window this is."""
        super().showEvent(event)
        if self._privacy is None and (found := privacy_over(self)):
            self._privacy = found
            found.guard(self)
            self._give_dialog_the_key(found)

    def hide_persons(self) -> None:
        self.setCurrentWidget(self._sentence)

    def show_persons(self) -> None:
        self.setCurrentWidget(self.page)

    def _give_dialog_the_key(self, privacy: Privacy) -> None:
        """A modal dialog keeps the window's own keys from working."""
        if self.window() is not privacy.parent():
            key = QShortcut(QKeySequence("Ctrl+Shift+H"), self.window())
            key.activated.connect(privacy.toggle)
