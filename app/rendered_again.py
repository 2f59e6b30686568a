"""A kept letter made once more of what was kept with it: the same bytes, or what differs."""

import json
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from pydantic import ValidationError

from app.draft import Draft
from app.errors import KallelseError
from app.history import SentLetter
from app.letter_press import LetterPress
from app.letter_types import FIELD_NAMES
from app.letters import Letter
from app.orders import kept_draft
from app.print_profile import PROFILE_SOURCES, PrintProfile
from app.region import REGION_SOURCES, RegionRules
from app.swedish_dates import capitalised
from app.template_sources import write_sources
from app.wording import say

# Which versions made a letter, among its kept sources: a JSON object of names and versions.
MADE_WITH = "made_with.json"

_THE_SAME = say("Gjord på nytt är kallelsen densamma, byte för byte.")
_NOT_THE_SAME = say("Gjord på nytt är kallelsen inte densamma. Det som skickades är oförändrat.")
_NOT_KEPT = {
    REGION_SOURCES: say("Regionens uppgifter sparades inte med kallelsen, så dagens användes."),
    PROFILE_SOURCES: say("Utskriftsprofilen sparades inte med kallelsen, så dagens användes."),
    MADE_WITH: say("Vilken version av programmet som gjorde kallelsen sparades inte."),
}
_UNREADABLE = say("Det som sparades går inte att läsa i den här versionen av programmet.")
_UNEXPLAINED = say("Inget av det som sparades förklarar skillnaden.")


@dataclass(frozen=True, slots=True)
class RenderedAgain:
    """`differences` are sentences: none where every byte is the same."""

    differences: tuple[str, ...] = ()

    @property
    def is_same(self) -> bool:
        return not self.differences

    @property
    def sentence(self) -> str:
        """All of it, for staff."""
        return " ".join((_NOT_THE_SAME, *self.differences)) if self.differences else _THE_SAME


class PressOf(Protocol):
    """Makes a press of a templates folder by the rules and the profile that a letter had."""

    def __call__(
        self, templates: Path, *, rules: RegionRules, profile: PrintProfile
    ) -> LetterPress: ...


@dataclass(frozen=True, slots=True)
class RenderingAgain:
    """`rules` and `profile` are today's, for letters that older programs kept without theirs.

    `made_with` is what `MADE_WITH` tells of the program that runs now.
    """

    press_of: PressOf
    rules: RegionRules
    profile: PrintProfile
    made_with: Mapping[str, str]

    def render(self, sent: SentLetter) -> RenderedAgain:
        """Nothing is stored or sent. Raises LetterIncomplete where an older program kept no draft.

        Templates that this program cannot read any more are a difference too.
        """
        sources: dict[str, str] = json.loads(sent.sources)
        circumstances = tuple(self._circumstances(sources))
        draft = kept_draft(sent.data)
        try:
            letter, content = self._made(draft, sent, sources)
        except KallelseError as error:
            return RenderedAgain((str(error), *circumstances))
        except ValidationError:
            return RenderedAgain((_UNREADABLE, *circumstances))
        if content == sent.content:
            return RenderedAgain()
        return RenderedAgain((*_fields(letter, sent), *circumstances) or (_UNEXPLAINED,))

    def _made(
        self, draft: Draft, sent: SentLetter, sources: Mapping[str, str]
    ) -> tuple[Letter, bytes]:
        """As of the day that it was written on, so that no rule of another day holds."""
        written_on = date.fromisoformat(json.loads(sent.data)["written_on"])
        region, profile = _kept(sources, REGION_SOURCES), _kept(sources, PROFILE_SOURCES)
        with tempfile.TemporaryDirectory(prefix="kallelser-") as folder:
            write_sources(sources, Path(folder))
            press = self.press_of(
                Path(folder),
                rules=RegionRules.model_validate_json(region) if region else self.rules,
                profile=PrintProfile.model_validate_json(profile) if profile else self.profile,
            )
            letter = press.letter(draft, today=written_on)
            return letter, press.previewer.content(letter, sent.dispatch.channel)

    def _circumstances(self, sources: Mapping[str, str]) -> Iterator[str]:
        """What may explain a difference: what was not kept, and what is of another version now."""
        yield from (sentence for name, sentence in _NOT_KEPT.items() if not _kept(sources, name))
        then: dict[str, str] = json.loads(_kept(sources, MADE_WITH) or "{}")
        now: dict[str, str] = json.loads(self.made_with[MADE_WITH])
        for name, version in then.items():
            if now.get(name) != version:
                yield say(
                    "{name}: version {before} då, {after} nu.",
                    name=name,
                    before=version,
                    after=now.get(name, "–"),
                )


def _kept(sources: Mapping[str, str], beginning: str) -> str:
    """The text whose name begins so; "" where there is none."""
    return next((text for name, text in sources.items() if name.startswith(beginning)), "")


def _fields(letter: Letter, sent: SentLetter) -> Iterator[str]:
    """The facts that the letter told otherwise, and the id that was printed on it."""
    told: dict[str, str] = json.loads(sent.data)["facts"]
    before = {**told, _REFERENCE: sent.dispatch.reference}
    after = {**letter.facts, _REFERENCE: letter.reference}
    for name in (*before, *(name for name in after if name not in before)):
        old, new = before.get(name, ""), after.get(name, "")
        if old != new:
            label = _LABELS.get(name, name)
            yield say(
                "{label}: «{old}» då, «{new}» nu.", label=capitalised(label), old=old, new=new
            )


_REFERENCE = "reference"
_LABELS = {**FIELD_NAMES, _REFERENCE: say("brev-id")}
