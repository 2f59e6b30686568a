"""Triage at the keyboard: the shown row, what a person decides of it, and where to go next."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, Signal

from app.draft import Channel, Draft
from app.findings import Decision
from app.rows import Row, RowStatus
from app.services import Services
from app.triage import APPROVE
from app.worklist import Worklist
from ui.actions import Actions
from ui.address_dialog import AddressDialog
from ui.dispatch_bar import Sums
from ui.parts import announce
from ui.previewing import Previewing
from ui.utskick_view import UtskickView
from ui.workbench import Workbench

_PROBLEMS = frozenset({RowStatus.BLOCKED, RowStatus.REVIEW})


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
        types = self._services.letter_types(worklist.batch.care_system)
        self._view.picker.offer([(one.id, one.name) for one in types])

    def show_changes(self, row_nos: Collection[int], *, then: int | None = None) -> None:
        """Rows that have new values; `then` is the row to go to, else the shown one stays."""
        bookings = self._bench.bookings
        bookings.show_rows(map(self._worklist.row, row_nos), then=then)
        self._show_sums()
        if bookings.row_no in row_nos:
            self._show_row(bookings.row_no)

    def undo(self) -> None:
        touched = self._worklist.undo()
        if touched:
            self.show_changes(touched, then=touched[0])
            self.changed.emit(touched)
        announce(self._bench, "Ångrat" if touched else "Inget att ångra")

    def _connect(self) -> None:
        actions, bookings, panel = self._actions, self._bench.bookings, self._bench.fix_panel
        bookings.row_shown.connect(self._show_row)
        bookings.approve_requested.connect(actions.approve.trigger)
        panel.decided.connect(self._decide)
        self._view.picker.chosen.connect(self._choose_type)
        self._view.picker.chosen_for_all.connect(self._choose_type_for_all)
        actions.approve.triggered.connect(lambda: self._decide(Decision.APPROVE))
        actions.undo.triggered.connect(self.undo)
        actions.next_row.triggered.connect(lambda: bookings.show_neighbour(1))
        actions.previous_row.triggered.connect(lambda: bookings.show_neighbour(-1))
        actions.next_problem.triggered.connect(lambda: self._show_problem(1))
        actions.previous_problem.triggered.connect(lambda: self._show_problem(-1))
        actions.fix.triggered.connect(panel.take_focus)

    def _show_row(self, row_no: int | None) -> None:
        if row_no is None:
            self._show_nothing()
            return
        row = self._worklist.row(row_no)
        self._bench.fix_panel.show_row(row)
        self._previewing.show_row(row)
        if row.dispatches or row.draft.booking.patient.protected:
            self._view.picker.show_none()
        else:
            self._view.picker.show_type(row.draft.letter_type)
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
            return
        touched = self._worklist.decide(row_no, decision)
        done = self._worklist.row(row_no).status not in _PROBLEMS
        go_on = done and decision is not Decision.INCLUDE
        then = self._bench.bookings.row_after(touched) if go_on else row_no
        self._view.notice.hide()
        self.show_changes(touched, then=then)
        self.changed.emit(touched)

    def _write_address(self, row: Row) -> None:
        dialog = AddressDialog(
            self._bench,
            name=row.draft.booking.patient.name,
            address=row.draft.mailing_address,
            problem=self._services.address_problem,
        )
        dialog.accepted.connect(
            lambda: self._change((row.row_no,), lambda draft: draft.with_address(dialog.address))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_type(self, letter_type: str) -> None:
        row_no = self._bench.bookings.row_no
        if row_no is not None:
            self._change((row_no,), lambda draft: draft.with_letter_type(letter_type))

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


def _can_approve(row: Row) -> bool:
    """Space says yes only where the design gives it that meaning, so never to sending twice."""
    if row.status is not RowStatus.REVIEW or row.open_finding is None:
        return False
    return APPROVE in row.open_finding.choices
