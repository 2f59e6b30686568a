"""A file of bookings, from its path to a batch."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from operator import methodcaller
from pathlib import Path

from app.adapters.booking_files.content import (
    LARGEST_FILE,
    SHORTER_PERIOD,
    read_content,
    refuse_larger_than,
)
from app.adapters.booking_files.date_order import settle_dates
from app.adapters.booking_files.fhir import is_fhir, read_fhir
from app.adapters.booking_files.foreign import refuse_foreign_bytes
from app.adapters.booking_files.guess import guess_columns
from app.adapters.booking_files.hl7v2 import is_hl7v2, read_hl7v2
from app.adapters.booking_files.layout import Layout, standard_layout
from app.adapters.booking_files.notes import layout_note, notes_on, told_in_refusals
from app.adapters.booking_files.recognise import NO_BOOKINGS, RIGHT_DATES, find_layout
from app.adapters.booking_files.record import Record, StandardFile
from app.adapters.booking_files.rows import RowReader
from app.adapters.booking_files.scheduling import is_scheduling, read_scheduling
from app.adapters.booking_files.table import Table, read_table, read_table_text
from app.adapters.booking_files.text import clean
from app.adapters.booking_files.workbook import is_workbook, read_workbook
from app.bookings import MOST_PATIENTS, Batch, Booking, number_in_group
from app.care_systems import CareSystem, FieldName, FileFormat
from app.errors import BookingsUnreadable
from app.layouts import OwnLayout, Sheet
from app.swedish_dates import STOCKHOLM
from app.wording import say

MOST_ROWS = 100_000
ROWS_BETWEEN_REPORTS = 500
FIRST_ROWS = 8

# Messages may hold far more than is read of them, so such a file is let be sooner than a table.
_LARGEST_STANDARD_FILE = 20_000_000
_STANDARDS: tuple[
    tuple[FileFormat, Callable[[bytes], bool], Callable[[bytes], StandardFile]], ...
] = (
    ("hl7v2", is_hl7v2, read_hl7v2),
    ("fhir", is_fhir, read_fhir),
    ("rivta", is_scheduling, read_scheduling),
)


def _unheard(_told: object) -> None:
    pass


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file whose layout is known. `notes` are complete when `records` has been gone through."""

    layout: Layout
    width: int
    records: Iterable[Record]
    notes: list[str] = field(default_factory=list)


class BookingFiles:
    """Implements app.booking_source.BookingSource for tables, workbooks and three standard formats.

    `now` gives aware times; its day tells which birth dates are in the future. `layouts` gives
    the units' own layouts, which go before those of the care systems.
    """

    def __init__(
        self,
        care_systems: tuple[CareSystem, ...],
        *,
        now: Callable[[], datetime],
        layouts: Callable[[], tuple[OwnLayout, ...]] = lambda: (),
    ) -> None:
        self._care_systems = care_systems
        self._now = now
        self._layouts = layouts

    def read(
        self,
        path: Path,
        *,
        answers: OwnLayout | None = None,
        progress: Callable[[int], None] = _unheard,
        first: Callable[[tuple[Booking, ...]], None] = _unheard,
    ) -> Batch:
        (name,) = clean((path.name.encode(errors="replace").decode(),))
        with _named_in_refusals(name):
            content = read_content(path)
            opened = self._opened(content, name=name, answers=answers, progress=progress)
            return self._batch(
                opened, name=name, digest=_digest(content), progress=progress, first=first
            )

    def read_text(
        self,
        text: str,
        *,
        name: str,
        answers: OwnLayout | None = None,
        progress: Callable[[int], None] = _unheard,
    ) -> Batch:
        # Half a character can be copied, but neither counted nor kept: it becomes a lost one.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        content = text.encode()
        with _named_in_refusals(name):
            _refuse_flood(content)
            opened = self._table(read_table_text(text), name=name, answers=answers)
            return self._batch(opened, name=name, digest=_digest(content), progress=progress)

    def write(self, texts: Mapping[FieldName, str], *, care_system: str, row_no: int) -> Booking:
        system = next(one for one in self._care_systems if one.id == care_system)
        columns = {str(name): index for index, name in enumerate(texts)}
        layout = Layout(system, 0, tuple(texts), columns)
        reader = RowReader(layout, width=len(columns), today=self._today())
        return reader.booking(Record(row_no, tuple(texts.values())))

    def guess(self, sheet: Sheet, *, care_system: str) -> Mapping[FieldName, int]:
        systems = [one for one in self._care_systems if care_system in {"", one.id}]
        return guess_columns(sheet.header, sheet.rows, care_systems=systems, today=self._today())

    def _opened(
        self,
        content: bytes,
        *,
        name: str,
        answers: OwnLayout | None,
        progress: Callable[[int], None],
    ) -> _Opened:
        for file_format, fits, read in _STANDARDS:
            if fits(content):
                refuse_larger_than(_LARGEST_STANDARD_FILE, content)
                return self._standard(read(content), file_format, name=name, answers=answers)
        if is_workbook(content):
            workbook = read_workbook(content, progress=progress)
            return self._table(workbook, name=name, answers=answers)
        refuse_foreign_bytes(content)
        _refuse_flood(content)
        return self._table(read_table(content), name=name, answers=answers)

    def _standard(
        self, file: StandardFile, file_format: FileFormat, *, name: str, answers: OwnLayout | None
    ) -> _Opened:
        layout = standard_layout(
            file,
            self._care_systems,
            file_format=file_format,
            own_layouts=self._layouts(),
            answers=answers,
            file_name=name,
        )
        return _Opened(layout, len(file.header), file.records, file.notes)

    def _table(self, table: Table, *, name: str, answers: OwnLayout | None) -> _Opened:
        with told_in_refusals(table.notes):
            layout = find_layout(
                table.records,
                self._care_systems,
                own_layouts=(*((answers,) if answers else ()), *self._layouts()),
                file_name=name,
                today=self._today(),
            )
        return _Opened(layout, table.width, table.records, table.notes)

    def _batch(
        self,
        opened: _Opened,
        *,
        name: str,
        digest: str,
        progress: Callable[[int], None],
        first: Callable[[tuple[Booking, ...]], None] = _unheard,
    ) -> Batch:
        layout = opened.layout
        rows = RowReader(layout, width=opened.width, today=self._today())
        bookings, blank_rows = _bookings(opened, rows, progress=progress, first=first)
        settling: tuple[str, ...] = ()
        if layout.row_no:
            bookings, settling = settle_dates(
                bookings, layout, width=opened.width, today=self._today(), file_name=name
            )
        told = notes_on(layout, bookings, blank_rows=blank_rows)
        notes = (*layout.notes, *opened.notes, *settling, *told)
        return Batch(
            file_name=name,
            digest=digest,
            care_system=layout.care_system.id,
            care_system_name=layout.care_system.name,
            layout_note=layout_note(layout),
            bookings=bookings,
            read_at=self._now(),
            notes=notes,
            headers=(_widened(layout.header, bookings),),
        )

    def _today(self) -> date:
        return self._now().astimezone(STOCKHOLM).date()


@contextmanager
def _named_in_refusals(name: str) -> Iterator[None]:
    """Of several files a person must be told which one cannot be read."""
    try:
        yield
    except BookingsUnreadable as error:
        error.file_name = name
        raise


def _widened(header: tuple[str, ...], bookings: tuple[Booking, ...]) -> tuple[str, ...]:
    """With a place, without a name, for each cell that a row has beyond the header."""
    width = max(len(booking.texts) for booking in bookings)
    return header + ("",) * (width - len(header))


def _refuse_flood(content: bytes) -> None:
    """Raises BookingsUnreadable for more lines than so many rows can have, and reads none."""
    refuse_larger_than(LARGEST_FILE, content)
    lines = max(map(content.count, (b"\n", b"\r")))
    if lines > _MOST_LINES:
        raise _too_many(lines)


def _too_many(rows: int) -> BookingsUnreadable:
    """With how many there are: a person sees by it how much shorter a time must be."""
    return BookingsUnreadable(
        _TOO_MANY.format(rows=_grouped(rows), most=_grouped(MOST_ROWS)), SHORTER_PERIOD
    )


def _grouped(number: int) -> str:
    """In threes, as numbers are written in Swedish."""
    return f"{number:,}".replace(",", " ")


_TOO_MANY = say("Filen har {rows} rader och kan ha högst {most}.")
_MOST_LINES = 5 * MOST_ROWS  # a cell may have several


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _bookings(
    opened: _Opened,
    rows: RowReader,
    *,
    progress: Callable[[int], None],
    first: Callable[[tuple[Booking, ...]], None],
) -> tuple[tuple[Booking, ...], int]:
    """The bookings, and the number of blank rows between them."""
    bookings: list[Booking] = []
    patients: dict[int, int] = {}
    blank_rows = 0
    records = iter(opened.records)
    for record in records:
        if _is_blank(record):
            blank_rows += 1
        else:
            bookings.append(rows.booking(_numbered(record, patients)))
            if len(bookings) == FIRST_ROWS:
                first(tuple(bookings))
            if len(bookings) % ROWS_BETWEEN_REPORTS == 0:
                progress(len(bookings))
        if len(bookings) > MOST_ROWS or blank_rows > MOST_ROWS:
            raise _too_many(len(bookings) + blank_rows + sum(1 for _ in records))
    if not bookings:
        raise BookingsUnreadable(NO_BOOKINGS, " ".join((RIGHT_DATES, *opened.notes)))
    progress(len(bookings))
    return tuple(bookings), blank_rows


def _is_blank(record: Record) -> bool:
    return not any(map(_trimmed, record.cells))  # the first cell tells already, nearly always


def _numbered(record: Record, patients: dict[int, int]) -> Record:
    """With a number of its own, also where one message or entry has several patients."""
    number = patients.get(record.row_no, 0)
    patients[record.row_no] = number + 1
    if not number:
        return record
    if number >= MOST_PATIENTS:
        what = say("Bokning {number} i filen har fler än {most} patienter.")
        raise BookingsUnreadable(
            what.format(number=record.row_no, most=MOST_PATIENTS),
            say("Ta ut bokningarna ur vårdsystemet på nytt."),
        )
    return replace(record, row_no=number_in_group(record.row_no, number))


# Of all that is nothing to read; 1A ends files written the way of MS-DOS.
_trimmed = methodcaller("strip", " \t\r\n\xa0\x00\x1a\u200b\ufeff")
