"""Utskick: leads a file from being opened to being sent, between the view and the services."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from app.errors import KallelseError
from app.rows import Row
from app.services import Services
from app.swedish_dates import clock
from app.worklist import Worklist
from ui.actions import Actions
from ui.checking import Checker
from ui.deciding import Deciding
from ui.dispatching import Dispatching
from ui.loading import Loaded, Loader
from ui.parts import Tone, announce
from ui.previewing import Previewing
from ui.sending import Sender
from ui.task_runner import TaskRunner
from ui.utskick_view import UtskickView
from ui.workbench import Workbench

# Milliseconds before a file that is still being read gets a page of its own.
_PATIENCE = 200

_INBOX_ANSWERS = "Ansluten till 1177 testinkorg"
_INBOX_SILENT = "1177 testinkorg svarar inte"

_FILE_KINDS = "Bokningsfiler (*.csv *.txt *.tsv);;Alla filer (*)"


class Utskick(QObject):
    """`file_told` and `inbox_told` carry the status bar's words.

    `checked` comes when every letter that may be sent has been rendered, `sent` after a round.
    """

    file_told = Signal(str)
    inbox_told = Signal(str)
    opening = Signal()
    quietly_told = Signal(str)
    checked = Signal()
    sent = Signal()
    freed = Signal()

    def __init__(
        self, services: Services, tasks: TaskRunner, *, view: UtskickView, actions: Actions
    ) -> None:
        super().__init__(view)
        self._services = services
        self._view = view
        self._actions = actions
        self._path: Path | None = None
        self._opened: Path | None = None
        self._worklist: Worklist | None = None
        self._slow = QTimer(self, singleShot=True, interval=_PATIENCE)
        self.workbench = Workbench()
        previewing = Previewing(
            services, tasks, view=self.workbench.preview, look_ahead=self._row_ahead
        )
        self._loader = Loader(services, tasks, self)
        self._checker = Checker(services, tasks, self)
        self._sender = Sender(services, tasks, self)
        self._deciding = Deciding(
            services, view=view, workbench=self.workbench, actions=actions, previewing=previewing
        )
        self._dispatching = Dispatching(services, sender=self._sender, view=view)
        view.take_in(self.workbench)
        self._connect_files()
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
        self._view.setAcceptDrops(True)
        self._view.start_page.show_samples(self._services.samples)
        self.inbox_told.emit(_INBOX_ANSWERS)

    def open_file(self, path: Path) -> None:
        """Reads a file; of a sample, a copy whose visits lie ahead."""
        self._path = path
        self._slow.start()
        self.opening.emit()
        if path in self._services.samples:
            self._loader.load_sample(path)
        else:
            self._loader.load(path)

    def stop_sending(self) -> None:
        self._dispatching.stop()

    def _connect_files(self) -> None:
        view, actions, loader = self._view, self._actions, self._loader
        actions.open.triggered.connect(self._choose_file)
        actions.reload.triggered.connect(self._reload)
        view.file_dropped.connect(self.open_file)
        view.start_page.sample_wanted.connect(self.open_file)
        view.loading_page.cancel_wanted.connect(loader.cancel)
        view.error_page.retry_wanted.connect(self._reload)
        view.error_page.back_wanted.connect(self._show_present)
        self._slow.timeout.connect(lambda: view.show_page(view.loading_page))
        loader.reading.connect(view.loading_page.show_rows)
        loader.loaded.connect(self._show_loaded)
        loader.refused.connect(self._show_refused)
        loader.stopped.connect(self._show_present)

    def _connect_work(self) -> None:
        view, checker = self._view, self._checker
        view.search.textChanged.connect(self.workbench.bookings.show_search)
        self.workbench.bookings.search_cleared.connect(view.search.clear)
        view.search.returnPressed.connect(self.workbench.bookings.setFocus)
        self._actions.send.triggered.connect(self._dispatching.confirm)
        self._deciding.changed.connect(checker.check_again)
        self._deciding.letter_types_changed.connect(self._tell_letter_types)
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
        for ended in (self._dispatching.finished, self._sender.recovered, self._sender.blocked):
            ended.connect(self.freed)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self._view, "Öppna bokningar")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_FILE_KINDS)
        folder = self._folder()
        dialog.setDirectory(str(folder))
        files = (path for path in folder.glob("*.csv") if path.is_file())
        newest = max(files, key=_changed_at, default=None)
        if newest:
            dialog.selectFile(str(newest))
        dialog.fileSelected.connect(lambda chosen: self.open_file(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _folder(self) -> Path:
        """Where bookings usually are; without a setting, where the samples are."""
        chosen = self._services.settings.bookings_folder
        if chosen and Path(chosen).is_dir():
            return Path(chosen)
        return self._services.samples[0].parent if self._services.samples else Path.home()

    def _reload(self) -> None:
        if self._path is not None:
            self.open_file(self._path)

    def _show_loaded(self, loaded: Loaded) -> None:
        self._slow.stop()
        earlier = self._worklist if self._opened == self._path else None
        self._opened, self._worklist = self._path, loaded.worklist
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

    def _show_refused(self, error: KallelseError) -> None:
        self._slow.stop()
        self._view.error_page.show_error(error)
        self._view.show_page(self._view.error_page)
        announce(self._view, f"{error.what} {error.todo}")

    def _show_present(self) -> None:
        """The list where there is one, else the page that asks for a file."""
        self._slow.stop()
        there_is_a_list = self.has_list
        for action in self._actions.for_a_list:
            action.setEnabled(there_is_a_list)
        self._view.search.setEnabled(there_is_a_list)
        if there_is_a_list:
            self._view.show_page(self.workbench)
            self.workbench.bookings.setFocus()
        else:
            self._view.show_page(self._view.start_page)

    def _tell_loaded(self, loaded: Loaded, fallen: tuple[int, ...]) -> None:
        batch, units = loaded.worklist.batch, loaded.units
        unit = units[0] if len(units) == 1 else f"{len(units)} enheter"
        told = (
            batch.file_name,
            f"{len(batch.bookings)} rader",
            f"{batch.care_system_name} ({batch.layout_note.partition(':')[0].lower()})",
            unit,
            f"inläst {clock(batch.read_at)}",
            f"mallversion {self._services.catalogue.version[:8]}",
        )
        self.file_told.emit("  ·  ".join(told))
        notes = list(batch.notes)
        if fallen:
            rows = ", ".join(map(str, fallen))
            notes.append(f"Bokningarna på rad {rows} har ändrats. Avgör dem på nytt.")
        if notes:
            self._view.notice.show_news(" ".join(notes), tone=Tone.REVIEW)

    def _row_ahead(self) -> Row | None:
        """The row that a step down the list shows next."""
        row_no = self.workbench.bookings.row_no_ahead
        return self._worklist.row(row_no) if self._worklist and row_no is not None else None

    def _tell_letter_types(self, number: int) -> None:
        bookings = "1 bokning" if number == 1 else f"{number} bokningar"
        self._view.notice.show_change(f"Brevtypen är ändrad för {bookings}.")


def _changed_at(path: Path) -> float:
    """Seconds; 0 for a file that has gone since it was listed."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0
