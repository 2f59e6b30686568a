"""Rows that may be one and the same booking, or want a patient in two places."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import chain, islice
from typing import TypeVar

from app.bookings import Booking

_Key = TypeVar("_Key")

_FEW = 5
_Others = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]
_NO_OTHERS: _Others = ((), (), ())


class Rivals:
    """Which rows have the same booking id, person, time or day; row numbers throughout."""

    def __init__(self, bookings: Iterable[Booking]) -> None:
        bookings = tuple(bookings)
        self.by_person = _row_nos(bookings, lambda booking: booking.patient.id.value)
        self.by_key = _row_nos(bookings, lambda booking: booking.key)
        # Only few rows share a booking id or a person, and all others have no rivals.
        self._sharing = _in_several(self.by_key) | _in_several(self.by_person)
        several = [b for b in bookings if b.row_no in self._sharing]
        self._at_time = _row_nos(several, _person_and_time)
        self._on_day = _row_nos(several, _person_and_day)

    def of(self, booking: Booking) -> tuple[Sequence[int], Sequence[int], Sequence[int]]:
        """Rows with its booking id, and those of its person at that time and on that day."""
        same_id = self.by_key.get(booking.key, ())
        if len(self.by_person.get(booking.patient.id.value, ())) <= 1:
            return same_id, (), ()
        return (
            same_id,
            self._at_time.get(_person_and_time(booking), ()),
            self._on_day.get(_person_and_day(booking), ()),
        )

    def few_others(self, booking: Booking) -> _Others:
        """As `of`, without its own row, and no more of each than a sentence can tell.

        Of a row as it was when the rows were gone through.
        """
        row_no = booking.row_no
        if row_no not in self._sharing:
            return _NO_OTHERS
        same_id, same_time, same_day = self.of(booking)
        return _few_but(row_no, same_id), _few_but(row_no, same_time), _few_but(row_no, same_day)

    def in_question(self, booking: Booking) -> Sequence[int]:
        """Its row with those that a person is asked to choose among: of the strictest likeness.

        A row that only has the day in common with them is another visit.
        """
        return next((rows for rows in self.of(booking) if len(rows) > 1), (booking.row_no,))

    def all_of(self, booking: Booking) -> tuple[int, ...]:
        return tuple(chain.from_iterable(self.of(booking)))


def _few_but(row_no: int, row_nos: Sequence[int]) -> tuple[int, ...]:
    if len(row_nos) <= 1:
        return ()
    return tuple(islice((other for other in row_nos if other != row_no), _FEW))


def _in_several(rows: Mapping[_Key, Sequence[int]]) -> set[int]:
    return {row_no for row_nos in rows.values() if len(row_nos) > 1 for row_no in row_nos}


def _row_nos(
    bookings: Sequence[Booking], key: Callable[[Booking], _Key]
) -> Mapping[_Key, Sequence[int]]:
    found: dict[_Key, list[int]] = defaultdict(list)
    for booking in bookings:
        found[key(booking)].append(booking.row_no)
    return dict(found)


def _person_and_time(booking: Booking) -> tuple[str, datetime] | int:
    """Equal for rows where one person would be in two places; else the row's own number."""
    person, at = booking.patient.id.value, booking.visit.starts_at
    return (person, at) if person and at else booking.row_no


def _person_and_day(booking: Booking) -> tuple[str, date] | int:
    person, at = booking.patient.id.value, booking.visit.starts_at
    return (person, at.date()) if person and at else booking.row_no
