"""Which entries of the log are asked for: a period, a user, what was done, and one patient."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from app.access_log import ACTION_NAMES, Action, LogQuestion
from app.wording import say
from ui.day_edit import DayEdit
from ui.parts import Label
from ui.theme import SECONDARY

_ACTIONS: tuple[Action | None, ...] = (None, *Action)
# Days before today, where nobody has chosen others.
_USUAL = 30


class LogFilters(QWidget):
    """`person` makes an identity number of what was typed; it may raise NotDecided."""

    def __init__(self, *, today: date, person: Callable[[str], str]) -> None:
        super().__init__()
        self._person = person
        self.since, self.until = DayEdit(say("Från och med")), DayEdit(say("Till och med"))
        self.since.show_day(today - timedelta(days=_USUAL))
        self.until.show_day(today)
        self.who = _choices(say("Användare"), [say("Alla användare")])
        self.action = _choices(say("Vad som gjordes"), [say("Allt"), *ACTION_NAMES.values()])
        self.patient = QLineEdit()
        self.patient.setAccessibleName(say("Patientens personnummer"))
        self.patient.setPlaceholderText(say("Personnummer"))
        self.patient.setClearButtonEnabled(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.since)
        layout.addWidget(Label("–", colour=SECONDARY))
        for widget in (self.until, self.who, self.action, self.patient):
            layout.addWidget(widget)
        layout.addStretch(1)

    def show_users(self, users: Sequence[str]) -> None:
        chosen = self.who.currentText()
        while self.who.count() > 1:
            self.who.removeItem(1)
        self.who.addItems(list(users))
        self.who.setCurrentIndex(max(0, self.who.findText(chosen)))

    def question(self) -> LogQuestion:
        """Raises NotDecided where the identity number is none."""
        typed = self.patient.text().strip()
        return LogQuestion(
            since=self.since.day,
            until=self.until.day,
            who=self.who.currentText() if self.who.currentIndex() else "",
            action=_ACTIONS[self.action.currentIndex()],
            person=self._person(typed) if typed else "",
        )


def _choices(name: str, words: Sequence[str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.addItems(list(words))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(14)
    return box
