"""Block usage: whose letters a template file stands in, so that nobody changes a text unawares."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from jinja2 import Environment, TemplateSyntaxError, meta

from app.languages import LANGUAGES
from app.letter_catalogue import block_name

Sources = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Usage:
    """`letter_types` and `inserts` are ids in alphabetical order.

    `unread` are files that cannot be understood just now, so whether they use it is not known.
    """

    letter_types: tuple[str, ...] = ()
    inserts: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A file that differs between two versions, and whose letters it stands in in either."""

    file: str
    usage: Usage


def usage_of(file: str, sources: Sources) -> Usage:
    """Of one file, by its path among the sources of a templates folder.

    A letter type uses its own files, the inserts that it names, the blocks that any of them
    includes, the page, and what a copy begins with.
    """
    return usages(sources).get(file, Usage())


def usages(sources: Sources) -> dict[str, Usage]:
    """Of every file."""
    files, letter_files, unread = _read(sources)
    return {
        name: Usage(
            tuple(sorted(kind for kind, held in letter_files.items() if name in held)),
            tuple(sorted(insert for insert, held in files.items() if name in held)),
            unread,
        )
        for name in sources
    }


def changes(before: Sources, after: Sources) -> tuple[Change, ...]:
    """Every file that differs, those too that no letter shows, as what letters must say."""
    names = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
    old, new = usages(before), usages(after)
    return tuple(Change(name, _either(old.get(name), new.get(name))) for name in names)


def affected(before: Sources, after: Sources) -> frozenset[str]:
    """The letter types whose letters may differ between two versions."""
    return frozenset(kind for one in changes(before, after) for kind in one.usage.letter_types)


def _either(old: Usage | None, new: Usage | None) -> Usage:
    known = [one for one in (old, new) if one]
    return Usage(
        letter_types=_all(one.letter_types for one in known),
        inserts=_all(one.inserts for one in known),
        unread=_all(one.unread for one in known),
    )


def _all(names: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({*chain.from_iterable(names)}))


def _read(
    sources: Sources,
) -> tuple[dict[str, set[str]], dict[str, set[str]], tuple[str, ...]]:
    """The files that each insert is made of, those of each letter type, and what is unread."""
    included = {name: _included(text) for name, text in sources.items() if name.endswith(".j2")}
    named = {
        name: _inserts(text) for name, text in sources.items() if name.endswith("/letter.toml")
    }
    inserts = {
        insert: _with_included(_under(f"inserts/{insert}/", sources), included)
        for insert in _folders("inserts/", sources)
    }
    letter_types = {}
    for kind in _folders("letter_types/", sources):
        own = _under(f"letter_types/{kind}/", sources)
        sheets = named.get(f"letter_types/{kind}/letter.toml") or ()
        held = _with_included(own | _in_every_letter(sources), included)
        letter_types[kind] = held.union(*(inserts.get(sheet, set()) for sheet in sheets))
    unread = (name for name, found in (included | named).items() if found is None)
    return inserts, letter_types, tuple(sorted(unread))


def _included(text: str) -> frozenset[str] | None:
    """By Jinja2's own parser, which alone knows what is a comment. None where it cannot."""
    try:
        tree = _PARSER.parse(text)
    except (TemplateSyntaxError, RecursionError):
        return None
    return frozenset(filter(None, meta.find_referenced_templates(tree)))


_PARSER = Environment(autoescape=True)


def _inserts(text: str) -> frozenset[str] | None:
    try:
        return frozenset(map(str, tomllib.loads(text).get("inserts", ())))
    except (tomllib.TOMLDecodeError, TypeError):
        return None


def _with_included(files: set[str], included: Mapping[str, frozenset[str] | None]) -> set[str]:
    """The files, what they include, what that includes and so on."""
    held, new = set[str](), files
    while new:
        held |= new
        new = {block for name in new for block in included.get(name) or ()} - held
    return held


def _in_every_letter(sources: Sources) -> set[str]:
    """What no letter type names: the page, and what a copy begins with."""
    return _under("paper/", sources) | {block_name("kopia", language) for language in LANGUAGES}


def _folders(place: str, sources: Sources) -> Iterator[str]:
    names = (name.removeprefix(place) for name in sources if name.startswith(place))
    return iter(dict.fromkeys(name.split("/")[0] for name in names))


def _under(place: str, sources: Sources) -> set[str]:
    return {name for name in sources if name.startswith(place)}
