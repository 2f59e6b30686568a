"""Choosing the letter type: of the shown booking, or of all that are not sent yet."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QToolButton, QWidget

from ui.parts import Kind, Label
from ui.theme import icon

_NONE = "Ingen brevtyp vald"


class LetterPicker(QWidget):
    """Emits the id of a chosen letter type; `offered` are pairs of id and Swedish name."""

    chosen = Signal(str)
    chosen_for_all = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._types = QComboBox()
        self._types.setAccessibleName("Brevtyp för vald bokning")
        self._types.setToolTip("Brevtyp för vald bokning (Alt+B)")
        self._types.setPlaceholderText(_NONE)
        self._types.setMinimumWidth(248)
        self._types.activated.connect(self._choose)
        self.for_all = QAction("Använd för alla bokningar i listan", self)
        self.for_all.triggered.connect(self._choose_for_all)
        label = Label("&Brevtyp")
        label.setBuddy(self._types)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label)
        layout.addWidget(self._types)
        layout.addWidget(self._more())
        self.show_none()

    def offer(self, offered: Sequence[tuple[str, str]]) -> None:
        self._types.clear()
        for letter_type, name in offered:
            self._types.addItem(name, letter_type)
        self._types.setCurrentIndex(-1)

    def show_type(self, letter_type: str) -> None:
        """The type of the shown booking; may be one that is not offered, or "" for none."""
        self._types.setCurrentIndex(self._types.findData(letter_type))
        self._types.setEnabled(self._types.count() > 0)
        self.for_all.setEnabled(self._types.currentIndex() >= 0)

    def show_none(self) -> None:
        """There is no booking to choose for, or its letter is already sent."""
        self._types.setEnabled(False)
        self.for_all.setEnabled(False)

    def _more(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("list-checks"))
        button.setProperty("kind", Kind.FLAT.value)
        button.setAccessibleName("Brevtyp för flera bokningar")
        button.setToolTip("Brevtyp för flera bokningar")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setEnabled(False)
        self.for_all.enabledChanged.connect(button.setEnabled)
        menu = QMenu(button)
        menu.addAction(self.for_all)
        button.setMenu(menu)
        return button

    def _choose(self, place: int) -> None:
        self.for_all.setEnabled(place >= 0)
        self.chosen.emit(self._types.itemData(place))

    def _choose_for_all(self) -> None:
        self.chosen_for_all.emit(self._types.currentData())
