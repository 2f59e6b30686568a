"""The paper letter as a tagged PDF: Typst lays its blocks out on the page of a print profile."""

import base64
import json
import re
import threading
import unicodedata
from datetime import UTC, date, datetime, time
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import segno
import typst

from app.content import Block, Box, Bullets, Facts, Heading, Link, Paragraph, Spans, plain_text
from app.draft import Channel
from app.errors import KallelseError, LetterIncomplete, TemplateBroken
from app.languages import LANGUAGES
from app.letter_types import FIELD_NAMES
from app.letters import Letter
from app.line_breaks import glued
from app.print_profile import Logo, PrintProfile
from app.wording import say

# A box of more text than this may be broken over pages; a shorter one always fits on one.
_LONG_BOX = 1200


class TypstPageFormat:
    """PageFormat by way of one fixed template; a letter is data and never becomes markup."""

    def __init__(self, folder: Path, *, fonts: Path, profile: PrintProfile) -> None:
        """Reads `letter.typ` of the folder, and the fonts, once. Raises TemplateBroken."""
        self._layout = folder / "letter.typ"
        try:
            self._source = self._layout.read_bytes()
        except OSError as error:
            raise _page_broken(str(error)) from error
        self._files = {"main.typ": b'#include "letter.typ"'}
        if profile.logo:
            self._files["logo"] = _as_svg(profile.logo)
        self._ordinary = _profile_as_json(profile)
        self._enlarged = _profile_as_json(profile.enlarged)
        self._fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)]
        )
        self._of_thread = threading.local()

    def page(self, letter: Letter) -> bytes:
        """The letter as PDF/A-2a and PDF/UA-1, the same bytes for an equal letter.

        Raises LetterIncomplete for a character that the fonts lack, else TemplateBroken.
        """
        try:
            pdf, warnings = self._compiler().compile_with_warnings(
                input=self._files_of(letter),  # type: ignore[type-var]  # the stub forgets dict
                format="pdf",
                # With these on, a character that no font has is an error and not a gap.
                pdf_standards=["a-2a", "ua-1"],
                timestamp=_noon(letter.written_on),
            )
        except typst.TypstError as error:
            raise _explained(error, letter) from error
        if warnings or not isinstance(pdf, bytes):
            raise _page_broken("\n".join(warning.diagnostic for warning in warnings))
        return pdf

    def _files_of(self, letter: Letter) -> dict[str, bytes]:
        profile = self._enlarged if letter.variant.is_large else self._ordinary
        files = {**self._files, "profile.json": profile, "letter.json": _as_json(letter)}
        return files if self._is_as_read() else {**files, "letter.typ": self._source}

    def _is_as_read(self) -> bool:
        """Then Typst may take the layout from its folder, and read it once for all letters.

        One in memory is read anew for each of them, which takes a tenth of the time of a letter.
        """
        try:
            return self._layout.read_bytes() == self._source
        except OSError:
            return False

    def _compiler(self) -> typst.Compiler:
        """One for each thread: a compiler in use by two threads fails."""
        if not hasattr(self._of_thread, "compiler"):
            folder = self._layout.parent
            self._of_thread.compiler = typst.Compiler(root=folder, font_paths=self._fonts)
        compiler: typst.Compiler = self._of_thread.compiler
        return compiler


def _profile_as_json(profile: PrintProfile) -> bytes:
    return profile.model_dump_json(exclude={"logo": {"content"}}).encode()


def _as_svg(logo: Logo) -> bytes:
    """Typst takes text files only from memory, so a PNG is wrapped."""
    if logo.file.endswith(".svg"):
        return logo.content
    size = [int.from_bytes(logo.content[start : start + 4], "big") for start in (16, 20)]
    png = base64.b64encode(logo.content).decode()
    return _WRAPPED_PNG.format(*size, png=png).encode()


_WRAPPED_PNG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}">'
    '<image width="{0}" height="{1}" href="data:image/png;base64,{png}"/></svg>'
)


def _as_json(letter: Letter) -> bytes:
    """What the template needs to know, in composed characters (NFC): fonts have few others."""
    content = {
        "title": letter.words.subject,
        "document_name": letter.words.document_name,
        "language": letter.language,
        "written_on": LANGUAGES[letter.language].plain_date(letter.written_on),
        "page": LANGUAGES[letter.language].page,
        "reference": letter.reference,
        "address": letter.address_lines,
        "sender": _sender(letter),
        "contact": _contact(letter),
        "blocks": [_block(block) for block in letter.blocks[Channel.LETTER]],
        "qr": _qr(letter),
        "inserts": [_sheet(*sheet) for sheet in letter.inserts],
    }
    composed = unicodedata.normalize("NFC", json.dumps(content, ensure_ascii=False))
    for char, spelt_out in _SPELT_OUT.items():
        composed = composed.replace(char, spelt_out)
    return composed.encode()


# The only two letters of Unicode's Latin blocks for European and Vietnamese names that Inter
# lacks; both are one character for two that it has, and look the same when spelt out.
_SPELT_OUT = {char: unicodedata.normalize("NFKC", char) for char in "\u0149\u01c4"}


def _sender(letter: Letter) -> list[str]:
    unit = letter.draft.booking.unit
    town = f"{unit.postal_code} {unit.town}".strip()
    under = (letter.facts.get("region_name", ""), unit.street, town)
    return [unit.name, *filter(None, under)]


def _contact(letter: Letter) -> list[str]:
    unit = letter.draft.booking.unit
    phone = ", ".join(part for part in (unit.phone, unit.phone_hours) if part)
    word = LANGUAGES[letter.language].phone
    return [unit.name, f"{word} {phone}"] if phone else [unit.name]


def _sheet(heading: Block, *blocks: Block) -> dict[str, Any]:
    return {"title": glued(plain_text((heading,))), "blocks": list(map(_block, blocks))}


def _qr(letter: Letter) -> dict[str, str] | None:
    """The code as a picture, with what a screen reader says of it and what stands beside it."""
    url = letter.letter_type.qr
    if not url:
        return None
    words = LANGUAGES[letter.language]
    return {
        "picture": qr_picture(url),
        "alt": words.qr_alt.format(url=url),
        "text": words.qr_text.format(site=urlsplit(url).netloc.removeprefix("www.")),
    }


@cache
def qr_picture(url: str) -> str:
    """The address as a QR code in SVG: level M, and the mask that the standard finds clearest."""
    drawn = BytesIO()
    segno.make_qr(url, error="m", boost_error=False).save(
        drawn, kind="svg", border=0, xmldecl=False, svgclass=None, lineclass=None, omitsize=True
    )
    return drawn.getvalue().decode()


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(text):
            return {"kind": "heading", "text": glued(text)}
        case Paragraph(spans):
            return {"kind": "paragraph", "spans": _spans(spans)}
        case Bullets(items):
            return {"kind": "bullets", "items": [_spans(item) for item in items]}
        case Facts(rows):
            said = [(term, _spans(value)) for term, value in rows]
            return {"kind": "facts", "rows": said, "long": _is_long(block)}
        case Box(kind, title, inner):
            blocks = [_block(part) for part in inner]
            box = {"kind": "box", "emphasis": kind.value, "title": glued(title)}
            return box | {"blocks": blocks, "long": _is_long(block)}


def _spans(spans: Spans) -> list[tuple[str, str]]:
    """Style and text of each; a link's address follows it in brackets where it says more."""
    styled = []
    for span in spans:
        if isinstance(span, Link):
            address = _printed_address(span)
            styled.append(("link", glued(span.text)))
            styled += [("plain", f" ({address})")] if address else []
        else:
            styled.append(("strong" if span.strong else "plain", glued(span.text)))
    return styled


def _printed_address(link: Link) -> str:
    """The address as a person would write it, or "" where the link's own words already tell."""
    bare = re.sub(r"^(https?://(www\.)?|mailto:|tel:)", "", link.url).rstrip("/")
    address = re.sub(r"^\+46", "0", bare)
    return "" if _letters_and_digits(address) in _letters_and_digits(link.text) else address


def _letters_and_digits(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()


def _is_long(block: Facts | Box) -> bool:
    text = plain_text((block,))
    return len(text) + 60 * text.count("\n") > _LONG_BOX


def _noon(day: date) -> datetime:
    """The document's date: of the letter and not of the clock, so that bytes repeat."""
    return datetime.combine(day, time(12), tzinfo=UTC)


def _explained(error: typst.TypstError, letter: Letter) -> KallelseError:
    missing = [_unescaped(text) for text in _MISSING.findall(error.diagnostic)]
    if _IN_LOGO.search(error.diagnostic):
        return TemplateBroken(
            say("Logotypen går inte att rita."), _TELL_THE_AUTHOR, detail=error.diagnostic
        )
    if not missing:
        return _page_broken(error.diagnostic)
    # A mark that the font lacks makes Typst blame the letter under it as well.
    char = next((text for text in missing if unicodedata.combining(text[0])), missing[0])[0]
    shown = say("Tecknet «{char}»", char=char) if char.isprintable() else say("Ett osynligt tecken")
    place = _holder(char, letter)
    return LetterIncomplete(
        say(
            "{shown} (U+{char:04X}) i {place} finns inte i brevets typsnitt.",
            shown=shown,
            char=ord(char),
            place=place,
        ),
        _MENDED.get(place, say("Rätta uppgiften i vårdsystemet, ta ut filen igen och tryck F5.")),
    )


_MISSING = re.compile(r'error: the text (?:contains the disallowed codepoint )?`"(.+?)"`')
_IN_LOGO = re.compile(r"─ \S*\blogo:")
_TEMPLATE_TEXT = say("brevets text")
_TELL_THE_AUTHOR = say("Meddela den som ansvarar för mallen.")
_MENDED = {
    _TEMPLATE_TEXT: _TELL_THE_AUTHOR,
    FIELD_NAMES["free_text"]: say("Ändra fritexten (Ctrl+E)."),
}


def _unescaped(text: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), text)


def _holder(char: str, letter: Letter) -> str:
    """Which of the booking's values holds a character, in the words shown to staff."""
    values = {word: letter.facts.get(name, "") for name, word in FIELD_NAMES.items()}
    values[say("adressen")] = " ".join(letter.address_lines)
    holders = (word for word, text in values.items() if char in unicodedata.normalize("NFC", text))
    return next(holders, _TEMPLATE_TEXT)


def _page_broken(detail: str) -> TemplateBroken:
    found = _IN_TEMPLATE.search(detail)
    line = int(found[1]) if found else 0
    place = (
        say(" Felet står i mallen {template}, rad {line}.", template=_TEMPLATE, line=line)
        if line
        else ""
    )
    return TemplateBroken(
        say("Brevets sida går inte att göra.{place}", place=place),
        _TELL_THE_AUTHOR,
        detail=detail,
        file=_TEMPLATE if line else "",
        line=line,
    )


_TEMPLATE = "paper/letter.typ"
_IN_TEMPLATE = re.compile(r"─ \S*letter\.typ:(\d+)")
