"""A text before and after, side by side, with the words marked that have come or gone."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QWidget

from app.word_diff import Step, changes
from app.wording import say
from ui.theme import GREEN, GREEN_GROUND, RED, RED_GROUND, Colour, shade


class ComparedText(QWidget):
    """What has gone is struck out, what has come is underlined: never told by colour alone."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: Sequence[Step] = ()
        self.before = _browser(say("Före"))
        self.after = _browser(say("Efter"))
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
        self._steps = steps
        told = say("{number} ändringar", number=self.number_of_changes)
        for browser in (self.before, self.after):
            browser.setAccessibleDescription(told)
        self._fill()

    def choose(self, number: int) -> Step:
        """Marks a change, counted from 0, and scrolls to it in both texts."""
        seen = -1
        before = after = 0
        for step in self._steps:
            seen += step.is_change
            if step.is_change and seen == number:
                _select(self.before, before, step.before)
                _select(self.after, after, step.after)
                return step
            before, after = before + _length(step.before), after + _length(step.after)
        raise IndexError(number)

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


def _browser(name: str) -> QTextBrowser:
    browser = QTextBrowser()
    browser.setAccessibleName(name)
    browser.setFrameShape(QFrame.Shape.NoFrame)
    browser.setOpenLinks(False)
    browser.setUndoRedoEnabled(False)
    browser.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return browser


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


def _select(browser: QTextBrowser, start: int, text: str) -> None:
    cursor = QTextCursor(browser.document())
    cursor.setPosition(start)
    end = start + _length(text.rstrip())
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    browser.setTextCursor(cursor)
    browser.ensureCursorVisible()


def _length(text: str) -> int:
    """As Qt counts: a character beyond the first plane is two."""
    return len(text.encode("utf-16-le")) // 2
