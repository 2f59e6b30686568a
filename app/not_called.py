"""Booked but not called: the rows of the latest files that nobody has a sent letter for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from app.bookings import row_label
from app.dispatch import STATUS_NAMES, Dispatch, Status
from app.history import PROTECTED_NAME, NotCalled
from app.left_out import reason
from app.rows import Row
from app.swedish_dates import short_moment
from app.wording import say

_HEADER = (say("Besök"), say("Patient"), say("Status"), say("Orsak"), say("Rad"), say("Fil"))

_NO_LETTER = say("Ingen kallelse")
# In the place of a name, as the list of the file has it.
_MASKED = say("(skyddade uppgifter)")
_OPEN_THE_FILE = say("Öppna filen för att se vem och varför.")


@dataclass(frozen=True, slots=True)
class Uncalled:
    """What can be told of such a row. `name` is "" where neither file nor letter tells it.

    `is_open` where its file is, so that it can be gone to. `letter` is the latest made for it.
    Of a protected identity `is_masked`: neither who it is nor when the visit is.
    """

    utskick: str
    row_no: int
    file_name: str
    visit_at: datetime | None
    name: str
    status: str
    reason: str
    is_open: bool
    letter: Dispatch | None
    is_masked: bool = False

    @property
    def row_label(self) -> str:
        return row_label(self.row_no)


def told(
    found: Iterable[NotCalled], *, row_of: Callable[[str, int], Row | None]
) -> tuple[Uncalled, ...]:
    """`row_of` gives the row of an utskick that is open; what it has decided is told with it."""
    return tuple(_told(one, row_of(one.utskick, one.row_no)) for one in found)


def lines(uncalled: Iterable[Uncalled]) -> tuple[tuple[str, ...], ...]:
    """For a list on paper or a spreadsheet: the headers and then the rows."""
    return (_HEADER, *map(_cells, uncalled))


def _told(one: NotCalled, row: Row | None) -> Uncalled:
    if row and row.draft.booking.patient.protected:
        return _masked(one, row)
    name, status, why = _of_row(row) if row else _of_letter(one.letter)
    return Uncalled(
        utskick=one.utskick,
        row_no=one.row_no,
        file_name=one.file_name,
        visit_at=one.visit_at,
        name=name,
        status=status,
        reason=why,
        is_open=row is not None,
        letter=one.letter,
    )


def _masked(one: NotCalled, row: Row) -> Uncalled:
    """What somebody has written as a reason may tell of the person too."""
    return Uncalled(
        utskick=one.utskick,
        row_no=one.row_no,
        file_name=one.file_name,
        visit_at=None,
        name=_MASKED,
        status=row.status.value,
        reason=PROTECTED_NAME,
        is_open=True,
        letter=one.letter,
        is_masked=True,
    )


def _of_row(row: Row) -> tuple[str, str, str]:
    return row.draft.booking.patient.list_name, row.status.value, reason(row)


def _of_letter(letter: Dispatch | None) -> tuple[str, str, str]:
    if letter is None:
        return "", _NO_LETTER, _OPEN_THE_FILE
    if letter.status is Status.CANCELLED:
        # Perhaps since by a file that is not open now, nobody may be told where this person is.
        return "", STATUS_NAMES[letter.status], f"{letter.explanation} {_OPEN_THE_FILE}"
    return letter.name, STATUS_NAMES[letter.status], letter.explanation


def _cells(one: Uncalled) -> tuple[str, ...]:
    at = one.visit_at
    visit = short_moment(at) if at else ""
    return visit, one.name, one.status, one.reason, one.row_label, one.file_name
