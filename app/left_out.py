"""The list of rows that get no letter from here, to be dealt with in another way."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from app.dispatch import Status
from app.errors import NotSaved
from app.rows import Row, RowStatus
from app.whole_files import write_whole

_HEADER = (
    "Rad",
    "Status",
    "Orsak",
    "Patient",
    "Personnummer",
    "Telefon",
    "Besök",
    "Vårdtjänst",
    "Mottagning",
    "Boknings-id",
)

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
    return row.draft.left_out or (finding.label if finding else "")


def save_list(rows: Iterable[Row], path: Path) -> None:
    """Writes rows as a table for a spreadsheet. Raises NotSaved.

    Of a protected identity only the row number is told.
    """
    try:
        write_whole(path, table(rows))
    except OSError as error:
        raise NotSaved(
            "Listan kunde inte sparas.",
            "Stäng filen om den är öppen i Excel, eller välj en annan mapp.",
            detail=str(error.strerror),
        ) from error


def table(rows: Iterable[Row]) -> bytes:
    """UTF-8 with a byte order mark and semicolons, as Excel in Swedish opens it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(_HEADER)
    writer.writerows(map(_inert, _cells(row)) for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cells(row: Row) -> tuple[str, ...]:
    booking = row.draft.booking
    patient, visit = booking.patient, booking.visit
    if patient.protected:
        return (booking.row_label, "", "", "skyddade uppgifter", *[""] * (len(_HEADER) - 4))
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


def _inert(text: str) -> str:
    """A cell that a spreadsheet would take for a formula is told to be text instead."""
    return f"'{text}" if text.startswith(_FORMULA_BEGINS) else text


# Also in their full width, which some spreadsheets read as the plain signs.
_FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
