"""Own layouts: which column of a unit's own export is which field, answered once by a person.

No vendor's export layout is public, so a file may have headers that no care system's file knows.
Its answers are kept by the header, which is how the same export is recognised next time.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from pydantic import BaseModel, ConfigDict, Field

from app.care_systems import FieldName, loose_key
from app.errors import BookingsUnreadable


class DateOrder(StrEnum):
    """How 3/11 2026 is meant. The values are the words in the layout's file and on screen."""

    DAY_FIRST = "dag först"
    MONTH_FIRST = "månad först"


class OwnLayout(BaseModel):
    """What a person answered about a file that no care system's own layout fits.

    `columns` maps our fields to headers of the file, and `header` is all of them in its order. A
    file of a standard format has no header to recognise; its `senders` tell it instead. `unit` is
    the HSA-id of the unit that every booking is for where no column tells it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1)
    care_system: str
    columns: dict[FieldName, str] = Field(default_factory=dict)
    header: tuple[str, ...] = ()
    senders: tuple[str, ...] = ()
    unit: str = ""
    date_order: DateOrder | None = None
    saved_by: str = ""
    saved_on: date | None = None

    @property
    def key(self) -> str:
        """Letters, digits and _ of the name, which every file system takes. One is kept of each."""
        return re.sub(r"\W+", "_", self.name.casefold()).strip("_")[:60] or "layout"

    @property
    def header_keys(self) -> frozenset[str]:
        """The headers without what a program may change of itself: case, spaces, _ and -."""
        return frozenset(loose_key(text) for text in self.header if text)


class Gap(StrEnum):
    """What a person must answer before a file can be read."""

    COLUMNS = "columns"
    CARE_SYSTEM = "care_system"
    DATE_ORDER = "date_order"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The beginning of a file that must be asked about, as a person needs to see it.

    `rows` are the first ones under the header, cells as they stand in the file, and may hold
    patients. `care_system` and `columns` (field: cell index) are what is known or guessed so far,
    and `flags` are the cells that tell of a protected identity, whatever is chosen of them.
    `senders` are a standard file's own names of where it comes from, and `offered` the care systems
    that have files like it; () is all that have tables.
    """

    file_name: str
    gap: Gap
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    care_system: str = ""
    columns: Mapping[FieldName, int] | None = None
    flags: tuple[int, ...] = ()
    senders: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    earlier: OwnLayout | None = None


class LayoutUnknown(BookingsUnreadable):
    """The file is readable, but a person must say what its columns are. `sheet` is what to ask."""

    def __init__(self, what: str, todo: str, *, sheet: Sheet) -> None:
        super().__init__(what, todo)
        self.sheet = sheet


class LayoutShelf(Protocol):
    def layouts(self) -> tuple[OwnLayout, ...]:
        """All that are kept, newest first. Raises SettingsUnreadable naming a wrong file."""
        ...

    def keep(self, layout: OwnLayout) -> None:
        """Keeps it in place of one with the same key. Raises SettingsUnreadable."""
        ...

    def remove(self, layout: OwnLayout) -> None:
        """Files with its header are asked about again. Raises SettingsUnreadable."""
        ...
