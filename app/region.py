"""The rules and facts of one region: who gets what, notice times, with source and start date."""

from datetime import date, time
from enum import StrEnum
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.care_level import CareLevel
from app.settings_files import or_unreadable, read_toml
from app.wording import say

# Where a region stands among the sources of a kept letter.
REGION_SOURCES = "regions/"


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Condition(StrEnum):
    """What a channel rule may ask about a letter; the first matching rule of the file decides."""

    PROTECTED = "protected"
    UNKNOWN_ID = "unknown_id"
    TEMPORARY_ID = "temporary_id"
    NOT_CONNECTED = "not_connected"
    STEP_1 = "step_1"
    NOT_ANSWERED = "not_answered"
    NO_LOGIN = "no_login"
    NO_NOTIFICATIONS = "no_notifications"
    AGE_13_TO_17 = "age_13_to_17"
    INTERPRETER = "interpreter"
    ALWAYS = "always"


class Effect(StrEnum):
    NOTHING = "nothing"
    LETTER_ONLY = "letter_only"
    MESSAGE_ONLY = "message_only"
    BOTH = "both"


class ChannelRule(_Data):
    """`reason` is the sentence the receptionist sees; `source` tells where the rule is from.

    `override` is what a person may choose instead for one letter; most often nothing.
    `confirmed` is true where the region itself has said that the rule is its own.
    """

    when: Condition
    effect: Effect
    override: tuple[Effect, ...] = ()
    reason: str
    source: str
    valid_from: date
    confirmed: bool = False

    @model_validator(mode="after")
    def _offers_only_ways_to_send(self) -> Self:
        if self.override and Effect.NOTHING in {self.effect, *self.override}:
            raise ValueError(f"{self.when}: to send nothing is no choice and leaves none")
        return self


class Fact(_Data):
    """A sentence or figure for letters; `confirmed` is false where its source is old or undated.

    `name` is the word for it shown to staff, the same for facts of one kind.
    `text_en` is the text in English; without it an English letter leaves the fact out.
    """

    name: str = Field(min_length=1)
    text: str
    text_en: str = ""
    source: str
    valid_from: date
    confirmed: bool

    def in_language(self, language: str) -> str:
        return {"sv": self.text, "en": self.text_en}[language]


class Notice(_Data):
    """Limits in days before the visit, the age bands of the region's routine, and its hours.

    A visit later than `farthest_days` ahead, outside the hours or on a weekend is looked at.
    """

    paper_days: int = Field(ge=0)
    inbox_days: int = Field(ge=0)
    child_below: int = Field(ge=0)
    own_login_from: int = Field(ge=0)
    adult_from: int = Field(ge=0)
    farthest_days: int = Field(ge=1)
    day_begins: time
    day_ends: time


class UnreadRule(_Data):
    """A message that nobody has opened after `hours` is offered as a letter too.

    `confirmed` is false where the region itself has not told its practice.
    """

    hours: int = Field(ge=1)
    source: str = Field(min_length=1)
    confirmed: bool


class SendingRule(_Data):
    """What is confirmed twice: more than `many` letters, or outside the hours of working days.

    `confirmed` is false where the region itself has not told its practice.
    """

    many: int = Field(ge=1)
    day_begins: time
    day_ends: time
    source: str = Field(min_length=1)
    confirmed: bool


class FreeTextRules(_Data):
    """Beginnings and parts of words that a person should look at before they are sent."""

    sensitive: tuple[str, ...] = ()
    source: str = ""


class Prices(_Data):
    """In kronor, of a sheet of paper with its print, and of a letter's postage; None is unknown."""

    sheet: float | None = Field(default=None, ge=0)
    postage: float | None = Field(default=None, ge=0)


class RegionRules(_Data):
    """`link_domains` are the web sites, with their sub-domains, that a letter may link to.

    `sending` is None where nothing is unusual enough to be confirmed twice.
    `unread` is None where an unread message is no reason for a letter. `cancel_notice` holds the
    fact of that name for each level of care: until when a visit may be cancelled.
    """

    id: str
    name: str
    link_domains: tuple[str, ...] = ()
    notice: Notice
    facts: dict[str, Fact]
    cancel_notice: dict[CareLevel, Fact] = Field(default_factory=dict)
    free_text: FreeTextRules = FreeTextRules()
    sending: SendingRule | None = None
    unread: UnreadRule | None = None
    prices: Prices = Prices()
    channel_rules: tuple[ChannelRule, ...] = Field(min_length=1)

    @property
    def source(self) -> dict[str, str]:
        """All of it as a file's name and text, to be kept beside the templates of a letter."""
        return {f"{REGION_SOURCES}{self.id}.json": self.model_dump_json()}

    def allows_link(self, url: str) -> bool:
        """Whether a letter may lead to an address: https, and one of `link_domains`."""
        found = urlsplit(url)
        host = f".{found.hostname}"
        inside = any(host.endswith(f".{domain}") for domain in self.link_domains)
        return found.scheme == "https" and inside and "@" not in found.netloc

    def facts_at(self, care_level: CareLevel | None) -> dict[str, Fact]:
        """By name; without `cancel_notice` where nobody has told what care the unit gives."""
        notice = self.cancel_notice.get(care_level) if care_level else None
        return self.facts | ({"cancel_notice": notice} if notice else {})

    def facts_on(
        self, day: date, *, care_level: CareLevel | None = None, language: str = "sv"
    ) -> dict[str, str]:
        """The texts in force on a day, by name; "" for one that is not told in the language."""
        facts = self.facts_at(care_level)
        in_force = {name: fact for name, fact in facts.items() if fact.valid_from <= day}
        return {name: fact.in_language(language) for name, fact in in_force.items()}


def load_region(path: Path) -> RegionRules:
    """The rules of one TOML file. Raises SettingsUnreadable."""
    what = say("Regionens regelfil {file} går inte att använda.", file=path.name)
    with or_unreadable(what, say("Meddela den som ansvarar för programmets inställningar.")):
        return read_toml(path, RegionRules)
