"""A choice that ends in an ellipsis where it has no room, and then tells the whole in its tip."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox

from ui.parts import tip

# Of the shortest that it gets, and logical pixels of the widest.
_LEAST_CHARACTERS = 18
_WIDEST = 420


class OneLineChoice(QComboBox):
    """As wide as what can be chosen, between two ends."""

    def __init__(self, name: str, *, about: str = "") -> None:
        """`name` is said by a screen reader; the tip begins with `about`, or else with it."""
        super().__init__()
        self._about = about or name
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(_LEAST_CHARACTERS)
        self.setMaximumWidth(_WIDEST)
        self.setToolTip(tip(self._about))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        chosen = self.currentText()
        self.setToolTip(tip(f"{self._about}: {chosen}" if chosen else self._about))

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:  # noqa: N802 - Qt's own name
        super().initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        # A pixel at each side is the style's own.
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room.width() - 2
        )
