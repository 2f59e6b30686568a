"""A letter's blocks laid out as the message that goes to 1177 inkorg."""

import re

from lxml import etree

from app.adapters.docbook.subset import DECLARATION, parse, text_lines, validate
from app.content import (
    Block,
    Box,
    Bullets,
    Facts,
    Heading,
    Link,
    Paragraph,
    Spans,
    Text,
    plain_text,
)
from app.draft import Channel
from app.errors import LetterIncomplete, TemplateBroken
from app.letter_types import FIELD_NAMES
from app.letters import Letter
from app.wording import say

# What XML 1.0 cannot hold in any form: control characters, lone surrogates, U+FFFE and U+FFFF.
_UNSENDABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class DocBookFormat:
    """Implements MessageFormat."""

    def message(self, letter: Letter) -> str:
        """The whole message: XML declaration and `<article>`, valid by `validate`.

        Raises LetterIncomplete where a value holds a character that XML cannot carry, and
        TemplateBroken where the body asks for what 1177 does not take.
        """
        blocks = letter.blocks[Channel.INBOX_1177]
        _require_sendable(letter, blocks)
        article = _article(letter.words.subject, blocks)
        message = DECLARATION + etree.tostring(article, encoding="unicode")
        if complaints := validate(message):
            raise TemplateBroken(
                say(
                    "Brevtypen {id} ger ett meddelande som 1177 inte tar emot.",
                    id=letter.letter_type.id,
                ),
                say("Meddela den som ansvarar för mallen."),
                detail=" ".join(complaints),
            )
        return message

    def text(self, message: str) -> str:
        """All words of a message, one line per paragraph, title, term and list item."""
        return "\n".join(text_lines(parse(message)))


def _require_sendable(letter: Letter, blocks: tuple[Block, ...]) -> None:
    found = _UNSENDABLE.search(plain_text(blocks))
    if found is None:
        return
    guilty = [name for name, value in letter.facts.items() if found[0] in value]
    field = FIELD_NAMES.get(guilty[0], guilty[0]) if guilty else say("mallens text")
    raise LetterIncomplete(
        say(
            "Det finns ett tecken i {field} som inte går att skicka (U+{found:04X}).",
            field=field,
            found=ord(found[0]),
        ),
        say("Ta bort tecknet i vårdsystemet, ta ut filen igen och tryck F5."),
    )


def _article(subject: str, blocks: tuple[Block, ...]) -> etree._Element:
    """Every heading and every box opens a section; 1177 takes no section within a section."""
    article = etree.Element("article")
    _add(_add(article, "info"), "title").text = subject
    section = article
    for block in blocks:
        match block:
            case Heading(text):
                section = _add(article, "section")
                _add(section, "title").text = text
            case Box():
                _add_box(article, block)
                section = article
            case _:
                _add_flow(section, block)
    return article


def _add_box(article: etree._Element, box: Box) -> None:
    section = _add(article, "section")
    _add(_add(section, "title"), "emphasis", role=box.kind.value).text = box.title
    for block in box.blocks:
        _add_flow(section, block)


def _add_flow(section: etree._Element, block: Paragraph | Facts | Bullets) -> None:
    match block:
        case Paragraph(spans):
            _write(_add(section, "para"), spans)
        case Facts(rows):
            listing = _add(section, "variablelist")
            for term, spans in rows:
                entry = _add(listing, "varlistentry")
                # Inera's own examples write «Datum:»; 1177 may show term and value on one line
                _add(entry, "term").text = f"{term}:"
                _write(_add(entry, "listitem"), spans)
        case Bullets(items):
            listing = _add(section, "itemizedlist", mark="bullet")
            for spans in items:
                _write(_add(listing, "listitem"), spans)


def _write(element: etree._Element, spans: Spans) -> None:
    for span in spans:
        match span:
            case Link(text, url):
                _add(element, "link", url=url, type="_blank").text = text
            case Text(text, strong=True):
                _add(element, "emphasis", role="bold").text = text
            case Text(text):
                _append_text(element, text)


def _append_text(element: etree._Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, name, attributes)
