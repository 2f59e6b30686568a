"""Markdown, of the kinds that both channels can carry, read into blocks."""

import re
import threading
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode as Node
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin

from app.adapters.templates.places import Place
from app.content import Block, Box, BoxKind, Bullets, Facts, Heading, Link, Paragraph, Spans, Text
from app.errors import TemplateBroken
from app.wording import say

_BOXES = {
    "information": BoxKind.INFORMATION,
    "observera": BoxKind.OBSERVE,
    "mer": BoxKind.COLLAPSIBLE,
}
_URL = re.compile(r"https://(?P<host>[a-z0-9-]+(\.[a-z0-9-]+)+)(/[!-~]*)?")
_MARKUP = re.compile(r"[*`<>\[\]\\]")

# What Markdown can say and a letter cannot, with what the author should do instead.
_REFUSED = {
    "html_block": (say("HTML är inte tillåtet."), say("Skriv texten utan taggar.")),
    "html_inline": (say("HTML är inte tillåtet."), say("Skriv texten utan taggar.")),
    "image": (say("bilder är inte tillåtna."), say("Säg det i ord i stället.")),
    "ordered_list": (
        say("numrerade listor är inte tillåtna."),
        say("Börja punkterna med bindestreck."),
    ),
    "bullet_list": (
        say("en lista får inte stå inne i en annan."),
        say("Gör den till en egen lista."),
    ),
    "dl": (say("uppgifter får inte stå inne i en lista."), say("Lägg dem för sig.")),
    "table": (
        say("tabeller är inte tillåtna."),
        say("Skriv ett ord, och på nästa rad kolon och värde."),
    ),
    "code_block": (say("raden är indragen."), say("Ta bort mellanslagen först på raden.")),
    "fence": (say("kod är inte tillåten."), say("Ta bort tecknen ``` eller ~~~.")),
    "code_inline": (say("kod är inte tillåten."), say("Ta bort tecknen `.")),
    "blockquote": (say("citat är inte tillåtna."), say("Ta bort tecknet > först på raden.")),
    "hr": (say("streck är inte tillåtna."), say("Ta bort raden.")),
    "em": (say("kursiv text är inte tillåten."), say("Skriv **fet text** eller vanlig text.")),
    "hardbreak": (
        say("raden är bruten för hand."),
        say("Ta bort mellanslag eller \\ sist på raden."),
    ),
    "heading": (
        say("rubriken går inte att använda."),
        say("Skriv den med ## först, och inte i en ruta."),
    ),
    "container_box": (
        say("en ruta får inte stå inne i en annan."),
        say("Avsluta den första med :::."),
    ),
    "paragraph": (say("punkten eller uppgiften har flera stycken."), say("Dela upp den.")),
    "strong": (say("fet text får inte stå här."), say("Ta bort tecknen **.")),
    "link": (say("länken får inte stå här."), say("Lägg länken i ett eget stycke.")),
}


# Parts of texts that are remembered, far more than the shipped templates have.
_MOST_PARTS = 2000


class MarkdownReader:
    """Reads bodies part by part, and each part once; may be used from several threads."""

    def __init__(self, link_domains: Collection[str]) -> None:
        self._domains = tuple(link_domains)
        self._read: dict[str, tuple[Block, ...]] = {}
        self._reading = threading.Lock()
        self._parser = _Parser("commonmark").enable("table").disable("reference")
        self._parser.use(deflist_plugin).use(container_plugin, "box", validate=lambda *_: True)

    def blocks(self, text: str, places: Sequence[Place]) -> tuple[Block, ...]:
        """The blocks of a body; `places` tells where each of its lines came from.

        Raises TemplateBroken with file, line and what to do.
        """
        with self._reading:  # the parser makes its rule tables on first use, unlocked
            parts = [self._part(part, places[start:]) for start, part in _parts(text)]
        return tuple(chain.from_iterable(parts))

    def _part(self, text: str, places: Sequence[Place]) -> tuple[Block, ...]:
        if text not in self._read:
            if len(self._read) >= _MOST_PARTS:
                self._read.clear()
            tree = Node(self._parser.parse(text))
            self._read[text] = tuple(_Reading(text, places, self._domains).blocks(tree))
        return self._read[text]


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The text cut before each heading that is in no box, each part with its first line from 0.

    Nothing goes on over such a cut, so the parts say what the whole says.
    """
    lines, begun, box = text.split("\n"), 0, 0
    for number, line in enumerate(lines):
        marks = line.strip(" ")
        colons = len(marks) - len(marks.lstrip(":"))
        if colons >= _BOX_MARK:
            ends = colons == len(marks) and colons >= box
            box = colons if not box else 0 if ends else box
        elif number > begun and not box and line.startswith("## "):
            yield begun, "\n".join((*lines[begun:number], ""))
            begun = number
    yield begun, "\n".join(lines[begun:])


# So many colons begin a box, and at least as many as began it end it.
_BOX_MARK = 3


class _Parser(MarkdownIt):
    """Leaves the judging of links to us; by itself it turns those it refuses into plain text."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's name
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        return url


class _Reading:
    """One pass over one body; `_line` counts from 0 and follows the nodes."""

    def __init__(self, text: str, places: Sequence[Place], domains: tuple[str, ...]) -> None:
        self._lines = text.split("\n")
        self._places = places
        self._domains = domains
        self._line = 0

    def blocks(self, tree: Node) -> Iterator[Block]:
        after_box = False
        for node in tree.children:
            block = self._block(node)
            if after_box and not isinstance(block, Heading | Box):
                raise self._broken(
                    say("text får inte följa direkt på en ruta."),
                    say("Lägg en rubrik efter rutan."),
                )
            after_box = isinstance(block, Box)
            yield block

    def _block(self, node: Node) -> Block:
        self._go_to(node)
        match node.type:
            case "heading" if node.markup == "##":
                return Heading(self._plain(node.children[0]))
            case "container_box":
                return self._box(node)
            case _:
                return self._flow(node)

    def _box(self, node: Node) -> Box:
        kind, _, title = node.info.strip().partition(" ")
        if kind not in _BOXES or not title or _MARKUP.search(title):
            raise self._broken(
                say("rutan saknar sort eller rubrik."),
                say(
                    "Skriv ::: och information, observera eller mer, "
                    "och sedan rubriken i vanlig text."
                ),
            )
        self._require_end(node)
        return Box(_BOXES[kind], title.strip(), tuple(self._flow(part) for part in node.children))

    def _require_end(self, box: Node) -> None:
        _, end = box.map or (0, len(self._lines))
        if end >= len(self._lines) or ":::" not in self._lines[end]:
            raise self._broken(
                say("rutan tar aldrig slut."), say("Avsluta den med ::: på en egen rad.")
            )

    def _flow(self, node: Node) -> Paragraph | Facts | Bullets:
        self._go_to(node)
        match node.type:
            case "paragraph":
                return Paragraph(self._paragraph(node))
            case "dl":
                return Facts(tuple(self._rows(node)))
            case "bullet_list":
                return Bullets(tuple(self._plain_item(item) for item in node.children))
            case _:
                raise self._refused(node)

    def _paragraph(self, node: Node) -> Spans:
        inline = node.children[0]
        if any(line.startswith(":") for line in inline.content.split("\n")):
            raise self._broken(
                say("en rad börjar med kolon utan att höra till en uppgift eller ruta."),
                say("Lägg en tom rad före uppgiften, och bara ett ord på raden ovanför kolon."),
            )
        return self._spans(inline)

    def _rows(self, facts: Node) -> Iterator[tuple[str, Spans]]:
        terms, values = facts.children[::2], facts.children[1::2]
        if {node.type for node in terms} != {"dt"} or {node.type for node in values} != {"dd"}:
            raise self._broken(
                say("en uppgift har flera värden."), say("Skriv en rad med kolon per uppgift.")
            )
        for term, value in zip(terms, values, strict=True):
            name = self._plain(term.children[0])
            spans = self._plain_item(value)
            if "\n" in value.children[0].children[0].content:
                raise self._broken(
                    say("en uppgift går över flera rader."),
                    say("Lägg en tom rad före nästa uppgift."),
                )
            yield name, spans

    def _plain_item(self, item: Node) -> Spans:
        """1177 takes nothing but plain text in lists and facts, so paper gets no more either."""
        self._go_to(item)
        if not item.children:
            raise self._broken(say("punkten är tom."), say("Skriv en text efter bindestrecket."))
        first, *others = item.children
        for wrong in (*others, *(() if first.type == "paragraph" else (first,))):
            self._go_to(wrong)
            raise self._refused(wrong)
        return (Text(self._plain(first.children[0])),)

    def _plain(self, inline: Node) -> str:
        """The words of a heading, a term, a list item or a link, where nothing else may stand."""
        self._go_to(inline)
        return "".join(self._words(node) for node in inline.children)

    def _words(self, node: Node) -> str:
        match node.type:
            case "text":
                return node.content
            case "softbreak":
                self._line += 1
                return " "
            case _:
                raise self._refused(node)

    def _spans(self, inline: Node) -> Spans:
        self._go_to(inline)
        spans: list[Text | Link] = []
        for span in filter(lambda found: found.text, map(self._span, inline.children)):
            last = spans[-1] if spans else None
            if isinstance(span, Text) and isinstance(last, Text) and span.strong is last.strong:
                spans[-1] = Text(last.text + span.text, span.strong)
            else:
                spans.append(span)
        return tuple(spans)

    def _span(self, node: Node) -> Text | Link:
        match node.type:
            case "strong":
                return Text(self._plain(node), strong=True)
            case "link":
                return self._link(node)
            case _:
                return Text(self._words(node))

    def _link(self, node: Node) -> Link:
        url, words = str(node.attrs["href"]), self._plain(node)
        found = _URL.fullmatch(url)
        host = f".{found['host']}" if found else ""
        if not any(host.endswith(f".{domain}") for domain in self._domains):
            raise self._broken(
                say("länken leder inte till en tillåten webbplats."),
                say(
                    "Börja den med https:// och använd {domains}.",
                    domains=say(" eller ").join(self._domains),
                ),
            )
        if not words or "title" in node.attrs:
            raise self._broken(
                say("länken är inte skriven som [text](adress)."),
                say("Skriv en länktext och en adress."),
            )
        return Link(words, url)

    def _go_to(self, node: Node) -> None:
        if node.map:
            self._line = node.map[0]

    def _refused(self, node: Node) -> TemplateBroken:
        return self._broken(*_REFUSED[node.type])

    def _broken(self, what: str, todo: str) -> TemplateBroken:
        return self._places[min(self._line, len(self._places) - 1)].broken(what, todo)
