"""The proof sheet before it is printed: the very page that is tried in the envelope."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.wording import say
from ui.bar import Bar
from ui.page_view import PageView, ShownPage
from ui.parts import Tone, paragraph, primary_button, push_button, title
from ui.theme import SECONDARY, VIEW_TITLE_SIZE

_ABOUT = say(
    "Skriv ut arket i verklig storlek (100 %), vik det och lägg det i kuvertet. "
    "På arket står hur man provar och vilka tal man ändrar."
)
_SIZE = (760, 820)
_FILE_NAME = "provark.pdf"


class ProofDialog(QDialog):
    """`page_wanted` asks for the page at a sharpness; it comes by `show_page`."""

    page_wanted = Signal(int, float)
    print_wanted = Signal()
    save_wanted = Signal(object)

    def __init__(self, parent: QWidget, *, printer: str) -> None:
        """`printer` is its name, or "" for the computer's own choice."""
        super().__init__(parent)
        self.setWindowTitle(say("Provark"))
        self.setModal(True)
        self.page = PageView()
        self.print_button = primary_button(say("Skriv ut"), self._print)
        self.save_button = push_button(say("Spara som PDF…"), self._ask_where)
        self.told = Bar()
        self._lay_out(printer or say("datorns egen skrivare"))
        self.page.page_wanted.connect(self.page_wanted)

    def show_page(self, shown: ShownPage) -> None:
        self.page.show_page(shown)

    def show_told(self, text: str, *, tone: Tone) -> None:
        """What has become of printing or saving."""
        self.print_button.setEnabled(True)
        self.told.show_sentence(text, tone=tone)

    def _print(self) -> None:
        # Until an answer has come, so that nobody prints it twice by a slip.
        self.print_button.setEnabled(False)
        self.print_wanted.emit()

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, say("Spara provarket"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(_FILE_NAME)
        dialog.fileSelected.connect(lambda chosen: self.save_wanted.emit(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _lay_out(self, printer: str) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(
            paragraph(say("Skrivare: {printer}", printer=printer), colour=SECONDARY), 1
        )
        buttons.addWidget(push_button(say("Stäng"), self.reject))
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.print_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(title(say("Provark för kuvertet"), size=VIEW_TITLE_SIZE))
        layout.addWidget(paragraph(_ABOUT))
        layout.addWidget(self.told)
        layout.addWidget(self.page, 1)
        layout.addLayout(buttons)
        room = self.screen().availableSize()
        self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height() - 40))
