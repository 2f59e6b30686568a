"""The list of bookings: chips that filter it, a table for the keyboard, and its empty states."""

from collections.abc import Collection, Mapping
from functools import partial

from PySide6.QtCore import QElapsedTimer, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.rows import Counts
from ui.bookings_filters import ALL, FILTERS, Filter
from ui.bookings_model import (
    CHANNEL,
    PATIENT,
    REMARK,
    ROW_NO,
    STATUS,
    VISIT,
    BookingsModel,
    Line,
)
from ui.parts import Kind, Label, push_button, tool_button
from ui.row_painting import RowPainter
from ui.theme import ROW_HEIGHT, SECONDARY

_LEAST_NAME = 136
_WIDTHS = {STATUS: 108, VISIT: 116, CHANNEL: 84, ROW_NO: 48}


class BookingsView(QWidget):
    """Emits the number of the row that is shown, or None, and what the keyboard asks for."""

    row_shown = Signal(object)
    approve_requested = Signal()
    approve_alike_requested = Signal()
    search_cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = BookingsModel()
        self.table = _Table(self.model)
        self.chips = {chosen: self._chip(chosen, n) for n, chosen in enumerate(FILTERS, start=1)}
        self._empty = Label(colour=SECONDARY)
        self._clear = push_button("Visa alla", self.show_all)
        self._row_no: int | None = None
        self._aim: int | None = None
        self._place = 0
        self._pages = self._lay_out()
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentRowChanged.connect(self._note_current)
        self.table.space_pressed.connect(self.approve_requested)
        self.table.shift_space_pressed.connect(self.approve_alike_requested)
        self.model.modelReset.connect(self._restore)

    @property
    def row_no(self) -> int | None:
        """The row that is shown, by its number in the file."""
        return self._row_no

    @property
    def row_no_ahead(self) -> int | None:
        """The row under the one that is shown."""
        below = self._place + 1
        return self.model.line(below).row.row_no if below < self.model.rowCount() else None

    @property
    def empty_text(self) -> str:
        """Why there is no row to see; "" where there are rows."""
        return "" if self.model.rowCount() else self._empty.text()

    def show_lines(self, lines: dict[int, Line]) -> None:
        """A new list; its first row is shown."""
        self._row_no, self._place = None, 0
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
        action = QAction(f"Visa {chosen.label.lower()}", self)
        action.setCheckable(True)
        action.setChecked(chosen is ALL)
        action.setShortcut(QKeySequence(f"Alt+{number}"))
        action.setToolTip(f"Visa {chosen.label.lower()} (Alt+{number})")
        action.triggered.connect(partial(self._filter, chosen))
        return action

    def _filter(self, chosen: Filter) -> None:
        for other, chip in self.chips.items():
            chip.setChecked(other is chosen)
        self.model.show_filter(chosen)

    def _lay_out(self) -> QStackedLayout:
        chips = QHBoxLayout()
        chips.setSpacing(4)
        for action in self.chips.values():
            button = tool_button(action, kind=Kind.CHIP)
            action.visibleChanged.connect(partial(_follow, button, action))
            chips.addWidget(button)
        chips.addStretch(1)
        pages = QStackedLayout()
        layout = QVBoxLayout(self)
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
        self._pages.setCurrentIndex(0 if size else 1)
        if not size:
            words, chosen = self.model.words, self.model.filter
            self._empty.setText(f"Inga träffar på ”{words}”." if words else chosen.empty)
            self._clear.setText("Rensa sökningen" if words else "Visa alla")
            self._clear.setVisible(bool(words) or chosen is not ALL)
            self._show(None)
            return
        place = self.model.position(self._row_no if self._aim is None else self._aim)
        self._go_to(min(self._place, size - 1) if place is None else place)

    def _go_to(self, place: int) -> None:
        flags = QItemSelectionModel.SelectionFlag
        index = self.model.index(place, 0)
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.table.scrollTo(index)


class _Table(QTableView):
    """Whole rows, one at a time; letters go to the family name that begins so."""

    space_pressed = Signal()
    shift_space_pressed = Signal()

    def __init__(self, model: BookingsModel) -> None:
        super().__init__()
        self._bookings = model
        self._typed = ""
        self._since_typed = QElapsedTimer()
        self.setModel(model)
        self.setAccessibleName("Bokningar")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        # What scrolls is then moved as pixels; drawing all rows anew costs 10 ms a step (measured).
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self._size_sections()

    def keyboardSearch(self, search: str) -> None:
        """Letters typed soon after each other are one beginning, as in any list."""
        soon = self._is_typing()
        self._since_typed.restart() if self._since_typed.isValid() else self._since_typed.start()
        self._typed = (self._typed if soon else "") + search.casefold()
        here = self.currentIndex().row()
        place = self._bookings.at_or_after(self._typed, here if soon else here + 1)
        if place is not None:
            self.selectRow(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End mean the list's, the arrows sideways nothing, and Space approves.

        With Shift it approves for all rows that ask the same.
        """
        key = event.key()
        if key == Qt.Key.Key_Space and not self._is_typing():
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.shift_space_pressed if shift else self.space_pressed).emit()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self._bookings.rowCount():
            self.selectRow(0 if key == Qt.Key.Key_Home else self._bookings.rowCount() - 1)
        elif key not in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """In place of Qt's own way, which a busy worker would hold up."""
        painter = QPainter(self.viewport())
        RowPainter(self, self._bookings, painter).paint(event.rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name and remark share what the other columns leave, and the shown row stays in sight."""
        left = self.viewport().width() - sum(_WIDTHS.values())
        self.horizontalHeader().resizeSection(PATIENT, max(_LEAST_NAME, left * 9 // 20))
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def _is_typing(self) -> bool:
        interval = QApplication.keyboardInputInterval()
        return self._since_typed.isValid() and self._since_typed.elapsed() < interval

    def _size_sections(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.hide()
        columns.setHighlightSections(False)
        columns.setSectionsClickable(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setSectionResizeMode(REMARK, QHeaderView.ResizeMode.Stretch)
        for section, width in _WIDTHS.items():
            columns.resizeSection(section, width)


def _follow(button: QWidget, action: QAction) -> None:
    button.setVisible(action.isVisible())
