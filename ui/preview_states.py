"""What stands where a preview will be: a sentence, or grey lines while it is being made."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.wording import say
from ui.parts import Mark, announce, paragraph
from ui.theme import ALARM, HAIRLINE, PANE, SECONDARY, shade

# Shares of the width, as the lines of a letter might be.
_LINES = (0.35, 0.0, 0.55, 0.5, 0.0, 0.8, 0.9, 0.85, 0.4, 0.0, 0.9, 0.8, 0.6)


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
        self._text.show_colour(SECONDARY)
        self._text.setText(sentence)

    def show_alarm(self, sentence: str) -> None:
        self._mark.show()
        self._text.show_colour(ALARM)
        self._text.setText(sentence)
        announce(self, sentence)


class GreyLines(QWidget):
    """A letter that is not there yet; nothing moves."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("Förhandsvisningen skapas"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(shade(HAIRLINE))
        painter.setBrush(shade(PANE))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade(HAIRLINE))
        room = min(self.width() - 48, 600)
        for number, share in enumerate(_LINES):
            painter.drawRoundedRect(24, 24 + 24 * number, round(room * share), 12, 4, 4)
