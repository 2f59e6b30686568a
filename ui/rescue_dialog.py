"""What stands where the history cannot be opened: which backup there is, and what it lacks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from app.wording import say
from ui.bar import Bar
from ui.parts import Label, Tone, paragraph, primary_button, push_button
from ui.theme import SECONDARY

_KEY = say("Återställningsnyckeln, fyra rader från papperet")


class RescueDialog(QDialog):
    """`wanted` carries what was written of the recovery key, or "" where none is asked for."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget, *, title: str, sentences: tuple[str, ...]) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.key = QLineEdit()
        self.told = Bar()
        self.progress = QProgressBar()
        self.progress.setAccessibleName(say("Hur mycket som är klart"))
        self.progress.hide()
        self._label = Label(_KEY, colour=SECONDARY)
        self._buttons = QHBoxLayout()
        self._lay_out(sentences)

    def offer(self, what: str) -> None:
        """The button that does something about it."""
        self._do = primary_button(what, lambda: self.wanted.emit(self.key.text()))
        self._do.setDefault(True)
        self._buttons.addWidget(self._do)

    def ask_for_key(self) -> None:
        self._label.show()
        self.key.show()
        self.key.setFocus()

    def show_progress(self, share: float) -> None:
        """How much of the work is done, from 0 to 1; who closes the dialog ends it."""
        self._do.setEnabled(False)
        self.told.hide()
        self.progress.show()
        self.progress.setValue(round(100 * share))

    def show_told(self, text: str, *, tone: Tone) -> None:
        self._do.setEnabled(True)
        self.progress.hide()
        self.told.show_sentence(text, tone=tone)

    def _lay_out(self, sentences: tuple[str, ...]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        for sentence in sentences:
            layout.addWidget(paragraph(sentence))
        self._label.setBuddy(self.key)
        self.key.setAccessibleName(_KEY)
        self._label.hide()
        self.key.hide()
        layout.addWidget(self._label)
        layout.addWidget(self.key)
        layout.addWidget(self.told)
        layout.addWidget(self.progress)
        self._buttons.addStretch(1)
        self._buttons.addWidget(push_button(say("Stäng"), self.reject))
        layout.addLayout(self._buttons)
        self.setMinimumWidth(560)
