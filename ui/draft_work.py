"""The work on a draft of the templates behind the window: opened, watched, saved and judged."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.block_usage import Usage, usage_of
from app.draft import Draft
from app.errors import KallelseError
from app.extremes import Tried, extremes, tried
from app.letter_press import LetterPress
from app.linter import Linter, Remark, remark_of
from app.services import Services
from app.template_draft import Reading, TemplateDraft, TemplateFile
from app.template_drafts import TemplateDrafts
from app.template_versions import TemplateVersions
from ui.task_runner import Lane, Task, TaskRunner, Watch
from ui.template_watch import TemplateWatch

# Judging makes all of a letter type's letters, so it waits until somebody stops to think.
_CALM_MS = 500


@dataclass(frozen=True, slots=True)
class Judged:
    """What is to be said of a letter type by the texts as they were a moment ago."""

    letter_type: str
    remarks: tuple[Remark, ...]


class DraftWork(QObject):
    """One draft at a time.

    `opened` comes when another draft is open, `changed` with the files that another program has
    changed, `used` with the file and Usage of it, `judged` with a Judged, `tried` with what the
    extremes gave so far and how many they are, `failed` with the exception.
    """

    opened = Signal()
    changed = Signal(object)
    used = Signal(object, object)
    judged = Signal(object)
    tried = Signal(object, int)
    failed = Signal(object)

    def __init__(self, versions: TemplateVersions, tasks: TaskRunner, *, parent: QObject) -> None:
        super().__init__(parent)
        self.services: Services = versions.services
        self.drafts = TemplateDrafts(versions.services)
        self._versions = versions
        self._tasks = tasks
        self._draft: TemplateDraft | None = None
        self._watch: TemplateWatch | None = None
        self._judging: Task | None = None
        self._letter_type = ""
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(self._judge)

    @property
    def draft(self) -> TemplateDraft | None:
        return self._draft

    def begin(self) -> None:
        self._run(self.drafts.begin, self._take)

    def open(self, folder: Path) -> None:
        self._run(partial(self.drafts.open, folder), self._take)

    def find(self, file: TemplateFile) -> None:
        """Whose letters a file stands in; `used` tells."""
        if draft := self._draft:
            sources = draft.sources
            self._run(partial(usage_of, file.name, sources), partial(self._tell_usage, file))

    def samples(self, done: Callable[[Sequence[Draft]], None]) -> None:
        self._run(self._versions.samples, done)

    def pseudonymous(
        self, drafts: Sequence[Draft], done: Callable[[Sequence[Draft]], None]
    ) -> None:
        self._run(partial(self._versions.pseudonymous, drafts), done)

    def judge(self, letter_type: str) -> None:
        """When nothing has been typed for a moment; asked again, the moment begins anew."""
        self._letter_type = letter_type
        if self._judging:
            self._judging.abandon()
            self._judging = None
        self._calm.start()

    def try_extremes(self, letter_type: str) -> None:
        if draft := self._draft:
            sources = draft.sources
            self._tasks.run_watched(
                Lane.BATCH,
                partial(self._try_all, draft, sources, letter_type),
                progress=self.tried.emit,
                done=lambda found: self.tried.emit(found, len(found)),
                failed=self.failed.emit,
            )

    def _take(self, draft: TemplateDraft) -> None:
        if self._watch:
            self._watch.deleteLater()
        self._draft = draft
        self._watch = TemplateWatch(lambda: draft.folder, self)
        self._watch.changed.connect(partial(self._read_again, draft))
        self.opened.emit()

    def _read_again(self, draft: TemplateDraft) -> None:
        self._run(draft.read, partial(self._take_in, draft))

    def _take_in(self, draft: TemplateDraft, reading: Reading) -> None:
        if draft is self._draft and (changed := draft.take_in(reading)):
            self.changed.emit(changed)

    def _judge(self) -> None:
        if draft := self._draft:
            self._judging = self._run(
                partial(self._remarks, draft, draft.sources, self._letter_type), self._tell_judged
            )

    def _remarks(
        self, draft: TemplateDraft, sources: Mapping[str, str], letter_type: str
    ) -> Judged:
        try:
            press = draft.press(sources)
            systems, at = self.services.care_systems, self.services.now()
            linter = Linter(press, care_systems=systems, at=at)
            return Judged(letter_type, linter.lint(press.catalogue.get(letter_type)))
        except KallelseError as error:
            return Judged(letter_type, (remark_of(error),))

    def _tell_judged(self, judged: Judged) -> None:
        self._judging = None
        self.judged.emit(judged)

    def _tell_usage(self, file: TemplateFile, usage: Usage) -> None:
        self.used.emit(file, usage)

    def _try_all(
        self,
        draft: TemplateDraft,
        sources: Mapping[str, str],
        letter_type: str,
        watch: Watch,
    ) -> tuple[Tried, ...]:
        """Raises TemplateBroken where no letter can be made at all."""
        press: LetterPress = draft.press(sources)
        now, found = self.services.now(), list[Tried]()
        all_of_them = extremes(press.catalogue.get(letter_type), at=now)
        for extreme in all_of_them:
            watch.stop_if_cancelled()
            found.append(tried(press, extreme, today=now.date()))
            watch.report(tuple(found), len(all_of_them))
        return tuple(found)

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> Task:
        return self._tasks.run(Lane.BATCH, work, done=done, failed=self.failed.emit)
