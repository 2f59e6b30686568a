"""Everything that a window tells a person just now: seen, hovered over or read aloud."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_SPOKEN = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def told_by(window: QWidget) -> str:
    """One text of all that is visible in a window and in the dialogs over it."""
    parts = (window, *window.findChildren(QWidget))
    return "\n".join(text for one in parts if one.isVisible() for text in _told(one) if text)


def _told(part: QWidget) -> Iterator[str]:
    yield from (part.windowTitle(), part.toolTip(), part.statusTip(), part.whatsThis())
    spoken = QAccessible.queryAccessibleInterface(part)
    if spoken is not None:
        yield from map(spoken.text, _SPOKEN)
    match part:
        case QLabel():
            yield part.text()
        case QLineEdit():
            yield part.displayText()
        case QComboBox():
            yield part.currentText()
        case QTextEdit() | QPlainTextEdit():
            yield part.toPlainText()
        case QAbstractItemView():
            yield from _cells(part.model())
        case _:
            pass


def _cells(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    # Of a list, Qt keeps the number of columns to itself.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            index = model.index(row, column)
            yield from (str(model.data(index, role) or "") for role in _ROLES)
