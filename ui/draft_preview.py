"""The letter of a draft while it is written: its message and its page, made at every key."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.content import plain_text
from app.draft import Draft
from app.errors import KallelseError, TemplateBroken
from app.letter_press import LetterPress
from app.letters import Letter
from app.services import Services
from app.template_draft import TemplateDraft
from app.wording import say
from ui.after_painting import AfterPainting
from ui.curtain import behind_curtain
from ui.error_dialog import show_error
from ui.message_sheet import ShownMessage
from ui.message_view import MessageView
from ui.page_view import PageView, ShownPage
from ui.pane_pair import PanePair
from ui.parts import OneLine
from ui.task_runner import Answer, Lane, Task, TaskRunner, Watch
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


@dataclass(frozen=True, slots=True)
class _Written:
    """The letter of what was wanted with its message as HTML, and what lays out its page."""

    press: LetterPress
    letter: Letter
    html: str


class DraftPreview(QWidget):
    """Only the newest text is ever laid out to its end; what was shown stays until then.

    The panes come in the turn after its own: both at once hold the window over 50 ms (measured).

    The letter is begun when the text that was typed has been painted, and its page when its message
    has: a worker that computes keeps the window waiting for the interpreter's lock.

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
        self._written: _Written | None = None
        self._page_index = 0
        normal = sized(BASE_SIZE, QFont.Weight.Normal)
        self.state = OneLine(normal, height=24, colour=SECONDARY)
        self._after_painting = AfterPainting(self)
        self._layout = QVBoxLayout(behind_curtain(self))
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.state)
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._add_panes)
        self._next_turn.start()

    @cached_property
    def message(self) -> MessageView:
        return MessageView()

    @cached_property
    def page(self) -> PageView:
        page = PageView()
        page.page_wanted.connect(self._turn)
        return page

    @property
    def is_settled(self) -> bool:
        return self._task is None and not self._after_painting.is_waiting

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
        self._wanted, self._written = wanted, None
        self._after_painting.do(self._go_on)

    def _go_on(self) -> None:
        services, wanted, written = self._services, self._wanted, self._written
        if wanted and not written:
            self._run(partial(_written, services, wanted), self._take_message)
        elif wanted and written:
            self._run(partial(_laid_out, services, wanted, written), self._take_page)

    def _run(self, work: Callable[[Watch], Answer], done: Callable[[Answer], None]) -> None:
        self._task = self._tasks.run_watched(
            Lane.TEMPLATES, work, done=done, failed=self._note_failure
        )

    def _abandon(self) -> None:
        self._after_painting.cancel()
        if self._task:
            self._task.abandon()
        self._task = None

    def _take_message(self, written: _Written) -> None:
        self._task, self._written, letter = None, written, written.letter
        unit = letter.draft.booking.unit.name
        shown = ShownMessage(unit, letter.words.subject, letter.written_on, written.html)
        self.message.show_message(shown)
        self._after_painting.do(self._go_on)

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

    def _add_panes(self) -> None:
        panes = PanePair(
            (say("1177-meddelande"), self.message),
            (say("Brev"), self.page),
            titles=(self.message.title, self.page.title),
        )
        self._layout.addWidget(panes, 1)
        self.setFocusProxy(panes)


def _written(services: Services, wanted: _Wanted, watch: Watch) -> _Written:
    """Raises TemplateBroken or LetterIncomplete."""
    press = wanted.templates.press(wanted.sources)
    watch.stop_if_cancelled()
    letter = press.letter(wanted.draft, today=services.now().date())
    return _Written(press, letter, services.message_html(press.previewer.message(letter)))


def _laid_out(services: Services, wanted: _Wanted, written: _Written, watch: Watch) -> ShownPage:
    """Raises as `_written`."""
    page = written.press.previewer.page(written.letter)
    watch.stop_if_cancelled()
    count = services.pages.page_count(page)
    page_index = min(wanted.page_index, count - 1)
    return ShownPage(
        raster=services.pages.render(page, page_index, dpi=wanted.dpi),
        page_index=page_index,
        page_count=count,
        dpi=wanted.dpi,
        profile=services.print_profile,
        words=plain_text(written.letter.printed),
    )
