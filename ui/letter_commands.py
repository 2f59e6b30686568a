"""What can be done with kept letters besides settling them: made again, held, put in an archive."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu

from app.archive_export import ArchiveExport
from app.dispatch import Dispatch
from app.errors import KallelseError
from app.history import SentLetter
from app.rendered_again import RenderedAgain
from app.services import Services
from app.wording import say
from ui.asked_words import AskedWords
from ui.error_dialog import show_error, told_by
from ui.history_filters import HistoryFilters
from ui.history_lists import HistoryLists
from ui.notices import Notice, WorkBar
from ui.parts import Button, Tone
from ui.sent_letter import OpenedLetter
from ui.sent_letter_view import SentLetterView
from ui.task_runner import Lane, Task, TaskRunner, Watch

_HELD = say("Spärrat mot gallring. Spärren hävs under Inställningar, Gallring.")
_ABOUT_HOLD = say("Det som spärras gallras inte förrän någon häver spärren, med ett nytt skäl.")

_SAVING = say("Sparar kallelserna för arkiv…")

Answer = TypeVar("Answer")


class KeptLetters(Protocol):
    """What the commands are about, and where they tell how it went: `ui.history_view`."""

    letter: SentLetterView
    filters: HistoryFilters
    lists: HistoryLists
    notice: Notice
    at_work: WorkBar


class LetterCommands(QObject):
    """Of the letter that is open, and of all that is listed; `button` opens their menu."""

    def __init__(self, services: Services, tasks: TaskRunner, kept: KeptLetters) -> None:
        super().__init__(kept.letter)
        self._services = services
        self._tasks = tasks
        self._kept = kept
        self._opened: SentLetter | None = None
        self._saving: Task | None = None
        kept.at_work.stop_wanted.connect(self._stop_saving)
        self.render_again = self._action(say("Gör om brevet och jämför"), self._render_again)
        self.hold_letter = self._action(say("Spärra kallelsen mot gallring…"), self._hold_letter)
        self.hold_person = self._action(
            say("Spärra patientens alla kallelser mot gallring…"), self._hold_person
        )
        self.hold_listed = self._action(
            say("Spärra det som listas mot gallring…"), self._hold_listed
        )
        self.archive = self._action(say("Spara det som listas för arkiv…"), self._ask_for_folder)
        self.button = Button(say("Mer"))
        self.button.setMenu(self._menu())
        self.forget()

    def show_opened(self, opened: OpenedLetter) -> None:
        self._show_letter(opened.sent)

    def forget(self) -> None:
        """No letter is open, or another is going to be."""
        self._show_letter(None)

    def _show_letter(self, sent: SentLetter | None) -> None:
        self._opened = sent
        self._kept.letter.again.hide()
        for command in (self.render_again, self.hold_letter, self.hold_person):
            command.setEnabled(sent is not None)

    def _menu(self) -> QMenu:
        menu = QMenu(self.button)
        menu.addActions((self.render_again, self.hold_letter, self.hold_person))
        menu.addSeparator()
        menu.addActions((self.hold_listed, self.archive))
        return menu

    def _action(self, text: str, given: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda: given())  # noqa: PLW0108 - triggered also carries a flag
        return action

    def _render_again(self) -> None:
        sent = self._opened
        if sent is None:
            return

        def tell(again: RenderedAgain) -> None:
            if sent is self._opened:
                tone = Tone.DONE if again.is_same else Tone.ATTENTION
                self._kept.letter.again.show_sentence(again.sentence, tone=tone)

        def fail(error: Exception) -> None:
            if sent is self._opened and isinstance(error, KallelseError):
                self._kept.letter.again.show_sentence(str(error), tone=Tone.ATTENTION)
            else:
                show_error(error)

        self._run(partial(self._services.again.render, sent), tell, failed=fail)

    def _hold_letter(self) -> None:
        if self._opened:
            hold, dispatch_id = self._services.retention.hold_letters, self._opened.dispatch.id
            self._ask_why(say("Spärra kallelsen mot gallring"), partial(hold, [dispatch_id]))

    def _hold_person(self) -> None:
        if self._opened:
            hold, person = self._services.retention.hold_person, self._opened.dispatch.person
            self._ask_why(say("Spärra patientens alla kallelser"), partial(hold, person))

    def _hold_listed(self) -> None:
        listed, hold = self._listed(), self._services.retention.hold_letters

        def work(*, why: str) -> None:
            hold([one.id for one in listed()], why=why)

        self._ask_why(say("Spärra det som listas"), work)

    def _ask_why(self, heading: str, hold: Callable[..., None]) -> None:
        sheet = AskedWords(
            self._kept.letter.window(),
            heading=heading,
            about=_ABOUT_HOLD,
            label=say("Varför spärras det?"),
            accept=say("Spärra"),
        )
        sheet.given.connect(
            lambda why: self._run(
                partial(hold, why=why), lambda _: self._tell(_HELD), lane=Lane.KEEPING
            )
        )
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _ask_for_folder(self) -> None:
        dialog = QFileDialog(self._kept.letter.window(), say("Spara det som listas för arkiv"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda chosen: self._save(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, folder: Path) -> None:
        services, listed = self._services, self._listed()
        export = ArchiveExport(services.archive.open, services.documents.pdf, services.access)

        def work(watch: Watch) -> int:
            def tell(done: int, whole: int) -> None:
                watch.report(_SAVING, done / whole)

            return export.save(listed(), folder, progress=tell, cancelled=watch.cancelled)

        self.archive.setEnabled(False)
        self._kept.at_work.show_share(_SAVING, 0.0)
        # Thousands of letters take minutes, in which lists must still be read.
        self._saving = self._tasks.run_watched(
            Lane.SAFEKEEPING,
            work,
            done=self._tell_saved,
            failed=self._tell_not_saved,
            progress=self._kept.at_work.show_share,
        )

    def _stop_saving(self) -> None:
        """After the letter that is saved now; what is saved is described all the same."""
        if self._saving:
            self._saving.cancel()

    def _tell_saved(self, number: int) -> None:
        self._end_saving()
        self._tell(say("{number} kallelser är sparade, med personuppgifter.", number=number))

    def _tell_not_saved(self, error: Exception) -> None:
        self._end_saving()
        told_by(self._kept.notice.show_news)(error)

    def _end_saving(self) -> None:
        self._kept.at_work.hide()
        self.archive.setEnabled(True)

    def _listed(self) -> Callable[[], Sequence[Dispatch]]:
        """What is seen, and of a question also what is not yet read; for a worker's thread."""
        if self._kept.filters.chips.lit is not None:
            found = self._kept.lists.model.dispatches
            return lambda: found
        archive, question = self._services.archive, self._kept.filters.question()
        return lambda: archive.page(question, offset=0, limit=archive.count(question))

    def _run(
        self,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        *,
        failed: Callable[[Exception], None] | None = None,
        lane: Lane = Lane.BATCH,
    ) -> None:
        """What is decided goes by KEEPING: it is kept also where the window is closed at once."""
        failed = failed or told_by(self._kept.notice.show_news)
        self._tasks.run(lane, work, done=done, failed=failed)

    def _tell(self, sentence: str) -> None:
        self._kept.notice.show_news(sentence, tone=Tone.DONE)
