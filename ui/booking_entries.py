"""One field of a form: its title, what one writes or chooses in it, and a note under it."""

from collections.abc import Iterable

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.wording import say
from ui.parts import Label, StillChoice, paragraph, tip
from ui.theme import ALARM, BUTTON_HEIGHT, SECONDARY, YELLOW, Colour

_LABEL_WIDTH = 128
_LEAST_EDITOR = 136


class Entry(QWidget):
    """`changed` comes with every letter, `left` when the person is done with the field."""

    changed = Signal()
    left = Signal()

    def __init__(self, title: str, editor: "Text | Choice") -> None:
        super().__init__()
        self.title = title
        self.editor = editor
        self.editor.setAccessibleName(title)
        self.editor.setMinimumWidth(_LEAST_EDITOR)
        self._wrong = _note(ALARM)
        self._doubt = _note(YELLOW)
        self._said = _note(SECONDARY)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.editor, self._said, self._doubt, self._wrong):
            layout.addWidget(part)
        editor.changed.connect(self.changed)
        editor.left.connect(self.left)

    @property
    def text(self) -> str:
        return self.editor.written()

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands under the field now."""
        return tuple(filter(None, (one.text() for one in (self._said, self._doubt, self._wrong))))

    @property
    def calls(self) -> bool:
        """Whether something is wrong or doubtful here."""
        return bool(self._wrong.text() or self._doubt.text())

    def take_focus(self) -> None:
        """With its text selected, as when one comes to it with Tab."""
        self.editor.setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def show_notes(self, *, wrong: str, doubt: str = "", said: str = "") -> None:
        """What is wrong, what is doubtful and what the file said; "" for nothing."""
        for note, text in ((self._wrong, wrong), (self._doubt, doubt), (self._said, said)):
            note.setText(text)
            # Once there a note keeps its place, so that the form lies still while one types.
            if text:
                note.show()
        self.editor.setAccessibleDescription(" ".join((wrong, doubt, said)).strip())


class Text(QLineEdit):
    """A line of free text."""

    changed = Signal()
    left = Signal()

    def __init__(self, text: str, *, example: str = "") -> None:
        super().__init__(text)
        self.setPlaceholderText(example)
        self.setCursorPosition(0)
        self.textChanged.connect(self.changed)
        self.editingFinished.connect(self.left)

    def written(self) -> str:
        return " ".join(self.text().split())


class Choice(StillChoice):
    """One of a few; "" until one is chosen."""

    changed = Signal()
    left = Signal()

    def __init__(self, options: Iterable[tuple[str, str]], chosen: str | None) -> None:
        super().__init__()
        self.setPlaceholderText(say("Välj"))
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.currentTextChanged.connect(lambda text: self.setToolTip(tip(text)))
        self.offer(options, chosen)
        self.currentIndexChanged.connect(self.changed)
        self.activated.connect(self.left)

    def offer(self, options: Iterable[tuple[str, str]], chosen: str | None) -> None:
        """Pairs of what is read and what is shown; `chosen` None leaves it to the person."""
        self.clear()
        for value, words in options:
            self.addItem(words, value)
        self.setCurrentIndex(-1 if chosen is None else self.findData(chosen))

    def written(self) -> str:
        chosen = self.currentData()
        return chosen if isinstance(chosen, str) else ""


def add_to_grid(grid: QGridLayout, entries: Iterable[Entry]) -> None:
    """Titles in the first column, each beside the line that one writes in."""
    grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
    grid.setColumnStretch(1, 1)
    for entry in entries:
        title, place = Label(entry.title), grid.rowCount()
        title.setBuddy(entry.editor)
        title.setMinimumHeight(BUTTON_HEIGHT)
        grid.addWidget(title, place, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        grid.addWidget(entry, place, 1, QtCore.Qt.AlignmentFlag.AlignTop)


def _note(colour: Colour) -> Label:
    note = paragraph(colour=colour)
    note.hide()
    return note
