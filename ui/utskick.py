"""Utskick: leads a file from being opened to being sent, between the view and the services."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.bookings import Booking
from app.rows import Row
from app.services import Services
from app.swedish_dates import clock
from app.worklist import Worklist
from ui.actions import Actions
from ui.authoring import Authoring
from ui.checking import Checker
from ui.counting import Counting
from ui.deciding import Deciding
from ui.dispatching import Dispatching
from ui.holding import Holding
from ui.list_saving import ListSaving
from ui.loading import Loaded, Origin
from ui.opening import Opening
from ui.parts import Tone
from ui.previewing import Previewing
from ui.sending import Sender
from ui.task_runner import TaskRunner
from ui.utskick_view import UtskickView
from ui.workbench import Workbench
from ui.writing import write_new

_INBOX_ANSWERS = "Ansluten till 1177 testinkorg"
_INBOX_SILENT = "1177 testinkorg svarar inte"


class Utskick(QObject):
    """`file_told` and `inbox_told` carry the status bar's words.

    `checked` comes when every letter that may be sent has been rendered, `sent` after a round.
    `sending_told` carries what is said of sending, its tone and how many letters wait.
    """

    file_told = Signal(str)
    inbox_told = Signal(str)
    opening = Signal()
    quietly_told = Signal(str)
    checked = Signal()
    sent = Signal()
    sending_told = Signal(str, Tone, int)
    freed = Signal()

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        *,
        view: UtskickView,
        actions: Actions,
        undo_seconds: int,
    ) -> None:
        """`undo_seconds` is how long what was confirmed can be taken back before it leaves."""
        super().__init__(view)
        self._services = services
        self._view = view
        self._actions = actions
        self._origin: Origin | None = None
        self._worklist: Worklist | None = None
        self._loaded: Loaded | None = None
        self.workbench = Workbench()
        previewing = Previewing(
            services, tasks, view=self.workbench.preview, look_ahead=self._row_ahead
        )
        self._opening = Opening(services, tasks, view=view, actions=actions)
        self._authoring = Authoring(services, tasks, view=self.workbench.preview)
        self._checker = Checker(services, tasks, self)
        self._sender = Sender(services, tasks, self)
        self._deciding = Deciding(
            services, view=view, workbench=self.workbench, actions=actions, previewing=previewing
        )
        holding = Holding(view.undoing, actions=actions, seconds=undo_seconds, parent=self)
        self._dispatching = Dispatching(services, sender=self._sender, holding=holding, view=view)
        self._counting = Counting(self._sender, view=view)
        self._lists = ListSaving(services, tasks, view=view)
        view.take_in(self.workbench, question=self._opening.mapping)
        self._opening.begun.connect(self._deciding.finish)
        self._opening.begun.connect(self.opening)
        self._opening.loaded.connect(self._show_loaded)
        self._opening.left.connect(self._show_present)
        self._connect_work()

    @property
    def sending(self) -> bool:
        """A round is under way, so the window must not simply be closed."""
        return self._sender.busy

    @property
    def has_list(self) -> bool:
        """Whether bookings are open, so that there is something to search and to step through."""
        return self._worklist is not None

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 steps through, of which only some are seen at a time."""
        return (*self.workbench.panes(), *self._opening.mapping.panes())

    @property
    def worklist(self) -> Worklist | None:
        """The bookings that are open, if any are."""
        return self._worklist

    @property
    def shown_row(self) -> Row | None:
        """The row that the list, the panel and the previews are at."""
        row_no = self.workbench.bookings.row_no
        return self._worklist.row(row_no) if self._worklist and row_no is not None else None

    def start(self) -> None:
        """Opens for work: first what an earlier run left half-done is settled."""
        self._dispatching.start()
        self._actions.open.setEnabled(True)
        self._actions.paste.setEnabled(True)
        self._actions.write_new.setEnabled(True)
        self._actions.own_layouts.setEnabled(True)
        self._view.setAcceptDrops(True)
        names = {system.id: system.name for system in self._services.care_systems.values()}
        self._view.start_page.show_samples(self._services.samples, names=names)
        self._view.reminder.show_notices(self._services.notices)
        self.inbox_told.emit(_INBOX_ANSWERS)

    def open_files(self, *paths: Path) -> None:
        """Reads files as one list; of a sample, a copy whose visits lie ahead."""
        self._opening.open_files(*paths)

    def _write_new(self) -> None:
        home = self._worklist.batch.care_system if self._worklist else ""
        write_new(home, services=self._services, parent=self._view, saved=self._take_written)

    def _take_written(self, booking: Booking) -> None:
        """Into the list where that is of the same care system, else into one of its own."""
        if self._worklist and self._worklist.batch.care_system == booking.care_system:
            self.opening.emit()
            self._show_present()
            self._deciding.add(booking)
        else:
            self._opening.open_written(booking)

    def _save_left_out(self) -> None:
        if self._worklist:
            self._lists.ask_for_left_out(self._worklist)

    def _save_result(self) -> None:
        if self._worklist:
            self._lists.ask_for_result(self._worklist)

    def close(self) -> None:
        """Nothing more begins to leave; `freed` comes when what is leaving has left."""
        self._dispatching.close()

    def look_again(self) -> None:
        """Where letters stand has been decided elsewhere."""
        self._sender.look_again()

    def send_waiting(self) -> None:
        self._dispatching.resume()

    def cancel_waiting(self) -> None:
        self._dispatching.cancel_waiting()

    def _connect_work(self) -> None:
        view, checker = self._view, self._checker
        view.search.textChanged.connect(self.workbench.bookings.show_search)
        self.workbench.bookings.search_cleared.connect(view.search.clear)
        view.search.returnPressed.connect(self.workbench.bookings.setFocus)
        self._actions.send.triggered.connect(self._dispatching.confirm)
        self._actions.write_new.triggered.connect(self._write_new)
        self._actions.save_left_out.triggered.connect(self._save_left_out)
        self._actions.save_result.triggered.connect(self._save_result)
        self._deciding.changed.connect(checker.check_again)
        self._deciding.letter_types_changed.connect(self._tell_letter_types)
        self._authoring.renewed.connect(self._make_anew)
        self._deciding.changed.connect(self._tell_letter_type)
        self.workbench.bookings.row_shown.connect(self._tell_letter_type)
        view.notice.undo_wanted.connect(self._deciding.undo)
        checker.touched.connect(self._deciding.show_changes)
        checker.finished.connect(self.checked)
        checker.told.connect(view.dispatch_bar.show_quiet)
        checker.told.connect(self.quietly_told)
        checker.inbox_answered.connect(lambda: self.inbox_told.emit(_INBOX_ANSWERS))
        checker.inbox_silent.connect(lambda: self.inbox_told.emit(_INBOX_SILENT))
        self._sender.touched.connect(self._deciding.show_changes)
        self._sender.touched.connect(checker.check_again)
        self._dispatching.changed.connect(self._deciding.show_changes)
        self._dispatching.changed.connect(checker.check_again)
        self._dispatching.finished.connect(self.sent)
        self._dispatching.told.connect(self.sending_told)
        sender = self._sender
        for ended in (self._dispatching.finished, sender.recovered, sender.blocked, sender.looked):
            ended.connect(self.freed)

    def _show_loaded(self, loaded: Loaded) -> None:
        same = loaded.origin.can_be_read_again and self._origin == loaded.origin
        earlier = self._worklist if same else None
        self._checker.stop()
        self._origin, self._worklist, self._loaded = loaded.origin, loaded.worklist, loaded
        fallen = loaded.worklist.take_over(earlier) if earlier else ()
        self._view.search.clear()
        self._deciding.show_worklist(loaded.worklist)
        self._dispatching.show_worklist(loaded.worklist)
        self.workbench.bookings.show_lines(loaded.lines)
        decided = tuple(draft.booking.row_no for draft in loaded.worklist.decided())
        self._deciding.show_changes(decided)
        self._show_present()
        self._tell_loaded(loaded, fallen)
        # After the list has been painted: what begins now keeps the window busy too.
        QTimer.singleShot(0, lambda: self._begin_checks(loaded))

    def _begin_checks(self, loaded: Loaded) -> None:
        if loaded.worklist is self._worklist:
            self._checker.start(loaded)

    def _show_present(self) -> None:
        """The list where there is one, else the page that asks for a file."""
        there_is_a_list = self.has_list
        for action in self._actions.for_a_list:
            action.setEnabled(there_is_a_list)
        self._view.search.setEnabled(there_is_a_list)
        if there_is_a_list:
            self._view.show_page(self.workbench)
            self.workbench.bookings.setFocus()
        else:
            self._view.show_page(self._view.start_page)

    def _tell_file(self, loaded: Loaded) -> None:
        batch, units = loaded.worklist.batch, loaded.units
        rows = loaded.worklist.counts().total
        unit = units[0] if len(units) == 1 else f"{len(units)} enheter"
        told = (
            batch.file_name,
            "1 rad" if rows == 1 else f"{rows} rader",
            f"{batch.care_system_name} ({batch.layout_note.partition(':')[0].lower()})",
            unit,
            f"inläst {clock(batch.read_at)}",
            f"mallversion {self._services.catalogue.version[:8]}",
        )
        self.file_told.emit("  ·  ".join(filter(None, told)))

    def _tell_loaded(self, loaded: Loaded, fallen: tuple[int, ...]) -> None:
        self._tell_file(loaded)
        batch = loaded.worklist.batch
        notes = [loaded.warning, *batch.notes] if loaded.warning else list(batch.notes)
        if fallen:
            labels = ", ".join(loaded.worklist.row(no).draft.booking.row_label for no in fallen)
            notes.append(f"Bokningarna på rad {labels} har ändrats. Avgör dem på nytt.")
        if notes:
            self._view.notice.show_news(" ".join(notes), tone=Tone.REVIEW)
        else:
            self._view.notice.hide()

    def _tell_letter_type(self) -> None:
        self._authoring.show_letter_type(self.shown_row.draft.letter_type if self.shown_row else "")

    def _make_anew(self) -> None:
        """By new templates no letter is what was checked, so none is ready before it is again."""
        if self._loaded is None:
            return
        self._tell_file(self._loaded)
        worklist = self._loaded.worklist
        unsent = [row for row in worklist.rows if not row.dispatches]
        for row in unsent:
            worklist.note_check(row.draft, None)
        row_nos = tuple(row.row_no for row in unsent)
        self._deciding.show_made_anew(row_nos)
        self._checker.begin_anew(row_nos)

    def _row_ahead(self) -> Row | None:
        """The row that a step down the list shows next."""
        row_no = self.workbench.bookings.row_no_ahead
        return self._worklist.row(row_no) if self._worklist and row_no is not None else None

    def _tell_letter_types(self, number: int) -> None:
        bookings = "1 bokning" if number == 1 else f"{number} bokningar"
        self._view.notice.show_change(f"Brevtypen är ändrad för {bookings}.")
