"""The sheet after printing: a person counts the stack, since no printer tells what came out."""

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.wording import say
from ui.parts import Label, announce, button_row, paragraph, primary_button, push_button, title
from ui.theme import ALARM, VIEW_TITLE_SIZE

_ABOUT = say(
    "Varje brev börjar på ett nytt ark. Räkna arken vid skrivaren och skriv hur många de är. "
    "Stämmer bunten är breven skickade. Annars står de som Oklart tills någon avgör."
)
_MOST = 99_999


class CountSheet(QDialog):
    """Accepted means that the number of sheets was counted and is right."""

    def __init__(self, parent: QWidget, *, letters: int, sheets: int) -> None:
        super().__init__(parent)
        self._sheets = sheets
        self.setWindowTitle(say("Räkna bunten"))
        self.setModal(True)
        self.field = QLineEdit()
        self.field.setValidator(QIntValidator(0, _MOST, self.field))
        self.field.setMaximumWidth(96)
        self.match_button = primary_button(say("Bunten stämmer"), self.accept)
        self.match_button.setDefault(True)
        self.later_button = push_button(say("Räkna senare"), self.reject)
        self._doubt = paragraph(colour=ALARM)
        self._lay_out(
            say("Räkna bunten: {letters} brev, {sheets} ark", letters=letters, sheets=sheets)
        )
        self.field.textChanged.connect(self._judge)
        self.field.editingFinished.connect(self._tell)
        self._judge()
        self.field.setFocus()

    @property
    def doubt(self) -> str:
        """What does not match; "" while something is being written or all is well."""
        return self._doubt.text()

    def _lay_out(self, heading: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(title(heading, size=VIEW_TITLE_SIZE))
        layout.addWidget(paragraph(_ABOUT))
        layout.addLayout(self._question())
        layout.addWidget(self._doubt)
        layout.addLayout(button_row(self.later_button, self.match_button))
        self.setMinimumWidth(520)
        self.setAccessibleDescription(f"{heading}. {_ABOUT}")

    def _question(self) -> QHBoxLayout:
        words = Label(say("Antal ark som jag har räknat"))
        words.setBuddy(self.field)
        self.field.setAccessibleName(words.text())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(words)
        row.addWidget(self.field)
        row.addStretch(1)
        return row

    def _judge(self) -> None:
        written = self.field.text()
        matches = written.isdecimal() and int(written) == self._sheets
        self.match_button.setEnabled(matches)
        self._doubt.setText("")

    def _tell(self) -> None:
        written = self.field.text()
        if written and not self.match_button.isEnabled():
            text = say(
                "{written} är inte {sheets}. Räkna om, eller välj Räkna senare.",
                written=written,
                sheets=self._sheets,
            )
            self._doubt.setText(text)
            announce(self, text)
