"""Compares versions of the templates behind the window, and fetches what is shown of a group."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.comparison import Comparer, Version
from app.differences import Comparison, Outcome
from app.draft import Channel, Draft
from app.page_changes import changed_places
from app.preview import PageRaster, Raster
from app.print_profile import Zone
from app.template_versions import TemplateVersions
from app.word_diff import Step, word_diff
from ui.task_runner import Lane, Task, TaskRunner, Watch

# What a page is drawn at: its true size on an ordinary screen.
DPI = 96.0

VersionWanted = Callable[[], Version]
DraftsWanted = Callable[[Comparer], tuple[Draft, ...]]


@dataclass(frozen=True, slots=True)
class PagePair:
    """The same page of both versions, None where it has none, and where they differ, in mm."""

    before: Raster | None
    after: Raster | None
    places: tuple[Zone, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One letter in both versions: its texts word for word, and its pages."""

    draft: Draft
    before: Outcome
    after: Outcome
    texts: dict[Channel, tuple[Step, ...]]
    pages: tuple[PagePair, ...]


class Comparing(QObject):
    """One comparison at a time; the next one throws the answer of the last away.

    `found` comes for every portion of letters and carries a Comparison, and `ended` when no more
    will come. `shown` carries a Shown, `failed` the exception.
    """

    found = Signal(object)
    ended = Signal()
    shown = Signal(object)
    failed = Signal(object)

    def __init__(self, versions: TemplateVersions, tasks: TaskRunner, *, parent: QObject) -> None:
        super().__init__(parent)
        self._versions = versions
        self._tasks = tasks
        self._task: Task | None = None
        self._comparer: Comparer | None = None

    @property
    def is_busy(self) -> bool:
        return self._task is not None

    @property
    def comparer(self) -> Comparer | None:
        """Of what was found last."""
        return self._comparer

    def begin(self, before: VersionWanted, after: VersionWanted, drafts: DraftsWanted) -> None:
        """What is to be compared is fetched by the worker too."""
        if self._task:
            self._task.abandon()
        self._task = self._tasks.run_watched(
            Lane.BATCH,
            partial(self._compare, before, after, drafts),
            progress=self._take,
            done=lambda answer: self._end(*answer),
            failed=self._fail,
        )

    def cancel(self) -> None:
        """What has been found by then stays."""
        if self._task:
            self._task.cancel()

    def show(self, draft: Draft) -> None:
        comparer = self._comparer
        if comparer:
            self._tasks.run(
                Lane.TEMPLATES,
                lambda: _shown(comparer, draft),
                done=self.shown.emit,
                failed=self.failed.emit,
            )

    def _compare(
        self, before: VersionWanted, after: VersionWanted, drafts: DraftsWanted, watch: Watch
    ) -> tuple[Comparer, Comparison]:
        comparer = self._versions.comparer(before(), after())
        comparison = comparer.compare(
            drafts(comparer),
            makers=self._versions.services.letter_makers,
            progress=partial(watch.report, comparer),
            cancelled=watch.cancelled,
        )
        return comparer, comparison

    def _take(self, comparer: Comparer, comparison: Comparison) -> None:
        self._comparer = comparer
        self.found.emit(comparison)

    def _end(self, comparer: Comparer, comparison: Comparison) -> None:
        self._task = None
        self._take(comparer, comparison)
        self.ended.emit()

    def _fail(self, error: Exception) -> None:
        self._task = None
        self.failed.emit(error)
        self.ended.emit()


def _shown(comparer: Comparer, draft: Draft) -> Shown:
    before, after = comparer.outcomes(draft)
    texts = {
        channel: word_diff(before.texts.get(channel, ""), after.texts.get(channel, ""))
        for channel in Channel
    }
    count = max(before.pages, after.pages)
    pairs = tuple(_pair(comparer.pages, before, after, index) for index in range(count))
    return Shown(draft, before, after, texts, pairs)


def _pair(pages: PageRaster, before: Outcome, after: Outcome, index: int) -> PagePair:
    old, new = (
        pages.render(one.page, index, dpi=DPI) if index < one.pages else None
        for one in (before, after)
    )
    places = changed_places(old, new, dpi=DPI) if old and new else ()
    return PagePair(old, new, places)
