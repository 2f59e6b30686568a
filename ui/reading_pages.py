"""The pages of an opening that takes its time or fails: a file being read, a file refused."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import BookingsUnreadable, KallelseError
from app.wording import decimals, say
from ui.curtain import behind_curtain
from ui.parts import Label, announce, paragraph, primary_button, push_button, title
from ui.privacy import HIDDEN_PERSON
from ui.start_page import column_in
from ui.theme import ROW_HEIGHT, SECONDARY, VIEW_TITLE_SIZE, sized

# Of the first rows: what the list calls its columns, and how wide they are; 0 takes the rest.
_COLUMNS = {say("Besök"): 120, say("Patient"): 200, say("Anmärkning"): 0, say("Rad"): 48}


class LoadingPage(QWidget):
    """A file is being read: how many rows so far, the first of them, and the way out."""

    cancel_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows = Label(colour=SECONDARY)
        self.beginning = _beginning_table()
        moving = QProgressBar()
        moving.setRange(0, 0)
        moving.setTextVisible(False)
        moving.setFixedHeight(4)
        moving.setAccessibleName(say("Läser bokningar"))
        layout = column_in(self, width=720)
        layout.addWidget(title(say("Läser bokningar…"), size=VIEW_TITLE_SIZE))
        layout.addWidget(moving)
        layout.addWidget(self._rows)
        layout.addWidget(self._behind_curtain())
        layout.addWidget(
            push_button(say("Avbryt"), self.cancel_wanted.emit), 0, Qt.AlignmentFlag.AlignLeft
        )

    def _behind_curtain(self) -> QWidget:
        place = QWidget()
        inside = QVBoxLayout(behind_curtain(place))
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.beginning)
        return place

    def show_nothing(self) -> None:
        """Another file: no row of it is read yet."""
        self._rows.setText("")
        self.beginning.setRowCount(0)
        self.beginning.hide()

    def show_rows(self, number: int, beginning: Sequence[Sequence[str]] = ()) -> None:
        """The number of rows so far, and the cells of the first ones under the list's headers."""
        told = say("{number} rader lästa", number=decimals(f"{number:,}"))
        self._rows.setText(told if number else "")
        if beginning and not self.beginning.rowCount():
            self.beginning.setRowCount(len(beginning))
            # Items made here would ask Python at each paint, while the reader holds it.
            model = self.beginning.model()
            for row, cells in enumerate(beginning):
                for column, text in enumerate(cells):
                    model.setData(model.index(row, column), text)
            self.beginning.show()


def _beginning_table() -> QTableWidget:
    table = QTableWidget(0, len(_COLUMNS))
    table.setAccessibleName(say("De första raderna"))
    table.setHorizontalHeaderLabels(list(_COLUMNS))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
    table.setWordWrap(False)
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for column, width in enumerate(_COLUMNS.values()):
        if width:
            table.setColumnWidth(column, width)
        else:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    table.hide()
    return table


class ErrorPage(QWidget):
    """What happened in bold, what to do under it, and details on request.

    While personal data are hidden, so is the file's name, which may tell of a person.
    """

    retry_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, open_action: QAction) -> None:
        super().__init__()
        self._file_name = ""
        self._hides = False
        self._file = paragraph(colour=SECONDARY)
        self._what = paragraph(font=sized(VIEW_TITLE_SIZE))
        self._todo = paragraph()
        self._detail = paragraph(colour=SECONDARY)
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = push_button(say("Visa detaljer"), self._toggle_detail)
        self._back = push_button(say("Tillbaka"), self.back_wanted.emit)
        self._lay_out(primary_button(say("Öppna en annan fil…"), open_action.trigger))

    def show_error(self, error: KallelseError) -> None:
        self._file_name = error.file_name if isinstance(error, BookingsUnreadable) else ""
        self._what.setText(error.what)
        self._todo.setText(error.todo)
        self._detail.setText(error.detail)
        self._more.setVisible(bool(error.detail))
        self._hide_detail()
        self._tell_file()
        announce(self, self.accessibleName())

    def hide_persons(self) -> None:
        self._hides = True
        self._tell_file()

    def show_persons(self) -> None:
        self._hides = False
        self._tell_file()

    def _tell_file(self) -> None:
        name = HIDDEN_PERSON if self._hides and self._file_name else self._file_name
        self._file.setText(name)
        self._file.setVisible(bool(name))
        self.setAccessibleName(f"{name} {self._what.text()} {self._todo.text()}".strip())

    def _lay_out(self, other_file: QWidget) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        again = push_button(say("Försök igen"), self.retry_wanted.emit)
        for button in (other_file, again, self._back, self._more):
            buttons.addWidget(button)
        buttons.addStretch(1)
        box = QFrame()
        box.setObjectName("error")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(24, 16, 24, 16)
        inside.setSpacing(12)
        for part in (self._file, self._what, self._todo, self._detail):
            inside.addWidget(part)
        inside.addLayout(buttons)
        column_in(self, width=640).addWidget(box)

    def _toggle_detail(self) -> None:
        if self._detail.isHidden():
            self._detail.show()
            self._more.setText(say("Dölj detaljer"))
        else:
            self._hide_detail()

    def _hide_detail(self) -> None:
        self._detail.hide()
        self._more.setText(say("Visa detaljer"))
