"""What is cut off or too small to be hit, among all that is seen of a window."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from ui.parts import Folding, OneLine

LEAST_TARGET: Final = 24
# The edges and the padding of a button; those of a choice, and its arrow.
ROUND_WORDS: Final = 20
ROUND_A_CHOICE: Final = 34


def visible(root: QWidget) -> Iterator[QWidget]:
    return (one for one in root.findChildren(QWidget) if one.isVisible())


def fault_of(widget: QWidget) -> str:
    """What is cut or too small, or "". Words with a tip can be read there."""
    match widget:
        case QAbstractButton() if isinstance(widget.parent(), QLineEdit):
            # The cross in a field, which Esc presses too.
            is_cut = False
        case QAbstractButton():
            words = widget.fontMetrics().horizontalAdvance(widget.text()) + ROUND_WORDS
            least = max(LEAST_TARGET, min(words, widget.sizeHint().width()))
            is_cut = widget.width() < least or widget.height() < LEAST_TARGET
        case QComboBox():
            words = widget.fontMetrics().horizontalAdvance(widget.currentText())
            is_cut = widget.width() < words + ROUND_A_CHOICE and not widget.toolTip()
        case OneLine() | Folding():
            is_cut = False
        case QLabel():
            hint = widget.sizeHint()
            wraps = widget.wordWrap()
            height = widget.heightForWidth(widget.width()) if wraps else hint.height()
            too_narrow = not wraps and widget.width() < hint.width() and not widget.toolTip()
            is_cut = too_narrow or widget.height() < height
        case _:
            is_cut = False
    return f"{type(widget).__name__} {widget.property('text')} {widget.size()}" if is_cut else ""
