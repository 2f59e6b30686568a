"""Keeps the previews in step with the shown row: only the newest request is ever answered."""

from PySide6.QtCore import QObject

from app.errors import KallelseError
from app.rows import Row
from app.services import Services
from ui.error_dialog import show_error
from ui.preview_view import PreviewView, ShownPreview, prepare, prepare_page
from ui.task_runner import Lane, Task, TaskRunner

_PROTECTED = "Skyddade personuppgifter. Ingen förhandsvisning visas."
_BROKEN = "Förhandsvisningen kunde inte skapas. Kallelsen skickas inte."


class Previewing(QObject):
    """A protected identity is never rendered, and clears what was shown before it."""

    def __init__(
        self, services: Services, tasks: TaskRunner, view: PreviewView, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._view = view
        self._task: Task | None = None
        self._row: Row | None = None
        self._shown: ShownPreview | None = None
        view.page_wanted.connect(self._show_page)

    def show_row(self, row: Row) -> None:
        """Renders the row's letter, unless that very letter is what is shown already."""
        if self._row and (self._row.draft, self._row.route) == (row.draft, row.route):
            return
        self._forget(row)
        if row.draft.booking.patient.protected:
            self._view.show_nothing(_PROTECTED)
        else:
            self._render(row, *self._view.wanted())

    def show_nothing(self, sentence: str) -> None:
        self._forget(None)
        self._view.show_nothing(sentence)

    def _render(self, row: Row, page_index: int, dpi: float) -> None:
        self._view.show_waiting()
        self._task = self._tasks.run(
            Lane.PREVIEW,
            lambda: prepare(self._services, row, page_index=page_index, dpi=dpi),
            done=self._show,
            failed=self._show_failure,
        )

    def _forget(self, row: Row | None) -> None:
        """What is under way is abandoned, so that no late answer shows another patient."""
        if self._task is not None:
            self._task.abandon()
        self._task, self._row, self._shown = None, row, None

    def _show_page(self, page_index: int, dpi: float) -> None:
        """The same letter at another page or size; before it is shown, it is begun anew."""
        shown = self._shown
        if shown is None:
            if self._row is not None and self._task is not None:
                self._render(self._row, page_index, dpi)
            return
        self._task = self._tasks.run(
            Lane.PREVIEW,
            lambda: prepare_page(self._services, shown, page_index=page_index, dpi=dpi),
            done=self._show,
            failed=self._show_failure,
        )

    def _show(self, shown: ShownPreview) -> None:
        self._task, self._shown = None, shown
        self._view.show_preview(shown)

    def _show_failure(self, error: Exception) -> None:
        self._task, self._shown = None, None
        self._view.show_failure(str(error) if isinstance(error, KallelseError) else _BROKEN)
        if not isinstance(error, KallelseError):
            show_error(error)
