"""The parts of an XML file that somebody asks for, read so that no file becomes a big tree."""

from collections.abc import Iterator, Set
from itertools import islice
from typing import Any, cast

from lxml import etree

from app.errors import BookingsUnreadable
from app.wording import say

# Some 16,000 bookings. The parser keeps every name that it meets: of a file full of names, 90 MB.
LARGEST_XML = 15_000_000
MOST_PARTS = 40_000

# The tag of an element, and the tags of those around it, the nearest first.
Place = tuple[str, ...]


def read_parts(content: bytes, places: Set[Place]) -> Iterator[etree._Element]:
    """Each element that stands at one of the places, in the order in which they end.

    A part lasts until the next is asked for, and holds elements only: a comment splits no text.
    Raises BookingsUnreadable where the file is not well formed, has a DOCTYPE, which could declare
    entities, is larger than LARGEST_XML, has more than MOST_PARTS, or goes on for too long without
    a part.
    """
    if len(content) > LARGEST_XML:
        raise BookingsUnreadable(say("Filen är större än 15 MB."), _FEWER)
    try:
        yield from _parts(content.lstrip(), places)
    except etree.XMLSyntaxError as error:
        raise BookingsUnreadable(
            say("Filen är skadad eller avbruten, så en del av bokningarna kan saknas."),
            _FETCH_AGAIN,
            detail=type(error).__name__,
        ) from error


_FEWER = say("Hämta färre bokningar åt gången.")
_FETCH_AGAIN = say("Hämta bokningarna på nytt och öppna den nya filen.")
_FED_AT_A_TIME = 1 << 16
_LARGEST_PART = 1 << 20  # a letter inside a timeslot has some kilobytes


def _parts(content: bytes, places: Set[Place]) -> Iterator[etree._Element]:
    parser = etree.XMLPullParser(
        ("end",),
        tag={place[0] for place in places},
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    deepest = max(map(len, places))
    last_part = number = 0
    for position in range(0, len(content), _FED_AT_A_TIME):
        parser.feed(content[position : position + _FED_AT_A_TIME])
        ended: Iterator[tuple[str, etree._Element]] = cast("Any", parser.read_events())
        for _, element in ended:
            _refuse_doctype(element)
            if _place(element, deepest) in places:
                number += 1
                if number > MOST_PARTS:
                    raise BookingsUnreadable(say("Filen har orimligt många uppgifter."), _FEWER)
                yield element
                _forget(element)
                last_part = position
        if position - last_part > _LARGEST_PART:
            raise BookingsUnreadable(say("En del av filen är orimligt stor."), _FETCH_AGAIN)
    _refuse_doctype(parser.close())


def _refuse_doctype(element: etree._Element) -> None:
    if element.getroottree().docinfo.internalDTD is not None:
        raise BookingsUnreadable(
            say("Filen innehåller en DOCTYPE, och det gör inget äkta svar."),
            say("Öppna den inte. Meddela it-stödet varifrån den kommer."),
        )


def _place(element: etree._Element, deepest: int) -> Place:
    """Of an element that stands deeper than any place, more than any place has, but not all."""
    return (element.tag, *(around.tag for around in islice(element.iterancestors(), deepest)))


def _forget(element: etree._Element) -> None:
    """Nothing after the element is touched: the parser may still be building it."""
    element.clear()
    parent = element.getparent()
    if parent is not None:
        del parent[: parent.index(element)]
