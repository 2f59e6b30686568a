"""What is done in the section on purging: looked at, laid forth, confirmed, taken bit by bit."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from app.errors import KallelseError
from app.purge import Hold, Purge
from app.retention_desk import Looked
from app.services import Services
from app.wording import say
from ui.asked_words import AskedWords
from ui.error_dialog import show_error
from ui.file_saving import PDF, FileSaving, Offered
from ui.parts import Tone
from ui.retention_page import RetentionPage
from ui.task_runner import Lane, TaskRunner

_DONE = say("Gallringen är klar. Spara protokollet.")
_STOPPED = say("Gallringen är stoppad och kan fortsätta när som helst.")
_LAID_FORTH = say("Gallringen är framlagd. En annan person bekräftar den här, med eget konto.")
_SAVED = say("Protokollet är sparat. Det nämner ingen patient.")


Answer = TypeVar("Answer")


class Retaining(QObject):
    """A portion is a task of its own, so that whatever else is asked for comes in between.

    What somebody decides stands though the window is closed at once; the portions of a purge
    that has been confirmed can be gone on with after the next start.
    """

    def __init__(self, services: Services, tasks: TaskRunner, page: RetentionPage) -> None:
        super().__init__(page)
        self._desk = services.retention
        self._documents = services.documents
        self._tasks = tasks
        self._page = page
        self._looked: Looked | None = None
        self._under_way: Purge | None = None
        self._is_stopped = False
        self._saving = FileSaving(
            tasks, parent=page, notice=page.notice, choices=services.setup.choices
        )
        self._connect(page)
        self.look()

    def _connect(self, page: RetentionPage) -> None:
        page.look_wanted.connect(self.look)
        page.ask_wanted.connect(self._ask)
        page.confirm_wanted.connect(self._ask_to_confirm)
        page.withdraw_wanted.connect(self._withdraw)
        page.go_on_wanted.connect(self._go_on)
        page.stop_wanted.connect(self._stop)
        page.protocol_wanted.connect(self._save_protocol)
        page.lift_wanted.connect(self._ask_to_lift)

    def look(self) -> None:
        """Counts anew; also what others have asked for since is seen."""
        self._page.show_looking()
        self._run(self._read, self._show)

    def _read(self) -> tuple[Looked, Purge | None, tuple[Purge, ...], tuple[Hold, ...]]:
        desk = self._desk
        return desk.look(), desk.under_way(), desk.purges(), desk.holds()

    def _show(self, read: tuple[Looked, Purge | None, tuple[Purge, ...], tuple[Hold, ...]]) -> None:
        self._looked, self._under_way, purges, holds = read
        self._page.show_looked(self._looked, under_way=self._under_way, user=self._desk.user)
        self._page.show_kept(purges, holds)

    def _ask(self) -> None:
        if self._looked:
            self._change(partial(self._desk.ask, self._looked), told=_LAID_FORTH)

    def _withdraw(self) -> None:
        if self._under_way:
            self._change(partial(self._desk.withdraw, self._under_way), told="")

    def _ask_to_confirm(self) -> None:
        """Who confirms writes the number, so that nobody does it in passing."""
        purge, looked = self._under_way, self._looked
        if purge is None or looked is None:
            return
        number = str(looked.number)
        sheet = AskedWords(
            self._page.window(),
            heading=say("Gallra {number} kallelser", number=number),
            about=say(
                "De tas bort ur historiken för alltid, enligt reglerna som {who} lade fram. "
                "Skriv antalet för att bekräfta.",
                who=purge.asked_by,
            ),
            label=say("Antal kallelser som gallras"),
            accept=say("Gallra"),
            is_right=lambda written: written == number,
        )
        sheet.given.connect(lambda _: self._confirm(purge))
        _open(sheet)

    def _confirm(self, purge: Purge) -> None:
        self._run(
            partial(self._desk.confirm, purge), lambda _: self._begin(purge), lane=Lane.KEEPING
        )

    def _go_on(self) -> None:
        if self._under_way:
            self._begin(self._under_way)

    def _begin(self, purge: Purge) -> None:
        self._is_stopped = False
        self._page.show_progress(0.0)
        self._take(purge)

    def _take(self, purge: Purge) -> None:
        self._run(partial(self._desk.take_portion, purge), partial(self._taken, purge))

    def _taken(self, purge: Purge, share: float | None) -> None:
        if share is not None and not self._is_stopped:
            self._page.show_progress(share)
            self._take(purge)
            return
        self._page.show_progress(None)
        told = _DONE if share is None else _STOPPED
        self._page.notice.show_news(told, tone=Tone.DONE if share is None else Tone.NEWS)
        self.look()

    def _stop(self) -> None:
        self._is_stopped = True

    def _ask_to_lift(self, hold: Hold) -> None:
        sheet = AskedWords(
            self._page.window(),
            heading=say("Häv spärren mot gallring"),
            about=say("Kallelserna kan gallras igen när deras tid har gått ut."),
            label=say("Varför hävs spärren?"),
            accept=say("Häv spärren"),
        )
        lift = partial(self._desk.lift, hold)
        sheet.given.connect(
            lambda why: self._change(partial(lift, why=why), told=say("Spärren är hävd."))
        )
        _open(sheet)

    def _save_protocol(self, purge: Purge) -> None:
        desk, pdf = self._desk, self._documents.pdf
        forms = {PDF: lambda: pdf(desk.protocol(purge))}
        name = f"gallringsprotokoll-{purge.as_of:%Y-%m-%d}"
        self._saving.ask(Offered(say("Spara protokoll"), name, forms, _SAVED))

    def _change(self, work: Callable[[], None], *, told: str) -> None:
        def tell(_: None) -> None:
            if told:
                self._page.notice.show_news(told, tone=Tone.DONE)
            self.look()

        self._run(work, tell, lane=Lane.KEEPING)

    def _run(
        self,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        *,
        lane: Lane = Lane.BATCH,
    ) -> None:
        self._tasks.run(lane, work, done=done, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        """What stands there stays; what is under way can be gone on with."""
        self._page.show_progress(None)
        self._page.look.setEnabled(True)
        if isinstance(error, KallelseError):
            self._page.told.show_sentence(str(error), tone=Tone.ATTENTION)
        else:
            show_error(error)


def _open(sheet: QDialog) -> None:
    sheet.finished.connect(sheet.deleteLater)
    sheet.open()
