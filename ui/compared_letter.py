"""One letter of a group, before and after: its message, its text on paper and its pages."""

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.comparison_report import group_name, measures, signals_in_words, step_in_words
from app.differences import Group
from app.draft import Channel
from app.wording import say
from ui.compared_pages import ComparedPages
from ui.compared_text import ComparedText
from ui.comparing import Shown
from ui.parts import Kind, Label, announce, paragraph, push_button, tip, title, tool_button
from ui.theme import PANE_TITLE_SIZE, SECONDARY


class Side(Enum):
    """What of the letter is looked at; the values are the words on screen."""

    MESSAGE = say("1177-meddelande")
    TEXT = say("Brevets text")
    PAGES = say("Brevets sidor")


_CHANNELS = {
    Side.MESSAGE: Channel.INBOX_1177,
    Side.TEXT: Channel.LETTER,
    Side.PAGES: Channel.LETTER,
}


class ComparedLetter(QWidget):
    """F7 goes to the next change, and past the last one to the next group."""

    # The number, from 0, of another letter of the group.
    letter_wanted = Signal(int)
    # +1 or -1: the letter has no more changes that way.
    passed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._group: Group | None = None
        self._shown: Shown | None = None
        self._letter = 0
        self._change = -1
        self.name = title("", size=PANE_TITLE_SIZE)
        self.signals = paragraph()
        self.texts = ComparedText()
        self.pages = ComparedPages()
        self.sides = {side: self._button_of(side) for side in Side}
        self.next_change = self._action(say("Nästa ändring"), "F7", step=1)
        self.previous_change = self._action(say("Föregående ändring"), "Shift+F7", step=-1)
        self.another = push_button(say("Nästa bokning"), self._ask_for_next, kind=Kind.SMALL)
        self.which = Label(colour=SECONDARY)
        self.place = Label(colour=SECONDARY)
        self.measured = (paragraph(colour=SECONDARY), paragraph(colour=SECONDARY))
        self._stack = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self._stack)
        self.show_nothing()

    def show_nothing(self) -> None:
        self._group = self._shown = None
        self.hide()

    def show_group(self, group: Group) -> None:
        """The first of its letters is on its way, and comes by `show_letter`."""
        self._letter = 0
        self.tell_group(group)

    def tell_group(self, group: Group) -> None:
        """The same group, to which more letters may have come."""
        self._group = group
        self.name.setText(group_name(group))
        self.signals.setText("\n".join(signals_in_words(group)))
        self.signals.setVisible(bool(group.signals))
        self.another.setVisible(group.size > 1)
        self._tell_which()

    def show_letter(self, shown: Shown) -> None:
        self._shown = shown
        self.pages.show_pairs(shown.pages)
        self._show_side()
        self.show()

    def show_side(self, side: Side) -> None:
        self.sides[side].setChecked(True)
        self._show_side()

    @property
    def side(self) -> Side:
        return next(side for side, button in self.sides.items() if button.isChecked())

    @property
    def number_of_changes(self) -> int:
        """On the side that is looked at."""
        shown = self.pages if self.side is Side.PAGES else self.texts
        return shown.number_of_changes

    def _show_side(self) -> None:
        if self._shown is None:
            return
        side, channel = self.side, _CHANNELS[self.side]
        for label, outcome in zip(
            self.measured, (self._shown.before, self._shown.after), strict=True
        ):
            label.setText(measures(outcome, channel))
        if side is not Side.PAGES:
            self.texts.show_steps(self._shown.texts[channel])
        self._stack.setCurrentWidget(self.pages if side is Side.PAGES else self.texts)
        self._change = -1
        self._tell_place("")

    def _step(self, step: int) -> None:
        number = self._change + step
        if self._shown is None:
            return
        if not 0 <= number < self.number_of_changes:
            self.passed.emit(step)
            return
        self._change = number
        if self.side is Side.PAGES:
            self._tell_place(self.pages.choose(number))
        else:
            self._tell_place(step_in_words(self.texts.choose(number)))

    def _tell_place(self, words: str) -> None:
        """Where F7 has come to; said aloud, since the marks are only seen."""
        count = self.number_of_changes
        if self._change < 0:
            one = say("1 ändring  F7")
            self.place.setText(one if count == 1 else say("{count} ändringar  F7", count=count))
            return
        place = say("Ändring {number} av {count}", number=self._change + 1, count=count)
        self.place.setText(place)
        announce(self, f"{place}. {words}")

    def _ask_for_next(self) -> None:
        if self._group:
            self._letter = (self._letter + 1) % self._group.size
            self._tell_which()
            self.letter_wanted.emit(self._letter)

    def _tell_which(self) -> None:
        if self._group:
            row = self._group.drafts[self._letter].booking.row_label
            which = say(
                "Bokning {number} av {size}, rad {row}",
                number=self._letter + 1,
                size=self._group.size,
                row=row,
            )
            self.which.setText(which)

    def _button_of(self, side: Side) -> QPushButton:
        button = push_button(side.value, self._show_side, kind=Kind.CHIP)
        button.setCheckable(True)
        return button

    def _action(self, text: str, keys: str, *, step: int) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setToolTip(tip(f"{text} ({keys})"))
        action.triggered.connect(lambda: self._step(step))
        return action

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        chosen, measured = QHBoxLayout(), QHBoxLayout()
        for button in self.sides.values():
            group.addButton(button)
            chosen.addWidget(button)
        self.sides[Side.MESSAGE].setChecked(True)
        chosen.addStretch(1)
        chosen.addWidget(self.place)
        for action in (self.previous_change, self.next_change):
            chosen.addWidget(tool_button(action))
        about = QHBoxLayout()
        about.addWidget(self.name, 1)
        about.addWidget(self.which)
        about.addWidget(self.another)
        for name, label in zip((say("Före"), say("Efter")), self.measured, strict=True):
            column = QVBoxLayout()
            column.addWidget(title(name, size=PANE_TITLE_SIZE))
            column.addWidget(label)
            measured.addLayout(column, 1)
        for shown in (self.texts, self.pages):
            self._stack.addWidget(shown)
        # It takes what room there is, so that nothing else is pushed out of a low window.
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(about)
        layout.addWidget(self.signals)
        layout.addLayout(chosen)
        layout.addLayout(measured)
        layout.addWidget(self._stack, 1)
