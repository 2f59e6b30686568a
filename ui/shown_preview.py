"""What the panes show of a letter, made of the very bytes that are sent; for a worker's thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from app.channels import Route
from app.letters import Letter
from app.preview import Preview, Raster
from app.print_profile import PrintProfile
from app.rows import Row
from app.services import Services
from app.told_facts import ToldFact, told_facts
from ui.fact_marks import PageMarks


@dataclass(frozen=True, slots=True)
class FirstSight:
    """A letter's finished message as HTML, while its page is being laid out."""

    letter: Letter
    route: Route
    html: str


@dataclass(frozen=True, slots=True)
class ShownPreview:
    """A preview with what the panes draw: the message as HTML and one page as pixels.

    `facts` are what the letter tells, and `marks` where they stand on each of its pages.
    """

    preview: Preview
    html: str
    raster: Raster
    page_index: int
    dpi: float
    profile: PrintProfile
    facts: tuple[ToldFact, ...]
    marks: tuple[PageMarks, ...]

    @property
    def differing(self) -> tuple[str, ...]:
        """The words that only one channel tells."""
        return words_of_one(self.preview)


def prepare(
    services: Services,
    row: Row,
    *,
    page_index: int,
    dpi: float,
    seen: Callable[[FirstSight], None] = lambda _: None,
) -> ShownPreview:
    """Renders a row's letter; for a worker's thread. Raises LetterIncomplete, TemplateBroken.

    Gives the last page where the letter has no page `page_index`, counted from 0. `seen` gets the
    message before that: it is the very one of the preview.
    """
    html = ""

    def tell(letter: Letter, message: str) -> None:
        nonlocal html
        html = services.message_html(message)
        seen(FirstSight(letter, row.route, html))

    preview = services.preview(row, message_made=tell)
    shown_index = min(page_index, preview.page_count - 1)
    facts = told_facts(preview.letter, services.rules)
    return ShownPreview(
        preview=preview,
        html=html,
        raster=services.pages.render(preview.page, shown_index, dpi=dpi),
        page_index=shown_index,
        dpi=dpi,
        profile=services.print_profile,
        facts=facts,
        marks=_marks(services, preview, facts),
    )


def prepare_page(
    services: Services, shown: ShownPreview, *, page_index: int, dpi: float
) -> ShownPreview:
    """The same letter with another page or another sharpness; for a worker's thread."""
    raster = services.pages.render(shown.preview.page, page_index, dpi=dpi)
    return replace(shown, raster=raster, page_index=page_index, dpi=dpi)


def _marks(
    services: Services, preview: Preview, facts: Sequence[ToldFact]
) -> tuple[PageMarks, ...]:
    texts = [fact.text for fact in facts]
    differing = words_of_one(preview)
    marks = []
    for page_index in range(preview.page_count):
        found = services.pages.places(preview.page, page_index, texts=(*texts, *differing))
        marks.append(PageMarks(found[: len(texts)], tuple(chain(*found[len(texts) :]))))
    return tuple(marks)


def words_of_one(preview: Preview) -> tuple[str, ...]:
    return tuple(chain.from_iterable(difference.words for difference in preview.parity))
