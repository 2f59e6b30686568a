"""The file as it was read, with what has become of each row beside its own columns."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.bookings import Batch, file_no
from app.dispatch import STATUS_NAMES, Dispatch, Status
from app.left_out import PROTECTED, reason
from app.rows import Row
from app.spreadsheets import as_table
from app.wording import say

_TOLD = (
    say("Kallelsens status"),
    say("Orsak"),
    say("Kallelsens brevtyp"),
    say("Skickad"),
    say("Brev-id"),
    say("Mallversion"),
)

# A header's text and which of those with that text it is, since a file may repeat one.
_Column = tuple[str, int]


def result_table(batch: Batch, rows: Iterable[Row], *, letter_names: Mapping[str, str]) -> bytes:
    """All rows as they stand in their file, corrected or not, and what happened to each.

    `letter_names` are the letter types' by id. Of a protected identity only the row is told.
    """
    files = [tuple(_columns(header)) for header in batch.headers]
    columns = tuple(dict.fromkeys(column for file in files for column in file))
    lines = (_line(row, files, columns, letter_names) for row in sorted(rows, key=_in_file))
    return as_table(((say("Rad"), *(text for text, _ in columns), *_TOLD), *lines))


def _columns(header: Sequence[str]) -> Iterator[_Column]:
    times: Counter[str] = Counter()
    for text in header:
        yield text, times[text]
        times[text] += 1


def _in_file(row: Row) -> int:
    return row.row_no


def _line(
    row: Row,
    files: Sequence[tuple[_Column, ...]],
    columns: Sequence[_Column],
    letter_names: Mapping[str, str],
) -> tuple[str, ...]:
    booking = row.draft.said_by_file
    if row.draft.booking.patient.protected or booking.patient.protected:
        return (booking.row_label, *[""] * len(columns), "", PROTECTED, *[""] * (len(_TOLD) - 2))
    number = file_no(booking.row_no)
    own = files[number] if number < len(files) else ()
    cells = dict(zip(own, booking.texts, strict=False))
    written = (cells.get(column, "") for column in columns)
    return (booking.row_label, *written, *_told(row, letter_names))


def _told(row: Row, letter_names: Mapping[str, str]) -> tuple[str, ...]:
    """A cell for each of _TOLD."""
    letters = row.dispatches
    last = letters[-1] if letters else None
    return (
        row.status.value,
        reason(row),
        last.letter_name if last else letter_names.get(row.draft.letter_type, ""),
        ", ".join(map(_sent, letters)),
        last.reference if last else "",
        last.template_version[:8] if last else "",
    )


def _sent(dispatch: Dispatch) -> str:
    """By which way and when, or what stands between: «1177 2026-11-23 12:00», «brev Köad»."""
    if dispatch.status is Status.SENT:
        return f"{dispatch.channel} {dispatch.changed_at:%Y-%m-%d %H:%M}"
    return f"{dispatch.channel} {STATUS_NAMES[dispatch.status].lower()}"
