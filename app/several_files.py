"""Several files of one care system as one list, in which each booking stands once."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from app.bookings import ROWS_PER_FILE, Batch, Booking
from app.errors import BookingsUnreadable
from app.wording import say


def joined(batches: Sequence[Batch]) -> Batch:
    """Raises BookingsUnreadable for files of different care systems.

    What an earlier file tells in the very same words is left out, and told of: there is nothing
    to choose between. All that differs is there, and all that one file has twice.
    """
    first = batches[0]
    if len(batches) == 1:
        return first
    _refuse_different(batches)
    bookings = _each_once(batches)
    again = sum(len(batch.bookings) for batch in batches) - len(bookings)
    notes = [f"{batch.file_name}: {note}" for batch in batches for note in batch.notes]
    if again:
        notes.append(
            say("Rader som står likadant i en tidigare fil är med en gång: {number}.", number=again)
        )
    digests = "\n".join(batch.digest for batch in batches)
    return replace(
        first,
        file_name=" + ".join(batch.file_name for batch in batches),
        digest=hashlib.sha256(digests.encode()).hexdigest(),
        bookings=bookings,
        headers=tuple(header for batch in batches for header in batch.headers),
        notes=tuple(notes),
    )


def _refuse_different(batches: Sequence[Batch]) -> None:
    names = list(dict.fromkeys(batch.care_system_name for batch in batches))
    if len(names) > 1:
        raise BookingsUnreadable(
            say("Filerna kommer från olika vårdsystem: {names}.", names=", ".join(names)),
            say("Öppna dem var för sig."),
        )


def _each_once(batches: Sequence[Batch]) -> tuple[Booking, ...]:
    """With row numbers that tell which file a booking is from."""
    kept: list[Booking] = []
    earlier: dict[str, Booking] = {}
    for number, batch in enumerate(batches):
        new = [one for one in batch.bookings if not _is_told(one, earlier)]
        kept += [replace(one, row_no=one.row_no + number * ROWS_PER_FILE) for one in new]
        earlier |= {one.key: one for one in new}
    return tuple(kept)


def _is_told(booking: Booking, earlier: dict[str, Booking]) -> bool:
    same = earlier.get(booking.key) if booking.can_be_known_again else None
    return same is not None and booking.says_the_same_as(same)
