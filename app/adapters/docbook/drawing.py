"""An outgoing message as the small HTML that a QTextBrowser draws."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from app.adapters.docbook.subset import parse, words


@dataclass(frozen=True, slots=True)
class Shade:
    """The ground of a box and the line at its left edge."""

    ground: str
    edge: str


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours as `#RRGGBB`. `boxes` by emphasis role: information, observe, collapsible."""

    text: str
    term: str
    link: str
    boxes: Mapping[str, Shade]


LIGHT = Colours(
    text="#1A1A1A",
    term="#40454A",
    link="#00538F",
    boxes={
        "information": Shade("#F5F5F5", "#646E72"),
        "observe": Shade("#FFF8E3", "#755B00"),
        "collapsible": Shade("#E7F3F9", "#00538F"),
    },
)

# 1177 folds such a box; here it is open, since all of the text is to be read before sending.
_TITLE_MARKS = {"collapsible": "▾ "}

_INLINE = {"bold": "b", "italics": "i", "underline": "u"}

_PARAGRAPH = "margin:0px 0px 16px 0px; line-height:24px;"
_TITLE = "margin:24px 0px 8px 0px; font-size:18px; line-height:26px; font-weight:600;"
_BOX_TITLE = "margin:0px 0px 8px 0px; line-height:24px; font-weight:600;"
_BULLETS = "margin:0px 0px 16px -16px;"
# Qt drops what stands under a paragraph where a table follows, so tables bring room themselves.
_FACTS = "margin:8px 0px 12px 0px;"
_BOX = "margin:16px 0px 0px 0px;"


def to_html(message: str, *, colours: Colours = LIGHT) -> str:
    """The body of a valid message. Its own title is left to the frame, which shows the subject.

    Sizes are pixels of the design's preview frame. Raises TemplateBroken for what is not XML.
    """
    body = etree.Element("body", style=f"font-size:16px; color:{colours.text};")
    drawing = _Drawing(colours)
    for part in parse(message):
        drawing.draw(body, part)
    return etree.tostring(body, encoding="unicode", method="html")


class _Drawing:
    def __init__(self, colours: Colours) -> None:
        self._colours = colours

    def draw(self, ground: etree._Element, part: etree._Element) -> None:
        match part.tag:
            case "info":
                pass
            case "section":
                self._section(ground, part)
            case "variablelist":
                self._facts(ground, part)
            case "itemizedlist":
                items = _add(ground, "ul", _BULLETS)
                for item in part:
                    self._write(_add(items, "li", "line-height:24px;"), item)
            case _:
                self._write(_add(ground, "p", _PARAGRAPH), part)

    def _section(self, body: etree._Element, section: etree._Element) -> None:
        emphasis = section.find("title/emphasis")
        if emphasis is not None and emphasis.get("role") in self._colours.boxes:
            self._box(body, section, emphasis.get("role", ""))
            return
        for part in section:
            if part.tag == "title":
                # Not h2: Qt would enlarge it beyond the size it is given.
                self._write(_add(body, "p", _TITLE), part)
            else:
                self.draw(body, part)

    def _box(self, body: etree._Element, section: etree._Element, role: str) -> None:
        """A table of one cell, because Qt draws a ground and an edge for nothing smaller."""
        shade = self._colours.boxes[role]
        table = _add(body, "table", _BOX, width="100%", cellspacing="0")
        style = f"background-color:{shade.ground}; border-left:4px solid {shade.edge};"
        cell = _add(_add(table, "tr"), "td", f"{style} padding:12px 16px 12px 16px;")
        title, *parts = section
        _add(cell, "p", _BOX_TITLE).text = _TITLE_MARKS.get(role, "") + words(title)
        for part in parts:
            self.draw(cell, part)

    def _facts(self, ground: etree._Element, listing: etree._Element) -> None:
        table = _add(ground, "table", _FACTS, cellspacing="0")
        for entry in listing.iter("varlistentry"):
            row = _add(table, "tr")
            style = "padding:0px 16px 4px 0px; line-height:24px;"
            self._write(_add(row, "td", f"{style} color:{self._colours.term};"), entry[0])
            self._write(_add(row, "td", f"{style} font-weight:600;"), entry[1])

    def _write(self, ground: etree._Element, part: etree._Element) -> None:
        ground.text = part.text
        for span in part:
            if url := span.get("url"):
                style = f"color:{self._colours.link}; text-decoration:underline;"
                drawn = _add(ground, "a", style, href=url)
            else:
                drawn = _add(ground, _INLINE.get(span.get("role", ""), "span"))
            drawn.text, drawn.tail = words(span), span.tail


def _add(parent: etree._Element, name: str, style: str = "", **attributes: str) -> etree._Element:
    if style:
        attributes["style"] = style
    return etree.SubElement(parent, name, attributes)
