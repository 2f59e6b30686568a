"""Facts in the text of a message: found where they stand, marked over it and pressed."""

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from app.packed_text import SearchedText
from ui.fact_marks import CHOSEN, DIFFERING, MarkLook, text_format

_BEYOND_16_BITS = re.compile("[\U00010000-\U0010ffff]")


class MessageMarks(QObject):
    """The marks lie over the text, which stays as it was drawn from the outgoing message."""

    # The number of a fact, or None beside all of them.
    fact_pressed = Signal(object)
    # Where the chosen fact stands, in the text's own pixels.
    chosen_at = Signal(QPoint)

    def __init__(self, body: QTextBrowser) -> None:
        super().__init__(body)
        self._body = body
        self._facts: Sequence[str] = ()
        self._differing: Sequence[str] = ()
        self._searched: SearchedText | None = None
        self._is_marked = False
        body.viewport().installEventFilter(self)

    def show_facts(self, facts: Sequence[str], *, differing: Sequence[str] = ()) -> None:
        """The words of each fact, and those that only one channel tells, of a new text."""
        self._facts, self._differing, self._searched = facts, differing, None
        self.choose(None)

    def choose(self, number: int | None) -> None:
        """Marks one of the facts wherever it stands, or none of them."""
        chosen = self._facts[number] if number is not None else ""
        marks = [
            self._selection(place, look)
            for look, texts in ((DIFFERING, self._differing), (CHOSEN, [chosen] if chosen else ()))
            for text in texts
            for place in self._text().places(text)
        ]
        if marks or self._is_marked:
            self._body.setExtraSelections(marks)
        self._is_marked = bool(marks)
        if chosen and marks:
            self.chosen_at.emit(self._body.cursorRect(marks[-1].cursor).center())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            pressed = event.button() is Qt.MouseButton.LeftButton
            if pressed and not self._body.textCursor().hasSelection():
                self.fact_pressed.emit(self._fact_at(event.position().toPoint()))
        return False

    def _fact_at(self, at: QPoint) -> int | None:
        position = self._body.cursorForPosition(at).position()
        hits = [(len(place), number) for number, place in self._places() if position in place]
        return min(hits)[1] if hits else None

    def _places(self) -> Iterator[tuple[int, range]]:
        for number, text in enumerate(self._facts):
            for place in self._text().places(text):
                yield number, place

    def _text(self) -> SearchedText:
        """Looked through when it is first asked for: most messages are only read."""
        if self._searched is None:
            # Qt counts such a character as two; the second here is one that searching passes over.
            text = _BEYOND_16_BITS.sub("\\g<0>\N{ZERO WIDTH SPACE}", self._body.toPlainText())
            self._searched = SearchedText(text)
        return self._searched

    def _selection(self, place: range, look: MarkLook) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._body.document())
        cursor.setPosition(place.start)
        cursor.setPosition(place.stop, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        mark.format = text_format(look)
        return mark
