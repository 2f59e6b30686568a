"""Authoring: what an author changes in the templates folder is seen and judged while it is open."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import TemplateBroken
from app.linter import Remark, remarks_on
from app.services import Services
from app.version_words import news_of
from ui.error_dialog import show_error
from ui.notices import Notice
from ui.parts import Tone
from ui.preview_view import PreviewView
from ui.task_runner import Lane, TaskRunner
from ui.template_watch import TemplateWatch

# A share may tell nothing of what other PCs write there, so it is also asked.
_ASKED_MS = 60_000


class Authoring(QObject):
    """`renewed` comes when letters are no longer made of the templates that they were made of.

    The linter speaks only after a change in the folder itself, so that somebody who sends letters
    and changes no templates never meets it. What two persons have published is told instead.
    """

    renewed = Signal()

    def __init__(
        self, services: Services, tasks: TaskRunner, *, view: PreviewView, notice: Notice
    ) -> None:
        super().__init__(view)
        self._services = services
        self._tasks = tasks
        self._view = view
        self._notice = notice
        self._letter_type = ""
        self._changed = False
        watch = TemplateWatch(
            lambda: services.catalogue.folder, self, places=services.publishing.places
        )
        watch.changed.connect(self._read_again)
        self.asking = QTimer(self)
        self.asking.setInterval(_ASKED_MS)
        self.asking.timeout.connect(self._ask)
        self.asking.start()

    def show_letter_type(self, letter_type: str) -> None:
        """That of the row in view: it is this one that an author wants to know about."""
        if letter_type != self._letter_type:
            self._letter_type = letter_type
            self._lint()

    def _ask(self) -> None:
        self._tasks.run(
            Lane.BATCH,
            self._services.templates.read_if_overtaken,
            done=self._note_reading,
            failed=show_error,
        )

    def _read_again(self) -> None:
        self._tasks.run(
            Lane.BATCH,
            self._services.templates.read_again,
            done=self._note_reading,
            failed=show_error,
        )

    def _note_reading(self, anything_new: bool) -> None:  # noqa: FBT001 - the answer of a task
        if not anything_new:
            return
        told = self._told()
        self._changed = not told
        self.renewed.emit()
        if told:
            self._notice.show_news(told, tone=Tone.NEWS)
        self._lint()

    def _told(self) -> str:
        """Which publication letters are made by now; what cannot be read the preview tells."""
        try:
            return news_of(self._services.templates.press().beside)
        except TemplateBroken:
            return ""

    def _lint(self) -> None:
        services, letter_type = self._services, self._letter_type
        if not self._changed or not letter_type:
            return

        def show(remarks: tuple[Remark, ...]) -> None:
            if letter_type == self._letter_type:
                self._view.remarks.show_remarks(letter_type, remarks)

        self._tasks.run(
            Lane.BATCH,
            lambda: remarks_on(
                letter_type,
                templates=services.templates,
                care_systems=services.care_systems,
                at=services.now(),
            ),
            done=show,
            failed=show_error,
        )
