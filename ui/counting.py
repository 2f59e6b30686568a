"""From a round that printed letters to a counted stack: only then are they sent."""

from PySide6.QtCore import QObject

from app.wording import say
from ui.count_sheet import CountSheet
from ui.sending import Round, Sender
from ui.utskick_view import UtskickView


class Counting(QObject):
    """Asks once after each round; what is not counted then stays unclear."""

    def __init__(self, sender: Sender, *, view: UtskickView) -> None:
        super().__init__(view)
        self._sender = sender
        self._view = view
        sender.finished.connect(self._ask)

    def _ask(self, ended: Round) -> None:
        stack = ended.tally.uncounted if ended.tally else {}
        # A window that is being closed asks nothing more.
        if not stack or not self._view.window().isVisible():
            return
        letters, sheets = len(stack), sum(stack.values())
        sheet = CountSheet(self._view.window(), letters=letters, sheets=sheets)
        why = say("Räknad bunt: {letters} brev, {sheets} ark", letters=letters, sheets=sheets)
        sheet.accepted.connect(lambda: self._sender.settle_counted(tuple(stack), why=why))
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()
