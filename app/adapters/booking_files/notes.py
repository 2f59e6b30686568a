"""What a receptionist is told of how a file was read."""

from collections.abc import Iterator

from app.adapters.booking_files.layout import Layout
from app.adapters.booking_files.rows import GARBLED
from app.bookings import Booking, row_label


def layout_note(layout: Layout) -> str:
    """Where the meaning of the columns comes from, as staff read it."""
    own = layout.own
    if own is None:
        return layout.care_system.layout_note
    saved = f", sparad {own.saved_on} av {own.saved_by}" if own.saved_on else ""
    return f"Egen exportlayout: {own.name}{saved}."


def notes_on(layout: Layout, bookings: tuple[Booking, ...], *, blank_rows: int) -> Iterator[str]:
    """What was passed over, and what to check, in Swedish sentences."""
    if layout.row_no > 1:
        yield f"Rubrikerna står på rad {layout.row_no}. Det som står ovanför är inte läst."
    if blank_rows:
        yield f"Överhoppade tomma rader: {blank_rows}."
    garbled = [booking.row_no for booking in bookings if GARBLED in booking.problems]
    if garbled:
        yield f"Förvanskade tecken på {_row_list(garbled)}. Filen kan vara sparad i fel format."
    if layout.row_no and not layout.flags:
        flag = layout.care_system.columns.get("protected", ("Sekretess",))
        yield f"Kolumnen «{flag[0]}» saknas. Kontrollera själv om någon har skyddade uppgifter."


def _row_list(row_numbers: list[int]) -> str:
    shown = ", ".join(map(row_label, row_numbers[:_ROWS_SHOWN]))
    more = f" och {len(row_numbers) - _ROWS_SHOWN} till" if len(row_numbers) > _ROWS_SHOWN else ""
    return f"rad {shown}{more}"


_ROWS_SHOWN = 10
