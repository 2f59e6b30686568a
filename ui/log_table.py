"""The log as a table: one line for each thing that was done."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from app.access_log import LogEntry
from app.log_documents import done, exact, shown_person
from app.log_review import VERDICT_NAMES, Judgement, told_access
from app.wording import say
from ui.parts import folded_tip
from ui.row_table import Index, RowModel
from ui.theme import ROW_HEIGHT

HEADERS = (
    say("Nr"),
    say("Tid"),
    say("Användare"),
    say("Vad"),
    say("Patient"),
    say("Enhet"),
    say("Dator"),
    say("Mer"),
)
_JUDGED = (say("Bedömning"), say("Anteckning"))
_WIDTHS = (56, 140, 120, 216, 112, 172, 90, 130, 84, 120)


class LogModel(RowModel):
    """Of a sample, each line has its judgement too."""

    def __init__(self, headers: tuple[str, ...] = HEADERS) -> None:
        super().__init__(headers)
        self._entries: tuple[LogEntry, ...] = ()
        self.judged: dict[int, Judgement] = {}

    @classmethod
    def of_sample(cls) -> "LogModel":
        return cls((*HEADERS, *_JUDGED))

    @property
    def entries(self) -> tuple[LogEntry, ...]:
        return self._entries

    def show_entries(
        self, entries: Sequence[LogEntry], *, judged: Mapping[int, Judgement] | None = None
    ) -> None:
        self.beginResetModel()
        self._entries, self.judged = tuple(entries), dict(judged or {})
        self.endResetModel()

    def append(self, entries: Sequence[LogEntry]) -> None:
        if entries:
            first = len(self._entries)
            self.beginInsertRows(QModelIndex(), first, first + len(entries) - 1)
            self._entries += tuple(entries)
            self.endInsertRows()

    def judge(self, position: int, judgement: Judgement) -> None:
        self.judged[self._entries[position].number] = judgement
        last = len(self._headers) - 1
        self.dataChanged.emit(self.index(position, 0), self.index(position, last))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        if not index.isValid():
            return None
        cells = self._cells(self._entries[index.row()])
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cells[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return folded_tip(cells[index.column()])
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{'. '.join(filter(None, cells[1:]))}."
            case _:
                return None

    def _cells(self, entry: LogEntry) -> tuple[str, ...]:
        access = entry.access
        told = (
            str(entry.number),
            exact(entry.at),
            entry.who,
            done(entry),
            shown_person(access.person),
            access.unit_id,
            entry.workplace.pc,
            told_access(entry),
        )
        judgement = self.judged.get(entry.number)
        found = (VERDICT_NAMES[judgement.verdict], judgement.note) if judgement else ("", "")
        return (*told, *found)[: len(self._headers)]


class LogTable(QTableView):
    def __init__(self, model: LogModel, *, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setStretchLastSection(True)
        for column in range(model.columnCount()):
            self.setColumnWidth(column, _WIDTHS[column])
