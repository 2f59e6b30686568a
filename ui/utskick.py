"""Utskick: leads a file from being opened to being sent, between the view and the services."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.bookings import Booking
from app.left_lists import LeftLists
from app.rows import Row
from app.services import Services
from app.wording import say
from app.worklist import Worklist
from ui.actions import Actions
from ui.authoring import Authoring
from ui.checking import Checker
from ui.counting import Counting
from ui.deciding import Deciding
from ui.dispatching import Dispatching
from ui.going_by_post import GoingByPost
from ui.holding import Holding
from ui.inbox_told import InboxTold
from ui.keeping import Keeping
from ui.list_saving import ListSaving
from ui.loading import Loaded
from ui.looking import Looking
from ui.noting import Noting
from ui.opening import Opening
from ui.parts import Tone
from ui.previewing import Previewing
from ui.resuming import Resuming
from ui.sending import Sender
from ui.task_runner import TaskRunner
from ui.told_list import file_line, list_news
from ui.utskick_view import UtskickView
from ui.workbench import Workbench
from ui.writing import write_new


class Utskick(QObject):
    """`file_told` and `inbox_told` carry the status bar's words, the file's name by itself.

    `checked` comes when every letter that may be sent has been rendered, `sent` after a round.
    """

    file_told = Signal(str, str)
    inbox_told = Signal(str)
    opening = Signal()
    quietly_told = Signal(str)
    checked = Signal()
    sent = Signal()
    freed = Signal()

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        *,
        view: UtskickView,
        workbench: Workbench,
        actions: Actions,
        undo_seconds: int,
    ) -> None:
        """`undo_seconds` is how long what was confirmed can be taken back before it leaves."""
        super().__init__(view)
        self._services = services
        self._view = view
        self._actions = actions
        self._left = LeftLists()
        self._worklist: Worklist | None = None
        self._loaded: Loaded | None = None
        self._kept = ""
        self.workbench = workbench

        def worklist() -> Worklist | None:
            return self._worklist

        previewing = Previewing(
            services, tasks, view=self.workbench.preview, look_ahead=self._rows_beside
        )
        self._opening = Opening(services, tasks, view=view, actions=actions)
        Looking(services, previewing, view=view, worklist=worklist, show_row=self.show_row)
        self._authoring = Authoring(services, tasks, view=workbench.preview, notice=view.notice)
        self._checker = Checker(services, tasks, self)
        self._sender = Sender(services, tasks, self)
        self._inbox = InboxTold(self._checker, self._sender, self)
        self._deciding = Deciding(
            services, view=view, workbench=self.workbench, actions=actions, previewing=previewing
        )
        Noting(services.access, previewing=previewing, deciding=self._deciding, worklist=worklist)
        holding = Holding(view.undoing, actions=actions, seconds=undo_seconds, parent=self)
        self.dispatching = Dispatching(services, sender=self._sender, holding=holding, view=view)
        self.resuming = Resuming(
            services, tasks, self.dispatching, self._sender, view=view, worklist=worklist
        )
        GoingByPost(self.dispatching, self._sender, view=view, worklist=worklist)
        self._counting = Counting(self._sender, view=view)
        ListSaving(services, tasks, view=view, actions=actions, worklist=worklist)
        self._keeping = Keeping(services, tasks, self)
        view.take_in(self.workbench, question=self._opening.mapping)
        for heard in (self._deciding.finish, self._checker.pause, self.opening):
            self._opening.begun.connect(heard)
        self._opening.loaded.connect(self._show_loaded)
        self._opening.left.connect(self._show_present)
        self._opening.ready.connect(self._open_for_work)
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
        """First what an earlier run left half-done is settled, then its list is opened again."""
        self.dispatching.start()
        names = {system.id: system.name for system in self._services.care_systems.values()}
        self._view.start_page.show_samples(self._services.samples, names=names)
        self._view.start_page.setEnabled(False)
        self._view.reminder.show_notices(self._services.notices)
        self._opening.reopen()
        self._inbox.begin()

    def show_row(self, row_no: int) -> None:
        """Goes to a row of the list, whatever its chips and its search leave out."""
        bookings = self.workbench.bookings
        if bookings.model.position(row_no) is None:
            bookings.show_all()
        bookings.show_row(row_no)
        bookings.table.setFocus()

    def open_files(self, *paths: Path) -> None:
        """Reads files as one list; of a sample, a copy whose visits lie ahead."""
        self._opening.open_files(*paths)

    def _open_for_work(self) -> None:
        """Not before: another list would take the place of the one that is still being read."""
        actions = self._actions
        for action in (actions.open, actions.paste, actions.write_new, actions.own_layouts):
            action.setEnabled(True)
        self._view.start_page.open_for_work()
        self._view.setAcceptDrops(True)

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

    def close(self) -> None:
        """Nothing more begins to leave; `freed` comes when what is leaving has left."""
        self._deciding.finish()
        self._keeping.write()
        self.dispatching.close()

    def follow_choice(self, key: str) -> None:
        """Something else has been chosen in the settings."""
        self._opening.follow_choice(key)

    def look_again(self) -> None:
        """Where letters stand has been decided elsewhere."""
        self._sender.look_again()

    def _connect_work(self) -> None:
        view, checker, sender = self._view, self._checker, self._sender
        view.search.textChanged.connect(self.workbench.bookings.show_search)
        self.workbench.bookings.search_cleared.connect(view.search.clear)
        view.search.returnPressed.connect(self.workbench.bookings.take_focus)
        self._actions.send.triggered.connect(self.dispatching.confirm)
        self._actions.write_new.triggered.connect(self._write_new)
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
        self._inbox.told.connect(self.inbox_told)
        for moved in (sender.touched, self.dispatching.changed):
            moved.connect(self._deciding.show_changes)
            moved.connect(checker.check_again)
        for changed in (self._deciding.changed, self.dispatching.changed, sender.touched):
            changed.connect(self._keeping.note_changed)
        self.workbench.bookings.row_shown.connect(self._keeping.note_shown)
        self._keeping.told.connect(self._tell_kept)
        self._keeping.failed.connect(view.unsaved.show_failure)
        self.dispatching.finished.connect(self.sent)
        for ended in (self.dispatching.finished, sender.recovered, sender.blocked, sender.looked):
            ended.connect(self.freed)

    def _show_loaded(self, loaded: Loaded) -> None:
        # A change of many rows that was begun while this one was read is of the list before.
        self._deciding.finish()
        earlier = self._left.follow(loaded.origin, leaving=self._worklist)
        self._checker.stop()
        before, self._loaded, self._worklist = self._loaded, loaded, loaded.worklist
        fallen = loaded.worklist.take_over(earlier) if earlier else ()
        self._view.search.clear()
        self._deciding.show_worklist(loaded.worklist)
        self.dispatching.show_worklist(loaded.worklist)
        self.workbench.bookings.show_lines(loaded.lines)
        taken_over = loaded.worklist.decided() if earlier else ()
        self._deciding.show_changes([draft.booking.row_no for draft in taken_over])
        if loaded.shown is not None:
            self.workbench.bookings.show_row(loaded.shown)
        self._keeping.show_list(loaded, shown=self.workbench.bookings.row_no)
        self._show_present()
        self._tell_loaded(loaded, fallen)
        # When the list is painted: to check, and to let go of the list before, would hold it up.
        QTimer.singleShot(50, self, lambda _=before: self._begin_checks(loaded))

    def _begin_checks(self, loaded: Loaded) -> None:
        if loaded.worklist is self._worklist:
            self._checker.start(loaded)

    def _show_present(self) -> None:
        """The list where there is one, else the page that asks for a file."""
        for action in self._actions.for_a_list:
            action.setEnabled(self.has_list)
        self._view.search.setEnabled(self.has_list)
        self._checker.resume()
        if self.has_list:
            self._view.show_page(self.workbench)
            self.workbench.bookings.table.setFocus()
        else:
            self._view.show_page(self._view.start_page)

    def _tell_kept(self, text: str) -> None:
        self._kept = text
        if self._loaded:
            self._tell_file(self._loaded)

    def _tell_file(self, loaded: Loaded) -> None:
        version, now = self._services.catalogue.version, self._services.now()
        line = file_line(loaded, kept=self._kept, version=version, now=now)
        self.file_told.emit(loaded.worklist.batch.file_name, line)

    def _tell_loaded(self, loaded: Loaded, fallen: tuple[int, ...]) -> None:
        self._tell_file(loaded)
        if loaded.kept_at and not self._view.notice.isHidden():
            return  # what became of letters that were cut off goes before what was told already
        others = self._services.setup.told_of_other_units(loaded.worklist.batch.bookings)
        if news := list_news(loaded, others=others, fallen=fallen, now=self._services.now()):
            self._view.notice.show_news(news, tone=Tone.REVIEW)
        else:
            self._view.notice.hide()

    def _tell_letter_type(self) -> None:
        self._authoring.show_letter_type(self.shown_row.draft.letter_type if self.shown_row else "")

    def _make_anew(self) -> None:
        """By new templates no letter is what was checked, so none is ready before it is again."""
        if self._loaded is None:
            return
        self._tell_file(self._loaded)
        unsent = [row for row in self._loaded.worklist.rows if not row.dispatches]
        for row in unsent:
            self._loaded.worklist.note_check(row.draft, None)
        row_nos = tuple(row.row_no for row in unsent)
        self._deciding.show_made_anew(row_nos)
        self._checker.begin_anew(row_nos)

    def _rows_beside(self) -> tuple[Row, ...]:
        """The rows that a step down or up the list shows next."""
        row_nos = self.workbench.bookings.row_nos_beside
        return tuple(map(self._worklist.row, row_nos)) if self._worklist else ()

    def _tell_letter_types(self, number: int) -> None:
        bookings = say("1 bokning") if number == 1 else say("{number} bokningar", number=number)
        self._view.notice.show_change(say("Brevtypen är ändrad för {bookings}.", bookings=bookings))
