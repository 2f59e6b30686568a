"""Queueing: what was checked is rendered once more, and only what is still the same may leave."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

from app.bookings import Booking, BookingState
from app.dispatch import Added, Dispatch, Status
from app.errors import LetterIncomplete, TemplateBroken
from app.history import Archive, Question
from app.orders import booking_digest, kept_draft
from app.outbox import Outbox
from app.preview import Preview
from app.rows import Row
from app.wording import say

# Letters are queued in portions, so that ten thousand never lie in memory at once.
PORTION = 100

BARRED = say("Togs tillbaka: enligt en senare fil får den här personen ingen kallelse härifrån.")


@dataclass(frozen=True, slots=True)
class Queued:
    """`changed` are rows that are not queued.

    Their letter is no longer what was checked, or stands in history with other content.
    """

    dispatches: tuple[Dispatch, ...]
    changed: tuple[int, ...]


def queue_unchanged(
    rows: Sequence[Row],
    *,
    render: Callable[[Row], Preview],
    letter_makers: Executor,
    keep: Callable[[Sequence[Preview]], Added],
    progress: Callable[[int], None],
) -> Queued:
    """`keep` commits the intent to send letters; `progress` gets how many rows have been seen."""

    def unchanged(row: Row) -> Preview | None:
        try:
            preview = render(row)
        except (LetterIncomplete, TemplateBroken):
            return None  # what was checked could be made
        same = row.check is not None and preview.digest == row.check.digest
        return preview if same else None

    dispatches: list[Dispatch] = []
    changed: list[int] = []
    for start in range(0, len(rows), PORTION):
        portion = rows[start : start + PORTION]
        previews = list(letter_makers.map(unchanged, portion))
        kept = keep([preview for preview in previews if preview])
        dispatches += kept.new
        pairs = zip(portion, previews, strict=True)
        changed += [row.row_no for row, preview in pairs if preview is None]
        changed += sorted({one.row_no for one in kept.changed})
        progress(start + len(portion))
    return Queued(tuple(dispatches), tuple(changed))


def barred_persons(bookings: Iterable[Booking]) -> frozenset[str]:
    """Who by what a file says is protected or has died."""
    patients = (one.patient for one in bookings)
    return frozenset(one.id.value for one in patients if one.protected or one.deceased)


def take_back_barred(bookings: Iterable[Booking], *, archive: Archive, outbox: Outbox) -> None:
    """Nothing that waits goes to a person who by what a file now says is protected or has died.

    Whichever of their bookings it is for: a letter tells where to find them.
    """
    barred = barred_persons(bookings)
    if barred:
        late = [one.id for one in _waiting(archive) if one.person in barred]
        outbox.take_back(late, because=BARRED)


def contradicted(rows: Iterable[Row], *, archive: Archive) -> tuple[Dispatch, ...]:
    """Letters that wait to tell of a booking what a list says otherwise by now.

    Of a booking that the list lacks it says nothing. What waits for one booking goes together: a
    message would be sent once more with the letter that is to be made anew.
    """
    waiting = defaultdict[str, list[Dispatch]](list)
    for one in _waiting(archive):
        waiting[one.booking_key].append(one)
    found: list[Dispatch] = []
    for key, told in _by_key(rows, among=waiting).items():
        settled = {one.id for row in told if not _is_cancelled(row) for one in row.dispatches}
        open_ones = [one for one in waiting[key] if one.id not in settled]
        if not all(_is_told(one, told, archive) for one in open_ones):
            found += open_ones
    return tuple(found)


def _waiting(archive: Archive) -> tuple[Dispatch, ...]:
    question = Question(status=Status.QUEUED)
    return archive.page(question, offset=0, limit=archive.count(question))


def _by_key(rows: Iterable[Row], *, among: Collection[str]) -> Mapping[str, list[Row]]:
    found = defaultdict[str, list[Row]](list)
    for row in rows if among else ():
        if (key := row.draft.booking.key) in among:
            found[key].append(row)
    return found


def _is_told(letter: Dispatch, rows: Sequence[Row], archive: Archive) -> bool:
    return any(_tells_the_same(letter, row, archive) for row in rows)


def _tells_the_same(letter: Dispatch, row: Row, archive: Archive) -> bool:
    """Also where the list takes it for another letter, as one whose type a person chose then."""
    booking = row.draft.booking
    return (
        letter.person == booking.patient.id.value
        and letter.visit_at == booking.visit.starts_at
        and letter.booking_digest in {"", booking_digest(row.draft, letter.channel)}
        and _was_cancelled(letter, archive) is _is_cancelled(row)
    )


def _is_cancelled(row: Row) -> bool:
    return row.draft.booking.state is BookingState.CANCELLED


def _was_cancelled(letter: Dispatch, archive: Archive) -> bool:
    """Whether its booking was cancelled already; older programs kept no booking to tell by."""
    try:
        return kept_draft(archive.open(letter.id).data).booking.state is BookingState.CANCELLED
    except LetterIncomplete:
        return False
