"""Fortsätt skicka: asks first where the open list says otherwise than letters that wait."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.dispatch import Dispatch
from app.queueing import contradicted
from app.services import Services
from app.wording import say
from app.worklist import Worklist
from ui.dispatch_bar import letters
from ui.dispatching import Dispatching
from ui.error_dialog import show_error
from ui.parts import button_row, paragraph, primary_button, push_button, title
from ui.privacy import HIDDEN_PERSON, privacy_over
from ui.sending import Round, Sender
from ui.task_runner import Lane, Task, TaskRunner
from ui.theme import VIEW_TITLE_SIZE
from ui.utskick_view import UtskickView

_WAYS = (
    say("Ta tillbaka: bara det övriga som väntar skickas, och de här avgörs i listan."),
    say("Skicka ändå: allt som väntar skickas som det är."),
)


class Resuming(QObject):
    """Between the bars of what waits and its sending; without a contradiction nothing is asked."""

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        dispatching: Dispatching,
        sender: Sender,
        *,
        view: UtskickView,
        worklist: Callable[[], Worklist | None],
    ) -> None:
        super().__init__(view)
        self._services = services
        self._tasks = tasks
        self._dispatching = dispatching
        self._sender = sender
        self._view = view
        self._worklist = worklist
        self._task: Task | None = None
        self._sheet: ContradictedSheet | None = None
        self._takes_back = False
        view.waiting.resume_wanted.connect(self.resume)
        sender.finished.connect(self._send_rest)

    def resume(self) -> None:
        """Sends all that waits, once it is known or has been asked that the list agrees.

        The lane of sending is asked, where a list of last time is read too: that comes first.
        """
        if self._task or self._sheet or self._sender.busy:
            return
        worklist = self._worklist()
        rows = worklist.rows if worklist else ()
        self._task = self._tasks.run(
            Lane.SENDER,
            lambda: contradicted(rows, archive=self._services.archive),
            done=partial(self._judge, worklist),
            failed=self._fail,
        )

    def _judge(self, worklist: Worklist | None, found: Sequence[Dispatch]) -> None:
        self._task = None
        # Something else has begun meanwhile, and a window that is being closed sends nothing more.
        if self._sender.busy or not self._view.window().isVisible():
            return
        if worklist is not self._worklist():
            self.resume()
        elif worklist and found:
            self._ask(worklist, found)
        else:
            self._dispatching.resume()

    def _ask(self, worklist: Worklist, found: Sequence[Dispatch]) -> None:
        number = len({one.booking_key for one in found})
        sheet = ContradictedSheet(
            self._view.window(), number=number, file_name=worklist.batch.file_name
        )
        sheet.finished.connect(self._forget_sheet)
        sheet.accepted.connect(lambda: self._take_back(worklist, found, number=number))
        sheet.send_button.clicked.connect(lambda: self._send_all(worklist))
        self._sheet = sheet
        sheet.open()

    def _forget_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.deleteLater()
            self._sheet = None

    def _take_back(self, worklist: Worklist, found: Sequence[Dispatch], *, number: int) -> None:
        # Qt says that a dialog is accepted before it says that it is finished.
        self._forget_sheet()
        if worklist is not self._worklist():
            self.resume()
            return
        ids = [one.id for one in found]
        told = say("{letters} togs tillbaka.", letters=letters(number))
        self._takes_back = self._dispatching.cancel(ids, told=told)

    def _send_all(self, worklist: Worklist) -> None:
        if self._sheet is not None:
            self._sheet.reject()
        if worklist is not self._worklist():
            self.resume()
        else:
            self._dispatching.resume()

    def _send_rest(self, ended: Round) -> None:
        """Asked about once more: what could not be taken back must not leave with the rest."""
        takes_back, self._takes_back = self._takes_back, False
        if takes_back and ended.waiting and not ended.failed:
            self.resume()

    def _fail(self, error: Exception) -> None:
        self._task = None
        show_error(error)


class ContradictedSheet(QDialog):
    """Accepted means take them back; rejected without `send_button` means that nothing happens."""

    def __init__(self, parent: QWidget, *, number: int, file_name: str) -> None:
        """`number` of appointment letters that the open file tells otherwise of."""
        super().__init__(parent)
        self.setWindowTitle(say("Fortsätt skicka"))
        self.setModal(True)
        self._heading = say("{letters} som väntar stämmer inte med listan", letters=letters(number))
        self._number = number
        self._file_name = file_name
        self._about = paragraph()
        self.cancel_button = push_button(say("Avbryt"), self.reject)
        # Who presses Enter before reading must send nothing.
        self.cancel_button.setDefault(True)
        self.send_button = push_button(say("Skicka ändå"), lambda: None)
        self.take_back_button = primary_button(say("Ta tillbaka"), self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(title(self._heading, size=VIEW_TITLE_SIZE))
        layout.addWidget(self._about)
        for way in _WAYS:
            layout.addWidget(paragraph(way))
        layout.addLayout(button_row(self.cancel_button, self.send_button, self.take_back_button))
        self.setMinimumWidth(560)
        self.cancel_button.setFocus()
        self.show_persons()
        if privacy := privacy_over(self):
            privacy.guard(self)

    def hide_persons(self) -> None:
        """A file may be named after a patient."""
        self._tell(HIDDEN_PERSON)

    def show_persons(self) -> None:
        self._tell(self._file_name)

    def _tell(self, file_name: str) -> None:
        about = (
            say("Enligt {file} är bokningen avbokad, flyttad eller ändrad.", file=file_name)
            if self._number == 1
            else say(
                "Enligt {file} är bokningarna avbokade, flyttade eller ändrade.", file=file_name
            )
        )
        self._about.setText(about)
        self.setAccessibleDescription(" ".join((f"{self._heading}.", about, *_WAYS)))
