"""A sheet that asks for a few words, or for a number that shows that somebody has read it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from app.decisions import is_reason
from app.wording import say
from ui.curtain import behind_curtain
from ui.parts import Label, button_row, paragraph, primary_button, push_button, title
from ui.theme import VIEW_TITLE_SIZE


class AskedWords(QDialog):
    """`given` carries what was written, which is only what `is_right` lets through."""

    given = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        *,
        heading: str,
        about: str,
        label: str,
        accept: str,
        is_right: Callable[[str], bool] = is_reason,
    ) -> None:
        """`label` names the field and `accept` the button that goes on."""
        super().__init__(parent)
        self._is_right = is_right
        self.setWindowTitle(heading)
        self.setModal(True)
        self.field = QLineEdit()
        self.accept_button = primary_button(accept, self.accept)
        self.accept_button.setDefault(True)
        self._lay_out(heading, about, label)
        self.field.textChanged.connect(self._judge)
        self.accepted.connect(lambda: self.given.emit(self._words))
        self._judge()
        self.field.setFocus()

    @property
    def _words(self) -> str:
        return " ".join(self.field.text().split())

    def _judge(self) -> None:
        self.accept_button.setEnabled(self._is_right(self._words))

    def _lay_out(self, heading: str, about: str, label: str) -> None:
        words = Label(label)
        words.setBuddy(self.field)
        self.field.setAccessibleName(label)
        cancel = push_button(say("Avbryt"), self.reject)
        layout = QVBoxLayout(behind_curtain(self))
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(title(heading, size=VIEW_TITLE_SIZE))
        layout.addWidget(paragraph(about))
        layout.addWidget(words)
        layout.addWidget(self.field)
        layout.addLayout(button_row(cancel, self.accept_button))
        self.setMinimumWidth(520)
        self.setAccessibleDescription(f"{heading}. {about}")
