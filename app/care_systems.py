"""A care system: how its exports are read, its letter types, its units and their roll-out step.

No vendor's export layout is public, so every layout is assumed data until a unit confirms its own.
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.bookings import Batch, Booking, BookingState, Unit
from app.care_level import CareLevel
from app.settings_files import or_unreadable, read_toml
from app.wording import say, translated

# What an export's column may hold. `name` is "family name, given name" in one column, and
# `starts_at` a date and a time in one. `state` says whether the booking is made, moved or
# cancelled, and `visit_kind` whether it is a visit, a phone call or a video call.
FieldName = Literal[
    "booking_id",
    "person_id",
    "name",
    "given_name",
    "family_name",
    "birth_date",
    "deceased",
    "phone",
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
    "state",
    "visit_kind",
]

# What files a care system gives: tables as CSV or XLSX, or those that a standard fixes.
FileFormat = Literal["tabell", "hl7v2", "fhir", "rivta"]


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class RolloutStep(_Data):
    """Step 0 is not connected, 1 a simple digital kallelse beside paper, 2 a complete one."""

    step: int = Field(ge=0, le=2)
    valid_from: date


class CareUnit(_Data):
    """One sending clinic; `aliases` are the names that exports use for it.

    `care_level` decides which of the region's rules of cancelling its letters tell.
    """

    hsa_id: str
    name: str
    aliases: tuple[str, ...] = ()
    phone: str = ""
    phone_hours: str = ""
    street: str = ""
    postal_code: str = ""
    town: str = ""
    directions: str = ""
    care_level: CareLevel | None = None
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
            care_level=self.care_level,
        )


class LetterTypeRule(_Data):
    """Bookings that it fits take its letter type; "" fits any.

    `code` is how the examination code begins.
    """

    code: str = ""
    state: Literal["", "ombokad", "avbokad"] = ""
    visit_kind: Literal["", "telefon", "video"] = ""
    letter_type: str

    def fits(self, code: str, *, state: str, visit_kind: str) -> bool:
        """Codes are compared without regard to case."""
        return (
            code.strip().casefold().startswith(self.code.casefold())
            and self.state in {"", state}
            and self.visit_kind in {"", visit_kind}
        )

    @property
    def weight(self) -> tuple[bool, bool, int]:
        """That a visit is cancelled matters more than how it is held, and that more than why."""
        return bool(self.state), bool(self.visit_kind), len(self.code)


class CareSystem(_Data):
    """`columns` maps our field names to the header texts that exports may use for them.

    A table is this system's where every field of `signature` has its column. A file of a standard
    format is where it comes from one of `senders` or of `units`. `timed` is false where letters
    may go out without a booked time.
    """

    id: str
    name: str
    layout_note: str
    formats: tuple[FileFormat, ...] = Field(default=("tabell",), min_length=1)
    senders: tuple[str, ...] = ()
    timed: bool = True
    columns: dict[FieldName, tuple[str, ...]] = Field(default_factory=dict)
    signature: tuple[FieldName, ...] = ()
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

    @model_validator(mode="after")
    def _tables_can_be_recognised(self) -> Self:
        if "tabell" in self.formats and len(self.signature) < _SHORTEST_SIGNATURE:
            raise ValueError("a table needs a signature of two fields or more")
        return self

    def batch_by_hand(self, at: datetime) -> Batch:
        """The list, empty at first, of bookings that a person types."""
        return Batch(
            file_name=say("Skriven för hand"),
            digest=hashlib.sha256(f"{self.id} {at.isoformat()}".encode()).hexdigest(),
            care_system=self.id,
            care_system_name=self.name,
            layout_note=translated(self.layout_note),
            bookings=(),
            read_at=at,
        )

    @property
    def must_be_told(self) -> tuple[FieldName, ...]:
        """The fields that every table must have; a booking without an id has other marks."""
        return tuple(name for name in self.signature if name != "booking_id")

    def sends_as(self, sender: str) -> bool:
        """Whether a standard file from this name or HSA-id comes from this system."""
        return loose_key(sender) in map(loose_key, self.senders) or self.unit(sender) is not None

    def unit(self, hsa_id: str) -> CareUnit | None:
        """HSA-ids are compared without regard to case."""
        return self._units_by_id.get(hsa_id.casefold())

    def step_on(self, day: date, *, unit: str) -> int:
        """The unit's roll-out step in force on a day; 0 before the first, and for no unit of ours.

        `unit` is an HSA-id.
        """
        return self._step_on(day, unit)

    def unit_named(self, name: str) -> CareUnit | None:
        """The unit with this name, or that exports call this."""
        wanted = loose_key(name)
        for unit in self.units:
            if wanted in map(loose_key, (unit.name, *unit.aliases)):
                return unit
        return None

    def letter_type_for_booking(self, booking: Booking) -> str:
        """The letter type of a booking as it stands, or "" where there is none."""
        visit = booking.visit
        return self._letter_type(
            visit.examination_code, state=booking.state.value, visit_kind=visit.kind.value
        )

    @cached_property
    def state_letters(self) -> Mapping[BookingState, str]:
        """The letter types for moved and cancelled bookings, whatever they are for, or ""."""
        told = (BookingState.REBOOKED, BookingState.CANCELLED)
        return {state: self._letter_type("", state=state.value, visit_kind="") for state in told}

    @cached_property
    def _step_on(self) -> Callable[[date, str], int]:
        """Thousands of bookings are of the same few units."""

        @cache
        def step(day: date, hsa_id: str) -> int:
            unit = self.unit(hsa_id)
            return unit.step_on(day) if unit else 0

        return step

    @cached_property
    def _units_by_id(self) -> Mapping[str, CareUnit]:
        return {unit.hsa_id.casefold(): unit for unit in reversed(self.units)}

    @cached_property
    def _letter_type(self) -> Callable[..., str]:
        """Thousands of bookings ask the same few questions."""
        return cache(self._look_up)

    def _look_up(self, code: str, *, state: str, visit_kind: str) -> str:
        fitting = [
            rule
            for rule in self.letter_types
            if rule.fits(code, state=state, visit_kind=visit_kind)
        ]
        return max(fitting, key=lambda rule: rule.weight).letter_type if fitting else ""


_SHORTEST_SIGNATURE = 2


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
    what = say("Vårdsystemets fil {file} går inte att använda.", file=path.name)
    with or_unreadable(what, say("Meddela den som ansvarar för programmets inställningar.")):
        return read_toml(path, CareSystem)
