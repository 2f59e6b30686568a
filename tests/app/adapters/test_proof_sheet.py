"""The proof sheet is one true-size page that shows the zones of the very profile it is for."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from app.adapters.pdf_pages import PdfPages
from app.adapters.proof_sheet import TypstProofSheet
from app.bootstrap import FONTS, RESOURCES
from app.envelope import own_profile, read_envelope
from app.errors import TemplateBroken
from app.print_profile import PrintProfile, address_problem, load_print_profile
from app.proof_sheet import longest_address, proof_sheet

DAY = date(2026, 11, 23)
TEMPLATE = RESOURCES / "proof_sheet.typ"
SHIPPED = load_print_profile(RESOURCES / "print_profiles" / "c5_fonster.toml")
FORMAT = TypstProofSheet(TEMPLATE, fonts=FONTS)
LEFT, _ = read_envelope(
    {
        "width": "220",
        "height": "110",
        "window_left": "20",
        "window_top": "45",
        "window_width": "90",
        "window_height": "35",
        "fold": "99",
        "margin_left": "25",
        "margin_right": "20",
        "margin_top": "15",
        "margin_bottom": "20",
    },
    SHIPPED,
)


@pytest.fixture
def pages() -> Iterator[PdfPages]:
    opened = PdfPages(SHIPPED)
    yield opened
    opened.close()


def profiles() -> list[PrintProfile]:
    assert LEFT is not None
    return [SHIPPED, own_profile(LEFT, SHIPPED)]


@pytest.mark.parametrize("profile", profiles(), ids=["window on the right", "on the left"])
def test_it_is_one_page_of_the_sheets_true_size(pages: PdfPages, profile: PrintProfile):
    pdf = FORMAT.pdf(proof_sheet(profile, on=DAY))

    with pikepdf.open(BytesIO(pdf)) as opened:
        box = [float(value) for value in opened.pages[0].mediabox]
    assert pages.page_count(pdf) == 1
    assert box[2:] == pytest.approx([210 / 25.4 * 72, 297 / 25.4 * 72], abs=0.1)


@pytest.mark.parametrize("profile", profiles(), ids=["window on the right", "on the left"])
def test_nothing_but_the_address_and_the_zones_names_stand_in_the_window(profile: PrintProfile):
    pages = PdfPages(profile)
    sheet = proof_sheet(profile, on=DAY)

    shown = pages.read(FORMAT.pdf(sheet)).risk_zone

    pages.close()
    assert [line for line in sheet.address if line not in shown] == []
    assert "Provark" not in shown


def test_it_says_in_swedish_how_to_try_it_and_which_numbers_to_change(pages: PdfPages):
    text = pages.read(FORMAT.pdf(proof_sheet(SHIPPED, on=DAY))).pages[0]

    said = " ".join(text.split())
    assert "Skriv ut i verklig storlek, 100 %" in said
    assert "Fönstrets höjd: mindre tal" in said
    assert "121 från vänster, 44 från överkant, 70 bred, 21 hög" in said
    assert "148,5 från överkant" in said
    assert "23 november 2026" in said


def test_equal_sheets_are_the_same_bytes():
    sheet = proof_sheet(SHIPPED, on=DAY)

    assert FORMAT.pdf(sheet) == FORMAT.pdf(sheet)


@pytest.mark.parametrize("lines", [1, 4, 5, 6])
def test_the_address_is_as_large_as_the_window_allows(lines: int):
    zone = SHIPPED.address.model_copy(update={"max_lines": lines})
    profile = SHIPPED.model_copy(update={"address": zone})

    address = longest_address(profile)

    assert address_problem(address, profile) == ""
    assert len(address) == min(lines, 5)


def test_a_sheet_that_cannot_be_made_is_told(tmp_path: Path):
    broken = tmp_path / "proof_sheet.typ"
    broken.write_text("#unknown")

    for template in (broken, tmp_path / "borta.typ"):
        with pytest.raises(TemplateBroken, match="Provarket"):
            TypstProofSheet(template, fonts=FONTS).pdf(proof_sheet(SHIPPED, on=DAY))


def test_a_warning_of_the_engine_stops_it_too(tmp_path: Path):
    warned = tmp_path / "proof_sheet.typ"
    warned.write_text('#set document(title: "x")\n#set text(font: "Finns inte")\nx')

    with pytest.raises(TemplateBroken):
        TypstProofSheet(warned, fonts=FONTS).pdf(proof_sheet(SHIPPED, on=DAY))
