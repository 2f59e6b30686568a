"""The worklist: today's bookings, what has been decided of each, and what may be sent."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from app.answers import answer, keep_only
from app.bookings import Batch, Booking, BookingState, is_by_hand, number_by_hand
from app.channels import Reach
from app.check import Check
from app.dispatch import Dispatch
from app.draft import Draft
from app.findings import Decision
from app.portions import joined_portions, portions
from app.rivals import Rivals
from app.row_counts import RunningCounts
from app.rows import Counts, Row, RowStatus, status_of, urgency
from app.sent_before import SentBefore
from app.triage import Appraisal, Known, examine
from app.wording import say


class Worklist:
    """All rows of one utskick. Belongs to one thread; every change gives new Row values.

    `draft_of` begins the draft of a booking that a person has typed; `as_remembered` protects whom
    history knows to be protected. `decided` are the numbers of drafts in which a person had chosen
    something when the list was last left.
    """

    def __init__(
        self,
        batch: Batch,
        drafts: Iterable[Draft],
        *,
        utskick: str,
        appraise: Appraisal,
        sent_before: SentBefore,
        draft_of: Callable[[Booking], Draft] = lambda booking: Draft(booking, ""),
        as_remembered: Callable[[Sequence[Booking]], tuple[Booking, ...]] = tuple,
        decided: Collection[int] = (),
    ) -> None:
        drafts = tuple(drafts)
        self.batch = batch
        self.utskick = utskick
        self._appraise = appraise
        self._sent_before = sent_before
        self._draft_of = draft_of
        self._as_remembered = as_remembered
        self._reach: dict[str, Reach] = {}
        self._rivals = Rivals(draft.booking for draft in drafts)
        # Numbers of the rows that a person has typed, oldest first.
        self.by_hand = sorted(filter(is_by_hand, decided))
        self._undo: list[list[Draft]] = []
        self._touched = set(decided)
        self._counts = RunningCounts()
        self._rows: dict[int, Row] = {}
        for draft in drafts:
            self._put(self._examined(draft, None))

    @property
    def rows(self) -> tuple[Row, ...]:
        """Most urgent first, inside by visit time, then as in the file."""
        return tuple(sorted(self._rows.values(), key=urgency))

    def row(self, row_no: int) -> Row:
        return self._rows[row_no]

    def has_row(self, row_no: int) -> bool:
        return row_no in self._rows

    def counts(self) -> Counts:
        return self._counts.counts()

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
        return joined_portions(self.change_gradually(row_nos, change))

    def change_gradually(
        self, row_nos: Sequence[int], change: Callable[[Draft], Draft]
    ) -> Iterator[tuple[int, ...]]:
        """As `change`, a portion of the rows each time, and yet one step to undo."""
        taken_back: list[Draft] = []
        for portion in portions(row_nos):
            free = [self._rows[no] for no in portion if not self._rows[no].dispatches]
            if free and not taken_back:
                self._undo.append(taken_back)
            taken_back += [row.draft for row in free]
            yield self._place([(change(row.draft), row) for row in free])

    def decide(self, row_no: int, decision: Decision) -> tuple[int, ...]:
        """One press in the fix panel. An address is written with `change` instead.

        Gives the rows that it touched.
        """
        row = self._rows[row_no]
        if decision is Decision.KEEP_THIS:
            return self.change(self._rivals.in_question(row.draft.booking), keep_only(row_no))
        return self.change((row_no,), self._answer(row, decision))

    def number_alike(self, row_no: int) -> int:
        """How many other rows ask the same question; told of each row that is shown."""
        asked = self._rows[row_no].question
        return self._counts.asking(asked) - 1 if asked else 0

    def alike(self, row_no: int) -> tuple[int, ...]:
        """Other rows that ask the same question, so that one answer can serve them all."""
        asked = self._rows[row_no].question
        if asked is None:
            return ()
        return tuple(no for no, row in self._rows.items() if no != row_no and row.question == asked)

    def decide_alike(self, row_no: int, decision: Decision) -> Iterator[tuple[int, ...]]:
        """The same answer for a row and all alike, as `change_gradually`."""
        answer = self._answer(self._rows[row_no], decision)
        return self.change_gradually((row_no, *self.alike(row_no)), answer)

    def correct(self, row_no: int, booking: Booking) -> tuple[int, ...]:
        """What a person says in place of the file. Gives the rows that it touched."""
        before = self._draft_of(self._rows[row_no].draft.booking).variant
        after = self._draft_of(booking).variant

        def corrected(draft: Draft) -> Draft:
            # Another birth date may make it a child's letter; what a person chose stays.
            unchosen = draft.variant.is_to_guardian is before.is_to_guardian
            variant = draft.variant.addressed_as(after) if unchosen else draft.variant
            return self._remembering(draft.correcting(booking).with_variant(variant))

        return self.change((row_no,), corrected)

    def add(self, booking: Booking) -> int:
        """A booking typed by hand, which the file does not have; gives its row number.

        `undo` leaves it out and does not take it away, so that what was typed is not lost.
        """
        row_no = self.next_row_no()
        self.by_hand.append(row_no)
        draft = self._remembering(self._draft_of(replace(booking, row_no=row_no)))
        self._place_new(draft)
        self._undo.append([draft.leaving_out(say("Ångrad"))])
        return row_no

    def next_row_no(self) -> int:
        return number_by_hand(len(self.by_hand) + 1)

    def rivals(self, row_no: int) -> tuple[int, ...]:
        """A row and those that may tell of the same visit, whose findings hang together."""
        others = self._rivals.all_of(self._rows[row_no].draft.booking)
        return tuple(dict.fromkeys((row_no, *others)))

    def undo(self) -> tuple[int, ...]:
        """Takes the latest change back; gives the rows that it touched."""
        return joined_portions(self.undo_gradually())

    def undo_gradually(self) -> Iterator[tuple[int, ...]]:
        """As `undo`, a portion of the rows each time."""
        for drafts in portions(self._undo.pop() if self._undo else []):
            pairs = [(draft, self._rows[draft.booking.row_no]) for draft in drafts]
            yield self._place([(draft, row) for draft, row in pairs if not row.dispatches])

    def take_over(self, earlier: "Worklist") -> tuple[int, ...]:
        """What was decided in an earlier list of bookings that have not changed since.

        Gives the rows whose booking has changed, so that the decisions must be made anew.
        """
        by_hand = set(earlier.by_hand)
        decided = [draft for draft in earlier.decided() if draft.booking.row_no not in by_hand]
        fallen, kept = [], []
        for key, draft in {draft.said_by_file.key: draft for draft in decided}.items():
            rows = [self._rows[row_no] for row_no in self._rivals.by_key.get(key, ())]
            # Of two rows with one key nobody can tell which was meant.
            if len(rows) == 1 and rows[0].draft.booking.says_the_same_as(draft.said_by_file):
                kept.append((self._remembering(draft.standing_on(rows[0].draft.booking)), rows[0]))
            else:
                fallen += [row.row_no for row in rows]
        self._place(kept)
        for row_no in earlier.by_hand:
            draft = earlier.row(row_no).draft
            self.by_hand.append(self.next_row_no())
            self._place_new(self._remembering(draft.renumbered(self.by_hand[-1])))
        return tuple(fallen)

    def decided(self, among: Iterable[int] | None = None) -> tuple[Draft, ...]:
        """Drafts in which a person has chosen something, of all rows or among some."""
        row_nos = self._touched if among is None else self._touched.intersection(among)
        return tuple(self._rows[no].draft for no in sorted(row_nos))

    def hear(self, answers: Mapping[str, Reach]) -> tuple[int, ...]:
        """What 1177 answered about persons. Gives their rows, to be examined again bit by bit."""
        self._reach.update(answers)
        return tuple(no for one in answers for no in self._rivals.by_person.get(one, ()))

    def note_check(self, draft: Draft, check: Check | None) -> None:
        """What rendering told; passed over where the draft has changed since."""
        row = self._rows[draft.booking.row_no]
        if row.draft == draft:
            self._put(self._examined(draft, check))

    def note_dispatches(self, dispatches: Mapping[str, tuple[Dispatch, ...]]) -> tuple[int, ...]:
        """What history now holds about bookings, by booking key. Gives their rows."""
        self._sent_before.note(dispatches)
        touched = tuple(no for key in dispatches for no in self._rivals.by_key.get(key, ()))
        self.examine_again(touched)
        return touched

    def examine_again(self, row_nos: Iterable[int]) -> None:
        """Routes, findings and statuses of rows by all that is known now."""
        for row_no in row_nos:
            row = self._rows[row_no]
            self._put(self._examined(row.draft, row.check))

    def _answer(self, row: Row, decision: Decision) -> Callable[[Draft], Draft]:
        def state_letter(state: BookingState) -> str:
            return self._appraise(row.draft, Known()).state_letter(state)

        return answer(row, decision, state_letter=state_letter)

    def _remembering(self, draft: Draft) -> Draft:
        """What a person has written may be of somebody whom history remembers as protected."""
        is_read = draft.as_read is None and not is_by_hand(draft.booking.row_no)
        return draft if is_read else replace(draft, booking=self._as_remembered([draft.booking])[0])

    def _place(self, pairs: Sequence[tuple[Draft, Row]]) -> tuple[int, ...]:
        """New drafts in place of rows. Gives the rows that it touched."""
        touched = dict.fromkeys(row.row_no for _, row in pairs)
        corrected = [(d, row) for d, row in pairs if d.booking is not row.draft.booking]
        before = [no for _, row in corrected for no in self._rivals.all_of(row.draft.booking)]
        for draft, row in pairs:
            self._touched.add(row.row_no)
            self._put(self._made_of(draft, row))
        if corrected:
            after = self._index_again(draft.booking for draft, _ in corrected)
            touched |= dict.fromkeys((*before, *after))
            self.examine_again(touched)
        return tuple(touched)

    def _made_of(self, draft: Draft, row: Row) -> Row:
        """As little as the change asks for: ten thousand rows may be decided at once."""
        if draft.asks_as(row.draft):
            return row.decided(draft)
        same_letter = draft.makes_the_letter_of(row.draft)
        return self._examined(draft, row.check if same_letter else None)

    def _place_new(self, draft: Draft) -> None:
        self._touched.add(draft.booking.row_no)
        self._put(self._examined(draft, None))
        self.examine_again(self._index_again([draft.booking]))

    def _index_again(self, corrected: Iterable[Booking]) -> list[int]:
        """Gives the rows that the corrected bookings now concern."""
        self._rivals = Rivals(row.draft.booking for row in self._rows.values())
        found: list[int] = []
        for booking in corrected:
            self._sent_before.remember(booking)
            found += self._rivals.all_of(booking)
        return found

    def _put(self, row: Row) -> None:
        before = self._rows.get(row.row_no)
        if before is not None:
            self._counts.take_away(before)
        self._rows[row.row_no] = row
        self._counts.add(row)

    def _examined(self, draft: Draft, check: Check | None) -> Row:
        booking = draft.booking
        ours, earlier, revision = self._sent_before.standing(draft)
        if revision != draft.revision:
            # The letter's printed reference follows the revision, so it is another letter.
            draft, check = replace(draft, revision=revision), None
        same_id, same_time, same_day = self._rivals.few_others(booking)
        known = Known(
            reach=self._reach.get(booking.patient.id.value, Reach.NOT_ANSWERED),
            same_id=same_id,
            same_time=same_time,
            same_day=same_day,
            earlier=earlier,
            check=check,
        )
        situation = self._appraise(draft, known)
        findings = examine(draft, situation)
        status = status_of(draft, findings, check=check, dispatches=ours)
        return Row(draft, situation.route, findings, status, check, ours)
