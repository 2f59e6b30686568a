"""What stands where there is no preview: a sentence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.parts import Mark, announce, paragraph
from ui.theme import ALARM, SECONDARY


class SentencePage(QWidget):
    """Why there is no preview, in the middle of the pane."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = Mark(side=20)
        self._mark.show_icon("triangle-alert", colour=ALARM)
        self._text = paragraph()
        self._text.setMaximumWidth(420)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addStretch(1)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 100)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(line)
        layout.addStretch(3)

    def show_calm(self, sentence: str) -> None:
        self._mark.hide()
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.show_colour(SECONDARY)
        self._text.setText(sentence)

    def show_alarm(self, sentence: str) -> None:
        self._mark.show()
        # Beside its mark.
        self._text.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._text.show_colour(ALARM)
        self._text.setText(sentence)
        announce(self, sentence)
