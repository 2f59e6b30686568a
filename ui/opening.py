"""Opening bookings: from a dialog, a drop or the clipboard to a list, a question or a refusal."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFileDialog

from app.bookings import Booking
from app.care_systems import FieldName
from app.errors import KallelseError
from app.folder_checks import is_folder
from app.layouts import LayoutUnknown, OwnLayout
from app.open_list import Origin
from app.recent_files import RecentFiles
from app.services import Services
from app.swedish_dates import STOCKHOLM
from app.wording import say
from ui.actions import Actions
from ui.error_dialog import show_error
from ui.loading import Loaded, Loader
from ui.mapping_view import MappingView
from ui.newer_file import KINDS, NewerFile, newest_file
from ui.own_layouts import OwnLayouts
from ui.parts import Tone
from ui.reading_order import stops_of
from ui.task_runner import Lane, TaskRunner
from ui.utskick_view import UtskickView

# Milliseconds before a file that is still being read gets a page of its own.
_PATIENCE = 150

_FILE_KINDS = say(
    "Bokningsfiler ({kinds});;Alla filer (*)", kinds=" ".join(f"*.{kind}" for kind in KINDS)
)

_NOTHING_COPIED = say(
    "Det finns ingen tabell att klistra in. Kopiera raderna med sina rubriker i Excel eller i "
    "vårdsystemet och tryck Ctrl+V."
)
_WRITTEN_BY_HAND = say("Listan är skriven för hand, så det finns ingen fil att läsa in igen.")


class Opening(QObject):
    """`begun` comes when something is to be read, then `loaded`, or `left` where nothing came.

    `ready` comes when the list that was open when the program ended is there, if one was.
    """

    ready = Signal()
    begun = Signal()
    loaded = Signal(object)
    left = Signal()

    def __init__(
        self, services: Services, tasks: TaskRunner, *, view: UtskickView, actions: Actions
    ) -> None:
        super().__init__(view)
        self._services = services
        self._tasks = tasks
        self._view = view
        self._origin = self._shown = Origin()
        self._loader = Loader(services, tasks, self)
        self._slow = QTimer(self, singleShot=True, interval=_PATIENCE)
        self.mapping = MappingView(
            services.care_systems,
            guess=lambda sheet, system: services.source.guess(sheet, care_system=system),
            protects=self._is_protected,
            kept=services.layouts.layouts,
        )
        self._own_layouts = OwnLayouts(services, tasks, view=view, mapping=self.mapping)
        self._recent = RecentFiles(services.data_folder.recent_files)
        view.start_page.show_recent(self._recent.newest_first())
        self._newer = NewerFile(self)
        self._watch_folder()
        self._connect_view(actions)
        self._connect_loader()

    def follow_choice(self, key: str) -> None:
        """Of what is chosen in the settings, the folder of bookings is used at once here."""
        if key == "bookings_folder":
            self._view.new_file.hide()
            self._watch_folder()

    def reopen(self) -> None:
        """The list that was open when the program ended."""
        self._loader.reopen()

    def open_files(self, *paths: Path) -> None:
        """Reads files as one list; of a sample, a copy whose visits lie ahead."""
        self._read(Origin(paths))

    def paste(self) -> None:
        """Reads a table that was copied somewhere else."""
        text = QApplication.clipboard().text()
        if text.strip():
            self._read(Origin(text=text))
        else:
            self._view.notice.show_news(_NOTHING_COPIED, tone=Tone.REVIEW)

    def open_written(self, booking: Booking) -> None:
        """A list of one booking that a person has written."""
        self._read(Origin(written=booking))

    def read_again(self) -> None:
        """The same files as they are now, or the same pasted text, with the same answers."""
        if self._origin.can_be_read_again:
            self._read(self._origin)
        else:
            self._view.notice.show_news(_WRITTEN_BY_HAND, tone=Tone.NEWS)

    def _read(self, origin: Origin, *, keep: OwnLayout | None = None) -> None:
        self._origin = origin
        self._view.loading_page.show_nothing()
        self._slow.start()
        self.begun.emit()
        # The list of last time is not waited for any more, where it has not come yet.
        self.ready.emit()
        self._loader.load(origin, keep=keep)

    def _watch_folder(self) -> None:
        self._newer.watch(self._folder() if self._has_folder else None)

    def _connect_view(self, actions: Actions) -> None:
        view, mapping = self._view, self.mapping
        actions.open.triggered.connect(self._choose_files)
        actions.paste.triggered.connect(self.paste)
        actions.reload.triggered.connect(self.read_again)
        view.files_dropped.connect(lambda paths: self.open_files(*paths))
        view.start_page.file_wanted.connect(self.open_files)
        self._newer.came.connect(self._tell_newer)
        view.loading_page.cancel_wanted.connect(self._loader.cancel)
        view.error_page.retry_wanted.connect(self.read_again)
        view.error_page.back_wanted.connect(self._leave)
        mapping.keep_wanted.connect(self._keep_and_read)
        mapping.use_wanted.connect(self._read_with)
        mapping.cancel_wanted.connect(self._leave)
        actions.own_layouts.triggered.connect(self._own_layouts.show_list)
        self._own_layouts.reopened.connect(self.begun)
        self._own_layouts.changed.connect(self._take_changed)

    def _connect_loader(self) -> None:
        loader, page = self._loader, self._view.loading_page
        self._slow.timeout.connect(lambda: self._view.show_page(page))
        loader.reading.connect(page.show_rows)
        loader.loaded.connect(self._show_loaded)
        loader.unknown.connect(self._show_unknown)
        loader.refused.connect(self._show_refused)
        loader.stopped.connect(self._leave)
        loader.reopened.connect(self._show_reopened)
        loader.not_reopened.connect(self._tell_not_reopened)

    def _choose_files(self) -> None:
        dialog = QFileDialog(self._view, say("Öppna bokningar"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(_FILE_KINDS)
        folder = self._folder()
        dialog.setDirectory(str(folder))
        if newest := newest_file(folder):
            dialog.selectFile(str(newest))
        dialog.filesSelected.connect(lambda chosen: self.open_files(*map(Path, chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _folder(self) -> Path:
        """Where bookings usually are; without a setting, where the samples are."""
        if self._has_folder:
            return Path(self._services.setup.choices.chosen.bookings_folder)
        return self._services.samples[0].parent if self._services.samples else Path.home()

    @property
    def _has_folder(self) -> bool:
        chosen = self._services.setup.choices.chosen.bookings_folder
        return bool(chosen) and is_folder(Path(chosen))

    def _tell_newer(self, _: Path, written: float) -> None:
        self._view.new_file.show_file(datetime.fromtimestamp(written, STOCKHOLM))

    def _show_loaded(self, loaded: Loaded) -> None:
        self._slow.stop()
        self._shown = loaded.origin
        self._note_opened(loaded.origin.paths)
        self.loaded.emit(loaded)

    def _show_reopened(self, loaded: Loaded | None) -> None:
        if loaded:
            self._origin = loaded.origin
            self._show_loaded(loaded)
        self.ready.emit()

    def _tell_not_reopened(self, error: KallelseError) -> None:
        """Beside what the window reminds of anyway: it must be seen, and it stops nothing."""
        self._view.reminder.show_notices((*self._services.notices, str(error)))

    def _note_opened(self, paths: Sequence[Path]) -> None:
        """Offered again next time, but for the samples, which always are."""
        self._view.new_file.hide()
        self._newer.note_opened(paths)
        self._tasks.run(
            Lane.KEEPING, lambda: self._remember(paths), done=lambda _: None, failed=show_error
        )

    def _remember(self, paths: Sequence[Path]) -> None:
        for path in reversed(paths):
            if path not in self._services.samples:
                self._recent.remember(path)

    def _show_unknown(self, error: LayoutUnknown) -> None:
        self._slow.stop()
        self.mapping.show_unknown(error)
        self._view.show_page(self.mapping)
        self.mapping.focus_first()

    def _show_refused(self, error: KallelseError) -> None:
        self._slow.stop()
        page = self._view.error_page
        page.show_error(error)
        self._view.show_page(page)
        next(stops_of(page), page).setFocus()

    def _leave(self) -> None:
        """Back to what was there before, which is also what is read again."""
        self._slow.stop()
        self._origin = self._shown
        self.left.emit()

    def _keep_and_read(self, layout: OwnLayout) -> None:
        now, user = self._services.now(), self._services.user
        signed = layout.model_copy(update={"saved_by": user, "saved_on": now.date()})
        self._read(self._answered(signed), keep=signed)

    def _read_with(self, layout: OwnLayout) -> None:
        self._read(self._answered(layout))

    def _answered(self, layout: OwnLayout) -> Origin:
        return Origin(self._origin.paths, self._origin.text, answers=layout)

    def _take_changed(self) -> None:
        """What was answered of the open file is no longer what is kept of it."""
        self._shown = replace(self._shown, answers=None)
        self._leave()

    def _is_protected(self, texts: Mapping[FieldName, str]) -> bool:
        """Read as any care system's row would be: they all hide the same persons."""
        anyone = next(iter(self._services.care_systems))
        booking = self._services.write_booking(texts, care_system=anyone, row_no=1)
        (remembered,) = self._services.access.as_remembered([booking])
        return remembered.patient.protected
