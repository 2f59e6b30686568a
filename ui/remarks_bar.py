"""What the linter says of a letter type: one sentence, and the remarks themselves when opened."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.findings import Severity
from app.wording import say
from ui.bar import Bar
from ui.parts import Kind, Tone, push_button

if TYPE_CHECKING:
    from app.linter import Remark

_HEIGHT = 120


class RemarksBar(QWidget):
    """Hidden until there is something to say; the remarks can be marked and copied."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = Bar()
        self._opener = push_button(say("Visa"), self._switch, kind=Kind.SMALL)
        self._opener.setAccessibleName(say("Visa eller dölj anmärkningarna"))
        self._bar.add(self._opener)
        self._remarks = QPlainTextEdit()
        self._remarks.setReadOnly(True)
        self._remarks.setTabChangesFocus(True)
        self._remarks.setAccessibleName(say("Anmärkningar på brevtypen"))
        self._remarks.setFixedHeight(_HEIGHT)
        self._remarks.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._bar)
        layout.addWidget(self._remarks)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._bar.text

    @property
    def remarks(self) -> str:
        """One line for each: where, and what to do about it."""
        return self._remarks.toPlainText()

    def show_remarks(self, letter_type: str, remarks: Sequence["Remark"]) -> None:
        """By the name of its folder; worst first."""
        numbers = Counter(one.severity for one in remarks)
        told = [severity for severity in _WORDS if numbers[severity]]
        tone = _TONES[told[0]] if told else Tone.NEWS
        said = ", ".join(f"{numbers[one]} {_WORDS[one]}" for one in told) or say("inget att rätta")
        sentence = say(
            "Mallarna har ändrats. Brevtypen {letter_type}: {said}.",
            letter_type=letter_type,
            said=said,
        )
        self._bar.show_sentence(sentence, tone=tone)
        self._remarks.setPlainText("\n".join(map(_line, remarks)))
        self.show()

    def _switch(self) -> None:
        self._remarks.setVisible(self._remarks.isHidden())
        self._opener.setText(say("Visa") if self._remarks.isHidden() else say("Dölj"))


_WORDS = {Severity.BLOCKED: say("att rätta"), Severity.REVIEW: say("att tänka över")}
_TONES = {Severity.BLOCKED: Tone.ATTENTION, Severity.REVIEW: Tone.REVIEW}


def _line(remark: "Remark") -> str:
    """With its place, where the sentence does not name that itself."""
    if remark.file in remark.sentence:
        return remark.sentence
    place = remark.file
    if remark.line:
        place = say("{file}, rad {line}", file=remark.file, line=remark.line)
    return f"{place}: {remark.sentence}"
