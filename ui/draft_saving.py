"""Saving a draft of the templates, and asking before text of it would be lost."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.template_draft import ChangedOutside, Saving, TemplateDraft, TemplateFile
from app.wording import say
from ui.draft_choice import some_names
from ui.draft_sheets import DraftSheet
from ui.draft_work import DraftWork
from ui.task_runner import Lane, TaskRunner


class DraftSaving(QObject):
    """A worker writes: the folder may be a slow one.

    `taken_back` carries a file whose text is the folder's again, `failed` the exception.
    `settled` comes when something has been saved or let go, or could not be.
    """

    taken_back = Signal(object)
    failed = Signal(object)
    settled = Signal()

    def __init__(self, work: DraftWork, tasks: TaskRunner, *, over: QWidget) -> None:
        """What must be asked is asked `over` that widget."""
        super().__init__(over)
        self._work = work
        self._tasks = tasks
        self._over = over
        # All text of the draft as it was when somebody chose to throw away what is not saved.
        self._let_go: Mapping[str, str] | None = None

    def guard_closing(self, window: QWidget) -> None:
        """From here on the window asks too; of a filter that stands there only one is kept."""
        window.installEventFilter(self)

    def save(self, file: TemplateFile, *, then: Callable[[], object] = lambda: None) -> None:
        """`then` is done when it has been saved."""
        if draft := self._work.draft:
            saving = draft.saving(file)
            self._write(draft, saving, saving.write, then)

    def leave_for(self, go_on: Callable[[], object]) -> None:
        """Another draft, or the program's end: what is not saved is asked about first."""
        draft = self._work.draft
        if draft is None or not draft.unsaved:
            go_on()
            return

        def save_next() -> None:
            left = sorted(draft.unsaved)
            if left:
                self.save(left[0], then=save_next)
            else:
                go_on()

        name, about = say("Utkastet har text som inte är sparad"), some_names(draft.unsaved)
        choices = ((say("Spara"), save_next), (say("Släng det osparade"), go_on))
        DraftSheet(self._over, name, about, choices).open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        draft = self._work.draft
        if event.type() != QEvent.Type.Close or not (draft and draft.unsaved):
            return False
        if draft.sources == self._let_go:
            return False
        event.ignore()
        self.leave_for(self._close)
        return True

    def _close(self) -> None:
        """What else is asked may keep the window open: what is written then is asked about too."""
        draft = self._work.draft
        self._let_go = draft.sources if draft and draft.unsaved else None
        self._over.window().close()

    def _write(
        self,
        draft: TemplateDraft,
        saving: Saving,
        write: Callable[[], None],
        then: Callable[[], object],
    ) -> None:
        def note() -> None:
            draft.note_saved(saving)
            self.settled.emit()
            then()

        def tell(error: Exception) -> None:
            if isinstance(error, ChangedOutside):
                self._ask_which(draft, saving, error, then)
            else:
                self.failed.emit(error)
            self.settled.emit()

        self._tasks.run(Lane.KEEPING, write, done=lambda _: note(), failed=tell)

    def _ask_which(
        self,
        draft: TemplateDraft,
        saving: Saving,
        error: ChangedOutside,
        then: Callable[[], object],
    ) -> None:
        def take_back() -> None:
            draft.take_back(saving.file)
            self.taken_back.emit(saving.file)
            self.settled.emit()
            then()

        def write_over() -> None:
            self._write(draft, saving, saving.write_over, then)

        choices = ((say("Spara min text"), write_over), (say("Ta filens text"), take_back))
        about = say("Sparar du din text försvinner det som har ändrats i filen.")
        DraftSheet(self._over, error.what, about, choices).open()
