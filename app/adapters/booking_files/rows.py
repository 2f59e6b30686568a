"""One record of a table made a booking; what cannot be understood is told, never dropped."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from functools import cache, partial
from operator import attrgetter, itemgetter
from typing import TypeVar

from app.adapters.booking_files.layout import Layout
from app.adapters.booking_files.moments import possible_birthdays, split_moment
from app.adapters.booking_files.readings import (
    Problems,
    birthday_problems,
    error_in,
    is_protected,
    is_yes,
    read_interpreter,
    read_postal_code,
    read_starts_at,
    read_state,
    read_unit,
    read_visit_kind,
    unwrapped,
    why_no_person_id,
)
from app.adapters.booking_files.record import Record
from app.adapters.booking_files.text import LONGEST, clean, is_garbled, is_plain, name_flaw
from app.bookings import Address, Booking, Patient, Problem, Unit, Visit
from app.person_id import IdKind, PersonId, classify, classify_without_zeros, has_wrong_plus
from app.source_cells import Columns, SourceCells
from app.values import value
from app.wording import say

T = TypeVar("T")

GARBLED = Problem("row", say("Tecken på raden är förvanskade, ofta å, ä och ö."))
TOO_MANY_CELLS = Problem(
    "row",
    say("Raden har fler celler än filen har kolumner, så uppgifterna kan ha hamnat fel."),
)
_ZEROS_GONE = say(
    "Nollor i början av personnumret saknas, troligen borttagna av ett kalkylprogram. "
    "Det är tolkat som {}."
)
_WRONG_PLUS = say(
    "Personnumret har ett plustecken, men patienten är inte hundra år. Kontrollera det."
)
_TOO_LONG = say("Texten i «{header}» är {length} tecken lång. Den kan vara högst {most}.")
_TWO_TIMES = Problem("starts_at", say("Raden har två starttider som inte är samma."))
NO_NAME = Problem("name", say("Patientens namn saknas."))
CUT_OFF = Problem(
    "protected",
    say("Raden slutar för tidigt, så det går inte att se om patienten har skyddade uppgifter."),
)


@value
class _Texts:
    """The cleaned texts of a row, "" where there is no column: a field each of FieldName."""

    booking_id: str
    person_id: str
    name: str
    given_name: str
    family_name: str
    birth_date: str
    deceased: str
    phone: str
    care_of: str
    street: str
    postal_code: str
    town: str
    country: str
    protected: str
    interpreter: str
    starts_at: str
    date: str
    time: str
    care_service: str
    examination_code: str
    place: str
    unit: str
    unit_hsa_id: str
    referred_by: str
    state: str
    visit_kind: str


class RowReader:
    """Makes bookings of one file's records. What many rows share is worked out once."""

    def __init__(self, layout: Layout, *, width: int, today: date) -> None:
        self._layout = layout
        self._columns = layout.columns
        is_standard = layout.row_no == 0
        self._source = Columns(layout.header, layout.columns, named_by_standard=is_standard)
        self._headers = len(layout.header)
        self._width = max(width, self._headers)
        self._today = today
        # A field without a column is taken from the empty cell that ends every row.
        places = [layout.columns.get(one.name, self._headers) for one in fields(_Texts)]
        self._pick = itemgetter(*places)
        self._flags_at = layout.flags
        known = layout.columns.get("protected")
        self._other_flags_at = [at for at in layout.flags if at != known]
        self._names_at = [at for name, at in layout.columns.items() if name in _NAMES]
        self._read_unit = cache(partial(read_unit, layout.care_system))
        self._read_starts_at = cache(self._starts_at)
        self._read_postal_code = cache(read_postal_code)
        self._read_state = cache(read_state)
        self._read_visit_kind = cache(read_visit_kind)

    def booking(self, record: Record) -> Booking:
        row = self._row(record)
        texts = row.texts
        return Booking(
            row_no=record.row_no,
            care_system=self._layout.care_system.id,
            booking_id=texts.booking_id,
            patient=self._patient(row),
            unit=row.keep(self._unit(texts)),
            visit=self._visit(row),
            state=row.keep(self._read_state(texts.state)),
            problems=tuple(row.problems),
            doubts=tuple(row.doubts),
            cells=SourceCells(self._source, record.cells),
            texts=record.cells,
        )

    def _row(self, record: Record) -> "_Row":
        cells = record.cells
        whole = "".join(cells)
        plain = is_plain(whole)
        cleaned = tuple(map(str.strip, cells)) if plain else clean(cells)
        row = _Row(self._texts(cleaned), list(record.problems))
        if not plain:
            row.problems.extend(self._flaws(cells, cleaned))
        if len(cells) > self._headers and self._has_cells_too_many(cells):
            row.problems.append(TOO_MANY_CELLS)
        if self._flags_at and len(cells) <= self._flags_at[-1]:
            row.problems.append(CUT_OFF)
        if self._other_flags_at:
            others = [cleaned[at] for at in self._other_flags_at if at < len(cells)]
            flag = next(filter(is_yes, (row.texts.protected, *others)), "")
            row.texts = replace(row.texts, protected=flag)
        if "#" in whole:
            row.problems.extend(self._errors(row.texts))
        if len(whole) > LONGEST:
            self._shorten(row, cells)
        return row

    def _texts(self, cells: tuple[str, ...]) -> _Texts:
        missing = self._headers - len(cells)
        if missing:
            cells = cells[: self._headers] + ("",) * missing
        return _Texts(*self._pick((*cells, "")))

    def _flaws(self, cells: tuple[str, ...], cleaned: tuple[str, ...]) -> Iterator[Problem]:
        if is_garbled("".join(cells)):
            yield GARBLED
        for index in self._names_at:
            raw = cells[index] if index < len(cells) else ""
            if flaw := name_flaw(raw.strip()[:LONGEST], cleaned[index] if raw else ""):
                yield Problem("name", say("Namnet {flaw}.", flaw=flaw))

    def _has_cells_too_many(self, cells: tuple[str, ...]) -> bool:
        return len(cells) > self._width or any(cells[self._headers :])

    def _errors(self, texts: _Texts) -> Iterator[Problem]:
        for name, index in self._columns.items():
            if sentence := error_in(getattr(texts, name), self._layout.header[index]):
                yield Problem(name, sentence)

    def _shorten(self, row: "_Row", cells: tuple[str, ...]) -> None:
        """No cell may swell a letter or a list; the whole text stays in the booking's cells."""
        for name, index in self._columns.items():
            length = len(cells[index].strip()) if index < len(cells) else 0
            if length > LONGEST:
                row.texts = replace(row.texts, **{name: getattr(row.texts, name)[:LONGEST]})
                header = self._layout.header[index]
                sentence = _TOO_LONG.format(header=header, length=length, most=LONGEST)
                row.problems.append(Problem(name, sentence))

    def _unit(self, texts: _Texts) -> tuple[Unit, Problems]:
        """A row that tells no unit is for the one that a person has said the file is for."""
        told = texts.unit_hsa_id or texts.unit
        return self._read_unit(texts.unit_hsa_id if told else self._layout.unit, texts.unit)

    def _patient(self, row: "_Row") -> Patient:
        texts = row.texts
        family_name, given_name = texts.family_name, texts.given_name
        if texts.name:
            family_name, _, given_name = map(str.strip, texts.name.partition(","))
        if not (family_name or given_name):
            row.problems.append(NO_NAME)
        return Patient(
            id=self._person_id(row),
            given_name=given_name,
            family_name=family_name,
            address=self._address(row),
            protected=is_protected(texts.protected, _name_and_address(texts)),
            interpreter=read_interpreter(texts.interpreter),
            deceased=is_yes(texts.deceased),
            phone=texts.phone,
        )

    def _person_id(self, row: "_Row") -> PersonId:
        told = row.texts.birth_date
        person_id = classify(row.texts.person_id, today=self._today)
        born = person_id.birth_date
        # A birth date beside a number is nearly always its own, and then there is nothing to weigh.
        if told and not (born and told == born.isoformat()):
            return self._weighed(row, possible_birthdays(told))
        return self._doubted(row, person_id, born=None)

    def _weighed(self, row: "_Row", days: frozenset[date]) -> PersonId:
        """A number beside a birth date that may settle its century, or contradict it."""
        texts = row.texts
        born = next(iter(days)) if len(days) == 1 else None
        person_id = classify(texts.person_id, today=self._today, born=born)
        person_id = self._doubted(row, person_id, born=born)
        row.problems.extend(birthday_problems(texts.birth_date, days, person_id.birth_date))
        return person_id

    def _doubted(self, row: "_Row", person_id: PersonId, *, born: date | None) -> PersonId:
        if person_id.kind is IdKind.UNKNOWN:
            return self._of_a_spreadsheet(row, born)
        if "+" in row.texts.person_id and has_wrong_plus(row.texts.person_id, today=self._today):
            row.doubts.append(Problem("person_id", _WRONG_PLUS))
        return person_id

    def _of_a_spreadsheet(self, row: "_Row", born: date | None) -> PersonId:
        """A number that such a program has changed, or that was written so that none would."""
        written = unwrapped(row.texts.person_id)
        whole = classify(written, today=self._today, born=born)
        if whole.kind is not IdKind.UNKNOWN:
            return whole
        found = classify_without_zeros(written, today=self._today, born=born)
        if found.kind is IdKind.UNKNOWN:
            row.problems.append(Problem("person_id", why_no_person_id(found.value)))
        else:
            row.doubts.append(Problem("person_id", _ZEROS_GONE.format(found.display)))
        return found

    def _address(self, row: "_Row") -> Address:
        texts = row.texts
        return Address(
            care_of=texts.care_of,
            street=texts.street,
            postal_code=row.keep(self._read_postal_code(texts.postal_code, texts.country)),
            town=texts.town,
            country=texts.country,
        )

    def _visit(self, row: "_Row") -> Visit:
        texts = row.texts
        return Visit(
            starts_at=row.keep(self._read_starts_at(texts.starts_at, texts.date, texts.time)),
            care_service=texts.care_service,
            place=texts.place,
            examination_code=texts.examination_code,
            referred_by=texts.referred_by,
            kind=row.keep(self._read_visit_kind(texts.visit_kind)),
        )

    def _starts_at(self, both: str, day: str, clock: str) -> tuple[datetime | None, Problems]:
        if not (both or day or clock) and not self._layout.care_system.timed:
            return None, ()
        order, texts = self._layout.date_order, split_moment(both) or (day, clock)
        at, problems = read_starts_at(*texts, order=order)
        if at is not None and both and (day or clock):
            others = (day or f"{at:%Y-%m-%d}", clock or f"{at:%H:%M}")
            if read_starts_at(*others, order=order)[0] != at:
                return None, (_TWO_TIMES,)
        return at, problems


_NAMES = ("name", "given_name", "family_name")
_name_and_address = attrgetter(*_NAMES, "care_of", "street", "postal_code", "town", "country")


@dataclass(slots=True)
class _Row:
    """A row's texts, and the problems and doubts met so far."""

    texts: _Texts
    problems: list[Problem]
    doubts: list[Problem] = field(default_factory=list)

    def keep(self, reading: tuple[T, Problems]) -> T:
        """The value of a reading, its problems written down."""
        value, problems = reading
        if problems:
            self.problems.extend(problems)
        return value
