"""An envelope holds one letter: every page of it, in order, and none of another's."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.adapters.pdf_pages import PdfPages
from app.enclosure import Enclosure, enclosure
from app.envelope import Envelope, own_profile
from app.errors import Rejected
from app.letters import Letter
from app.print_profile import Sides
from tests.drop_folder import letter, letter_with_inserts
from tests.marked_pdf import ADDRESSEE, marked_pdf, pdf_of_lines
from tests.sample_letters import LONG_BLOCKS, PROFILE, bundled_page_format, full_letter
from tests.shipped_letters import full_draft, letter_of, shipped_renderings

PAGE_FORMAT = bundled_page_format()
C5 = {
    "width": 229, "height": 162, "fold": 148.5, "window_top": 45, "window_width": 100,
    "window_height": 45, "margin_left": 20, "margin_right": 20, "margin_top": 15,
    "margin_bottom": 15,
}  # fmt: skip
OURS, OTHER = "B-00000001", "B-00000002"


@pytest.fixture
def pages() -> Iterator[PdfPages]:
    made = PdfPages(PROFILE)
    yield made
    made.close()


def held(
    pdf: bytes,
    pages: PdfPages,
    *,
    reference: str = OURS,
    name: str = ADDRESSEE,
    sides: Sides = Sides.BOTH,
) -> Enclosure:
    sent = letter(content=pdf, reference=reference, name=name)
    return enclosure(sent, sides=sides, pages=pages)


def held_letter(made: Letter, pages: PdfPages) -> Enclosure:
    """As Typst lays it out."""
    name = made.draft.booking.patient.list_name
    return held(PAGE_FORMAT.page(made), pages, reference=made.reference, name=name)


@pytest.mark.parametrize(
    ("count", "sides", "sheets"),
    [
        (1, Sides.ONE, 1),
        (3, Sides.ONE, 3),
        (1, Sides.BOTH, 1),
        (2, Sides.BOTH, 1),
        (3, Sides.BOTH, 2),
    ],
)
def test_a_letter_begins_on_a_sheet_of_its_own(
    pages: PdfPages, count: int, sides: Sides, sheets: int
):
    found = held(marked_pdf(OURS, pages=count), pages, sides=sides)

    assert (found.pages, found.insert_pages, found.sheets) == (count, 0, sheets)


def test_insert_sheets_are_told_from_the_letter(pages: PdfPages):
    sent = letter_with_inserts(2)

    found = enclosure(sent, sides=Sides.BOTH, pages=pages)

    assert (found.pages, found.insert_pages, found.sheets) == (3, 2, 2)


@pytest.mark.parametrize(
    "marks",
    [
        [f"{OTHER} Sida 1 (1)"],
        [f"{OURS} Sida 1 (2)", f"{OTHER} Sida 2 (2)"],
        [f"{OURS} Sida 1 (2)"],
        [f"{OURS} Sida 1 (1)", f"{OURS} Sida 1 (1)"],
        [f"{OURS} Sida 2 (2)", f"{OURS} Sida 1 (2)"],
        [f"{OURS} Sida 1 (2)", ""],
        ["Sida 1 (1)"],
        [f"{OURS} Sida 1 (1) {OTHER} Sida 1 (1)"],
    ],
    ids=[
        "another letter",
        "a page of another letter",
        "a page is missing",
        "two letters in one",
        "in another order",
        "an unmarked page",
        "no reference",
        "two marks",
    ],
)
def test_pages_that_are_not_one_letters_are_refused(pages: PdfPages, marks: list[str]):
    pdf = pdf_of_lines([(mark,) for mark in marks])

    with pytest.raises(Rejected, match="Brevets sidor hör inte ihop"):
        held(pdf, pages)


def test_another_letters_number_in_the_text_is_no_mark(pages: PdfPages):
    assert held(marked_pdf(OURS, text=f"Se {OTHER} Sida 2"), pages).pages == 1


def test_a_long_letter_is_marked_on_every_page(pages: PdfPages):
    assert held_letter(full_letter(blocks=LONG_BLOCKS), pages).pages == 2


def test_a_letter_that_was_made_for_another_envelope_is_refused():
    """Laid out for a window at the right, and to be put behind one at the left."""
    at_the_left = own_profile(Envelope(**C5 | {"window_left": 20}), PROFILE)
    pages = PdfPages(at_the_left)

    with pytest.raises(Rejected, match="annat kuvert"):
        held_letter(full_letter(), pages)

    pages.close()


@pytest.mark.parametrize("name", ["Ek, Lovisa", "Lind, Lo"])
def test_a_letter_that_shows_another_name_in_the_window_is_refused(pages: PdfPages, name: str):
    with pytest.raises(Rejected, match="inte patientens namn"):
        held(marked_pdf(OURS), pages, name=name)


@pytest.mark.parametrize(("name", "language", "variant"), shipped_renderings())
def test_every_shipped_letter_is_marked_on_each_page(pages: PdfPages, name, language, variant):
    draft = replace(full_draft(name, language=language), variant=variant)
    made = letter_of(draft)

    found = held_letter(made, pages)

    assert found.pages > found.insert_pages
    assert bool(found.insert_pages) is bool(made.inserts)
