"""Every Latin letter that a name may hold is printed, in each weight that a page uses."""

import unicodedata
from collections.abc import Iterator

import pytest

from app.adapters.pdf_pages import PdfPages
from app.content import Bullets, Facts, Paragraph, Text
from tests.sample_letters import PROFILE, bundled_page_format, full_letter

# Unicode's blocks, first and last character.
BLOCKS = {
    "Latin-1 Supplement": (0x00A1, 0x00FF),
    "Latin Extended-A": (0x0100, 0x017F),
    "Latin Extended-B": (0x0180, 0x024F),
    "Latin Extended Additional": (0x1E00, 0x1EFF),
}

# Marks that stand alone on a letter for which Unicode has no single character.
MARKED = ("ọ́", "n̈", "ā́", "ė́", "a̱", "ï̀", "č̣", "g̃", "x̂", "ų́")


@pytest.fixture
def pages() -> Iterator[PdfPages]:
    pages = PdfPages(PROFILE)
    yield pages
    pages.close()


@pytest.mark.parametrize("block", BLOCKS)
def test_every_letter_of_a_block_is_printed_in_every_weight(pages: PdfPages, block: str):
    first, last = BLOCKS[block]
    chars = (chr(code) for code in range(first, last + 1))
    names = [f"Ma{char}rek{ord(char):04x}" for char in chars if char.isalpha()]

    text = _printed(pages, names)

    assert [name for name in names if text.count(_plain(name)) != 3] == []


def test_a_letter_with_a_mark_of_its_own_is_printed(pages: PdfPages):
    names = [f"Ma{char}rek" for char in MARKED]

    text = _printed(pages, names)

    assert [name for name in names if text.count(_plain(name)) != 3] == []


def _printed(pages: PdfPages, names: list[str]) -> str:
    """What a page says that tells all names in regular, semibold and, as a term, regular type."""
    letter = full_letter(
        blocks=(
            Bullets(tuple((Text(name),) for name in names)),
            Paragraph((Text(" ".join(names), strong=True),)),
            Facts(tuple((f"Nr {number}", (Text(name),)) for number, name in enumerate(names))),
        )
    )
    return _plain("".join(pages.read(bundled_page_format().page(letter)).pages))


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
