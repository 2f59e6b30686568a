"""The composition root's part in how letters are made of templates."""

from collections.abc import Mapping
from pathlib import Path

from app.adapters.docbook import DocBookFormat
from app.adapters.paper_pdf import TypstPageFormat
from app.adapters.pdf_pages import PdfPages
from app.adapters.templates import JinjaBodyWriter
from app.letter_catalogue import LetterCatalogue
from app.letter_press import LetterPress
from app.preview import Previewer
from app.print_profile import PrintProfile
from app.region import RegionRules


def letter_press(
    templates: Path,
    *,
    rules: RegionRules,
    profile: PrintProfile,
    pages: PdfPages,
    id_key: bytes,
    made_with: Mapping[str, str],
    fonts: Path,
) -> LetterPress:
    """What a templates folder makes of letters as it stands now. Raises TemplateBroken."""
    catalogue = LetterCatalogue(templates)
    return LetterPress(
        catalogue=catalogue,
        rules=rules,
        body=JinjaBodyWriter(catalogue.sources, link_domains=rules.link_domains),
        previewer=Previewer(
            message_format=DocBookFormat(),
            page_format=TypstPageFormat(templates / "paper", fonts=fonts, profile=profile),
            page_reader=pages,
        ),
        id_key=id_key,
        beside={**profile.source, **made_with},
    )
