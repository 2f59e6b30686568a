"""Keeps the previews in step with the shown row: only the newest request is ever answered."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from app.channels import Route
from app.draft import Draft
from app.errors import KallelseError
from app.rows import Row
from app.services import Services
from ui.error_dialog import show_error
from ui.preview_view import PreviewView, ShownPreview, prepare, prepare_page
from ui.task_runner import Lane, Task, TaskRunner

_PROTECTED = "Skyddade personuppgifter. Ingen förhandsvisning visas."
_BROKEN = "Förhandsvisningen kunde inte skapas. Kallelsen skickas inte."


@dataclass(frozen=True, slots=True)
class _Wanted:
    """All that decides what the panes show: equal ones look the same."""

    draft: Draft
    route: Route
    page_index: int
    dpi: float


class Previewing(QObject):
    """A protected identity is never rendered, and clears what was shown before it.

    While a letter is looked at, the one that `look_ahead` gives is made, so that a step down the
    list need not wait for it.
    """

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        *,
        view: PreviewView,
        look_ahead: Callable[[], Row | None],
    ) -> None:
        super().__init__(view)
        self._services = services
        self._tasks = tasks
        self._view = view
        self._look_ahead = look_ahead
        self._task: Task | None = None
        self._row: Row | None = None
        self._wanted: _Wanted | None = None
        self._being_made: _Wanted | None = None
        self._made_ahead: tuple[_Wanted, ShownPreview] | None = None
        self._shown: ShownPreview | None = None
        view.page_wanted.connect(self._show_page)

    def show_row(self, row: Row) -> None:
        """Renders the row's letter, unless that very letter is what is shown already."""
        if self._row and (self._row.draft, self._row.route) == (row.draft, row.route):
            return
        if row.draft.booking.patient.protected:
            self.show_nothing(_PROTECTED)
        self._row, self._shown = row, None
        if not row.draft.booking.patient.protected:
            self._show_letter(row, *self._view.wanted())

    def make_anew(self) -> None:
        """Where nothing that was made before is what would be sent."""
        self._abandon()
        self._made_ahead = None
        row, self._row = self._row, None
        if row is not None:
            self.show_row(row)

    def show_nothing(self, sentence: str) -> None:
        """What is under way is abandoned, so that no late answer shows another patient."""
        self._abandon()
        self._row, self._shown, self._wanted, self._made_ahead = None, None, None, None
        self._view.show_nothing(sentence)

    def _show_letter(self, row: Row, page_index: int, dpi: float) -> None:
        self._wanted = wanted = _Wanted(row.draft, row.route, page_index, dpi)
        if self._made_ahead and self._made_ahead[0] == wanted:
            self._abandon()
            self._show(self._made_ahead[1])
            return
        self._view.show_waiting()
        if self._being_made != wanted:
            self._make(row, wanted)

    def _make(self, row: Row, wanted: _Wanted) -> None:
        self._abandon()
        self._being_made = wanted
        self._task = self._tasks.run(
            Lane.PREVIEW,
            lambda: prepare(self._services, row, page_index=wanted.page_index, dpi=wanted.dpi),
            done=partial(self._take, wanted),
            failed=partial(self._note_failure, wanted),
        )

    def _take(self, made: _Wanted, shown: ShownPreview) -> None:
        self._task = self._being_made = None
        if made == self._wanted:
            self._show(shown)
        else:
            self._made_ahead = made, shown

    def _note_failure(self, made: _Wanted, error: Exception) -> None:
        """A letter made ahead that fails is made again when its row is shown, and told then."""
        self._task = self._being_made = None
        if made == self._wanted:
            self._show_failure(error)

    def _make_next(self) -> None:
        row = self._look_ahead()
        if row is None or row.draft.booking.patient.protected:
            return
        wanted = _Wanted(row.draft, row.route, *self._view.wanted())
        if wanted != self._wanted and not (self._made_ahead and self._made_ahead[0] == wanted):
            self._make(row, wanted)

    def _abandon(self) -> None:
        if self._task is not None:
            self._task.abandon()
        self._task = self._being_made = None

    def _show_page(self, page_index: int, dpi: float) -> None:
        """The same letter at another page or size; before it is shown, it is begun anew."""
        shown = self._shown
        if shown is None:
            if self._row is not None and self._being_made is not None:
                self._show_letter(self._row, page_index, dpi)
            return
        self._abandon()
        self._task = self._tasks.run(
            Lane.PREVIEW,
            lambda: prepare_page(self._services, shown, page_index=page_index, dpi=dpi),
            done=self._show,
            failed=self._show_failure,
        )

    def _show(self, shown: ShownPreview) -> None:
        self._task, self._shown = None, shown
        self._view.show_preview(shown)
        self._make_next()

    def _show_failure(self, error: Exception) -> None:
        self._task, self._shown = None, None
        self._view.show_failure(str(error) if isinstance(error, KallelseError) else _BROKEN)
        if not isinstance(error, KallelseError):
            show_error(error)
