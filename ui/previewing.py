"""Keeps the previews in step with the shown row: only the newest request is ever answered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.channels import Route
from app.draft import Draft
from app.errors import KallelseError, LetterIncomplete
from app.findings import Severity
from app.rows import Row
from app.services import Services
from app.wording import say
from ui.after_painting import AfterPainting
from ui.error_dialog import show_error
from ui.preview_view import PreviewView
from ui.shown_preview import (
    FirstSight,
    SecondSight,
    ShownPreview,
    first_sight,
    prepare_page,
    read_back,
    second_sight,
)
from ui.task_runner import Answer, Lane, Task, TaskRunner, Watch

_PROTECTED = say("Skyddade personuppgifter. Ingen förhandsvisning visas.")
_BROKEN = say("Förhandsvisningen kunde inte skapas. Kallelsen skickas inte.")


# The letter that is shown, its neighbours, and the one that was shown before.
_KEPT = 4


@dataclass(frozen=True, slots=True)
class _Wanted:
    """All that decides what the panes show: equal ones look the same."""

    draft: Draft
    route: Route
    template_version: str
    today: date
    page_index: int
    dpi: float


class Previewing(QObject):
    """A protected identity is never rendered, and clears what was shown before it.

    While a letter is looked at, those that `look_ahead` gives are made, so that a step in the list
    need not wait for them. A letter that is not made yet shows its message at once, its page when
    a worker has laid it out, and how they agree when it has read both back.

    `seen` carries a row whose letter is shown, and the version of the templates it is made of;
    `looked_at` a row as soon as anything of its letter is.
    """

    seen = Signal(object, str)
    looked_at = Signal(object)

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        *,
        view: PreviewView,
        look_ahead: Callable[[], Sequence[Row]],
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
        self._made: list[tuple[_Wanted, ShownPreview]] = []
        self._shown: ShownPreview | None = None
        self._after_painting = AfterPainting(self)
        view.page_wanted.connect(self._show_page)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is under way or about to be: what is shown has its neighbours."""
        return self._task is None and not self._after_painting.is_waiting

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
        self._made.clear()
        row, self._row = self._row, None
        if row is not None:
            self.show_row(row)

    def show_nothing(self, sentence: str) -> None:
        """What is under way is abandoned, so that no late answer shows another patient."""
        self._abandon()
        self._made.clear()
        self._row, self._shown, self._wanted = None, None, None
        self._view.show_nothing(sentence)

    def _show_letter(self, row: Row, page_index: int, dpi: float) -> None:
        self._wanted = wanted = self._all_of(row, page_index, dpi)
        if made := self._kept(wanted):
            self._abandon()
            self._keep(wanted, made)
            self._show(made)
            return
        try:
            first = first_sight(self._services, row)
        except Exception as error:  # noqa: BLE001 - nobody else's letter may stay in the panes
            self._abandon()
            self._show_failure(error)
            return
        self._view.show_first(first)
        if self._being_made != wanted:
            self._make(wanted, lambda: first)
        # Last, for who is told may take the letter away.
        self.looked_at.emit(row)

    def _all_of(self, row: Row, page_index: int, dpi: float) -> _Wanted:
        version, today = self._services.catalogue.version, self._services.now().date()
        return _Wanted(row.draft, row.route, version, today, page_index, dpi)

    def _kept(self, wanted: _Wanted) -> ShownPreview | None:
        return next((shown for one, shown in self._made if one == wanted), None)

    def _keep(self, wanted: _Wanted, shown: ShownPreview) -> None:
        """What was looked at longest ago makes room."""
        others = [kept for kept in self._made if kept[0] != wanted]
        self._made = [*others, (wanted, shown)][-_KEPT:]

    def _make(self, wanted: _Wanted, first: Callable[[], FirstSight]) -> None:
        self._abandon()
        self._being_made = wanted
        self._after_painting.do(partial(self._lay_out, wanted, first))

    def _lay_out(self, wanted: _Wanted, first: Callable[[], FirstSight]) -> None:
        def work(watch: Watch) -> SecondSight:
            begun = first()
            # Most of the work is left: for a letter that has been left it is not worth doing.
            watch.stop_if_cancelled()
            page_index, dpi = wanted.page_index, wanted.dpi
            return second_sight(self._services, begun, page_index=page_index, dpi=dpi)

        self._run(wanted, work, done=partial(self._take_page, wanted))

    def _take_page(self, made: _Wanted, second: SecondSight) -> None:
        self._task = None
        if made == self._wanted:
            self._view.show_second(second)
        self._after_painting.do(partial(self._read_back, made, second))

    def _read_back(self, made: _Wanted, second: SecondSight) -> None:
        done = partial(self._take, made)
        self._run(made, lambda _: read_back(self._services, second), done=done)

    def _run(
        self,
        wanted: _Wanted,
        work: Callable[[Watch], Answer],
        *,
        done: Callable[[Answer], None],
    ) -> None:
        failed = partial(self._note_failure, wanted)
        self._task = self._tasks.run_watched(Lane.PREVIEW, work, done=done, failed=failed)

    def _take(self, made: _Wanted, shown: ShownPreview) -> None:
        self._task = self._being_made = None
        self._keep(made, shown)
        if made == self._wanted:
            self._show(shown)
        else:
            self._make_neighbours()

    def _note_failure(self, made: _Wanted, error: Exception) -> None:
        """A letter made ahead that fails is made again when its row is shown, and told then."""
        self._task = self._being_made = None
        if made == self._wanted:
            self._show_failure(error)

    def _make_neighbours(self) -> None:
        """One at a time; after each this is called again."""
        for row in self._look_ahead():
            wanted = self._all_of(row, *self._view.wanted())
            if not (row.draft.booking.patient.protected or self._kept(wanted)):
                self._make(wanted, partial(first_sight, self._services, row))
                return

    def _abandon(self) -> None:
        self._after_painting.cancel()
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
        if self._row and self._wanted:
            self.looked_at.emit(self._row)
        if self._row and self._wanted:
            self.seen.emit(self._row, self._wanted.template_version)
        self._after_painting.do(self._make_neighbours)

    def _show_failure(self, error: Exception) -> None:
        self._task, self._shown = None, None
        self._view.show_failure(self._told(error))
        if not isinstance(error, KallelseError):
            show_error(error)

    def _told(self, error: Exception) -> str:
        """Of a letter that its booking cannot fill, what the panel above asks to have mended."""
        asked = self._row.open_finding if self._row else None
        if isinstance(error, LetterIncomplete) and asked and asked.severity is Severity.BLOCKED:
            return asked.sentence
        return str(error) if isinstance(error, KallelseError) else _BROKEN
