"""What a receptionist is told of how a file was read."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from app.adapters.booking_files.layout import Layout
from app.adapters.booking_files.rows import GARBLED
from app.bookings import Booking, row_label
from app.errors import BookingsUnreadable
from app.wording import say, translated


def layout_note(layout: Layout) -> str:
    """Where the meaning of the columns comes from, as staff read it."""
    own = layout.own
    if own is None:
        return translated(layout.care_system.layout_note)
    if not own.saved_on:
        return say("Egen exportlayout: {name}.", name=own.name)
    return say(
        "Egen exportlayout: {name}, sparad {day} av {user}.",
        name=own.name,
        day=own.saved_on,
        user=own.saved_by,
    )


def notes_on(layout: Layout, bookings: tuple[Booking, ...], *, blank_rows: int) -> Iterator[str]:
    """What was passed over, and what to check, in whole sentences."""
    if layout.row_no > 1:
        yield say(
            "Rubrikerna står på rad {row_no}. Det som står ovanför är inte läst.",
            row_no=layout.row_no,
        )
    if blank_rows:
        yield say("Överhoppade tomma rader: {number}.", number=blank_rows)
    garbled = [booking.row_no for booking in bookings if GARBLED in booking.problems]
    if garbled:
        yield say(
            "Förvanskade tecken på rad {rows}. Filen kan vara sparad i fel format.",
            rows=_row_list(garbled),
        )
    if layout.row_no and not layout.flags:
        flag = layout.care_system.columns.get("protected", ("Sekretess",))
        yield say(
            "Kolumnen «{column}» saknas. Kontrollera själv om någon har skyddade uppgifter.",
            column=flag[0],
        )


@contextmanager
def told_in_refusals(notes: Iterable[str]) -> Iterator[None]:
    """What is hidden, or in another sheet, may be the very thing that a file is refused for."""
    try:
        yield
    except BookingsUnreadable as error:
        error.todo = " ".join((error.todo, *notes))
        raise


def _row_list(row_numbers: list[int]) -> str:
    shown = ", ".join(map(row_label, row_numbers[:_ROWS_SHOWN]))
    left = len(row_numbers) - _ROWS_SHOWN
    return say("{shown} och {left} till", shown=shown, left=left) if left > 0 else shown


_ROWS_SHOWN = 10
