"""Looking before sending: the first letters of a template version are seen before they leave."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.draft import Channel
from app.first_look import FirstLook
from app.rows import Row
from app.services import Services
from app.wording import say
from app.worklist import Worklist
from ui.dispatch_bar import Sums
from ui.parts import Tone
from ui.previewing import Previewing
from ui.privacy import privacy_over
from ui.utskick_view import UtskickView


class Looking(QObject):
    """Keeps the send button back until enough has been looked at; what is queued by other means
    than the window is not asked about.

    `worklist` gives the list that is open, and `show_row` goes to a row of it by its number.
    """

    def __init__(
        self,
        services: Services,
        previewing: Previewing,
        *,
        view: UtskickView,
        worklist: Callable[[], Worklist | None],
        show_row: Callable[[int], None],
    ) -> None:
        super().__init__(view)
        self._services = services
        self._view = view
        self._worklist = worklist
        self._show_row = show_row
        self._look = FirstLook(services.data_folder.first_look)
        self._seen: set[tuple[str, str]] = set()
        self._sums: Sums | None = None
        previewing.seen.connect(self._note)
        view.dispatch_bar.summed.connect(self._judge)
        view.unseen.next_wanted.connect(self._show_next)

    def _note(self, row: Row, version: str) -> None:
        privacy = privacy_over(self._view)
        if privacy and privacy.is_hiding:
            return
        self._seen.add((row.draft.booking.key, version))
        self._look.note(row.draft.booking.key, version=version, on_paper=_is_on_paper(row))
        if self._sums:
            self._judge(self._sums)

    def _judge(self, sums: Sums) -> None:
        self._sums = sums
        number, needs_paper = self._left(sums)
        told = _told(number, needs_paper=needs_paper) if number else ""
        self._view.dispatch_bar.show_unseen(told)
        if told:
            self._view.unseen.show_sentence(told, tone=Tone.REVIEW)
        else:
            self._view.unseen.hide()

    def _left(self, sums: Sums) -> tuple[int, bool]:
        version = self._services.catalogue.version
        return self._look.left(version, ready=sums.ready, on_paper=sums.by_post)

    def _show_next(self) -> None:
        """One that has not been looked at; where one on paper is asked for, such a one."""
        version = self._services.catalogue.version
        _, needs_paper = self._left(self._sums) if self._sums else (0, False)
        worklist = self._worklist()
        for row in worklist.ready() if worklist else ():
            is_asked_for = _is_on_paper(row) or not needs_paper
            if is_asked_for and (row.draft.booking.key, version) not in self._seen:
                self._show_row(row.row_no)
                return


def _is_on_paper(row: Row) -> bool:
    return Channel.LETTER in row.route.channels


def _told(number: int, *, needs_paper: bool) -> str:
    if number == 1 and needs_paper:
        return say("Mallarna är nya. Titta på en kallelse som går som brev innan du skickar.")
    if number == 1:
        return say("Mallarna är nya. Titta på en kallelse till innan du skickar.")
    if needs_paper:
        return say(
            "Mallarna är nya. Titta på {number} kallelser till innan du skickar, "
            "minst en som går som brev.",
            number=number,
        )
    return say("Mallarna är nya. Titta på {number} kallelser till innan du skickar.", number=number)
