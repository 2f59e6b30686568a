"""The list of bookings that nobody has been called to, each with what is known of why."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent

from app.dispatch import NO_VISIT_TIME
from app.not_called import Uncalled
from app.swedish_dates import short_moment, spoken_moment
from app.wording import say
from ui.parts import folded_tip
from ui.privacy import HIDDEN_PERSON
from ui.row_table import Index, RowModel, RowTable
from ui.theme import LOOKS, icon

HEADERS = (say("Besök"), say("Patient"), say("Status"), say("Orsak"), say("Rad"), say("Fil"))
_VISIT, _PATIENT, _STATUS, _REASON, _ROW, _FILE = range(len(HEADERS))
_WIDTHS = {_VISIT: 124, _STATUS: 124, _ROW: 48, _FILE: 80}

_NOTHING = "–"


class NotCalledModel(RowModel):
    def __init__(self) -> None:
        super().__init__(HEADERS)
        self._rows: tuple[Uncalled, ...] = ()
        self._hides_persons = False

    @property
    def rows(self) -> tuple[Uncalled, ...]:
        return self._rows

    def show_rows(self, rows: Sequence[Uncalled]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def name_of_file(self, row: Uncalled) -> str:
        """It may tell of a person too."""
        return HIDDEN_PERSON if self._hides_persons else row.file_name

    def hide_persons(self) -> None:
        self._hide(hidden=True)

    def show_persons(self) -> None:
        self._hide(hidden=False)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cells(row)[column]
            case Qt.ItemDataRole.ToolTipRole if column in {_REASON, _FILE}:
                return folded_tip(self._cells(row)[column])
            case Qt.ItemDataRole.DecorationRole if column == _STATUS:
                return _mark(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(row)
            case _:
                return None

    def _hide(self, *, hidden: bool) -> None:
        self._hides_persons = hidden
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, _FILE))

    def _cells(self, row: Uncalled) -> tuple[str, ...]:
        visit = _visit(row) or _NOTHING
        return visit, self._name(row), row.status, row.reason, row.row_label, self.name_of_file(row)

    def _name(self, row: Uncalled) -> str:
        hides = self._hides_persons and not row.is_masked
        return HIDDEN_PERSON if row.name and hides else row.name or _NOTHING

    def _sentence(self, row: Uncalled) -> str:
        """What a screen reader says for the whole row."""
        name = self._name(row).strip("()") if row.name else say("Okänd patient")
        told = (
            row.status,
            name,
            spoken_moment(row.visit_at) if row.visit_at else _visit(row),
            row.reason.rstrip("."),
            say("Rad {row}", row=row.row_label),
        )
        return f"{'. '.join(filter(None, told))}."


def _visit(row: Uncalled) -> str:
    """Of a protected identity not even that no time is booked."""
    if row.is_masked:
        return ""
    return short_moment(row.visit_at) if row.visit_at else NO_VISIT_TIME


def _mark(row: Uncalled) -> QIcon | None:
    look = LOOKS.get(row.status)
    return icon(look.icon, colour=look.colour) if look else None


class NotCalledTable(RowTable):
    """Whole rows. Enter or a double click wants the row gone to in its file.

    The first row is current from the start, so that Enter and Down mean what they say; but never
    where it has a letter: to open that is a look at a patient, and nobody has chosen it.
    """

    row_wanted = Signal(Uncalled)
    # The letter of the current row, or None.
    dispatch_shown = Signal(object)

    def __init__(self, model: NotCalledModel) -> None:
        super().__init__(model, name=say("Bokade men inte kallade"), widths=_WIDTHS)
        self._model = model
        self.doubleClicked.connect(self._want)
        self._current: Uncalled | None = None
        self.selectionModel().currentRowChanged.connect(self._note_current)
        model.modelReset.connect(self._restore)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._want(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _want(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_wanted.emit(self._model.rows[index.row()])

    def _note_current(self, current: QModelIndex) -> None:
        row = self._model.rows[current.row()] if current.isValid() else None
        self._current = row
        self.dispatch_shown.emit(row.letter if row else None)

    def _restore(self) -> None:
        """After the list was read anew: the same row with the same letter, else the first."""
        rows, was = self._model.rows, self._current
        again = (place for place, row in enumerate(rows) if was and _is_same(row, was))
        place = next(again, 0 if rows and rows[0].letter is None else None)
        if place is None:
            self._current = None
            self.dispatch_shown.emit(None)
        else:
            self.selectRow(place)


def _is_same(row: Uncalled, was: Uncalled) -> bool:
    """A letter that was made since has not been chosen by anybody."""
    letters = [one.letter.id if one.letter else None for one in (row, was)]
    return (row.utskick, row.row_no) == (was.utskick, was.row_no) and letters[0] == letters[1]
