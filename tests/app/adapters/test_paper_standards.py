"""What PDF/A-2a and PDF/UA-1 ask of a file, looked for in a page of every shipped letter.

This is no validator: what can be seen in the file's structure is, what takes a person is not.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO

import pikepdf
import pytest

from app.adapters.pdf_pages import PdfPages
from app.letters import Letter
from tests.sample_letters import PROFILE, bundled_page_format
from tests.shipped_letters import full_draft, letter_of, shipped_renderings

# ISO 32000-1, 14.8.4: the standard structure types.
_STANDARD_TYPES = """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4
    H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code
    Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form
"""
LOCALES = {"sv": "sv-SE", "en": "en"}
PAINTS = {"Tj", "TJ", "'", '"', "Do", "sh", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "EI"}


@dataclass(frozen=True)
class Printed:
    letter: Letter
    bytes: bytes
    pdf: pikepdf.Pdf


@pytest.fixture(
    scope="module", params=shipped_renderings(), ids=lambda one: "-".join(map(str, one))
)
def printed(request: pytest.FixtureRequest) -> Iterator[Printed]:
    letter_type, language, variant = request.param
    draft = replace(full_draft(letter_type, language=language), variant=variant)
    letter = letter_of(draft)
    content = bundled_page_format().page(letter)
    with pikepdf.open(BytesIO(content)) as pdf:
        yield Printed(letter, content, pdf)


def test_the_file_says_that_it_is_tagged_and_in_which_language(printed: Printed):
    root = printed.pdf.Root

    assert root.MarkInfo.Marked
    assert root.Lang == LOCALES[printed.letter.language]
    assert root.StructTreeRoot.ParentTree is not None
    assert all("/StructParents" in page for page in printed.pdf.pages)


def test_the_file_shows_its_title_which_is_the_letters_subject(printed: Printed):
    with printed.pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == printed.letter.words.subject
    assert printed.pdf.docinfo["/Title"] == printed.letter.words.subject
    assert printed.pdf.Root.ViewerPreferences.DisplayDocTitle


def test_the_metadata_claims_part_and_conformance_of_both_standards(printed: Printed):
    with printed.pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert LOCALES[printed.letter.language] in metadata["dc:language"]


def test_colours_have_a_profile_and_the_file_an_id_and_no_lock(printed: Printed):
    (intent,) = printed.pdf.Root.OutputIntents

    assert intent.S == "/GTS_PDFA1"
    assert len(intent.DestOutputProfile.read_bytes()) > 100
    assert "/ID" in printed.pdf.trailer
    assert not printed.pdf.is_encrypted


def test_every_structure_type_is_standard_or_mapped_to_one_that_is(printed: Printed):
    tree = printed.pdf.Root.StructTreeRoot
    roles = {str(name): str(role) for name, role in dict(tree.get("/RoleMap", {})).items()}

    kinds = {str(element.S) for element in elements(tree.K)}

    assert {roles.get(kind, kind).removeprefix("/") for kind in kinds} <= set(
        _STANDARD_TYPES.split()
    )


def test_headings_begin_with_the_first_level_and_skip_none(printed: Printed):
    kinds = (str(element.S) for element in elements(printed.pdf.Root.StructTreeRoot.K))

    levels = [int(kind[2:]) for kind in kinds if kind[:2] == "/H" and kind[2:].isdigit()]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_lists_hold_items_and_items_hold_a_label_and_a_body(printed: Printed):
    found = list(elements(printed.pdf.Root.StructTreeRoot.K))
    lists = [element for element in found if element.S == "/L"]
    items = [element for element in found if element.S == "/LI"]

    assert lists
    assert {kind for one in lists for kind in kinds_inside(one)} == {"/LI"}
    assert {kinds_inside(item) for item in items} == {("/Lbl", "/LBody")}


def test_every_picture_has_words_instead_of_it(printed: Printed):
    figures = [one for one in elements(printed.pdf.Root.StructTreeRoot.K) if one.S == "/Figure"]

    assert len(figures) == bool(printed.letter.letter_type.qr)
    assert all(str(figure.Alt) for figure in figures)


def test_every_font_is_embedded_and_its_characters_can_be_read(printed: Printed):
    found = [one for one in printed.pdf.objects if isinstance(one, pikepdf.Dictionary)]
    descriptors = [one for one in found if one.get("/Type") == "/FontDescriptor"]
    fonts = [one for one in found if one.get("/Subtype") == "/Type0"]

    assert descriptors
    assert all({"/FontFile2", "/FontFile3"} & set(font.keys()) for font in descriptors)
    assert len(fonts) == len(descriptors)
    assert all("/ToUnicode" in font for font in fonts)


def test_whatever_is_painted_is_tagged_or_marked_as_decoration(printed: Printed):
    unmarked = [operator for page in printed.pdf.pages for operator in painted_without_a_mark(page)]

    assert unmarked == []


def test_the_window_shows_the_address_alone(printed: Printed):
    pages = PdfPages(PROFILE)

    risk_zone = pages.read(printed.bytes).risk_zone
    pages.close()

    assert tuple(risk_zone.splitlines()) == printed.letter.address_lines


def elements(found: object) -> Iterator[pikepdf.Dictionary]:
    """Every structure element, in reading order."""
    if isinstance(found, pikepdf.Array):
        for part in found:
            yield from elements(part)
    elif isinstance(found, pikepdf.Dictionary) and "/S" in found:
        yield found
        yield from elements(found.get("/K"))


def kinds_inside(element: pikepdf.Dictionary) -> tuple[str, ...]:
    inside = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
    return tuple(str(one.S) for one in inside)


def painted_without_a_mark(page: pikepdf.Page) -> Iterator[str]:
    depth = 0
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        depth += (operator in {"BDC", "BMC"}) - (operator == "EMC")
        if depth == 0 and operator in PAINTS:
            yield operator
