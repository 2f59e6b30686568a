"""The questions about an unknown file: its care system, its columns, its unit and its dates."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QSizePolicy, QWidget

from app.care_systems import CareSystem
from app.layouts import DateOrder, Sheet
from app.wording import say
from ui.field_names import FIELD_TITLES
from ui.mapping_model import Answers, choosable, fields_in_order, spelled_out
from ui.parts import Label, folded_tip, paragraph
from ui.theme import BASE_SIZE, SECONDARY, sized

_TO_CHOOSE = say("– välj –")
_NOT_THERE = say("– finns inte –")
_WIDTH = 480


class MappingForm(QScrollArea):
    """Shows what is answered and emits what a person chooses; None is none of what is offered."""

    care_system_chosen = Signal(object)
    column_chosen = Signal(str, object)
    unit_chosen = Signal(object)
    date_order_chosen = Signal(object)

    def __init__(self, care_systems: Iterable[CareSystem]) -> None:
        super().__init__()
        self._systems = tuple(care_systems)
        self.care_system = Choice(say("Vårdsystem"))
        self.columns = {name: Choice(title) for name, title in FIELD_TITLES.items()}
        self.unit = Choice(say("Mottagning för alla"))
        self.date_order = Choice(say("Datum skrivs med"))
        self._senders = paragraph(colour=SECONDARY)
        self._needed = Label(say("Måste finnas"), font=sized(BASE_SIZE))
        self._others = Label(say("Om de finns i filen"), font=sized(BASE_SIZE))
        self._rows: tuple[QWidget, ...] = ()
        self._grid = self._lay_out()
        self.care_system.chosen.connect(self.care_system_chosen)
        self.unit.chosen.connect(self.unit_chosen)
        self.date_order.chosen.connect(self.date_order_chosen)
        for name, choice in self.columns.items():
            choice.chosen.connect(partial(self.column_chosen.emit, name))

    def show_sheet(self, sheet: Sheet) -> None:
        """Another file: what there is to choose from."""
        told = say("Avsändare i filen: {senders}", senders=", ".join(sheet.senders))
        self._senders.setText(told if sheet.senders else "")
        systems = [system for system in self._systems if _may_be_from(system, sheet)]
        self.care_system.offer({system.name: system.id for system in systems}, none=_TO_CHOOSE)
        columns = {sheet.header[column]: column for column in choosable(sheet.header)}
        for choice in self.columns.values():
            choice.offer(columns, none=_NOT_THERE)

    def show_answers(self, answers: Answers) -> None:
        system = answers.care_system
        units = {unit.name: unit.hsa_id for unit in system.units} if system else {}
        orders = {spelled_out(answers.either_way, order): order for order in DateOrder}
        self.unit.offer(units, none=_TO_CHOOSE)
        self.date_order.offer(orders, none=_TO_CHOOSE)
        self.care_system.show_value(system.id if system else None)
        self.unit.show_value(answers.unit or None)
        self.date_order.show_value(answers.date_order)
        for name, choice in self.columns.items():
            choice.show_value(answers.columns.get(name))
        self._arrange(answers)

    def focus_first(self) -> None:
        """Goes to the first question that is not answered, else to the first of all."""
        asked = [choice for choice in self._choices() if choice.isVisibleTo(self)]
        unanswered = (choice for choice in asked if choice.currentData() is None)
        next(unanswered, self.care_system).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> QGridLayout:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self.setWidget(inside)
        for part in (self.viewport(), inside):
            part.setBackgroundRole(QPalette.ColorRole.Base)
        self.setWidgetResizable(True)
        self.setFixedWidth(_WIDTH)
        self.setObjectName("pane")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return grid

    def _arrange(self, answers: Answers) -> None:
        """The questions that the answers so far lead to, what must be answered first."""
        needed, others = fields_in_order(answers.care_system)
        rows: list[QWidget] = [self.care_system, self._senders, self._needed]
        rows += [self.columns[name] for name in needed]
        rows += [self.unit, self.date_order, self._others]
        rows += [self.columns[name] for name in others]
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self._fill()
        asked = list(self._asked(answers, rows))
        for row in rows:
            for part in (row, row.label) if isinstance(row, Choice) else (row,):
                part.setVisible(row in asked)
        for name, choice in self.columns.items():
            title, is_needed = FIELD_TITLES[name], name in needed
            told = say("{title}, måste finnas", title=title) if is_needed else title
            choice.setAccessibleName(told)
            choice.setItemText(0, _TO_CHOOSE if is_needed else _NOT_THERE)

    def _asked(self, answers: Answers, rows: Iterable[QWidget]) -> Iterator[QWidget]:
        """Of all questions those that are to be answered of this file."""
        has_columns = answers.care_system is not None and bool(answers.sheet.header)
        special = {
            self.care_system: True,
            self._senders: bool(self._senders.text()),
            self.unit: answers.asks_for_unit,
            self.date_order: has_columns and answers.asks_for_date_order,
        }
        return (row for row in rows if special.get(row, has_columns))

    def _fill(self) -> None:
        while self._grid.count():
            self._grid.takeAt(0)
        for number, row in enumerate(self._rows):
            if isinstance(row, Choice):
                self._grid.addWidget(row.label, number, 0)
                self._grid.addWidget(row, number, 1)
            else:
                self._grid.addWidget(row, number, 0, 1, 2)
        self._grid.setRowStretch(len(self._rows), 1)
        for before, after in pairwise(self._choices()):
            self.setTabOrder(before, after)

    def _choices(self) -> list["Choice"]:
        return [row for row in self._rows if isinstance(row, Choice)]


class Choice(QComboBox):
    """One question with its label. Emits the chosen value, or None for none of them."""

    chosen = Signal(object)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.label = Label(title)
        self.label.setBuddy(self)
        self.setAccessibleName(title)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda place: self.chosen.emit(self.itemData(place)))

    def offer(self, values: Mapping[str, object], *, none: str) -> None:
        """Values by their words; `none` are the words for none of them."""
        self.clear()
        self.addItem(none, None)
        for words, value in values.items():
            self.addItem(words, value)

    def show_value(self, value: object) -> None:
        self.setCurrentIndex(max(self.findData(value), 0))
        self.setToolTip(folded_tip(self.currentText()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls the form: what is answered must not change under the pointer on the way."""
        event.ignore()


def _may_be_from(system: CareSystem, sheet: Sheet) -> bool:
    if sheet.offered:
        return system.id in sheet.offered
    return "tabell" in system.formats
