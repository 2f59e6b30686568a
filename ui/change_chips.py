"""The chips over the groups of a comparison: which of them the list shows, by what stands first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from app.differences import Comparison, Group
from app.differences import Signal as Seen
from app.wording import say
from ui.flowing import Flowing
from ui.parts import Kind, push_button

# In the order of what is to be looked at first; None leaves everything that has changed.
_WORDS: dict[Seen | None, str] = {
    None: say("Bara ändrade {number}"),
    Seen.NEW_ERROR: say("Nya fel {number}"),
    Seen.PAGES: say("Olika sidantal {number}"),
    Seen.CHANNELS: say("Andra kanaler {number}"),
    Seen.LONGER: say("Längre text {number}"),
    Seen.LIX: say("Ändrad läsbarhet {number}"),
    Seen.FACTS: say("Ändrade uppgifter {number}"),
    Seen.BESIDE_THE_TEXT: say("Utanför texten {number}"),
    Seen.MENDED: say("Fel som försvinner {number}"),
}
# Those that are there also when nothing is among them.
_ALWAYS = {None, Seen.NEW_ERROR, Seen.PAGES}

# Logical pixels.
_BETWEEN = 8


class ChangeChips(QWidget):
    """One is always lit. `pressed` comes when a person lights one."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.of = {seen: self._chip() for seen in _WORDS}
        group = QButtonGroup(self)
        for chip in self.of.values():
            group.addButton(chip)
        self.of[None].setChecked(True)
        self.setLayout(Flowing(tuple(self.of.values()), spacing=_BETWEEN))
        self.show_numbers(None)

    def show_numbers(self, found: Comparison | None) -> None:
        """How many letters each leaves. One that leaves none goes, but not from under a person."""
        for seen, chip in self.of.items():
            number = _number(found, seen)
            chip.setText(_WORDS[seen].format(number=number))
            chip.setVisible(number > 0 or seen in _ALWAYS or chip.isChecked())

    def left_of(self, found: Comparison) -> tuple[Group, ...]:
        """What the lit one leaves."""
        lit = next(seen for seen, chip in self.of.items() if chip.isChecked())
        return found.of(lit) if lit else found.groups

    def _chip(self) -> QPushButton:
        chip = push_button("", self.pressed.emit, kind=Kind.CHIP)
        chip.setCheckable(True)
        return chip


def _number(found: Comparison | None, seen: Seen | None) -> int:
    if found is None:
        return 0
    return found.number_of(seen) if seen else found.changed
