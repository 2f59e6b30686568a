"""The list of bookings: chips that filter it, a table for the keyboard, and its empty states."""

from collections.abc import Collection, Mapping
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.rows import Counts
from app.wording import say
from ui.bookings_filters import ALL, FILTERS, Filter
from ui.bookings_model import BookingsModel, Line
from ui.bookings_table import BookingsTable
from ui.parts import Kind, Label, announce, push_button, tip, tool_button
from ui.room import Room
from ui.theme import SECONDARY


class BookingsView(QWidget):
    """Emits the number of the row that is shown, or None, and what the keyboard asks for."""

    row_shown = Signal(object)
    approve_requested = Signal()
    approve_alike_requested = Signal()
    search_cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = BookingsModel()
        self.table = BookingsTable(self.model)
        self.chips = {chosen: self._chip(chosen, n) for n, chosen in enumerate(FILTERS, start=1)}
        self._empty = Label(colour=SECONDARY)
        self._clear = push_button(say("Visa alla"), self.show_all)
        self._row_no: int | None = None
        self._aim: int | None = None
        self._place = 0
        self._hides_words = False
        self._pages = self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._note_current)
        self.table.space_pressed.connect(self.approve_requested)
        self.table.shift_space_pressed.connect(self.approve_alike_requested)
        self.model.modelReset.connect(self._restore)

    @property
    def row_no(self) -> int | None:
        """The row that is shown, by its number in the file."""
        return self._row_no

    @property
    def row_nos_beside(self) -> tuple[int, ...]:
        """The rows under and over the one that is shown, as far as there are any."""
        places = (self._place + 1, self._place - 1)
        there = (place for place in places if 0 <= place < self.model.rowCount())
        return tuple(self.model.line(place).row.row_no for place in there)

    @property
    def empty_text(self) -> str:
        """Why there is no row to see; "" where there are rows."""
        return "" if self.model.rowCount() else self._empty.text()

    def take_focus(self) -> None:
        """Where there are rows; a hidden table would take it when one has typed on."""
        if self.table.isVisible():
            self.table.setFocus()

    def fit(self, room: Room) -> None:
        self._layout.setSpacing(8 if room is Room.AMPLE else 2)
        self.table.fit(room)

    def show_lines(self, lines: dict[int, Line]) -> None:
        """A new list; its first row is shown."""
        self._row_no, self._place = None, 0
        self.table.fit_row_numbers(max(lines, default=0))
        self.model.show_lines(lines)

    def show_changed(self, lines: Mapping[int, Line], *, then: int | None = None) -> None:
        """New lines of rows in the list; `then` is the row to go to, else the shown one stays."""
        self._aim = then
        self.model.show_changed(lines)
        self._aim = None
        if then is not None:
            self.show_row(then)

    def show_counts(self, counts: Counts) -> None:
        for chosen, chip in self.chips.items():
            number = counts.total if chosen is ALL else sum(map(counts.of, chosen.statuses))
            chip.setIconText(f"{chosen.label} {number}")
            chip.setVisible(chosen.always or number > 0)

    def show_search(self, text: str) -> None:
        self.model.show_search(text)
        announce(self, self._told_number())

    def hide_persons(self) -> None:
        self._hides_words = True
        self.model.hide_persons()
        self._tell_empty()

    def show_persons(self) -> None:
        self._hides_words = False
        self.model.show_persons()
        self._tell_empty()

    def show_all(self) -> None:
        """Takes filter and search away, so that every row can be found again."""
        self.model.show_search("")
        self.search_cleared.emit()
        self.chips[ALL].trigger()

    def show_row(self, row_no: int) -> None:
        """Goes to a row of the list, where filter and search let it through."""
        place = self.model.position(row_no)
        if place is not None:
            self._go_to(place)

    def show_neighbour(self, step: int) -> None:
        """The next (1) or previous (-1) row; stays at either end."""
        self._go_to(max(0, min(self._place + step, self.model.rowCount() - 1)))

    def show_problem(self, step: int) -> bool:
        """Goes to the next (1) or previous (-1) row to act on; False where there is none."""
        place = self.model.next_problem(self._place, step=step)
        if place is None and (self.model.filter is not ALL or self.model.words):
            self.show_all()
            place = self.model.next_problem(self._place, step=step)
        if place is not None:
            self._go_to(place)
        return place is not None

    def row_after(self, done: Collection[int]) -> int | None:
        """Where to go when rows are done with: the next problem, else the next row."""
        passing = frozenset(done)
        places = (self.model.next_problem(self._place, step=1, passing=passing), self._place + 1)
        place = next(place for place in places if place is not None)
        last = self.model.rowCount() - 1
        return self.model.line(min(place, last)).row.row_no if last >= 0 else None

    def _chip(self, chosen: Filter, number: int) -> QAction:
        action = QAction(say("Visa {label}", label=chosen.label.lower()), self)
        action.setCheckable(True)
        action.setChecked(chosen is ALL)
        action.setShortcut(QKeySequence(f"Alt+{number}"))
        action.setToolTip(
            tip(say("Visa {label} (Alt+{number})", label=chosen.label.lower(), number=number))
        )
        action.triggered.connect(partial(self._filter, chosen))
        return action

    def _filter(self, chosen: Filter) -> None:
        for other, chip in self.chips.items():
            chip.setChecked(other is chosen)
        self.model.show_filter(chosen)
        announce(self, self._told_number())

    def _lay_out(self) -> QStackedLayout:
        chips = QHBoxLayout()
        chips.setSpacing(4)
        for action in self.chips.values():
            button = tool_button(action, kind=Kind.CHIP)
            action.visibleChanged.connect(partial(_follow, button, action))
            chips.addWidget(button)
        chips.addStretch(1)
        pages = QStackedLayout()
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(chips)
        layout.addLayout(pages, 1)
        # Only now: a stacked layout shows its first page, as a window where it has no place yet.
        pages.addWidget(self.table)
        pages.addWidget(self._empty_page())
        return pages

    def _empty_page(self) -> QWidget:
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.addStretch(1)
        inside.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(2)
        return page

    def _note_current(self, current: QModelIndex) -> None:
        self._place = current.row()
        self._show(self.model.line(current.row()).row.row_no if current.isValid() else None)

    def _show(self, row_no: int | None) -> None:
        if row_no != self._row_no:
            self._row_no = row_no
            self.row_shown.emit(row_no)

    def _restore(self) -> None:
        """After the list was filtered or sorted anew: the same row, else the one in its place."""
        size = self.model.rowCount()
        if not size:
            # First, so that the focus of the table has a button to go to.
            self._tell_empty()
            self._pages.setCurrentIndex(1)
            self._show(None)
            return
        self._pages.setCurrentIndex(0)
        place = self.model.position(self._row_no if self._aim is None else self._aim)
        self._go_to(min(self._place, size - 1) if place is None else place)

    def _told_number(self) -> str:
        """How many rows filter and search let through; what is searched for may name a person."""
        number = self.model.rowCount()
        if not number:
            return say("Inga träffar.") if self.model.words else self.model.filter.empty
        if self.model.words:
            return say("1 träff.") if number == 1 else say("{number} träffar.", number=number)
        return say("{filter}: {number}.", filter=self.model.filter.label, number=number)

    def _tell_empty(self) -> None:
        """Why the list is empty; what was searched for is hidden with the persons it may name."""
        words, chosen = self.model.words, self.model.filter
        hits = (
            say("Inga träffar.")
            if self._hides_words
            else say("Inga träffar på ”{words}”.", words=words)
        )
        self._empty.setText(hits if words else chosen.empty)
        self._clear.setText(say("Rensa sökningen") if words else say("Visa alla"))
        self._clear.setVisible(bool(words) or chosen is not ALL)

    def _go_to(self, place: int) -> None:
        flags = QItemSelectionModel.SelectionFlag
        index = self.model.index(place, 0)
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.table.scrollTo(index)


def _follow(button: QWidget, action: QAction) -> None:
    button.setVisible(action.isVisible())
