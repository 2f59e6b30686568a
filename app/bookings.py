"""Bookings as a care system's export tells them, before anybody has decided anything."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from app.care_level import CareLevel
from app.countries import country_name
from app.person_id import PersonId
from app.values import value


@value
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
    def country_name(self) -> str:
        """The country in words, also where a code is written: NO and NOR are Norge."""
        return country_name(self.country)

    @property
    def is_abroad(self) -> bool:
        return bool(self.country) and self.country_name.casefold() not in _SWEDEN

    def lines(self) -> tuple[str, ...]:
        """The lines under the name: c/o, street, code and town, and COUNTRY in capitals last."""
        care_of = self.care_of
        if care_of and not care_of.casefold().startswith("c/o"):
            care_of = f"c/o {care_of}"
        country = self.country_name.upper() if self.is_abroad else ""
        town = f"{self.postal_code} {self.town}".strip()
        return tuple(filter(None, (care_of, self.street, town, country)))


_SWEDEN = frozenset({"", "sverige", "sweden"})


@value
class Patient:
    """`protected_before` where only an earlier file has said that they are `protected`."""

    id: PersonId
    given_name: str
    family_name: str
    address: Address
    protected: bool = False
    interpreter: str = ""
    deceased: bool = False
    phone: str = ""
    protected_before: bool = False

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def list_name(self) -> str:
        """Family name first, as a receptionist looks for it."""
        return ", ".join(part for part in (self.family_name, self.given_name) if part)


@dataclass(frozen=True, slots=True)
class Unit:
    """The clinic that sends and receives; `hsa_id` identifies it to 1177.

    `care_level` is None where nobody has told it.
    """

    hsa_id: str
    name: str
    phone: str = ""
    phone_hours: str = ""
    street: str = ""
    postal_code: str = ""
    town: str = ""
    directions: str = ""
    care_level: CareLevel | None = None


class VisitKind(StrEnum):
    """How a visit is held."""

    IN_PERSON = "besök"
    PHONE = "telefon"
    VIDEO = "video"


@value
class Visit:
    """`starts_at` is aware (Europe/Stockholm), or None where the export tells no time."""

    starts_at: datetime | None
    care_service: str
    place: str
    examination_code: str = ""
    referred_by: str = ""
    kind: VisitKind = VisitKind.IN_PERSON


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a value came from: the column's header and the text as it stands in the file.

    `named_by_standard` says that no header of the file but a standard names it, as in "SCH-11".
    """

    column: str
    text: str
    named_by_standard: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """A field that the reader could not understand, and a Swedish sentence that says why."""

    field: str
    sentence: str


class BookingState(StrEnum):
    """What the export says has become of a booking."""

    BOOKED = "bokad"
    REBOOKED = "ombokad"
    CANCELLED = "avbokad"


VisitKey = tuple[str, datetime, str]

# More than any file has rows, and any row patients, so that the second patient of a group booking
# and the rows of the second of several files have numbers of their own.
_ROWS = 1_000_000
MOST_PATIENTS = 1_000
ROWS_PER_FILE = _ROWS * MOST_PATIENTS
_BY_HAND = 900


def number_by_hand(number: int) -> int:
    """The `row_no` of the first, second … booking that a person has typed."""
    return _BY_HAND * ROWS_PER_FILE + number


def number_in_group(row_no: int, patient: int) -> int:
    """The `row_no` of the second (1), third … patient of one row, message or entry."""
    return row_no + patient * _ROWS


def file_no(row_no: int) -> int:
    """0 for the first of several files; more than there are for what was typed by hand."""
    return row_no // ROWS_PER_FILE


def is_by_hand(row_no: int) -> bool:
    """Whether a person has typed the booking, so that no file has it."""
    return file_no(row_no) == _BY_HAND


def row_label(row_no: int) -> str:
    """A row as its user finds it.

    14, 2:14 in the second of several files, 14/2 for the second patient of a group booking, and
    H1 for the first that was typed by hand.
    """
    number, in_file = divmod(row_no, ROWS_PER_FILE)
    patient, in_file = divmod(in_file, _ROWS)
    if is_by_hand(row_no):
        return f"H{in_file}"
    label = f"{in_file}/{patient + 1}" if patient else str(in_file)
    return f"{number + 1}:{label}" if number else label


@value
class Booking:
    """One row of an export. `row_no` counts as the user's own spreadsheet does: header is 1.

    In the second of several files `ROWS_PER_FILE` is added to it, and so on. `doubts` are what
    was read in a way that a person should look at, such as a number whose zeros were gone. `texts`
    are all cells of its row as they stand in the file, under its file's header.
    """

    row_no: int
    care_system: str
    booking_id: str
    patient: Patient
    unit: Unit
    visit: Visit
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()
    cells: Mapping[str, Cell] = field(default_factory=dict)
    state: BookingState = BookingState.BOOKED
    texts: tuple[str, ...] = field(default=(), repr=False, compare=False)

    @property
    def row_label(self) -> str:
        return row_label(self.row_no)

    @property
    def key(self) -> str:
        """What makes it the same booking in another export: its id, else person, time, unit.

        Without a time what it is for stands in its place, so that an offer is not its reminder.
        """
        if self.booking_id:
            return f"{self.care_system}:{self.booking_id}"
        visit = self.visit
        at = visit.starts_at.isoformat() if visit.starts_at else ""
        about = at or (visit.examination_code or visit.care_service).casefold()
        return f"{self.care_system}:{self.patient.id.value}:{about}:{self.unit.hsa_id}"

    @property
    def can_be_known_again(self) -> bool:
        """Whether its key in another file tells of this very booking.

        Without an id and a time it may as well be the next offer to the same person, years later,
        so only the same file again is taken for the same; of any other a person is asked.
        """
        return bool(self.booking_id or self.visit.starts_at)

    @property
    def visit_key(self) -> VisitKey | None:
        """Person, time and unit, by which a visit is known where its booking id has changed."""
        person, at, unit = self.patient.id.value, self.visit.starts_at, self.unit.hsa_id
        return (person, at, unit) if person and at and unit else None

    def says_the_same_as(self, other: "Booking") -> bool:
        """Whether two exports tell the same of a booking, wherever its row stands in them."""
        return replace(self, row_no=0, cells={}) == replace(other, row_no=0, cells={})

    def age_at_visit(self, today: date) -> int | None:
        """Whole years on the day of the visit, or today where the visit has no time."""
        day = self.visit.starts_at.date() if self.visit.starts_at else today
        return self.patient.id.age_at(day)


@dataclass(frozen=True, slots=True)
class Batch:
    """All bookings of one file. Every row that is not blank is a booking, even a broken one.

    `headers` are the file's own, or those of each of several files.
    """

    file_name: str
    digest: str
    care_system: str
    care_system_name: str
    layout_note: str
    bookings: tuple[Booking, ...]
    read_at: datetime
    notes: tuple[str, ...] = ()
    headers: tuple[tuple[str, ...], ...] = ()
