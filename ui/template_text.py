"""The text of a template: line numbers beside it, and its faults marked where they stand."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit, QTextEdit, QWidget

from app.findings import Severity
from app.wording import say
from ui.template_colours import MARKDOWN, TOML, TemplateColours
from ui.theme import (
    HOVER,
    RED,
    RED_GROUND,
    SECONDARY,
    YELLOW,
    YELLOW_GROUND,
    Colour,
    shade,
    sized,
)

_SIZE = 14
_AIR = 8
# What marks a line in the margin, beside its colour.
_MARK = "!"
_LOOKS: Mapping[Severity, tuple[Colour, Colour]] = {
    Severity.BLOCKED: (RED, RED_GROUND),
    Severity.REVIEW: (YELLOW, YELLOW_GROUND),
    Severity.INFO: (SECONDARY, HOVER),
}

# The worst remark of each line that has one, lines from 1.
Faults = Mapping[int, Severity]


class TemplateText(QPlainTextEdit):
    """Tab goes on to the next widget, since no template has tabs in it.

    `typed` comes for every change of a document.
    """

    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._faults: Faults = {}
        self._colours: dict[QTextDocument, TemplateColours] = {}
        self._margin = _Margin(self)
        self._nothing = QTextDocument(self)
        self._nothing.setDocumentLayout(QPlainTextDocumentLayout(self._nothing))
        self.setFont(sized(_SIZE, QFont.Weight.Normal))
        self.setTabChangesFocus(True)
        self.setAccessibleName(say("Mallens text"))
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setObjectName("pane")
        self.updateRequest.connect(self._follow)
        self.blockCountChanged.connect(lambda _: self._make_room())
        self._make_room()

    def new_document(self, text: str, *, is_settings: bool) -> QTextDocument:
        """One for each file, which keeps its own undo; `show_document` shows it."""
        document = QTextDocument(self)
        document.setDocumentLayout(_LineByLine(document))
        document.setDefaultFont(self.font())
        document.setPlainText(text)
        self._colours[document] = TemplateColours(document, TOML if is_settings else MARKDOWN)
        document.setModified(False)
        document.contentsChange.connect(lambda *_: self.typed.emit())
        return document

    def show_document(self, document: QTextDocument) -> None:
        self.setDocument(document)
        self.show_faults({})
        self._make_room()

    def replace(self, document: QTextDocument, text: str) -> None:
        """All of its text, as one step that can be undone."""
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def let_go(self) -> None:
        """Of every document: another draft's come in their place."""
        self.setDocument(self._nothing)
        for document in self._colours:
            document.deleteLater()
        self._colours = {}

    def show_faults(self, faults: Faults) -> None:
        self._faults = faults
        self.setExtraSelections([self._ground(line) for line in faults if self._has(line)])
        self._margin.update()

    def go_to(self, line: int) -> None:
        """Puts the cursor at the beginning of a line, from 1, and that into view."""
        if self._has(line):
            self.setTextCursor(QTextCursor(self.document().findBlockByNumber(line - 1)))
            self.centerCursor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Light has become dark or the other way."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for colours in self._colours.values():
                colours.wear()
            self.show_faults(self._faults)

    def draw_margin(self, painter: QPainter, event: QPaintEvent) -> None:
        """The number of each line in view, and the mark of those that have a fault."""
        block, area = self.firstVisibleBlock(), event.rect()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        first, last, ascent = area.top(), area.bottom(), self.fontMetrics().ascent()
        while block.isValid() and top <= last:
            height = self.blockBoundingRect(block).height()
            if top + height >= first:
                self._draw_number(painter, block.blockNumber() + 1, base=round(top) + ascent)
            block, top = block.next(), top + height

    def margin_width(self) -> int:
        digits = max(2, len(str(self.blockCount())))
        return 2 * _AIR + self.fontMetrics().horizontalAdvance(_MARK + "0" * digits)

    def _draw_number(self, painter: QPainter, line: int, *, base: int) -> None:
        """By its start and base line: Qt then draws without letting go of the interpreter.

        Else a worker that writes the letter meanwhile would be waited for at each line.
        """
        severity, number = self._faults.get(line), str(line)
        painter.setPen(shade(SECONDARY if severity is None else _LOOKS[severity][0]))
        width = self.fontMetrics().horizontalAdvance(number)
        painter.drawText(self._margin.width() - _AIR - width, base, number)
        if severity is not None:
            painter.drawText(_AIR, base, _MARK)

    def _ground(self, line: int) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        block = self.document().findBlockByNumber(line - 1)
        cursor = QTextCursor(block)
        # All of a line that is broken over several rows.
        cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        look = selection.format
        look.setBackground(QColor(shade(_LOOKS[self._faults[line]][1])))
        look.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003 - Qt's own
        return selection

    def _has(self, line: int) -> bool:
        return 1 <= line <= self.blockCount()

    def _make_room(self) -> None:
        width = self.margin_width()
        self.setViewportMargins(width, 0, 0, 0)
        inside = self.contentsRect()
        self._margin.setGeometry(QRect(inside.left(), inside.top(), width, inside.height()))

    def _follow(self, rect: QRect, scrolled: int) -> None:
        if scrolled:
            self._margin.scroll(0, scrolled)
        else:
            self._margin.update(0, rect.y(), self._margin.width(), rect.height())


class _LineByLine(QPlainTextDocumentLayout):
    """Paints only the line that a key changed.

    Colours tell Qt that all of a line has changed, and it then takes the next for changed too, and
    paints the whole page: 2 ms a key (measured) that the letter waits for.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._count = document.blockCount()

    def documentChanged(self, start: int, removed: int, added: int) -> None:  # noqa: N802 - Qt's own name
        """Where as many lines stand and the new text is of one, the old was of that one too."""
        document, before = self.document(), self._count
        self._count = document.blockCount()
        line = document.findBlock(start)
        is_of_one = start + added <= line.position() + line.length()
        if is_of_one and self._count == before:
            removed, added = 0, 1
        super().documentChanged(start, removed, added)


class _Margin(QWidget):
    """A screen reader tells the lines of the text itself, so this is only seen."""

    def __init__(self, text: TemplateText) -> None:
        super().__init__(text)
        self._text = text

    def sizeHint(self) -> QSize:
        return QSize(self._text.margin_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._text.draw_margin(QPainter(self), event)
