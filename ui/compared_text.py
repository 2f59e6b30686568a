"""A text before and after, side by side, with the words marked that have come or gone."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QWidget

from app.word_diff import Step, changes
from app.wording import say
from ui.theme import GREEN, GREEN_GROUND, RED, RED_GROUND, Colour, shade


class ComparedText(QWidget):
    """What has gone is struck out, what has come is underlined: never told by colour alone."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: Sequence[Step] = ()
        self.before = _Text(say("Före"))
        self.after = _Text(say("Efter"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.before)
        layout.addWidget(self.after)
        self.setFocusProxy(self.after)

    @property
    def number_of_changes(self) -> int:
        return len(changes(self._steps))

    def show_steps(self, steps: Sequence[Step]) -> None:
        """With the first change in view, not yet chosen."""
        self._steps = steps
        told = say("{number} ändringar", number=self.number_of_changes)
        for browser in (self.before, self.after):
            browser.setAccessibleDescription(told)
        self._fill()

    def choose(self, number: int) -> Step:
        """Marks a change, counted from 0, and scrolls to it in both texts."""
        step, before, after = self._places()[number]
        self.before.show_place(before, _length(step.before.rstrip()))
        self.after.show_place(after, _length(step.after.rstrip()))
        return step

    def _places(self) -> list[tuple[Step, int, int]]:
        """Each change, and where it begins in both texts."""
        places = []
        before = after = 0
        for step in self._steps:
            if step.is_change:
                places.append((step, before, after))
            before, after = before + _length(step.before), after + _length(step.after)
        return places

    def changeEvent(self, event: QEvent) -> None:
        """The marks follow the colours that the program wears."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._steps:
            self._fill()

    def _fill(self) -> None:
        gone, come = _mark(RED, RED_GROUND), _mark(GREEN, GREEN_GROUND)
        gone.setFontStrikeOut(True)
        come.setFontUnderline(True)
        _write(self.before, [(step.before, step.is_change) for step in self._steps], gone)
        _write(self.after, [(step.after, step.is_change) for step in self._steps], come)
        for _, before, after in self._places()[:1]:
            self.before.show_place(before)
            self.after.show_place(after)


class _Text(QTextBrowser):
    """The place that is shown stays in the middle when the text gets its room, or other room."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_place(self, start: int, length: int = 0) -> None:
        """In characters as Qt counts them; those of `length` are selected."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._scroll_to_it()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scroll_to_it()

    def _scroll_to_it(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setValue(bar.value() + self.cursorRect().center().y() - height // 2)


def _mark(colour: Colour, ground: Colour) -> QTextCharFormat:
    mark = QTextCharFormat()
    mark.setForeground(shade(colour))
    mark.setBackground(shade(ground))
    return mark


def _write(browser: QTextBrowser, parts: Sequence[tuple[str, bool]], mark: QTextCharFormat) -> None:
    browser.clear()
    cursor = QTextCursor(browser.document())
    cursor.beginEditBlock()
    plain = QTextCharFormat()
    for text, is_change in parts:
        words = text.rstrip()
        cursor.insertText(words, mark if is_change else plain)
        cursor.insertText(text[len(words) :], plain)
    cursor.endEditBlock()
    browser.moveCursor(QTextCursor.MoveOperation.Start)


def _length(text: str) -> int:
    """As Qt counts: a character beyond the first plane is two."""
    return len(text.encode("utf-16-le")) // 2
