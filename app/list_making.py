"""Makes a worklist of bookings: with what history knows of them and what was decided before."""

import uuid
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.access_desk import AccessDesk
from app.bookings import Batch, Booking
from app.draft import Draft
from app.findings import Code
from app.history import Archive
from app.open_list import OpenList
from app.outbox import Outbox
from app.queueing import take_back_barred
from app.same_person import compare_persons
from app.sent_before import SentBefore
from app.several_files import joined
from app.triage import Appraisal
from app.users import Right
from app.worklist import Worklist


@dataclass(frozen=True, slots=True)
class ListMaker:
    """`begin` gives the draft of a booking that nobody has decided anything of."""

    begin: Callable[[Booking], Draft]
    appraise: Appraisal
    archive: Archive
    outbox: Outbox
    access: AccessDesk

    def of(self, *batches: Batch) -> Worklist:
        """Of files that have just been read. Raises BookingsUnreadable, or HistoryUnusable."""
        batch = joined(batches)
        utskick = str(uuid.uuid5(uuid.NAMESPACE_OID, batch.digest))
        worklist = self._make(batch, utskick=utskick)
        problems: Counter[Code] = Counter()
        for (_, code), number in worklist.counts().problems.items():
            problems[code] += number
        self.archive.record_problems(utskick, problems=problems)
        return worklist

    def again(self, kept: OpenList) -> Worklist:
        """The same utskick once more, so that no letter of it becomes another one.

        Raises HistoryUnusable.
        """
        return self._make(kept.batch, utskick=kept.utskick, decided=kept.decided)

    def _make(self, batch: Batch, *, utskick: str, decided: Sequence[Draft] = ()) -> Worklist:
        self.access.require(Right.SEE_PATIENTS)
        batch, decided = self._as_remembered(batch, decided)
        drafts = self._drafts(batch, decided)
        self.archive.record_batch(utskick, batch=batch)
        take_back_barred(batch.bookings, archive=self.archive, outbox=self.outbox)
        bookings = [draft.booking for draft in drafts]
        worklist = Worklist(
            batch,
            drafts,
            utskick=utskick,
            appraise=self.appraise,
            sent_before=self._sent_before(bookings, utskick=utskick),
            draft_of=self.begin,
            as_remembered=self.access.as_remembered,
            decided=[draft.booking.row_no for draft in decided],
        )
        self.access.load(bookings)
        return worklist

    def _as_remembered(
        self, batch: Batch, decided: Sequence[Draft]
    ) -> tuple[Batch, Sequence[Draft]]:
        """Whom an earlier file has called protected is so here too, by one question for all."""
        of_file = compare_persons(batch.bookings)
        told = self.access.as_remembered([*of_file, *(draft.booking for draft in decided)])
        pairs = zip(decided, told[len(of_file) :], strict=True)
        return (
            replace(batch, bookings=told[: len(of_file)]),
            [replace(draft, booking=booking) for draft, booking in pairs],
        )

    def _drafts(self, batch: Batch, decided: Sequence[Draft]) -> list[Draft]:
        """One for each row of the file, then those of bookings that a person has typed."""
        by_row = {draft.booking.row_no: draft for draft in decided}
        of_file = [
            by_row.pop(one.row_no) if one.row_no in by_row else self.begin(one)
            for one in batch.bookings
        ]
        return [*of_file, *by_row.values()]

    def _sent_before(self, bookings: Sequence[Booking], *, utskick: str) -> SentBefore:
        history = self.archive.of_bookings([booking.key for booking in bookings])
        unknown = [one for one in bookings if not history or one.key not in history]
        return SentBefore(
            history,
            utskick=utskick,
            by_visit=self.archive.of_visits(unknown),
            recall=lambda one: self.archive.of_bookings([one.key]).get(one.key, ()),
        )
