"""The proof sheet as a PDF, laid out by the engine that lays out the letters."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, time
from pathlib import Path

import typst

from app.errors import TemplateBroken
from app.proof_sheet import ProofSheet
from app.swedish_dates import plain_date
from app.wording import say, spoken, translated

# What the sheet says, by the names that its template has for them. Pairs stand beside each other:
# the first words of a step in bold, what one sees and what to change.
_WORDS: Mapping[str, object] = {
    "title": say("Provark för kuvertet"),
    "risk_zone": say("Riskzon: kan synas i fönstret. Bara adressen får stå här."),
    "address_zone": say("Adresszon: ska alltid synas"),
    "fold": say("Vik här"),
    "steps": (
        (
            say("Skriv ut i verklig storlek, 100 %."),
            say(
                "Välj inte «Anpassa till sidan». Skalorna längs kanterna är millimeter: "
                "100 på skalan ska vara 100 mm på en linjal, räknat från arkets kant."
            ),
        ),
        (
            say("Vik arket"),
            say(
                "vid de streckade linjerna, om det finns några, och lägg det i kuvertet med "
                "adressen i fönstret."
            ),
        ),
        (
            say("Skaka kuvertet"),
            say(
                "åt vänster, åt höger, uppåt och nedåt. I alla lägen ska hela adresszonen synas, "
                "och aldrig något utanför riskzonen."
            ),
        ),
        (
            say("Stämmer det inte,"),
            say(
                "ändra talen i programmet under Inställningar, Papper och kuvert, och gör ett "
                "nytt provark:"
            ),
        ),
    ),
    "seen": say("Det här ser du"),
    "change": say("Ändra det här"),
    "remedies": (
        (say("Adressens vänstra del är dold"), say("Fönstret från vänster: större tal")),
        (say("Adressens högra del är dold"), say("Fönstrets bredd: mindre tal")),
        (say("Översta raden är dold"), say("Fönstret från överkant: större tal")),
        (say("Nedersta raden är dold"), say("Fönstrets höjd: mindre tal")),
        (
            say("Något utanför riskzonen syns"),
            say("Mät kuvertet och fönstret en gång till"),
        ),
        (say("Arket viks på fel ställe"), say("Arket viks vid")),
        (
            say("100 på skalan är inte 100 mm"),
            say("Skrivarens skalning, inte programmets tal"),
        ),
    ),
    "footnote": say(
        "Talen är millimeter på arket. Adressen är påhittad och så lång som den får vara."
    ),
}


class TypstProofSheet:
    """Implements app.proof_sheet.ProofSheetFormat by one fixed template."""

    def __init__(self, template: Path, *, fonts: Path) -> None:
        self._template = template
        self._fonts = fonts

    def pdf(self, sheet: ProofSheet) -> bytes:
        content = {
            "language": spoken(),
            "words": _WORDS,
            "address": sheet.address,
            "made_on": plain_date(sheet.made_on),
            "measures": sheet.measures,
            "profile": sheet.profile.model_dump(mode="json", exclude={"logo"})
            | {"name": translated(sheet.profile.name)},
        }
        try:
            files = {
                "main.typ": self._template.read_bytes(),
                "sheet.json": json.dumps(content, ensure_ascii=False).encode(),
            }
            pdf, warnings = typst.Compiler(font_paths=self._read_fonts()).compile_with_warnings(
                input=files,  # type: ignore[type-var]  # the stub forgets dict
                format="pdf",
                pdf_standards=["a-2a", "ua-1"],
                timestamp=datetime.combine(sheet.made_on, time(12), tzinfo=UTC),
            )
        except (OSError, typst.TypstError) as error:
            raise _broken(str(error)) from error
        if warnings or not isinstance(pdf, bytes):
            raise _broken("\n".join(warning.diagnostic for warning in warnings))
        return pdf

    def _read_fonts(self) -> typst.Fonts:
        return typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(self._fonts)],
        )


def _broken(detail: str) -> TemplateBroken:
    return TemplateBroken(
        say("Provarket går inte att göra."),
        say("Meddela den som ansvarar för programmet."),
        detail=detail,
    )
