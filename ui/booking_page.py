"""All the fields of a booking: which unit it is for, and under it three columns."""

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.care_systems import FieldName
from app.wording import say
from ui.booking_entries import Choice, Entry, Text, add_to_grid
from ui.booking_prefill import GROUPS, OPTIONS, UNIT, Prefill, title_of
from ui.parts import paragraph, title
from ui.theme import ALARM, PANE_TITLE_SIZE, SECONDARY

_EXAMPLES: Mapping[FieldName, str] = {"date": say("ÅÅÅÅ-MM-DD"), "time": say("TT.MM")}


class BookingPage(QScrollArea):
    """`written` names a field whose text has changed, `left` one that the person is done with.

    A choice in `unknown` is left open, since nobody knows what the row means by it.
    """

    written = Signal(str)
    left = Signal(str)

    def __init__(self, prefill: Prefill, *, unknown: Collection[FieldName]) -> None:
        super().__init__()
        self.setAccessibleName(say("Bokningens uppgifter"))
        self._prefill = prefill
        self._unknown = unknown
        self.system = Entry(say("Vårdsystem"), self._systems())
        self.entries = {name: self._entry(name) for name in self._names()}
        self._of_row = paragraph(colour=ALARM)
        self._lay_out()
        self._connect()

    @property
    def care_system(self) -> str:
        """Its id, or "" until one is chosen."""
        return self.system.text

    @property
    def texts(self) -> dict[FieldName, str]:
        """What stands in the fields, as a row of a file would have it."""
        texts = {name: entry.text for name, entry in self.entries.items()}
        if not texts[UNIT]:
            texts["unit"] = self._prefill.texts.get("unit", "")
        return texts

    def show_of_row(self, text: str) -> None:
        """What is wrong with the row as a whole, or ""."""
        self._of_row.setText(text)
        self._of_row.setVisible(bool(text))

    def go_to(self, entry: Entry) -> None:
        entry.take_focus()
        self.ensureWidgetVisible(entry)

    def _systems(self) -> Choice:
        offered = [(one.id, one.name) for one in self._prefill.care_systems]
        choice = Choice(offered, self._prefill.home or None)
        choice.setEnabled(len(offered) > 1)
        return choice

    def _names(self) -> Iterable[FieldName]:
        yield UNIT
        for name in (name for group in GROUPS.values() for name in group):
            if name != "birth_date" or name in self._prefill.texts:
                yield name

    def _entry(self, name: FieldName) -> Entry:
        text = self._prefill.texts.get(name, "")
        if name == UNIT:
            return Entry(say("Mottagning"), Choice(*self._units()))
        if name in OPTIONS:
            choice = Choice(OPTIONS[name], None if name in self._unknown else text)
            return Entry(title_of(name), choice)
        return Entry(title_of(name), Text(text, example=_EXAMPLES.get(name, "")))

    def _units(self) -> tuple[list[tuple[str, str]], str | None]:
        """The care system's units, and the one that the row names; of a single one, that one."""
        system = next((o for o in self._prefill.care_systems if o.id == self.care_system), None)
        units = [(unit.hsa_id, unit.name) for unit in system.units] if system else []
        named = self._prefill.texts.get(UNIT, "")
        if self._prefill.fills_in and len(units) == 1:
            named = units[0][0]
        return units, named or None

    def _offer_units(self) -> None:
        editor = self.entries[UNIT].editor
        if isinstance(editor, Choice):
            editor.offer(*self._units())

    def _connect(self) -> None:
        self.system.changed.connect(self._offer_units)
        for name, entry in self.entries.items():
            entry.changed.connect(lambda name=name: self.written.emit(name))
            entry.left.connect(lambda name=name: self.left.emit(name))

    def _lay_out(self) -> None:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(paragraph(self._prefill.intro, colour=SECONDARY))
        layout.addWidget(self._of_row)
        layout.addLayout(self._columns())
        layout.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def _columns(self) -> QGridLayout:
        columns = QGridLayout()
        columns.setHorizontalSpacing(32)
        columns.setVerticalSpacing(16)
        columns.addLayout(_grid([self.system]), 0, 0)
        # Units have long names.
        columns.addLayout(_grid([self.entries[UNIT]]), 0, 1, 1, 2)
        for place, (heading, names) in enumerate(GROUPS.items()):
            column = QVBoxLayout()
            column.setSpacing(8)
            column.addWidget(title(heading, size=PANE_TITLE_SIZE))
            column.addLayout(_grid(self.entries[name] for name in names if name in self.entries))
            column.addStretch(1)
            columns.addLayout(column, 1, place)
            columns.setColumnStretch(place, 1)
        return columns


def _grid(entries: Iterable[Entry]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(8)
    add_to_grid(grid, entries)
    return grid
