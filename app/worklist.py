"""The worklist: today's bookings, what has been decided of each, and what may be sent."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import chain, islice
from typing import Protocol, TypeVar

from app.bookings import Batch, Booking
from app.channels import Reach
from app.check import Check
from app.dispatch import Dispatch, Status
from app.draft import Channel, Draft
from app.findings import Code, Decision
from app.rows import Counts, Row, RowStatus, status_of, urgency
from app.triage import Known, Situation, examine

_Key = TypeVar("_Key")

_REASONS = {
    Decision.SKIP: "Hoppas över",
    Decision.CALL: "Ring patienten",
    Decision.HANDLED_ELSEWHERE: "Hanterad utanför programmet",
    Decision.INCLUDE: "",
}


class Appraisal(Protocol):
    def __call__(self, draft: Draft, known: Known, /) -> Situation:
        """The draft's route, and with what the worklist knows all that triage needs."""
        ...


class Worklist:
    """All rows of one utskick. Belongs to one thread; every change gives new Row values."""

    def __init__(
        self,
        batch: Batch,
        drafts: Iterable[Draft],
        *,
        utskick: str,
        appraise: Appraisal,
        history: Mapping[str, tuple[Dispatch, ...]],
    ) -> None:
        self.batch = batch
        self.utskick = utskick
        self._appraise = appraise
        self._history = dict(history)
        self._reach: dict[str, Reach] = {}
        self._by_person = _row_nos(batch.bookings, lambda booking: booking.patient.id.value)
        self._by_key = _row_nos(batch.bookings, lambda booking: booking.key)
        # Times are only compared where a person has several rows, which few have.
        several = [b for b in batch.bookings if len(self._by_person[b.patient.id.value]) > 1]
        self._at_time = _row_nos(several, _person_and_time)
        self._on_day = _row_nos(several, _person_and_day)
        self._undo: list[tuple[Draft, ...]] = []
        self._touched: set[int] = set()
        self._by_status: Counter[RowStatus] = Counter()
        self._ready_by_channel: Counter[Channel] = Counter()
        self._rows: dict[int, Row] = {}
        for draft in drafts:
            self._put(self._examined(draft, None))

    @property
    def rows(self) -> tuple[Row, ...]:
        """Most urgent first, inside by visit time, then as in the file."""
        return tuple(sorted(self._rows.values(), key=urgency))

    def row(self, row_no: int) -> Row:
        return self._rows[row_no]

    def counts(self) -> Counts:
        """Kept up with each change, since ten thousand rows are counted after each of them."""
        return Counts(len(self._rows), Counter(self._by_status), Counter(self._ready_by_channel))

    def ready(self) -> tuple[Row, ...]:
        ready = (row for row in self._rows.values() if row.status is RowStatus.READY)
        return tuple(sorted(ready, key=urgency))

    def unchecked(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.awaits_check)

    def persons(self) -> tuple[str, ...]:
        """Whom 1177 is to be asked about, once each; never a protected identity."""
        patients = (row.draft.booking.patient for row in self._rows.values())
        return tuple(dict.fromkeys(p.id.value for p in patients if not p.protected))

    def reach(self, row: Row) -> Reach:
        return self._reach.get(row.draft.booking.patient.id.value, Reach.NOT_ANSWERED)

    def change(self, row_nos: Sequence[int], change: Callable[[Draft], Draft]) -> tuple[int, ...]:
        """Applies a person's choice to rows that are not sent; `undo` takes it back.

        Gives the rows that it touched.
        """
        free = [self._rows[no] for no in row_nos if not self._rows[no].dispatches]
        if free:
            self._undo.append(tuple(row.draft for row in free))
        for row in free:
            self._place(change(row.draft), row)
        return tuple(row.row_no for row in free)

    def decide(self, row_no: int, decision: Decision) -> tuple[int, ...]:
        """One press in the fix panel. An address is written with `change` instead.

        Gives the rows that it touched.
        """
        row = self._rows[row_no]
        if decision is Decision.KEEP_THIS:
            return self._keep_this(row)
        if decision is Decision.APPROVE:
            codes = frozenset({row.open_finding.code} if row.open_finding else ())
            return self.change((row_no,), lambda draft: draft.approving(codes))
        return self.change((row_no,), lambda draft: draft.leaving_out(_REASONS[decision]))

    def undo(self) -> tuple[int, ...]:
        """Takes the latest change back; gives the rows that it touched."""
        drafts = self._undo.pop() if self._undo else ()
        for draft in drafts:
            row = self._rows[draft.booking.row_no]
            if not row.dispatches:
                self._place(draft, row)
        return tuple(draft.booking.row_no for draft in drafts)

    def take_over(self, earlier: "Worklist") -> tuple[int, ...]:
        """What was decided in an earlier list of bookings that have not changed since.

        Gives the rows whose booking has changed, so that the decisions must be made anew.
        """
        decided = {draft.booking.key: draft for draft in earlier.decided()}
        fallen = []
        for key, draft in decided.items():
            rows = [self._rows[row_no] for row_no in self._by_key.get(key, ())]
            # Of two rows with one key nobody can tell which was meant.
            if len(rows) == 1 and rows[0].draft.booking.says_the_same_as(draft.booking):
                self._place(replace(draft, booking=rows[0].draft.booking), rows[0])
            else:
                fallen += [row.row_no for row in rows]
        return tuple(fallen)

    def decided(self) -> tuple[Draft, ...]:
        """Drafts in which a person has chosen something."""
        return tuple(self._rows[no].draft for no in sorted(self._touched))

    def hear(self, answers: Mapping[str, Reach]) -> tuple[int, ...]:
        """What 1177 answered about persons. Gives their rows, to be examined again bit by bit."""
        self._reach.update(answers)
        return tuple(no for one in answers for no in self._by_person.get(one, ()))

    def note_check(self, draft: Draft, check: Check | None) -> None:
        """What rendering told; passed over where the draft has changed since."""
        row = self._rows[draft.booking.row_no]
        if row.draft == draft:
            self._put(self._examined(draft, check))

    def note_dispatches(self, dispatches: Mapping[str, tuple[Dispatch, ...]]) -> tuple[int, ...]:
        """What history now holds about bookings, by booking key. Gives their rows."""
        self._history.update(dispatches)
        touched = tuple(no for key in dispatches for no in self._by_key.get(key, ()))
        self.examine_again(touched)
        return touched

    def examine_again(self, row_nos: Iterable[int]) -> None:
        """Routes, findings and statuses of rows by all that is known now."""
        for row_no in row_nos:
            row = self._rows[row_no]
            self._put(self._examined(row.draft, row.check))

    def _keep_this(self, row: Row) -> tuple[int, ...]:
        booking = row.draft.booking
        rivals = chain.from_iterable(self._rivals(booking))

        def keep(draft: Draft) -> Draft:
            if draft.booking.row_no == row.row_no:
                return draft.approving(frozenset({Code.DUPLICATE}))
            return draft.leaving_out(f"Dubblett av rad {row.row_no}")

        return self.change(tuple(dict.fromkeys((row.row_no, *rivals))), keep)

    def _place(self, draft: Draft, row: Row) -> None:
        same_letter = (draft.letter_type, draft.address) == (
            row.draft.letter_type,
            row.draft.address,
        )
        self._touched.add(row.row_no)
        self._put(self._examined(draft, row.check if same_letter else None))

    def _put(self, row: Row) -> None:
        before = self._rows.get(row.row_no)
        if before is not None:
            self._count(before, -1)
        self._rows[row.row_no] = row
        self._count(row, 1)

    def _count(self, row: Row, number: int) -> None:
        self._by_status[row.status] += number
        if row.status is RowStatus.READY:
            for channel in row.route.channels:
                self._ready_by_channel[channel] += number

    def _split(self, draft: Draft) -> tuple[tuple[Dispatch, ...], tuple[Dispatch, ...], int]:
        """Dispatches of this very letter, those of other letters to the booking, the revision.

        A new time or person is another letter, so a rebooked patient is never taken for one
        already called; nor is a row for another row of the same file with the same booking id.
        """
        dispatches = self._history.get(draft.booking.key, ())
        if not dispatches:
            return (), (), 1
        alive = tuple(one for one in dispatches if one.status is not Status.CANCELLED)
        ours = [one for one in dispatches if self._is_of(draft, one)]
        latest = max((one.revision for one in ours), default=0)
        newest = tuple(one for one in ours if one.revision == latest)
        # Taken back in one channel but not in the other, it is still the letter of this row.
        if any(one in alive for one in newest):
            return newest, (), latest
        used = (one.revision for one in dispatches if one.letter_type == draft.letter_type)
        return (), alive, max(used, default=0) + 1

    def _is_of(self, draft: Draft, dispatch: Dispatch) -> bool:
        booking = draft.booking
        return (
            dispatch.letter_type == draft.letter_type
            and dispatch.visit_at == booking.visit.starts_at
            and dispatch.person == booking.patient.id.value
            and (dispatch.utskick != self.utskick or dispatch.row_no == booking.row_no)
        )

    def _examined(self, draft: Draft, check: Check | None) -> Row:
        booking = draft.booking
        ours, earlier, revision = self._split(draft)
        if revision != draft.revision:
            # The letter's printed reference follows the revision, so it is another letter.
            draft, check = replace(draft, revision=revision), None
        same_id, same_time, same_day = self._rivals(booking)
        known = Known(
            reach=self._reach.get(booking.patient.id.value, Reach.NOT_ANSWERED),
            same_id=_few_others(booking, same_id),
            same_time=_few_others(booking, same_time),
            same_day=_few_others(booking, same_day),
            earlier=earlier,
            check=check,
        )
        situation = self._appraise(draft, known)
        findings = examine(draft, situation)
        status = status_of(draft, findings, check=check, dispatches=ours)
        return Row(draft, situation.route, findings, status, check, ours)

    def _rivals(self, booking: Booking) -> tuple[Sequence[int], Sequence[int], Sequence[int]]:
        """Rows with its booking id, and those of its person at that time and on that day."""
        same_id = self._by_key[booking.key]
        if len(self._by_person[booking.patient.id.value]) == 1:
            return same_id, (), ()
        return (
            same_id,
            self._at_time[_person_and_time(booking)],
            self._on_day[_person_and_day(booking)],
        )


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


def _few_others(booking: Booking, row_nos: Sequence[int]) -> tuple[int, ...]:
    """Enough rows for a sentence, however many there are."""
    if len(row_nos) <= 1:
        return ()
    return tuple(islice((row_no for row_no in row_nos if row_no != booking.row_no), 5))
