"""Jinja2 held to what a letter needs: text, facts, conditions and shared blocks.

Jinja2 reads a source, but runs nothing: its sandbox lets through templates that never end or that
fill the memory. The syntax tree is held against the few kinds of node that are allowed, and the
text is then taken from the tree itself, in half the time that making code of it and running that
takes (measured), which is what a key in the editor waits for.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError, nodes

from app.adapters.templates.allowed import Checked, check_tree
from app.adapters.templates.places import RESERVED, Place
from app.draft import Channel
from app.errors import TemplateBroken
from app.wording import say

MAX_LENGTH = 50_000  # characters of one source, and of one finished body with its marks

_Statements = Sequence[nodes.Node]


class Sandbox:
    """Makes Markdown text of template sources, with tokens where the values go."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = sources
        self._trees: dict[str, tuple[Checked, _Statements]] = {}
        # Every name in a body and its blocks, with where it stands first.
        self._names: dict[str, Mapping[str, Place]] = {}

    def text(self, body: str, facts: Mapping[str, str], channel: Channel) -> str:
        """The text of a body for one channel, each line marked with its place.

        The facts decide conditions only. Raises TemplateBroken.
        """
        if body not in self._names:
            self._names[body] = self._names_in(body)
        for name, place in self._names[body].items():
            if name not in facts and name != "channel":
                raise place.broken(
                    say("uppgiften {name} finns inte.", name=name),
                    say("Rätta namnet eller ta bort uppgiften."),
                )
        _, statements = self._read(body)
        told = {**facts, "channel": channel.value}
        return _capped(self._pieces(statements, told), Place(body, 1))

    def _names_in(self, body: str) -> Mapping[str, Place]:
        own, _ = self._read(body)
        names = {**own.names}
        for block, place in own.blocks.items():
            self._require(block, place)
            names.update(self._names_in(block))
        return names

    def _pieces(self, statements: _Statements, facts: Mapping[str, str]) -> Iterator[str]:
        for node in statements:
            match node:
                case nodes.Output(nodes=parts):
                    yield from (part.data for part in parts if isinstance(part, nodes.TemplateData))
                case nodes.If():
                    yield from self._pieces(_branch(node, facts), facts)
                case nodes.Include(template=nodes.Const(value=block)):
                    yield from self._pieces(self._read(block)[1], facts)
                case _:
                    raise AssertionError(node)

    def _read(self, name: str) -> tuple[Checked, _Statements]:
        if name not in self._trees:
            self._trees[name] = _read(name, self._source(name))
        return self._trees[name]

    def _source(self, name: str) -> str:
        self._require(name, Place(name, 1))
        source = self._sources[name]
        if len(source) > MAX_LENGTH:
            raise _too_long(Place(name, 1))
        if found := RESERVED.search(source):
            line = source.count("\n", 0, found.start()) + 1
            raise Place(name, line).broken(
                say("tecknet U+{found:04X} får inte stå i en mall.", found=ord(found[0])),
                say("Ta bort tecknet."),
            )
        return source if source.endswith("\n") else f"{source}\n"

    def _require(self, name: str, place: Place) -> None:
        if name not in self._sources:
            raise place.broken(
                say("filen {name} finns inte.", name=name),
                say("Lägg till filen eller rätta namnet."),
            )


_JINJA = Environment(  # noqa: S701 - it only reads: no value is ever filled in by it
    trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
)


@lru_cache(maxsize=512)
def _read(name: str, source: str) -> tuple[Checked, _Statements]:
    """Once for each text: of a folder that has changed, most texts are as they were."""
    try:
        tree = _JINJA.parse(source, name)
    except (TemplateSyntaxError, RecursionError) as error:
        raise Place(name, getattr(error, "lineno", 1)).broken(
            say("koden mellan klamrarna går inte att förstå."),
            say("Jämför med en brevtyp som fungerar."),
            detail=str(error),
        ) from error
    return check_tree(tree, name), tree.body


def _branch(node: nodes.If, facts: Mapping[str, str]) -> _Statements:
    """What a condition chooses."""
    for one in (node, *node.elif_):
        if _holds(one.test, facts):
            return one.body
    return node.else_


def _holds(test: nodes.Node, facts: Mapping[str, str]) -> bool:
    """Of what `check_tree` lets through."""
    match test:
        case nodes.Name(name=name):
            return bool(facts[name])
        case nodes.Not(node=inner):
            return not _holds(inner, facts)
        case nodes.And(left=left, right=right):
            return _holds(left, facts) and _holds(right, facts)
        case nodes.Or(left=left, right=right):
            return _holds(left, facts) or _holds(right, facts)
        case nodes.Compare(
            expr=nodes.Name(name=name), ops=[nodes.Operand(op=op, expr=nodes.Const(value=value))]
        ):
            return (facts[name] == value) is (op == "eq")
        case _:
            raise AssertionError(test)


def _capped(pieces: Iterable[str], place: Place) -> str:
    text = ""
    for piece in pieces:
        text += piece
        if len(text) > MAX_LENGTH:
            raise _too_long(place)
    return text


def _too_long(place: Place) -> TemplateBroken:
    return place.broken(
        say("texten är längre än {max_length} tecken.", max_length=MAX_LENGTH), say("Korta texten.")
    )
