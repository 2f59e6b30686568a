"""A line across a view that says what has happened, and what can be done about it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.parts import Folding, Mark, Tone, announce
from ui.room import Room
from ui.theme import GREEN, RED, TEXT, YELLOW


class Bar(QFrame):
    """One line across the view: a mark, a sentence and what can be done about it."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = Mark()
        self._sentence = Folding()
        self._sentence.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 4, 4, 4)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._mark)
        self._layout.addWidget(self._sentence, 1)
        self.hide()

    def add(self, *buttons: QWidget) -> None:
        for button in buttons:
            self._layout.addWidget(button)

    def fit(self, room: Room) -> None:
        """One line in the lowest window, where a second would push the bar that sends out of it."""
        self._sentence.fit(room if room is Room.TIGHT else Room.AMPLE)

    @property
    def text(self) -> str:
        return self._sentence.text() if not self.isHidden() else ""

    def show_words(self, text: str) -> None:
        """Other words in a bar that is seen already, in silence."""
        self._sentence.setText(text)
        self.setAccessibleName(text)

    def show_sentence(self, text: str, *, tone: Tone) -> None:
        """Shows the bar, and lets a screen reader say a sentence that is new."""
        if text == self.text and self.property("bar") == tone.value:
            return
        icon_name, colour = _MARKS[tone]
        self._mark.show_icon(icon_name, colour=colour)
        self.show_words(text)
        self.setProperty("bar", tone.value)
        self.style().polish(self)
        self.show()
        announce(self, text)


_MARKS = {
    Tone.ATTENTION: ("triangle-alert", RED),
    Tone.REVIEW: ("eye", YELLOW),
    Tone.NEWS: ("info", TEXT),
    Tone.DONE: ("circle-check", GREEN),
}
