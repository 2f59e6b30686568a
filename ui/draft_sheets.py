"""What must be decided before text of a draft would be lost: another's change, an unsaved one."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from app.wording import say
from ui.parts import Kind, button_row, paragraph, push_button, title
from ui.theme import VIEW_TITLE_SIZE

# What a button says and what it does.
Choice = tuple[str, Callable[[], object]]

_WIDTH = 520


class DraftSheet(QDialog):
    """The first choice is the one proposed; to cancel is always possible and changes nothing."""

    def __init__(self, parent: QWidget, name: str, about: str, choices: Sequence[Choice]) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Utkast"))
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        self.setAccessibleDescription(f"{name} {about}")
        kinds = (Kind.PRIMARY, *(Kind.PLAIN for _ in choices[1:]))
        self.buttons = [self._button(*one) for one in zip(choices, kinds, strict=True)]
        self.buttons[0].setDefault(True)
        cancel = push_button(say("Avbryt"), self.reject)
        heading = title(name, size=VIEW_TITLE_SIZE)
        heading.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(heading)
        layout.addWidget(paragraph(about))
        layout.addLayout(button_row(cancel, *reversed(self.buttons)))
        self.buttons[0].setFocus()
        self.finished.connect(self.deleteLater)

    def _button(self, choice: Choice, kind: Kind) -> QPushButton:
        words, do = choice

        def choose() -> None:
            self.accept()
            do()

        return push_button(words, choose, kind=kind)
