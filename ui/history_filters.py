"""What history is asked: a day, a status and words; and the chip that leads to what is unclear."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from app.dispatch import STATUS_NAMES, Status
from app.history import Question
from app.read_status import ONLY_A_TEST
from ui.parts import Kind, tool_button
from ui.theme import LOOKS, icon

_DAYS = ("Idag", "Alla dagar")
_STATUSES: tuple[Status | None, ...] = (None, *STATUS_NAMES)
_UNCLEAR = STATUS_NAMES[Status.UNKNOWN]


class HistoryFilters(QWidget):
    """Emits `changed` with every letter that is typed; `question` tells what is asked."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._today: Callable[[], date] = lambda: date.min
        self._day = _choices("Dag", _DAYS)
        self._status = _choices("Status", ["Alla statusar", *STATUS_NAMES.values()])
        self._unclear = QAction(self)
        self._unread = QAction(self)
        self._search = QLineEdit()
        self._lay_out()
        self.show_unclear(0)
        self.show_unread(0)
        for choice in (self._day, self._status):
            choice.currentIndexChanged.connect(self._change)
        self._search.textChanged.connect(self._change)
        self._unclear.triggered.connect(self._switch_unclear)
        self._unread.triggered.connect(self._switch_unread)

    def use_clock(self, today: Callable[[], date]) -> None:
        """Asked each time, since the window may stay open past midnight."""
        self._today = today

    def question(self) -> Question:
        return Question(
            words=self._search.text().strip(),
            status=_STATUSES[self._status.currentIndex()],
            day=self._today() if self._day.currentIndex() == 0 else None,
        )

    def show_unclear(self, number: int) -> None:
        """How many letters stand as Oklart, whatever day they are from."""
        self._unclear.setText(f"{_UNCLEAR} ({number})")
        self._unclear.setEnabled(number > 0 or self._unclear.isChecked())
        tip = "Visa allt som det är oklart om det kom fram" if number else "Inget är oklart"
        self._unclear.setToolTip(tip)

    @property
    def asks_unread(self) -> bool:
        """Whether messages that nobody has opened in time are asked for, instead of a question."""
        return self._unread.isChecked()

    def show_unread(self, number: int) -> None:
        """How many messages have gone unread for so long that a letter is offered."""
        self._unread.setText(f"Oläst ({number})")
        self._unread.setEnabled(number > 0 or self._unread.isChecked())
        self._unread.setToolTip(f"Meddelanden som ingen har öppnat i tid. {ONLY_A_TEST}")

    def show_only_unclear(self) -> None:
        """As a press on its chip."""
        if not self._unclear.isChecked():
            self._unclear.setChecked(True)
            self._switch_unclear()

    def show_search(self) -> None:
        """Puts the focus where one searches."""
        self._search.setFocus()
        self._search.selectAll()

    def _lay_out(self) -> None:
        look = LOOKS[_UNCLEAR]
        self._unread.setCheckable(True)
        self._unclear.setCheckable(True)
        self._unclear.setIcon(icon(look.icon, colour=look.colour))
        self._search.setPlaceholderText("Sök namn, personnummer, brev-id")
        self._search.setAccessibleName("Sök i historiken")
        self._search.setClearButtonEnabled(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._day)
        layout.addWidget(self._status)
        layout.addWidget(tool_button(self._unclear, kind=Kind.CHIP))
        layout.addWidget(tool_button(self._unread, kind=Kind.CHIP))
        layout.addWidget(self._search, 1)

    def _switch_unclear(self) -> None:
        self._unread.setChecked(False)
        self._switch(self._unclear, Status.UNKNOWN)

    def _switch_unread(self) -> None:
        self._unclear.setChecked(False)
        self._switch(self._unread, Status.SENT)

    def _switch(self, chip: QAction, status: Status) -> None:
        """On: everything of its status, of all days. Off: today again."""
        on = chip.isChecked()
        with QSignalBlocker(self._day), QSignalBlocker(self._status):
            self._day.setCurrentIndex(_DAYS.index("Alla dagar") if on else 0)
            self._status.setCurrentIndex(_STATUSES.index(status) if on else 0)
        self.changed.emit()

    def _change(self) -> None:
        question = self.question()
        self._unread.setChecked(False)
        self._unclear.setChecked(question.status is Status.UNKNOWN and question.day is None)
        self.changed.emit()


def _choices(name: str, words: Sequence[str]) -> QComboBox:
    box = QComboBox()
    box.addItems(words)
    box.setAccessibleName(name)
    return box
