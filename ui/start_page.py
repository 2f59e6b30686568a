"""The page of a program that has opened nothing yet: what to do, and samples to try."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.wording import say
from ui.actions import Actions
from ui.curtain import behind_curtain
from ui.parts import Kind, Label, action_button, paragraph, push_button, tip, title
from ui.reading_order import stops_of
from ui.theme import PANE_TITLE_SIZE, SECONDARY, VIEW_TITLE_SIZE, sized

_FORMATS = {".csv": "CSV", ".xlsx": "Excel", ".hl7": "HL7", ".json": "FHIR", ".xml": "RIV-TA"}
_SAMPLE_COLUMNS = 2


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

    def show_recent(self, paths: Sequence[Path]) -> None:
        """The files that were opened last, by name alone: a folder may be named after a person."""
        for path in paths:
            button = self._recent_button(path)
            self._recent_files.addWidget(button, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        self._recent.setVisible(bool(paths))

    def open_for_work(self) -> None:
        """The keys begin here, unless somebody has gone elsewhere with them meanwhile."""
        self.setEnabled(True)
        window = self.window()
        # A window that is activated with the focus nowhere gives it to its first stop by itself.
        untouched = (None, next(stops_of(window), None))
        if self.isVisible() and window.focusWidget() in untouched:
            self._open.setFocus()

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
        layout = column_in(self, width=520)
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


def column_in(page: QWidget, *, width: int = 420) -> QVBoxLayout:
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
