"""What a letter has to say, and what only some letters may: `templates/elements.toml`."""

import re
import tomllib
from collections.abc import Iterable, Iterator

from pydantic import BaseModel, ConfigDict, Field

from app.draft import Channel
from app.errors import TemplateBroken
from app.letter_catalogue import LetterCatalogue
from app.letter_types import LetterType
from app.letters import Letter
from app.wording import say

ELEMENTS = "elements.toml"

_Words = dict[str, tuple[str, ...]]  # by language


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Element(_Data):
    """Something that a letter has to say; `templates/elements.toml` tells what its fields mean."""

    id: str
    name: str
    todo: str
    source: str
    tells: tuple[str, ...] = ()
    says: _Words = Field(default_factory=dict)
    when: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()

    @property
    def must_be_required(self) -> frozenset[str]:
        """Without its only fact, a letter of that booking would lack the element."""
        return frozenset(self.tells if len(self.tells) == 1 else ())

    def concerns(self, letter_type: LetterType) -> bool:
        due = set(self.when) <= set(letter_type.required)
        return due and self.id not in letter_type.leaves_out

    def channels_of(self, letter_type: LetterType) -> tuple[Channel, ...]:
        """In step 1 the message only confirms what the letter tells in full."""
        usual = (Channel.LETTER,) if letter_type.step == 1 else letter_type.channels
        return tuple(one for one in self.channels or usual if one in letter_type.channels)

    def is_in(self, text: str, letter: Letter) -> bool:
        facts = [letter.facts[name] for name in self.tells if letter.facts.get(name)]
        words = self.says.get(letter.language, ())
        told = not self.tells or _any_in(text, facts)
        return told and (not words or _any_in(text, words))


class NoShow(_Data):
    """What a missed visit costs: words for it, or a sentence of both missing one and paying."""

    says: _Words
    missed: _Words
    costs: _Words
    source: str

    def is_in(self, text: str, *, language: str) -> bool:
        says, missed, costs = (
            words.get(language, ()) for words in (self.says, self.missed, self.costs)
        )
        sentences = re.split(r"[.!?]\s|\n", text)
        both = any(_any_in(one, missed) and _any_in(one, costs) for one in sentences)
        return both or _any_in(text, says)


class Elements(_Data):
    elements: tuple[Element, ...]
    no_show: NoShow

    @classmethod
    def of(cls, catalogue: LetterCatalogue) -> "Elements":
        """Those of a templates folder. Raises TemplateBroken."""
        try:
            return cls.model_validate(tomllib.loads(catalogue.sources[ELEMENTS]))
        except (KeyError, ValueError) as error:
            raise TemplateBroken(
                say("Filen {elements} bland mallarna går inte att använda.", elements=ELEMENTS),
                say("Jämför den med den som följde med programmet."),
                detail=str(error),
                file=ELEMENTS,
            ) from error

    def due_in(self, letter_type: LetterType) -> Iterator[Element]:
        """Those that a letter type must tell, as it is declared."""
        return (one for one in self.elements if one.concerns(letter_type))


def _any_in(text: str, wanted: Iterable[str]) -> bool:
    folded = text.casefold()
    return any(one.casefold() in folded for one in wanted)
