"""A draft of the templates while it is written: what its files hold, and what is being typed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from app.errors import NotSaved, TemplateBroken
from app.languages import SWEDISH
from app.letter_press import LetterPress
from app.template_sources import read_sources
from app.whole_files import write_whole
from app.wording import say

_WRITTEN_HERE = ("letter_types/", "blocks/", "inserts/")


class ChangedOutside(NotSaved):
    """The file is not what it was when it was read; saving it again writes over that."""


@dataclass(frozen=True, slots=True, order=True)
class TemplateFile:
    """A file of a draft by its `name` among the sources, as in LetterCatalogue."""

    name: str

    @property
    def is_settings(self) -> bool:
        """Whether it is a letter.toml."""
        return self.name.endswith(".toml")

    @property
    def letter_type(self) -> str:
        """The letter type whose own it is, or ""."""
        return self._owner if self.name.startswith("letter_types/") else ""

    @property
    def insert(self) -> str:
        """The sheet whose own it is, or ""."""
        return self._owner if self.name.startswith("inserts/") else ""

    @property
    def block(self) -> str:
        """The shared block that it is, or ""."""
        is_block = self.name.startswith("blocks/")
        return PurePosixPath(self.name).name.removesuffix(".md.j2") if is_block else ""

    @property
    def language(self) -> str:
        """That of its text; of letter.toml, which has all of them, Swedish."""
        path = PurePosixPath(self.name)
        if self.block:
            return path.parent.name if len(path.parts) > _SWEDISH_BLOCK else SWEDISH.code
        parts = path.name.split(".")
        is_other = not self.is_settings and len(parts) > _SWEDISH_BODY
        return parts[1] if is_other else SWEDISH.code

    @property
    def _owner(self) -> str:
        return self.name.split("/")[1]


# blocks/avgift.md.j2 and body.md.j2; another language stands in blocks/en/ and body.en.md.j2.
_SWEDISH_BLOCK = 2
_SWEDISH_BODY = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """What a draft's folder held when it was read, and the layout of its pages.

    `saved` is how many times the draft had been saved when the reading began.
    """

    sources: Mapping[str, str]
    layout: LetterPress
    saved: int


class TemplateDraft:
    """Only looked at: nothing that is typed here reaches the templates that letters are sent by.

    `press` and `read` may be called from any thread, the rest only from one.
    """

    def __init__(
        self,
        folder: Path,
        *,
        press_of: Callable[[Path], LetterPress],
        in_use: Callable[[], LetterPress],
    ) -> None:
        """`in_use` lays pages out while the folder cannot be read. Raises TemplateBroken."""
        self.folder = folder
        self._press_of = press_of
        self._in_use = in_use
        self._typed: dict[str, str] = {}
        # What stood in a file when typing began in it; None where it was not there.
        self._typed_over: dict[str, str | None] = {}
        self._saved = 0
        self._reading = self.read()

    @property
    def files(self) -> tuple[TemplateFile, ...]:
        names = (name for name in self.sources if name.startswith(_WRITTEN_HERE))
        return tuple(sorted(map(TemplateFile, names)))

    @property
    def sources(self) -> Mapping[str, str]:
        """Everything as it is typed just now; later typing makes another mapping."""
        return {**self._reading.sources, **self._typed}

    @property
    def unsaved(self) -> frozenset[TemplateFile]:
        return frozenset(map(TemplateFile, self._typed))

    def text(self, file: TemplateFile) -> str:
        return self.sources.get(file.name, "")

    def write(self, file: TemplateFile, text: str) -> None:
        """What has been typed so far."""
        saved = self._reading.sources.get(file.name)
        if text == saved:
            self._forget(file.name)
        else:
            self._typed[file.name] = text
            self._typed_over.setdefault(file.name, saved)

    def press(self, sources: Mapping[str, str]) -> LetterPress:
        """Makes letters of these texts. Raises TemplateBroken with file and line."""
        return self._reading.layout.reading(sources)

    def saving(self, file: TemplateFile) -> "Saving":
        """The file as it is typed now, to be written by any thread and then noted by this one."""
        text = self.text(file)
        return Saving(self.folder, file, text, self._typed_over.get(file.name, text))

    def note_saved(self, saving: "Saving") -> None:
        """It stands in the folder; what has been typed since is not saved yet."""
        file, typed = saving.file, self.text(saving.file)
        self._note_saved(file, saving.text)
        self.write(file, typed)

    def take_back(self, file: TemplateFile) -> None:
        """Lets go of what has been typed in it for what stands in the folder."""
        text = _on_disk(self.folder / file.name)
        if text is not None:
            self._note_saved(file, text)
        self._forget(file.name)

    def read(self) -> Reading:
        """The folder as it stands, for `take_in`. Raises TemplateBroken."""
        saved, sources = self._saved, read_sources(self.folder)
        try:
            return Reading(sources, self._press_of(self.folder), saved)
        except TemplateBroken:
            # What of its text is wrong is told by `press`, for it may be mended by typing.
            return Reading(sources, self._in_use(), saved)

    def take_in(self, reading: Reading) -> frozenset[TemplateFile]:
        """Those that another program has changed, added or removed; what is typed here stays.

        A reading that a saving overtook tells nothing: the folder has changed since.
        """
        if reading.saved != self._saved:
            return frozenset()
        before, self._reading = self._reading.sources, reading
        for name, text in tuple(self._typed.items()):
            if text == reading.sources.get(name):
                self._forget(name)
        names = {*before, *reading.sources}
        changed = (name for name in names if before.get(name) != reading.sources.get(name))
        return frozenset(map(TemplateFile, changed))

    def _note_saved(self, file: TemplateFile, text: str) -> None:
        sources = {**self._reading.sources, file.name: text}
        self._saved += 1
        self._reading = replace(self._reading, sources=sources)
        self._forget(file.name)

    def _forget(self, name: str) -> None:
        self._typed.pop(name, None)
        self._typed_over.pop(name, None)


@dataclass(frozen=True, slots=True)
class Saving:
    """One file of a draft on its way to the folder. `over` is what it was typed over."""

    folder: Path
    file: TemplateFile
    text: str
    over: str | None

    def write(self) -> None:
        """Raises ChangedOutside where it would write over what another program wrote; NotSaved."""
        if _on_disk(self.folder / self.file.name) != self.over:
            raise ChangedOutside(
                say("Filen {name} har ändrats utanför programmet.", name=self.file.name),
                say("Välj vilken text som ska gälla."),
            )
        self.write_over()

    def write_over(self) -> None:
        """Whatever stands there. Raises NotSaved."""
        try:
            write_whole(self.folder / self.file.name, self.text.encode())
        except OSError as error:
            raise NotSaved(
                say("Filen {name} kunde inte sparas.", name=self.file.name),
                say("Kontrollera att mappen går att skriva i och försök igen."),
                detail=type(error).__name__,
            ) from error


def _on_disk(path: Path) -> str | None:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
