"""The recovery key on screen: to be printed or copied by hand, and shown to have been kept."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.documents import Document, Terms
from app.wording import say
from ui.bar import Bar
from ui.parts import Label, Tone, paragraph, primary_button, push_button
from ui.theme import SECONDARY, sized

_LAST = say("Skriv de sista fyra tecknen från papperet")
_WRONG = say("Tecknen stämmer inte med nyckelns sista fyra. Jämför rad 4 med papperet.")
_KEY_SIZE = 16


class RecoveryDialog(QDialog):
    """`confirmed` carries the characters that were written.

    The key cannot be copied from here, and is hidden as long as something is written: it is the
    paper that is asked for.
    """

    print_wanted = Signal()
    confirmed = Signal(str)

    def __init__(self, parent: QWidget, page: Document) -> None:
        super().__init__(parent)
        self.setWindowTitle(page.title)
        self.setModal(True)
        self.last = QLineEdit()
        self.told = Bar()
        self._key = QWidget()
        self._confirm = primary_button(say("Jag har papperet"), self._give)
        self._confirm.setDefault(True)
        self._lay_out(page)
        self.last.textChanged.connect(self._follow)

    def show_told(self, text: str, *, tone: Tone) -> None:
        self.told.show_sentence(text, tone=tone)

    def show_wrong(self) -> None:
        self.told.show_sentence(_WRONG, tone=Tone.ATTENTION)
        self.last.selectAll()
        self.last.setFocus()

    def _follow(self, text: str) -> None:
        self._confirm.setEnabled(bool(text.strip()))
        self._key.setVisible(not text)

    def _give(self) -> None:
        self.confirmed.emit(self.last.text())

    def _lay_out(self, page: Document) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        for sentence in page.sentences:
            layout.addWidget(paragraph(sentence))
        layout.addWidget(self._key)
        self._show_key(page)
        label = Label(_LAST, colour=SECONDARY)
        label.setBuddy(self.last)
        self.last.setAccessibleName(_LAST)
        self.last.setMaxLength(12)
        self._confirm.setEnabled(False)
        layout.addWidget(label)
        layout.addWidget(self.last)
        layout.addWidget(self.told)
        buttons = QHBoxLayout()
        buttons.addWidget(push_button(say("Skriv ut"), self.print_wanted.emit))
        buttons.addStretch(1)
        buttons.addWidget(push_button(say("Stäng"), self.reject))
        buttons.addWidget(self._confirm)
        layout.addLayout(buttons)
        self.setMinimumWidth(520)

    def _show_key(self, page: Document) -> None:
        policy = self._key.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._key.setSizePolicy(policy)
        layout = QVBoxLayout(self._key)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        key = next(part for part in page.parts if isinstance(part, Terms))
        for name, line in key.rows:
            layout.addWidget(_line(name, line))


def _line(name: str, text: str) -> Label:
    line = Label(text, font=sized(_KEY_SIZE, QFont.Weight.Medium))
    line.setAccessibleName(f"{name}: {text}")
    return line
