"""The sheet before a letter is sent once more: exactly what would leave, in its one channel."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.dispatch import Status
from app.draft import Channel
from app.swedish_dates import STOCKHOLM, plain_date
from app.wording import say
from ui.curtain import behind_curtain
from ui.message_sheet import ShownMessage
from ui.message_view import MessageView
from ui.page_view import PageView, ShownPage
from ui.parts import button_row, paragraph, primary_button, push_button, title
from ui.reading_order import step_focus
from ui.settling import Settling, ShownCopy
from ui.theme import SECONDARY, VIEW_TITLE_SIZE

_TITLES = {
    Channel.INBOX_1177: say("Skicka igen till 1177?"),
    Channel.LETTER: say("Skicka som brev?"),
}
_SIZE = (720, 760)


def _told_beside(copy: ShownCopy) -> str:
    """The route of a copy of what was sent tells its reason; a letter is as old as its facts."""
    day = plain_date(copy.dispatch.created_at.astimezone(STOCKHOLM).date())
    told = say("Uppgifterna är från {day}. Stäm av dem mot vårdsystemet.", day=day)
    is_told = copy.dispatch.status is Status.SENT or not copy.why
    return told if is_told else say("Skäl: {why}. {told}", why=copy.why, told=told)


class CopySheet(QDialog):
    """Accepted means that it is to be queued. `page_wanted` asks for a page and its sharpness."""

    page_wanted = Signal(int, float)

    def __init__(self, parent: QWidget, copy: ShownCopy) -> None:
        super().__init__(parent)
        self.copy = copy
        self.setWindowTitle(say("Skicka på nytt"))
        self.setModal(True)
        self.send_button = primary_button(say("Lägg i kön"), self.accept)
        self.cancel_button = push_button(say("Avbryt"), self.reject)
        self._pane = MessageView() if copy.channel is Channel.INBOX_1177 else PageView()
        self._lay_out()
        if isinstance(self._pane, PageView):
            self._pane.page_wanted.connect(self.page_wanted)

    def showEvent(self, event: QShowEvent) -> None:
        """A message is laid out only where it can be seen."""
        super().showEvent(event)
        self.show_copy(self.copy)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - Qt's own signature
        return step_focus(self, step=1 if forward else -1)

    def show_copy(self, copy: ShownCopy) -> None:
        """The same letter, perhaps with another page of it."""
        pane, shown = self._pane, copy.shown
        if isinstance(pane, MessageView) and isinstance(shown, ShownMessage):
            pane.show_message(shown)
        elif isinstance(pane, PageView) and isinstance(shown, ShownPage):
            pane.show_page(shown)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(behind_curtain(self))
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(title(_TITLES[self.copy.channel], size=VIEW_TITLE_SIZE))
        layout.addWidget(paragraph(self.copy.preview.route.reason))
        layout.addWidget(paragraph(_told_beside(self.copy), colour=SECONDARY))
        layout.addWidget(self._pane, 1)
        layout.addLayout(button_row(self.cancel_button, self.send_button))
        given = self.screen().availableSize()
        self.resize(min(_SIZE[0], given.width()), min(_SIZE[1], given.height()))


def ask_about(copy: ShownCopy, settling: Settling, *, parent: QWidget) -> None:
    """Shows a copy that has been made; it is only queued where somebody says so."""
    sheet = CopySheet(parent, copy)
    sheet.page_wanted.connect(lambda page, dpi: settling.make_page(copy, page_index=page, dpi=dpi))
    settling.page_made.connect(sheet.show_copy)
    sheet.accepted.connect(lambda: settling.send_copy(copy))
    sheet.finished.connect(sheet.deleteLater)
    sheet.open()
