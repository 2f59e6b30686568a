"""The letter of a draft while it is written: its message and its page, made at every key."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.content import plain_text
from app.draft import Draft
from app.errors import KallelseError, TemplateBroken
from app.letters import Letter
from app.services import Services
from app.template_draft import TemplateDraft
from app.wording import say
from ui.curtain import behind_curtain
from ui.error_dialog import show_error
from ui.message_sheet import ShownMessage
from ui.message_view import MessageView
from ui.page_view import PageView, ShownPage
from ui.pane_pair import PanePair
from ui.parts import OneLine
from ui.task_runner import Lane, Task, TaskRunner, Watch
from ui.theme import BASE_SIZE, SECONDARY, sized

_NOW = say("Brevet som det blir av texten just nu.")
_OLD = say("Brevet som det var innan felet i texten.")
_OTHER = say("Med den här bokningen blir det inget brev: {why}")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The texts, whose letter it is to be, and which of its pages is looked at."""

    templates: TemplateDraft
    sources: Mapping[str, str]
    draft: Draft
    page_index: int
    dpi: float


class DraftPreview(QWidget):
    """Only the newest text is ever laid out to its end; what was shown stays until then.

    `made` comes when the page of the newest text is shown, `failed` carries why there is none.
    """

    made = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, tasks: TaskRunner) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self._task: Task | None = None
        self._wanted: _Wanted | None = None
        self._page_index = 0
        self.message = MessageView()
        self.page = PageView()
        normal = sized(BASE_SIZE, QFont.Weight.Normal)
        self.state = OneLine(normal, height=24, colour=SECONDARY)
        self._panes = PanePair(
            (say("1177-meddelande"), self.message),
            (say("Brev"), self.page),
            titles=(self.message.title, self.page.title),
        )
        self._lay_out()
        self.page.page_wanted.connect(self._turn)
        self.setFocusProxy(self._panes)

    @property
    def is_settled(self) -> bool:
        return self._task is None

    def panes(self) -> tuple[QWidget, ...]:
        return (self.message, self.page)

    def show_letter(
        self, templates: TemplateDraft, sources: Mapping[str, str], draft: Draft
    ) -> None:
        """Of texts as they are now, in the background."""
        if self._wanted and self._wanted.draft != draft:
            self._page_index = 0
        dpi = self.page.wanted_dpi()
        self._make(_Wanted(templates, sources, draft, self._page_index, dpi))

    def show_nothing(self) -> None:
        self._abandon()
        self._wanted = None

    def _turn(self, page_index: int, dpi: float) -> None:
        self._page_index, wanted = page_index, self._wanted
        if wanted:
            templates, sources, draft = wanted.templates, wanted.sources, wanted.draft
            self._make(_Wanted(templates, sources, draft, page_index, dpi))

    def _make(self, wanted: _Wanted) -> None:
        self._abandon()
        self._wanted = wanted
        self._task = self._tasks.run_watched(
            Lane.TEMPLATES,
            partial(_laid_out, self._services, wanted),
            progress=self._take_message,
            done=self._take_page,
            failed=self._note_failure,
        )

    def _abandon(self) -> None:
        if self._task:
            self._task.abandon()
        self._task = None

    def _take_message(self, letter: Letter, html: str) -> None:
        unit = letter.draft.booking.unit.name
        shown = ShownMessage(unit, letter.words.subject, letter.written_on, html)
        self.message.show_message(shown)

    def _take_page(self, page: ShownPage) -> None:
        self._task = None
        self._page_index = page.page_index
        self.page.show_page(page)
        self.state.setText(_NOW)
        self.made.emit()

    def _note_failure(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, KallelseError):
            show_error(error)
            return
        is_of_text = isinstance(error, TemplateBroken)
        self.state.setText(_OLD if is_of_text else _OTHER.format(why=error))
        self.failed.emit(error)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(behind_curtain(self))
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.state)
        layout.addWidget(self._panes, 1)


def _laid_out(services: Services, wanted: _Wanted, watch: Watch) -> ShownPage:
    """The message is told as soon as it stands. Raises TemplateBroken or LetterIncomplete."""
    press = wanted.templates.press(wanted.sources)
    watch.stop_if_cancelled()
    letter = press.letter(wanted.draft, today=services.now().date())

    def tell(made: Letter, message: str) -> None:
        watch.stop_if_cancelled()
        watch.report(made, services.message_html(message))

    _, page = press.previewer.message_and_page(letter, message_made=tell)
    watch.stop_if_cancelled()
    count = services.pages.page_count(page)
    page_index = min(wanted.page_index, count - 1)
    return ShownPage(
        raster=services.pages.render(page, page_index, dpi=wanted.dpi),
        page_index=page_index,
        page_count=count,
        dpi=wanted.dpi,
        profile=services.print_profile,
        words=plain_text(letter.printed),
    )
