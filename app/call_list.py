"""The list of patients that somebody has promised to call, in the order of their visits."""

from collections.abc import Iterable

from app.answers import TO_CALL
from app.left_out import PROTECTED
from app.rows import Row
from app.swedish_dates import short_moment
from app.wording import say

_HEADER = (
    say("Besök"),
    say("Patient"),
    say("Personnummer"),
    say("Telefon"),
    say("Vårdtjänst"),
    say("Mottagning"),
    say("Rad"),
    say("Ringt, när och av vem"),
)


def to_call(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows that were decided so, the earliest visit first and those without a time last."""
    return tuple(sorted((row for row in rows if row.draft.left_out == TO_CALL), key=_by_visit))


def lines(rows: Iterable[Row]) -> tuple[tuple[str, ...], ...]:
    """The headers and then the rows. Of a protected identity only the row number is told."""
    return (_HEADER, *map(_cells, rows))


def _by_visit(row: Row) -> tuple[bool, str, int]:
    at = row.draft.booking.visit.starts_at
    return at is None, at.isoformat() if at else "", row.row_no


def _cells(row: Row) -> tuple[str, ...]:
    booking = row.draft.booking
    patient, at = booking.patient, booking.visit.starts_at
    if patient.protected:
        return ("", PROTECTED, "", "", "", "", booking.row_label, "")
    return (
        short_moment(at) if at else "",
        patient.name,
        patient.id.display,
        patient.phone,
        booking.visit.care_service,
        booking.unit.name,
        booking.row_label,
        "",
    )
