"""A draft being typed in, offscreen: how soon a key is seen as a message and as a page."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtTest import QTest

from app.bootstrap import open_services
from app.draft import Draft
from app.letters import Letter
from app.services import Services
from app.settings import DataFolder
from app.specimen import specimen
from app.template_draft import TemplateDraft, TemplateFile
from app.template_drafts import TemplateDrafts
from app.template_versions import TemplateVersions
from tests.benchmark.figures import Figure, Sizes, clocked, p95
from tests.benchmark.offscreen import Painting, application, let_pass, wait_until
from tests.fakes import NOON
from ui.message_sheet import MessageBody
from ui.page_paper import Paper
from ui.task_runner import TaskRunner
from ui.template_editor import TemplateEditor

# A letter of two pages, most of whose text is its own.
_BODY = TemplateFile("letter_types/langtids_ekg/body.md.j2")
_SIZE = (1920, 900)
_ONE_FRAME = 16.7
# A practised typist presses a key five times a second.
_BETWEEN_KEYS_S = 0.2
# About what a page is drawn at in a window of this size.
_DPI = 100.0
_WORDS = "Ta med dig det som står i brevet och kom i god tid till mottagningen"


def figures(sizes: Sizes, folder: Path) -> Iterator[Figure]:
    application()
    with ExitStack() as stack:
        services = stack.enter_context(open_services(DataFolder(folder), now=lambda: NOON))
        yield from _of_the_parts(services, sizes)
        tasks = TaskRunner()
        stack.callback(tasks.stop)
        yield from _of_keys(services, tasks, sizes)


def _of_keys(services: Services, tasks: TaskRunner, sizes: Sizes) -> Iterator[Figure]:
    editor = _opened(services, tasks)
    seen = _Seen(editor)
    edits, messages, pages = zip(*map(seen.after, _keys(sizes.keys)), strict=True)
    yield Figure("key to the edited text painted, p95", edits, _ONE_FRAME, told=p95)
    yield Figure("key to the message painted", messages)
    yield Figure("key to the message painted, p95", messages, _ONE_FRAME, told=p95)
    yield Figure("key to the page of two painted", pages)
    yield Figure("key to the page of two painted, p95", pages, 2 * _ONE_FRAME, told=p95)
    editor.close()


def _opened(services: Services, tasks: TaskRunner) -> TemplateEditor:
    """The editor as it is in the window, in a two-page letter's text."""
    editor = TemplateEditor(TemplateVersions(services), tasks, open_list=lambda: None)
    editor.resize(*_SIZE)
    editor.show()
    editor.work.begin()
    wait_until(lambda: editor.file is not None)
    editor.show_file(_BODY)
    wait_until(lambda: editor.parts.letter_type is not None and tasks.idle)
    assert editor.parts.letter_type is not None
    assert editor.parts.letter_type.id == _BODY.letter_type
    editor.parts.text.go_to(6)
    return editor


def _keys(number: int) -> Iterator[str]:
    return (_WORDS[turn % len(_WORDS)] for turn in range(number))


class _Seen(QObject):
    """Sees the text, the message and the page being painted after a key."""

    def __init__(self, editor: TemplateEditor) -> None:
        super().__init__(editor)
        self._text = editor.parts.text
        (self._body,) = editor.parts.preview.message.findChildren(MessageBody)
        (self._paper,) = editor.parts.preview.page.findChildren(Paper)
        self._states: dict[QObject, Callable[[], int]] = {
            self._text.viewport(): lambda: self._text.document().revision(),
            self._body.viewport(): lambda: self._body.document().revision(),
            self._paper: self._page,
        }
        self._before: dict[QObject, int] = {}
        self._painted: dict[QObject, float] = {}
        self._being_painted: set[QObject] = set()
        self._painting = Painting(editor.window())
        self._painting.ended.connect(self._note)
        self._loop = QEventLoop()
        for place in self._states:
            place.installEventFilter(self)

    def after(self, key: str) -> tuple[float, ...]:
        """Milliseconds from the press to the end of each painting, in the order of the states."""
        let_pass(_BETWEEN_KEYS_S)
        self._before = {place: state() for place, state in self._states.items()}
        self._painted = {}
        begun = perf_counter()
        QTest.keyClicks(self._text, key)
        self._loop.exec()
        return tuple((self._painted[place] - begun) * 1000 for place in self._states)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched not in self._painted:
            state = self._states[watched]()
            if state != self._before.get(watched):
                self._being_painted.add(watched)
        return False

    def _page(self) -> int:
        """A number: to compare the rasters themselves takes as long as painting them."""
        return self._paper._image.cacheKey()

    def _note(self) -> None:
        self._painted.update(dict.fromkeys(self._being_painted, perf_counter()))
        self._being_painted.clear()
        if len(self._painted) == len(self._states):
            self._loop.quit()


def _of_the_parts(services: Services, sizes: Sizes) -> Iterator[Figure]:
    """The floor: what a key costs without a window, step by step."""
    templates = TemplateDrafts(services).begin()
    draft = specimen(services.catalogue.get(_BODY.letter_type), at=NOON)
    steps = [_steps(services, templates, draft, turn) for turn in range(sizes.keys)]
    names = ("letter written", "message laid out", "page laid out, Typst", "page drawn, PDFium")
    for name, values in zip(names, zip(*steps, strict=True), strict=True):
        yield Figure(f"of a key: {name}", values)


def _steps(
    services: Services, templates: TemplateDraft, draft: Draft, turn: int
) -> tuple[float, ...]:
    text = templates.text(_BODY).replace("Välkommen", f"Välkommen {turn}")
    sources = {**templates.sources, _BODY.name: text}
    letters: list[Letter] = []
    pages: list[bytes] = []
    previewer = templates.press(sources).previewer

    def write() -> None:
        letters.append(templates.press(sources).letter(draft, today=NOON.date()))

    def lay_out_message() -> str:
        return services.message_html(previewer._message_format.message(letters[0]))

    return (
        clocked(write),
        clocked(lay_out_message),
        clocked(lambda: pages.append(previewer._page_format.page(letters[0]))),
        clocked(lambda: services.pages.render(pages[0], 0, dpi=_DPI)),
    )
