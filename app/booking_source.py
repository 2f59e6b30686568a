"""Where bookings come from: files, the clipboard, or a person's own typing."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from app.bookings import Batch, Booking
from app.care_systems import FieldName
from app.layouts import OwnLayout, Sheet


class BookingSource(Protocol):
    """`answers` is what a person has said of a file's columns, and goes before what is known."""

    def read(
        self,
        path: Path,
        *,
        answers: OwnLayout | None = None,
        progress: Callable[[int], None] = ...,
        first: Callable[[tuple[Booking, ...]], None] = ...,
    ) -> Batch:
        """The bookings of a file; `progress` gets the number of rows read so far.

        `first` gets the first bookings of a long file as soon as they are read.
        Raises LayoutUnknown where a person must first say what its columns are, else
        BookingsUnreadable with a sentence for the receptionist.
        """
        ...

    def read_text(
        self,
        text: str,
        *,
        name: str,
        answers: OwnLayout | None = None,
        progress: Callable[[int], None] = ...,
    ) -> Batch:
        """The bookings of a table from the clipboard; `name` stands for the file's. As `read`."""
        ...

    def write(self, texts: Mapping[FieldName, str], *, care_system: str, row_no: int) -> Booking:
        """The booking that a row with these texts would be, read and checked as in a file."""
        ...

    def guess(self, sheet: Sheet, *, care_system: str) -> Mapping[FieldName, int]:
        """A column for each field that can be guessed; "" is any care system."""
        ...
