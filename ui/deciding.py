"""Triage at the keyboard: the shown row, what a person decides of it, and where to go next."""

from collections.abc import Callable, Collection, Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from app.bookings import Address, Booking
from app.draft import Draft
from app.findings import Decision
from app.rows import Row, RowStatus
from app.services import Services
from app.triage.choices import APPROVE
from app.wording import say
from app.worklist import Worklist
from ui.actions import Actions
from ui.bookings_model import lines
from ui.deciding_words import ANOTHER_LIST, DECIDED, told_undone
from ui.gradual import GradualChange, Lines, Portions
from ui.parts import Tone, announce
from ui.previewing import Previewing
from ui.summing import show_sums
from ui.utskick_view import UtskickView
from ui.workbench import Workbench
from ui.writing import Written, correct, write_address, write_text


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
        self._gradual = GradualChange(self)
        self._gradual.made.connect(self.changed)
        self._connect()

    def show_worklist(self, worklist: Worklist) -> None:
        self._worklist = worklist
        self._offer_letter_types()

    def show_made_anew(self, row_nos: Collection[int]) -> None:
        """Rows whose letters are now made of other templates."""
        self._offer_letter_types()
        self._previewing.make_anew()
        self.show_changes(row_nos)

    def show_changes(self, row_nos: Collection[int]) -> None:
        """Rows that have new values; the shown one stays."""
        self._show_lines(self._lines(row_nos), then=None)

    def finish(self) -> None:
        """Before the list is left: what was decided of many rows is decided of all of them."""
        self._gradual.finish()

    def add(self, booking: Booking) -> None:
        """Takes in a booking that a person has written, and goes to it."""
        row_no = self._list().add(booking)
        self._bench.bookings.show_all()
        self._tell_changed(self._lines(self._worklist.rivals(row_no)), then=row_no)

    def undo(self) -> None:
        """Only where it is seen what comes back, and told there; else the step is kept."""
        if not self._actions.undo.isEnabled():
            return
        before = self._list().decided()

        def show(undone: Lines) -> None:
            if not undone:
                announce(self._bench, say("Inget att ångra"))
                return
            self._show_lines(undone, then=next(iter(undone)))
            self._view.notice.show_news(told_undone(undone, before=before), tone=Tone.NEWS)
            self._view.notice.fade()

        self._make(self._worklist.undo_gradually(), show=show)

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
        panel.channel.changed.connect(self._change_shown)
        actions.channel.triggered.connect(panel.channel.open_menu)
        actions.approve.triggered.connect(lambda: self._decide(Decision.APPROVE))
        actions.undo.triggered.connect(self.undo)
        actions.undo.enabledChanged.connect(self._view.notice.undo.setEnabled)
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
        panel = self._bench.fix_panel
        panel.show_row(row, alike=self._worklist.number_alike(row_no))
        self._previewing.show_row(row)
        if row.can_be_changed:
            self._view.picker.show_letter(
                row.draft,
                self._services.letter_type(row.draft),
                variants=self._services.variants(row.draft),
            )
        else:
            self._view.picker.show_none()
        self._actions.correct.setEnabled(row.can_be_changed)
        self._actions.free_text.setEnabled(row.can_be_changed)
        self._actions.channel.setEnabled(panel.channel.isEnabled())
        can_approve = _can_approve(row)
        self._actions.approve.setEnabled(can_approve)
        self._actions.approve.setToolTip(
            say("Godkänn (mellanslag)") if can_approve else say("Se rutan under listan (F4)")
        )

    def _show_lines(self, changed: Lines, *, then: int | None) -> None:
        bookings = self._bench.bookings
        bookings.show_changed(changed, then=then)
        show_sums(self._worklist.counts(), view=self._view, bookings=bookings)
        if bookings.row_no in changed:
            self._show_row(bookings.row_no)

    def _tell_changed(self, changed: Lines, *, then: int | None) -> None:
        """Something that a person has changed is shown, and told to whom it concerns."""
        self._show_lines(changed, then=then)
        self.changed.emit(tuple(changed))

    def _show_nothing(self) -> None:
        self._bench.fix_panel.show_nothing()
        self._previewing.show_nothing(say("Ingen bokning är vald."))
        self._view.picker.show_none()
        for action in self._actions.for_a_row:
            action.setEnabled(False)

    def _show_problem(self, step: int) -> None:
        if not self._bench.bookings.show_problem(step):
            announce(self._bench, say("Inga fler problem"))

    def _decide(self, decision: Decision) -> None:
        row_no = self._row_seen
        if row_no is None:
            return
        if decision is Decision.WRITE_ADDRESS:
            self._write_address(self._worklist.row(row_no))
        elif decision is Decision.CORRECT:
            self._correct(self._worklist.row(row_no))
        elif decision is Decision.WRITE_TEXT:
            self._write_text(self._worklist.row(row_no))
        else:
            touched = self._list().decide(row_no, decision)
            self._go_on(row_no, self._lines(touched), decision)
            self.changed.emit(touched)

    def _approve_alike(self) -> None:
        """Space with Shift in the list, where Space alone would approve."""
        if self._actions.approve.isEnabled():
            self._decide_alike(Decision.APPROVE)

    def _decide_alike(self, decision: Decision) -> None:
        row_no = self._row_seen
        if row_no is None:
            return

        def show(changed: Lines) -> None:
            self._go_on(row_no, changed, decision)
            if len(changed) > 1:
                self._view.notice.show_change(DECIDED[decision].format(len(changed)))

        self._make(self._list().decide_alike(row_no, decision), show=show)

    def _go_on(self, row_no: int, changed: Lines, decision: Decision) -> None:
        """Shows and says what was decided; goes on unless the row asks more or somebody has."""
        bookings, row = self._bench.bookings, self._worklist.row(row_no)
        announce(self._bench, row.status.value)
        stays = row.is_problem or bookings.row_no != row_no or decision is Decision.INCLUDE
        then = bookings.row_no if stays else bookings.row_after(changed)
        self._view.notice.hide()
        self._show_lines(changed, then=then)

    def _correct(self, row: Row) -> None:
        def take(booking: Booking) -> None:
            touched = self._list().correct(row.row_no, booking)
            self._view.notice.hide()
            self._tell_changed(self._lines(touched), then=row.row_no)

        if row.can_be_changed:
            saved = self._of_this_list(take)
            correct(row, services=self._services, parent=self._bench, saved=saved)

    def _write_address(self, row: Row) -> None:
        def take(address: Address) -> None:
            self._change((row.row_no,), lambda draft: draft.with_address(address))

        saved = self._of_this_list(take)
        write_address(row, services=self._services, parent=self._bench, saved=saved)

    def _write_text(self, row: Row) -> None:
        def take(text: str) -> None:
            self._change((row.row_no,), lambda draft: draft.with_free_text(text))

        write_text(row, parent=self._bench, saved=self._of_this_list(take))

    def _of_this_list(self, take: Callable[[Written], None]) -> Callable[[Written], None]:
        """In another list that comes meanwhile the same number is perhaps another patient's."""
        worklist = self._worklist

        def take_here(written: Written) -> None:
            if worklist is self._worklist:
                take(written)
            else:
                self._view.notice.show_news(ANOTHER_LIST, tone=Tone.REVIEW)

        return take_here

    def _change_shown(self, change: Callable[[Draft], Draft]) -> None:
        row_no = self._row_seen
        if row_no is not None:
            self._change((row_no,), change)

    @property
    def _row_seen(self) -> int | None:
        """None behind another page, where nobody sees whom a decision would be about."""
        return self._bench.bookings.row_no if self._view.shows_list else None

    def _choose_type_for_all(self, letter_type: str) -> None:
        """All but those that have it already, which would lose what has been approved."""
        others = [
            row.row_no
            for row in self._list().rows
            if row.draft.letter_type != letter_type and not row.draft.booking.patient.protected
        ]
        self._change(
            others,
            lambda draft: draft.with_letter_type(letter_type),
            done=self.letter_types_changed.emit,
        )

    def _change(
        self,
        row_nos: Sequence[int],
        change: Callable[[Draft], Draft],
        *,
        done: Callable[[int], None] = lambda _: None,
    ) -> None:
        """`done` gets how many rows were changed, if any were."""

        def show(changed: Lines) -> None:
            self._show_lines(changed, then=self._bench.bookings.row_no)
            if changed:
                done(len(changed))

        self._make(self._list().change_gradually(row_nos, change), show=show)

    def _make(self, portions: Portions, *, show: Callable[[Lines], None]) -> None:
        self._gradual.make(portions, worklist=self._worklist, show=show)

    def _list(self) -> Worklist:
        """The list to change, when what was begun with it is made."""
        self._gradual.finish()
        return self._worklist

    def _lines(self, row_nos: Iterable[int]) -> Lines:
        return lines(map(self._worklist.row, row_nos))


def _can_approve(row: Row) -> bool:
    """Space says yes only where the design gives it that meaning, so never to sending twice."""
    if row.status is not RowStatus.REVIEW or row.open_finding is None:
        return False
    return APPROVE in row.open_finding.choices
