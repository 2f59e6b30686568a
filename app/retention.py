"""How long letters are kept, kind by kind, and the decision that each rule rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.settings_files import or_unreadable, read_toml
from app.swedish_dates import STOCKHOLM
from app.wording import say

ALL_OTHERS = "*"
# Source: HSLF-FS 2016:40 4 kap. 9 §.
LEAST_LOG_YEARS = 5


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Rule(_Data):
    """`keep_years` are whole years after the visit, or after the last change where that is later.

    `decision` says who decided it, when and under what number; "" where nobody has.
    """

    letter_types: tuple[str, ...] = Field(min_length=1)
    keep_years: int = Field(ge=1)
    decision: str = ""
    note: str = ""


class LogRule(_Data):
    """Of what the log tells of patients, when their letters are gone."""

    keep_years: int = Field(ge=LEAST_LOG_YEARS)
    decision: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """By letter type, the time since which a letter must have been left alone to be due.

    `of_others` holds for kinds that are not named, and `log` for the log; None is never.
    """

    of_kinds: Mapping[str, datetime]
    of_others: datetime | None
    log: datetime | None


class RetentionRules(_Data):
    """A kind is named once. Without a log rule, nothing that the log tells is ever taken out."""

    rules: tuple[Rule, ...]
    log: LogRule | None = None

    @model_validator(mode="after")
    def _names_each_kind_once(self) -> Self:
        named = [kind for rule in self.rules for kind in rule.letter_types]
        if len(named) != len(set(named)):
            raise ValueError("a letter type has two rules")
        return self

    @property
    def is_decided(self) -> bool:
        """Whether a purge may follow them: somebody has decided every one."""
        decided = [rule.decision for rule in self.rules]
        return bool(decided) and all((*decided, self.log.decision if self.log else "-"))

    def due(self, as_of: date) -> Due:
        """Counted from the beginning of a Swedish day."""
        kinds = {
            kind: _years_before(as_of, rule.keep_years)
            for rule in self.rules
            for kind in rule.letter_types
        }
        others = kinds.pop(ALL_OTHERS, None)
        return Due(kinds, others, _years_before(as_of, self.log.keep_years) if self.log else None)


def load_retention(*, shipped: Path, own: Path) -> RetentionRules:
    """A unit's own rules where it has any. Raises SettingsUnreadable."""
    path = own if own.exists() else shipped
    what = say("Gallringsreglerna i {file} går inte att använda.", file=path.name)
    todo = say("Rätta filen. Tills dess gallras ingenting.")
    with or_unreadable(what, todo):
        return read_toml(path, RetentionRules)


def _years_before(day: date, years: int) -> datetime:
    """The 29th of February becomes the 28th, a day that is never too late."""
    try:
        earlier = day.replace(year=day.year - years)
    except ValueError:
        earlier = day.replace(year=day.year - years, day=28)
    return datetime.combine(earlier, time(), STOCKHOLM)
