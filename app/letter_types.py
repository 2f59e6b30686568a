"""Letter types: what a folder of templates says of its letters, so that one more needs no code."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from app.draft import Channel, Channels, Draft, Variant
from app.languages import LANGUAGES, SWEDISH
from app.wording import say

# What both channels must agree on, by the names of facts, with the words shown to staff.
PREPARATIONS = "preparations"
PARITY_FACTS = {
    "date": say("datum"),
    "time": say("tid"),
    "place": say("plats"),
    "unit_phone": say("telefon"),
    "free_text": say("fritexten"),
}

FIELD_NAMES = {
    "name": say("patientens namn"),
    "date": say("datum"),
    "time": say("tid"),
    "place": say("plats"),
    "care_service": say("undersökning"),
    "unit_name": say("mottagning"),
    "unit_phone": say("mottagningens telefon"),
    "unit_street": say("mottagningens adress"),
    "unit_town": say("mottagningens postort"),
    "unit_directions": say("vägbeskrivning"),
    "referred_by": say("remitterande enhet"),
    "duration": say("mätningens längd"),
    "free_text": say("fritexten"),
}


class Status(StrEnum):
    """A text is a draft until a unit has approved it."""

    DRAFT = "utkast"
    CURRENT = "gällande"


# What the patient reads as it stands: HTML or Markdown in it would be shown and not obeyed.
_PlainWords = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[^<>*`]*$")]


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LetterWords(_Data):
    """What `letter.toml` says to the patient in one language.

    `values` gives facts by examination code, such as the length of a recording.
    """

    subject: _PlainWords
    document_name: _PlainWords
    values: dict[str, dict[str, str]] = Field(default_factory=dict)


class LetterType(_Data):
    """One folder of `templates/letter_types`: `letter.toml` and `body.md.j2`.

    `message_leaves_out` names the parity facts, or preparations, that the 1177 message may lack,
    each with the reason.
    `channels` are both, or paper only as a form is: 1177 does not reach every patient.
    `leaves_out` names elements of `templates/elements.toml` that the text does without, each with
    the reason, and `no_show` says that it may tell what a missed visit costs.
    `inserts` names folders of `templates/inserts`: sheets that follow the letter on paper.
    `qr` is an address that the page, and only the page, carries as a QR code.
    `languages` holds the words in other languages than Swedish; each has a body of its own, such
    as `body.en.md.j2`. `pages` is for the standard variant.
    """

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    name: str
    purpose: str
    status: Status
    step: int = Field(ge=1, le=2)
    care_systems: tuple[str, ...] = Field(min_length=1)
    required: tuple[str, ...]
    subject: _PlainWords
    document_name: _PlainWords
    channels: Channels = tuple(Channel)
    pages: int = Field(ge=1)
    variants: tuple[Variant, ...] = (Variant.STANDARD, Variant.LARGE)
    message_leaves_out: dict[str, str] = Field(default_factory=dict)
    leaves_out: dict[str, str] = Field(default_factory=dict)
    no_show: bool = False
    values: dict[str, dict[str, str]] = Field(default_factory=dict)
    qr: str = ""
    inserts: tuple[str, ...] = ()
    languages: dict[str, LetterWords] = Field(default_factory=dict)

    @property
    def language_choices(self) -> tuple[tuple[str, str], ...]:
        """The codes of its languages with the words that staff choose them by."""
        return tuple((code, LANGUAGES[code].name) for code in self.offered_languages)

    @property
    def offered_languages(self) -> tuple[str, ...]:
        return (SWEDISH.code, *self.languages)

    def language_of(self, draft: Draft) -> str:
        """The language that is wished for, or Swedish where there is no such text."""
        return draft.language if draft.language in self.languages else SWEDISH.code

    @property
    def offered_variants(self) -> tuple[Variant, ...]:
        """Those of letter.toml, the standard first, and both at once of the two that combine."""
        return _with_combined(self.variants)

    def variants_beside(self, usual: Variant) -> tuple[Variant, ...]:
        """What may be chosen instead of what a draft begins with.

        A child's letter goes to the guardian in each, but where the letter type is for adults.
        """
        to_guardian = tuple(one for one in self.offered_variants if one.is_to_guardian)
        return to_guardian if usual.is_to_guardian and to_guardian else self.offered_variants

    def variant_of(self, draft: Draft) -> Variant:
        """The variant that is wished for, or what of it there is."""
        return _nearest(draft.variant, self.offered_variants)

    def words(self, language: str) -> LetterWords:
        told = {"subject": self.subject, "document_name": self.document_name}
        return self.languages.get(language) or LetterWords(**told, values=self.values)

    def pages_in(self, variant: Variant) -> int:
        """How many pages the letter may take; larger type takes the same text further."""
        return self.pages + variant.is_large

    @field_validator("channels")
    @classmethod
    def _one_is_paper(cls, channels: Channels) -> Channels:
        if Channel.LETTER not in channels:
            raise ValueError(say("channels saknar brev."))
        return channels

    @field_validator("variants")
    @classmethod
    def _one_is_standard(cls, variants: tuple[Variant, ...]) -> tuple[Variant, ...]:
        if Variant.STANDARD not in variants:
            raise ValueError("variants saknar standard.")
        return variants

    @model_validator(mode="after")
    def _languages_say_the_same(self) -> Self:
        for language, words in self.languages.items():
            if language not in LANGUAGES or language == SWEDISH.code:
                raise ValueError(say("språket {language} finns inte.", language=language))
            if _names(words.values) != _names(self.values):
                raise ValueError(
                    say(
                        "values på språket {language} är inte desamma som på svenska.",
                        language=language,
                    )
                )
        return self


@cache
def _with_combined(variants: tuple[Variant, ...]) -> tuple[Variant, ...]:
    both = {Variant.LARGE, Variant.TO_GUARDIAN} <= {*variants}
    combined = {Variant.LARGE_TO_GUARDIAN} if both else set()
    return tuple(one for one in Variant if one in {*variants, *combined})


@cache
def _nearest(wished: Variant, offered: tuple[Variant, ...]) -> Variant:
    """Asked for each row."""
    plain = Variant.STANDARD
    nearest = (wished, plain.addressed_as(wished), wished.addressed_as(plain))
    return next((one for one in nearest if one in offered), plain)


def _names(values: Mapping[str, Mapping[str, str]]) -> dict[str, frozenset[str]]:
    return {code: frozenset(facts) for code, facts in values.items()}
