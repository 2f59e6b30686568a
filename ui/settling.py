"""What a person decides in history, carried out in a worker's thread, one decision at a time."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.dispatch import Dispatch, Status
from app.draft import Channel
from app.errors import LetterIncomplete
from app.preview import Preview
from app.queueing import BARRED
from app.services import Services
from app.wording import say
from ui.error_dialog import show_error
from ui.message_sheet import ShownMessage
from ui.page_view import ShownPage
from ui.sent_letter import page_of
from ui.task_runner import Lane, Task, TaskRunner

Answer = TypeVar("Answer")


_NOT_ARRIVED = say("Kallelsen kom inte fram.")
_ASKED_FOR = say("Kopian väntar på att skickas. Den tidigare kallelsen står kvar som skickad.")
_BESIDE = say("Brevet väntar på att skickas. Meddelandet står kvar som skickat.")


@dataclass(frozen=True, slots=True)
class ShownCopy:
    """A letter that would go in the place of another, with what its channel's pane draws."""

    dispatch: Dispatch
    preview: Preview
    channel: Channel
    why: str
    shown: ShownMessage | ShownPage


class Settling(QObject):
    """`settled` carries what was decided, as a sentence; an error is shown, and `failed` comes.

    What is decided is kept also where the window is closed at once.
    """

    settled = Signal(str)
    failed = Signal()
    copy_made = Signal(ShownCopy)
    page_made = Signal(ShownCopy)

    def __init__(self, services: Services, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._task: Task | None = None
        self._barred: Callable[[], Collection[str]] = tuple

    def use_barred(self, barred: Callable[[], Collection[str]]) -> None:
        """Who gets no letter from here, by what the file says that is open just now."""
        self._barred = barred

    def confirm_arrived(self, letters: Sequence[Dispatch], why: str) -> None:
        """One letter, or all of a stack."""

        def work() -> str:
            ids = [one.id for one in letters]
            self._services.decisions.confirm_arrived(ids, why=why)
            return (
                say("Kallelsen kom fram.")
                if len(ids) == 1
                else say("{number} brev kom fram.", number=len(ids))
            )

        self._run(work, done=self.settled.emit)

    def confirm_not_arrived(self, letters: Sequence[Dispatch], why: str) -> None:
        (dispatch,) = letters
        is_barred = dispatch.person in self._barred()

        def work() -> str:
            self._services.decisions.confirm_not_arrived(dispatch.id, why=why)
            if is_barred:
                self._services.outbox.take_back([dispatch.id], because=BARRED)
                return f"{_NOT_ARRIVED} {BARRED}"
            return say("Kallelsen kom inte fram och väntar på att skickas.")

        self._run(work, done=self.settled.emit)

    def make_copy(
        self, letters: Sequence[Dispatch], channel: Channel, why: str, *, dpi: float
    ) -> None:
        """`copy_made` brings what would be sent in place of one letter, to be looked at first.

        Of a sent letter `why` is what its patient asked for.
        """
        (dispatch,) = letters
        request = why if dispatch.status is Status.SENT else ""
        is_barred = dispatch.person in self._barred()

        def work() -> ShownCopy:
            if is_barred:
                raise LetterIncomplete(
                    say("Enligt filen som är öppen får den här personen ingen kallelse härifrån."),
                    say("Följ mottagningens rutin."),
                )
            preview = self._services.copies.preview(dispatch.id, channel, request=request)
            shown = _shown(self._services, preview, channel, dpi=dpi)
            return ShownCopy(dispatch, preview, channel, why, shown)

        # Only looked at, and slow to make: the list that is open must not wait to be kept.
        self._run(work, done=self.copy_made.emit, lane=Lane.BATCH)

    def make_page(self, copy: ShownCopy, *, page_index: int, dpi: float) -> None:
        """The same letter with another page or another sharpness."""

        def work() -> ShownCopy:
            page = copy.preview.page
            shown = page_of(self._services, page, page_index=page_index, dpi=dpi)
            return replace(copy, shown=shown)

        # Nothing is decided by it, so no decision has to wait for it.
        self._tasks.run(Lane.BATCH, work, done=self.page_made.emit, failed=show_error)

    def send_copy(self, copy: ShownCopy) -> None:
        """Queues exactly what was looked at; what the other windows know of waiting follows."""

        def work() -> str:
            copies, old = self._services.copies, copy.dispatch
            if old.status in {Status.SENT, Status.CANCELLED}:
                copies.send_beside(old.id, copy.preview, request=copy.why)
                return _ASKED_FOR if copy.why else _BESIDE
            copies.send(old.id, copy.preview, why=copy.why)
            way = say("till 1177") if copy.channel is Channel.INBOX_1177 else say("som brev")
            return say("Kallelsen väntar på att skickas på nytt {way}.", way=way)

        self._run(work, done=self.settled.emit)

    def _run(
        self,
        work: Callable[[], Answer],
        *,
        done: Callable[[Answer], None],
        lane: Lane = Lane.KEEPING,
    ) -> None:
        """A press while another decision is on its way is not heard."""
        if self._task is None:
            self._task = self._tasks.run(
                lane, work, done=lambda answer: self._end(done, answer), failed=self._fail
            )

    def _end(self, done: Callable[[Answer], None], answer: Answer) -> None:
        self._task = None
        done(answer)

    def _fail(self, error: Exception) -> None:
        self._task = None
        show_error(error)
        self.failed.emit()


def _shown(
    services: Services, preview: Preview, channel: Channel, *, dpi: float
) -> ShownMessage | ShownPage:
    if channel is Channel.LETTER:
        return page_of(services, preview.page, page_index=0, dpi=dpi)
    return ShownMessage(
        sender=preview.letter.draft.booking.unit.name,
        subject=preview.subject,
        day=preview.letter.written_on,
        html=services.message_html(preview.message),
    )
