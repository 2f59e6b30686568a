"""Bookings as a care system's export tells them, before anybody has decided anything."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from app.person_id import PersonId


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address as registered; every part may be empty."""

    care_of: str = ""
    street: str = ""
    postal_code: str = ""
    town: str = ""
    country: str = ""

    @property
    def is_complete(self) -> bool:
        """True where a letter can be delivered: street, town and, in Sweden, a postal code."""
        return bool(self.street and self.town and (self.postal_code or self.is_abroad))

    @property
    def is_abroad(self) -> bool:
        return bool(self.country) and self.country.strip().casefold() not in _SWEDEN

    def lines(self) -> tuple[str, ...]:
        """The lines under the name: c/o, street, code and town, and COUNTRY in capitals last."""
        care_of = self.care_of
        if care_of and not care_of.casefold().startswith("c/o"):
            care_of = f"c/o {care_of}"
        country = self.country.upper() if self.is_abroad else ""
        town = f"{self.postal_code} {self.town}".strip()
        return tuple(filter(None, (care_of, self.street, town, country)))


_SWEDEN = frozenset({"", "sverige", "sweden", "se"})


@dataclass(frozen=True, slots=True)
class Patient:
    id: PersonId
    given_name: str
    family_name: str
    address: Address
    protected: bool = False
    interpreter: str = ""

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def list_name(self) -> str:
        """Family name first, as a receptionist looks for it."""
        return ", ".join(part for part in (self.family_name, self.given_name) if part)


@dataclass(frozen=True, slots=True)
class Unit:
    """The clinic that sends and receives; `hsa_id` identifies it to 1177."""

    hsa_id: str
    name: str
    phone: str = ""
    phone_hours: str = ""
    street: str = ""
    postal_code: str = ""
    town: str = ""
    directions: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """`starts_at` is aware (Europe/Stockholm), or None where the export's text is no time."""

    starts_at: datetime | None
    care_service: str
    place: str
    examination_code: str = ""
    referred_by: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a value came from: the column's header and the text as it stands in the file."""

    column: str
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A field that the reader could not understand, and a Swedish sentence that says why."""

    field: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Booking:
    """One row of an export. `row_no` counts as the user's own spreadsheet does: header is 1."""

    row_no: int
    care_system: str
    booking_id: str
    patient: Patient
    unit: Unit
    visit: Visit
    problems: tuple[Problem, ...] = ()
    cells: Mapping[str, Cell] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What makes it the same booking in another export: its id, else person, time, unit."""
        if self.booking_id:
            return f"{self.care_system}:{self.booking_id}"
        at = self.visit.starts_at.isoformat() if self.visit.starts_at else ""
        return f"{self.care_system}:{self.patient.id.value}:{at}:{self.unit.hsa_id}"

    def says_the_same_as(self, other: "Booking") -> bool:
        """Whether two exports tell the same of a booking, wherever its row stands in them."""
        return replace(self, row_no=0, cells={}) == replace(other, row_no=0, cells={})

    def age_at_visit(self, today: date) -> int | None:
        """Whole years on the day of the visit, or today where the visit has no time."""
        day = self.visit.starts_at.date() if self.visit.starts_at else today
        return self.patient.id.age_at(day)


@dataclass(frozen=True, slots=True)
class Batch:
    """All bookings of one file. Every row that is not blank is a booking, even a broken one."""

    file_name: str
    digest: str
    care_system: str
    care_system_name: str
    layout_note: str
    bookings: tuple[Booking, ...]
    read_at: datetime
    notes: tuple[str, ...] = ()


class BookingSource(Protocol):
    def read(self, path: Path, *, progress: Callable[[int], None] = ...) -> Batch:
        """The bookings of a file; `progress` gets the number of rows read so far.

        Raises BookingsUnreadable with a sentence for the receptionist.
        """
        ...
