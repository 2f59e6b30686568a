"""Values of a booking: opaque tokens while a body is laid out, text afterwards."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from app.content import Block, Box, Bullets, Facts, Heading, Link, Paragraph, Spans, Text

_Fill = Callable[[str], str]

_OPENING = "\ue000"
_TOKEN = re.compile(f"{_OPENING}([^\ue001]*)\ue001")

# An export may break a line inside a field; on a page and in a message it is a space.
_BREAKS = re.compile("[ \t\n\r\u0085\u2028\u2029]+")


def token(name: str) -> str:
    """What stands for the fact `name` until the structure of the text is settled."""
    return f"{_OPENING}{name}\ue001"


def one_line(value: str) -> str:
    """A value as it stands in a letter: spaces and line breaks become single spaces."""
    return _BREAKS.sub(" ", value).strip(" ")


def put_in(blocks: tuple[Block, ...], facts: Mapping[str, str]) -> tuple[Block, ...]:
    """The same blocks with values for tokens. No value can add, split or end a block."""
    fill = partial(_TOKEN.sub, lambda found: one_line(facts[found[1]]))
    return tuple(_block(block, fill) for block in blocks)


def _block(block: Block, fill: _Fill) -> Block:
    match block:
        case Heading(text):
            return Heading(fill(text))
        case Box(kind, title, inner):
            return Box(kind, fill(title), tuple(_flow(part, fill) for part in inner))
        case _:
            return _flow(block, fill)


def _flow(block: Paragraph | Facts | Bullets, fill: _Fill) -> Paragraph | Facts | Bullets:
    match block:
        case Paragraph(spans):
            return Paragraph(_spans(spans, fill))
        case Facts(rows):
            return Facts(tuple((fill(term), _spans(spans, fill)) for term, spans in rows))
        case Bullets(items):
            return Bullets(tuple(_spans(spans, fill) for spans in items))


def _spans(spans: Spans, fill: _Fill) -> Spans:
    return tuple(_span(span, fill) for span in spans)


def _span(span: Text | Link, fill: _Fill) -> Text | Link:
    if _OPENING not in span.text:
        return span
    match span:
        case Text(text, strong):
            return Text(fill(text), strong)
        case Link(text, url):
            return Link(fill(text), url)
