"""The chips over history: work that waits, of whatever day, each with how much there is of it."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.dispatch import STATUS_NAMES, Status
from app.read_status import ONLY_A_TEST
from app.wording import say
from ui.parts import Kind, tip, tool_button
from ui.theme import LOOKS, icon


class WorkList(StrEnum):
    """The values are the words on screen."""

    UNCLEAR = STATUS_NAMES[Status.UNKNOWN]
    REJECTED = STATUS_NAMES[Status.REJECTED]
    UNREAD = say("Oläst")
    NOT_CALLED = say("Bokad men inte kallad")


_ABOUT = {
    WorkList.UNCLEAR: say("Visa allt som det är oklart om det kom fram"),
    WorkList.REJECTED: say("Visa allt som avvisades och inte har fått en ny kallelse"),
    WorkList.UNREAD: say(
        "Meddelanden som ingen har öppnat i tid. {only_a_test}", only_a_test=ONLY_A_TEST
    ),
    WorkList.NOT_CALLED: say(
        "Visa kommande besök i de senaste filerna som saknar skickad kallelse"
    ),
}
_NOTHING = {
    WorkList.UNCLEAR: say("Inget är oklart"),
    WorkList.REJECTED: say("Inget avvisat väntar på en ny kallelse"),
    WorkList.UNREAD: say(
        "Inget meddelande är oläst för länge. {only_a_test}", only_a_test=ONLY_A_TEST
    ),
    WorkList.NOT_CALLED: say("Alla kommande besök i de senaste filerna är kallade"),
}


class WorkListChips(QWidget):
    """At most one is lit. `pressed` comes when a person has lit one or put it out."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.of = {one: QAction(self) for one in WorkList}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for one, action in self.of.items():
            action.setCheckable(True)
            action.triggered.connect(partial(self._press, one))
            if look := LOOKS.get(one.value):
                action.setIcon(icon(look.icon, colour=look.colour))
            layout.addWidget(tool_button(action, kind=Kind.CHIP))
            self.show_number(one, 0)
        layout.addStretch(1)

    @property
    def lit(self) -> WorkList | None:
        return next((one for one, chip in self.of.items() if chip.isChecked()), None)

    def light(self, lit: WorkList | None) -> None:
        """In silence."""
        for one, chip in self.of.items():
            chip.setChecked(one is lit)

    def show_number(self, work_list: WorkList, number: int) -> None:
        """How much there is to do; without any, only a lit chip can be pressed."""
        chip = self.of[work_list]
        chip.setText(f"{work_list.value} ({number})")
        chip.setEnabled(number > 0 or chip.isChecked())
        chip.setToolTip(tip((_ABOUT if number else _NOTHING)[work_list]))

    def _press(self, pressed: WorkList) -> None:
        is_lit = self.of[pressed].isChecked()
        self.light(pressed if is_lit else None)
        self.pressed.emit()
