"""Queueing: what was checked is rendered once more, and only what is still the same may leave."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

from app.bookings import Booking
from app.dispatch import Added, Dispatch, Status
from app.errors import LetterIncomplete, TemplateBroken
from app.history import Archive, Question
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
        question = Question(status=Status.QUEUED)
        waiting = archive.page(question, offset=0, limit=archive.count(question))
        outbox.take_back([one.id for one in waiting if one.person in barred], because=BARRED)
