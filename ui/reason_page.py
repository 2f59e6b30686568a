"""Asks why a protected person's letter must be opened; the reason goes into the log."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.decisions import is_reason
from app.wording import say
from ui.parts import paragraph, push_button


class ReasonPage(QWidget):
    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._sentence = paragraph()
        self.reason = QLineEdit()
        self.reason.setAccessibleName(say("Skäl att öppna kallelsen"))
        self.reason.setPlaceholderText(say("Skäl, utan namn och personnummer"))
        self.reason.setMaximumWidth(480)
        self.button = push_button(say("Öppna kallelsen"), self._give)
        self.button.setEnabled(False)
        self.reason.textChanged.connect(lambda text: self.button.setEnabled(is_reason(text)))
        self.reason.returnPressed.connect(self._give)
        self._lay_out()

    def ask(self, sentence: str) -> None:
        """What was given for another letter is forgotten."""
        self._sentence.setText(sentence)
        self.reason.clear()

    def _give(self) -> None:
        if is_reason(self.reason.text()):
            self.given.emit(self.reason.text())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addStretch(1)
        layout.addWidget(self._sentence)
        layout.addWidget(self.reason)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(2)
