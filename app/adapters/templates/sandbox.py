"""Jinja2 held to what a letter needs: text, facts, conditions and shared blocks.

Jinja2's own sandbox lets through templates that never end or that fill the memory, so a syntax
tree is first held against the few kinds of node that are allowed.
"""

from collections.abc import Iterable, Mapping, MutableMapping
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from app.adapters.templates.allowed import Checked, check_tree
from app.adapters.templates.places import RESERVED, Place
from app.draft import Channel
from app.errors import TemplateBroken
from app.wording import say

MAX_LENGTH = 50_000  # characters of one source, and of one finished body with its marks


class Sandbox:
    """Makes Markdown text of template sources, with tokens where the values go."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._loader = _CheckedLoader(sources)
        self._jinja = _environment(self._loader)

    def text(self, body: str, facts: Mapping[str, str], channel: Channel) -> str:
        """The text of a body for one channel, each line marked with its place.

        The facts decide conditions only. Raises TemplateBroken.
        """
        template = self._jinja.get_template(body)
        for name, place in self._loader.names(body).items():
            if name not in facts and name != "channel":
                raise place.broken(
                    say("uppgiften {name} finns inte.", name=name),
                    say("Rätta namnet eller ta bort uppgiften."),
                )
        return _capped(template.generate(facts, channel=channel.value), Place(body, 1))


class _CheckedLoader(BaseLoader):
    """Compiles a source only when its syntax tree has passed."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = sources
        self._checked: dict[str, Checked] = {}

    def names(self, body: str) -> dict[str, Place]:
        """Every name in a loaded body and its blocks, with where it stands first."""
        return self._checked[body].names

    def load(
        self, environment: Environment, name: str, shared: MutableMapping[str, Any] | None = None
    ) -> Template:
        own, code = _compiled(name, self._source(name))
        checked = Checked({**own.names}, own.blocks)
        for block, place in checked.blocks.items():
            self._require(block, place)
            environment.get_template(block)
            checked.names.update(self.names(block))
        self._checked[name] = checked
        return environment.template_class.from_code(environment, code, shared or {})

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


def _environment(loader: BaseLoader | None = None) -> ImmutableSandboxedEnvironment:
    made = ImmutableSandboxedEnvironment(
        loader=loader,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.clear()
    return made


_COMPILER = _environment()


@lru_cache(maxsize=512)
def _compiled(name: str, source: str) -> tuple[Checked, CodeType]:
    """Once for each text: of a folder that has changed, most texts are as they were."""
    try:
        tree = _COMPILER.parse(source, name)
    except (TemplateSyntaxError, RecursionError) as error:
        raise Place(name, getattr(error, "lineno", 1)).broken(
            say("koden mellan klamrarna går inte att förstå."),
            say("Jämför med en brevtyp som fungerar."),
            detail=str(error),
        ) from error
    return check_tree(tree, name), _COMPILER.compile(tree, name, name)


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
