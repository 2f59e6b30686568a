import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from app.adapters.paper_pdf import TypstPageFormat
from app.adapters.pdf_pages import PdfPages
from app.content import Block, Box, BoxKind, Bullets, Facts, Heading, Link, Paragraph, Text
from app.errors import LetterIncomplete, TemplateBroken
from app.letters import Letter
from tests.sample_letters import (
    ADDRESS,
    BLOCKS,
    FONTS,
    LONG_BLOCKS,
    PAPER,
    PROFILE,
    UNIT,
    bundled_page_format,
    full_letter,
    said,
)

A4 = (210 * 72 / 25.4, 297 * 72 / 25.4)
FORBIDDEN = ("/JavaScript", "/JS", "/Launch", "/URI", "/EmbeddedFile", "/AA", "/OpenAction")


@pytest.fixture(scope="module")
def page_format() -> TypstPageFormat:
    return bundled_page_format()


@pytest.fixture
def pages() -> Iterator[PdfPages]:
    pages = PdfPages(PROFILE)
    yield pages
    pages.close()


@pytest.fixture
def texts(page_format: TypstPageFormat, pages: PdfPages):
    """The words of each page of a letter, every run of white space as one space."""

    def read(letter: Letter) -> list[str]:
        return [" ".join(page.split()) for page in pages.read(page_format.page(letter)).pages]

    return read


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def test_the_page_is_tagged_and_says_its_language_and_title(page_format: TypstPageFormat):
    with opened(page_format.page(full_letter())) as pdf:
        root = pdf.Root

        assert root.MarkInfo.Marked
        assert root.Lang == "sv-SE"
        assert root.ViewerPreferences.DisplayDocTitle
        assert pdf.docinfo["/Title"] == "Kallelse till röntgenundersökning"
        assert pdf.docinfo["/Author"] == UNIT.name


def test_a_screen_reader_meets_headings_facts_and_lists_in_reading_order(
    page_format: TypstPageFormat,
):
    with opened(page_format.page(full_letter())) as pdf:
        kinds = list(_structure(pdf.Root.StructTreeRoot.K))

    blocks = [kind for kind in kinds if kind in {"H1", "H2", "L"}]
    assert blocks == ["H1", "H2", "L", "H2", "L", "L", "H2"]
    assert kinds.index("H1") > kinds.index("P")
    assert {"LI", "Lbl", "LBody", "Strong"} <= set(kinds)


def test_the_page_claims_pdf_a_2a_and_pdf_ua_1(page_format: TypstPageFormat):
    with opened(page_format.page(full_letter())) as pdf, pdf.open_metadata() as metadata:
        assert metadata.pdfa_status == "2A"
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Kallelse till röntgenundersökning"


def test_every_font_is_embedded_and_is_one_of_ours(page_format: TypstPageFormat):
    with opened(page_format.page(full_letter())) as pdf:
        fonts = [found for found in pdf.objects if _type_of(found) == "/FontDescriptor"]

        assert fonts
        for font in fonts:
            assert "+Inter-" in str(font.FontName)
            assert any(str(key).startswith("/FontFile") for key in font)


def test_the_page_holds_nothing_that_acts(page_format: TypstPageFormat):
    """D3"""
    with opened(page_format.page(full_letter(blocks=LONG_BLOCKS))) as pdf:
        keys = {
            key for found in pdf.objects if isinstance(found, pikepdf.Dictionary) for key in found
        }

        assert not any("/Annots" in page for page in pdf.pages)
        assert keys.isdisjoint(FORBIDDEN)


def test_an_address_or_a_script_in_a_field_is_printed_and_does_nothing(
    page_format: TypstPageFormat,
):
    """D3: neither what a booking says nor what a person has typed becomes a link or an action."""
    hostile = full_letter(
        given_name="javascript:app.alert(1)",
        family_name="<</S/URI/URI(https://elak.example)>>",
        place="https://elak.example/?pnr",
        blocks=(*BLOCKS, said("/Launch /JavaScript file:///etc/passwd https://elak.example")),
    )

    with opened(page_format.page(hostile)) as pdf:
        keys = {
            key for found in pdf.objects if isinstance(found, pikepdf.Dictionary) for key in found
        }
        annotated = [page for page in pdf.pages if "/Annots" in page]

    assert keys.isdisjoint(FORBIDDEN)
    assert annotated == []


def test_every_page_is_a4(page_format: TypstPageFormat):
    with opened(page_format.page(full_letter(blocks=LONG_BLOCKS))) as pdf:
        sizes = [tuple(map(float, page.mediabox[2:])) for page in pdf.pages]

    assert sizes == [pytest.approx(A4, abs=0.01)] * 2


def test_the_metadata_tells_nothing_about_the_patient(page_format: TypstPageFormat):
    """D3"""
    letter = full_letter()
    patient = letter.draft.booking.patient

    with opened(page_format.page(letter)) as pdf:
        metadata = pdf.Root.Metadata.read_bytes().decode() + str(dict(pdf.docinfo))

    for private in (patient.given_name, patient.family_name, patient.id.value, ADDRESS.street):
        assert private not in metadata


def test_the_date_of_the_document_is_the_letters_own(page_format: TypstPageFormat):
    with opened(page_format.page(full_letter())) as pdf:
        assert pdf.docinfo["/CreationDate"] == "D:20261123120000Z"


def test_an_equal_letter_is_the_same_bytes(page_format: TypstPageFormat):
    first = page_format.page(full_letter(blocks=LONG_BLOCKS))
    page_format.page(full_letter(given_name="Annan"))

    again = page_format.page(full_letter(blocks=LONG_BLOCKS))

    assert again == first
    assert bundled_page_format().page(full_letter(blocks=LONG_BLOCKS)) == first


def test_threads_make_the_same_bytes_as_one(page_format: TypstPageFormat):
    letters = [full_letter(given_name=f"Prov {number}") for number in range(8)]
    one_by_one = [page_format.page(letter) for letter in letters]

    with ThreadPoolExecutor(max_workers=4) as threads:
        at_once = list(threads.map(bundled_page_format().page, letters))

    assert at_once == one_by_one


def test_every_page_carries_unit_phone_reference_and_its_number(texts):
    letter = full_letter(blocks=LONG_BLOCKS)

    first, second = texts(letter)

    footer = "Röntgen Exempelsjukhuset Telefon 010-000 00 00, måndag–fredag 08.00–16.00"
    assert first.endswith(f"{footer} {letter.reference} Sida 1 (2)")
    assert second.endswith(f"{footer} {letter.reference} Sida 2 (2)")


def test_the_first_page_says_who_sends_what_and_when(texts):
    (page,) = texts(full_letter())

    sender = "Röntgen Exempelsjukhuset Region Exempel Sjukhusgatan 1 551 11 Provstad"
    assert page.startswith(f"{sender} Kallelse 23 november 2026 Karin Åberg c/o Öberg")


def test_a_body_without_text_still_makes_a_page(texts):
    (page,) = texts(full_letter(blocks=()))

    assert "553 16 Jönköping Kallelse till röntgenundersökning Röntgen" in page


def test_a_unit_without_phone_or_address_leaves_no_empty_words(texts):
    unit = replace(UNIT, phone="", phone_hours="", street="", postal_code="", town="")

    (page,) = texts(full_letter(unit=unit))

    assert page.startswith("Röntgen Exempelsjukhuset Region Exempel Kallelse")
    assert "Telefon" not in page


@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/passwd")',
        '#import "@preview/x:1.0.0"',
        "$x^2$ *fet* _lutad_ `kod` = rubrik",
        "[a] {b} <c> @d ~ \\ // /* */ -- --- ... ' \"",
        "10x20 -> <= != fi ffl",
    ],
)
def test_a_value_that_looks_like_markup_is_printed_as_it_stands(texts, text: str):
    (page,) = texts(full_letter(family_name=text, blocks=(said(f"Före {text} efter"),)))

    assert f"Före {text} efter" in page
    assert f"Karin {text} c/o" in page


@pytest.mark.parametrize(
    "name",
    [
        "Şükrü Çağlayan Işık",
        "Đặng Thị Ngọc Ánh",
        "Wiśniewska-Łuczyńska",
        "Ştefan Țurcanu Ălăvoaie",
        "Ánná Ŋávdnu Čáhcesuolu Ŧeađđi",
        "Əliyev Çinarə",
        "Þórður Æsir Ðagsson",
        "José\u0301 A\u030angstro\u0308m",
        "Ιωάννης Щербаков",
    ],
)
def test_names_of_europe_and_beyond_have_their_letters(texts, name: str):
    (page,) = texts(full_letter(family_name=name))

    assert "c/o Öberg" in page


@pytest.mark.parametrize(
    ("letter", "sentence"),
    [
        (full_letter(family_name="王"), "Tecknet «王» (U+738B) i patientens namn finns inte"),
        (
            full_letter(address=replace(ADDRESS, street="Gatan 😀")),
            "Tecknet «😀» (U+1F600) i adressen finns inte",
        ),
        (full_letter(place="Hus م", blocks=(said("Hus م"),)), "Tecknet «م» (U+0645) i plats finns"),
        (
            full_letter(family_name="x\u031f"),
            "Tecknet «\u031f» (U+031F) i patientens namn finns inte",
        ),
        (
            full_letter(family_name="Å\x00berg"),
            "Ett osynligt tecken (U+0000) i patientens namn finns inte",
        ),
    ],
)
def test_a_character_without_a_glyph_is_named_with_its_place(
    page_format: TypstPageFormat, letter: Letter, sentence: str
):
    with pytest.raises(LetterIncomplete) as caught:
        page_format.page(letter)

    assert caught.value.what.startswith(sentence)
    assert caught.value.todo.startswith("Rätta uppgiften i vårdsystemet")


def test_a_character_of_the_template_itself_is_for_its_author(page_format: TypstPageFormat):
    with pytest.raises(LetterIncomplete, match=r"☂.* i brevets text .*den som ansvarar för mallen"):
        page_format.page(full_letter(blocks=(said("Ta med paraply ☂"),)))


@pytest.mark.parametrize(
    ("link", "printed"),
    [
        (Link("1177.se", "https://www.1177.se/"), "Se 1177.se."),
        (Link("www.1177.se", "https://1177.se"), "Se www.1177.se."),
        (Link("Läs om avgifter", "https://www.rjl.se/a"), "Se Läs om avgifter (rjl.se/a)."),
        (Link("010-000 00 00", "tel:+46100000000"), "Se 010-000 00 00."),
        (Link("ring oss", "tel:+46100000000"), "Se ring oss (0100000000)."),
        (Link("skriv", "mailto:prov@example.se"), "Se skriv (prov@example.se)."),
    ],
)
def test_a_links_address_is_printed_where_its_words_do_not_tell_it(texts, link: Link, printed: str):
    (page,) = texts(full_letter(blocks=(Paragraph((Text("Se "), link, Text("."))),)))

    assert printed in page


def test_a_phone_number_a_date_or_a_time_is_never_broken_over_lines(
    page_format: TypstPageFormat, pages: PdfPages
):
    for length in range(60, 75):
        text = f"{'m' * (length - 50)} ring 020-000 11 22 klockan 09.40 den 12 januari 2027 "
        page = pages.read(page_format.page(full_letter(blocks=(said(text * 3),)))).pages[0]

        lines = page.replace("\u00a0", " ")

        for whole in ("020-000 11 22", "klockan 09.40", "12 januari 2027"):
            assert lines.count(whole) == 3


def test_a_short_box_is_never_broken_over_pages(texts):
    box = Box(BoxKind.OBSERVE, "Rubrik", (said("Först. " + "Ord och ord. " * 20), said("Sist.")))

    for lines in range(14, 30):
        pages = texts(full_letter(blocks=(*[said("Rad")] * lines, box)))

        assert [("Rubrik" in page) for page in pages] == [("Sist." in page) for page in pages]


@pytest.mark.parametrize(
    "long",
    [
        Box(BoxKind.COLLAPSIBLE, "Rubrik", tuple(said(f"Stycke {n}. " * 30) for n in range(40))),
        Box(
            BoxKind.INFORMATION, "Rubrik", (Bullets(tuple((Text(f"Nr {n}."),) for n in range(99))),)
        ),
        Facts(tuple((f"Nr {n}.", (Text("Värde"),)) for n in range(99))),
    ],
)
def test_a_box_longer_than_a_page_loses_nothing(texts, long: Block):
    pages = texts(full_letter(blocks=(long, said("Efter."))))

    assert len(pages) > 2
    assert "Efter." in pages[-1]
    assert all(f"{last}." in " ".join(pages) for last in range(40))


def test_a_heading_never_stands_last_on_a_page(texts):
    for lines in range(18, 34):
        blocks: tuple[Block, ...] = (*[said("Rad")] * lines, Heading("Rubrik"), said("Nedanför."))

        pages = texts(full_letter(blocks=blocks))

        assert [("Rubrik" in page) for page in pages] == [("Nedanför" in page) for page in pages]


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ('font: "Inter"', 'font: "Nosuchfont"'),
        ("#laid-out(letter.blocks)", "#laid-out(letter.blocs)"),
        ("#laid-out(letter.blocks)", "#laid-out("),
    ],
)
def test_a_damaged_page_template_is_for_its_author(tmp_path: Path, written: str, instead: str):
    source = (PAPER / "letter.typ").read_text("utf-8")
    assert written in source
    (tmp_path / "letter.typ").write_text(source.replace(written, instead), "utf-8")
    damaged = TypstPageFormat(tmp_path, fonts=FONTS, profile=PROFILE)

    with pytest.raises(TemplateBroken, match="Brevets sida går inte att göra") as caught:
        damaged.page(full_letter())

    lines = (tmp_path / "letter.typ").read_text("utf-8").splitlines()
    assert caught.value.file == "paper/letter.typ"
    assert instead in lines[caught.value.line - 1]
    assert f"paper/letter.typ, rad {caught.value.line}." in caught.value.what


def test_a_layout_that_is_changed_or_gone_since_it_was_read_changes_no_letter(tmp_path: Path):
    layout = Path(shutil.copy(PAPER / "letter.typ", tmp_path))
    page_format = TypstPageFormat(tmp_path, fonts=FONTS, profile=PROFILE)
    as_read = page_format.page(full_letter())

    layout.write_text("Något annat.", "utf-8")
    changed = page_format.page(full_letter())
    layout.unlink()
    gone = page_format.page(full_letter())

    assert changed == gone == as_read


def test_a_missing_page_template_is_told_at_once(tmp_path: Path):
    with pytest.raises(TemplateBroken, match="Brevets sida går inte att göra"):
        TypstPageFormat(tmp_path, fonts=FONTS, profile=PROFILE)


def _structure(element: object) -> Iterator[str]:
    if isinstance(element, pikepdf.Array):
        for part in element:
            yield from _structure(part)
    elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
        yield str(element.S).removeprefix("/")
        yield from _structure(element.get("/K"))


def _type_of(found: pikepdf.Object) -> str:
    return str(found.get("/Type", "")) if isinstance(found, pikepdf.Dictionary) else ""
