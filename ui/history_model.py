"""History as a table that is read a portion at a time, and never by the window's own thread.

The model asks with a signal and is answered by a method; an answer to an older question is dropped.
"""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QFont, QIcon

from app.decisions import is_to_be_called
from app.dispatch import NO_VISIT_TIME, STATUS_NAMES, Dispatch, Status
from app.draft import Channel
from app.history import Question
from app.swedish_dates import short_moment, spoken_moment, stamp
from app.wording import say
from ui.parts import folded_tip
from ui.privacy import HIDDEN_PERSON
from ui.row_table import Index, RowModel
from ui.theme import ALARM, LOOKS, Colour, Look, icon, shade

HEADERS = (
    say("Tid"),
    say("Patient"),
    say("Besök"),
    say("Kanal"),
    say("Status"),
    say("Brevtyp"),
    say("Mallversion"),
)
TIME, PATIENT, VISIT, CHANNEL, STATUS, LETTER_TYPE, VERSION = range(len(HEADERS))

CHANNEL_NAMES = {Channel.INBOX_1177: "1177", Channel.LETTER: say("Brev")}

PORTION = 200


@dataclass(frozen=True, slots=True, eq=False)
class PageRequest:
    """Rows that the table lacks. Two requests are never equal, even where they ask the same."""

    question: Question
    offset: int
    limit: int


@dataclass(frozen=True, slots=True)
class Line:
    """A dispatch as the table needs it. `is_to_be_called` is an unclear one of a visit soon."""

    dispatch: Dispatch
    cells: tuple[str, ...]
    is_to_be_called: bool

    @classmethod
    def of(cls, dispatch: Dispatch, *, now: datetime) -> "Line":
        to_be_called = is_to_be_called(dispatch, now=now)
        cells = (
            stamp(dispatch.changed_at),
            dispatch.name,
            short_moment(dispatch.visit_at) if dispatch.visit_at else NO_VISIT_TIME,
            CHANNEL_NAMES[dispatch.channel],
            _CALL if to_be_called else STATUS_NAMES[dispatch.status],
            dispatch.letter_name,
            short_version(dispatch.template_version),
        )
        return cls(dispatch, cells, to_be_called)

    @property
    def covered(self) -> "Line":
        """As it is seen while persons are hidden."""
        cells = (*self.cells[:PATIENT], HIDDEN_PERSON, *self.cells[PATIENT + 1 :])
        return replace(self, cells=cells)

    @property
    def look(self) -> Look:
        return LOOKS[STATUS_NAMES[self.dispatch.status]]

    @property
    def sentence(self) -> str:
        """What a screen reader says for the whole row."""
        time, name, _, channel, status, letter_type, _ = self.cells
        at = self.dispatch.visit_at
        visit = spoken_moment(at) if at else NO_VISIT_TIME
        told = f"{STATUS_NAMES[Status.UNKNOWN]}. {status}" if self.is_to_be_called else status
        return f"{told}. {name}. {visit}. {channel}. {letter_type}. {time}."


_CALL = say("Ring patienten")


def short_version(version: str) -> str:
    """As much of a template version as two of them need to be told apart."""
    return version[:8]


class HistoryModel(RowModel):
    """Newest first. What is shown stays until the first rows of a new question have come."""

    page_wanted = Signal(PageRequest)

    def __init__(self) -> None:
        super().__init__(HEADERS)
        self._now: Callable[[], datetime] = lambda: _NEVER
        self._lines: list[Line] = []
        self._question = Question()
        self._awaited: PageRequest | None = None
        self._complete = True
        self._answers: dict[int, Callable[[Line, int], Any]] = {
            int(Qt.ItemDataRole.DecorationRole): _decoration,
            int(Qt.ItemDataRole.ForegroundRole): _foreground,
            int(Qt.ItemDataRole.BackgroundRole): _background,
            int(Qt.ItemDataRole.FontRole): _font,
            **_OPEN,
        }

    def use_clock(self, now: Callable[[], datetime]) -> None:
        """Asked with each portion, since a visit comes nearer while the window stays open."""
        self._now = now

    def hide_persons(self) -> None:
        self._answer_with(_COVERED)

    def show_persons(self) -> None:
        self._answer_with(_OPEN)

    @property
    def question(self) -> Question:
        return self._question

    def ask(self, question: Question) -> None:
        """Lists anew; the same question again gives as many rows as had been read of it."""
        again = len(self._lines) if question == self._question else 0
        self._question = question
        self._want(0, limit=max(again, PORTION))

    def take(self, request: PageRequest, dispatches: Sequence[Dispatch]) -> None:
        """The answer to a request; dropped where another one has been made since."""
        if request is not self._awaited:
            return
        self._awaited = None
        now = self._now()
        lines = [Line.of(dispatch, now=now) for dispatch in dispatches]
        self._complete = len(lines) < request.limit
        if request.offset == 0:
            self._replace(lines)
        elif lines:
            self._append(lines)

    def show_found(self, dispatches: Sequence[Dispatch]) -> None:
        """All that there is to list, found in another way than by a question."""
        now = self._now()
        self._awaited, self._complete = None, True
        self._replace([Line.of(dispatch, now=now) for dispatch in dispatches])

    def give_up(self, request: PageRequest) -> None:
        """The request could not be answered, so its rows may be asked for again."""
        if request is self._awaited:
            self._awaited = None

    @property
    def dispatches(self) -> tuple[Dispatch, ...]:
        """Those read so far."""
        return tuple(line.dispatch for line in self._lines)

    def dispatch(self, position: int) -> Dispatch:
        return self._lines[position].dispatch

    def position(self, dispatch_id: uuid.UUID) -> int | None:
        """Where a dispatch stands among the rows read so far."""
        ids = (line.dispatch.id for line in self._lines)
        return next((place for place, found in enumerate(ids) if found == dispatch_id), None)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._complete and self._awaited is None

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._want(len(self._lines), limit=PORTION)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        answer = self._answers.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(self._lines[index.row()], index.column())

    def _answer_with(self, answers: "_Answers") -> None:
        self._answers |= answers
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, VERSION))

    def _want(self, offset: int, *, limit: int) -> None:
        self._awaited = PageRequest(self._question, offset, limit)
        self.page_wanted.emit(self._awaited)

    def _replace(self, lines: list[Line]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def _append(self, lines: list[Line]) -> None:
        first = len(self._lines)
        self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
        self._lines += lines
        self.endInsertRows()


_BOLD = QFont()
_BOLD.setWeight(QFont.Weight.DemiBold)

_NEVER = datetime.max.replace(tzinfo=UTC)


def _text(line: Line, column: int) -> str:
    return line.cells[column]


def _tooltip(line: Line, column: int) -> str:
    """The whole text where the cell may cut it."""
    texts = {
        PATIENT: line.dispatch.name,
        STATUS: line.dispatch.explanation,
        LETTER_TYPE: line.dispatch.letter_name,
        VERSION: line.dispatch.template_version,
    }
    text = texts.get(column, "")
    return folded_tip(text)


def _decoration(line: Line, column: int) -> QIcon | None:
    if column != STATUS:
        return None
    if line.is_to_be_called:
        return icon("triangle-alert", colour=ALARM)
    return icon(line.look.icon, colour=line.look.colour)


def _foreground(line: Line, column: int) -> QBrush | None:
    if line.is_to_be_called and column in {STATUS, VISIT}:
        return _brush(ALARM)
    return _brush(line.look.colour) if column == STATUS else None


def _background(line: Line, column: int) -> QBrush | None:
    """Only what needs a person is tinted, and what is unclear all across."""
    status = line.dispatch.status
    tinted = status is Status.UNKNOWN or (status is Status.REJECTED and column == STATUS)
    return _brush(line.look.ground) if tinted else None


def _font(line: Line, column: int) -> QFont | None:
    bold = {STATUS, VISIT} if line.is_to_be_called else {STATUS}
    return _BOLD if column in bold and line.dispatch.status is Status.UNKNOWN else None


def _spoken(line: Line, _: int) -> str:
    return line.sentence


# By role: what tells of the person, as it is and as it is while persons are hidden.
_Answers = dict[int, Callable[[Line, int], Any]]
_OPEN: _Answers = {
    int(Qt.ItemDataRole.DisplayRole): _text,
    int(Qt.ItemDataRole.ToolTipRole): _tooltip,
    int(Qt.ItemDataRole.AccessibleTextRole): _spoken,
}
_COVERED: _Answers = {
    int(Qt.ItemDataRole.DisplayRole): lambda line, column: line.covered.cells[column],
    int(Qt.ItemDataRole.ToolTipRole): lambda _, __: None,
    int(Qt.ItemDataRole.AccessibleTextRole): lambda line, _: line.covered.sentence,
}


def _brush(colour: Colour) -> QBrush:
    return QBrush(shade(colour))
