"""The DocBook that 1177 inkorg takes, as a table, with a reader and a validator for it.

Source: Inera, «Docbook-formatering av meddelande» (wiki OIIK/3590029598). What its table leaves
open is held to DocBook 5.0 itself: titles first, sections last, no section within a section.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from app.errors import TemplateBroken
from app.wording import say

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True, slots=True)
class _Rule:
    """`order` is matched against the children's names, each followed by a space."""

    children: frozenset[str] = frozenset()
    order: str = ".*"
    text: bool = False
    attributes: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    required: frozenset[str] = frozenset()


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_FLOW = "para bibliography variablelist itemizedlist"
_LOOSE = "(para |bibliography |variablelist |itemizedlist )"
_ROLES = "bold|italics|underline|collapsible|bgcolor|information|observe"
_LINK = _Rule(
    text=True,
    attributes={
        "url": re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(/[!-~]*)?"),
        "type": re.compile("_blank|_self"),
    },
    required=_names("url"),
)

_RULES = {
    "article": _Rule(_names(f"info section {_FLOW}"), f"(info )?(?=.){_LOOSE}*(section )*"),
    "info": _Rule(_names("title"), "title "),
    "section": _Rule(_names(f"info title {_FLOW}"), f"(info |title ){_LOOSE}*"),
    "para": _Rule(_names("ulink link emphasis"), text=True),
    "bibliography": _Rule(),
    "variablelist": _Rule(_names("title varlistentry"), "(title )?(varlistentry )+"),
    "title": _Rule(_names("emphasis"), text=True),
    "ulink": _LINK,
    "link": _LINK,
    "varlistentry": _Rule(_names("term listitem"), "term listitem "),
    "term": _Rule(text=True),
    "listitem": _Rule(text=True),
    "emphasis": _Rule(text=True, attributes={"role": re.compile(_ROLES)}, required=_names("role")),
    "itemizedlist": _Rule(
        _names("listitem"), "(listitem )+", attributes={"mark": re.compile("bullet|hyphen")}
    ),
}


def validate(message: str) -> tuple[str, ...]:
    """Every complaint about a message, as Swedish sentences without its text; () when valid."""
    try:
        return tuple(_complaints(parse(message)))
    except TemplateBroken as error:
        return (error.detail,)


def parse(message: str) -> etree._Element:
    """The root of a message. No DTD, entity or network; raises TemplateBroken."""
    if not message.startswith(DECLARATION.strip()):
        raise _unreadable(say("Meddelandet börjar inte med en XML-deklaration i UTF-8."))
    if "<!" in message or "<?" in message[1:]:
        raise _unreadable(say("Meddelandet har en DOCTYPE, en kommentar eller en instruktion."))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(message.encode(), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        raise _unreadable(say("Meddelandet är inte välformad XML.")) from error


def words(element: etree._Element) -> str:
    """All words of an element and what it holds."""
    return "".join(map(str, element.itertext()))


def text_lines(root: etree._Element) -> Iterator[str]:
    """The words of each element that holds text of its own, in reading order."""
    return map(words, root.iter("para", "title", "term", "listitem"))


def _unreadable(why: str) -> TemplateBroken:
    return TemplateBroken(
        say("1177-meddelandet går inte att läsa."),
        say("Meddela den som ansvarar för mallen."),
        detail=why,
    )


def _complaints(root: etree._Element) -> Iterator[str]:
    if root.tag != "article":
        yield say("Meddelandet börjar inte med <article>.")
    for element in root.iter():
        if element.tag in _RULES:
            rule = _RULES[element.tag]
            yield from _wrong_children(element, rule)
            yield from _wrong_attributes(element, rule)
        else:
            yield say("<{tag}> ingår inte i 1177:s DocBook.", tag=element.tag)


def _wrong_children(element: etree._Element, rule: _Rule) -> Iterator[str]:
    names = [child.tag for child in element if child.tag in _RULES]
    wrong = [name for name in dict.fromkeys(names) if name not in rule.children]
    yield from (
        say("<{name}> får inte stå i <{tag}>.", name=name, tag=element.tag) for name in wrong
    )
    if not wrong and not _in_order(rule.order, tuple(names)):
        yield say("Delarna i <{tag}> saknas eller står i fel ordning.", tag=element.tag)
    if not rule.text and _own_text(element):
        yield say("Text får inte stå direkt i <{tag}>.", tag=element.tag)


@lru_cache(maxsize=1000)
def _in_order(order: str, names: tuple[str, ...]) -> bool:
    """Remembered: the elements of all messages have few different rows of children."""
    return re.fullmatch(order, "".join(f"{name} " for name in names)) is not None


def _own_text(element: etree._Element) -> str:
    return "".join((element.text or "", *(child.tail or "" for child in element))).strip()


def _wrong_attributes(element: etree._Element, rule: _Rule) -> Iterator[str]:
    found = {str(name): element.get(name, "") for name in element.attrib}
    for name in sorted(rule.required - set(found)):
        yield f"<{element.tag}> saknar attributet {name}."
    for name, value in found.items():
        if name not in rule.attributes:
            yield say("Attributet {name} får inte stå i <{tag}>.", name=name, tag=element.tag)
        elif not rule.attributes[name].fullmatch(value):
            yield say(
                "Attributet {name} i <{tag}> har ett värde som inte är tillåtet.",
                name=name,
                tag=element.tag,
            )
