"""The list of history: whole rows by keyboard, fewer columns where it is narrow."""

import uuid

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from app.dispatch import Dispatch
from app.wording import say
from ui.history_model import (
    CHANNEL,
    LETTER_TYPE,
    STATUS,
    TIME,
    VERSION,
    VISIT,
    HistoryModel,
)
from ui.row_table import RowTable

_WIDTHS = {TIME: 96, VISIT: 124, CHANNEL: 60, STATUS: 124, VERSION: 88}

# Narrower than this, in logical pixels, a column is left to the opened letter.
_NEEDS = {LETTER_TYPE: 640, VERSION: 740}


class HistoryTable(RowTable):
    """Emits the dispatch that is shown, or None; several rows may be chosen at once."""

    dispatch_shown = Signal(object)
    choice_changed = Signal()

    def __init__(self, model: HistoryModel) -> None:
        super().__init__(model, name=say("Skickade kallelser"), widths=_WIDTHS)
        self._model = model
        self._shown: uuid.UUID | None = None
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentRowChanged.connect(self._note_current)
        self.selectionModel().selectionChanged.connect(self.choice_changed)
        model.modelReset.connect(self._restore)

    def chosen(self) -> tuple[Dispatch, ...]:
        """In the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(map(self._model.dispatch, rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, needed in _NEEDS.items():
            self.setColumnHidden(column, self.width() < needed)

    def _note_current(self, current: QModelIndex) -> None:
        dispatch = self._model.dispatch(current.row()) if current.isValid() else None
        self._shown = dispatch.id if dispatch else None
        self.dispatch_shown.emit(dispatch)

    def _restore(self) -> None:
        """After the list was read anew: the same letter where it is still in it, else none."""
        place = None if self._shown is None else self._model.position(self._shown)
        if place is None:
            self._shown = None
            self.dispatch_shown.emit(None)
            return
        flags = QItemSelectionModel.SelectionFlag
        index = self._model.index(place, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
