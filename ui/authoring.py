"""Authoring: what an author changes in the templates folder is seen and judged while it is open."""

from PySide6.QtCore import QObject, Signal

from app.linter import Remark, remarks_on
from app.services import Services
from ui.error_dialog import show_error
from ui.preview_view import PreviewView
from ui.task_runner import Lane, TaskRunner
from ui.template_watch import TemplateWatch


class Authoring(QObject):
    """`renewed` comes when letters are no longer made of the templates that they were made of.

    The linter speaks only after a change on this computer, so that somebody who sends letters and
    changes no templates never meets it.
    """

    renewed = Signal()

    def __init__(self, services: Services, tasks: TaskRunner, *, view: PreviewView) -> None:
        super().__init__(view)
        self._services = services
        self._tasks = tasks
        self._view = view
        self._letter_type = ""
        self._changed = False
        TemplateWatch(services.catalogue.folder, self).changed.connect(self._read_again)

    def show_letter_type(self, letter_type: str) -> None:
        """That of the row in view: it is this one that an author wants to know about."""
        if letter_type != self._letter_type:
            self._letter_type = letter_type
            self._lint()

    def _read_again(self) -> None:
        self._tasks.run(
            Lane.BATCH,
            self._services.templates.read_again,
            done=self._note_reading,
            failed=show_error,
        )

    def _note_reading(self, anything_new: bool) -> None:  # noqa: FBT001 - the answer of a task
        if anything_new:
            self._changed = True
            self.renewed.emit()
            self._lint()

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
