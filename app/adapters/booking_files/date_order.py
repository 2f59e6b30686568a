"""Whether 3/11 2026 is in November or in March: told by the column's other rows, else asked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.adapters.booking_files.layout import Layout
from app.adapters.booking_files.moments import orders_of, split_moment
from app.adapters.booking_files.record import Record
from app.adapters.booking_files.rows import RowReader
from app.adapters.booking_files.text import LONGEST
from app.bookings import Booking, Cell
from app.care_systems import FieldName
from app.layouts import DateOrder, Gap, LayoutUnknown, Sheet
from app.wording import say

_SHOWN_ROWS = 20
_EXAMPLES = {DateOrder.DAY_FIRST: say("dag/månad"), DateOrder.MONTH_FIRST: say("månad/dag")}


def settle_dates(
    bookings: tuple[Booking, ...], layout: Layout, *, width: int, today: date, file_name: str
) -> tuple[tuple[Booking, ...], tuple[str, ...]]:
    """The bookings with the days that can be read two ways settled, and a note that says how.

    Never row by row: a column is written by one program, in one order. What its rows tell goes
    before what a layout says of earlier files. Raises LayoutUnknown where neither tells the order.
    A column whose rows tell both keeps its problems.
    """
    doubtful = [at for at, one in enumerate(bookings) if _is_doubtful(one, layout)]
    if not doubtful:
        return bookings, ()
    orders = [orders_of(text) for text in {_day(booking.cells) for booking in bookings}]
    told = {order for found in orders if len(found) == 1 for order in found}
    if not told and layout.date_order is None:
        raise _unasked(bookings, layout, file_name)
    if told <= {layout.date_order}:
        return bookings, ()
    order = told.pop() if len(told) == 1 else None
    reader = RowReader(replace(layout, date_order=order), width=width, today=today)
    settled = list(bookings)
    for at in doubtful:
        settled[at] = reader.booking(_record(bookings[at]))
    return tuple(settled), (_told_of(order, _day(bookings[doubtful[0]].cells)),)


def _told_of(order: DateOrder | None, written: str) -> str:
    if order is None:
        return say("Vissa datum har dagen först och andra månaden. Kontrollera alla.")
    return say(
        "Datum som {written} är lästa som {order}, som på filens andra rader.",
        written=written,
        order=_EXAMPLES[order],
    )


def _is_doubtful(booking: Booking, layout: Layout) -> bool:
    """Whether its day can be read two ways; a layout that says how has had it read in one."""
    is_read = booking.visit.starts_at is not None and layout.date_order is None
    return not is_read and len(orders_of(_day(booking.cells))) > 1


def _day(cells: Mapping[str, Cell]) -> str:
    if "date" in cells:
        return cells["date"].text.strip()[:LONGEST]
    if "starts_at" in cells:
        day, _ = split_moment(cells["starts_at"].text.strip()[:LONGEST]) or ("", "")
        return day
    return ""


def _record(booking: Booking) -> Record:
    return Record(booking.row_no, booking.texts)


def _unasked(bookings: Sequence[Booking], layout: Layout, file_name: str) -> LayoutUnknown:
    columns: dict[FieldName, int] = {
        name: layout.columns[name] for name in layout.care_system.columns if name in layout.columns
    }
    sheet = Sheet(
        file_name=file_name,
        gap=Gap.DATE_ORDER,
        header=layout.header,
        rows=tuple(booking.texts for booking in bookings[:_SHOWN_ROWS]),
        care_system=layout.care_system.id,
        columns=columns,
        flags=layout.flags,
        earlier=layout.own,
    )
    doubtful = next(one for one in bookings if _is_doubtful(one, layout))
    return LayoutUnknown(
        say("Datum som {cells} kan läsas på två sätt i filen.", cells=_day(doubtful.cells)),
        say("Välj om dagen eller månaden står först."),
        sheet=sheet,
    )
