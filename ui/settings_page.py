"""One section of the settings: fields under a heading, each kept as soon as one leaves it."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.choices import Choices
from app.wording import say
from ui.booking_entries import Choice, Entry, Text
from ui.parts import Label, paragraph, push_button, title
from ui.theme import BUTTON_HEIGHT, PANE_TITLE_SIZE, SECONDARY, VIEW_TITLE_SIZE

AFTER_RESTART = say("Gäller när programmet startas om.")

_LABELS = 208


class SettingsPage(QScrollArea):
    """`chosen` carries the key of a field that was changed, and its text."""

    chosen = Signal(str, str)
    # Logical pixels: longer lines are hard to read.
    widest = 760

    def __init__(self, heading: str, about: str = "") -> None:
        super().__init__()
        self.heading = heading
        self.entries: dict[str, Entry] = {}
        self._kept: dict[str, str] = {}
        self._column = QVBoxLayout()
        self._grid = QGridLayout()
        self._lay_out(about)

    def add_text(self, key: str, name: str, *, example: str = "") -> Entry:
        return self._add(key, Entry(name, Text("", example=example)))

    def add_choice(
        self,
        key: str,
        name: str,
        options: Iterable[tuple[str, str]],
        *,
        beside: QWidget | None = None,
    ) -> Entry:
        """Pairs of what is kept and what is shown; `beside` is what may be done with it."""
        return self._add(key, Entry(name, Choice(options, None)), beside=beside)

    def add_folder(self, key: str, name: str, *, example: str = "") -> Entry:
        return self._add_path(key, name, QFileDialog.FileMode.Directory, example=example)

    def add_file(self, key: str, name: str) -> Entry:
        return self._add_path(key, name, QFileDialog.FileMode.ExistingFile, example="")

    def add_below(self, *parts: QWidget) -> None:
        for part in parts:
            self._column.addWidget(part)

    def show_choices(self, choices: Choices) -> None:
        """Everything as it is chosen now, also what was changed elsewhere."""
        for key in self.entries:
            self.show_choice(key, choices)

    def show_choice(self, key: str, choices: Choices) -> None:
        entry, text = self.entries[key], choices.text(key)
        self._kept[key] = text
        if entry.text != text or isinstance(entry.editor, Choice):
            show_text(entry, text)
        entry.show_notes(wrong="", said=AFTER_RESTART if choices.waits(key) else "")

    def show_refused(self, key: str, sentence: str) -> None:
        """What was written stays, so that it can be mended; what is kept stays as it was."""
        self.entries[key].show_notes(wrong=sentence)

    def _add(self, key: str, entry: Entry, *, beside: QWidget | None = None) -> Entry:
        label, row = Label(entry.title), self._grid.rowCount()
        label.setBuddy(entry.editor)
        label.setMinimumHeight(BUTTON_HEIGHT)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(entry, row, 1, Qt.AlignmentFlag.AlignTop)
        if beside:
            self._grid.addWidget(beside, row, 2, Qt.AlignmentFlag.AlignTop)
        self.entries[key] = entry
        entry.left.connect(partial(self._leave, key))
        return entry

    def _leave(self, key: str) -> None:
        text = self.entries[key].text
        if text != self._kept.get(key, ""):
            self.chosen.emit(key, text)
        else:
            self.entries[key].show_notes(wrong="", said=self._said(key))

    def _said(self, key: str) -> str:
        return AFTER_RESTART if AFTER_RESTART in self.entries[key].notes else ""

    def _add_path(self, key: str, name: str, mode: QFileDialog.FileMode, *, example: str) -> Entry:
        browse = push_button(say("Bläddra…"), lambda: self._browse(key, mode))
        browse.setAccessibleName(say("Bläddra, {name}", name=name))
        return self._add(key, Entry(name, Text("", example=example)), beside=browse)

    def _browse(self, key: str, mode: QFileDialog.FileMode) -> None:
        entry = self.entries[key]
        dialog = QFileDialog(self, entry.title)
        dialog.setFileMode(mode)
        if entry.text:
            dialog.setDirectory(entry.text)
        dialog.fileSelected.connect(partial(self._take, key))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, key: str, path: str) -> None:
        show_text(self.entries[key], path)
        self._leave(key)

    def _lay_out(self, about: str) -> None:
        inside = QWidget()
        inside.setMaximumWidth(self.widest)
        inside.setLayout(self._column)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(12)
        self._column.addWidget(title(self.heading, size=VIEW_TITLE_SIZE))
        if about:
            self._column.addWidget(paragraph(about, colour=SECONDARY))
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, _LABELS)
        self._grid.setColumnStretch(1, 1)
        self._column.addLayout(self._grid)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.heading)

    def close_column(self) -> None:
        """Once all is in it: what is over of the height stays empty below."""
        self._column.addStretch(1)


def part_title(text: str) -> Label:
    """Between the parts of a page."""
    return title(text, size=PANE_TITLE_SIZE)


def show_text(entry: Entry, text: str) -> None:
    """As if it were written or chosen there."""
    if isinstance(entry.editor, Choice):
        entry.editor.setCurrentIndex(entry.editor.findData(text))
    else:
        entry.editor.setText(text)
