"""Writing the few words of one's own that a letter has room for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.draft import FREE_TEXT_LENGTH, tidy_text
from app.wording import say
from ui.curtain import behind_curtain
from ui.discarding import ask_to_discard
from ui.parts import Label, paragraph, primary_button, push_button, tip
from ui.theme import ALARM, SECONDARY

_ABOUT = say(
    "Står efter tiden i både 1177-meddelandet och brevet. "
    "Skriv inte diagnos, provsvar eller personnummer."
)
_LINES = 4


class FreeTextDialog(QDialog):
    """`text` holds what was written, on one line, once the dialog is accepted; "" takes it away."""

    def __init__(self, parent: QWidget, *, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Fritext"))
        self.setModal(True)
        self.field = _Field(text)
        self._count = Label(colour=SECONDARY)
        self._save = primary_button(say("Spara fritexten"), self.accept)
        self._save.setDefault(True)
        self._lay_out()
        self.field.textChanged.connect(self._judge)
        self.field.entered.connect(self._save.click)
        self._judge()
        self._at_first = self.text

    @property
    def text(self) -> str:
        return tidy_text(self.field.toPlainText())

    @property
    def count(self) -> str:
        """How much is written of what there is room for."""
        return self._count.text()

    def reject(self) -> None:
        """Esc, the button and the window's own cross: what is written is not lost by a slip."""
        if self.text == self._at_first:
            super().reject()
        else:
            ask_to_discard(self, about=say("Fritexten sparas inte."), discard=super().reject)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._count)
        buttons.addStretch(1)
        buttons.addWidget(push_button(say("Avbryt"), self.reject))
        buttons.addWidget(self._save)
        layout = QVBoxLayout(behind_curtain(self))
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(paragraph(_ABOUT))
        layout.addWidget(self.field)
        layout.addLayout(buttons)
        self.setMinimumWidth(440)

    def _judge(self) -> None:
        """Counts what will be sent; a longer text is never cut, so that nothing is lost unseen."""
        length = len(self.text)
        fits = length <= FREE_TEXT_LENGTH
        self._count.setText(say("{length} av {most}", length=length, most=FREE_TEXT_LENGTH))
        self._count.show_colour(SECONDARY if fits else ALARM)
        self._save.setEnabled(fits)
        self._save.setToolTip(
            ""
            if fits
            else tip(
                say(
                    "Korta texten till {most} tecken.",
                    most=FREE_TEXT_LENGTH,
                )
            )
        )


class _Field(QPlainTextEdit):
    """Enter is done, since the text becomes one paragraph."""

    entered = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAccessibleName(say("Fritext"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 16)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
