import unicodedata
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from app.adapters.paper_pdf import TypstPageFormat
from app.adapters.pdf_pages import PdfPages
from app.bookings import Address
from app.content import Facts, Heading, Text
from app.draft import Variant
from app.preview import Raster, unexpected_in_risk_zone
from app.print_profile import Zone, address_problem
from tests.marked_pdf import marked_pdf
from tests.sample_letters import (
    ADDRESS,
    LONG_BLOCKS,
    PROFILE,
    bundled_page_format,
    full_letter,
    said,
)

WHITE = b"\xff\xff\xff\xff"
FIVE_LINES = Address(
    care_of="Wilhelmina Öberg",
    street="Provgatan 12 lgh 1203",
    postal_code="00100",
    town="Helsingfors",
    country="Finland",
)


@pytest.fixture(scope="module")
def page_format() -> TypstPageFormat:
    return bundled_page_format()


@pytest.fixture
def pages() -> Iterator[PdfPages]:
    pages = PdfPages(PROFILE)
    yield pages
    pages.close()


def test_the_words_of_every_page_are_read_in_order(page_format: TypstPageFormat, pages: PdfPages):
    first, second = pages.read(page_format.page(full_letter(blocks=LONG_BLOCKS))).pages

    order = [
        "Karin Åberg",
        "Kallelse till",
        "Din tid",
        "Plats",
        "Före undersökningen",
        "Sida 1 (2)",
    ]
    assert sorted(order, key=first.index) == order
    assert "sista fyra timmarna.\n• Ta dina vanliga mediciner\n• Lämna" in first
    assert "Om du behöver tolk\nRing oss, så bokar vi tolk." in second


def test_the_window_can_show_the_address_and_nothing_else(
    page_format: TypstPageFormat, pages: PdfPages
):
    read = pages.read(page_format.page(full_letter(address=FIVE_LINES)))

    assert read.risk_zone.split("\n") == [
        "Karin Åberg",
        "c/o Wilhelmina Öberg",
        "Provgatan 12 lgh 1203",
        "00100 Helsingfors",
        "FINLAND",
    ]


def test_nothing_at_all_is_drawn_in_the_risk_zone_but_the_longest_address(
    page_format: TypstPageFormat, pages: PdfPages
):
    """D4"""
    lines = ("Anna-Karin Margareta Wilhelmina", *FIVE_LINES.lines())
    assert address_problem(lines, PROFILE) == ""
    letter = full_letter(
        given_name="Anna-Karin", family_name="Margareta Wilhelmina", address=FIVE_LINES
    )

    raster = pages.render(page_format.page(letter), 0, dpi=96)

    drawn = _drawn(raster, PROFILE.risk_zone)
    assert drawn
    assert all(_holds(PROFILE.address, x, y) for x, y in drawn)


def test_an_address_broken_over_five_lines_stays_in_its_zone(
    page_format: TypstPageFormat, pages: PdfPages
):
    """D4"""
    letter = full_letter(
        given_name="Anna-Karin Wilhelmina Margareta",
        family_name="Ouchterlony-Söderqvist af Mörnersköld",
        address=replace(ADDRESS, care_of="", street="Provgatan 12 lgh 1203"),
    )
    name = letter.draft.booking.patient.name
    assert address_problem((name, *letter.draft.mailing_address.lines()), PROFILE) == ""

    pdf = page_format.page(letter)

    drawn = _drawn(pages.render(pdf, 0, dpi=96), PROFILE.risk_zone)
    assert all(_holds(PROFILE.address, x, y) for x, y in drawn)
    assert unexpected_in_risk_zone(letter, pages.read(pdf).risk_zone) == ""


@pytest.mark.parametrize("variant", [Variant.STANDARD, Variant.LARGE])
def test_a_word_longer_than_its_line_stays_on_the_page(
    page_format: TypstPageFormat, pages: PdfPages, variant: Variant
):
    word = "Undersökning" + "x" * 100
    facts = Facts((("Undersökning", (Text(word),)),))
    letter = full_letter(blocks=(said(word), Heading(word), facts))
    body_ends = PROFILE.margins.left + PROFILE.body.width
    margin = Zone(x=body_ends + 1, y=90, width=PROFILE.width - body_ends - 1, height=150)

    pdf = page_format.page(replace(letter, variant=variant))

    drawn = _drawn(pages.render(pdf, 0, dpi=96), margin)
    beside = [place for place in drawn if not PROFILE.fold - 1 < place[1] < PROFILE.fold + 1]
    read = "".join(pages.read(pdf).pages[0].replace("\N{ZERO WIDTH SPACE}", "").split())
    assert beside == []
    assert read.count(word) == 3


@pytest.mark.parametrize("page_index", [0, 1])
def test_the_printers_own_zone_is_left_white(
    page_format: TypstPageFormat, pages: PdfPages, page_index: int
):
    left = Zone(x=0, y=0, width=PROFILE.production_width, height=PROFILE.height)

    raster = pages.render(page_format.page(full_letter(blocks=LONG_BLOCKS)), page_index, dpi=96)

    assert _drawn(raster, left) == []


def test_the_first_page_has_a_fold_mark_at_its_right_edge(
    page_format: TypstPageFormat, pages: PdfPages
):
    pdf = page_format.page(full_letter(blocks=LONG_BLOCKS))
    edge = Zone(x=195, y=0, width=15, height=PROFILE.height)

    marks = _drawn(pages.render(pdf, 0, dpi=96), edge)

    assert marks
    assert all(abs(y - PROFILE.fold) < 0.5 for _, y in marks)
    assert _drawn(pages.render(pdf, 1, dpi=96), edge) == []


def test_what_only_touches_the_risk_zone_counts_as_in_it(page_format: TypstPageFormat):
    into_the_last_line = Zone(x=87, y=30, width=123, height=27)
    touching = PdfPages(PROFILE.model_copy(update={"risk_zone": into_the_last_line}))

    risk_zone = touching.read(page_format.page(full_letter())).risk_zone

    touching.close()
    assert risk_zone.split("\n")[-1].startswith("553 16 J")


def test_a_hyphen_at_the_end_of_a_line_is_read_as_a_hyphen(
    page_format: TypstPageFormat, pages: PdfPages
):
    letter = full_letter(
        given_name="Margareta Wilhelmina", family_name="Ouchterlonysson-Söderqvist"
    )

    read = pages.read(page_format.page(letter))

    assert "Ouchterlonysson-\nSöderqvist" in read.risk_zone
    assert unexpected_in_risk_zone(letter, read.risk_zone) == ""


@pytest.mark.parametrize(
    "name",
    [
        "Şükrü Çağlayan Işık",
        "Đặng Thị Ngọc Ánh",
        "Wiśniewska-Łuczyńska",
        "Ánná Ŋávdnu Čáhcesuolu Ŧeađđi",
        "Əliyev Çinarə",
        "José\u0301 A\u030angstro\u0308m",
        "Fiffi Pfaffinger-Øffl",
        'O\'Neill "Fred" d’Aulaire',
    ],
)
def test_names_are_read_back_as_they_were_written(
    page_format: TypstPageFormat, pages: PdfPages, name: str
):
    letter = full_letter(family_name=name, blocks=(said(name),))

    read = pages.read(page_format.page(letter))

    assert unicodedata.normalize("NFC", name) in unicodedata.normalize("NFC", read.pages[0])
    assert unexpected_in_risk_zone(letter, read.risk_zone) == ""


def test_a_page_is_drawn_on_white_in_whole_pixels(page_format: TypstPageFormat, pages: PdfPages):
    raster = pages.render(page_format.page(full_letter()), 0, dpi=96)

    assert (raster.width, raster.height, raster.stride) == (794, 1123, 794 * 4)
    assert len(raster.pixels) == raster.stride * raster.height
    assert bytes(raster.pixels[:4]) == WHITE
    assert set(bytes(raster.pixels[3::4])) == {255}


def test_twice_the_resolution_is_twice_the_size(page_format: TypstPageFormat, pages: PdfPages):
    raster = pages.render(page_format.page(full_letter()), 0, dpi=192)

    assert (raster.width, raster.height) == (1588, 2246)


def test_drawn_pixels_outlive_their_document(page_format: TypstPageFormat, pages: PdfPages):
    raster = pages.render(page_format.page(full_letter()), 0, dpi=96)
    before = bytes(raster.pixels)

    pages.render(page_format.page(full_letter(given_name="Annan")), 0, dpi=96)
    pages.close()

    assert bytes(raster.pixels) == before


def test_pages_are_counted(page_format: TypstPageFormat, pages: PdfPages):
    assert pages.page_count(page_format.page(full_letter())) == 1
    assert pages.page_count(page_format.page(full_letter(blocks=LONG_BLOCKS))) == 2


def test_a_closed_reader_reads_on(page_format: TypstPageFormat, pages: PdfPages):
    pdf = page_format.page(full_letter())
    before = pages.read(pdf)

    pages.close()

    assert pages.read(pdf) == before


def test_threads_that_read_and_draw_at_once_do_not_mix_their_letters(
    page_format: TypstPageFormat, pages: PdfPages
):
    names = [f"Prov{number}" for number in range(12)]
    letters = [page_format.page(full_letter(given_name=name)) for name in names]

    def read_and_draw(pdf: bytes) -> str:
        pages.render(pdf, 0, dpi=48)
        return pages.read(pdf).risk_zone

    with ThreadPoolExecutor(max_workers=4) as threads:
        read = list(threads.map(read_and_draw, letters))

    assert [zone.split(" ")[0] for zone in read] == names


def _drawn(raster: Raster, zone: Zone) -> list[tuple[float, float]]:
    """The middles in millimetres of all pixels in a zone that are not white; 96 dpi."""
    pixels, mm = bytes(raster.pixels), 25.4 / 96
    rows = range(int(zone.y / mm), min(raster.height, round(zone.bottom / mm)))
    columns = range(int(zone.x / mm), min(raster.width, round(zone.right / mm)))
    return [
        ((column + 0.5) * mm, (row + 0.5) * mm)
        for row in rows
        for column in columns
        if pixels[(at := row * raster.stride + column * 4) : at + 4] != WHITE
    ]


def _holds(zone: Zone, x: float, y: float) -> bool:
    return zone.x <= x <= zone.right and zone.y <= y <= zone.bottom


def test_the_outline_tells_where_the_letter_and_each_insert_sheet_begin(
    page_format: TypstPageFormat, pages: PdfPages
):
    sheet = (Heading("Före undersökningen"), said("Ta inga smycken med dig."))
    long = replace(full_letter(blocks=LONG_BLOCKS), inserts=(sheet, sheet))

    assert pages.first_pages(page_format.page(long)) == (0, 2, 3)


def test_a_pdf_without_an_outline_tells_nothing_of_its_parts(pages: PdfPages):
    assert pages.first_pages(marked_pdf("B-00000001", pages=2)) == ()


def test_a_text_is_found_where_it_is_printed(page_format: TypstPageFormat, pages: PdfPages):
    letter = full_letter()
    pdf, address = page_format.page(letter), PROFILE.address

    ((name,), (time,)) = pages.places(pdf, 0, texts=(letter.address_lines[0], "09.40"))

    assert Zone(x=address.x - 1, y=address.y - 1, width=address.width, height=8).holds(name)
    assert time.y > address.bottom
    assert time.width < 20


def test_a_text_over_several_lines_has_a_place_on_each(
    page_format: TypstPageFormat, pages: PdfPages
):
    letter = full_letter()

    (places,) = pages.places(page_format.page(letter), 0, texts=("\n".join(letter.address_lines),))

    assert len(places) == len(letter.address_lines)
    assert [place.y for place in places] == sorted(place.y for place in places)


def test_each_page_has_its_own_places(page_format: TypstPageFormat, pages: PdfPages):
    pdf = page_format.page(full_letter(blocks=LONG_BLOCKS))

    on_first, on_second = (pages.places(pdf, at, texts=("Om du behöver tolk",)) for at in (0, 1))

    assert on_first == ((),)
    assert len(on_second[0]) == 1


def test_what_is_not_printed_has_no_place(page_format: TypstPageFormat, pages: PdfPages):
    pdf = page_format.page(full_letter())

    assert pages.places(pdf, 0, texts=("Finns inte", "")) == ((), ())
