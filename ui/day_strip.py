"""The day's sums, a line for each loaded file: what was read in is sent or still left."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from app.history import BatchRecord
from app.swedish_dates import STOCKHOLM, clock
from app.wording import say
from ui.focus_ring import FocusRing
from ui.parts import Label, Mark, OneLine
from ui.privacy import HIDDEN_PERSON
from ui.theme import ALARM, BASE_SIZE, SECONDARY, TEXT, sized

_LINE = 24
_MOST_LINES = 4


class DayStrip(QScrollArea):
    """As tall as its lines, up to four; after that it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(say("Dagens avstämning"))
        FocusRing(self)
        self._batches: tuple[BatchRecord, ...] = ()
        self._hides_names = False
        self._show_lines()

    def show_batches(self, batches: Sequence[BatchRecord]) -> None:
        """In the order they were read in; a sum that does not add up is marked and red."""
        self._batches = tuple(batches)
        self._show_lines()

    def hide_persons(self) -> None:
        """A file's name may tell of a person."""
        self._hides_names = True
        self._show_lines()

    def show_persons(self) -> None:
        self._hides_names = False
        self._show_lines()

    def _show_lines(self) -> None:
        batches = self._batches
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(2, 1)
        if not batches:
            grid.addWidget(Label(say("Ingen bokningsfil inläst."), colour=SECONDARY), 0, 1)
        for row, batch in enumerate(batches):
            name = HIDDEN_PERSON if self._hides_names else batch.file_name
            _add_line(grid, row, batch, name=name)
        self.setWidget(lines)
        self.setFixedHeight(_LINE * min(max(len(batches), 1), _MOST_LINES))


def balance(batch: BatchRecord) -> str:
    """The sum in words, or that it does not add up."""
    waiting = batch.waiting_rows
    left = batch.rows - batch.sent_rows - waiting
    if left < 0:
        return say(
            "Stämmer inte: inlästa {rows}, skickade {sent_rows}",
            rows=batch.rows,
            sent_rows=batch.sent_rows,
        )
    if waiting:
        return say(
            "Inlästa {rows} = skickade {sent_rows} + väntar {waiting} + kvar {left}",
            rows=batch.rows,
            sent_rows=batch.sent_rows,
            waiting=waiting,
            left=left,
        )
    return say(
        "Inlästa {rows} = skickade {sent_rows} + kvar {left}",
        rows=batch.rows,
        sent_rows=batch.sent_rows,
        left=left,
    )


def _add_line(grid: QGridLayout, row: int, batch: BatchRecord, *, name: str) -> None:
    adds_up = batch.sent_rows + batch.waiting_rows <= batch.rows
    icon_name, colour = ("circle-check", TEXT) if adds_up else ("triangle-alert", ALARM)
    mark = Mark()
    mark.show_icon(icon_name, colour=colour)
    total = Label(balance(batch), colour=colour, font=sized(BASE_SIZE))
    plain = sized(BASE_SIZE, QFont.Weight.Normal)
    source = OneLine(plain, height=_LINE, colour=SECONDARY)
    read_at = clock(batch.read_at.astimezone(STOCKHOLM))
    source.setText(
        say(
            "{file} · {care_system} · inläst {at}",
            file=name,
            care_system=batch.care_system_name,
            at=read_at,
        )
    )
    for column, widget in enumerate((mark, total, source)):
        grid.addWidget(widget, row, column)
    grid.setRowMinimumHeight(row, _LINE)
