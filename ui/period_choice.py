"""The choice of a period: one that has a name, or two days of one's own."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.wording import say
from ui.day_edit import DayEdit
from ui.parts import Label, tip

OWN_DAYS = say("Egna datum")

# In characters.
_LEAST = 12


class PeriodChoice(QWidget):
    """`changed` comes when another period is chosen. Its days are seen where they are one's own."""

    changed = Signal()

    def __init__(self, name: str, words: Sequence[str]) -> None:
        super().__init__()
        self.words = named_choice(name, words)
        self.first = DayEdit(say("{name}, första dagen", name=name))
        self.last = DayEdit(say("{name}, sista dagen", name=name))
        self._between = Label(say("till"))
        self._lay_out(name)
        self._show_days()
        self.words.currentIndexChanged.connect(self._change)
        for edit in (self.first, self.last):
            # A day that is being typed is told when it is whole.
            edit.setKeyboardTracking(False)
            edit.dateChanged.connect(self.changed)
        self.setFocusProxy(self.words)

    @property
    def chosen(self) -> str:
        return self.words.currentText()

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last of one's own, whichever was written first."""
        first, last = sorted((self.first.day, self.last.day))
        return first, last

    def follow(self, first: date, last: date) -> None:
        """Where one's own days begin, for as long as they are not what is chosen."""
        if self.chosen == OWN_DAYS:
            return
        for edit, day in ((self.first, first), (self.last, last)):
            with QSignalBlocker(edit):
                edit.show_day(day)

    def _change(self) -> None:
        self._show_days()
        self.changed.emit()

    def _show_days(self) -> None:
        for widget in (self.first, self._between, self.last):
            widget.setVisible(self.chosen == OWN_DAYS)

    def _lay_out(self, name: str) -> None:
        label = Label(name)
        label.setBuddy(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (label, self.words, self.first, self._between, self.last):
            row.addWidget(widget)


def named_choice(name: str, words: Sequence[str]) -> QComboBox:
    box = QComboBox()
    box.addItems(list(words))
    box.setAccessibleName(name)
    box.setToolTip(tip(name))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_LEAST)
    return box
