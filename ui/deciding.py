"""Triage at the keyboard: the shown row, what a person decides of it, and where to go next."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, Signal

from app.bookings import Booking
from app.draft import Channel, Draft
from app.findings import Decision
from app.letters import addressee
from app.rows import Row, RowStatus
from app.services import Services
from app.triage.choices import APPROVE
from app.worklist import Worklist
from ui.actions import Actions
from ui.address_dialog import AddressDialog
from ui.dispatch_bar import Sums
from ui.free_text_dialog import FreeTextDialog
from ui.parts import Tone, announce
from ui.previewing import Previewing
from ui.utskick_view import UtskickView
from ui.workbench import Workbench
from ui.writing import correct

_PROBLEMS = frozenset({RowStatus.BLOCKED, RowStatus.REVIEW})

_ANOTHER_LIST = "En annan lista har öppnats, så rättelsen sparades inte. Rätta raden på nytt."
_TEXT_OF_ANOTHER_LIST = "En annan lista har öppnats, så fritexten sparades inte. Skriv den på nytt."

# What was decided of many rows at once.
_DECIDED = {
    Decision.APPROVE: "Godkände {} bokningar.",
    Decision.SKIP: "Hoppar över {} bokningar.",
    Decision.CALL: "{} bokningar hoppas över. Ring patienterna.",
    Decision.HANDLED_ELSEWHERE: "Markerade {} bokningar som hanterade utanför appen.",
    Decision.SEND_REBOOKING: "Valde ombokning för {} bokningar.",
    Decision.SEND_CANCELLATION: "Valde avbokning för {} bokningar.",
}


class Deciding(QObject):
    """`changed` carries the numbers of rows that a person has changed something about."""

    changed = Signal(object)
    letter_types_changed = Signal(int)

    # Set by `show_worklist`; before that no action is enabled and there is no row to show.
    _worklist: Worklist

    def __init__(
        self,
        services: Services,
        *,
        view: UtskickView,
        workbench: Workbench,
        actions: Actions,
        previewing: Previewing,
    ) -> None:
        super().__init__(view)
        self._services = services
        self._view = view
        self._bench = workbench
        self._actions = actions
        self._previewing = previewing
        self._connect()

    def show_worklist(self, worklist: Worklist) -> None:
        self._worklist = worklist
        self._offer_letter_types()

    def show_made_anew(self, row_nos: Collection[int]) -> None:
        """Rows whose letters are now made of other templates."""
        self._offer_letter_types()
        self._previewing.make_anew()
        self.show_changes(row_nos)

    def show_changes(self, row_nos: Collection[int], *, then: int | None = None) -> None:
        """Rows that have new values; `then` is the row to go to, else the shown one stays."""
        bookings = self._bench.bookings
        bookings.show_rows(map(self._worklist.row, row_nos), then=then)
        self._show_sums()
        if bookings.row_no in row_nos:
            self._show_row(bookings.row_no)

    def add(self, booking: Booking) -> None:
        """Takes in a booking that a person has written, and goes to it."""
        row_no = self._worklist.add(booking)
        self._bench.bookings.show_all()
        touched = self._worklist.rivals(row_no)
        self.show_changes(touched, then=row_no)
        self.changed.emit(touched)

    def undo(self) -> None:
        self._view.notice.hide()
        touched = self._worklist.undo()
        if touched:
            self.show_changes(touched, then=touched[0])
            self.changed.emit(touched)
        announce(self._bench, "Ångrat" if touched else "Inget att ångra")

    def _connect(self) -> None:
        actions, bookings, panel = self._actions, self._bench.bookings, self._bench.fix_panel
        bookings.row_shown.connect(self._show_row)
        bookings.approve_requested.connect(actions.approve.trigger)
        bookings.approve_alike_requested.connect(self._approve_alike)
        panel.decided.connect(self._decide)
        panel.decided_alike.connect(self._decide_alike)
        actions.correct.triggered.connect(lambda: self._decide(Decision.CORRECT))
        actions.free_text.triggered.connect(lambda: self._decide(Decision.WRITE_TEXT))
        self._view.picker.changed.connect(self._change_shown)
        self._view.picker.chosen_for_all.connect(self._choose_type_for_all)
        actions.approve.triggered.connect(lambda: self._decide(Decision.APPROVE))
        actions.undo.triggered.connect(self.undo)
        actions.next_row.triggered.connect(lambda: bookings.show_neighbour(1))
        actions.previous_row.triggered.connect(lambda: bookings.show_neighbour(-1))
        actions.next_problem.triggered.connect(lambda: self._show_problem(1))
        actions.previous_problem.triggered.connect(lambda: self._show_problem(-1))
        actions.fix.triggered.connect(panel.take_focus)

    def _offer_letter_types(self) -> None:
        types = self._services.letter_types(self._worklist.batch.care_system)
        self._view.picker.offer([(one.id, one.name) for one in types])

    def _show_row(self, row_no: int | None) -> None:
        if row_no is None:
            self._show_nothing()
            return
        row = self._worklist.row(row_no)
        self._bench.fix_panel.show_row(row, alike=len(self._worklist.alike(row_no)))
        self._previewing.show_row(row)
        if row.dispatches or row.draft.booking.patient.protected:
            self._view.picker.show_none()
        else:
            self._view.picker.show_letter(
                row.draft,
                self._services.letter_type(row.draft),
                variants=self._services.variants(row.draft),
            )
        self._actions.correct.setEnabled(_can_correct(row))
        self._actions.free_text.setEnabled(_can_correct(row))
        can_approve = _can_approve(row)
        self._actions.approve.setEnabled(can_approve)
        self._actions.approve.setToolTip(
            "Godkänn (mellanslag)" if can_approve else "Se rutan under listan (F4)"
        )

    def _show_nothing(self) -> None:
        self._bench.fix_panel.show_nothing()
        self._previewing.show_nothing("Ingen bokning är vald.")
        self._view.picker.show_none()
        self._actions.approve.setEnabled(False)
        self._actions.correct.setEnabled(False)
        self._actions.free_text.setEnabled(False)

    def _show_problem(self, step: int) -> None:
        if not self._bench.bookings.show_problem(step):
            announce(self._bench, "Inga fler problem")

    def _show_sums(self) -> None:
        counts = self._worklist.counts()
        self._bench.bookings.show_counts(counts)
        self._view.problems.show_numbers(
            blocked=counts.of(RowStatus.BLOCKED),
            review=counts.of(RowStatus.REVIEW),
            total=counts.total,
        )
        self._view.dispatch_bar.show_sums(
            Sums(
                total=counts.total,
                sent=counts.sent,
                left=counts.left,
                ready=counts.of(RowStatus.READY),
                by_inbox=counts.ready_by_channel.get(Channel.INBOX_1177, 0),
                by_post=counts.ready_by_channel.get(Channel.LETTER, 0),
            )
        )

    def _decide(self, decision: Decision) -> None:
        row_no = self._bench.bookings.row_no
        if row_no is None:
            return
        if decision is Decision.WRITE_ADDRESS:
            self._write_address(self._worklist.row(row_no))
        elif decision is Decision.CORRECT:
            self._correct(self._worklist.row(row_no))
        elif decision is Decision.WRITE_TEXT:
            self._write_text(self._worklist.row(row_no))
        else:
            self._go_on(row_no, self._worklist.decide(row_no, decision), decision)

    def _approve_alike(self) -> None:
        """Space with Shift in the list, where Space alone would approve."""
        if self._actions.approve.isEnabled():
            self._decide_alike(Decision.APPROVE)

    def _decide_alike(self, decision: Decision) -> None:
        row_no = self._bench.bookings.row_no
        if row_no is None:
            return
        touched = self._worklist.decide_alike(row_no, decision)
        self._go_on(row_no, touched, decision)
        if len(touched) > 1:
            self._view.notice.show_change(_DECIDED[decision].format(len(touched)))

    def _go_on(self, row_no: int, touched: tuple[int, ...], decision: Decision) -> None:
        """Shows what was decided, and the next problem where this row has no other."""
        done = self._worklist.row(row_no).status not in _PROBLEMS
        go_on = done and decision is not Decision.INCLUDE
        then = self._bench.bookings.row_after(touched) if go_on else row_no
        self._view.notice.hide()
        self.show_changes(touched, then=then)
        self.changed.emit(touched)

    def _correct(self, row: Row) -> None:
        worklist = self._worklist

        def take(booking: Booking) -> None:
            if worklist is not self._worklist:
                # The same number is perhaps another patient's now.
                self._view.notice.show_news(_ANOTHER_LIST, tone=Tone.REVIEW)
                return
            touched = worklist.correct(row.row_no, booking)
            self._view.notice.hide()
            self.show_changes(touched, then=row.row_no)
            self.changed.emit(touched)

        if _can_correct(row):
            correct(row, services=self._services, parent=self._bench, saved=take)

    def _write_address(self, row: Row) -> None:
        dialog = AddressDialog(
            self._bench,
            addressee=addressee(row.draft, self._services.letter_type(row.draft)),
            address=row.draft.mailing_address,
            problem=self._services.address_problem,
        )
        dialog.accepted.connect(
            lambda: self._change((row.row_no,), lambda draft: draft.with_address(dialog.address))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write_text(self, row: Row) -> None:
        worklist = self._worklist
        dialog = FreeTextDialog(self._bench, text=row.draft.free_text)

        def take() -> None:
            if worklist is not self._worklist:
                # The same number is perhaps another patient's now.
                self._view.notice.show_news(_TEXT_OF_ANOTHER_LIST, tone=Tone.REVIEW)
                return
            self._change((row.row_no,), lambda draft: draft.with_free_text(dialog.text))

        dialog.accepted.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _change_shown(self, change: Callable[[Draft], Draft]) -> None:
        row_no = self._bench.bookings.row_no
        if row_no is not None:
            self._change((row_no,), change)

    def _choose_type_for_all(self, letter_type: str) -> None:
        """All but those that have it already, which would lose what has been approved."""
        others = [
            row.row_no
            for row in self._worklist.rows
            if row.draft.letter_type != letter_type and not row.draft.booking.patient.protected
        ]
        touched = self._change(others, lambda draft: draft.with_letter_type(letter_type))
        if touched:
            self.letter_types_changed.emit(len(touched))

    def _change(self, row_nos: Sequence[int], change: Callable[[Draft], Draft]) -> tuple[int, ...]:
        touched = self._worklist.change(row_nos, change)
        self.show_changes(touched, then=self._bench.bookings.row_no)
        self.changed.emit(touched)
        return touched


def _can_correct(row: Row) -> bool:
    """A protected identity is never opened, and a sent letter no longer changed."""
    return not row.dispatches and not row.draft.booking.patient.protected


def _can_approve(row: Row) -> bool:
    """Space says yes only where the design gives it that meaning, so never to sending twice."""
    if row.status is not RowStatus.REVIEW or row.open_finding is None:
        return False
    return APPROVE in row.open_finding.choices
