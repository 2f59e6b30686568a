"""The list of rows that get no letter from here, to be dealt with in another way."""

from collections.abc import Iterable

from app.dispatch import Status
from app.rows import Row, RowStatus
from app.wording import say, translated

_HEADER = (
    say("Rad"),
    say("Status"),
    say("Orsak"),
    say("Patient"),
    say("Personnummer"),
    say("Telefon"),
    say("Besök"),
    say("Vårdtjänst"),
    say("Mottagning"),
    say("Boknings-id"),
)

# All that is told of a protected identity, in place of a reason.
PROTECTED = say("skyddade uppgifter")

# Nothing has reached these patients and, as things stand, nothing will.
_WITHOUT_LETTER = frozenset(
    {
        RowStatus.BLOCKED,
        RowStatus.REVIEW,
        RowStatus.LEFT_OUT,
        RowStatus.UNKNOWN,
        RowStatus.REJECTED,
    }
)


def without_letter(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows left out, not yet decided, or not taken by a carrier; in the order they are given."""
    return tuple(row for row in rows if row.status in _WITHOUT_LETTER)


def reason(row: Row) -> str:
    """In few words why a row has no letter yet: what carriers answered, else what was decided."""
    if row.dispatches:
        unsent = (one.explanation for one in row.dispatches if one.status is not Status.SENT)
        return next(unsent, "")
    finding = row.open_finding
    return translated(row.draft.left_out) or (finding.label if finding else "")


def lines(rows: Iterable[Row]) -> tuple[tuple[str, ...], ...]:
    """The headers and then the rows. Of a protected identity only the row number is told."""
    return (_HEADER, *map(_cells, rows))


def _cells(row: Row) -> tuple[str, ...]:
    booking = row.draft.booking
    patient, visit = booking.patient, booking.visit
    if patient.protected:
        return (booking.row_label, "", "", PROTECTED, *[""] * (len(_HEADER) - 4))
    return (
        booking.row_label,
        row.status.value,
        reason(row),
        patient.name,
        patient.id.display,
        patient.phone,
        f"{visit.starts_at:%Y-%m-%d %H:%M}" if visit.starts_at else "",
        visit.care_service,
        booking.unit.name,
        booking.booking_id,
    )
