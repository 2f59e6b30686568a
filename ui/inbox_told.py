"""What the status bar says of 1177: by what a question or a round of sending has met last."""

from PySide6.QtCore import QObject, Signal

from app.draft import Channel
from app.wording import say
from ui.checking import Checker
from ui.sending import Round, Sender

_ANSWERS = say("Ansluten till 1177 testinkorg")
_SILENT = say("1177 testinkorg svarar inte")
# The round tells why: 1177 need not be silent.
_STOPPED = say("Sändningen till 1177 testinkorg har stannat")


class InboxTold(QObject):
    """`told` carries the sentence."""

    told = Signal(str)

    def __init__(self, checker: Checker, sender: Sender, parent: QObject) -> None:
        super().__init__(parent)
        self._said = ""
        checker.inbox_answered.connect(lambda: self._say(_ANSWERS))
        checker.inbox_silent.connect(lambda: self._say(_SILENT))
        sender.finished.connect(self._note_round)

    def begin(self) -> None:
        """The program has reached 1177 while it started."""
        self._say(_ANSWERS)

    def _note_round(self, ended: Round) -> None:
        if ended.tally is None:
            return
        if Channel.INBOX_1177 in ended.tally.stopped:
            self._say(_STOPPED)
        elif self._said == _STOPPED:
            # A round sends all that waits, so what was left behind has left now.
            self._say(_ANSWERS)

    def _say(self, sentence: str) -> None:
        self._said = sentence
        self.told.emit(sentence)
