"""What history is asked: a period, a channel, a status, a unit and words, or a work list."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.channels import channels_label
from app.dispatch import STATUS_NAMES, Status
from app.draft import Channel
from app.history import Question
from app.wording import say
from ui.day_edit import DayEdit
from ui.parts import Label, announce
from ui.search_field import SearchField
from ui.theme import SECONDARY
from ui.work_lists import WorkList, WorkListChips

TODAY, WEEK, MONTH, ALWAYS, ONE_DAY = (
    say("Idag"),
    say("7 dagar"),
    say("30 dagar"),
    say("Alla dagar"),
    say("Vald dag"),
)
_PERIODS = (TODAY, WEEK, MONTH, ALWAYS, ONE_DAY)
# How many days before today a period begins.
_BEGINS = {TODAY: 0, WEEK: 6, MONTH: 29}
_CHANNELS: tuple[Channel | None, ...] = (None, *Channel)
_STATUSES: tuple[Status | None, ...] = (None, *STATUS_NAMES)

# What the lists beside a lit chip say; the rest asks nothing then.
_STATUS_OF = {
    WorkList.UNCLEAR: Status.UNKNOWN,
    WorkList.REJECTED: Status.REJECTED,
    WorkList.UNREAD: Status.SENT,
}


class HistoryFilters(QWidget):
    """Emits `changed` with every letter that is typed; `question` tells what is asked."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._today: Callable[[], date] = lambda: date.min
        self._units: tuple[tuple[str, str], ...] = ()
        self._period = _choices(say("Dag"), _PERIODS)
        self._day = DayEdit(say("Vald dag"))
        self._channel = _choices(say("Kanal"), [say("Alla kanaler"), *map(_channel_name, Channel)])
        self._status = _choices(say("Status"), [say("Alla statusar"), *STATUS_NAMES.values()])
        self._unit = _choices(say("Mottagning"), [say("Alla mottagningar")])
        self.search = SearchField(
            say("Sök i historiken"), hint=say("Sök namn, personnummer, brev-id")
        )
        self._number = Label(colour=SECONDARY)
        self.chips = WorkListChips()
        self._lay_out()
        for choice in self._choices:
            choice.currentIndexChanged.connect(self._change)
        self._day.dateChanged.connect(self._change)
        self.search.textChanged.connect(self._change)
        self.chips.pressed.connect(self._follow_chip)

    def use_clock(self, today: Callable[[], date]) -> None:
        """Asked each time, since the window may stay open past midnight."""
        self._today = today
        self._day.show_day(today())

    def question(self) -> Question:
        since, until = self._days()
        unit = self._unit.currentIndex()
        return Question(
            words=self.search.text().strip(),
            status=_STATUSES[self._status.currentIndex()],
            since=since,
            until=until,
            channel=_CHANNELS[self._channel.currentIndex()],
            unit_id=self._units[unit - 1][0] if unit > 0 else "",
        )

    @property
    def balanced_day(self) -> date:
        """The day whose files are balanced over the list: the one that is chosen, else today."""
        return self._day.day if self._period.currentText() == ONE_DAY else self._today()

    def show_number(self, number: int) -> None:
        """How many letters or bookings the list has, seen or not yet read."""
        told = say("1 träff") if number == 1 else say("{number} träffar", number=number)
        if told != self._number.text():
            self._number.setText(told)
            announce(self, told)

    def show_units(self, units: Sequence[tuple[str, str]]) -> None:
        """HSA-id and name of each; one alone leaves nothing to choose."""
        if tuple(units) == self._units:
            return
        chosen = self.question().unit_id
        self._units = tuple(units)
        ids = [unit_id for unit_id, _ in units]
        with QSignalBlocker(self._unit):
            self._unit.clear()
            self._unit.addItems([say("Alla mottagningar"), *(name for _, name in units)])
            self._unit.setCurrentIndex(ids.index(chosen) + 1 if chosen in ids else 0)
        self._unit.setVisible(len(units) > 1)

    def show_only(self, work_list: WorkList) -> None:
        """As a press on its chip."""
        if self.chips.lit is not work_list:
            self.chips.light(work_list)
            self._follow_chip()

    def show_search(self) -> None:
        """Puts the focus where one searches."""
        self.search.setFocus()
        self.search.selectAll()

    @property
    def _choices(self) -> tuple[QComboBox, ...]:
        return self._period, self._channel, self._status, self._unit

    def _lay_out(self) -> None:
        self._dress_what_is_seldom_seen()
        asked = _line(self._period, self._day, self._channel, self._status, self._unit)
        asked.addStretch(1)
        searched = _line(self.search, self._number)
        searched.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(asked)
        layout.addLayout(searched)
        layout.addWidget(self.chips)

    def _dress_what_is_seldom_seen(self) -> None:
        self._day.hide()
        # As wide as its shortest names; the list that drops down shows all of each.
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._unit.setSizeAdjustPolicy(policy)
        self._unit.setMinimumContentsLength(14)
        self._unit.hide()

    def _days(self) -> tuple[date | None, date | None]:
        period = self._period.currentText()
        if period == ONE_DAY:
            return self._day.day, self._day.day
        if period == ALWAYS:
            return None, None
        return self._today() - timedelta(days=_BEGINS[period]), self._today()

    def _follow_chip(self) -> None:
        """On: everything of its status, of all days. Off: today again."""
        lit = self.chips.lit
        with QSignalBlocker(self.search):
            self.search.clear()
        for choice in self._choices:
            with QSignalBlocker(choice):
                choice.setCurrentIndex(0)
        if lit is not None:
            with QSignalBlocker(self._period), QSignalBlocker(self._status):
                self._period.setCurrentText(ALWAYS)
                self._status.setCurrentIndex(_STATUSES.index(_STATUS_OF.get(lit)))
        self._day.hide()
        self.changed.emit()

    def _change(self) -> None:
        """What is chosen or typed leaves a work list, but for the one that is a question too."""
        self._day.setVisible(self._period.currentText() == ONE_DAY)
        is_unclear = self.question() == Question(status=Status.UNKNOWN)
        self.chips.light(WorkList.UNCLEAR if is_unclear else None)
        self.changed.emit()


def _channel_name(channel: Channel) -> str:
    return channels_label((channel,))


def _choices(name: str, words: Sequence[str]) -> QComboBox:
    box = QComboBox()
    box.addItems(words)
    box.setAccessibleName(name)
    return box


def _line(*widgets: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    for widget in widgets:
        line.addWidget(widget)
    return line
