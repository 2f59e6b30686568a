"""The few kinds of block that both the 1177 message and the paper letter carry."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    url: str


Spans = tuple[Text | Link, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    spans: Spans


@dataclass(frozen=True, slots=True)
class Facts:
    """Terms with their values, such as «Datum» and «Tisdag 12 januari 2027»."""

    rows: tuple[tuple[str, Spans], ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Spans, ...]


class BoxKind(StrEnum):
    """The values are the emphasis roles of 1177 inkorg's DocBook subset."""

    INFORMATION = "information"
    OBSERVE = "observe"
    COLLAPSIBLE = "collapsible"


@dataclass(frozen=True, slots=True)
class Box:
    kind: BoxKind
    title: str
    blocks: tuple[Paragraph | Facts | Bullets, ...]


Block = Heading | Paragraph | Facts | Bullets | Box


def plain_text(blocks: tuple[Block, ...]) -> str:
    """All words of the blocks in reading order, one line per block part."""
    return "\n".join(_lines(blocks))


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(text):
                yield text
            case Paragraph(spans):
                yield _join(spans)
            case Facts(rows):
                yield from (f"{term} {_join(spans)}" for term, spans in rows)
            case Bullets(items):
                yield from (_join(spans) for spans in items)
            case Box(_, title, inner):
                yield title
                yield from _lines(inner)


def _join(spans: Spans) -> str:
    return "".join(span.text for span in spans)
