"""The letter types of a templates folder, read together so that one version holds for them all."""

import hashlib
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from app.canonical_json import canonical_json
from app.errors import LetterIncomplete, TemplateBroken
from app.languages import SWEDISH
from app.letter_toml import broken_field, broken_file
from app.letter_types import LetterType
from app.template_sources import read_sources
from app.wording import say


class LetterCatalogue:
    """`version` is one for all the sources of a templates folder."""

    def __init__(self, folder: Path, sources: Mapping[str, str] | None = None) -> None:
        """Reads every file once, unless their `sources` are given. Raises TemplateBroken."""
        self.folder = folder
        self.sources = read_sources(folder) if sources is None else sources
        self.version = hashlib.sha256(canonical_json(self.sources)).hexdigest()
        self._bodies = _bodies(self.sources)
        names = sorted(name for name in self.sources if name.endswith("/letter.toml"))
        self._types = {found.id: found for found in map(self._load, names)}

    def get(self, letter_type: str) -> LetterType:
        try:
            return self._types[letter_type]
        except KeyError as error:
            raise LetterIncomplete(
                say("Bokningen har ingen brevtyp."), say("Välj brevtyp i listan ovanför.")
            ) from error

    def all(self) -> tuple[LetterType, ...]:
        return tuple(self._types.values())

    def for_care_system(self, care_system: str) -> tuple[LetterType, ...]:
        return tuple(kind for kind in self._types.values() if care_system in kind.care_systems)

    def _load(self, name: str) -> LetterType:
        try:
            letter_type = _letter_type(self.sources[name])
        except (tomllib.TOMLDecodeError, ValidationError) as error:
            raise broken_file(name, self.sources[name], error) from error
        self._require_own_folder(letter_type, name)
        self._require_bodies(letter_type)
        self._require_inserts(letter_type)
        return letter_type

    def _require_own_folder(self, letter_type: LetterType, name: str) -> None:
        """A copied folder that keeps the id would take the other letter type's place."""
        folder = name.removeprefix("letter_types/").removesuffix("/letter.toml")
        if folder != letter_type.id:
            what = say("id är {id}, men mappen heter {folder}.", id=letter_type.id, folder=folder)
            todo = say("Ge id och mapp samma namn.")
            raise broken_field(name, "id", self.sources[name], what, todo)

    def _require_bodies(self, letter_type: LetterType) -> None:
        """One for each language of letter.toml, and no other."""
        folder = f"letter_types/{letter_type.id}/"
        told = {body_name(letter_type, language) for language in letter_type.offered_languages}
        there = self._bodies.get(folder, set())
        for name in sorted(told - there):
            raise TemplateBroken(
                say(
                    "Brevtypen {id} saknar filen {name} i sin mapp.",
                    id=letter_type.id,
                    name=name.removeprefix(folder),
                ),
                say("Lägg till den."),
                file=name,
            )
        for name in sorted(there - told):
            raise TemplateBroken(
                say(
                    "Brevtypen {id} har filen {name}, men språkets ämne står inte i letter.toml.",
                    id=letter_type.id,
                    name=name.removeprefix(folder),
                ),
                say("Skriv det under [languages.…], eller ta bort filen."),
                file=name,
            )

    def _require_inserts(self, letter_type: LetterType) -> None:
        """Each sheet in each language of the letter."""
        file = f"letter_types/{letter_type.id}/letter.toml"
        for insert in letter_type.inserts:
            for name in (insert_name(insert, code) for code in letter_type.offered_languages):
                if name not in self.sources:
                    what = say("filen {name} saknas.", name=name)
                    todo = say("Lägg till den, eller rätta inserts.")
                    raise broken_field(file, "inserts", self.sources[file], what, todo)


@lru_cache(maxsize=256)
def _letter_type(source: str) -> LetterType:
    """Read once for each text, since of a changed folder most texts are as they were."""
    return LetterType.model_validate(tomllib.loads(source))


def _bodies(sources: Mapping[str, str]) -> Mapping[str, set[str]]:
    """The bodies among the sources, by the folder that they stand in."""
    found = defaultdict[str, set[str]](set)
    for name in sources:
        folder, is_body, _ = name.rpartition("body.")
        if is_body:
            found[folder].add(name)
    return found


def body_name(letter_type: LetterType, language: str) -> str:
    """Where the body of a letter type stands among the sources of the catalogue."""
    part = "" if language == SWEDISH.code else f".{language}"
    return f"letter_types/{letter_type.id}/body{part}.md.j2"


def block_name(block: str, language: str) -> str:
    """Where a shared block stands among the sources of the catalogue."""
    part = "" if language == SWEDISH.code else f"{language}/"
    return f"blocks/{part}{block}.md.j2"


def insert_name(insert: str, language: str) -> str:
    """Where the text of an insert sheet stands among the sources of the catalogue."""
    part = "" if language == SWEDISH.code else f".{language}"
    return f"inserts/{insert}/body{part}.md.j2"
