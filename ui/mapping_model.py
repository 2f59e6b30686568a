"""What a person has answered about an unknown file so far, and what is still to be answered."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath
from typing import Final

from app.care_systems import CareSystem, FieldName, loose_key
from app.layouts import DateOrder, Gap, OwnLayout, Sheet
from app.swedish_dates import plain_date
from app.wording import say, translated
from ui.field_names import FIELD_TITLES

# What tells the same as a field, when a file has it in other columns than the care system's own.
_INSTEAD: Final[Mapping[FieldName, tuple[FieldName, ...]]] = {
    "name": ("family_name", "given_name"),
    "given_name": ("name",),
    "family_name": ("name",),
    "starts_at": ("date", "time"),
    "date": ("starts_at",),
    "time": ("starts_at",),
}
_DATES: Final[tuple[FieldName, ...]] = ("date", "starts_at")
_SLASHED = re.compile(r"(?<![0-9])([0-9]{1,2})/([0-9]{1,2})(?=[/\s-]+[0-9]{4})")
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Answers:
    """`columns` maps our fields to cell indexes, and `unit` is the HSA-id of the unit chosen."""

    sheet: Sheet
    care_system: CareSystem | None = None
    columns: Mapping[FieldName, int] = field(default_factory=dict)
    unit: str = ""
    date_order: DateOrder | None = None
    name: str = ""

    @property
    def asks_for_unit(self) -> bool:
        """Where no column tells it; a file of a standard format tells it in a way of its own."""
        return (
            self.sheet.gap is not Gap.CARE_SYSTEM
            and self.care_system is not None
            and not {"unit", "unit_hsa_id"} & self.columns.keys()
        )

    @property
    def asks_for_date_order(self) -> bool:
        asked_before = self.sheet.earlier is not None and self.sheet.earlier.date_order is not None
        known_only_from_then = asked_before and not self.sheet.rows
        return self.sheet.gap is Gap.DATE_ORDER or bool(self.either_way) or known_only_from_then

    @property
    def either_way(self) -> str:
        """The first date among the rows that can be read with the day or the month first, or ""."""
        return next((text for text in self._slashed() if len(orders(text)) > 1), "")

    @property
    def told_date_order(self) -> DateOrder | None:
        """How the column's other dates are written, where they can only be read one way."""
        told = {readings[0] for text in self._slashed() if len(readings := orders(text)) == 1}
        return told.pop() if len(told) == 1 else None

    @property
    def titles(self) -> dict[int, str]:
        """The names of our fields by column; a column chosen twice bears both."""
        titles: dict[int, str] = {}
        for name, column in self.columns.items():
            known = titles.get(column)
            titles[column] = f"{known}, {FIELD_TITLES[name]}" if known else FIELD_TITLES[name]
        return titles

    @property
    def obstacle(self) -> str:
        """Why the file cannot be read yet, as what to do about it; "" where it can."""
        if self.care_system is None:
            return say("Välj vårdsystem.")
        if self.sheet.gap is Gap.CARE_SYSTEM:
            return ""
        if obstacle := self._column_obstacle(self.care_system):
            return obstacle
        if self.asks_for_unit and not self.unit:
            return say("Välj mottagning.")
        if self.asks_for_date_order and self.date_order is None:
            return say("Välj hur datumen är skrivna.")
        return ""

    @property
    def suggested_name(self) -> str:
        """A name for the layout: the care system's with the unit's, the sender's or the file's."""
        if self.care_system is None:
            return ""
        unit = self.care_system.unit(self.unit) if self.asks_for_unit else None
        senders = self.sheet.senders[:1]
        where = unit.name if unit else "".join(senders) or PurePath(self.sheet.file_name).stem
        return f"{self.care_system.name}, {where}"[:LONGEST_NAME]

    @property
    def can_be_recognised(self) -> bool:
        """Whether the file has something to know it by next time, so that keeping is of use."""
        return bool(self.sheet.header or self.sheet.senders)

    def layout(self) -> OwnLayout:
        """Comes when there is no `obstacle`."""
        header = self.sheet.header
        return OwnLayout(
            name=self.name.strip() or self.suggested_name,
            care_system=self.care_system.id if self.care_system else "",
            columns={name: header[column] for name, column in self.columns.items()},
            header=header,
            senders=self.sheet.senders,
            unit=self.unit if self.asks_for_unit else "",
            date_order=self.date_order if self.asks_for_date_order else None,
        )

    def _column_obstacle(self, care_system: CareSystem) -> str:
        missing = [FIELD_TITLES[name] for name in care_system.must_be_told if not self._told(name)]
        if missing:
            return say("Välj kolumn för {fields}.", fields=_listed(missing))
        times = Counter(self.columns.values())
        twice = [self.sheet.header[column] for column in times if times[column] > 1]
        if not twice:
            return ""
        return say("Kolumnen «{column}» är vald för två uppgifter.", column=twice[0])

    def _told(self, name: FieldName) -> bool:
        """In a column of its own, or in others that tell the same."""
        others = _INSTEAD.get(name)
        return name in self.columns or (others is not None and self.columns.keys() >= set(others))

    def _slashed(self) -> list[str]:
        """The dates among the rows that are written with a slash."""
        columns = [self.columns[name] for name in _DATES if name in self.columns]
        cells = (row[at] for at in columns for row in self.sheet.rows if at < len(row))
        return [cell for cell in cells if _SLASHED.search(cell)]


LONGEST_NAME = 60  # characters


def orders(text: str) -> tuple[DateOrder, ...]:
    """How a date with a slash can be read: with the day first, the month first, or both.

    3/3 2026 is the same day either way, so it tells nothing and is neither.
    """
    match = _SLASHED.search(text)
    first, second = (int(match[1]), int(match[2])) if match else (0, 0)
    if first == second:
        return ()
    possible = ((second, DateOrder.DAY_FIRST), (first, DateOrder.MONTH_FIRST))
    return tuple(order for month, order in possible if 1 <= month <= _MONTHS)


def spelled_out(text: str, order: DateOrder) -> str:
    """What an order means for a date with a slash, such as «dag först: 3/11 är 3 november»."""
    match = _SLASHED.search(text)
    if match is None:
        return translated(order)
    first, second = int(match[1]), int(match[2])
    day, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
    name = plain_date(date(2000, month, 1)).split()[1]
    return say(
        "{order}: {written} är {day} {month}",
        order=translated(order),
        written=match[0],
        day=day,
        month=name,
    )


def choosable(header: tuple[str, ...]) -> tuple[int, ...]:
    """The columns that can be told apart by their header: those with one of their own."""
    times = Counter(map(loose_key, header))
    return tuple(n for n, text in enumerate(header) if text.strip() and times[loose_key(text)] == 1)


def fields_in_order(care_system: CareSystem | None) -> tuple[tuple[FieldName, ...], ...]:
    """First the fields that a care system's files must have, then all others."""
    needed = care_system.must_be_told if care_system else ()
    return needed, tuple(name for name in FIELD_TITLES if name not in needed)


def columns_to_begin_with(sheet: Sheet, guess: Mapping[FieldName, int]) -> Mapping[FieldName, int]:
    """What a person once chose where the file still has it, else the guess."""
    fit = choosable(sheet.header)
    columns = {name: column for name, column in guess.items() if column in fit}
    places = {loose_key(sheet.header[column]): column for column in fit}
    earlier = sheet.earlier.columns if sheet.earlier else {}
    kept = {name: places.get(loose_key(text)) for name, text in earlier.items()}
    return columns | {name: column for name, column in kept.items() if column is not None}


def sheet_of(layout: OwnLayout, care_systems: Iterable[CareSystem]) -> Sheet:
    """The file that a layout was made for, as far as it is kept: its headers or its senders."""
    standard = (one.id for one in care_systems if set(one.formats) - {"tabell"})
    return Sheet(
        file_name=layout.name,
        gap=Gap.COLUMNS if layout.header else Gap.CARE_SYSTEM,
        header=layout.header,
        care_system=layout.care_system,
        senders=layout.senders,
        offered=() if layout.header else tuple(standard),
        earlier=layout,
    )


def _listed(texts: list[str]) -> str:
    *others, last = texts
    return say(" och ").join(filter(None, (", ".join(others), last)))
