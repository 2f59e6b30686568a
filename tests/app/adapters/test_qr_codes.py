"""The QR code of a printed letter, read off the drawn page as a phone's camera reads it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image

from app.adapters.pdf_pages import PdfPages
from app.draft import Variant
from app.letters import Letter
from tests.sample_letters import PROFILE, bundled_page_format, full_letter
from tests.shipped_letters import CATALOGUE, full_draft, letter_of, shipped_renderings

# What an office printer leaves of a page when a camera is held over it.
COARSE_DPI = 100


@pytest.fixture
def pages() -> Iterator[PdfPages]:
    pages = PdfPages(PROFILE)
    yield pages
    pages.close()


def codes(letter: Letter, pages: PdfPages) -> list[str]:
    """What all codes of all pages say."""
    pdf = bundled_page_format().page(letter)
    found = []
    for page_index in range(pages.page_count(pdf)):
        raster = pages.render(pdf, page_index, dpi=COARSE_DPI)
        size = (raster.width, raster.height)
        drawn = Image.frombuffer("RGB", size, bytes(raster.pixels), "raw", "BGRX", raster.stride, 1)
        found += [code.text for code in zxingcpp.read_barcodes(drawn.convert("L"))]
    return found


@pytest.mark.parametrize(
    ("letter_type", "language", "variant"),
    [one for one in shipped_renderings() if CATALOGUE.get(one[0]).qr],
)
def test_the_code_of_a_shipped_letter_leads_where_its_letter_type_says(
    pages: PdfPages, letter_type: str, language: str, variant: Variant
):
    draft = full_draft(letter_type, language=language).with_variant(variant)

    read = codes(letter_of(draft), pages)

    assert read == [CATALOGUE.get(letter_type).qr]


@pytest.mark.parametrize(
    "url", ["https://www.1177.se/", "https://www.1177.se/jonkopings-lan/" + "a" * 200]
)
def test_a_short_and_a_long_address_can_be_read_off_the_page(pages: PdfPages, url: str):
    letter = full_letter()
    with_code = letter.letter_type.model_copy(update={"qr": url})

    assert codes(replace(letter, letter_type=with_code), pages) == [url]


def test_a_letter_without_a_code_has_none(pages: PdfPages):
    assert codes(full_letter(), pages) == []


def test_there_are_shipped_letters_with_a_code():
    assert {one[0] for one in shipped_renderings() if CATALOGUE.get(one[0]).qr} == {
        "psa_erbjudande",
        "psa_paminnelse",
    }
