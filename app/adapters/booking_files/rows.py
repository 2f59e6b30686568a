"""One record of a table made a booking; what cannot be understood is told, never dropped."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from operator import itemgetter
from typing import TypeVar, get_args

from app.adapters.booking_files.moments import split_moment
from app.adapters.booking_files.readings import (
    Problems,
    is_protected,
    read_interpreter,
    read_postal_code,
    read_starts_at,
    read_unit,
    why_no_person_id,
)
from app.adapters.booking_files.recognise import Layout
from app.adapters.booking_files.table import Record
from app.adapters.booking_files.text import LONGEST, clean, is_garbled, name_flaw
from app.bookings import Address, Booking, Cell, Patient, Problem, Visit
from app.care_systems import FieldName
from app.person_id import IdKind, PersonId, classify

T = TypeVar("T")

GARBLED = Problem("row", "Tecken på raden är förvanskade, ofta å, ä och ö.")
TOO_MANY_CELLS = Problem(
    "row",
    "Raden har fler celler än filen har kolumner, så uppgifterna kan ha hamnat fel.",
)
CUT_OFF = Problem(
    "protected",
    "Raden slutar för tidigt, så det går inte att se om patienten har skyddade uppgifter.",
)


class RowReader:
    """Makes bookings of one file's records. What many rows share is worked out once."""

    def __init__(self, layout: Layout, *, width: int, today: date) -> None:
        self._layout = layout
        self._width = max(width, len(layout.header))
        self._today = today
        names = {index: name for name, index in layout.columns.items()}
        self._names = [names.get(index, "") for index in range(len(layout.header))]
        self._blank = dict.fromkeys(get_args(FieldName), "")
        self._protected_at = layout.columns.get("protected", -1)
        self._name_columns = [item for item in layout.columns.items() if item[0] in _NAMES]
        self._read_unit = cache(partial(read_unit, layout.care_system))
        self._read_starts_at = cache(read_starts_at)
        self._read_postal_code = cache(read_postal_code)

    def booking(self, record: Record) -> Booking:
        row = self._row(record)
        values = row.values
        return Booking(
            row_no=record.row_no,
            care_system=self._layout.care_system.id,
            booking_id=values["booking_id"],
            patient=self._patient(row),
            unit=row.keep(self._read_unit(values["unit_hsa_id"], values["unit"])),
            visit=self._visit(row),
            problems=tuple(row.problems),
            cells=SourceCells(self._layout, record.cells),
        )

    def _row(self, record: Record) -> "_Row":
        cells = record.cells
        row = _Row(self._blank | dict(zip(self._names, clean(cells), strict=False)))
        whole = "".join(cells)
        if is_garbled(whole):
            row.problems.append(GARBLED)
        if len(cells) > self._width or any(cells[len(self._names) :]):
            row.problems.append(TOO_MANY_CELLS)
        if len(cells) <= self._protected_at:
            row.problems.append(CUT_OFF)
        for name, index in self._name_columns:
            if row.values[name] and (flaw := name_flaw(cells[index], row.values[name])):
                row.problems.append(Problem("name", f"Namnet {flaw}."))
        if len(whole) > LONGEST:
            self._shorten(row)
        return row

    def _shorten(self, row: "_Row") -> None:
        """No cell may swell a letter or a list; the whole text stays in the booking's cells."""
        for name, index in self._layout.columns.items():
            text = row.values[name]
            if len(text) > LONGEST:
                row.values[name] = text[:LONGEST]
                what = f"Texten i «{self._layout.header[index]}» är {len(text)} tecken lång."
                row.problems.append(Problem(name, f"{what} Den kan vara högst {LONGEST}."))

    def _patient(self, row: "_Row") -> Patient:
        values = row.values
        family_name, given_name = values["family_name"], values["given_name"]
        if values["name"]:
            family_name, _, given_name = map(str.strip, values["name"].partition(","))
        if not (family_name or given_name):
            row.problems.append(Problem("name", "Patientens namn saknas."))
        return Patient(
            id=self._person_id(row),
            given_name=given_name,
            family_name=family_name,
            address=self._address(row),
            protected=is_protected(values["protected"], _name_and_address(values)),
            interpreter=read_interpreter(values["interpreter"]),
        )

    def _person_id(self, row: "_Row") -> PersonId:
        person_id = classify(row.values["person_id"], today=self._today)
        if person_id.kind is IdKind.UNKNOWN:
            row.problems.append(Problem("person_id", why_no_person_id(person_id.value)))
        return person_id

    def _address(self, row: "_Row") -> Address:
        values = row.values
        return Address(
            care_of=values["care_of"],
            street=values["street"],
            postal_code=row.keep(self._read_postal_code(values["postal_code"], values["country"])),
            town=values["town"],
            country=values["country"],
        )

    def _visit(self, row: "_Row") -> Visit:
        values = row.values
        day, clock = split_moment(values["starts_at"]) or (values["date"], values["time"])
        return Visit(
            starts_at=row.keep(self._read_starts_at(day, clock)),
            care_service=values["care_service"],
            place=values["place"],
            examination_code=values["examination_code"],
            referred_by=values["referred_by"],
        )


class SourceCells(Mapping[str, Cell]):
    """A row's cells by our field names, made when asked for: a file may have millions."""

    __slots__ = ("_cells", "_layout")

    def __init__(self, layout: Layout, cells: tuple[str, ...]) -> None:
        self._layout = layout
        self._cells = cells

    def __getitem__(self, name: str) -> Cell:
        index = self._layout.columns[name]
        text = self._cells[index] if index < len(self._cells) else ""
        return Cell(self._layout.header[index], text)

    def __iter__(self) -> Iterator[str]:
        return iter(self._layout.columns)

    def __len__(self) -> int:
        return len(self._layout.columns)


_NAMES = ("name", "given_name", "family_name")
_name_and_address = itemgetter(*_NAMES, "care_of", "street", "town")


@dataclass(slots=True)
class _Row:
    """Cleaned texts by field name, "" where there is no column, and the problems so far."""

    values: dict[str, str]
    problems: list[Problem] = field(default_factory=list)

    def keep(self, reading: tuple[T, Problems]) -> T:
        """The value of a reading, its problems written down."""
        value, problems = reading
        self.problems.extend(problems)
        return value
