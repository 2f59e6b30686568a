"""Lists and receipts as tagged PDF: PDF/A-3a and PDF/UA-1, laid out by Typst."""

import json
import re
import unicodedata
from collections.abc import Set
from datetime import UTC
from functools import cached_property
from pathlib import Path
from typing import Any

import typst

from app.documents import Bars, Document, Table, Terms
from app.errors import TemplateBroken
from app.swedish_dates import STOCKHOLM, clock, plain_date
from app.wording import say, spoken

# A table with more columns than this is laid across the sheet.
_MOST_UPRIGHT = 5

# In characters: a cell of more wraps, and what its frame takes.
_WIDE_ENOUGH = 16
_PADDING = 2

_AUTHOR = "Kallelser"
_REGIONS = {"sv": "SE", "en": "GB"}
_INSTEAD = "□"
_REPLACED = say("Tecken som typsnittet saknar står som {instead}.", instead=_INSTEAD)


class TypstDocuments:
    """`app.documents.Documents`. Of the PDF/A standards only 3 lets any kind of file go along."""

    def __init__(self, folder: Path, *, fonts: Path) -> None:
        self._folder = folder
        self._font_folder = fonts

    def pdf(self, document: Document) -> bytes:
        """The compiler names only some of the characters that no font has, so it is asked again."""
        attachment = _attachment(document)
        unshown: Set[str] = frozenset()
        while True:
            try:
                return self._compile(_page(document, unshown), attachment, document=document)
            except typst.TypstError as error:
                missing = _missing(error.diagnostic)
                if missing <= unshown:
                    raise _broken(error.diagnostic) from error
                unshown |= missing

    def _compile(self, page: bytes, attachment: bytes, *, document: Document) -> bytes:
        files = {"main.typ": self._source, "document.json": page, "attachment.json": attachment}
        pdf, warnings = typst.Compiler(font_paths=self._fonts).compile_with_warnings(
            input=files,  # type: ignore[type-var]  # the stub forgets dict
            format="pdf",
            pdf_standards=["a-3a", "ua-1"],
            timestamp=document.written_at.astimezone(UTC).replace(microsecond=0),
        )
        if warnings or not isinstance(pdf, bytes):
            raise _broken("\n".join(warning.diagnostic for warning in warnings))
        return pdf

    @cached_property
    def _source(self) -> bytes:
        try:
            return (self._folder / "document.typ").read_bytes()
        except OSError as error:
            raise _broken(str(error)) from error

    @cached_property
    def _fonts(self) -> typst.Fonts:
        return typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(self._font_folder)],
        )


def _page(document: Document, unshown: Set[str]) -> bytes:
    """Everything that is seen, in composed characters (NFC), since fonts have few others."""
    at = document.written_at.astimezone(STOCKHOLM)
    replaced = (_REPLACED,) if unshown else ()
    told = {
        "title": document.title,
        "author": _AUTHOR,
        "sentences": (*document.sentences, *replaced),
        "parts": [_part(part) for part in document.parts],
        "page": say("Sida"),
        "language": spoken(),
        "region": _REGIONS[spoken()],
        "foot": f"{document.title} · {plain_date(at.date())} {clock(at)}",
        "wide": any(len(part.headers) > _MOST_UPRIGHT for part in _tables(document)),
    }
    return json.dumps(_shown(told, unshown), ensure_ascii=False).encode()


def _part(part: Terms | Table | Bars) -> dict[str, Any]:
    match part:
        case Terms(title, rows):
            return {"kind": "terms", "title": title, "rows": rows}
        case Bars(title, bars):
            most = max((number for _, number in bars), default=0) or 1
            told = [(name, str(number), number / most) for name, number in bars]
            return {"kind": "bars", "title": title, "bars": told}
        case Table(title, headers, lines):
            table = {"headers": headers, "lines": lines, "widths": _widths(part)}
            return {"kind": "table", "title": title, **table}


def _widths(table: Table) -> list[int]:
    """Shares of the page: as much as a column's longest words need, and more for longer cells."""
    columns = zip(table.headers, *table.lines, strict=True)
    return [_PADDING + max(map(_needs, cells)) for cells in columns]


def _needs(cell: str) -> int:
    return max(min(len(cell), _WIDE_ENOUGH), *map(len, cell.split()), 0)


def _tables(document: Document) -> list[Table]:
    return [part for part in document.parts if isinstance(part, Table)]


def _shown(told: Any, unshown: Set[str]) -> Any:  # noqa: ANN401 - whatever JSON may hold
    """The same with a mark for each character that cannot be shown."""
    if isinstance(told, str):
        composed = unicodedata.normalize("NFC", told)
        return "".join(_INSTEAD if _is_bare(c) or c in unshown else c for c in composed)
    if isinstance(told, dict):
        return {name: _shown(value, unshown) for name, value in told.items()}
    return [_shown(one, unshown) for one in told] if isinstance(told, list | tuple) else told


def _is_bare(char: str) -> bool:
    """A control character, or half of one that was cut in two."""
    return char != "\n" and unicodedata.category(char) in {"Cc", "Cs"}


def _attachment(document: Document) -> bytes:
    """As numbers, since the compiler takes only text from memory."""
    attached = document.attachment
    told = attached and {
        "name": attached.name,
        "mime_type": attached.mime_type,
        "about": attached.about,
        "content": list(attached.content),
    }
    return json.dumps(told, ensure_ascii=False).encode()


def _missing(diagnostic: str) -> Set[str]:
    """The characters that the compiler says no font has."""
    told = "".join(_MISSING.findall(diagnostic))
    return frozenset(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), told))


_MISSING = re.compile(r'error: .*the text (?:contains the disallowed codepoint )?`"(.+?)"`')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def _broken(detail: str) -> TemplateBroken:
    return TemplateBroken(
        say("Listan kunde inte göras som PDF."),
        say("Spara den som tabell i stället, eller kontakta it-supporten."),
        detail=detail,
    )
