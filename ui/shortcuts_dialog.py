"""Help: every key of the program on one page, on the screen, on paper and as a PDF file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.wording import say
from ui.parts import Label, announce, button_row, paragraph, push_button, title
from ui.shortcuts import Section
from ui.shortcuts_page import in_columns, put_on_page
from ui.theme import ALARM, PANE_TITLE_SIZE, SECONDARY, VIEW_TITLE_SIZE

_ABOUT = say(
    "Kallelser gör dagens bokningar till meddelanden i 1177 och till brev, visar båda "
    "och håller reda på vad som skickats. Programmet kör i testläge: meddelandena går till en "
    "inkorg på den här datorn och breven till en mapp."
)
_UNSAVED = say("Filen går inte att spara. Stäng den om den är öppen, eller välj en annan mapp.")


class ShortcutsDialog(QDialog):
    def __init__(self, parent: QWidget, sections: Sequence[Section]) -> None:
        super().__init__(parent)
        self._sections = sections
        self._told = paragraph(colour=ALARM)
        self._told.hide()
        columns = QHBoxLayout()
        columns.setSpacing(32)
        for column in in_columns(sections, number=3):
            columns.addLayout(_column(column))
        layout = _page(self, say("Kortkommandon"))
        layout.addLayout(columns)
        layout.addWidget(self._told)
        layout.addLayout(self._buttons())

    def save(self, path: Path) -> None:
        """As a PDF file of one page."""
        # Qt would only warn on its own terms, and without the file's reason.
        try:
            path.write_bytes(b"")
        except OSError:
            self._tell(_UNSAVED)
            return
        writer = QPdfWriter(str(path))
        writer.setTitle(say("Kortkommandon i Kallelser"))
        self._draw_on(writer)

    def _buttons(self) -> QHBoxLayout:
        close = push_button(say("Stäng"), self.reject)
        close.setDefault(True)
        return button_row(
            push_button(say("Skriv ut…"), self._ask_printer),
            push_button(say("Spara som PDF…"), self._ask_where),
            close,
        )

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(say("Kortkommandon"))
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: self._draw_on(printer))
        dialog.finished.connect(dialog.deleteLater)
        # Its own `open` is another one, with a slot to call.
        QDialog.open(dialog)

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, say("Spara kortkommandon"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile("kortkommandon.pdf")
        dialog.fileSelected.connect(lambda chosen: self.save(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _draw_on(self, device: QPagedPaintDevice) -> None:
        self._told.hide()
        put_on_page(self._sections, device=device)

    def _tell(self, text: str) -> None:
        self._told.setText(text)
        self._told.show()
        announce(self, text)


class AboutDialog(QDialog):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = _page(self, say("Om Kallelser"))
        layout.addWidget(paragraph(_ABOUT))
        layout.addWidget(_close_button(self))
        self.setFixedWidth(480)


def _column(sections: Sequence[Section]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    for section in sections:
        column.addWidget(title(section.heading, size=PANE_TITLE_SIZE))
        column.addLayout(_keys(section))
        column.addSpacing(8)
    column.addStretch(1)
    return column


def _keys(section: Section) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(0, 1)
    for place, (text, key) in enumerate(section.keys):
        grid.addWidget(Label(text), place, 0)
        grid.addWidget(Label(key, colour=SECONDARY), place, 1)
    return grid


def _page(dialog: QDialog, heading: str) -> QVBoxLayout:
    dialog.setWindowTitle(heading)
    dialog.setModal(True)
    dialog.finished.connect(dialog.deleteLater)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 16, 24, 16)
    layout.setSpacing(12)
    layout.addWidget(title(heading, size=VIEW_TITLE_SIZE))
    return layout


def _close_button(dialog: QDialog) -> QPushButton:
    return push_button(say("Stäng"), dialog.reject)
