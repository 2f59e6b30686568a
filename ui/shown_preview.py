"""What the panes show of a letter, made of the very bytes that are sent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from app.content import plain_text
from app.preview import BegunPreview, LaidOutPreview, Preview, Raster
from app.print_profile import PrintProfile
from app.rows import Row
from app.services import Services
from app.told_facts import ToldFact, told_facts
from ui.fact_marks import PageMarks
from ui.page_view import ShownPage


@dataclass(frozen=True, slots=True)
class FirstSight:
    """A letter's finished message, also as HTML, while its page is being laid out."""

    begun: BegunPreview
    html: str


@dataclass(frozen=True, slots=True)
class SecondSight:
    """Its finished page too, while it is being read back: no fact is marked on it yet."""

    first: FirstSight
    laid_out: LaidOutPreview
    page: ShownPage


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


def first_sight(services: Services, row: Row) -> FirstSight:
    """The message of a row's letter. Raises LetterIncomplete, TemplateBroken.

    One or two milliseconds of work (measured), less than a window waits for a worker's answer.
    """
    begun = services.begin_preview(row)
    return FirstSight(begun, services.message_html(begun.message))


def second_sight(
    services: Services, first: FirstSight, *, page_index: int, dpi: float
) -> SecondSight:
    """The page that is looked at; for a worker's thread. Raises as `first_sight`.

    Gives the last page where the letter has no page `page_index`, counted from 0.
    """
    laid_out = first.begun.lay_out()
    page_count = services.pages.page_count(laid_out.page)
    shown_index = min(page_index, page_count - 1)
    page = ShownPage(
        raster=services.pages.render(laid_out.page, shown_index, dpi=dpi),
        page_index=shown_index,
        page_count=page_count,
        dpi=dpi,
        profile=services.print_profile,
        words=plain_text(first.begun.letter.printed),
    )
    return SecondSight(first, laid_out, page)


def read_back(services: Services, second: SecondSight) -> ShownPreview:
    """How the message and the page agree; for a worker's thread."""
    preview, page = second.laid_out.finish(), second.page
    facts = told_facts(preview.letter, services.rules)
    return ShownPreview(
        preview=preview,
        html=second.first.html,
        raster=page.raster,
        page_index=page.page_index,
        dpi=page.dpi,
        profile=page.profile,
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
