"""Documents that the program writes of its own work, such as lists and receipts, to be printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.errors import NotSaved
from app.whole_files import write_whole
from app.wording import say


@dataclass(frozen=True, slots=True)
class Terms:
    """Words with what they stand for, such as «Kanal» and «Brev»."""

    title: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Every line has a cell for each header."""

    title: str
    headers: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar for each name, with its number beside it, so that nothing is told by length alone."""

    title: str
    bars: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with the document, byte for byte. `about` is told by a PDF reader."""

    name: str
    mime_type: str
    about: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Document:
    """`sentences` stand under the title; `written_at` is aware, and is printed on every page."""

    title: str
    sentences: tuple[str, ...]
    parts: tuple[Terms | Table | Bars, ...]
    written_at: datetime
    attachment: Attachment | None = None


class Documents(Protocol):
    def pdf(self, document: Document) -> bytes:
        """An archivable and accessible PDF, the same bytes for an equal document.

        What the fonts cannot show is replaced, and the page says so. Raises TemplateBroken.
        """
        ...


def list_document(
    title: str, sentence: str, *, lines: Sequence[tuple[str, ...]], written_at: datetime
) -> Document:
    """One table; the first of its lines holds the headers."""
    headers, *rest = lines
    return Document(title, (sentence,), (Table("", headers, tuple(rest)),), written_at)


def save_file(content: bytes, path: Path) -> None:
    """Raises NotSaved."""
    try:
        write_whole(path, content)
    except OSError as error:
        raise NotSaved(
            say("Filen kunde inte sparas."),
            say("Stäng den om den är öppen i ett annat program, eller välj en annan mapp."),
            detail=str(error.strerror),
        ) from error
