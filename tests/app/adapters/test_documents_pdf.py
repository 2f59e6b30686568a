"""Lists and receipts as PDF: tagged, archivable, and with their attachment byte for byte."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from app.adapters.documents_pdf import TypstDocuments
from app.adapters.pdf_pages import PdfPages
from app.documents import Attachment, Document, Table, Terms
from app.errors import TemplateBroken
from app.wording import speak
from tests.fakes import NOON
from tests.sample_letters import FONTS, PROFILE

FOLDER = FONTS.parent / "documents"
DOCUMENTS = TypstDocuments(FOLDER, fonts=FONTS)
PAGES = PdfPages(PROFILE)
EVERY_BYTE = bytes(range(256)) * 40

DOCUMENT = Document(
    "Patienter att ringa",
    ("Förstör den när den inte behövs.",),
    (
        Terms("Om listan", (("Mottagning", "Röntgen"),)),
        Table("Rader", ("Rad", "Patient"), (("2", "Märta Ärlig"), ("3", "Örjan Ek"))),
    ),
    NOON,
)


def read(document: Document) -> str:
    return "\n".join(PAGES.read(DOCUMENTS.pdf(document)).pages)


def with_cell(text: str) -> Document:
    return replace(DOCUMENT, parts=(Table("", ("Rad", "Patient"), (("2", text),)),))


def test_it_says_all_that_it_was_given():
    text = read(DOCUMENT)

    said = ("Patienter att ringa", "Förstör den", "Om listan", "Röntgen", "Märta Ärlig", "Örjan Ek")
    assert [word for word in said if word not in text] == []
    assert "23 november 2026 12.00" in text
    assert "Sida 1 (1)" in text


def test_it_is_archivable_and_accessible():
    with pikepdf.open(BytesIO(DOCUMENTS.pdf(DOCUMENT))) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata.pdfa_status == "3A"
            assert metadata["pdfuaid:part"] == "1"
        assert pdf.Root.Lang == "sv-SE"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.docinfo["/Title"] == "Patienter att ringa"
        assert {"/Table", "/TH", "/TD"} <= tags(pdf)


def tags(pdf: pikepdf.Pdf) -> set[str]:
    """The structure types of its elements."""
    return {str(one.S) for one in pdf.objects if is_element(one)}


def is_element(one: pikepdf.Object) -> bool:
    return isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/StructElem"


@pytest.fixture
def english() -> Iterator[None]:
    speak("en", {"Sida": "Page"}.get)
    yield
    speak("sv")


@pytest.mark.usefixtures("english")
def test_it_is_tagged_and_numbered_in_the_language_of_the_window():
    pdf = DOCUMENTS.pdf(DOCUMENT)

    text = " ".join(PAGES.read(pdf).pages)
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.Root.Lang == "en-GB"
    assert "Page 1 (1)" in text


@pytest.mark.parametrize("mime_type", ["application/pdf", "application/xml"])
def test_an_attachment_is_kept_byte_for_byte(mime_type: str):
    attached = Attachment("B-1.bin", mime_type, "Kallelsen", EVERY_BYTE)

    with pikepdf.open(BytesIO(DOCUMENTS.pdf(replace(DOCUMENT, attachment=attached)))) as pdf:
        (spec,) = pdf.attachments.values()
        assert spec.get_file().read_bytes() == EVERY_BYTE
        assert spec.get_file().mime_type == mime_type
        assert (spec.filename, spec.description) == ("B-1.bin", "Kallelsen")
        assert spec.relationship == pikepdf.Name.Source
        assert len(pdf.Root.AF) == 1


def test_the_same_document_gives_the_same_bytes():
    again = TypstDocuments(FOLDER, fonts=FONTS)

    assert DOCUMENTS.pdf(DOCUMENT) == again.pdf(DOCUMENT)


@pytest.mark.parametrize(
    ("written", "shown"),
    [("日本 Ek", "□□ Ek"), ("E\x00k", "E□k"), ("E\ud800k", "E□k"), ("A\u030aberg", "Åberg")],
)
def test_what_no_font_has_is_marked_and_told(written: str, shown: str):
    text = read(with_cell(written))

    assert shown in text
    assert ("Tecken som typsnittet saknar" in text) == ("日" in written)


@pytest.mark.parametrize("text", ["#panic()", "*fet* _kursiv_", "$x$", '"', "\\u{41}", "]"])
def test_no_text_is_read_as_markup(text: str):
    assert text in read(with_cell(text))


@pytest.mark.parametrize(
    "text", ["https://elak.example", "javascript:app.alert(1)", '#link("https://elak.example")[x]']
)
def test_an_address_or_a_script_in_a_cell_does_nothing(text: str):
    """D3"""
    with pikepdf.open(BytesIO(DOCUMENTS.pdf(with_cell(text)))) as pdf:
        keys = {
            key for found in pdf.objects if isinstance(found, pikepdf.Dictionary) for key in found
        }
        annotated = [page for page in pdf.pages if "/Annots" in page]

    assert keys.isdisjoint({"/JavaScript", "/JS", "/Launch", "/URI", "/AA", "/OpenAction"})
    assert annotated == []


def test_a_wide_table_lies_across_the_sheet_and_stays_on_it():
    long = "Röntgenmottagningen på Vätterhöjdens sjukhus"
    table = Table("", tuple("ABCDEFGHIJ"), ((long,) * 10,) * 60)

    pdf = DOCUMENTS.pdf(replace(DOCUMENT, parts=(table,)))

    with pikepdf.open(BytesIO(pdf)) as opened:
        assert len(opened.pages) > 1
        assert all(page.mediabox[2] > page.mediabox[3] for page in opened.pages)
    assert all("sjukhus" in page for page in PAGES.read(pdf).pages)


def test_a_page_that_cannot_be_made_says_what_to_do(tmp_path: Path):
    (tmp_path / "document.typ").write_text("#panic()")

    for folder in (tmp_path, tmp_path / "finns inte"):
        with pytest.raises(TemplateBroken, match="Spara den som tabell"):
            TypstDocuments(folder, fonts=FONTS).pdf(DOCUMENT)


def test_a_warning_is_no_page(tmp_path: Path):
    source = (FOLDER / "document.typ").read_text("utf-8")
    (tmp_path / "document.typ").write_text(source.replace('"Inter"', '("Finns inte", "Inter")'))

    with pytest.raises(TemplateBroken):
        TypstDocuments(tmp_path, fonts=FONTS).pdf(DOCUMENT)
