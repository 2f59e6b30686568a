"""A care system: how its exports are read, its letter types, its units and their roll-out step.

No vendor's export layout is public, so every layout is assumed data until a unit confirms its own.
"""

import re
import tomllib
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from app.bookings import Unit
from app.errors import SettingsUnreadable

# What an export's column may hold. `name` is "family name, given name" in one column, and
# `starts_at` a date and a time in one.
FieldName = Literal[
    "booking_id",
    "person_id",
    "name",
    "given_name",
    "family_name",
    "care_of",
    "street",
    "postal_code",
    "town",
    "country",
    "protected",
    "interpreter",
    "starts_at",
    "date",
    "time",
    "care_service",
    "examination_code",
    "place",
    "unit",
    "unit_hsa_id",
    "referred_by",
]


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class RolloutStep(_Data):
    """Step 0 is not connected, 1 a simple digital kallelse beside paper, 2 a complete one."""

    step: int = Field(ge=0, le=2)
    valid_from: date


class CareUnit(_Data):
    """One sending clinic; `aliases` are the names that exports use for it."""

    hsa_id: str
    name: str
    aliases: tuple[str, ...] = ()
    phone: str = ""
    phone_hours: str = ""
    street: str = ""
    postal_code: str = ""
    town: str = ""
    directions: str = ""
    rollout: tuple[RolloutStep, ...] = Field(min_length=1)

    def step_on(self, day: date) -> int:
        """The roll-out step in force on a day; 0 before the first."""
        begun = [(one.valid_from, one.step) for one in self.rollout if one.valid_from <= day]
        return max(begun)[1] if begun else 0

    def as_unit(self) -> Unit:
        return Unit(
            hsa_id=self.hsa_id,
            name=self.name,
            phone=self.phone,
            phone_hours=self.phone_hours,
            street=self.street,
            postal_code=self.postal_code,
            town=self.town,
            directions=self.directions,
        )


class LetterTypeRule(_Data):
    """Bookings whose examination code starts with `code` take this letter type; "" is any."""

    code: str = ""
    letter_type: str


class CareSystem(_Data):
    """`columns` maps our field names to the header texts that exports may use for them.

    A file is this system's where every field of `signature` has its column.
    """

    id: str
    name: str
    layout_note: str
    columns: dict[FieldName, tuple[str, ...]]
    signature: tuple[FieldName, ...] = Field(min_length=2)
    letter_types: tuple[LetterTypeRule, ...] = Field(min_length=1)
    units: tuple[CareUnit, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _one_meaning_each(self) -> Self:
        headers = Counter(loose_key(text) for texts in self.columns.values() for text in texts)
        twice = [header for header, times in headers.items() if times > 1]
        if twice:
            raise ValueError(f"the same header stands for two fields: {', '.join(twice)}")
        absent = [name for name in self.signature if not self.columns.get(name)]
        if absent:
            raise ValueError(f"the signature names fields without headers: {', '.join(absent)}")
        return self

    def unit(self, hsa_id: str) -> CareUnit | None:
        """HSA-ids are compared without regard to case."""
        wanted = hsa_id.casefold()
        for unit in self.units:
            if unit.hsa_id.casefold() == wanted:
                return unit
        return None

    def unit_named(self, name: str) -> CareUnit | None:
        """The unit with this name, or that exports call this."""
        wanted = loose_key(name)
        for unit in self.units:
            if wanted in map(loose_key, (unit.name, *unit.aliases)):
                return unit
        return None

    def letter_type_for(self, examination_code: str) -> str:
        """The letter type of the longest matching code, or "" where none matches."""
        code = examination_code.strip().casefold()
        matching = [r for r in self.letter_types if code.startswith(r.code.casefold())]
        return max(matching, key=lambda rule: len(rule.code)).letter_type if matching else ""


def loose_key(text: str) -> str:
    """Two headers or names are the same where only case, spaces, _, - or Unicode form differ."""
    return _LOOSE.sub("", unicodedata.normalize("NFC", text).casefold())


_LOOSE = re.compile(r"[\s_\-\u200b\u2060\ufeff]+")


def load_care_systems(folder: Path) -> tuple[CareSystem, ...]:
    """Every care system of a folder of TOML files, by id.

    Raises SettingsUnreadable naming the file that is wrong.
    """
    return tuple(_load(path) for path in sorted(folder.glob("*.toml")))


def _load(path: Path) -> CareSystem:
    try:
        return CareSystem.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise SettingsUnreadable(
            f"Vårdsystemets fil {path.name} går inte att använda.",
            "Meddela den som ansvarar för programmets inställningar.",
            detail=str(error),
        ) from error
