"""What stands where the list will be: nothing opened yet, a file being read, a file refused."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import BookingsUnreadable, KallelseError
from app.wording import say
from ui.actions import Actions
from ui.curtain import behind_curtain
from ui.parts import (
    Kind,
    Label,
    action_button,
    announce,
    paragraph,
    primary_button,
    push_button,
    tip,
    title,
)
from ui.theme import PANE_TITLE_SIZE, ROW_HEIGHT, SECONDARY, VIEW_TITLE_SIZE, sized

_FORMATS = {".csv": "CSV", ".xlsx": "Excel", ".hl7": "HL7", ".json": "FHIR", ".xml": "RIV-TA"}
_SAMPLE_COLUMNS = 2

# Of the first rows: what the list calls its columns, and how wide they are; 0 takes the rest.
_COLUMNS = {say("Besök"): 120, say("Patient"): 200, say("Anmärkning"): 0, say("Rad"): 48}


class StartPage(QWidget):
    """The empty state. `file_wanted` carries the path of a recent file or of a sample."""

    file_wanted = Signal(Path)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._open = action_button(actions.open, kind=Kind.PRIMARY)
        self._recent = QWidget()
        self._recent_files = QVBoxLayout(behind_curtain(self._recent))
        self._samples = QGridLayout()
        self._samples.setHorizontalSpacing(8)
        self._samples.setVerticalSpacing(4)
        self._samples.setColumnStretch(3 * _SAMPLE_COLUMNS, 1)
        self._samples.setColumnMinimumWidth(2, 16)
        self._state = Label(say("Startar…"), font=sized(PANE_TITLE_SIZE))
        self._assumed = paragraph(colour=SECONDARY)
        self._lay_out(actions)

    def show_samples(self, samples: Iterable[Path], *, names: Mapping[str, str]) -> None:
        """The program is ready; `samples` are files one may try it with, by care system.

        A file's name up to the first dot is the id of its care system, which `names` has a name
        for.
        """
        groups = [
            (names.get(system, system), list(paths))
            for system, paths in groupby(sorted(samples), key=lambda path: path.name.split(".")[0])
        ]
        self._state.setText(say("Eller prova med påhittade bokningar") if groups else "")
        self._assumed.setText(_ASSUMED if groups else "")
        half = -(-len(groups) // _SAMPLE_COLUMNS)
        for number, (name, paths) in enumerate(groups):
            column, row = divmod(number, half)
            self._samples.addWidget(Label(name), row, 3 * column)
            self._samples.addLayout(self._buttons(name, paths), row, 3 * column + 1)
        self._open.setFocus()

    def show_recent(self, paths: Sequence[Path]) -> None:
        """The files that were opened last, by name alone: a folder may be named after a person."""
        for path in paths:
            button = self._recent_button(path)
            self._recent_files.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._recent.setVisible(bool(paths))

    def show_obstacle(self, text: str) -> None:
        """Why nothing can be opened."""
        self._state.setText(text)

    def _recent_button(self, path: Path) -> QWidget:
        # Twice, since a button takes one for the mark of its access key.
        name = path.name.replace("&", "&&")
        return push_button(name, lambda: self.file_wanted.emit(path), kind=Kind.SMALL)

    def _buttons(self, name: str, paths: Sequence[Path]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for path in paths:
            row.addWidget(self._sample_button(f"{name} – {_format(path)}", path))
        row.addStretch(1)
        return row

    def _sample_button(self, name: str, path: Path) -> QWidget:
        button = push_button(_format(path), lambda: self.file_wanted.emit(path), kind=Kind.SMALL)
        button.setAccessibleName(name)
        button.setToolTip(tip(path.name))
        return button

    def _lay_out(self, actions: Actions) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._open)
        buttons.addWidget(action_button(actions.paste))
        buttons.addStretch(1)
        self._recent_files.setContentsMargins(0, 0, 0, 0)
        self._recent_files.setSpacing(4)
        self._recent_files.addWidget(Label(say("Senast öppnade"), font=sized(PANE_TITLE_SIZE)))
        self._recent.hide()
        layout = _middle(self, width=520)
        layout.addWidget(title(say("Öppna dagens bokningar"), size=VIEW_TITLE_SIZE))
        layout.addWidget(paragraph(_WAYS))
        layout.addLayout(buttons)
        layout.addWidget(self._recent)
        layout.addSpacing(12)
        layout.addWidget(self._state)
        layout.addLayout(self._samples)
        layout.addWidget(self._assumed)


_WAYS = say("Dra hit en fil eller tryck Ctrl+O. En kopierad tabell klistras in med Ctrl+V.")
_ASSUMED = say("Alla följer en antagen exportlayout: ingen enhet har bekräftat den ännu.")


def _format(path: Path) -> str:
    return _FORMATS.get(path.suffix, path.suffix.lstrip(".").upper())


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
        layout = _middle(self, width=720)
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
        self._rows.setText(say("{number} rader lästa", number=number) if number else "")
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
    """What happened in bold, what to do under it, and details on request."""

    retry_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, open_action: QAction) -> None:
        super().__init__()
        self._file = paragraph(colour=SECONDARY)
        self._what = paragraph(font=sized(VIEW_TITLE_SIZE))
        self._todo = paragraph()
        self._detail = paragraph(colour=SECONDARY)
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = push_button(say("Visa detaljer"), self._toggle_detail)
        self._back = push_button(say("Tillbaka"), self.back_wanted.emit)
        self._lay_out(primary_button(say("Öppna en annan fil…"), open_action.trigger))

    def show_error(self, error: KallelseError) -> None:
        file_name = error.file_name if isinstance(error, BookingsUnreadable) else ""
        self._file.setText(file_name)
        self._file.setVisible(bool(file_name))
        self._what.setText(error.what)
        self._todo.setText(error.todo)
        self._detail.setText(error.detail)
        self._more.setVisible(bool(error.detail))
        self._hide_detail()
        self.setAccessibleName(f"{file_name} {error.what} {error.todo}".strip())
        announce(self, self.accessibleName())

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
        _middle(self, width=640).addWidget(box)

    def _toggle_detail(self) -> None:
        if self._detail.isHidden():
            self._detail.show()
            self._more.setText(say("Dölj detaljer"))
        else:
            self._hide_detail()

    def _hide_detail(self) -> None:
        self._detail.hide()
        self._more.setText(say("Visa detaljer"))


def _middle(page: QWidget, *, width: int = 420) -> QVBoxLayout:
    """A column in the middle of a page, a little above its centre."""
    column = QWidget()
    column.setFixedWidth(width)
    inside = QVBoxLayout(column)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(12)
    # Stretches and not an alignment, which would forget that wrapped text grows in height.
    across = QHBoxLayout()
    across.addStretch(1)
    across.addWidget(column)
    across.addStretch(1)
    outside = QVBoxLayout(page)
    outside.addStretch(2)
    outside.addLayout(across)
    outside.addStretch(3)
    return inside
