"""The day's bookings as a table: an own index list that is filtered and sorted without a proxy.

How its rows look is `ui.row_painting`'s; cells are made beforehand, so that they are drawn at once.
"""

from bisect import insort
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.bookings import BookingState, VisitKind
from app.left_out import reason
from app.rows import Row, RowStatus, Urgency, urgency
from app.swedish_dates import short_moment, spoken_moment, stamp
from app.wording import say
from ui.bookings_filters import ALL, Filter
from ui.parts import folded_tip
from ui.privacy import HIDDEN_PERSON

HEADERS = (say("Status"), say("Besök"), say("Patient"), say("Kanal"), say("Anmärkning"), say("Rad"))
STATUS, VISIT, PATIENT, CHANNEL, REMARK, ROW_NO = range(len(HEADERS))

_PROBLEMS = frozenset({RowStatus.BLOCKED, RowStatus.REVIEW})
_PROTECTED_NAME = say("(skyddade uppgifter)")
_NOTHING = "–"

# From so many rows on, sorting all is quicker than finding a place for each.
_MANY = 100

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """A row as the table needs it. A protected identity shows nothing but its status and row."""

    row: Row
    order: Urgency
    cells: tuple[str, ...]
    family_name: str
    words: str

    @classmethod
    def of(cls, row: Row) -> "Line":
        patient, at = row.draft.booking.patient, row.draft.booking.visit.starts_at
        status, remark, number = row.status.value, remark_of(row), row.draft.booking.row_label
        if patient.protected:
            cells = (status, _NOTHING, _PROTECTED_NAME, _NOTHING, remark, number)
            return cls(row, urgency(row), cells, "", f"{_PROTECTED_NAME} {number}")
        moment = short_moment(at) if at else _NOTHING
        cells = (status, moment, patient.list_name or _NOTHING, row.route.label, remark, number)
        words = f"{moment} {patient.list_name} {patient.name} {patient.id.value} "
        words = f"{words}{patient.id.display} {remark} {number}".casefold()
        return cls(row, urgency(row), cells, patient.family_name.casefold(), words)

    @property
    def covered(self) -> tuple[str, ...]:
        """The cells while persons are hidden; what a carrier has answered may name one."""
        status, visit, name, channel, remark, number = self.cells
        answered = self.row.dispatches and self.row.status is not RowStatus.SENT
        name = name if name == _PROTECTED_NAME else HIDDEN_PERSON
        return (status, visit, name, channel, "" if answered else remark, number)

    def sentence(self, cells: Sequence[str]) -> str:
        """What a screen reader says for the whole row, of its cells as they are seen."""
        at = self.row.draft.booking.visit.starts_at
        spoken = spoken_moment(at) if at and cells[VISIT] != _NOTHING else ""
        status, _, name, channel, remark, number = cells
        channel = "" if channel == _NOTHING else channel
        parts = (
            status,
            name.strip("()"),
            spoken,
            channel,
            remark,
            say("Rad {row}", row=number),
        )
        return ". ".join(part for part in parts if part) + "."


def remark_of(row: Row) -> str:
    """The list's short reason: why it waits, why it is left out, or what carriers answered.

    Before it what is out of the ordinary: a phone call, or a visit that is moved or cancelled.
    """
    if row.status is RowStatus.SENT:
        return stamp(row.dispatches[-1].changed_at)
    why, booking = reason(row), row.draft.booking
    if booking.patient.protected:
        return why
    marks = (_MARKS.get(one, "") for one in (booking.state, booking.visit.kind))
    # A finding about a cancelled booking begins with the very word.
    told = [mark for mark in marks if mark and not why.startswith(mark)]
    return " · ".join((*told, why) if why else told)


_MARKS: Mapping[str, str] = {
    BookingState.REBOOKED: say("Ombokad"),
    BookingState.CANCELLED: say("Avbokad"),
    VisitKind.PHONE: say("Telefon"),
    VisitKind.VIDEO: say("Video"),
}


def lines(rows: Iterable[Row]) -> dict[int, Line]:
    """Lines by row number, in the rows' order; made in a worker, where it may take a moment."""
    return {row.row_no: Line.of(row) for row in rows}


class BookingsModel(QAbstractTableModel):
    """Most urgent first. A change that moves no row repaints only what changed."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[int, Line] = {}
        # What is searched in each row, from the first search on: the lines take twice as long.
        self._texts: dict[int, str] = {}
        # Row numbers, all in the list's order and those of them that filter and search let through.
        self._ordered: list[int] = []
        self._shown: list[int] = []
        self._position: dict[int, int] = {}
        self._filter = ALL
        self._words: tuple[str, ...] = ()
        self._answers = _OPEN

    @property
    def filter(self) -> Filter:
        return self._filter

    @property
    def words(self) -> str:
        return " ".join(self._words)

    def show_lines(self, found: dict[int, Line]) -> None:
        """A new list, which is the model's from now on."""
        self._lines, self._texts = found, {}
        self._ordered = list(found)
        self._list_again(self._ordered)

    def show_changed(self, changed: Mapping[int, Line]) -> None:
        """New lines of rows in the list, and of rows that are new to it."""
        before = {row_no: self._lines.get(row_no) for row_no in changed}
        self._lines.update(changed)
        if self._texts:
            self._texts.update((row_no, line.words) for row_no, line in changed.items())
        if any(old is None or self._moves(old, changed[no]) for no, old in before.items()):
            self._order_again(list(changed))
            return
        places = [self._position[row_no] for row_no in changed if row_no in self._position]
        if places:
            self._repaint(min(places), max(places))

    def show_filter(self, chosen: Filter) -> None:
        self._filter = chosen
        self._list_again(self._ordered)

    def show_search(self, text: str) -> None:
        """Only rows that hold all the words; goes on from the present hits while one types."""
        words = tuple(text.casefold().split())
        narrower = bool(self._words) and " ".join(words).startswith(self.words)
        self._words = words
        self._list_again(self._shown if narrower else self._ordered)

    def hide_persons(self) -> None:
        self._answer_with(_COVERED)

    def show_persons(self) -> None:
        self._answer_with(_OPEN)

    def cells(self, position: int) -> tuple[str, ...]:
        """A row as it is seen now."""
        line = self.line(position)
        return line.covered if self._answers is _COVERED else line.cells

    def line(self, position: int) -> Line:
        return self._lines[self._shown[position]]

    def next_problem(
        self, position: int, *, step: int, passing: Collection[int] = ()
    ) -> int | None:
        """The nearest row to act on after (`step` 1) or before (-1) a position, going round.

        Rows whose number is in `passing` are passed over.
        """
        size = len(self._shown)
        for distance in range(1, size + 1):
            row = self.line((position + step * distance) % size).row
            if row.status in _PROBLEMS and row.row_no not in passing:
                return (position + step * distance) % size
        return None

    def at_or_after(self, prefix: str, position: int) -> int | None:
        """The first row from a position on, going round, whose family name begins so."""
        size = len(self._shown)
        places = ((position + distance) % size for distance in range(size))
        return next((p for p in places if self.line(p).family_name.startswith(prefix)), None)

    def position(self, row_no: int | None) -> int | None:
        """Where a row of the file stands in the list now, or None where it is not shown."""
        return None if row_no is None else self._position.get(row_no)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(HEADERS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        answer = self._answers.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(self._lines[self._shown[index.row()]], index.column())

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(HEADERS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADERS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _TO_THE_RIGHT if section == ROW_NO else _TO_THE_LEFT
        return None

    def _answer_with(self, answers: "_Answers") -> None:
        self._answers = answers
        if self._shown:
            self._repaint(0, len(self._shown) - 1)

    def _order_again(self, moved: list[int]) -> None:
        """Only what has moved is put anew: most often that is one row of very many."""
        lines, out = self._lines, set(moved)

        def order(row_no: int) -> Urgency:
            return lines[row_no].order

        self._ordered = [row_no for row_no in self._ordered if row_no not in out]
        if len(moved) > _MANY:
            self._ordered = sorted((*self._ordered, *moved), key=order)
        else:
            for row_no in moved:
                insort(self._ordered, row_no, key=order)
        self._list_again(self._ordered)

    def _list_again(self, candidates: list[int]) -> None:
        """One plain pass for each condition: ten thousand rows between two keystrokes."""
        lines, statuses = self._lines, self._filter.statuses
        self.beginResetModel()
        if statuses:
            candidates = [no for no in candidates if lines[no].row.status in statuses]
        if self._words:
            self._texts = texts = self._texts or {no: line.words for no, line in lines.items()}
            for word in self._words:
                candidates = [no for no in candidates if word in texts[no]]
        self._shown = candidates
        self._position = dict(zip(candidates, range(len(candidates)), strict=True))
        self.endResetModel()

    def _moves(self, old: Line, new: Line) -> bool:
        return old.order != new.order or self._fits(old) != self._fits(new)

    def _fits(self, line: Line) -> bool:
        statuses = self._filter.statuses
        if statuses and line.row.status not in statuses:
            return False
        return all(word in line.words for word in self._words)

    def _repaint(self, first: int, last: int) -> None:
        """Told once for many rows: only those on screen are painted, yet each telling costs."""
        self.dataChanged.emit(self.index(first, 0), self.index(last, ROW_NO))


def _tooltip(line: Line, column: int) -> str:
    """The whole text where the cell cuts it."""
    if column not in {PATIENT, REMARK}:
        return ""
    finding = line.row.open_finding
    text = finding.sentence if finding and column == REMARK else line.cells[column]
    return folded_tip(text)


# By role; a tooltip is left out where it may tell of a person.
_Answers = Mapping[int, Callable[[Line, int], Any]]
_OPEN: _Answers = {
    int(Qt.ItemDataRole.DisplayRole): lambda line, column: line.cells[column],
    int(Qt.ItemDataRole.ToolTipRole): _tooltip,
    int(Qt.ItemDataRole.AccessibleTextRole): lambda line, _: line.sentence(line.cells),
}
_COVERED: _Answers = {
    int(Qt.ItemDataRole.DisplayRole): lambda line, column: line.covered[column],
    int(Qt.ItemDataRole.AccessibleTextRole): lambda line, _: line.sentence(line.covered),
}

_TO_THE_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_TO_THE_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
