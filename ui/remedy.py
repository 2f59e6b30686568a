"""What the panel under the list says of a row, and when its keys act, where little has room."""

import re

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.wording import say
from ui.parts import Folding, Label, folded_tip
from ui.room import Room
from ui.theme import SECONDARY

# Logical pixels of the panel's head that no words have: its edges, the mark and what parts them.
_AROUND_HEADLINE = 64
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?]) (?=[A-ZÅÄÖ])")


class Remedy(Folding):
    """A sentence that ends in what is to be done, and what else there is to tell.

    In a low window it is two lines, in the lowest one. What has no room there is left out from the
    beginning, which the headline says as well; the whole is then in its tip.
    """

    _sentence = ""
    _most = 1

    def tell(self, sentence: str, *, also: str = "") -> None:
        self._sentence = sentence.replace("\n", " ")
        self.setText(f"{self._sentence} {also}".strip())

    def fit(self, room: Room) -> None:
        self._most = 2 if room is Room.SNUG else 1
        super().fit(room)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As many lines for a short sentence as for a long one: the list above must not jump."""
        hint = super().sizeHint()
        return hint if self.wordWrap() else QSize(0, self._most * hint.height())

    def shown_lines(self) -> list[str]:
        """What is drawn in a low window."""
        metrics, width = self.fontMetrics(), self.width()
        lines = broken(self._told() + self.text()[len(self._sentence) :], metrics, width=width)
        rest = " ".join(lines[self._most - 1 :])
        last = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
        return [*filter(None, (*lines[: self._most - 1], last))]

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.wordWrap():
            super().paintEvent(event)
            return
        lines, high = self.shown_lines(), self.fontMetrics().height()
        is_whole = " ".join(lines) == self.text()
        self.setToolTip("" if is_whole else folded_tip(self.text()))
        painter, top = QPainter(self), (self.height() - high * len(lines)) // 2
        for number, line in enumerate(lines):
            at = QRect(0, top + number * high, self.width(), high)
            painter.drawText(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)

    def _told(self) -> str:
        """As much of the sentence's end as has room, and at least the last that it says."""
        parts, told = _BETWEEN_SENTENCES.split(self._sentence), self._sentence
        for first in range(len(parts)):
            told = f"{'… ' if first else ''}{' '.join(parts[first:])}"
            if len(broken(told, self.fontMetrics(), width=self.width())) <= self._most:
                break
        return told


class KeyHint(Label):
    """How a letter decides: after F4, or at once where the panel has the focus."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__(say("Tryck F4, sedan bokstaven"), colour=SECONDARY)
        self._panel = panel
        self._widest = self.sizeHint().width()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def show_beside(self, headline: Label, *, wanted: bool, room: Room) -> None:
        """Not where a headline in a low window would take a second line to make room for it."""
        words = headline.fontMetrics().horizontalAdvance(headline.text())
        has_room = words + self._widest + _AROUND_HEADLINE <= self._panel.width()
        self.setVisible(wanted and (room is Room.AMPLE or (room is Room.SNUG and has_room)))

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        acts = now is not None and (now is self._panel or self._panel.isAncestorOf(now))
        self.setText(say("Tryck bokstaven") if acts else say("Tryck F4, sedan bokstaven"))


def broken(text: str, metrics: QFontMetrics, *, width: int) -> list[str]:
    """The lines of a text, which are as wide as whole words make them."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
