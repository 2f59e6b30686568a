"""A file of bookings, from its path to a batch."""

import hashlib
import stat
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from app.adapters.booking_files.foreign import refuse_foreign_bytes
from app.adapters.booking_files.recognise import Layout, find_layout
from app.adapters.booking_files.rows import GARBLED, RowReader
from app.adapters.booking_files.table import Record, read_table
from app.bookings import Batch, Booking
from app.care_systems import CareSystem
from app.errors import BookingsUnreadable
from app.swedish_dates import STOCKHOLM

# A clinic with 250 bookings a week fills this in eight years; such a file has about 25 MB.
LARGEST_FILE = 50_000_000
MOST_ROWS = 100_000
ROWS_BETWEEN_REPORTS = 500


def _unheard(_rows: int) -> None:
    pass


class BookingFiles:
    """Implements app.bookings.BookingSource for CSV as Swedish programs save it.

    `now` gives aware times; its day tells which birth dates are in the future.
    """

    def __init__(
        self, care_systems: tuple[CareSystem, ...], *, now: Callable[[], datetime]
    ) -> None:
        self._care_systems = care_systems
        self._now = now

    def read(self, path: Path, *, progress: Callable[[int], None] = _unheard) -> Batch:
        content = _content(path)
        refuse_foreign_bytes(content)
        table = read_table(content)
        layout = find_layout(table.records, self._care_systems)
        read_at = self._now()
        rows = RowReader(layout, width=table.width, today=read_at.astimezone(STOCKHOLM).date())
        bookings, blank_rows = _bookings(table.records, rows, progress)
        return Batch(
            file_name=path.name.encode(errors="replace").decode(),
            digest=hashlib.sha256(content).hexdigest(),
            care_system=layout.care_system.id,
            care_system_name=layout.care_system.name,
            layout_note=layout.care_system.layout_note,
            bookings=bookings,
            read_at=read_at,
            notes=tuple(_notes(layout, bookings, blank_rows)),
        )


def explain(error: OSError | ValueError) -> BookingsUnreadable:
    """What a receptionist can do about a file that the operating system does not hand over."""
    match error:
        case FileNotFoundError():
            what, todo = "Filen finns inte längre.", "Kontrollera namnet och öppna den på nytt."
        case PermissionError():
            what, todo = "Filen är öppen i ett annat program.", "Stäng den i Excel och tryck F5."
        case IsADirectoryError():
            what, todo = "Det är en mapp och ingen fil.", "Välj bokningsfilen som ligger i den."
        case _:
            what = "Filen går inte att läsa."
            todo = "Spara den igen som CSV från vårdsystemet och öppna den på nytt."
    return BookingsUnreadable(what, todo, detail=type(error).__name__)


def _content(path: Path) -> bytes:
    try:
        return _plain_file(path)
    except (OSError, ValueError) as error:
        raise explain(error) from error


def _plain_file(path: Path) -> bytes:
    """The whole file. What is neither file nor folder, such as a device, might never end."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError
    if not stat.S_ISREG(mode):
        raise OSError
    with path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise BookingsUnreadable("Filen är större än 50 MB.", _SHORTER_PERIOD)
    return content


def _bookings(
    records: Iterable[Record], rows: RowReader, progress: Callable[[int], None]
) -> tuple[tuple[Booking, ...], int]:
    """The bookings, and the number of blank rows between them."""
    bookings: list[Booking] = []
    blank_rows = 0
    for record in records:
        if not "".join(record.cells).strip(_NOTHING):
            blank_rows += 1
        else:
            bookings.append(rows.booking(record))
            if len(bookings) % ROWS_BETWEEN_REPORTS == 0:
                progress(len(bookings))
        if max(len(bookings), blank_rows) > MOST_ROWS:
            raise BookingsUnreadable(_TOO_MANY_ROWS, _SHORTER_PERIOD)
    if not bookings:
        raise BookingsUnreadable(_NO_BOOKINGS, _RIGHT_DATES)
    progress(len(bookings))
    return tuple(bookings), blank_rows


_TOO_MANY_ROWS = f"Filen har fler än {MOST_ROWS // 1000} 000 rader."
_SHORTER_PERIOD = "Ta ut bokningarna för en kortare tid."
_NO_BOOKINGS = "Filen har rubriker men inga bokningar."
_RIGHT_DATES = "Kontrollera att du valde rätt datum när du tog ut bokningarna."
_NOTHING = " \t\r\n\xa0\x00\x1a\u200b\ufeff"  # 1A ends files written the way of MS-DOS


def _notes(layout: Layout, bookings: tuple[Booking, ...], blank_rows: int) -> Iterator[str]:
    if layout.row_no > 1:
        yield f"Rubrikerna står på rad {layout.row_no}. Det som står ovanför är inte läst."
    if blank_rows:
        yield f"Överhoppade tomma rader: {blank_rows}."
    garbled = [booking.row_no for booking in bookings if GARBLED in booking.problems]
    if garbled:
        yield f"Förvanskade tecken på {_row_list(garbled)}. Filen kan vara sparad i fel format."
    flag = layout.care_system.columns.get("protected")
    if flag and "protected" not in layout.columns:
        yield f"Kolumnen «{flag[0]}» saknas. Kontrollera själv om någon har skyddade uppgifter."


def _row_list(row_numbers: list[int]) -> str:
    shown = ", ".join(map(str, row_numbers[:_ROWS_SHOWN]))
    more = f" och {len(row_numbers) - _ROWS_SHOWN} till" if len(row_numbers) > _ROWS_SHOWN else ""
    return f"rad {shown}{more}"


_ROWS_SHOWN = 10
