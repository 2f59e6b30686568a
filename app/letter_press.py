"""The letter press: all that makes letters out of one reading of the templates folder."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from app.canonical_json import canonical_json
from app.channels import Route
from app.draft import Draft
from app.errors import TemplateBroken
from app.letter_catalogue import LetterCatalogue
from app.letters import BodyWriter, Letter, write_letter
from app.preview import BegunPreview, Preview, Previewer
from app.region import RegionRules


@dataclass(frozen=True, slots=True)
class LetterPress:
    """Text and layout of one template version, so that a letter is never made of two.

    `id_key` is what `letter_id` takes. `beside` are texts by name, besides those of the templates
    and the region, that tell what its letters are made with.
    """

    catalogue: LetterCatalogue
    rules: RegionRules
    body: BodyWriter
    previewer: Previewer
    id_key: bytes
    beside: Mapping[str, str] = field(default_factory=dict)

    @property
    def sources(self) -> bytes:
        """All that its letters are made with, as history keeps it with each of them."""
        return canonical_json({**self.catalogue.sources, **self.rules.source, **self.beside})

    def reading(self, sources: Mapping[str, str]) -> "LetterPress":
        """One by other texts and the same layout, which leaves this one as it is.

        `sources` as in LetterCatalogue. Raises TemplateBroken.
        """
        catalogue = LetterCatalogue(self.catalogue.folder, sources)
        return replace(self, catalogue=catalogue, body=self.body.reading(sources))

    def letter(self, draft: Draft, *, today: date) -> Letter:
        """Raises LetterIncomplete or TemplateBroken."""
        return write_letter(
            draft,
            letter_type=self.catalogue.get(draft.letter_type),
            rules=self.rules,
            body=self.body,
            today=today,
            version=self.catalogue.version,
            id_key=self.id_key,
        )

    def begin_preview(self, draft: Draft, route: Route, *, today: date) -> BegunPreview:
        """The message of a draft's letter, before its page. Raises as `letter` does."""
        return self.previewer.begin(self.letter(draft, today=today), route)

    def preview(self, draft: Draft, route: Route, *, today: date) -> Preview:
        """The message and the page of a draft's letter. Raises as `letter` does."""
        return self.begin_preview(draft, route, today=today).finish()


class Templates:
    """The templates folder as it was last read, for as long as the program runs.

    While an author has left it in a state that cannot be read, no letter is made: the one on
    screen would not be what the folder says.
    """

    def __init__(
        self,
        read: Callable[[], LetterPress],
        *,
        is_in_force: Callable[[LetterPress], bool] = lambda _: True,
    ) -> None:
        """`read` reads the whole folder. Raises TemplateBroken."""
        self._read = read
        self._is_in_force = is_in_force
        self._newest = read()
        self._fault: TemplateBroken | None = None

    @property
    def catalogue(self) -> LetterCatalogue:
        """Of the latest reading that could be used, so that letter types still have names."""
        return self._newest.catalogue

    def press(self) -> LetterPress:
        """Makes the letters of the newest reading. Raises TemplateBroken where that failed."""
        if self._fault is not None:
            # A new one each time: raised in several threads, one would gather their tracebacks.
            fault = self._fault
            raise TemplateBroken(
                fault.what, fault.todo, detail=fault.detail, file=fault.file, line=fault.line
            ) from fault
        return self._newest

    def press_in_force(self) -> LetterPress:
        """As `press`, and read anew where another version has been published since."""
        self.read_if_overtaken()
        return self.press()

    def read_if_overtaken(self) -> bool:
        """As `read_again` where another version has been published, else nothing is read."""
        try:
            if self._is_in_force(self._newest):
                return False
        except TemplateBroken:
            pass  # reading again tells the same, and keeps it
        return self.read_again()

    def read_again(self) -> bool:
        """Whether that gave anything new; what is wrong with it is told by `press`."""
        before = self._state()
        try:
            self._newest, self._fault = self._read(), None
        except TemplateBroken as error:
            self._fault = error
        return self._state() != before

    def _state(self) -> tuple[str, str]:
        fault = self._fault
        return self.catalogue.version, f"{fault} {fault.detail}" if fault else ""
